from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.alignment import align
from tests.unit.evaluate.samples import stated


def test_equal_values_in_overlapping_spans_are_paired() -> None:
    found = [stated("120 школ", "120"), stated("80", "80")]
    wanted = [stated("80", "80"), stated("120", "120"), stated("4,5 млрд тенге", "4500000000")]

    alignment = align(found, wanted)

    assert [(pair.found, pair.stated) for pair in alignment.pairs] == [(1, 0), (0, 1)]
    assert alignment.missed == (2,)
    assert alignment.invented == ()


def test_another_value_or_another_place_is_no_pair() -> None:
    other_value = align([stated("120", "121")], [stated("120", "120")])
    other_place = align([stated("80", "120")], [stated("120", "120")])

    for alignment in (other_value, other_place):
        assert (alignment.pairs, alignment.missed, alignment.invented) == ((), (0,), (0,))


def test_part_of_is_compared_through_the_pairing() -> None:
    wanted = [stated("120", "120"), stated("80", "80", part_of=0)]
    found = [stated("80", "80", part_of=1), stated("120", "120")]

    assert all(not pair.wrong for pair in align(found, wanted).pairs)
    wrong = {pair.stated: pair.wrong for pair in align([stated("80", "80", part_of=0)], wanted).pairs}
    assert wrong == {1: {"part_of"}}


def test_measures_ask_for_their_slots() -> None:
    (core,) = align([stated(unit="t", kind="quantity")], [stated()]).pairs
    (strict,) = align([stated(modality="planned")], [stated()]).pairs
    (neither,) = align([stated(place="Астана")], [stated()]).pairs

    assert (core.is_core_right, core.is_strictly_right) == (False, False)
    assert (strict.is_core_right, strict.is_strictly_right) == (True, False)
    assert (neither.is_core_right, neither.is_strictly_right) == (True, True)
    assert "period" in core.judged
    (open_period,) = align([stated()], [stated(period=None)]).pairs
    assert "period" not in open_period.judged


quotes = st.lists(st.sampled_from(["2025", "120", "80", "4,5", "3%"]), max_size=8)


@given(found=quotes, wanted=quotes)
def test_every_fact_ends_in_one_place(found: list[str], wanted: list[str]) -> None:
    ours = [stated(quote, "1") for quote in found]
    theirs = [stated(quote, "1") for quote in wanted]

    alignment = align(ours, theirs)

    paired = [pair.found for pair in alignment.pairs], [pair.stated for pair in alignment.pairs]
    assert sorted([*paired[0], *alignment.invented]) == list(range(len(ours)))
    assert sorted([*paired[1], *alignment.missed]) == list(range(len(theirs)))
    common = sum(min(found.count(quote), wanted.count(quote)) for quote in set(found))
    assert len(alignment.pairs) == common
