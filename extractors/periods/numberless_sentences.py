"""What a sentence without numbers leaves of time for the next one.

Belongs here: the time that it goes on with, and whether it opens a list of plans. Does not belong here:
numbers and their times (`period_reader`), and how long what is left holds (`period_memory`).
"""

import re
from datetime import date

from extractors.model import PeriodGrain
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.period_threads import Thread
from extractors.periods.periods import is_season
from extractors.periods.report_days import is_day_of_report
from extractors.periods.time_choice import SentenceTimes
from extractors.periods.time_resolution import TimeResolver
from extractors.stances.plan_lexicon import Stance
from extractors.stances.plan_words import (
    announces_plans,
    orders,
    reports_outcome,
    speaks_of_future,
    tells_of_past,
)
from extractors.text.sentences import SentenceSpan
from extractors.times.time_mentions import TimeMention

_WORD = re.compile(r"[а-я-]+")
_PLANNED_FOR = re.compile(
    r"(?<![а-я])(?:бюджет|план|прогноз|смет|лимит|квот|показател|параметр|программ)[а-я]*\s(?:[а-я]+\s){0,6}на\s$"
)
_EVENT_GRAINS = frozenset({PeriodGrain.DAY, PeriodGrain.MONTH, PeriodGrain.WEEK, PeriodGrain.YEAR})
_REPORTS = re.compile(
    r"(?<![а-я])(?:за|на|по\x20состоянию|итог[а-я]*|результат[а-я]*|событи[а-я]+)\x20(?:[а-я]+\x20){0,2}$|\($"
)


class NumberlessSentences:
    """The sentences of one text that no number is asked of."""

    def __init__(
        self, levelled: str, published: date | None, memory: PeriodMemory, resolver: TimeResolver
    ) -> None:
        """Takes the levelled text, when it was published, what it leaves so far, and what resolves times."""
        self._levelled, self._published = levelled, published
        self._memory, self._resolver = memory, resolver

    def pass_by(self, span: SentenceSpan, here: SentenceTimes, *, in_table: bool) -> None:
        """A sentence without numbers still moves the time that the next one goes on with.

        Args:
            span: The sentence.
            here: Its times.
            in_table: Whether it is a row of a table, whose times are those of its columns.
        """
        for horizon in here.horizons[-1:]:
            self._memory.horizon = self._resolver.resolve(horizon, planned=True)
        opens_list = self._levelled[span.end - 1] == ":"
        if in_table or not (here.outer() or opens_list or here.closing()):
            return
        planned = self._is_planned(span, opens_list=opens_list)
        announced = opens_list and announces_plans(self._levelled[span.start : span.end])
        self._memory.plans_list = opens_list and (planned or announced)
        self._memory.tells_list = opens_list and not planned and self._tells_of_past(span)
        time = self._last_time(span, here)
        if time is not None and not is_day_of_report(self._levelled, time, span.start, span.end):
            self._go_on(time, span, planned=planned, opens_list=opens_list)

    def _last_time(self, span: SentenceSpan, here: SentenceTimes) -> TimeMention | None:
        """ "Об итогах за 2023 год и задачах на 2024 год": the last time, of outcomes the last one gone by."""
        times = [time for time in here.outer() or here.closing() if not here.is_participial(time)]
        if len(times) > 1 and reports_outcome(self._levelled[span.start : span.end]):
            return next((time for time in reversed(times) if self._is_over(time)), times[-1])
        return times[-1] if times else None

    def _is_over(self, time: TimeMention) -> bool:
        period = self._resolver.resolve(time, planned=False)
        return period is not None and self._published is not None and period.end < self._published

    def _is_planned(self, span: SentenceSpan, *, opens_list: bool) -> bool:
        words = _WORD.findall(self._levelled, span.start, span.end)
        return speaks_of_future(words) or (opens_list and orders(words))

    def _tells_of_past(self, span: SentenceSpan) -> bool:
        return tells_of_past(_WORD.findall(self._levelled, span.start, span.end))

    def _go_on(self, time: TimeMention, span: SentenceSpan, *, planned: bool, opens_list: bool) -> None:
        """Hands on the last time of a sentence, a plan where it lies ahead."""
        if opens_list or self._resolver.begins_ahead(time, planned=planned):
            time = self._resolver.in_force(time, Stance.PLANNED if planned else Stance.VERBLESS)
        is_for_plan = _PLANNED_FOR.search(self._levelled, span.start, time.start) is not None
        is_forecast = is_for_plan and time.grain is PeriodGrain.DAY
        period = self._resolver.resolve(time, planned=planned or is_forecast)
        ahead = period is not None and self._published is not None and period.start > self._published
        self._memory.plans_list = self._memory.plans_list or (ahead and (opens_list or is_for_plan))
        reports = _REPORTS.search(self._levelled, max(0, time.start - 40), time.start) is not None
        is_short = time.grain in _EVENT_GRAINS or (
            period is not None and is_season((period.start, period.end))
        )
        is_event = is_short and not reports and not opens_list
        thread = Thread(period, planned or ahead, time.is_present, time, is_event=is_event)
        self._memory.go_on(thread, is_number=False)
