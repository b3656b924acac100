"""What the text so far leaves for a number without a time of its own.

Belongs here: the thread of the paragraph, the period of the heading, of the opening paragraph and of
the lead-in of a list, from sentence to sentence. Does not belong here: reading any time (`period_reader`),
and what one heading (`heading_periods`) or the first number (`opening_periods`) says.
"""

from collections.abc import Sequence
from datetime import date

from extractors.model import Period, PeriodGrain
from extractors.periods.heading_periods import is_heading, is_line
from extractors.periods.opening_periods import as_of_day, lead_of, plan_lead_of
from extractors.periods.period_threads import Thread, is_look_aside, is_of_part, is_split, takes_up
from extractors.periods.sections import section_of
from extractors.stances.plan_words import closes_with_plan
from extractors.text.sentences import Block, BlockKind

_LABEL_LIMIT = 60


class PeriodMemory:
    """The threads of one text, in reading order.

    Attributes:
        thread: The time that the text has reached, None where it has none.
        before_sentence: The same at the beginning of the sentence at hand.
        is_same_sentence: Whether the sentence at hand has moved it.
        heading: The period of the heading.
        horizon: The years of the programme that the paragraph or heading names.
        as_of: The day that the heading or first paragraph says all is as of.
        plans_list: Whether the lead-in of the list at hand speaks of the future.
        tells_list: Whether it tells of the past.
        tells_item: Whether an item of the list at hand does.
        plans_section: Whether the heading announces plans.
        year: The year that the paragraph has stated last.
        dated: The stated time of what has happened that the paragraph has reached.
        change: From one end to the other of the last change, where both are dated.
    """

    def __init__(self, levelled: str, published: date | None, blocks: Sequence[Block]) -> None:
        """Takes the levelled text, its publication date and its blocks."""
        self._levelled, self._published, self._blocks = levelled, published, blocks
        self._block = -1
        self._first_paragraph = next((i for i, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH), -1)
        self.thread: Thread | None = None
        self.before_sentence: Thread | None = None
        self.is_same_sentence = False
        self.heading: Period | None = None
        self.horizon: Period | None = None
        self.as_of: Period | None = None
        self.plans_list = self.tells_list = self.tells_item = self.plans_section = False
        self.year: Period | None = None
        self.change: Period | None = None
        self._opening: Thread | None = None  # the first of the sentence
        self._lead_in: Thread | None = None
        self._lead: Period | None = None
        self._plan_lead: Period | None = None
        self._has_lead = self._has_numbers = self._has_begun = False
        self._counted: tuple[date, date] | None = None  # the last day that things were said to be as of
        self.dated: Period | None = None
        self._dated_before: Period | None = None
        self._ever_dated: Period | None = None
        self._heading_ahead: Period | None = None

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
        self.change = None
        self.is_same_sentence = True
        if self._opening is None:
            self._opening = thread
        if thread.names_year:
            self.year = thread.period
        told = thread.told
        if told is not None:
            self.dated = self._ever_dated = told
        if (counted := as_of_day(self._levelled, thread)) is not None:
            self._counted = (counted.start, counted.end)
        if self.as_of is None and self._block <= self._first_paragraph:
            self.as_of = counted
        self._has_numbers = self._has_numbers or is_number
        if not self._has_begun:
            self._plan_lead = plan_lead_of(thread)
            self._has_begun = True
        if not self._has_lead and self._block == self._first_paragraph:
            self._lead = lead_of(self._levelled, thread, self._published)
            self._has_lead = is_number or self._lead is not None

    def tell_item(self) -> None:
        """Notes that an item tells of the past: those behind it may leave its verb out."""
        self.tells_item = self._blocks[self._block].kind is BlockKind.ITEM

    def planned_period(self) -> Period | None:
        """The period that a plan without a time of its own goes on with."""
        thread = self.thread
        if thread is not None and thread.period is not None and not thread.is_now:
            return thread.period if thread.is_planned or self._is_open(thread.period) else None
        if self.heading is not None and self._is_open(self.heading):
            return self.heading
        return self._heading_ahead or self.horizon or self._plan_lead

    def past_period(self) -> Period | None:
        """The period of something past that no sentence of the paragraph has dated."""
        return self.dated or self.heading or self._lead

    def named_period(self) -> Period | None:
        """The period that "за этот период", "на тот же год" point back to, in any paragraph before."""
        if self.change is not None:
            return self.change
        if self.thread is not None and self.thread.is_planned and self.thread.period is not None:
            return self.thread.period
        if self.heading is not None and self.heading.grain is PeriodGrain.DAY:
            return self.dated or self._lead or self._ever_dated or self.heading  # a dateline is no period
        return self.past_period() or self._ever_dated

    @property
    def is_of_count(self) -> bool:
        """ "На 1 июля 55% скота было у населения. Ещё 36% содержится на фермах": things stood so that day."""
        told = self.thread.told if self.thread is not None else None
        return told is not None and self._counted == (told.start, told.end)

    @property
    def is_dated_here(self) -> bool:
        """Whether the sentence at hand has stated the time of something that happened."""
        return self.is_same_sentence and self.thread is not None and self.thread.told is not None

    def _is_open(self, period: Period) -> bool:
        return self._published is not None and period.end > self._published

    def _end_sentence(self) -> None:
        """After a look back, or at a single day, the discourse goes on with the time that it had."""
        first, last, before = self._opening, self.thread, self.before_sentence
        if last is not None and last.period is not None and first is not None:
            kept = before or (first if first.period is None else None)
            if first.period is not None and last.period.end < first.period.start:
                window = first.told if first.period.grain is not PeriodGrain.DAY else None
                self.thread, self.dated = first, self._dated_before or window
                self._ever_dated = first.told or self._ever_dated
            elif last.time is not first.time and self._is_told_for_part(first, last):
                self.thread, self.dated = first, first.told or self._dated_before
            elif kept is not None and is_look_aside(self._levelled, last, kept):
                self.thread, self.dated = kept, self._dated_before
        self._opening = None
        self._dated_before = self.dated

    def _is_told_for_part(self, first: Thread, last: Thread) -> bool:
        return is_of_part(self._levelled, last.time) or is_split(self._levelled, first, last)

    def _end_block(self, left: Block, entered: Block) -> None:
        """What a block leaves for the next one: its heading, its lead-in, or nothing."""
        if is_heading(
            self._levelled,
            left,
            entered,
            self.thread,
            has_numbers=self._has_numbers,
            in_plans=self.plans_section,
        ):
            self._begin_section(left)
        stated, last = self.thread, self._levelled[left.end - 1]
        is_under = entered.kind in (BlockKind.ITEM, BlockKind.ROW) or last in ":;,?"
        goes_on = is_under or self._goes_on(left, entered)
        if last in ":?":
            self._lead_in = stated
            is_told = self._has_numbers and stated is not None and stated.told is not None
            is_plan = stated is not None and stated.is_planned
            is_plan = last == ":" and (is_plan or closes_with_plan(self._levelled, left.start, left.end))
            self.plans_list = is_plan or (self.plans_list and not is_told)
        elif not goes_on:
            self._lead_in, self.plans_list, self.tells_list = None, False, False
        self.thread = self._lead_in if goes_on else None
        self.year = self.year if goes_on else None
        self.dated = self._dated_before = self.thread.told if self.thread is not None else None
        self._has_numbers = False
        self.tells_item = self.tells_item and left.kind is entered.kind is BlockKind.ITEM

    def _begin_section(self, heading: Block) -> None:
        """Takes up what a heading says of all that stands under it."""
        section = section_of(
            self._levelled, heading, self.thread, self._published, in_plans=self.plans_section
        )
        if section is not None:
            self._heading_ahead, self.plans_section = section.ahead, section.plans
            self.horizon = section.horizon or self.horizon
            self.heading = section.told or self.heading

    def _goes_on(self, left: Block, entered: Block) -> bool:
        """Lines of a list without marks, "Спад:" after one, "Из них:", "Замыкает тройку …" go on with it."""
        if self._has_numbers and takes_up(self._levelled, entered.start, entered.end):
            self._lead_in = self.thread
            return True
        if not (self._lead_in or self.plans_list) or not self._has_numbers:
            return False
        if left.kind is BlockKind.HEADING or all(is_line(self._levelled, b) for b in (left, entered)):
            return True
        is_short = entered.end - entered.start <= _LABEL_LIMIT
        return left.kind is BlockKind.ITEM and is_short and self._levelled[entered.end - 1] == ":"
