"""Reads a text in order and tells the period and modality of each number.

Belongs here: the order in which a number's time is asked for, and what it leaves for the next number.
Does not belong here: choosing among the times of one sentence (`time_choice`), resolving one
(`time_resolution`), what is inherited (`period_inheritance`), columns of a table (`table_times`), and
the tense of a clause (`stances`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractors.calendar_terms import level
from extractors.expressions import Expression
from extractors.modality import modality_of
from extractors.model import Modality, PeriodGrain
from extractors.period_inheritance import Inheritance
from extractors.period_memory import PeriodMemory
from extractors.period_threads import Thread
from extractors.plan_lexicon import Stance
from extractors.plan_words import announces_plans, orders, speaks_of_future
from extractors.report_days import is_day_of_report, is_told_behind
from extractors.sentences import Block, SentenceSpan
from extractors.stances import ClauseView
from extractors.table_times import Column, TableTimes
from extractors.time_choice import SentenceTimes
from extractors.time_mentions import TimeMention, TimeRole
from extractors.time_resolution import TimeResolver
from extractors.timing import Timing

_WORD = re.compile(r"[а-я-]+")
_NOW_ATTRIBUTE = re.compile(
    r"(?<![а-я])(?:нынешн|сегодняшн)[а-я]+\s(?:(?:показател|уровн|значени)[а-я]+\s(?:в\s)?)?$"
)
_PLANNED_FOR = re.compile(
    r"(?<![а-я])(?:бюджет|план|прогноз|смет|лимит|квот|показател|параметр|программ)[а-я]*\s(?:[а-я]+\s){0,4}на\s$"
)
_SET_FOR = re.compile(
    r"(?<![а-я])(?:бюджет|смет|лимит|квот|ассигновани|расход|доход|дефицит|финансировани)[а-я]*\x20"
    r"(?:[а-я]+\x20){0,3}на\x20$"
)
_PLAN_OF = re.compile(r"(?<![а-я])(?:план|программ|график)[а-я]*\x20$")
_EVENT_GRAINS = frozenset({PeriodGrain.DAY, PeriodGrain.MONTH, PeriodGrain.WEEK, PeriodGrain.YEAR})
_REPORTS = re.compile(
    r"(?<![а-я])(?:за|на|по\x20состоянию|итог[а-я]*|результат[а-я]*|событи[а-я]+)\x20(?:[а-я]+\x20){0,2}$"
)
_CHANGE_FROM = re.compile(r"\(со?\x20$")
_STALE = timedelta(days=92)


class PeriodReader:
    """Walks the sentences of one text; sentences are entered and numbers asked for in text order."""

    def __init__(
        self,
        text: str,
        published: date | None,
        times: Sequence[TimeMention],
        blocks: Sequence[Block],
        sentences: Sequence[SentenceSpan],
        numbers: Sequence[int],
    ) -> None:
        """Takes what the scan and the sentence splitter found; `numbers` are where expressions begin."""
        self._levelled = level(text)
        self._published = published
        self._times = times
        self._starts = [time.start for time in times]
        self._sentences, self._numbers = sentences, numbers
        self._memory = PeriodMemory(self._levelled, published, blocks)
        self._tables = TableTimes(self._levelled, blocks)
        self._next = 0
        self._here = SentenceTimes(self._levelled, 0, 0, (), ())
        self._resolver = TimeResolver(published, times, self._memory)
        self._inheritance = Inheritance(published, self._memory)

    def enter(self, start: int) -> None:
        """Moves to the sentence that begins at `start`, reading the times of those passed by."""
        while self._next < len(self._sentences):
            span = self._sentences[self._next]
            self._next += 1
            times = self._within(span.start, span.end)
            self._memory.begin_sentence(span.block)
            self._tables.begin(span.block, times)
            low, high = bisect_left(self._numbers, span.start), bisect_left(self._numbers, span.end)
            self._here = SentenceTimes(self._levelled, span.start, span.end, times, self._numbers[low:high])
            self._resolver.enter(self._here)
            self._inheritance.points_back = self._levelled.startswith("это ", span.start)
            if span.start >= start:
                return
            self._pass_by(span)

    def _within(self, start: int, end: int) -> Sequence[TimeMention]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _pass_by(self, span: SentenceSpan) -> None:
        """A sentence without numbers still moves the time that the next one goes on with."""
        times = self._here.outer()
        self._note_horizon()
        opens_list = self._levelled[span.end - 1] == ":"
        if not (times or opens_list) or self._tables.is_in_table:
            return
        words = _WORD.findall(self._levelled, span.start, span.end)
        planned = speaks_of_future(words) or (opens_list and orders(words))
        announced = announces_plans(self._levelled[span.start : span.end])
        self._memory.plans_list = opens_list and (planned or announced)
        if not times:
            return
        time = next((t for t in reversed(times) if not self._here.is_participial(t)), None)
        if time is None or is_day_of_report(self._levelled, time, span.start, span.end):
            return
        time = (
            self._resolver.in_force(time, Stance.PLANNED if planned else Stance.VERBLESS)
            if opens_list
            else time
        )
        period = self._resolver.resolve(time, planned=planned)
        ahead = period is not None and self._published is not None and period.start > self._published
        is_for_plan = _PLANNED_FOR.search(self._levelled, span.start, time.start) is not None
        self._memory.plans_list = self._memory.plans_list or (ahead and (opens_list or is_for_plan))
        reports = _REPORTS.search(self._levelled, max(0, time.start - 40), time.start) is not None
        is_event = time.grain in _EVENT_GRAINS and not reports and not opens_list
        self._memory.go_on(
            Thread(period, planned or ahead, time.is_present, time, is_event=is_event), is_number=False
        )

    def _note_horizon(self) -> None:
        for time in self._here.horizons[-1:]:
            self._memory.horizon = self._resolver.resolve(time, planned=True)

    def timing_of(self, expression: Expression, clause: ClauseView) -> Timing:
        """The period and modality of a number of the sentence entered."""
        start = expression.start
        if _NOW_ATTRIBUTE.search(self._levelled, max(0, start - 36), start):
            return self._inheritance.now()
        own = self._here.own_behind(expression.end) if expression.pair else None
        if expression.pair == "from":
            return Timing(self._resolver.resolve(own, planned=False) if own else None, Modality.ACTUAL)
        column = self._tables.column_of(start)
        is_plan_column = column is not None and column.is_planned
        stance = Stance.PLANNED if is_plan_column else clause.stance
        governing = own or self._here.govern(start, expression.end)
        is_cut_off = governing is not None and self._is_cut_off(governing, start, stance)
        time = self._own_time(None if is_cut_off else governing, start, stance, column)
        if time is not None:
            timing = self._stated(time, stance)
        elif is_plan_column:
            return self._of_plan_column(clause)
        elif is_cut_off and stance is Stance.PRESENT:
            timing = self._inheritance.now()
        else:
            timing = self._inheritance.of(stance, clause)
        if self._starts_change(expression):
            timing = replace(timing, modality=Modality.ACTUAL)
        if column is None and (time is None or not self._here.is_bracketed(start)):
            self._go_on(timing, time)
        return timing

    def _starts_change(self, expression: Expression) -> bool:
        """ "доведут до 50% (с 7% в 2013 году)": where a planned change begins is there already."""
        return _CHANGE_FROM.search(self._levelled, max(0, expression.start - 4), expression.start) is not None

    def _own_time(
        self, time: TimeMention | None, start: int, stance: Stance, column: Column | None
    ) -> TimeMention | None:
        """The time that governs a number, if it is no other's; else that of its column or programme."""
        if time is not None:
            is_told = is_told_behind(self._levelled, time, self._here.start, start)
            time = None if is_told or self._is_elsewhere(time, stance, start) else time
        if time is None and column is not None:
            time = column.time
        is_open = time is None or (time.is_inexact and time.end <= start)
        if is_open and stance is Stance.PLANNED and self._here.horizons:
            time = self._here.horizons[-1]
        return time

    def _of_plan_column(self, clause: ClauseView) -> Timing:
        """A plan beside its outcome in a table is one for the time of the table."""
        told = self._inheritance.of(clause.stance, clause)
        is_told = told.evidence == "period_inherited"
        return Timing(told.period if is_told else None, Modality.PLANNED, told.evidence if is_told else "")

    def _go_on(self, timing: Timing, time: TimeMention | None) -> None:
        if time is not None and self._here.is_taken(time) and time.role is TimeRole.SHIFT:
            return  # "против 102 годом ранее" looks back for one number only
        if time is not None and self._here.is_aside(time):
            return
        is_now = time.is_present if time is not None else timing.evidence == "period_publication"
        if is_now and time is None and self._memory.is_dated_here:
            return  # "за квартал занято 9 млн: по найму – 7, на себя работают 2": the sentence keeps its time
        thread = Thread(timing.period, timing.modality is Modality.PLANNED, is_now, time)
        self._memory.go_on(thread, is_number=True)

    def _is_cut_off(self, time: TimeMention, start: int, stance: Stance) -> bool:
        """Whether a semicolon parts the time from a number that speaks of another time."""
        if time.end > start or ";" not in self._levelled[max(time.end, start - 300) : start]:
            return False
        if time.role is TimeRole.DEADLINE and stance in (Stance.PAST, Stance.PRESENT):
            return True
        return stance is Stance.STANDING or (stance is Stance.PRESENT and time.is_inexact)

    def _is_elsewhere(self, time: TimeMention, stance: Stance, start: int) -> bool:
        """ "содержит 812 дел о восстаниях в 1929 году", "действует до 2030 года": no time of a state."""
        if stance is not Stance.STANDING or self._published is None or time.role is TimeRole.SHIFT:
            return False
        if time.role is TimeRole.SINCE:  # "с 2014 года отремонтировано 300 домов, в которых живут 46 тысяч"
            return ", в котор" in self._levelled[time.end : start]
        if time.role is TimeRole.DEADLINE:
            return True
        if time.role is not TimeRole.PERIOD or time.is_inexact:
            return False
        if time.grain is PeriodGrain.YEAR and time.year is None:
            return True  # "в течение года на учёте состоят 42 тысячи"
        period = self._resolver.resolve(time, planned=False)
        return period is not None and self._published - period.end > _STALE

    def _stated(self, time: TimeMention, stance: Stance) -> Timing:
        if time.years_back < 0 and stance in (Stance.PRESENT, Stance.STANDING):
            return Timing(None, Modality.ACTUAL)  # "через три года остаётся треть": any year
        planned = stance is Stance.PLANNED or self._goes_on_with_plan(time, stance)
        in_list = stance is Stance.VERBLESS and self._memory.plans_list
        is_set = stance not in (Stance.PLANNED, Stance.PAST) and self._is_set_ahead(time)
        planned = planned or ((in_list or is_set) and not self._is_over(time))
        period = self._resolver.period_of(time, stance, planned=planned)
        modality = modality_of(stance, time, period, self._published)
        if period is None and self._resolver.begins_ahead(time, planned=stance is Stance.PLANNED):
            modality = Modality.PLANNED
        return Timing(period, Modality.PLANNED if planned else modality)

    def _is_set_ahead(self, time: TimeMention) -> bool:
        """ "лимит на 2025 год", "программа этого года": what is set for a time that is not over."""
        start = max(self._here.start, time.start - 80)
        if _SET_FOR.search(self._levelled, start, time.start):
            return True
        return self._published is not None and _PLAN_OF.search(self._levelled, start, time.start) is not None

    def _is_over(self, time: TimeMention) -> bool:
        """Whether the time of a number is over at publication: no list of plans makes it one."""
        period = self._resolver.resolve(time, planned=True)
        return period is not None and self._published is not None and period.end < self._published

    def _goes_on_with_plan(self, time: TimeMention, stance: Stance) -> bool:
        """ "с 1 июля киловатт-час обойдётся в 20 тенге, прибавка – 12%": no verb, and the time of a plan."""
        before = self._memory.thread
        if stance is not Stance.VERBLESS or before is None or not before.is_planned:
            return False
        return before.time is time or self._is_within_plan(time, before)

    def _is_within_plan(self, time: TimeMention, before: Thread) -> bool:
        """ "в 2024–2026 годах отремонтируют 300 домов, из них 100 – в этом году"."""
        if before.period is None or not self._memory.is_same_sentence:
            return False
        period = self._resolver.resolve(time, planned=True)
        is_inside = (
            period is not None and before.period.start <= period.start <= period.end <= before.period.end
        )
        return is_inside and not self._is_over(time)
