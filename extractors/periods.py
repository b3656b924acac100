"""Which time a number describes, resolved to calendar days.

Belongs here: choosing among the times of a sentence, inheriting one from the paragraph or the
heading, and resolving a missing year. Does not belong here: finding times (`times`) and their
roles (`time_roles`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from extractors.calendar_terms import month_span
from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.times import Span, TimeMention, TimeRole

_CLAUSE_BREAK = re.compile(
    r"[;:]|,\s+(?:а|но|тогда как|в то время как|при этом|из них|в том числе)\s|\s[–—]\s"
)
_CONTRAST = re.compile(r"(?:;|,\s+(?:а|но|тогда как|в то время как)\s)")
_END = re.compile(r"(?:к|до|на)\s+конц[уае]\s*$", re.IGNORECASE)
_START = re.compile(r"(?:к|с|на)\s+начал[уае]\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"(?<!\w)до\s*$", re.IGNORECASE)
_TO = re.compile(r"(?<!\w)(?:к|ко)\s*$", re.IGNORECASE)
_OWN_ROLES = frozenset({TimeRole.PERIOD, TimeRole.DEADLINE, TimeRole.SINCE, TimeRole.SHIFT})


@dataclass(slots=True)
class PeriodContext:
    """What earlier sentences of the paragraph and the heading leave for the next number.

    Attributes:
        published: The publication date.
        block: The period last stated in the block, None if none was.
        heading: The period of the heading above.
    """

    published: date | None
    block: Period | None = field(default=None)
    heading: Period | None = field(default=None)


def choose_time(
    text: str, sentence: tuple[int, int], times: Sequence[TimeMention], start: int, end: int
) -> TimeMention | None:
    """The temporal expression of the sentence that governs the number at `start`..`end`."""
    own = [time for time in times if time.role in _OWN_ROLES and sentence[0] <= time.start < sentence[1]]
    if not own:
        return None
    bracket = _bracket(text, sentence, start, end)
    if bracket is not None:
        inside = [time for time in own if bracket[0] <= time.start < bracket[1]]
        if inside:
            return min(inside, key=lambda time: abs(time.start - start))
    own = [time for time in own if not _foreign_bracket(text, sentence, time, start)]
    before = [time for time in own if time.end <= start]
    after = [time for time in own if time.start >= end]
    near_after = next((time for time in after if not _CLAUSE_BREAK.search(text, end, time.start)), None)
    if near_after is not None and _number_between(text, end, near_after.start):
        near_after = near_after if not before else None
    if before:
        last = before[-1]
        gap = text[last.end : start]
        if near_after is not None and (
            _CONTRAST.search(gap) or (len(gap) > 60 and near_after.start - end < 30)
        ):
            return near_after
        return last
    if near_after is not None:
        return near_after
    following = after[0] if after else None
    if following is not None and not _CONTRAST.search(text, end, following.start):
        return following
    return None


def _bracket(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    opening = text.rfind("(", sentence[0], start)
    if opening < 0 or text.find(")", opening, start) >= 0:
        return None
    closing = text.find(")", end, sentence[1])
    return (opening, closing) if closing >= 0 else None


def _foreign_bracket(text: str, sentence: tuple[int, int], time: TimeMention, start: int) -> bool:
    """Whether the time stands in a bracket that the number is outside of."""
    around = _bracket(text, sentence, time.start, time.end)
    return around is not None and not around[0] <= start < around[1]


def _number_between(text: str, start: int, end: int) -> bool:
    return any(c.isdigit() for c in text[start:end])


def resolve(
    text: str, time: TimeMention, *, year: int | None, published: date | None, planned: bool
) -> Period | None:
    """The calendar days of a temporal expression; None where the year cannot be known.

    Args:
        text: The whole text.
        time: The expression.
        year: The year that the context gives to an expression without one.
        published: The publication date.
        planned: Whether the number is a plan: its month may lie ahead.
    """
    span = _span(time, year, published, planned=planned)
    if span is None:
        return None
    left = text[max(0, time.start - 24) : time.start]
    first, last, grain = span[0], span[1], time.grain
    if time.role is TimeRole.SINCE and published is not None and first <= published:
        return Period(first, published, PeriodGrain.RANGE, PeriodSource.EXPLICIT)
    if time.role is TimeRole.DEADLINE and _BEFORE.search(left) and not _END.search(left):
        if grain is PeriodGrain.MONTH:
            edge = first - timedelta(days=1)
            return Period(date(edge.year, 1, 1), edge, PeriodGrain.RANGE, PeriodSource.EXPLICIT)
        if grain is PeriodGrain.DAY and published is not None and first > published:
            return Period(first, last, PeriodGrain.DAY, PeriodSource.EXPLICIT)
    if (
        grain is PeriodGrain.RANGE
        and first.month == 1
        and first.day == 1
        and time.year is None
        and year is None
        and span[1] == published
    ):
        grain = PeriodGrain.YEAR_TO_DATE
    return Period(first, last, grain, PeriodSource.EXPLICIT)


def _span(time: TimeMention, year: int | None, published: date | None, *, planned: bool) -> Span | None:
    if time.span is not None or time.span_in is None:
        return time.span
    if time.year is not None:
        return time.span_in(time.year)
    if year is not None:
        return time.span_in(year)
    if published is None:
        return _yearless(time)
    span = time.span_in(published.year)
    ahead = span[0] > published if time.grain is not PeriodGrain.RANGE else span[1] > published
    if ahead and not planned and time.role is not TimeRole.DEADLINE:
        return time.span_in(published.year - 1)
    if time.role is TimeRole.DEADLINE and span[1] < published:
        return time.span_in(published.year + 1) if time.grain is PeriodGrain.MONTH and planned else span
    return span


def _yearless(time: TimeMention) -> Span | None:
    """A span whose years are in the expression itself ("2012–2015"), None if it needs a year."""
    assert time.span_in is not None
    one, other = time.span_in(2000), time.span_in(2001)
    return one if one == other else None


def context_year(sentence: tuple[int, int], times: Sequence[TimeMention], position: int) -> int | None:
    """The year that the sentence has named before `position`, for months that name none."""
    years = [
        time.year
        for time in times
        if sentence[0] <= time.start < position
        and time.year is not None
        and time.role in (TimeRole.SHIFT, TimeRole.PERIOD)
        and time.grain
        in (
            PeriodGrain.YEAR,
            PeriodGrain.RANGE,
            PeriodGrain.HALF_YEAR,
            PeriodGrain.QUARTER,
            PeriodGrain.MONTH,
        )
    ]
    return years[-1] if years else None


def year_period(year: int, source: PeriodSource) -> Period:
    """The whole year."""
    return Period(*month_span(year, 1, 12), PeriodGrain.YEAR, source)


def publication_period(published: date) -> Period:
    """The publication day."""
    return Period(published, published, PeriodGrain.DAY, PeriodSource.PUBLICATION)
