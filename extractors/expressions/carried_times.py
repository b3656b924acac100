"""Times stated once for several amounts: "50 тонн муки и 20 тонн крупы в год", "ежегодно 20 тонн, 30 тонн".

Belongs here: which neighbours of an amount share the time that it is per. Does not belong here: rates per
people and things (`carried_rates`) and finding the time of one number (`denominators`).
"""

import re
from dataclasses import replace

from extractors.expressions.ellipsis_frames import has_verb
from extractors.expressions.expression import Expression
from extractors.units.units import UnitKind

CARRIED_TIMES = frozenset({"d", "wk", "mo", "quarter", "a"})
"""Codes of times that amounts are stated per."""
_NEXT_YEAR = re.compile(
    r"(?:\s[^\W\d_]+){0,3}(?:\sв\s[^\W\d_]+){0,2},\s(?:а\s)?(?:в|за)\s(?:\d{4}|прошлом|этом|следующем)(?:\s(?:год[ау]?|г\.))?\s(?:[–—-]\s)?"
)
_AND_NEXT = re.compile(r"(?:\s[^\W\d_][\w-]*){1,4}\sи\s(?:до\s|около\s|более\s|свыше\s|порядка\s|почти\s)?")
_NEXT_OF_LIST = re.compile(
    r"(?:\s[^\W\d_][\w-]*){0,6}(?:,|,?\sи)(?:\s[^\W\d_][\w-]*){0,4}\s(?:до\s|около\s|более\s|порядка\s)?"
)


def carry_time(text: str, out: list[Expression], index: int) -> None:
    """Hands a time on between the amount at an index and the one before it.

    Args:
        text: The raw text.
        out: The expressions, in order; the ones that take a time over are replaced.
        index: Index of the second of the two.
    """
    _next_year(text, out, index)
    _next_of_list(text, out, index)
    _before_last(text, out, index)


def _next_year(text: str, out: list[Expression], index: int) -> None:
    """As in "поступало 157 заявок в месяц, в 2024 году – 179": the same once more, in another year."""
    before, bare = out[index - 1], out[index]
    if before.per not in CARRIED_TIMES or bare.per is not None or bare.unit != before.unit:
        return
    if _NEXT_YEAR.fullmatch(text, before.per_end, bare.start) is not None:
        out[index] = replace(bare, per=before.per)


def _next_of_list(text: str, out: list[Expression], index: int) -> None:
    """As in "ежегодно уходит 20 тонн зерна, 30 тонн муки и 4 тонны масла": a time before a list is of all."""
    before, bare = out[index - 1], out[index]
    is_ahead = before.per in CARRIED_TIMES and before.per_end == before.end
    if not is_ahead or bare.per is not None or bare.unit is None or bare.unit != before.unit:
        return
    gap = _NEXT_OF_LIST.fullmatch(text, before.end, bare.start)
    if gap is not None and not has_verb(text, before.end, bare.start):
        out[index] = replace(bare, per=before.per)


def _before_last(text: str, out: list[Expression], index: int) -> None:
    """As in "50 тонн муки и 20 тонн крупы в год": amounts that "и" joins share the time behind the last."""
    before, rated = out[index - 1], out[index]
    if (
        rated.per not in CARRIED_TIMES
        or before.per is not None
        or before.unit is None
        or before.unit != rated.unit
    ):
        return
    if (
        before.unit.kind is not UnitKind.QUANTITY
        or _AND_NEXT.fullmatch(text, before.end, rated.start) is None
    ):
        return
    if not has_verb(text, before.end, rated.start):
        out[index - 1] = replace(before, per=rated.per)
