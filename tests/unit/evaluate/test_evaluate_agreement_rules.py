from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pipeline.evaluate.agreement_rules import SLOTS, values_agree, wrong_slots
from pipeline.evaluate.statement import Statement, kind_and_unit
from tests.unit.evaluate.samples import stated


def wrong(found: dict[str, object], wanted: dict[str, object]) -> frozenset[str]:
    return wrong_slots(replace(stated(), **found), replace(stated(), **wanted), found_whole=None)


@pytest.mark.parametrize(
    ("found", "wanted", "agree"),
    [
        ("5", "5.0", True),
        ("33.333333", "33.3333333333", True),
        ("33.3", "33.333333", False),
        ("-3", "3", False),
        ("0", "0", True),
        ("0.000001", "0", False),
    ],
)
def test_values_agree_up_to_rounding(*, found: str, wanted: str, agree: bool) -> None:
    assert values_agree(Decimal(found), Decimal(wanted)) is agree


def test_no_value_agrees_with_no_value_only() -> None:
    assert values_agree(None, None)
    assert not values_agree(None, Decimal(0))
    assert not values_agree(Decimal(0), None)


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("value_max", Decimal(7)),
        ("qualifier", "over"),
        ("kind", "quantity"),
        ("unit", "t"),
        ("per", "d"),
        ("measure", "change"),
        ("direction", "up"),
        ("period", (date(2024, 1, 1), date(2024, 12, 31))),
        ("modality", "planned"),
        ("place", "Астана"),
    ],
)
def test_a_slot_that_differs_is_wrong_alone(slot: str, value: object) -> None:
    assert wrong({slot: value}, {}) == {slot}


def test_every_slot_of_equal_statements_agrees() -> None:
    assert wrong({}, {}) == frozenset()
    assert wrong_slots(stated(), replace(stated(), part_of=3), found_whole=3) == frozenset()
    assert wrong_slots(stated(), replace(stated(), part_of=3), found_whole=None) == {"part_of"}


def test_a_period_that_is_not_stated_is_not_judged_unless_asked() -> None:
    assert wrong({}, {"period": None}) == frozenset()
    assert wrong({"period": None}, {}) == {"period"}
    open_one = replace(stated(), period=None)
    assert wrong_slots(stated(), open_one, found_whole=None, open_period=False) == {"period"}


@pytest.mark.parametrize(
    ("found", "wanted", "agree"),
    [
        (("школа", "новая школа"), ("школа", "школа"), True),
        (("школы", "школы"), ("школа", "школа"), True),
        (("актив", "чистый актив"), ("актив", "актив"), True),
        (("объём", "объем производства"), ("объем", "объём производства"), True),
        (("объем", "объем производства"), ("производство", "объем производства"), True),
        (("производство", "производство стали"), ("объем", "объем экспорта"), False),
    ],
)
def test_heads_are_compared_as_lemmas(
    *, found: tuple[str, str], wanted: tuple[str, str], agree: bool
) -> None:
    names = ("subject_head", "subject")
    result = wrong(dict(zip(names, found, strict=True)), dict(zip(names, wanted, strict=True)))
    assert ("subject_head" not in result) is agree


def test_a_share_of_something_and_the_thing_are_one_subject_of_a_percentage() -> None:
    share: dict[str, object] = {"subject_head": "доля", "subject": "доля населения"}
    people: dict[str, object] = {"subject_head": "население", "subject": "население"}

    assert "subject_head" not in wrong({**share, "kind": "percent"}, {**people, "kind": "percent"})
    assert "subject_head" not in wrong({**people, "kind": "percent"}, {**share, "kind": "percent"})
    assert "subject_head" in wrong(share, people)


@pytest.mark.parametrize(
    ("found", "wanted", "agree"),
    [
        ("неправительственная организация", "неправительственные организации", True),
        ("объем производства", "объем промышленного производства", True),
        ("объем", "объем промышленного производства", False),
        ("«Нурлы жол» программа", "программа Нурлы жол", True),
        ("", "школа", False),
    ],
)
def test_subjects_agree_by_their_common_words(*, found: str, wanted: str, agree: bool) -> None:
    assert ("subject" not in wrong({"subject": found}, {"subject": wanted})) is agree


@pytest.mark.parametrize("slot", ["per", "place"])
def test_spelling_of_per_and_place_does_not_matter(slot: str) -> None:
    assert wrong({slot: "100000 население"}, {slot: "100 000 Население"}) == frozenset()


@pytest.mark.parametrize(
    ("kind", "unit", "expected"),
    [
        ("quantity", "item", ("count", None)),
        ("count", "t", ("count", None)),
        ("quantity", "t", ("quantity", "t")),
        ("percent", "%", ("percent", "%")),
    ],
)
def test_words_of_counting_make_a_count(kind: str, unit: str, expected: tuple[str, str | None]) -> None:
    assert kind_and_unit(kind, unit) == expected


def test_every_slot_is_a_field() -> None:
    assert set(SLOTS) <= set(Statement.__slots__)
