"""Times of a sentence that hold for something else than the number: "хранит 812 дел о событиях 1929 года".

Belongs here: what the tense of a number's clause and the marks before it say against a time. Does not
belong here: which time stands nearest (`time_choice`) and days of a report (`report_days`).
"""

from datetime import date, timedelta

from extractors.model import PeriodGrain
from extractors.periods.report_days import is_as_of
from extractors.periods.time_resolution import TimeResolver
from extractors.stances.plan_lexicon import Stance
from extractors.times.time_mentions import TimeEdge, TimeMention, TimeRole

_STALE = timedelta(days=92)


class UnrelatedTimes:
    """The times of one text, asked whether they can be a number's at all."""

    def __init__(self, levelled: str, published: date | None, resolver: TimeResolver) -> None:
        """Takes the levelled text, its publication date, and what resolves its times."""
        self._levelled, self._published, self._resolver = levelled, published, resolver

    def is_cut_off(self, time: TimeMention, start: int, stance: Stance) -> bool:
        """Whether a semicolon parts the time from a number that speaks of another time."""
        if time.end > start or ";" not in self._levelled[max(time.end, start - 300) : start]:
            return False
        if time.role is TimeRole.DEADLINE and stance in (Stance.PAST, Stance.PRESENT):
            return True
        return stance is Stance.STANDING or (stance is Stance.PRESENT and time.is_inexact)

    def is_elsewhere(self, time: TimeMention, stance: Stance, start: int) -> bool:
        """ "содержит 812 дел о восстаниях в 1929 году", "действует до 2030 года": no time of a state."""
        if stance is not Stance.STANDING or self._published is None or time.role is TimeRole.SHIFT:
            return False
        if time.role is TimeRole.SINCE:  # "с 2014 года отремонтировано 300 домов, в которых живут 46 тысяч"
            return ", в котор" in self._levelled[time.end : start]
        if time.role is TimeRole.DEADLINE:
            return True
        if time.role is not TimeRole.PERIOD or time.is_inexact or self._levelled.startswith(" - ", time.end):
            return False  # "в 2020 году – 39 млн, в 2023 году – уже 90 млн"
        if time.grain is PeriodGrain.YEAR and time.year is None:
            return True  # "в течение года на учёте состоят 42 тысячи"
        if time.edge is TimeEdge.START or (time.grain is PeriodGrain.DAY and is_as_of(self._levelled, time)):
            return False  # "на 1 января 2020 года на учёте состоят 3 тысячи"
        period = self._resolver.resolve(time, planned=False)
        return period is not None and self._published - period.end > _STALE
