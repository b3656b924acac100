"""Numbers that look aside: the discourse goes on with the time that it had.

Belongs here: remarks in brackets and after participles within one sentence. Does not belong here: sentences
that look aside as a whole (`period_threads`, `period_memory`).
"""

from extractors.model import Modality
from extractors.periods.period_threads import Thread
from extractors.periods.time_choice import SentenceTimes
from extractors.periods.timing import Timing
from extractors.stances.stances import ClauseView
from extractors.times.time_mentions import TimeMention


def is_remark_of(here: SentenceTimes, time: TimeMention, start: int) -> bool:
    """ "5 тонн (2007 г.)", "(в 2007 году – 5)", "к уровню 2007 года (5)": a time for one number."""
    if time.phrase_start >= 0 and here.is_bracketed(start):
        return True
    if not here.is_bracketed(time.start):
        return False
    return time.start > start or here.is_bracketed(start)


def is_plan_aside(
    here: SentenceTimes, reached: Thread | None, timing: Timing, start: int, clause: ClauseView
) -> bool:
    """ "добыто 25 тонн (план – 24), на 6% больше", "сдано 40 из намеченных 95": a plan for its own number."""
    if timing.modality is not Modality.PLANNED or reached is None:
        return False
    return clause.is_goal or (reached.told is not None and here.is_bracketed(start))


def is_beside_present(here: SentenceTimes, reached: Thread | None, time: TimeMention) -> bool:
    """ "парк насчитывает 105 самолётов, включая восемь, купленных в 2024 году": the fleet is of now."""
    return reached is not None and reached.is_now and here.is_participial(time)
