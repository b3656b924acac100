"""Expressions that say one time together: "2023 год и 9 месяцев 2024 года", "за пять лет (2020–2024)".

Belongs here: joining an expression to the one before it or to the bracket behind it. Does not belong
here: finding expressions (`times`) and their meaning (`calendar_times`, `relative_times`).
"""

import re
from dataclasses import replace
from datetime import timedelta

from extractors.calendar_times import years_behind
from extractors.model import PeriodGrain
from extractors.time_mentions import Span, TimeEdge, TimeMention, TimeRole

_AND = re.compile(r"\x20?(?:,|и|,\x20а\x20также)\x20(?:за\x20|в\x20|во\x20)?")
_DAY = timedelta(days=1)


def add_time(levelled: str, mention: TimeMention, found: list[TimeMention]) -> None:
    """Adds an expression to those found; one that goes on where the last one ended is joined to it."""
    if mention.is_inexact:
        years = years_behind(levelled, mention.end)
        if years is not None:
            mention = replace(years, start=mention.start, role=mention.role)
    last = found[-1] if found else None
    goes_on = last is not None and _AND.fullmatch(levelled, last.end, mention.start)
    joined = _joined(last, mention) if last is not None and goes_on else None
    if joined is not None:
        found[-1] = joined
    else:
        found.append(mention)


def _joined(last: TimeMention, mention: TimeMention) -> TimeMention | None:
    one, other = _own_days(last), _own_days(mention)
    if one is None or other is None or other[0] - one[1] != _DAY:
        return None
    return TimeMention(last.start, mention.end, last.role, PeriodGrain.RANGE, span=(one[0], other[1]))


def _own_days(mention: TimeMention) -> Span | None:
    """The days of a plain period that names its years itself."""
    if mention.role is not TimeRole.PERIOD or mention.edge is not TimeEdge.WHOLE or mention.span_in is None:
        return None
    if mention.year is None and mention.span_in(2000) != mention.span_in(2001):
        return None
    return mention.span_in(mention.year or 2000)
