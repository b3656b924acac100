"""Expressions that say one time together: "2023 год и 9 месяцев 2024 года", "за пять лет (2020–2024)".

Belongs here: joining an expression to the one before it or to the bracket behind it. Does not belong
here: finding expressions (`times`) and their meaning (`calendar_times`, `relative_times`).
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from extractors.model import PeriodGrain
from extractors.times.calendar_times import years_behind
from extractors.times.time_mentions import Span, TimeEdge, TimeMention, TimeRole

_AND = re.compile(r"\x20?(?:,|и|,\x20а\x20также)\x20(?:за\x20|в\x20|во\x20|на\x20)?")
_UP_TO = re.compile(
    r",?\x20?(?:\((?=\D))?(?:(?:по\x20состоянию\x20)?(?:на|по|до)\x20(?:конец\x20)?|с\x20начала\x20)?"
)
_PERIOD_BEFORE = re.compile(r"(?<![а-я])(?:в|за)\x20(?:[а-я]+\x20)?период(?:\x20[а-я]+){0,3}\x20\($")
_WHILE = re.compile(r"за\x20(?:весь\x20)?(?:период|время)\x20")
_DAY = timedelta(days=1)
_UP_TO_GRAINS = (PeriodGrain.DAY, PeriodGrain.MONTH)


def add_time(levelled: str, mention: TimeMention, found: list[TimeMention]) -> None:
    """Adds an expression to those found; one that goes on where the last one ended is joined to it."""
    if mention.is_inexact:
        years = years_behind(levelled, mention.end)
        if years is not None:
            mention = replace(years, start=mention.start, role=mention.role)
    mention = _of_period(levelled, mention)
    last = found[-1] if found else None
    if last is not None and last.start >= mention.start:
        found[-1] = mention
        return
    counted = _counted_up_to(levelled, last, mention) if last is not None else None
    if counted is not None:
        found[-1] = counted
        return
    if last is not None and (
        _is_same_shift(levelled, last, mention)
        or _is_told_again(levelled, last, mention)
        or _is_while_of_year(levelled, last, mention)
    ):
        found[-1] = replace(last, end=mention.end)
        return
    if last is not None and _is_window_of_year(levelled, last, mention):
        found[-1] = replace(last, end=mention.end, role=TimeRole.SHIFT)
        return
    if last is not None and _narrows(levelled, last, mention):
        found[-1] = replace(mention, start=last.start, year=mention.year or last.year)
        return
    goes_on = last is not None and _AND.fullmatch(levelled, last.end, mention.start)
    joined = _joined(last, mention) if last is not None and goes_on else None
    if joined is not None:
        found[-1] = joined
    else:
        found.append(mention)


def _of_period(levelled: str, mention: TimeMention) -> TimeMention:
    """ "в период опыта (с 1.10.2023 по 1.02.2024) поступило": a bracket that says which is no aside."""
    is_days = mention.grain is PeriodGrain.RANGE and mention.span_in is not None
    if not is_days or levelled[mention.start - 1 : mention.start] != "(":
        return mention
    if not levelled.startswith(")", mention.end):
        return mention
    named = _PERIOD_BEFORE.search(levelled, max(0, mention.start - 80), mention.start)
    return mention if named is None else replace(mention, start=named.start())


def _is_same_shift(levelled: str, last: TimeMention, mention: TimeMention) -> bool:
    """ "годом ранее за тот же период – 924": the window at hand, as the shift says already."""
    is_shifted = last.role is TimeRole.SHIFT and mention.role is TimeRole.ANAPHOR
    return is_shifted and levelled[last.end : mention.start] in (" ", ", ")


def _is_told_again(levelled: str, last: TimeMention, mention: TimeMention) -> bool:
    """ "с августа 2021 года, то есть за четыре года": what says no more than the time before it."""
    is_vague = mention.is_inexact and not last.is_inexact
    return is_vague and levelled[last.end : mention.start].strip(" ,(") in ("то есть", "т.е.")


def _is_while_of_year(levelled: str, last: TimeMention, mention: TimeMention) -> bool:
    """ "в этом году за период навигации": a while of no known days, but within the year before it."""
    is_year = last.grain is PeriodGrain.YEAR and last.role is TimeRole.PERIOD and last.year is not None
    is_behind = is_year and mention.is_inexact and levelled[last.end : mention.start] == " "
    return is_behind and _WHILE.match(levelled, mention.start) is not None


def _is_window_of_year(levelled: str, last: TimeMention, mention: TimeMention) -> bool:
    """ "в 2024 году за этот же период": the window at hand, in that year."""
    is_year = last.grain is PeriodGrain.YEAR and last.role is TimeRole.PERIOD and last.year is not None
    is_window = mention.role is TimeRole.ANAPHOR and mention.grain is not PeriodGrain.YEAR
    return is_year and is_window and levelled[last.end : mention.start] == " "


def _narrows(levelled: str, last: TimeMention, mention: TimeMention) -> bool:
    """ "в этом году (с 1 января по 20 ноября)": a bracket of nothing but days within the time before it."""
    if mention.grain is not PeriodGrain.RANGE or mention.span_in is None or last.role is not TimeRole.PERIOD:
        return False
    if not (levelled.startswith(" (", last.end) and mention.start == last.end + 2):
        return False
    if not levelled.startswith(")", mention.end) or last.year is None or last.span_in is None:
        return False
    (first, end), (inner, inner_end) = last.span_in(last.year), mention.span_in(mention.year or last.year)
    return first <= inner <= inner_end <= end


def _counted_up_to(levelled: str, last: TimeMention, mention: TimeMention) -> TimeMention | None:
    """ "с начала года на 1 ноября", "на 1 ноября с начала года", "с начала года по май": up to that day."""
    since, day = (last, mention) if mention.grain in _UP_TO_GRAINS else (mention, last)
    if (
        day.grain not in _UP_TO_GRAINS
        or day.span_in is None
        or day.edge is TimeEdge.UNTIL
        or not _UP_TO.fullmatch(levelled, last.end, mention.start)
    ):
        return None
    start = _new_year(since)
    if start is None or day.year not in (None, start.year):
        return None
    end = day.span_in(start.year)[1]
    if since.span is not None and end > since.span[1]:
        return None
    return TimeMention(last.start, mention.end, TimeRole.PERIOD, PeriodGrain.YEAR_TO_DATE, span=(start, end))


def _new_year(since: TimeMention) -> date | None:
    """The first day that "с начала года" or "с начала 2025 года" counts from."""
    if since.grain is PeriodGrain.YEAR_TO_DATE and since.span is not None:
        return since.span[0]
    is_dated = since.role is TimeRole.SINCE and since.grain is PeriodGrain.YEAR and since.year is not None
    return date(since.year, 1, 1) if is_dated and since.year is not None else None


def _joined(last: TimeMention, mention: TimeMention) -> TimeMention | None:
    one, other = _own_days(last), _own_days(mention)
    if one is None or other is None or other[0] - one[1] != _DAY:
        return None
    are_years = last.grain is PeriodGrain.YEAR and mention.grain is PeriodGrain.YEAR
    listed = (one[0].year, other[0].year) if are_years else ()
    return TimeMention(
        last.start, mention.end, last.role, PeriodGrain.RANGE, span=(one[0], other[1]), listed=listed
    )


def _own_days(mention: TimeMention) -> Span | None:
    """The days of a plain period that names its years itself."""
    if mention.role is not TimeRole.PERIOD or mention.edge is not TimeEdge.WHOLE or mention.span_in is None:
        return None
    if mention.year is None and mention.span_in(2000) != mention.span_in(2001):
        return None
    return mention.span_in(mention.year or 2000)
