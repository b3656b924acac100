"""What the first number of a text says of the time of all: "на 4 октября обмолочено", "за 9 месяцев".

Belongs here: when a time can hold for the whole text. Does not belong here: headings (`heading_periods`)
and which number is the first (`period_memory`).
"""

import re
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain
from extractors.periods.heading_periods import is_reported
from extractors.periods.period_threads import Thread
from extractors.times.time_mentions import TimeEdge, TimeRole

_REPORT_DELAY = timedelta(days=31)
_OLD = timedelta(days=1100)  # "в 1930-х годах куланы исчезли": history, not what the text reports
_AS_OF = re.compile(r"(?<![а-я])(?:на|к|ко)\s(?:утро\s|конец\s)?$")


def lead_of(levelled: str, thread: Thread, published: date | None) -> Period | None:
    """The period that the first number of the first paragraph states, if it can hold for the text."""
    period = thread.period
    if period is None or thread.time is None or thread.is_now or thread.is_planned:
        return None
    if period.grain is PeriodGrain.DAY and not _is_report_day(levelled, thread, published):
        return None
    if thread.is_event or thread.time.edge is TimeEdge.UNTIL:
        return None
    is_old = published is not None and published - period.end > _OLD
    return period if is_reported(period, published) and not is_old else None


def plan_lead_of(thread: Thread) -> Period | None:
    """ "Утверждён бюджет на 2024 год", "в мае страна закупит": the time that an opening plans for."""
    if thread.period is None or thread.time is None or not thread.is_planned:
        return None
    is_window = thread.time.role is TimeRole.PERIOD and thread.period.grain is not PeriodGrain.DAY
    return thread.period if is_window else None


def as_of_day(levelled: str, thread: Thread) -> Period | None:
    """ "на 4 октября": the day that things are as of, None for any other time."""
    period, time = thread.period, thread.time
    if period is None or time is None or period.grain is not PeriodGrain.DAY:
        return None
    return period if _AS_OF.search(levelled, max(0, time.start - 12), time.start) else None


def _is_report_day(levelled: str, thread: Thread, published: date | None) -> bool:
    """ "на 4 октября обмолочено": a day up to which things are counted, shortly before publication."""
    period = as_of_day(levelled, thread)
    return period is not None and published is not None and published - period.end <= _REPORT_DELAY
