"""Whether a number is reported or planned.

Belongs here: weighing what the clause says against where the stated time lies. Does not belong
here: the words of a clause (`clause_tense`, `stances`) and days (`periods`).
"""

from datetime import date, timedelta

from extractors.model import Modality, Period
from extractors.stances.plan_lexicon import Stance
from extractors.times.time_mentions import TimeMention, TimeRole

_YEAR = timedelta(days=366)


def modality_of(stance: Stance, time: TimeMention, period: Period | None, published: date | None) -> Modality:
    """Planned where the clause plans, where the time begins after publication or is a deadline still ahead.

    Args:
        stance: What the number's clause says.
        time: The temporal expression that governs the number.
        period: The days it names, None if unknown.
        published: The publication date.
    """
    if stance is Stance.PLANNED or _is_ahead(stance, time, period, published):
        return Modality.PLANNED
    return Modality.ACTUAL


def _is_ahead(stance: Stance, time: TimeMention, period: Period | None, published: date | None) -> bool:
    is_deadline = time.role in (TimeRole.DEADLINE, TimeRole.HORIZON)
    if published is None or period is None:
        return is_deadline and stance is Stance.VERBLESS
    is_told = stance is Stance.PAST
    is_under_way = period.start <= published and period.end - period.start < _YEAR  # "в этом учебном году"
    goes_on = stance not in (Stance.PAST, Stance.VERBLESS) and period.end.year > published.year
    goes_on = goes_on and not is_under_way
    if period.start > published or goes_on:
        return True  # "стоимость на 2025–2027 годы составляет 5 млрд": what no year has seen yet
    return is_deadline and not is_told and period.end > published
