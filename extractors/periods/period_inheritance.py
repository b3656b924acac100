"""The timing of a number whose sentence states no time for it.

Belongs here: what the heading, the paragraph and the sentence so far leave for it, by what its clause
says. Does not belong here: keeping that (`period_memory`) and stated times (`time_resolution`).
"""

from datetime import date

from extractors.model import Modality, Period, PeriodGrain, PeriodSource
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.period_threads import Thread
from extractors.periods.periods import publication_period
from extractors.periods.timing import Timing
from extractors.stances.plan_lexicon import Stance
from extractors.stances.stances import ClauseView
from extractors.times.time_mentions import TimeRole


class Inheritance:
    """What is left for the numbers of one text."""

    def __init__(self, published: date | None, memory: PeriodMemory) -> None:
        """Takes the publication date and what the text so far leaves."""
        self._published, self._memory = published, memory
        self.points_back = False  # the sentence at hand begins with "это": it speaks of the number before
        self.is_gapped = False  # the number before in the sentence has the same unit: "получит 8%, сын – 5%"

    def of(self, stance: Stance, clause: ClauseView) -> Timing:
        """The timing that a number takes over."""
        timing = self._of(stance, clause)
        if timing.period is None and self._published is None:
            # "В 2025 году засеют 14 га. Выделено 5 тонн семян": all that a text without a date says of time.
            return self._from(self._memory.year, timing.modality)
        return timing

    def _of(self, stance: Stance, clause: ClauseView) -> Timing:
        memory, thread = self._memory, self._memory.thread
        is_restated = clause.restates and stance is not Stance.PLANNED and memory.is_same_sentence
        if is_restated and thread is not None:
            return self._from(thread.period, Modality.PLANNED if thread.is_planned else Modality.ACTUAL)
        if thread is not None and thread.is_planned and self._is_that(stance):
            return self._from(thread.period, Modality.PLANNED)
        if clause.is_goal and (thread is None or not thread.is_now):
            told = memory.past_period() if thread is None else thread.period
            return self._from(told or memory.planned_period(), Modality.PLANNED)
        if self._is_plan(stance, clause):
            return self._from(memory.planned_period(), Modality.PLANNED)
        if (stance is Stance.STANDING and not memory.is_of_count) or (
            stance is Stance.STATE and not self._is_as_of(thread)
        ):
            return self._now_of(thread)
        if thread is not None and thread.is_planned:
            return self._after_plan(thread, stance, clause)
        if stance is Stance.PAST:
            memory.tell_item()
            return self._past(thread, clause)
        is_gapped = memory.tells_item and stance is Stance.VERBLESS and not clause.is_label
        if thread is None and (memory.tells_list or is_gapped):
            return self._from(memory.past_period(), Modality.ACTUAL)
        if thread is None or (thread.is_event and not memory.is_same_sentence):
            return self._from(memory.heading, Modality.ACTUAL) if memory.heading is not None else self.now()
        return self._going_on(thread, stance, clause)

    def now(self) -> Timing:
        """The publication day; without a publication date, the day that the text says all is as of."""
        if self._published is None:
            return self._from(self._memory.as_of, Modality.ACTUAL)
        return Timing(publication_period(self._published), Modality.ACTUAL, "period_publication")

    def _now_of(self, thread: Thread | None) -> Timing:
        """A present state; in a text without a date it is one of the time that the text has reached."""
        is_told = thread is not None and not (thread.is_planned or thread.is_event or thread.is_now)
        if self._published is not None or thread is None or thread.period is None or not is_told:
            return self.now()
        return self._from(thread.period, Modality.ACTUAL)

    def _is_that(self, stance: Stance) -> bool:
        """ "Введут 5 млн кв. м. Это четверть всего жилья": a sentence about the number before it."""
        return self.points_back and stance in (Stance.VERBLESS, Stance.PRESENT)

    def _is_plan(self, stance: Stance, clause: ClauseView) -> bool:
        """Whether the clause plans, or stands in a list or section of plans."""
        memory, thread = self._memory, self._memory.thread
        if stance in (Stance.PLANNED, Stance.STANDING, Stance.PAST):
            return stance is Stance.PLANNED
        if memory.plans_list:
            return True
        if stance is Stance.STATE:
            return clause.is_project and thread is not None and thread.is_planned
        return memory.plans_section and stance is Stance.VERBLESS

    def _after_plan(self, thread: Thread, stance: Stance, clause: ClauseView) -> Timing:
        if self._goes_on_planning(thread, stance, clause):
            return self._from(thread.period, Modality.PLANNED)
        if stance is Stance.PAST:
            return self._from(self._memory.past_period(), Modality.ACTUAL)
        is_begun = stance is not Stance.PRESENT and self._is_begun(thread, clause)
        return self._from(thread.period, Modality.ACTUAL) if is_begun else self.now()

    def _going_on(self, thread: Thread, stance: Stance, clause: ClauseView) -> Timing:
        """A number without a plan or a past verb goes on with the time that the text has reached."""
        is_bare = stance is Stance.VERBLESS and (self.is_gapped or not clause.is_label)
        if thread.period is None and (self.points_back or (is_bare and self._memory.is_same_sentence)):
            return self._from(None, Modality.ACTUAL)
        if thread.period is None or thread.is_now:
            return self.now()
        return self._from(thread.period, Modality.ACTUAL)

    @staticmethod
    def _is_as_of(thread: Thread | None) -> bool:
        period = thread.period if thread is not None and not thread.is_planned else None
        return period is not None and period.grain is PeriodGrain.DAY

    def _is_begun(self, thread: Thread, clause: ClauseView) -> bool:
        """ "В 2025 году построят 5 мостов. Начат проект: 10 км путей": told of the year at hand."""
        period = thread.period
        is_open = period is not None and self._published is not None and period.start <= self._published
        return clause.is_told and is_open

    def _goes_on_planning(self, thread: Thread, stance: Stance, clause: ClauseView) -> bool:
        """Whether a number without a verb of planning still speaks of the plan before it."""
        if stance not in (Stance.VERBLESS, Stance.PRESENT) or clause.is_already:
            return False
        if clause.is_project:
            return True
        if self._memory.is_same_sentence:
            return thread.period is not None or self.is_gapped or not clause.is_label
        goes_on = not clause.is_label or self._is_year_ahead(thread)
        return stance is Stance.VERBLESS and goes_on and not clause.is_told

    def _is_year_ahead(self, thread: Thread) -> bool:
        """ "В 2026 году ожидается рост на 5%. Инфляция – 9%": a window to come; a deadline is none."""
        if thread.period is None:
            return False
        is_event = thread.period.grain is PeriodGrain.DAY  # "финал пройдёт 13 июня"
        is_window = not is_event and (thread.time is None or thread.time.role is TimeRole.PERIOD)
        return is_window and (self._published is None or thread.period.start > self._published)

    def _past(self, thread: Thread | None, clause: ClauseView) -> Timing:
        if clause.is_earlier:
            return self._from(None, Modality.ACTUAL)
        if thread is not None and self._memory.is_same_sentence and not thread.is_now:
            return self._from(thread.period, Modality.ACTUAL)
        if thread is not None and thread.is_now and thread.time is not None:
            return self._from(thread.period, Modality.ACTUAL)
        if clause.is_already and not self._memory.is_same_sentence and not self._is_up_to_now(clause, thread):
            return self._from(None, Modality.ACTUAL)  # "в марте начат сев. Уже засеяно 5 га": by now
        told = self._memory.past_period()
        is_now = thread is not None and thread.is_now and self._memory.is_same_sentence
        is_state = clause.is_reached or (clause.resumes and is_now)
        return self.now() if told is None and is_state else self._from(told, Modality.ACTUAL)

    def _is_up_to_now(self, clause: ClauseView, thread: Thread | None) -> bool:
        """ "численность достигла уже 5 тысяч", "с начала года идёт изъятие. Уже изъято 20 стволов"."""
        told = thread.told if thread is not None else None
        return clause.is_reached or (told is not None and told.start < told.end == self._published)

    def _from(self, period: Period | None, modality: Modality) -> Timing:
        if period is None:
            return Timing(None, modality, "period_unknown")
        thread = self._memory.thread
        is_here = self._memory.is_same_sentence and thread is not None and thread.period == period
        if is_here and period.source is PeriodSource.EXPLICIT:
            return Timing(period, modality)
        lent = Period(period.start, period.end, period.grain, PeriodSource.INHERITED)
        return Timing(lent, modality, "period_inherited")
