"""The time that the discourse has reached, and when it only looks aside from it.

Belongs here: one such time by itself. Does not belong here: keeping it from sentence to sentence
(`period_memory`) and what headings (`heading_periods`) or the opening paragraph (`opening_periods`) say.
"""

import re
from datetime import timedelta

from extractors.model import Period, PeriodGrain
from extractors.records import record
from extractors.times.time_mentions import TimeMention, TimeRole

_DAY = timedelta(days=1)
_FOR_YEAR = re.compile(r"(?<![а-я])на\x20(?:\d{4}(?:-й)?|[а-я]+)\x20год$")
_PART = re.compile(
    r"(?<![а-я])(?:из\x20(?:них|которых|этого\x20числа)|в\x20том\x20числе)(?![а-я])(?:[^.;!?\n]|(?<=млн)\.|(?<=лрд)\.|(?<=тыс)\.|(?<=\x20г)\.){0,200}$"
)
_TAKING_UP = re.compile(
    r"(?:из\x20(?:них|этого\x20числа|общего\x20числа)|в\x20(?:том|их)\x20числе|среди\x20них|это|замыка[ею]т|"
    r"(?:следом|далее|за\x20н(?:им|ей|ими))\x20(?:ид|след)[а-я]+|на\x20(?:втором|третьем)\x20месте)(?![а-я-])"
)
_REMARK = re.compile(r"(?<![а-я])(?:для\s(?:сравнения|справки)|справочно|напомним)[^.!?\n]{0,50}$")


@record
class Thread:
    """The time that the discourse has reached.

    Attributes:
        period: The period, None where it is unknown.
        is_planned: Whether the last number was a plan.
        is_now: Whether it is the publication day rather than a stated time.
        time: The temporal expression it was read from, None if it was inherited.
        is_event: Whether it is when something happened in a sentence without numbers: only what else
            happened then goes on with it.
        is_set: Whether it is what something was allotted for, "на 2025 год": what has happened is not of it.
    """

    period: Period | None
    is_planned: bool = False
    is_now: bool = False
    time: TimeMention | None = None
    is_event: bool = False
    is_set: bool = False

    @property
    def told(self) -> Period | None:
        """The stated period of something that happened."""
        return None if self.is_now or self.is_planned or self.is_set else self.period

    @property
    def names_year(self) -> bool:
        """Whether it was read from a year: "в 2025 году", no deadline and no start."""
        is_year = self.period is not None and self.period.grain is PeriodGrain.YEAR
        return is_year and self.time is not None and self.time.role is TimeRole.PERIOD


def takes_up(levelled: str, start: int, end: int) -> bool:
    """ "Из них …", "Это …", "Замыкает тройку лидеров …": a paragraph that goes on with the one before it."""
    return _TAKING_UP.match(levelled, start, end) is not None


def is_look_aside(levelled: str, last: Thread, before: Thread) -> bool:
    """ "Для сравнения: годом ранее …", or a day within the longer time at hand.

    Args:
        levelled: The levelled text.
        last: The time that a sentence ends with.
        before: The time that the text had reached before it.
    """
    period, longer = last.period, before.period
    if longer is None:
        return last.time is not None and last.time.role is TimeRole.SHIFT
    if period is None:
        return False
    if last.time is not None and (_is_remark(levelled, last.time) or _looks_back(last, period, longer)):
        return True
    if period.grain is not PeriodGrain.DAY or last.is_now or last.is_planned:
        return False
    if longer.grain is PeriodGrain.DAY:
        return longer.start - period.start == _DAY  # "за сутки – 5 случаев, накануне – 7"
    return longer.start <= period.start <= longer.end


def is_of_part(levelled: str, time: TimeMention | None) -> bool:
    """ "экспорт – 8 млн тонн, из них 6 млн – с сентября": a time within a part, told for it alone."""
    return time is not None and _PART.search(levelled, max(0, time.start - 240), time.start) is not None


def is_split(levelled: str, first: Thread, last: Thread) -> bool:
    """ "с 2021 по 2024 годы – 86 млрд: в 2021 году – 14, …, в 2024-м – 29": a time told for a part of it."""
    if first.time is None or last.time is None or first.period is None or last.period is None:
        return False
    is_inside = first.period.start <= last.period.start and last.period.end <= first.period.end
    return is_inside and ": " in levelled[first.time.end : last.time.start]


def is_set_for(levelled: str, time: TimeMention) -> bool:
    """ "на 2025 год выделено 655 млрд": a year that money or a norm is meant for."""
    is_year = time.grain is PeriodGrain.YEAR and time.role is TimeRole.PERIOD
    return is_year and _FOR_YEAR.search(levelled, max(0, time.start - 4), time.end) is not None


def goes_on_with_event(before: Thread | None, period: Period | None) -> bool:
    """ "1 мая министр посетил завод. Он отметил износ в 90%": past on the day of an event, which it stays."""
    if before is None or not before.is_event or before.period is None or period is None:
        return False
    return period.grain is PeriodGrain.DAY and period.start == before.period.start


def _looks_back(last: Thread, period: Period, before: Period) -> bool:
    """Whether a time lies before the one at hand, or only tells since which day something holds."""
    if last.time is None or last.time.role is TimeRole.SHIFT:
        return last.time is not None and period.end < before.start
    is_since = last.time.role is TimeRole.SINCE and period.grain is PeriodGrain.DAY
    return is_since and not last.is_planned


def _is_remark(levelled: str, time: TimeMention) -> bool:
    """ "Для сравнения: в 2023 году – 6": a look aside, after which the text goes on."""
    return _REMARK.search(levelled, max(0, time.start - 70), time.start) is not None
