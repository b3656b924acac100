"""What the text so far leaves for a number without a time of its own.

Belongs here: the thread of the paragraph, the period of the heading, of the opening paragraph and of
the lead-in of a list. Does not belong here: reading any time (`period_reader`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.sentences import Block, BlockKind
from extractors.time_mentions import TimeMention

_AHEAD_IN_HEADING = timedelta(days=31)
_REPORT_DELAY = timedelta(days=3)
_BUDGET_REPORT = re.compile(r"(?:исполнени|поступлени)[а-я]+.{0,60}бюджет")


@dataclass(frozen=True, slots=True)
class Thread:
    """The time that the discourse has reached.

    Attributes:
        period: The period, None where it is unknown.
        is_planned: Whether the last number was a plan.
        is_now: Whether it is the publication day rather than a stated time.
        time: The temporal expression it was read from, None if it was inherited.
    """

    period: Period | None
    is_planned: bool = False
    is_now: bool = False
    time: TimeMention | None = None


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
        self.heading: Period | None = None
        self.thread: Thread | None = None
        self.is_same_sentence = False
        self.plans_list = False  # the lead-in of the list at hand speaks of the future
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
        if thread.period is not None and not thread.is_now and not thread.is_planned:
            self._dated = thread.period
        if is_number and not self._has_lead and self._block == self._first_paragraph:
            self._has_lead = True
            self._lead = self._as_lead(thread)

    def planned_period(self) -> Period | None:
        """The period that a plan without a time of its own goes on with."""
        thread = self.thread
        if thread is not None and thread.period is not None and not thread.is_now:
            return thread.period if thread.is_planned or self._is_open(thread.period) else None
        return self.heading if self.heading is not None and self._is_open(self.heading) else None

    def past_period(self) -> Period | None:
        """The period of something past that no sentence of the paragraph has dated."""
        return self._dated or self.heading or self._lead

    def _is_open(self, period: Period) -> bool:
        return self._published is not None and period.end > self._published

    def _end_sentence(self) -> None:
        """A sentence that ends with a look back leaves the time that it began with."""
        first, last = self._opening, self.thread
        if first is not None and last is not None and first.period is not None and last.period is not None:
            if last.period.end < first.period.start:
                self.thread = first
        self._opening = None

    def _end_block(self, left: Block, entered: Block) -> None:
        stated = self.thread
        if left.kind is BlockKind.HEADING and stated is not None and not stated.is_now:
            self.heading = self._as_heading(left, stated.period) or self.heading
        if self._levelled[left.end - 1] == ":":
            self._lead_in = stated
        elif entered.kind not in (BlockKind.ITEM, BlockKind.ROW):
            self._lead_in, self.plans_list = None, False
        self.thread = self._lead_in if entered.kind in (BlockKind.ITEM, BlockKind.ROW) else None
        self._dated = None

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
        if period.grain is PeriodGrain.DAY and not self._is_report_day(period):
            return None
        return period if self._is_reported(period) else None

    def _is_report_day(self, period: Period) -> bool:
        return self._published is not None and timedelta(0) <= self._published - period.end <= _REPORT_DELAY
