"""What begins with a heading: reports of a time, plans for a time to come, or a programme.

Belongs here: weighing what one heading says. Does not belong here: which blocks are headings and the times
that they state (`heading_periods`), and how long a section holds (`period_memory`).
"""

from datetime import date

from extractors.model import Period, PeriodGrain
from extractors.periods.heading_periods import (
    heading_period,
    is_for_plan,
    names_only_time,
    names_programme,
    period_ahead,
)
from extractors.periods.period_threads import Thread
from extractors.records import record
from extractors.stances.plan_words import announces_plans, ends_plans, reports_outcome
from extractors.text.sentences import Block


@record
class Section:
    """What a heading says of all that stands under it.

    Attributes:
        plans: Whether it announces plans.
        told: The period that it reports or names, None if it states none.
        ahead: The time that it plans for.
        horizon: The years of the programme that it names.
    """

    plans: bool
    told: Period | None = None
    ahead: Period | None = None
    horizon: Period | None = None


def section_of(
    levelled: str, heading: Block, stated: Thread | None, published: date | None, *, in_plans: bool
) -> Section | None:
    """The section that a heading begins; None where the plans of the heading above go on.

    Args:
        levelled: The levelled text.
        heading: The heading.
        stated: The time that the text has reached at its end.
        published: The publication date.
        in_plans: Whether the heading above announces plans.
    """
    body = levelled[heading.start : heading.end]
    if stated is None:
        goes_on = in_plans and not ends_plans(body)
        return None if goes_on else Section(announces_plans(body))
    ahead = period_ahead(levelled, heading, stated, published)
    if names_only_time(levelled, heading, stated):
        return Section(is_for_plan(levelled, heading, stated, published), stated.period, ahead)
    told = heading_period(levelled, heading, stated, published)
    if ahead is not None and names_programme(levelled, heading):
        return Section(announces_plans(body), told, horizon=ahead)
    is_day = ahead is not None and ahead.grain is PeriodGrain.DAY  # "Тарифы с 1 мая": not all is planned
    is_ahead = ahead is not None and not is_day and not reports_outcome(body)
    return Section(is_ahead or announces_plans(body), told, ahead)
