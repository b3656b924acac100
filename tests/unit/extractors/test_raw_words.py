"""The quick look at how words begin never hides what the patterns themselves would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.attribution.attribution_words import OPENER_STEMS, OPENERS
from extractors.data_tables import table_rows
from extractors.text.raw_words import RawWords, inner_stems, opening_stems

PIECES = [
    "по данным",
    "Министерства",
    "сообщил",
    "план",
    "по сравнению с",
    "годом",
    "со ссылкой на",
    "ё",
    "5",
    ", ",
    "-",
    "\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_matches_are_those_of_a_search_through_the_whole_text(text: str) -> None:
    found = [match.span() for match in RawWords(text).matches(OPENER_STEMS, OPENERS, text)]
    assert found == [match.span() for match in OPENERS.finditer(text)]


def test_every_example_of_a_qualifier_holds_a_stem_of_its_words_or_a_sign() -> None:
    rows = [row for row in table_rows("qualifiers.tsv") if row["side"] == "before"]
    assert rows
    for row in rows:
        example = row["example"]
        assert RawWords(example).has_stem(inner_stems([row["words"]]), 0, len(example)), example


def test_a_word_is_seen_only_where_it_starts_within_the_stretch() -> None:
    words = RawWords("около 5 тонн")
    stems = inner_stems(["около"])
    assert words.has_stem(stems, 0, 5)
    assert not words.has_stem(stems, 1, 12)


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        ("сообщил", {"соо"}),
        ("ко?", {"к", "ко"}),
        (r"по\s+словам", {"по"}),
        ("учёт", {"уче"}),
        ("чем", {"чем"}),
    ],
)
def test_opening_stems(pattern: str, stems: set[str]) -> None:
    assert opening_stems([pattern]) == stems


@pytest.mark.parametrize("pattern", ["(?:не )?менее", "ч[её]тко", r"пл\w+", ""])
def test_a_pattern_whose_beginning_is_open_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="must begin with"):
        opening_stems([pattern])


def test_words_that_begin_alike_come_in_their_order() -> None:
    words = RawWords("по плану план на год, плюс 5")
    assert words.starting({"пла", "на", "год"}) == [(3, "плану"), (9, "план"), (14, "на"), (17, "год")]
