from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.confidence import BASE, HEADER, confidence_of, load_penalties
from pipeline.evaluate.confidence_fit import Outcome, fit_weights, outcomes_of, weights_file
from tests.unit.evaluate.samples import fact, reading, stated

CLEAN, DOUBT = frozenset[str](), frozenset({"doubt"})


def penalties(outcomes: list[Outcome]) -> dict[str, Decimal]:
    return {weight.evidence: weight.penalty for weight in fit_weights(outcomes)}


def repeat(evidence: frozenset[str], right: int, wrong: int) -> list[Outcome]:
    return [(evidence, True)] * right + [(evidence, False)] * wrong


def test_penalties_are_the_shares_of_wrong_facts() -> None:
    found = penalties(repeat(CLEAN, 900, 100) + repeat(DOUBT, 600, 400))

    assert found == {BASE: Decimal("0.10"), "doubt": Decimal("0.30")}


def test_rare_evidence_costs_little() -> None:
    rare = penalties(repeat(CLEAN, 95, 5) + repeat(DOUBT, 0, 1))

    assert Decimal(0) < rare["doubt"] < Decimal("0.25")


def test_evidence_of_right_facts_costs_nothing() -> None:
    assert penalties(repeat(CLEAN, 50, 50) + repeat(DOUBT, 100, 0))["doubt"] == 0


def test_no_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="no facts"):
        fit_weights([])


names = st.frozensets(st.sampled_from(["a", "b", "c"]))


@given(st.lists(st.tuples(names, st.booleans()), min_size=1, max_size=60))
def test_a_further_doubt_never_raises_confidence(outcomes: list[Outcome]) -> None:
    found = penalties(outcomes)

    assert all(penalty >= 0 for penalty in found.values())
    seen = sorted(found.keys() - {BASE})
    sums = [sum((found[name] for name in seen[:count]), found[BASE]) for count in range(len(seen) + 1)]
    assert all(less <= more for less, more in pairwise(sums))


def test_outcomes_are_the_evidence_of_each_found_fact() -> None:
    found = outcomes_of([reading([fact(), fact("80", "81")], [stated()])])

    assert found == [(frozenset({"subject_counted"}), True), (frozenset({"subject_counted"}), False)]


def test_the_file_is_the_one_the_extractor_reads() -> None:
    content = weights_file(fit_weights(repeat(CLEAN, 9, 1)))

    assert content == f"{HEADER}\n{BASE}\t0.10\n"


def test_the_weights_in_use_are_penalties_between_0_and_1() -> None:
    weights = load_penalties()

    assert BASE in weights
    assert all(0 <= penalty < 1 for penalty in weights.values())


def test_confidence_is_what_the_evidence_leaves() -> None:
    weights = load_penalties()
    name = max(weights.keys() - {BASE}, key=lambda key: weights[key])

    assert confidence_of([]) == 1 - weights[BASE]
    assert confidence_of(["unheard of"]) == confidence_of([])
    assert confidence_of([name, name]) == confidence_of([name]) <= confidence_of([])
    assert confidence_of(weights) >= Decimal("0.05")
