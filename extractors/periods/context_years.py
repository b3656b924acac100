"""The year of a temporal expression that names none: "в марте", "до конца года", "тремя годами раньше".

Belongs here: the year that the sentence, or an undated text, has named. Does not belong here: the days
in that year (`periods`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from extractors.model import PeriodGrain
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.period_threads import Thread
from extractors.times.time_mentions import TimeEdge, TimeMention, TimeRole

_LOOKBACK = 12
_FAR = 60
_CLAUSE_REACH = 40
_RELATIVE = re.compile(r",\x20(?:[а-я]{1,3}\x20)?котор[а-я]+(?:\x20[а-я]+)*\x20?$")


class ContextYears:
    """The years that the times of one text lend to each other."""

    def __init__(
        self, levelled: str, published: date | None, times: Sequence[TimeMention], memory: PeriodMemory
    ) -> None:
        """Takes the levelled text, its date, all its times in order, and what the text so far leaves."""
        self._levelled, self._published, self._times, self._memory = levelled, published, times, memory
        self._starts = [time.start for time in times]

    def shifted_year(self, time: TimeMention, thread: Thread | None) -> int | None:
        """The year meant by so many years back from the time at hand."""
        if time.year is not None:
            return time.year
        if thread is not None and thread.period is not None:
            return thread.period.end.year - time.years_back
        return self._published.year - time.years_back if self._published is not None else None

    def of(self, time: TimeMention, sentence: int, *, planned: bool) -> int | None:
        """The year that the sentence (the text, if it has no date) named before a time without one.

        Args:
            time: The expression.
            sentence: Where its sentence begins.
            planned: Whether its number is a plan.
        """
        place = bisect_left(self._starts, time.start)
        for other in reversed(self._times[max(0, place - _LOOKBACK) : place]):
            if other.start < sentence or other.is_present:
                break  # "год назад – 120, сейчас – 150, к лету ожидается 170"
            if other.role is TimeRole.SHIFT:
                return self.shifted_year(other, self._memory.before_sentence)
            is_named = other.role is TimeRole.PERIOD and other.grain is not PeriodGrain.DAY
            if self._is_of_relative(other, time) or self._is_of_bracket(other, time):
                continue
            if other.year is not None and is_named:
                return other.year if self._lends_year(other.year, planned=planned) else None
        if self._published is None:
            return self._nearest_year(place)
        return None if planned else self._year_of_window(time)

    def _year_of_window(self, time: TimeMention) -> int | None:
        """ "С марта по май 2024 года шёл конкурс. В апреле …": a month of the window told."""
        window = self._memory.dated
        if window is None or time.span_in is None or self._published is None:
            return None
        year = window.end.year
        if year == self._published.year or year != window.start.year:
            return None
        if time.role is TimeRole.PERIOD and time.grain is PeriodGrain.YEAR and time.edge is TimeEdge.WHOLE:
            return year if window.grain is PeriodGrain.YEAR else None  # "в течение года"
        first, last = time.span_in(year)
        is_within = window.start <= first <= last <= window.end
        is_old = window.grain is not PeriodGrain.YEAR or year < self._published.year - 1
        return year if is_within and is_old and window.grain is not PeriodGrain.DAY else None

    def _is_of_relative(self, other: TimeMention, time: TimeMention) -> bool:
        """ "район, который в прошлом году был первым, в январе занял 4-е": a time of the clause between."""
        opening = _RELATIVE.search(self._levelled, max(0, other.start - _CLAUSE_REACH), other.start)
        return opening is not None and "," in self._levelled[other.end : time.start]

    def _is_of_bracket(self, other: TimeMention, time: TimeMention) -> bool:
        """ "завод (запуск – декабрь 2024 года) выпустил в августе": a time in a bracket that has closed."""
        between = self._levelled[other.end : time.start]
        closing = between.find(")")
        return closing >= 0 and "(" not in between[:closing]

    def _lends_year(self, year: int, *, planned: bool) -> bool:
        """ "в 2023 году открыли 300, до конца года сдадут 346": what is planned is not of a year gone by."""
        if self._published is None:
            return True
        return year == self._published.year if planned else year <= self._published.year

    def _nearest_year(self, place: int) -> int | None:
        """Without a publication date: the year of the nearest dated time, or the one after a base."""
        before = reversed(self._times[max(0, place - _FAR) : place])
        behind = self._times[place : place + _FAR]
        dated = [time for time in (*before, *behind) if time.year is not None]
        told = next((time.year for time in dated if time.role is not TimeRole.BASE), None)
        return told or next((time.year + 1 for time in dated if time.year is not None), None)
