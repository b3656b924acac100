"""What the text so far leaves for a number without a time of its own.

Belongs here: the thread of the paragraph, the period of the heading, of the opening paragraph and of
the lead-in of a list. Does not belong here: reading any time (`period_reader`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.plan_words import announces_plans, has_verb
from extractors.sentences import Block, BlockKind
from extractors.time_mentions import TimeEdge, TimeMention, TimeRole

_AHEAD_IN_HEADING = timedelta(days=31)
_REPORT_DELAY = timedelta(days=31)
_HEADING_LIMIT = 160
_LABEL_LIMIT = 60
_PART_OF = re.compile(
    r"(?:из\x20(?:них|этого\x20числа|общего\x20числа)|в\x20(?:том|их)\x20числе|среди\x20них)(?![а-я])"
)
_WORD = re.compile(r"[а-я-]+")
_AS_OF = re.compile(r"(?<![а-я])(?:на|к|ко)\s(?:утро\s|конец\s)?$")
_REMARK = re.compile(r"(?<![а-я])(?:для\s(?:сравнения|справки)|справочно|напомним)[^.!?\n]{0,50}$")
_FOR = re.compile(r"(?<![а-я])на\s$")
_BUDGET_REPORT = re.compile(r"(?:исполнени|поступлени)[а-я]+.{0,60}бюджет")


@dataclass(frozen=True, slots=True)
class Thread:
    """The time that the discourse has reached.

    Attributes:
        period: The period, None where it is unknown.
        is_planned: Whether the last number was a plan.
        is_now: Whether it is the publication day rather than a stated time.
        time: The temporal expression it was read from, None if it was inherited.
        is_event: Whether it is when something happened in a sentence without numbers: only what else
            happened then goes on with it.
    """

    period: Period | None
    is_planned: bool = False
    is_now: bool = False
    time: TimeMention | None = None
    is_event: bool = False


class PeriodMemory:
    """The threads of one text, in reading order."""

    def __init__(self, levelled: str, published: date | None, blocks: Sequence[Block]) -> None:
        self._levelled = levelled
        self._published = published
        self._blocks = blocks
        self._block = -1
        self._first_paragraph = next((i for i, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH), -1)
        self._opening: Thread | None = None
        self._lead_in: Thread | None = None
        self._lead: Period | None = None
        self._has_lead = False
        self._dated: Period | None = None
        self._dated_before: Period | None = None
        self._ever_dated: Period | None = None
        self.heading: Period | None = None
        self._heading_ahead: Period | None = None
        self.horizon: Period | None = None  # the years of the programme that the paragraph or heading names
        self.thread: Thread | None = None
        self.is_same_sentence = False
        self.as_of: Period | None = None  # the day that the heading or first paragraph says all is as of
        self.plans_list = False  # the lead-in of the list at hand speaks of the future
        self.plans_section = False  # the heading announces plans
        self._has_numbers = False
        self.before_sentence: Thread | None = None

    def begin_sentence(self, block: int) -> None:
        """Moves to the next sentence, and to the next block where it stands in another."""
        self._end_sentence()
        if block != self._block:
            if self._block >= 0:
                self._end_block(self._blocks[self._block], self._blocks[block])
            self._block = block
        self.before_sentence = self.thread
        self.is_same_sentence = False

    def go_on(self, thread: Thread, *, is_number: bool) -> None:
        """Takes up the thread of a number, or of a time in a sentence without numbers."""
        self.thread = thread
        self.is_same_sentence = True
        if self._opening is None:
            self._opening = thread
        told = self._told(thread)
        if told is not None:
            self._dated = self._ever_dated = told
        if self.as_of is None and self._block <= self._first_paragraph:
            self.as_of = self._as_of_day(thread)
        self._has_numbers = self._has_numbers or is_number
        if not self._has_lead and self._block == self._first_paragraph:
            self._lead = self._as_lead(thread)
            self._has_lead = is_number or self._lead is not None

    @staticmethod
    def _told(thread: Thread | None) -> Period | None:
        """The stated period of something that happened."""
        is_told = thread is not None and not thread.is_now and not thread.is_planned
        return thread.period if thread is not None and is_told else None

    def planned_period(self) -> Period | None:
        """The period that a plan without a time of its own goes on with."""
        thread = self.thread
        if thread is not None and thread.period is not None and not thread.is_now:
            return thread.period if thread.is_planned or self._is_open(thread.period) else None
        if self.heading is not None and self._is_open(self.heading):
            return self.heading
        return self._heading_ahead or self.horizon

    def past_period(self) -> Period | None:
        """The period of something past that no sentence of the paragraph has dated."""
        return self._dated or self.heading or self._lead

    def named_period(self) -> Period | None:
        """The period that "за этот период", "на тот же год" point back to, in any paragraph before."""
        if self.thread is not None and self.thread.is_planned and self.thread.period is not None:
            return self.thread.period
        return self.past_period() or self._ever_dated

    @property
    def is_dated_here(self) -> bool:
        """Whether the sentence at hand has stated the time of something that happened."""
        return self.is_same_sentence and self._told(self.thread) is not None

    @property
    def lead(self) -> Period | None:
        """The time over which the first paragraph reports, a single day left out."""
        return self._lead if self._lead is not None and self._lead.grain is not PeriodGrain.DAY else None

    def _is_open(self, period: Period) -> bool:
        return self._published is not None and period.end > self._published

    def _end_sentence(self) -> None:
        """After a look back, or at a single day, the discourse goes on with the time that it had."""
        first, last, before = self._opening, self.thread, self.before_sentence
        if last is not None and last.period is not None and first is not None:
            if first.period is not None and last.period.end < first.period.start:
                self.thread, self._dated = first, self._dated_before
                self._ever_dated = self._told(first) or self._ever_dated
            elif before is not None and before.period is not None and self._is_aside(last, before.period):
                self.thread, self._dated = before, self._dated_before
        self._opening = None
        self._dated_before = self._dated

    def _is_aside(self, last: Thread, before: Period) -> bool:
        """ "Для сравнения: годом ранее …", or a day within the longer time at hand."""
        if last.period is None:
            return False
        if last.time is not None and self._is_remark(last.time):
            return True
        if last.time is not None and last.time.role is TimeRole.SHIFT and last.period.end < before.start:
            return True
        if (
            last.time is not None
            and last.time.role is TimeRole.SINCE
            and last.period.grain is PeriodGrain.DAY
            and not last.is_planned
        ):
            return True
        is_day = last.period.grain is PeriodGrain.DAY and before.grain is not PeriodGrain.DAY
        is_within = before.start <= last.period.start <= before.end
        return is_day and is_within and not (last.is_now or last.is_planned)

    def _is_remark(self, time: TimeMention) -> bool:
        """ "Для сравнения: в 2023 году – 6": a look aside, after which the text goes on."""
        return _REMARK.search(self._levelled, max(0, time.start - 70), time.start) is not None

    def _end_block(self, left: Block, entered: Block) -> None:
        stated = self.thread
        if self._is_heading(left, entered):
            self.plans_section = announces_plans(self._levelled[left.start : left.end])
            self._heading_ahead = self._as_heading_ahead(left, stated)
            self.plans_section = self.plans_section or self._heading_ahead is not None
            if stated is not None and self._is_of_heading(left, stated):
                self.heading = self._as_heading(left, stated.period) or self.heading
        last = self._levelled[left.end - 1]
        goes_on = (
            entered.kind in (BlockKind.ITEM, BlockKind.ROW) or last in ":;,?" or self._goes_on(left, entered)
        )
        if last in ":?":
            self._lead_in = stated
            self.plans_list = self.plans_list or (last == ":" and stated is not None and stated.is_planned)
        elif not goes_on:
            self._lead_in, self.plans_list = None, False
        self.thread = self._lead_in if goes_on else None
        self._dated = self._dated_before = self._told(self.thread)
        self._has_numbers = False

    def _goes_on(self, left: Block, entered: Block) -> bool:
        """Lines of a list without marks, "Спад:" after a list, and "Из них:" go on with what stood before."""
        if self._has_numbers and _PART_OF.match(self._levelled, entered.start, entered.end):
            self._lead_in = self.thread
            return True
        if self._lead_in is None or not self._has_numbers:
            return False
        if left.kind is BlockKind.HEADING:
            return True
        is_short = entered.end - entered.start <= _LABEL_LIMIT
        return left.kind is BlockKind.ITEM and is_short and self._levelled[entered.end - 1] == ":"

    def _is_list_line(self, left: Block) -> bool:
        """ "Ремонт 12 домов" below "План работы на 2025 год": a line with a number and no time."""
        time = self.thread.time if self.thread is not None else None
        return self._has_numbers and self.plans_section and (time is None or time.start < left.start)

    def _is_heading(self, left: Block, entered: Block) -> bool:
        """Whether a block is a heading, "1. Промышленность" or "Исполнение бюджета за 2024 год." too."""
        if left.kind is BlockKind.HEADING:
            return not self._is_list_line(left)
        body = self._levelled[left.start : left.end]
        if len(body) > _HEADING_LIMIT or self._has_numbers:
            return False
        if left.kind is BlockKind.ITEM:
            return body[-1] not in ".;:,!?" and body[0].isdigit() and entered.kind is not BlockKind.ITEM
        heads = "." if entered.kind is not BlockKind.PARAGRAPH else ".:"
        return left.kind is BlockKind.PARAGRAPH and body[-1] in heads and not has_verb(_WORD.findall(body))

    @staticmethod
    def _is_of_heading(block: Block, stated: Thread) -> bool:
        """Whether a heading itself states the time; up to when something may be done is none."""
        if stated.time is None:
            return not stated.is_now
        is_deadline = stated.time.edge is TimeEdge.UNTIL
        return not stated.is_now and not is_deadline and stated.time.start >= block.start

    def _as_heading(self, block: Block, period: Period | None) -> Period | None:
        """The period of a heading; "исполнение бюджета на 1 августа" is the year up to the day before."""
        if period is None or not self._is_reported(period) or period.source is not PeriodSource.EXPLICIT:
            return None
        is_first = period.grain is PeriodGrain.DAY and period.start.day == 1 and period.start.month > 1
        if is_first and _BUDGET_REPORT.search(self._levelled, block.start, block.end):
            return Period(
                date(period.start.year, 1, 1),
                period.start - timedelta(days=1),
                PeriodGrain.RANGE,
                period.source,
            )
        return period

    def _as_heading_ahead(self, block: Block, stated: Thread | None) -> Period | None:
        """ "Параметры бюджета на 2026 год": the year that a heading plans for."""
        if stated is None or stated.period is None or stated.time is None or self._is_reported(stated.period):
            return None
        is_for = _FOR.search(self._levelled, block.start, stated.time.start) is not None
        return stated.period if is_for and stated.period.source is PeriodSource.EXPLICIT else None

    def _is_reported(self, period: Period) -> bool:
        """Whether a period can be that of a report: it is not, or hardly, over at publication."""
        return self._published is None or (
            period.start <= self._published and period.end - self._published <= _AHEAD_IN_HEADING
        )

    def _as_lead(self, thread: Thread) -> Period | None:
        """The period that the first number of the first paragraph states, if it can hold for the text."""
        period = thread.period
        if period is None or thread.time is None or thread.is_now or thread.is_planned:
            return None
        if period.grain is PeriodGrain.DAY and not self._is_report_day(thread):
            return None
        if thread.is_event or thread.time.edge is TimeEdge.UNTIL:
            return None
        return period if self._is_reported(period) else None

    def _is_report_day(self, thread: Thread) -> bool:
        """ "на 4 октября обмолочено": a day up to which things are counted, shortly before publication."""
        period = self._as_of_day(thread)
        return (
            period is not None
            and self._published is not None
            and self._published - period.end <= _REPORT_DELAY
        )

    def _as_of_day(self, thread: Thread) -> Period | None:
        period, time = thread.period, thread.time
        if period is None or time is None or period.grain is not PeriodGrain.DAY:
            return None
        return period if _AS_OF.search(self._levelled, max(0, time.start - 12), time.start) else None
