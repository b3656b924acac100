"""The period that a temporal expression of the sentence at hand names.

Belongs here: resolving against the sentence, the publication date and the time that the text has
reached. Does not belong here: which number the expression governs (`time_choice`), the days of a
plain expression (`periods`) and numbers without one (`period_inheritance`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.periods.context_years import ContextYears
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.periods import calendar_grain, resolve, year_period
from extractors.periods.time_choice import SentenceTimes
from extractors.periods.time_shifts import TimeShifts
from extractors.stances.plan_lexicon import Stance
from extractors.stances.plan_words import tells_of_past
from extractors.times.time_mentions import TimeMention, TimeRole

_WORD = re.compile(r"[а-я-]+")
_MARK = re.compile(r"[,.;:\d\n]")
# ", с 1 сентября, зарегистрировано", "с 1 сентября, когда начался сезон, зарегистрировано"
_OPENED = re.compile(r",\x20(?:то\x20есть\x20)?со?\x20$")
_CLOSED = re.compile(r",\x20")
_WHEN = re.compile(r",\x20когда\x20[^,.;:\n]*,\x20")
_REACH = 60
_MONTH = timedelta(days=31)
_LAST_MONTH = 12
_DAYS = frozenset({PeriodGrain.DAY, PeriodGrain.WEEK, PeriodGrain.RANGE})


class TimeResolver:
    """Resolves the expressions of one sentence after another."""

    def __init__(
        self, levelled: str, published: date | None, times: Sequence[TimeMention], memory: PeriodMemory
    ) -> None:
        """Takes the levelled text, its date, all its times in order, and what the text so far leaves."""
        self._levelled, self._published, self._memory = levelled, published, memory
        self._years = ContextYears(levelled, published, times, memory)
        self._here: SentenceTimes | None = None
        self._shifts = TimeShifts(
            published, times, memory, self._years, lambda time: self.resolve(time, planned=False)
        )
        self._handed_out: dict[int, int] = {}

    def enter(self, here: SentenceTimes) -> None:
        """Moves to a sentence."""
        self._here = here
        self._shifts.enter(here.start)
        self._handed_out.clear()

    def period_of(self, time: TimeMention, stance: Stance, *, planned: bool) -> Period | None:
        """The period that an expression names for the next number it governs; None if it names none.

        Args:
            time: The expression.
            stance: What the clause of the number says of its time.
            planned: Whether the number is a plan.
        """
        if time.role is TimeRole.SHIFT:
            return self._shifts.of(time)
        if time.listed and self._here is not None and self._here.distributions(time):
            return self._next_listed(time)
        return self.resolve(self.in_force(time, stance), planned=planned)

    def span(self, first: TimeMention, last: Period | None) -> Period | None:
        """ "с 12% в 2000 году до 9% в 2003 году": the time from one to the other."""
        begins = self.resolve(first, planned=False)
        if begins is None or last is None or begins.start >= last.end:
            return None
        grain = calendar_grain(begins.start, last.end)
        return Period(begins.start, last.end, grain, PeriodSource.EXPLICIT)

    def _named(self, anaphor: TimeMention) -> Period | None:
        """ "за этот период", and "за эти годы", which are more than one."""
        named = self._named_here(anaphor) or self._memory.named_period()
        is_year = named is not None and named.start.year == named.end.year
        return None if anaphor.grain is PeriodGrain.YEAR and is_year else named

    def _named_here(self, anaphor: TimeMention) -> Period | None:
        """ "с мая по июнь резервы выросли, за этот период продано 5 тонн": what the sentence itself names."""
        for time in reversed(self._here.outer() if self._here is not None else ()):
            if time.start < anaphor.start and time.role is TimeRole.PERIOD and not time.is_inexact:
                return self.resolve(time, planned=False)
        return None

    def _next_listed(self, time: TimeMention) -> Period | None:
        """The next of the listed years; the last one for whatever comes behind, unless told of again."""
        place = self._handed_out.get(time.start, 0)
        self._handed_out[time.start] = place + 1
        if self._here is not None and self._here.distributions(time) > 1:
            place %= len(time.listed)
        return year_period(time.listed[min(place, len(time.listed) - 1)], PeriodSource.EXPLICIT)

    def in_force(self, time: TimeMention, stance: Stance) -> TimeMention:
        """ "с 1 января – 85 000 тенге", "с июня доведут до четырёх": dated by its beginning."""
        if stance is not Stance.PAST:
            time = self._after_new_year(time)
        if time.role is not TimeRole.SINCE or self._published is None or time.span_in is None:
            return time
        time = self._announced(time)
        is_day = time.grain is PeriodGrain.DAY and stance not in (Stance.PAST, Stance.STANDING)
        is_day = is_day and not self._counts_from(time)
        return (
            replace(time, role=TimeRole.PERIOD)
            if is_day or self.begins_ahead(time, planned=stance is Stance.PLANNED)
            else time
        )

    def _counts_from(self, time: TimeMention) -> bool:
        """ "с 1 сентября зарегистрировано 460 случаев": what has been counted up since that day."""
        is_aside = _OPENED.search(self._levelled, max(0, time.start - 14), time.start) is not None
        aside = (_CLOSED if is_aside else _WHEN).match(self._levelled, time.end)
        start = aside.end() if aside is not None else time.end
        behind = _MARK.split(self._levelled[start : start + _REACH], maxsplit=1)[0]
        return tells_of_past(_WORD.findall(behind))

    def _after_new_year(self, time: TimeMention) -> TimeMention:
        """ "с 1 по 14 января дежурят 40 бригад" at the end of December: days of the year to come."""
        if self._published is None or time.span_in is None or time.span is not None or time.year is not None:
            return time
        if self._published.month != _LAST_MONTH or time.grain not in _DAYS or time.role is TimeRole.BASE:
            return time
        first, last = time.span_in(self._published.year + 1)
        is_soon = last - self._published <= 2 * _MONTH and first - self._published <= _MONTH
        is_count = self._levelled.endswith("на ", 0, time.start) or self._levelled.startswith(
            "на ", time.start
        )
        return replace(time, year=self._published.year + 1) if is_soon and not is_count else time

    def _announced(self, time: TimeMention) -> TimeMention:
        """ "с 1 мая тариф – 148 тенге" in April: a day without a year that is close at hand."""
        is_open = time.role is TimeRole.SINCE and time.year is None and time.span is None
        if not is_open or self._published is None or time.span_in is None:
            return time
        begins = time.span_in(self._published.year)[0]
        is_soon = timedelta() < begins - self._published <= _MONTH
        return replace(time, year=begins.year) if is_soon else time

    def begins_ahead(self, time: TimeMention, *, planned: bool) -> bool:
        """ "с 1 января 2026 года" in December: no known end, but not yet begun."""
        if time.role is not TimeRole.SINCE or self._published is None or time.span_in is None:
            return False
        begins = self.resolve(replace(self._announced(time), role=TimeRole.PERIOD), planned=planned)
        return begins is not None and begins.start > self._published

    def resolve(self, time: TimeMention, *, planned: bool) -> Period | None:
        """The days of an expression; None where they cannot be known."""
        if time.role is TimeRole.ANAPHOR:
            return self._named(time)
        year = time.year
        if time.span is None and year is None:
            sentence = self._here.start if self._here is not None else 0
            year = self._years.of(time, sentence, planned=planned)
        reference = self._published or (self._counted_up_to() if time.role is TimeRole.SINCE else None)
        return resolve(time, year=year, published=reference, planned=planned)

    def _counted_up_to(self) -> date | None:
        """ "с начала 2008 года выросли и на 1 июля 2008 года составили …": the end of an undated text."""
        for time in self._here.outer() if self._here is not None else ():
            is_short = time.grain not in (PeriodGrain.YEAR, PeriodGrain.YEAR_TO_DATE)
            if is_short and time.year is not None and time.role is TimeRole.PERIOD:
                day = resolve(time, year=None, published=None, planned=False)
                return day.end if day is not None else None
        return self._memory.as_of.end if self._memory.as_of is not None else None
