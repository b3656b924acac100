"""Reads a text in order and tells the period and modality of each number.

Belongs here: the order in which a number's time is asked for, and what it leaves for the next number.
Does not belong here: sentences without numbers (`numberless_sentences`), choosing among the times of one
sentence (`time_choice`), times that are not a number's (`unrelated_times`), what a stated one makes of it
(`stated_times`), what is inherited (`period_inheritance`), columns of a table (`table_times`), and the tense
of a clause (`stances`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.expressions.expressions import Expression
from extractors.model import Modality
from extractors.periods.look_asides import is_beside_present, is_plan_aside, is_remark_of
from extractors.periods.numberless_sentences import NumberlessSentences
from extractors.periods.period_inheritance import Inheritance
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.period_threads import Thread, goes_on_with_event, is_set_for
from extractors.periods.report_days import is_told_behind
from extractors.periods.stated_times import StatedTimes
from extractors.periods.table_times import Column, TableTimes
from extractors.periods.time_choice import SentenceTimes
from extractors.periods.time_resolution import TimeResolver
from extractors.periods.timing import Timing
from extractors.periods.unrelated_times import UnrelatedTimes
from extractors.stances.plan_lexicon import Stance
from extractors.stances.stances import ClauseView
from extractors.text.sentences import Block, SentenceSpan
from extractors.times.calendar_terms import level
from extractors.times.time_mentions import TimeMention, TimeRole
from extractors.units.units import Unit

_NOW_ATTRIBUTE = re.compile(
    r"(?<![а-я])(?:нынешн|сегодняшн)[а-я]+\s(?:(?:показател|уровн|значени)[а-я]+\s(?:в\s)?)?$"
)
_CHANGE_FROM = re.compile(r"(?:\(со?|со?\x20(?:текущих|нынешних|сегодняшних|имеющихся))\x20$")


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
        self._times, self._published = times, published
        self._starts = [time.start for time in times]
        self._sentences, self._numbers = sentences, numbers
        self._memory = PeriodMemory(self._levelled, published, blocks)
        self._tables = TableTimes(self._levelled, blocks)
        self._next = 0
        self._unit: Unit | None = None  # of the number before
        self._ends: dict[str, TimeMention] = {}  # of the last change in the sentence at hand
        self._here = SentenceTimes(self._levelled, 0, 0, (), ())
        self._resolver = TimeResolver(self._levelled, published, times, self._memory)
        self._inheritance = Inheritance(published, self._memory)
        self._stated = StatedTimes(self._levelled, published, self._memory, self._resolver)
        self._unrelated = UnrelatedTimes(self._levelled, published, self._resolver)
        self._numberless = NumberlessSentences(self._levelled, published, self._memory, self._resolver)

    def enter(self, start: int) -> None:
        """Moves to the sentence that begins at `start`, reading the times of those passed by."""
        while self._next < len(self._sentences):
            span = self._sentences[self._next]
            self._next += 1
            times = self._within(span.start, span.end)
            self._memory.begin_sentence(span.block)
            self._tables.begin(span.block, self._within)
            low, high = bisect_left(self._numbers, span.start), bisect_left(self._numbers, span.end)
            self._here = SentenceTimes(self._levelled, span.start, span.end, times, self._numbers[low:high])
            self._resolver.enter(self._here)
            self._ends.clear()
            self._inheritance.points_back = self._levelled.startswith("это ", span.start)
            if span.start >= start:
                return
            self._numberless.pass_by(span, self._here, in_table=self._tables.is_in_table)

    def _within(self, start: int, end: int) -> Sequence[TimeMention]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def timing_of(self, expression: Expression, clause: ClauseView) -> Timing:
        """The period and modality of a number of the sentence entered."""
        start = expression.start
        if _NOW_ATTRIBUTE.search(self._levelled, max(0, start - 36), start):
            return self._inheritance.now()
        self._inheritance.is_gapped = self._memory.is_same_sentence and expression.unit == self._unit
        self._unit = expression.unit
        own = self._end_of_change(expression) if expression.pair else None
        if expression.pair == "from":
            begins = self._resolver.period_of(own, Stance.PAST, planned=False) if own is not None else None
            return Timing(begins, Modality.ACTUAL)
        column = self._tables.column_of(start)
        is_plan_column = column is not None and column.is_planned
        stance = Stance.PLANNED if is_plan_column else clause.stance
        governing = own or self._here.govern(start, expression.end)
        is_cut_off = governing is not None and self._unrelated.is_cut_off(governing, start, stance)
        time = self._own_time(None if is_cut_off else governing, start, stance, column)
        if time is not None:
            timing = self._stated.of(time, stance, self._here.start)
        elif is_plan_column:
            return self._of_plan_column(clause)
        elif is_cut_off and stance is Stance.PRESENT:
            timing = self._inheritance.now()
        else:
            timing = self._compared(start) or self._inheritance.of(stance, clause)
        if self._starts_change(expression):
            timing = replace(timing, modality=Modality.ACTUAL)
        is_remark = time is not None and is_remark_of(self._here, time, start)
        is_aside = is_remark or is_plan_aside(self._here, self._reached(), timing, start, clause)
        if column is None and not is_aside:
            self._go_on(timing, time)
            if expression.pair == "to" and "from" in self._ends:
                self._memory.change = self._resolver.span(self._ends["from"], timing.period)
        return timing

    def _end_of_change(self, expression: Expression) -> TimeMention | None:
        """ "врачами (с 96% в 2004 году до 92% в 2008 году) и сёстрами (с 98 до 97)": as the change before."""
        own = self._here.own_behind(expression.end)
        if own is not None:
            self._ends[expression.pair] = own
            return own
        is_next = self._here.last_before(expression.start) is self._ends.get("to")
        return self._ends.get(expression.pair) if is_next else None

    def _starts_change(self, expression: Expression) -> bool:
        """ "доведут до 50% (с 7% в 2013 году)": where a planned change begins is there already."""
        return (
            _CHANGE_FROM.search(self._levelled, max(0, expression.start - 18), expression.start) is not None
        )

    def _own_time(
        self, time: TimeMention | None, start: int, stance: Stance, column: Column | None
    ) -> TimeMention | None:
        """The time that governs a number, if it is no other's; else that of its column or programme."""
        if time is not None:
            is_told = is_told_behind(self._levelled, time, self._here.start, start)
            last = self._memory.thread if self._memory.is_same_sentence else None
            is_other = (
                self._unrelated.is_elsewhere(time, stance, start)
                or self._unrelated.is_other_verbs(time, stance, start, last)
                or (stance is Stance.PRESENT and time.end <= start and self._here.is_closed_aside(time))
            )
            time = None if is_told or is_other else time
        if time is None and column is not None:
            time = column.time
        is_open = time is None or (time.is_inexact and time.end <= start)
        horizons = self._here.horizons if is_open else []
        if horizons and (stance is Stance.PLANNED or self._stated.is_funding(horizons[-1], start)):
            time = horizons[-1]
        return time

    def _compared(self, start: int) -> Timing | None:
        """What is compared with a part of a year, in a sentence without another time, is of the next year."""
        time = None if self._memory.is_dated_here else self._here.window_after_base(start)
        if time is None or self._published is None:
            return None
        period = self._resolver.resolve(time, planned=False)
        return (
            Timing(period, Modality.ACTUAL) if period is not None and period.end < self._published else None
        )

    def _of_plan_column(self, clause: ClauseView) -> Timing:
        """A plan beside its outcome in a table is one for the time of the table."""
        told = self._inheritance.of(clause.stance, clause)
        is_told = told.evidence == "period_inherited"
        return Timing(told.period if is_told else None, Modality.PLANNED, told.evidence if is_told else "")

    def _reached(self) -> Thread | None:
        """The time that the sentence at hand has reached."""
        return self._memory.thread if self._memory.is_same_sentence else None

    def _go_on(self, timing: Timing, time: TimeMention | None) -> None:
        if time is not None and self._here.is_taken(time) and time.role is TimeRole.SHIFT:
            return  # "против 102 годом ранее" looks back for one number only
        if time is not None and (
            self._here.is_aside(time) or is_beside_present(self._here, self._reached(), time)
        ):
            return
        is_now = time.is_present if time is not None else timing.evidence == "period_publication"
        if is_now and time is None and self._memory.is_dated_here:
            return  # "за квартал занято 9 млн: по найму – 7, на себя работают 2": the sentence keeps its time
        is_set = time is not None and is_set_for(self._levelled, time)
        is_event = time is None and goes_on_with_event(self._memory.thread, timing.period)
        is_planned = timing.modality is Modality.PLANNED
        thread = Thread(timing.period, is_planned, is_now, time, is_event=is_event, is_set=is_set)
        self._memory.go_on(thread, is_number=True)
