"""Reads a text in order and tells the period and modality of each number.

Belongs here: what earlier sentences, headings and lead-ins leave for a number, and what it leaves for
the next. Does not belong here: choosing among the times of one sentence (`time_choice`), resolving one
(`periods`), columns of a table (`table_times`), and the tense of a clause (`stances`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.calendar_terms import level
from extractors.expressions import Expression
from extractors.modality import modality_of
from extractors.model import Modality, Period, PeriodGrain, PeriodSource
from extractors.period_memory import PeriodMemory, Thread
from extractors.periods import publication_period, resolve, shifted, shifted_within_year, year_period
from extractors.plan_words import Stance, announces_plans, speaks_of_future
from extractors.sentences import Block, SentenceSpan
from extractors.stances import ClauseView
from extractors.table_times import TableTimes
from extractors.time_choice import SentenceTimes
from extractors.time_mentions import TimeMention, TimeRole

_WORD = re.compile(r"[а-я-]+")
_NOW_ATTRIBUTE = re.compile(
    r"(?<![а-я])(?:нынешн|сегодняшн)[а-я]+\s(?:(?:показател|уровн|значени)[а-я]+\s(?:в\s)?)?$"
)
_REPORT_REACH = 90
_AS_OF = re.compile(r"(?<![а-я])(?:на|к|ко|по)\s(?:утро\s|конец\s)?$")
_REPORTING = re.compile(
    r"(?<![а-я])(?:(?:за|со)седани|совещани|коллеги[яию](?![а-я])|брифинг|пресс-конференц|сообщ|долож|доклад|рассказ"
    r"|заявил|отчит|выступ|правительственн[а-я]+\sчас)"
)
_TOLD = re.compile(r",\sчто\s")
_PLANNED_FOR = re.compile(
    r"(?<![а-я])(?:бюджет|план|прогноз|смет|лимит|квот|показател|параметр|программ)[а-я]*\s(?:[а-я]+\s){0,4}на\s$"
)
_EVENT_GRAINS = frozenset({PeriodGrain.DAY, PeriodGrain.MONTH, PeriodGrain.WEEK, PeriodGrain.YEAR})
_REPORTS = re.compile(
    r"(?<![а-я])(?:за|на|по\x20состоянию|итог[а-я]*|результат[а-я]*|событи[а-я]+)\x20(?:[а-я]+\x20){0,2}$"
)
_LOOKBACK = 12
_STALE = timedelta(days=92)
_FAR = 60
_MONTH, _QUARTER = timedelta(days=31), timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Timing:
    """When a number holds.

    Attributes:
        period: The period, None if unknown.
        modality: Reported or planned.
        evidence: Name of the evidence where the period was not read beside the number, "" else.
    """

    period: Period | None
    modality: Modality
    evidence: str = ""


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
        self._here_end = 0
        self._resolved: dict[int, Period | None] = {}
        self._handed_out: dict[int, int] = {}

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
            self._here_end = span.end
            self._resolved.clear()
            self._handed_out.clear()
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
        planned = speaks_of_future(_WORD.findall(self._levelled, span.start, span.end))
        announced = announces_plans(self._levelled[span.start : span.end])
        self._memory.plans_list = opens_list and (planned or announced)
        if not times:
            return
        time = next((t for t in reversed(times) if not self._here.is_participial(t)), None)
        if time is None or self._is_of_report(time, span.end):
            return
        time = self._in_force(time, Stance.PLANNED if planned else Stance.VERBLESS) if opens_list else time
        period = self._resolve(time, planned=planned)
        ahead = period is not None and self._published is not None and period.start > self._published
        is_for_plan = _PLANNED_FOR.search(self._levelled, span.start, time.start) is not None
        self._memory.plans_list = self._memory.plans_list or (ahead and (opens_list or is_for_plan))
        reports = _REPORTS.search(self._levelled, max(0, time.start - 40), time.start) is not None
        is_event = time.grain in _EVENT_GRAINS and not reports and not opens_list
        self._memory.go_on(
            Thread(period, planned or ahead, time.is_present, time, is_event=is_event), is_number=False
        )

    def _is_of_report(self, time: TimeMention, end: int) -> bool:
        """ "12 ноября состоялось заседание", "12 ноября министр сообщил, что …": the day of a report."""
        if time.grain is not PeriodGrain.DAY or time.role is not TimeRole.PERIOD or time.is_present:
            return False
        if _AS_OF.search(self._levelled, max(0, time.start - 14), time.start):
            return False
        low = max(self._here.start, time.start - _REPORT_REACH)
        return _REPORTING.search(self._levelled, low, min(end, time.end + _REPORT_REACH)) is not None

    def _note_horizon(self) -> None:
        for time in self._here.horizons[-1:]:
            self._memory.horizon = self._resolve(time, planned=True)

    def timing_of(self, expression: Expression, clause: ClauseView) -> Timing:
        """The period and modality of a number of the sentence entered."""
        start = expression.start
        if _NOW_ATTRIBUTE.search(self._levelled, max(0, start - 36), start):
            return self._now()
        own = self._here.own_behind(expression.end) if expression.pair else None
        if expression.pair == "from":
            return Timing(self._resolve(own, planned=False) if own else None, Modality.ACTUAL)
        column = self._tables.column_of(start)
        stance = Stance.PLANNED if column is not None and column.is_planned else clause.stance
        time = own or self._here.govern(start, expression.end)
        if time is not None and time.end < start and self._is_behind_report(time, start):
            time = None
        is_cut_off = time is not None and self._is_cut_off(time, start, stance)
        if time is not None and (is_cut_off or self._is_elsewhere(time, stance)):
            time = None
        if time is None and column is not None:
            time = column.time
        if time is None and stance is Stance.PLANNED and self._here.horizons:
            time = self._here.horizons[-1]
        if time is None and column is not None and column.is_planned:
            return self._of_plan_column(clause)
        if time is not None:
            timing = self._stated(time, stance)
        elif is_cut_off and stance is Stance.PRESENT:
            timing = self._now()
        else:
            timing = self._inherited(stance, clause)
        if column is None and (time is None or self._here.bracket_of(start) < 0):
            self._go_on(timing, time)
        return timing

    def _is_behind_report(self, time: TimeMention, start: int) -> bool:
        """ "12 ноября министр доложил, что построено 5 школ": the report tells, it does not date."""
        opening = _TOLD.search(self._levelled, time.end, start)
        return opening is not None and self._is_of_report(time, opening.start())

    def _of_plan_column(self, clause: ClauseView) -> Timing:
        """A plan beside its outcome in a table is one for the time of the table."""
        told = self._inherited(clause.stance, clause)
        is_told = told.evidence == "period_inherited"
        return Timing(told.period if is_told else None, Modality.PLANNED, told.evidence if is_told else "")

    def _go_on(self, timing: Timing, time: TimeMention | None) -> None:
        if time is not None and self._here.is_taken(time) and time.role is TimeRole.SHIFT:
            return  # "против 102 годом ранее" looks back for one number only
        if time is not None and self._here.is_aside(time):
            return
        is_now = time.is_present if time is not None else timing.evidence == "period_publication"
        thread = Thread(timing.period, timing.modality is Modality.PLANNED, is_now, time)
        self._memory.go_on(thread, is_number=True)

    def _is_cut_off(self, time: TimeMention, start: int, stance: Stance) -> bool:
        """Whether a semicolon parts the time from a number that speaks of another time."""
        if time.end > start or ";" not in self._levelled[max(time.end, start - 300) : start]:
            return False
        if time.role is TimeRole.DEADLINE and stance in (Stance.PAST, Stance.PRESENT):
            return True
        return stance is Stance.STANDING or (stance is Stance.PRESENT and time.is_inexact)

    def _is_elsewhere(self, time: TimeMention, stance: Stance) -> bool:
        """ "содержит 812 дел о восстаниях в 1929 году", "действует до 2030 года": no time of a state."""
        if stance is not Stance.STANDING or self._published is None or time.role is TimeRole.SHIFT:
            return False
        if time.role is TimeRole.DEADLINE:
            return True
        if time.role is not TimeRole.PERIOD or time.is_inexact:
            return False
        if time.grain is PeriodGrain.YEAR and time.year is None:
            return True  # "в течение года на учёте состоят 42 тысячи"
        period = self._resolve(time, planned=False)
        return period is not None and self._published - period.end > _STALE

    def _stated(self, time: TimeMention, stance: Stance) -> Timing:
        if time.years_back < 0 and stance in (Stance.PRESENT, Stance.STANDING):
            return Timing(None, Modality.ACTUAL)  # "через три года остаётся треть": any year
        if time.role is TimeRole.SHIFT:
            if time.start not in self._resolved:
                self._resolved[time.start] = self._shift(time)
            period = self._resolved[time.start]
        elif time.role is TimeRole.ANAPHOR:
            period = self._memory.named_period()
        elif time.listed and self._is_distributed(time):
            period = self._next_listed(time)
        else:
            planned = stance is Stance.PLANNED or self._goes_on_with_plan(time, stance)
            period = self._resolve(self._in_force(time, stance), planned=planned)
        modality = modality_of(stance, time, period, self._published)
        if period is None and self._begins_ahead(time, planned=stance is Stance.PLANNED):
            modality = Modality.PLANNED
        if self._goes_on_with_plan(time, stance):
            modality = Modality.PLANNED
        return Timing(period, modality)

    def _goes_on_with_plan(self, time: TimeMention, stance: Stance) -> bool:
        """ "с 1 июля киловатт-час обойдётся в 20 тенге, прибавка – 12%": no verb, and the time of a plan."""
        before = self._memory.thread
        return stance is Stance.VERBLESS and before is not None and before.is_planned and before.time is time

    def _is_distributed(self, time: TimeMention) -> bool:
        """ "в 2023 и 2024 годах введено 10 и 12 объектов соответственно"."""
        return "соответственно" in self._levelled[time.end : min(self._here_end, time.end + 400)]

    def _next_listed(self, time: TimeMention) -> Period | None:
        """The next of the listed years; the last one for whatever comes behind."""
        place = self._handed_out.get(time.start, 0)
        self._handed_out[time.start] = place + 1
        return year_period(time.listed[min(place, len(time.listed) - 1)], PeriodSource.EXPLICIT)

    def _in_force(self, time: TimeMention, stance: Stance) -> TimeMention:
        """ "с 1 января – 85 000 тенге", "с июня доведут до четырёх": dated by its beginning."""
        if time.role is not TimeRole.SINCE or self._published is None or time.span_in is None:
            return time
        is_day = time.grain is PeriodGrain.DAY and stance is not Stance.PAST
        return (
            replace(time, role=TimeRole.PERIOD)
            if is_day or self._begins_ahead(time, planned=stance is Stance.PLANNED)
            else time
        )

    def _begins_ahead(self, time: TimeMention, *, planned: bool) -> bool:
        """ "с 1 января 2026 года" in December: no known end, but not yet begun."""
        if time.role is not TimeRole.SINCE or self._published is None or time.span_in is None:
            return False
        begins = self._resolve(replace(time, role=TimeRole.PERIOD), planned=planned)
        return begins is not None and begins.start > self._published

    def _resolve(self, time: TimeMention, *, planned: bool) -> Period | None:
        year = time.year
        if time.span is None and year is None:
            year = self._context_year(time, planned=planned)
        reference = self._published or (self._counted_up_to() if time.role is TimeRole.SINCE else None)
        return resolve(time, year=year, published=reference, planned=planned)

    def _counted_up_to(self) -> date | None:
        """ "с начала 2008 года выросли и на 1 июля 2008 года составили …": the end of an undated text."""
        for time in self._here.outer():
            if time.grain is PeriodGrain.DAY and time.year is not None and time.role is TimeRole.PERIOD:
                day = resolve(time, year=None, published=None, planned=False)
                return day.end if day is not None else None
        return self._memory.as_of.end if self._memory.as_of is not None else None

    def _shift(self, time: TimeMention) -> Period | None:
        """ "годом ранее" is the window at hand a year back; more years back, or no window, a whole year."""
        thread = self._memory.thread
        if time.months_back or time.days_back:
            return self._shift_within_year(time)
        is_same_window = 0 <= time.years_back <= 1
        if thread is not None and thread.period is not None and not thread.is_now and is_same_window:
            return shifted(thread.period, years_back=time.years_back, year=time.year)
        year = self._shifted_year(time, thread)
        return year_period(year, PeriodSource.EXPLICIT) if year is not None else None

    def _shift_within_year(self, time: TimeMention) -> Period | None:
        """ "в декабре – 8%, месяцем ранее – 3%": the short window named before, so much earlier."""
        place = bisect_left(self._starts, time.start)
        other = self._times[place - 1] if place else None
        thread = self._memory.thread
        base = thread.period if thread is not None else None
        if other is not None and other.start >= self._here.start and other.role is TimeRole.PERIOD:
            base = self._resolve(other, planned=False)
        longest = _QUARTER if time.months_back else _MONTH
        if base is None or base.end - base.start > longest:
            return None
        return shifted_within_year(base, months_back=time.months_back, days_back=time.days_back)

    def _shifted_year(self, time: TimeMention, thread: Thread | None) -> int | None:
        if time.year is not None:
            return time.year
        if thread is not None and thread.period is not None:
            return thread.period.end.year - time.years_back
        return self._published.year - time.years_back if self._published is not None else None

    def _context_year(self, time: TimeMention, *, planned: bool) -> int | None:
        """The year that the sentence (the text, if it has no date) named before a time without one."""
        place = bisect_left(self._starts, time.start)
        for other in reversed(self._times[max(0, place - _LOOKBACK) : place]):
            if other.start < self._here.start:
                break
            if other.role is TimeRole.SHIFT:
                return self._shifted_year(other, self._memory.before_sentence)
            is_named = other.role is TimeRole.PERIOD and other.grain is not PeriodGrain.DAY
            if other.year is not None and is_named:
                return other.year if self._lends_year(other.year, planned=planned) else None
        return None if self._published is not None else self._nearest_year(place)

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

    def _inherited(self, stance: Stance, clause: ClauseView) -> Timing:
        """The timing of a number whose sentence states no time for it."""
        memory, thread = self._memory, self._memory.thread
        if stance is Stance.PLANNED:
            return self._from(memory.planned_period(), Modality.PLANNED)
        if stance is Stance.STANDING:
            return self._now()
        is_plan_trait = clause.is_project and thread is not None and thread.is_planned
        if stance is Stance.STATE and (is_plan_trait or memory.plans_list):
            return self._from(memory.planned_period(), Modality.PLANNED)
        if stance is Stance.STATE and not (thread is not None and self._is_as_of(thread)):
            return self._now()
        if (memory.plans_list and stance is not Stance.PAST) or (
            memory.plans_section and stance is Stance.VERBLESS
        ):
            return self._from(memory.planned_period(), Modality.PLANNED)
        if thread is not None and thread.is_planned:
            if self._goes_on_planning(thread, stance, clause):
                return self._from(thread.period, Modality.PLANNED)
            if stance is Stance.PAST:
                return self._from(memory.past_period(), Modality.ACTUAL)
            return (
                self._from(thread.period, Modality.ACTUAL) if self._is_begun(thread, clause) else self._now()
            )
        if stance is Stance.PAST:
            return self._past(thread)
        if thread is None or (thread.is_event and not memory.is_same_sentence):
            reported = memory.heading or (memory.lead if stance is Stance.VERBLESS else None)
            return self._from(reported, Modality.ACTUAL) if reported is not None else self._now()
        if (
            thread.period is None
            and memory.is_same_sentence
            and stance is Stance.VERBLESS
            and not clause.is_label
        ):
            return self._from(None, Modality.ACTUAL)
        if thread.period is None and self._levelled.startswith("это ", self._here.start):
            return self._from(None, Modality.ACTUAL)  # "Это на 7 тысяч больше": of what was said before
        if thread.period is None or thread.is_now:
            return self._now()
        return self._from(thread.period, Modality.ACTUAL)

    @staticmethod
    def _is_as_of(thread: Thread) -> bool:
        period = thread.period
        return period is not None and period.grain is PeriodGrain.DAY and not thread.is_planned

    def _is_begun(self, thread: Thread, clause: ClauseView) -> bool:
        """ "В 2025 году построят 5 мостов. Начат проект: 10 км путей": told of the year at hand."""
        period = thread.period
        is_open = period is not None and self._published is not None and period.start <= self._published
        return clause.is_told and is_open

    def _goes_on_planning(self, thread: Thread, stance: Stance, clause: ClauseView) -> bool:
        """Whether a number without a verb of planning still speaks of the plan before it."""
        if stance not in (Stance.VERBLESS, Stance.PRESENT):
            return False
        if clause.is_project:
            return True
        if self._memory.is_same_sentence:
            return thread.period is not None or not clause.is_label
        return stance is Stance.VERBLESS and not clause.is_label and not clause.is_told

    def _past(self, thread: Thread | None) -> Timing:
        if thread is not None and self._memory.is_same_sentence and not thread.is_now:
            return self._from(thread.period, Modality.ACTUAL)
        if thread is not None and thread.is_now and thread.time is not None:
            return self._from(thread.period, Modality.ACTUAL)
        return self._from(self._memory.past_period(), Modality.ACTUAL)

    def _now(self) -> Timing:
        if self._published is None:
            return self._from(self._memory.as_of, Modality.ACTUAL)
        return Timing(publication_period(self._published), Modality.ACTUAL, "period_publication")

    def _from(self, period: Period | None, modality: Modality) -> Timing:
        if period is None:
            return Timing(None, modality, "period_unknown")
        thread = self._memory.thread
        is_here = self._memory.is_same_sentence and thread is not None and thread.period == period
        if is_here and period.source is PeriodSource.EXPLICIT:
            return Timing(period, modality)
        return Timing(replace(period, source=PeriodSource.INHERITED), modality, "period_inherited")
