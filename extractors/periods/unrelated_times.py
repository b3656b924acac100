"""Times of a sentence that hold for something else than the number: "хранит 812 дел о событиях 1929 года".

Belongs here: what the tense of a number's clause and the marks before it say against a time. Does not
belong here: which time stands nearest (`time_choice`) and days of a report (`report_days`).
"""

import re
from datetime import date, timedelta

from extractors.model import PeriodGrain
from extractors.periods.period_threads import Thread
from extractors.periods.report_days import is_as_of
from extractors.periods.time_resolution import TimeResolver
from extractors.stances.plan_lexicon import Stance
from extractors.times.time_mentions import TimeEdge, TimeMention, TimeRole

_NEXT_CLAUSE = re.compile(
    r",\x20(?:а(?!\x20(?:также|всего|затем))|но|однако|при\x20этом|причем|тогда\x20как)\x20"
)
_CONTRARY = re.compile(r",\x20(?:но|однако)\x20")
_NEXT_PLAN = re.compile(
    r",\x20(?:(?:и|а(?!\x20также))\x20(?![^,]*(?:л|н)(?:ось|ись|ся)(?![а-я]))"
    r"|(?:планиру|намеча|предстои|ожида|буд[еу]т|предполага)[а-я]*(?<!сь)\x20)"
)
# "на данный момент планируется построить 5 школ": the time of planning, where "завтра" is the plan's.
_AT_PRESENT = ("на данный", "в данный", "в настоящ", "на сегодняшн", "на текущ", "в текущий момент")
_BY = re.compile(r"(?<!\w)[Кк]о?\x20(?:[а-я]+\x20)?$")
_OUTCOME = re.compile(r"по\x20(?:итогам|результатам)\x20(?!перепис|реализац|проверк|конкурс)")
_AHEAD = frozenset({TimeRole.DEADLINE, TimeRole.HORIZON})
_STALE = timedelta(days=92)


class UnrelatedTimes:
    """The times of one text, asked whether they can be a number's at all."""

    def __init__(self, levelled: str, published: date | None, resolver: TimeResolver) -> None:
        """Takes the levelled text, its publication date, and what resolves its times."""
        self._levelled, self._published, self._resolver = levelled, published, resolver

    def is_cut_off(self, time: TimeMention, start: int, stance: Stance) -> bool:
        """Whether a semicolon, or a clause of its own, parts the time from a number of another time."""
        is_edge = time.role in (TimeRole.DEADLINE, TimeRole.SINCE) and time.end <= start
        is_now = is_edge and stance in (Stance.PRESENT, Stance.STANDING)
        if is_now and _NEXT_CLAUSE.search(self._levelled, time.end, start):
            return True  # "правила не менялись с 2019 года, а норма составляет 25%"
        is_missed = time.role is TimeRole.DEADLINE and stance is Stance.PAST and time.end <= start
        if is_missed and _CONTRARY.search(self._levelled, time.end, start):
            return True  # "должен был сдать дом до 15 июля, но опоздал на 40 дней"
        if time.end > start or ";" not in self._levelled[max(time.end, start - 300) : start]:
            return False
        if time.role is TimeRole.DEADLINE and stance in (Stance.PAST, Stance.PRESENT):
            return True
        return stance is Stance.STANDING or (stance is Stance.PRESENT and time.is_inexact)

    def is_other_verbs(self, time: TimeMention, stance: Stance, start: int, last: Thread | None) -> bool:
        """Whether a time before a number is that of another verb, which plans where the number's does not.

        "до конца года 91 завод обязан поставить фильтры, 69 уже поставили", "с 2010 года море поднялось
        на 19 см и может подняться ещё на 98".

        Args:
            time: The time.
            stance: What the clause of the number says of its time.
            start: Where the number begins.
            last: The time that the sentence has reached, None at its beginning.
        """
        if time.end > start:
            return False
        if stance is Stance.PAST and time.role in _AHEAD and self._is_later_year(time):
            return True  # "план до 2029 года выполнен на 83%"
        if (
            time.is_present
            and stance is Stance.PLANNED
            and self._levelled.startswith(_AT_PRESENT, time.start)
        ):
            return True
        is_telling = stance in (Stance.PAST, Stance.PRESENT, Stance.STANDING)
        is_behind_plan = last is not None and last.is_planned and last.time is None
        if last is None or not (last.time is time or is_behind_plan):
            return False
        if last.is_planned and not is_behind_plan:
            return time.role is TimeRole.DEADLINE and is_telling and self._is_ahead(time)
        if stance is not Stance.PLANNED:
            return False
        return time.role is TimeRole.SINCE or self._is_done_before_plan(time, start)

    def _is_done_before_plan(self, time: TimeMention, start: int) -> bool:
        """ "по итогам 2022 года выпущено 6 тонн, и поставлена цель выпускать 12": a year gone by."""
        if time.role is not TimeRole.PERIOD or not _NEXT_PLAN.search(self._levelled, time.end, start):
            return False
        return not self._is_ahead(time)

    def _is_ahead(self, time: TimeMention) -> bool:
        period = self._resolver.resolve(time, planned=True)
        return period is not None and self._published is not None and period.end > self._published

    def _is_later_year(self, time: TimeMention) -> bool:
        is_year = time.grain is PeriodGrain.YEAR and time.year is not None
        return is_year and self._published is not None and (time.year or 0) > self._published.year

    def is_elsewhere(self, time: TimeMention, stance: Stance, start: int) -> bool:
        """ "содержит 812 дел о восстаниях в 1929 году", "действует до 2030 года": no time of a state."""
        if stance is not Stance.STANDING or self._published is None or time.role is TimeRole.SHIFT:
            return False
        if time.role is TimeRole.SINCE:  # "с 2014 года отремонтировано 300 домов, в которых живут 46 тысяч"
            return ", в котор" in self._levelled[time.end : start]
        if time.role is TimeRole.DEADLINE:
            return not self._has_come(time)
        if _OUTCOME.search(self._levelled, max(0, time.start - 24), time.end):
            return False  # "по итогам 2024 года в городе работают 30 заводов"
        if time.role is not TimeRole.PERIOD or time.is_inexact or self._levelled.startswith(" - ", time.end):
            return False  # "в 2020 году – 39 млн, в 2023 году – уже 90 млн"
        if time.grain is PeriodGrain.YEAR and time.year is None:
            return True  # "в течение года на учёте состоят 42 тысячи"
        if time.edge is TimeEdge.START or (time.grain is PeriodGrain.DAY and is_as_of(self._levelled, time)):
            return False  # "на 1 января 2020 года на учёте состоят 3 тысячи"
        period = self._resolver.resolve(time, planned=False)
        return period is not None and self._published - period.end > _STALE

    def _has_come(self, time: TimeMention) -> bool:
        """ "к концу 2024 года 99% сёл имеют воду": a state at an end that lies behind."""
        led = _BY.search(self._levelled, max(0, time.start - 16), time.start)
        return led is not None and not self._is_ahead(time)
