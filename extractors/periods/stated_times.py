"""The timing of a number whose sentence states a time for it.

Belongs here: whether what is stated for a time is a plan for it or a report of it. Does not belong here:
which time governs the number (`time_choice`), the period that it names (`time_resolution`) and numbers
without one (`period_inheritance`).
"""

import re
from datetime import date

from extractors.model import Modality
from extractors.periods.modality import modality_of
from extractors.periods.period_memory import PeriodMemory
from extractors.periods.period_threads import Thread
from extractors.periods.time_resolution import TimeResolver
from extractors.periods.timing import Timing
from extractors.stances.plan_lexicon import Stance
from extractors.times.time_mentions import TimeMention, TimeRole

_SET_FOR = re.compile(
    r"(?<![а-я])(?:бюджет|смет|лимит|квот|ассигновани|расход|доход|дефицит|финансировани)[а-я]*\x20"
    r"(?:[а-я]+\x20){0,3}на\x20$"
)
_FUNDING = re.compile(
    r"\x20с\x20(?:общ[а-я]+\x20)?(?:объемом\x20финансирования|финансированием|бюджетом|стоимостью)\x20(?:[а-я]+\x20){0,2}"
)
# "Объём финансирования программы на 2026–2028 годы составляет 5 млн": the cost is told before the name.
_COST = re.compile(
    r"(?<![а-я])(?:(?:объем|размер|сумм)[а-я]*\x20(?:финансирования|средств|ассигнований|финансовых|бюджетных)|"
    r"стоимость|финансирование|расходы\x20на\x20реализацию)(?![а-я])[^.;:\d]*$"
)
_COSTS = re.compile(
    r"»?\x20(?:-\x20|(?:состав[а-я]+|оценива[а-я]+\x20в|(?:предусмотрен|определен|запланирован)[а-я]*(?:\x20в\x20[а-я]+)?)\x20)"
    r"(?:[а-я]+\x20)?"
)
_COST_REACH = 200
# "На зиму запасено 40 тонн сена": what it was done for, not when.
_PREPARED_FOR = re.compile(r"(?:на|к|под)\x20(?:эт[а-я]+\x20)?(?:осен|весн|лет|зим)")
_SET_ASIDE = re.compile(r"(?:выдел|предусм|распредел|утвержд)[а-я]+")
_NEAR = 30
_AS_OF = re.compile(r"по\x20состоянию\x20на\x20$")
_PLAN_OF = re.compile(r"(?<![а-я])(?:план|программ|график)[а-я]*\x20$")


class StatedTimes:
    """The stated times of one text, turned into the timing of numbers."""

    def __init__(
        self, levelled: str, published: date | None, memory: PeriodMemory, resolver: TimeResolver
    ) -> None:
        """Takes the levelled text, when it was published, what it leaves so far, and what resolves times."""
        self._levelled, self._published = levelled, published
        self._memory, self._resolver = memory, resolver

    def of(self, time: TimeMention, stance: Stance, sentence: int) -> Timing:
        """The timing of a number that a time governs.

        Args:
            time: The time.
            stance: What the clause of the number says of its time.
            sentence: Where its sentence begins.
        """
        if time.years_back < 0 and stance in (Stance.PRESENT, Stance.STANDING):
            return Timing(None, Modality.ACTUAL)  # "через три года остаётся треть": any year
        if stance is Stance.PAST and self._is_prepared_for(time):
            return Timing(None, Modality.ACTUAL)
        planned = stance is Stance.PLANNED or self._goes_on_with_plan(time, stance)
        in_list = stance is Stance.VERBLESS and self._memory.plans_list
        is_set = stance not in (Stance.PLANNED, Stance.PAST) and self._is_set_ahead(time, sentence)
        planned = planned or ((in_list or is_set) and not self._is_over(time))
        is_ahead = planned and not _AS_OF.search(self._levelled, max(sentence, time.start - 24), time.start)
        is_ahead = is_ahead and not self._has_told(time)
        period = self._resolver.period_of(time, stance, planned=is_ahead)
        modality = modality_of(stance, time, period, self._published)
        if period is None and self._resolver.begins_ahead(time, planned=stance is Stance.PLANNED):
            modality = Modality.PLANNED
        return Timing(period, Modality.PLANNED if planned else modality)

    def _has_told(self, time: TimeMention) -> bool:
        """ "за 11 месяцев добыто 7 тонн, что опережает план (5)": days that something was told of already."""
        before = self._memory.thread if self._memory.is_same_sentence else None
        return before is not None and before.time is time and not before.is_planned

    def _is_prepared_for(self, time: TimeMention) -> bool:
        """ "на зиму запасено 40 тонн", where "на осень выделено 40 тонн" is for the autumn alone."""
        period = self._resolver.resolve(time, planned=True)
        is_ahead = period is not None and self._published is not None and period.start > self._published
        if not is_ahead or not _PREPARED_FOR.match(self._levelled, time.start):
            return False
        return _SET_ASIDE.search(self._levelled, max(0, time.start - _NEAR), time.end + _NEAR) is None

    def is_funding(self, horizon: TimeMention, start: int) -> bool:
        """ "начат план на 2024–2028 годы с объёмом финансирования 63 млрд": what a programme costs."""
        if _FUNDING.fullmatch(self._levelled, horizon.end, start):
            return True
        low = max(0, horizon.start - _COST_REACH)
        is_told = _COSTS.fullmatch(self._levelled, horizon.end, start) is not None
        return is_told and _COST.search(self._levelled, low, horizon.start) is not None

    def _is_set_ahead(self, time: TimeMention, sentence: int) -> bool:
        """ "лимит на 2025 год", "программа этого года": what is set for a time that is not over."""
        start = max(sentence, time.start - 80)
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
        return before.time is time or self._is_ahead(time, before) or self._is_within_plan(time, before)

    def _is_ahead(self, time: TimeMention, before: Thread) -> bool:
        """ "в июне сдадут 12 школ, в августе – 5": a time without a year that lies ahead, near the plan."""
        if time.year is not None or time.role not in (TimeRole.PERIOD, TimeRole.DEADLINE):
            return False
        period = self._resolver.resolve(time, planned=True)
        if period is None or self._published is None or period.start <= self._published:
            return False
        is_of_plan = before.period is not None and period.start.year == before.period.end.year
        return is_of_plan or period.start.year == self._published.year

    def _is_within_plan(self, time: TimeMention, before: Thread) -> bool:
        """ "в 2024–2026 годах построят 300 домов, из них 100 – в этом году", ". По годам: 2024 год – 90"."""
        if before.period is None:
            return False
        if not self._memory.is_same_sentence and before.period.start.year == before.period.end.year:
            return False
        period = self._resolver.resolve(time, planned=True)
        is_inside = (
            period is not None and before.period.start <= period.start <= period.end <= before.period.end
        )
        return is_inside and not self._is_over(time)
