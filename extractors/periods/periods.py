"""Which days a temporal expression names, given the year at hand and the publication date.

Belongs here: a missing year, starts and deadlines, shifts by years, and the calendar unit that a
span of days is. Does not belong here: finding times (`times`), their roles (`time_roles`) and
which number a time governs (`time_choice`, `period_reader`).
"""

from dataclasses import replace
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.times.calendar_terms import day_of, month_span, months_before
from extractors.times.time_mentions import Span, TimeEdge, TimeMention, TimeRole

_DAY = timedelta(days=1)
_SEASON_BEGUN = timedelta(days=30)
_REPORTED_EARLY = timedelta(days=10)
# "до мая", "до 1 мая": counted from New Year to the eve.
_COUNTED_UP_TO = frozenset({PeriodGrain.DAY, PeriodGrain.MONTH})
# Grains that an actual number may name before they are over ("в IV квартале" in November).
_UNFINISHED = frozenset(
    {PeriodGrain.DAY, PeriodGrain.WEEK, PeriodGrain.MONTH, PeriodGrain.QUARTER, PeriodGrain.YEAR}
)


def resolve(time: TimeMention, *, year: int | None, published: date | None, planned: bool) -> Period | None:
    """The days of a temporal expression; None where they cannot be known.

    Args:
        time: The expression.
        year: The year that the context gives to an expression without one.
        published: The publication date.
        planned: Whether the number is a plan: its month may lie ahead.
    """
    span = _span(time, year, published, planned=planned)
    if span is None:
        return None
    first, last = span
    if time.edge is TimeEdge.START:
        return Period(first, first, PeriodGrain.DAY, PeriodSource.EXPLICIT)
    if time.role is TimeRole.SINCE:
        return _since(time, last if time.edge is TimeEdge.THROUGH else first, last, published)
    if time.role is TimeRole.DEADLINE and time.grain in _COUNTED_UP_TO and time.edge is not TimeEdge.WHOLE:
        edge = last if time.edge is TimeEdge.THROUGH else first - _DAY
        return _period(date(edge.year, 1, 1), edge, PeriodGrain.RANGE)
    return _period(first, last, time.grain)


def _since(time: TimeMention, first: date, last: date, published: date | None) -> Period | None:
    """From the named time to the publication; what begins later has its year, or no known end."""
    if published is None:
        return None
    if first <= published:
        is_year_so_far = first == date(published.year, 1, 1)
        grain = PeriodGrain.YEAR_TO_DATE if is_year_so_far else PeriodGrain.RANGE
        return Period(first, published, grain, PeriodSource.EXPLICIT)
    return _period(first, last, time.grain) if time.grain is PeriodGrain.YEAR else None


def _span(time: TimeMention, year: int | None, published: date | None, *, planned: bool) -> Span | None:
    if time.span is not None or time.span_in is None:
        return time.span_ahead if planned and time.span_ahead is not None else time.span
    if time.year is not None:
        return time.span_in(time.year)
    if year is not None:
        return time.span_in(year)
    if published is None:
        return _yearless(time)
    span = time.span_in(published.year)
    if span == time.span_in(published.year - 1):
        return span
    if planned or time.role is TimeRole.DEADLINE:
        return time.span_in(published.year + 1) if planned and span[1] < published else span
    return time.span_in(published.year - 1) if _is_ahead(time, span, published) else span


def _is_ahead(time: TimeMention, span: Span, published: date) -> bool:
    """Whether something past cannot have happened then, so that the year before is meant."""
    if time.grain in _UNFINISHED or time.edge is TimeEdge.START:
        return span[0] > published
    if is_season(span):
        return span[0] > published - _SEASON_BEGUN
    return span[0] > published or span[1] - published > _REPORTED_EARLY


def _yearless(time: TimeMention) -> Span | None:
    """A span whose years are in the expression itself ("2012–2015"), None if it needs a year."""
    assert time.span_in is not None
    one, other = time.span_in(2000), time.span_in(2001)
    return one if one == other else None


def is_season(span: Span) -> bool:
    """Whether the days are a season of the year."""
    return span[0].day == 1 and span[0].month in (3, 6, 9, 12) and 88 <= (span[1] - span[0]).days <= 91


def shifted(base: Period, *, years_back: int = 0, year: int | None = None) -> Period:
    """The same window `years_back` years earlier, or in another year."""
    back = years_back if year is None else base.end.year - year
    first = day_of(base.start.year - back, base.start.month, base.start.day)
    last = day_of(base.end.year - back, base.end.month, base.end.day)
    if _is_month_end(base.end):
        last = month_span(last.year, last.month, last.month)[1]
    return replace(base, start=first, end=last, source=PeriodSource.EXPLICIT)


def shifted_within_year(base: Period, *, months_back: int, days_back: int) -> Period:
    """The same window some months or days earlier; whole months stay whole."""
    first, last = (_months_earlier(day, months_back) for day in (base.start, base.end))
    if months_back and _is_month_end(base.end):
        last = month_span(last.year, last.month, last.month)[1]
    back = timedelta(days=days_back)
    return replace(base, start=first - back, end=last - back, source=PeriodSource.EXPLICIT)


def _months_earlier(day: date, count: int) -> date:
    first = months_before(day, count)
    return day_of(first.year, first.month, day.day)


def _is_month_end(day: date) -> bool:
    return (day + _DAY).day == 1


def _period(first: date, last: date, grain: PeriodGrain) -> Period:
    """The period, its grain the calendar unit that the days happen to be."""
    if grain is PeriodGrain.RANGE:
        grain = calendar_grain(first, last)
    return Period(first, last, grain, PeriodSource.EXPLICIT)


def calendar_grain(first: date, last: date) -> PeriodGrain:
    """The month, quarter, half or year that the days are, else a range."""
    months = {1: PeriodGrain.MONTH, 3: PeriodGrain.QUARTER, 6: PeriodGrain.HALF_YEAR, 12: PeriodGrain.YEAR}
    if first.year == last.year and first.day == 1 and _is_month_end(last):
        length = last.month - first.month + 1
        if length in months and (first.month - 1) % length == 0:
            return months[length]
    return PeriodGrain.RANGE


def year_period(year: int, source: PeriodSource) -> Period:
    """The whole year."""
    return Period(*month_span(year, 1, 12), PeriodGrain.YEAR, source)


def publication_period(published: date) -> Period:
    """The publication day."""
    return Period(published, published, PeriodGrain.DAY, PeriodSource.PUBLICATION)
