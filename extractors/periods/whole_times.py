"""A part without a time of its own is of the time of its whole: "на 1 мая – 100 школ, из них 20 – в сёлах".

Belongs here: what a link between numbers says of their time. Does not belong here: finding the links
(`relations`) and the time that a number takes from the text before it (`period_inheritance`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.confidence import confidence_of
from extractors.model import Fact, PeriodSource

# What tells that the time of a number was not read beside it.
_TAKEN_OVER = frozenset({"period_inherited", "period_publication", "period_unknown"})


def with_whole_times(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, parts that state no time with the period of their whole.

    Args:
        facts: The facts of a text in order, linked; no link closes a circle.
    """
    timed: dict[int, Fact] = {}
    for index in range(len(facts)):
        _settle(facts, index, timed)
    return [timed[index] for index in range(len(facts))]


def _settle(facts: Sequence[Fact], index: int, timed: dict[int, Fact]) -> None:
    """Settles the wholes above a fact before the fact itself."""
    chain = [index]
    while (above := facts[chain[-1]].part_of) is not None and above not in timed:
        chain.append(above)
    for place in reversed(chain):
        fact = facts[place]
        timed[place] = fact if fact.part_of is None else _of_whole(fact, timed[fact.part_of])


def _of_whole(part: Fact, whole: Fact) -> Fact:
    if part.period == whole.period or part.modality is not whole.modality:
        return part
    if not _TAKEN_OVER & set(part.evidence):
        return part
    kept = [name for name in part.evidence if name not in _TAKEN_OVER]
    if whole.period is None:
        evidence = (*kept, "period_unknown")
        return replace(part, period=None, evidence=evidence, confidence=confidence_of(evidence))
    is_today = whole.period.source is PeriodSource.PUBLICATION
    if is_today and "period_inherited" in part.evidence:
        return part  # "115 бортов, восемь из них пришли за год": the part has a time, the whole only stands
    period = whole.period if is_today else replace(whole.period, source=PeriodSource.INHERITED)
    evidence = (*kept, "period_publication" if is_today else "period_inherited")
    return replace(part, period=period, evidence=evidence, confidence=confidence_of(evidence))
