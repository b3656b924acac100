"""Which number is compared with which stated base.

Belongs here: giving the bases of a sentence to its changes, shares and indices. Does not belong
here: finding and naming bases (`bases`) and the direction of a change (`changes`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.comparisons.bases import Base, find_bases, mark_behind
from extractors.model import Fact, Kind, Measure
from extractors.text.brackets import leaves_bracket
from extractors.text.layout import Layout
from extractors.text.raw_words import inner_stems, words_of
from extractors.times.time_mentions import TimeMention

_AGAINST = re.compile(
    r"\s*(?:\([^()]*\))?[^.;:()\d]{0,25}(?<!\w)против\s+(?:почти\s+|около\s+|более\s+)?$", re.IGNORECASE
)
_AGAINST_STEMS = inner_stems(["против"])
_RATES = frozenset({Kind.PERCENT, Kind.PERCENT_POINTS, Kind.RATIO, Kind.INDEX})
_TIGHT = 45
_REACH = 160
_NEAR = re.compile(r"(?:\s+[^\W\d_]+){0,4}\s*(?:[–—-]\s*)?")
_STOP = re.compile(r"[;\n]|\.\s+[А-ЯЁ]|,\s+а\s+$")
_OTHER_CLAUSE = re.compile(r",\s+(?:хотя|но|однако|тогда\s+как|в\s+то\s+время)(?!\w)")


def with_bases(layout: Layout, times: Sequence[TimeMention], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, those that compare with the base that is stated for them.

    Args:
        layout: The text with its sentences and tables.
        times: Its temporal expressions, in order.
        facts: Its facts, in text order.
    """
    bases = find_bases(layout.text, times)
    starts = [base.start for base in bases]
    named = [_base_of(layout, facts, index, bases, starts) for index in range(len(facts))]
    return [replace(f, compared_with=name) if name else f for f, name in zip(facts, named, strict=True)]


def _base_of(
    layout: Layout, facts: Sequence[Fact], index: int, bases: Sequence[Base], starts: Sequence[int]
) -> str | None:
    fact = facts[index]
    against = _number_against(layout, facts, index)
    if against is not None:
        return against
    place = layout.tables.at(fact.char_start)
    if place is not None:
        cells = [cell for cell in (place.head, place.table.caption) if cell is not None]
        found = (_within(bases, starts, cell.start, cell.end) for cell in cells)
        return next((name for name in found if name), None) if _compares(fact) else None
    if fact.measure is Measure.LEVEL and fact.kind not in _RATES:
        return None
    if fact.kind is Kind.PERCENT and fact.measure is Measure.LEVEL:
        mark = mark_behind(layout.text, fact.char_end)
        if mark is not None:
            return mark
    return _behind(layout, facts, index, bases, starts) or _before(layout, facts, index, bases, starts)


def _compares(fact: Fact) -> bool:
    """Whether a number in a table may be compared with what its head or caption names."""
    return fact.kind in _RATES or fact.measure is Measure.CHANGE


def _within(bases: Sequence[Base], starts: Sequence[int], start: int, end: int) -> str | None:
    index = bisect_left(starts, start)
    return bases[index].name if index < len(bases) and bases[index].start < end else None


def _number_against(layout: Layout, facts: Sequence[Fact], index: int) -> str | None:
    """The number in "36,1 ц/га против 40,4"."""
    if index + 1 >= len(facts) or facts[index].measure is Measure.CHANGE:
        return None
    first, second = facts[index].char_end, facts[index + 1].char_start
    if second - first >= _REACH or not words_of(layout.text).has_stem(_AGAINST_STEMS, first, second):
        return None
    between = layout.text[first:second]
    return facts[index + 1].quote if _AGAINST.fullmatch(between) else None


def _behind(
    layout: Layout, facts: Sequence[Fact], index: int, bases: Sequence[Base], starts: Sequence[int]
) -> str | None:
    """The base that follows: right behind the number, or behind others that say the same of its subject."""
    fact = facts[index]
    found = bisect_left(starts, fact.char_end - 1)
    if found == len(bases):
        return None
    base = bases[found]
    between = layout.text[fact.char_end : min(base.start, fact.char_end + _REACH + 1)]
    ends = base.start >= layout.sentences[layout.sentence_at(fact.char_start)].end
    if ends or len(between) > _REACH or _STOP.search(between):
        return None
    follower = index + 1
    while follower < len(facts) and facts[follower].char_start < base.start:
        other = facts[follower]
        if (
            fact.measure is not Measure.CHANGE
            or other.measure is not Measure.CHANGE
            or other.subject != fact.subject
        ):
            return None
        follower += 1
    if fact.measure is Measure.LEVEL and (len(between) > _TIGHT or "," in between or ")" in between):
        return None
    return base.name


def _before(
    layout: Layout, facts: Sequence[Fact], index: int, bases: Sequence[Base], starts: Sequence[int]
) -> str | None:
    """The base that the sentence stated before, for changes: "по сравнению с июлем на 16%, … – на 6,6%"."""
    fact = facts[index]
    found = bisect_left(starts, fact.char_start) - 1
    if found < 0:
        return None
    base = bases[found]
    if base.start < layout.sentences[layout.sentence_at(fact.char_start)].start:
        return None
    between = layout.text[base.end : fact.char_start]
    if _fills_bracket(layout.text, base):
        between = between[1:] if index == 0 or facts[index - 1].char_start < base.start else between
    if ";" in between or leaves_bracket(between) or _OTHER_CLAUSE.search(between):
        return None
    is_near = _NEAR.fullmatch(between) is not None
    return base.name if fact.measure is Measure.CHANGE or (is_near and fact.kind in _RATES) else None


def _fills_bracket(text: str, base: Base) -> bool:
    """Whether a base stands alone in its bracket: "выпуск (по сравнению с мартом) вырос на 5%"."""
    return text[base.start - 1 : base.start] == "(" and text.startswith(")", base.end)
