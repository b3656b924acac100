"""Days on which something was reported, which are not the time of what the report tells.

Belongs here: meetings, statements and reports around a day. Does not belong here: the time that a
number has instead (`period_inheritance`).
"""

import re

from extractors.model import PeriodGrain
from extractors.times.time_mentions import TimeMention, TimeRole

_REACH = 90
_AS_OF = re.compile(
    r"(?<![а-я])(?:на|к|ко|по)\s(?:утро\s|конец\s|\d{1,2}(?:[:.]\d\d)?\s(?:час[а-я]*\s|мск\s)?)?$"
)
_REPORTING = re.compile(
    r"(?<![а-я])(?:(?:за|со)седани|совещани|коллеги[яию](?![а-я])|брифинг|пресс-конференц|сообщ|долож|доклад|рассказ"
    r"|заявил|отчит|выступ|правительственн[а-я]+\sчас)"
)
_TOLD = re.compile(r",\sчто\s")
_COMMA = re.compile(r",")
_AS_TOLD = re.compile(r"(?<![а-я])как\s[^,:;]{2,90}$")


def is_as_of(levelled: str, time: TimeMention) -> bool:
    """ "на 4 октября": a day that things are as of."""
    return _AS_OF.search(levelled, max(0, time.start - 20), time.start) is not None


def is_day_of_report(levelled: str, time: TimeMention, start: int, end: int) -> bool:
    """ "12 ноября состоялось заседание", "12 ноября министр сообщил, что …": the day of a report.

    Args:
        levelled: The levelled text.
        time: The temporal expression.
        start: Where its sentence begins.
        end: Where what tells of it ends.
    """
    if time.grain is not PeriodGrain.DAY or time.role is not TimeRole.PERIOD or time.is_present:
        return False
    if is_as_of(levelled, time):
        return False
    low, high = max(start, time.start - _REACH), min(end, time.end + _REACH)
    return _REPORTING.search(levelled, low, high) is not None


def is_told_behind(levelled: str, time: TimeMention, start: int, number: int) -> bool:
    """ "12 ноября министр доложил, что построено 5 школ", "как сообщил в среду министр, построено"."""
    if time.end >= number:
        return False
    opening = _TOLD.search(levelled, time.end, number)
    if opening is None and _AS_TOLD.search(levelled, max(start, time.start - _REACH), time.start):
        opening = _COMMA.search(levelled, time.end, number)
    return opening is not None and is_day_of_report(levelled, time, start, opening.start())
