"""What a heading says of the time of all that stands under it.

Belongs here: which blocks are headings, the period that one reports, and the year that one plans for.
Does not belong here: how long a heading holds (`period_memory`) and the opening paragraph
(`opening_periods`).
"""

import re
from datetime import date, timedelta

from extractors.model import Period, PeriodGrain, PeriodSource
from extractors.periods.period_threads import Thread
from extractors.stances.plan_words import has_verb
from extractors.text.sentences import Block, BlockKind
from extractors.times.time_mentions import TimeEdge

_AHEAD_IN_HEADING = timedelta(days=31)
_HEADING_LIMIT = 160
_LINE_LIMIT = 90
_LABEL_LINE = re.compile(r"[^\d.!?;]{2,80}\s-\s\D{0,12}\d[\d\s,.]*[а-я%\s./²³()]{0,24}")
_PROGRAMME = re.compile(r"программ|концепци|стратеги")
_SORT = re.compile(r"[\s(,:.-]*(?P<plan>план|прогноз)?[\s).:]*")
_WORD = re.compile(r"[а-я-]+")
_FOR = re.compile(r"(?<![а-я])(?:на|со?)\s$")
_BUDGET_REPORT = re.compile(r"(?:исполнени|поступлени)[а-я]+.{0,60}бюджет")


def is_heading(
    levelled: str, left: Block, entered: Block, stated: Thread | None, *, has_numbers: bool, in_plans: bool
) -> bool:
    """Whether a block is a heading, by its kind or by how it reads.

    Args:
        levelled: The levelled text.
        left: The block.
        entered: The block behind it.
        stated: The time that the text has reached at its end.
        has_numbers: Whether it states a number.
        in_plans: Whether the heading before it announces plans.
    """
    if left.kind is BlockKind.HEADING:
        time = stated.time if stated is not None else None
        # "Ремонт 12 домов" below "План работы на 2025 год": a line with a number and no time.
        return not (has_numbers and in_plans and (time is None or time.start < left.start))
    if has_numbers:
        return False
    is_time = stated is not None and names_only_time(levelled, left, stated)
    return is_time or _reads_as_heading(levelled, left, entered)


def _reads_as_heading(levelled: str, left: Block, entered: Block) -> bool:
    """Whether a block without numbers is a heading: "1. Промышленность", "Итоги за 2024 год."."""
    body = levelled[left.start : left.end]
    if len(body) > _HEADING_LIMIT:
        return False
    if left.kind is BlockKind.ITEM:
        return body[-1] not in ".;:,!?" and body[0].isdigit() and entered.kind is not BlockKind.ITEM
    heads = ".)»" if entered.kind is not BlockKind.PARAGRAPH else ".:)»"
    return left.kind is BlockKind.PARAGRAPH and body[-1] in heads and not has_verb(_WORD.findall(body))


def is_line(levelled: str, block: Block) -> bool:
    """Whether a block reads as a line of a list: short, no sentence, but for "Рис – 2 тыс. т."."""
    if block.end - block.start > _LINE_LIMIT:
        return False
    is_open = levelled[block.end - 1] not in ".!?"
    return is_open or _LABEL_LINE.fullmatch(levelled, block.start, block.end) is not None


def is_reported(period: Period, published: date | None) -> bool:
    """Whether a period can be that of a report: it is over, or hardly not, at publication."""
    return published is None or (period.start <= published and period.end - published <= _AHEAD_IN_HEADING)


def heading_period(levelled: str, block: Block, stated: Thread, published: date | None) -> Period | None:
    """The period that a heading itself states for a report; up to when something may be done is none.

    "Исполнение бюджета на 1 августа" is the year up to the day before.

    Args:
        levelled: The levelled text.
        block: The heading.
        stated: The time that the text has reached at its end.
        published: The publication date.
    """
    period, time = stated.period, stated.time
    is_own = time is None or (time.edge is not TimeEdge.UNTIL and time.start >= block.start)
    if period is None or stated.is_now or not is_own:
        return None
    if not is_reported(period, published) or period.source is not PeriodSource.EXPLICIT:
        return None
    is_first = period.grain is PeriodGrain.DAY and period.start.day == 1 and period.start.month > 1
    if is_first and _BUDGET_REPORT.search(levelled, block.start, block.end):
        opening, eve = date(period.start.year, 1, 1), period.start - timedelta(days=1)
        return Period(opening, eve, PeriodGrain.RANGE, period.source)
    return period


def period_ahead(levelled: str, block: Block, stated: Thread | None, published: date | None) -> Period | None:
    """ "Параметры бюджета на 2026 год": the year that a heading plans for; arguments as above."""
    if stated is None or stated.period is None or stated.time is None:
        return None
    if is_reported(stated.period, published) or stated.period.source is not PeriodSource.EXPLICIT:
        return None
    return stated.period if _FOR.search(levelled, block.start, stated.time.start) is not None else None


def names_programme(levelled: str, block: Block) -> bool:
    """ "О программе занятости на 2026–2028 годы": what stands under it is not all planned."""
    return _PROGRAMME.search(levelled, block.start, block.end) is not None


def names_only_time(levelled: str, block: Block, stated: Thread) -> bool:
    """ "2024 год", "2024 год (план)": a heading that says nothing but a time, over or not."""
    time = stated.time
    if stated.period is None or time is None or time.start != block.start:
        return False
    return _SORT.fullmatch(levelled, time.end, block.end) is not None


def is_for_plan(levelled: str, block: Block, stated: Thread, published: date | None) -> bool:
    """Whether such a heading is one of a plan: it says so, or its time has not begun."""
    time, period = stated.time, stated.period
    if time is None or period is None:
        return False
    sort = _SORT.match(levelled, time.end, block.end)
    is_named = sort is not None and sort["plan"] is not None
    return is_named or (published is not None and period.start > published)
