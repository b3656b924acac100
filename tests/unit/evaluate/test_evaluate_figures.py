from decimal import Decimal

import pytest

from extractors import Kind, Modality, Qualifier, RejectionReason
from pipeline.evaluate.figures import (
    NO_TOPIC,
    Share,
    confusion,
    figures_by_kind,
    figures_by_rule,
    figures_by_topic,
    figures_of,
)
from pipeline.evaluate.mistakes import find_mistakes
from pipeline.evaluate.rejections import judge_rejections, rejection_figures
from pipeline.evaluate.reliability import reliability, reliability_of
from tests.unit.evaluate.samples import fact, reading, rejection, stated, stated_rejection

MONEY = {"kind": Kind.MONEY, "unit": "KZT"}
READING = reading(
    [
        fact("120", "120"),
        fact("80", "80", modality=Modality.PLANNED, rule="slice", confidence=Decimal("0.6")),
        fact("2025", "2025", rule="slice", confidence=Decimal("0.5")),
        fact("4,5 млрд тенге", "4500000000", **MONEY, subject="сумма", subject_head="сумма"),
    ],
    [
        stated("120", "120"),
        stated("80", "80", qualifier="over"),
        stated("4,5 млрд тенге", "4500000000", kind="money", unit="KZT"),
        stated("3%", "3", kind="percent", unit="%"),
    ],
    wanted_rejections=[stated_rejection("2025", "date")],
    topic="schools",
)


def test_precision_recall_and_f1() -> None:
    figures = figures_of([READING])

    assert (figures.mention.right, figures.mention.found, figures.mention.stated) == (3, 4, 4)
    assert figures.mention.precision == figures.mention.recall == figures.mention.f1 == 0.75
    assert figures.core.right == 2
    assert figures.strict.right == 1
    assert figures.slots["qualifier"] == Share(2, 3)
    assert figures.slots["kind"] == Share(3, 3)


def test_nothing_found_and_nothing_stated_is_no_division_by_zero() -> None:
    figures = figures_of([reading([], [])])

    assert (figures.mention.precision, figures.mention.recall, figures.mention.f1) == (0.0, 0.0, 0.0)
    assert figures.slots["unit"].ratio is None


def test_figures_of_each_kind() -> None:
    kinds = figures_by_kind([READING])

    assert list(kinds) == ["count", "money", "percent"]
    assert kinds["count"].mention == Share(2, 2)
    assert kinds["count"].strict == Share(1, 2)
    assert kinds["count"].found == Share(2, 3)
    assert kinds["percent"].mention == Share(0, 1)


def test_figures_of_each_rule() -> None:
    rules = figures_by_rule([READING])

    assert list(rules) == ["counted", "slice"]
    assert (rules["counted"].mention, rules["counted"].head, rules["counted"].strict) == (
        Share(2, 2),
        Share(1, 2),
        Share(1, 2),
    )
    assert rules["slice"].mention == Share(1, 2)
    assert rules["slice"].confidence == pytest.approx(0.55)


def test_figures_of_each_topic() -> None:
    topics = figures_by_topic([READING, reading([], [stated()]), READING])

    assert list(topics) == [NO_TOPIC, "schools"]
    assert topics["schools"].texts == 2
    assert topics[NO_TOPIC].mention.stated == 1


def test_confusion_counts_stated_against_found() -> None:
    assert confusion([READING], "qualifier") == {("exact", "exact"): 2, ("over", "exact"): 1}
    assert confusion([READING], "direction") == {("none", "none"): 3}


@pytest.mark.parametrize(
    ("found", "facts", "outcome"),
    [
        ([rejection("2025", RejectionReason.DATE)], [], "right"),
        ([rejection("2025", RejectionReason.NAME)], [], "other_reason"),
        ([rejection("2025", RejectionReason.NAME), rejection("2025", RejectionReason.DATE)], [], "right"),
        ([], [fact("2025", "2025")], "taken_for_fact"),
        ([], [], "unseen"),
    ],
)
def test_outcomes_of_a_rejection(found: list[object], facts: list[object], outcome: str) -> None:
    judged = judge_rejections(
        [reading(facts, [], found_rejections=found, wanted_rejections=[stated_rejection("2025", "date")])]
    )

    assert [rejection.outcome for rejection in judged] == [outcome]
    figures = rejection_figures(judged)["date"]
    assert figures.total == 1
    assert getattr(figures, outcome) == 1


def test_reliability_bins_hold_every_fact_once() -> None:
    outcomes = [(0.05, False), (0.95, True), (0.95, False), (1.0, True), (0.3, True)]

    found = reliability(outcomes)

    assert [(b.low, b.facts) for b in found.bins] == [(0.0, 1), (0.3, 1), (0.9, 3)]
    assert found.bins[-1].right == pytest.approx(2 / 3)
    assert found.expected_error == pytest.approx((0.05 + 0.7 + 3 * abs(2.9 / 3 - 2 / 3)) / 5)
    assert found.brier == pytest.approx((0.05**2 + 0.05**2 + 0.95**2 + 0 + 0.7**2) / 5)


def test_confidence_that_keeps_its_promise_has_no_error() -> None:
    assert reliability([(0.5, True), (0.5, False)] * 20).expected_error == 0
    assert reliability([]).bins == ()


def test_an_invented_fact_counts_against_confidence() -> None:
    found = reliability_of([READING])

    assert sum(b.facts for b in found.bins) == 4
    assert [(b.low, b.right) for b in found.bins] == [(0.5, 0.0), (0.6, 0.0), (0.9, 0.5)]


def test_mistakes_say_what_was_wanted_and_what_was_found() -> None:
    mistakes = find_mistakes([READING])

    assert list(mistakes) == ["missed", "invented", "qualifier", "subject_head", "subject", "modality"]
    (missed,) = mistakes["missed"]
    assert (missed.quote, missed.wanted, missed.got) == ("3%", "3 % (percent)", "")
    (invented,) = mistakes["invented"]
    assert (invented.quote, invented.wanted, invented.rule) == ("2025", "rejected as date", "slice")
    (qualifier,) = mistakes["qualifier"]
    assert (qualifier.wanted, qualifier.got) == ("over", "exact")
    assert qualifier.before.endswith("из них более ")


def test_the_most_confident_mistake_stands_first() -> None:
    surer = reading([fact(qualifier=Qualifier.OVER, confidence=Decimal("0.99"))], [stated()], doc_id="z9")

    assert [mistake.doc_id for mistake in find_mistakes([READING, surer])["qualifier"]] == ["z9", "s1"]


def test_a_missed_number_tells_what_stood_in_its_way() -> None:
    rejected = reading([], [stated()], found_rejections=[rejection("120", RejectionReason.NAME)])
    misread = reading([fact("120", "12")], [stated()])

    assert find_mistakes([rejected])["missed"][0].got == "rejected as name by time"
    assert find_mistakes([misread])["missed"][0].got == "12 (count)"


def test_a_rejection_for_another_reason_is_a_mistake() -> None:
    wrong = reading(
        [],
        [],
        found_rejections=[rejection("2025", RejectionReason.NAME)],
        wanted_rejections=[stated_rejection("2025", "date"), stated_rejection("80", "ordinal")],
    )

    found = find_mistakes([wrong])["rejection"]

    assert [(mistake.wanted, mistake.got) for mistake in found] == [
        ("date", "name by time"),
        ("ordinal", "unseen"),
    ]
