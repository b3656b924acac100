"""Windows told by how much earlier they are than the one at hand: "годом ранее", "месяцем ранее".

Belongs here: which window is meant, and how far back. Does not belong here: the days of a plain
expression (`periods`) and which number an expression governs (`time_choice`).
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.periods.context_years import ContextYears
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.periods import publication_period, shifted, shifted_within_year, year_period
from extractors.times.time_mentions import TimeMention, TimeRole

_MONTH, _QUARTER = timedelta(days=31), timedelta(days=92)


class TimeShifts:
    """Resolves the shifts of one sentence after another."""

    def __init__(
        self,
        published: date | None,
        times: Sequence[TimeMention],
        memory: PeriodMemory,
        years: ContextYears,
        resolve: Callable[[TimeMention], Period | None],
    ) -> None:
        """Takes the publication date, all times in order, what the text leaves so far, and the resolvers."""
        self._published, self._times, self._memory = published, times, memory
        self._years, self._resolve = years, resolve
        self._starts = [time.start for time in times]
        self._sentence = 0
        self._found: dict[int, Period | None] = {}

    def enter(self, sentence: int) -> None:
        """Moves to the sentence that begins at an offset."""
        self._sentence = sentence
        self._found.clear()

    def of(self, time: TimeMention) -> Period | None:
        """The window that a shift names, the same for all numbers of its sentence; None if it names none."""
        if time.start not in self._found:
            is_within_year = time.months_back or time.days_back
            self._found[time.start] = self._within_year(time) if is_within_year else self._by_years(time)
        return self._found[time.start]

    def _by_years(self, time: TimeMention) -> Period | None:
        """ "годом ранее" is the window at hand a year back; more years back, or no window, a whole year."""
        thread = self._memory.thread
        window = thread.period if thread is not None and not thread.is_now else None
        if not self._memory.is_same_sentence and (before := self._named_before(time)) is not None:
            window = self._resolve(before)  # "в январе вывоз вырос с 8 тонн годом ранее до 9"
        if window is None and thread is not None and thread.is_planned:
            window = self._memory.dated  # "поступило 56 млн при плане 71. В аналогичном периоде – 48"
        if window is None and time.grain is PeriodGrain.DAY and self._published is not None:
            window = publication_period(
                self._published
            )  # "сейчас 74 центнера, на ту же дату прошлого года – 76"
        if window is not None and 0 <= time.years_back <= 1:
            return shifted(window, years_back=time.years_back, year=time.year)
        year = self._years.shifted_year(time, thread)
        return year_period(year, PeriodSource.EXPLICIT) if year is not None else None

    def _named_before(self, time: TimeMention) -> TimeMention | None:
        """The time that the sentence names right before another."""
        place = bisect_left(self._starts, time.start)
        other = self._times[place - 1] if place else None
        is_here = other is not None and other.start >= self._sentence and other.role is TimeRole.PERIOD
        return other if is_here else None

    def _within_year(self, time: TimeMention) -> Period | None:
        """ "в декабре – 8%, месяцем ранее – 3%": the short window named before, so much earlier."""
        thread = self._memory.thread
        base = thread.period if thread is not None else None
        if (before := self._named_before(time)) is not None:
            base = self._resolve(before)
        if (
            time.days_back == 1
            and base is not None
            and base.start != base.end
            and self._published is not None
        ):
            base = publication_period(self._published)  # "с начала месяца – 204 млн, днём ранее – 187"
        longest = _QUARTER if time.months_back else _MONTH
        if base is None or base.end - base.start > longest:
            return None
        return shifted_within_year(base, months_back=time.months_back, days_back=time.days_back)
