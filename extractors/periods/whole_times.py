"""A part without a time of its own is of the time of its whole: "на 1 мая – 100 школ, из них 20 – в сёлах".

Belongs here: what a link between numbers says of their time. Does not belong here: finding the links
(`relations`) and the time that a number takes from the text before it (`period_inheritance`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.confidence import confidence_of
from extractors.model import Fact, Modality, Period, PeriodSource
from extractors.periods.periods import calendar_grain

# What tells that the time of a number was not read beside it.
_FEWEST = 2
_TAKEN_OVER = frozenset({"period_inherited", "period_publication", "period_unknown"})


def with_whole_times(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, parts that state no time with the period of their whole.

    Args:
        facts: The facts of a text in order, linked; no link closes a circle.
    """
    facts = _with_spans_of_parts(facts)
    timed: dict[int, Fact] = {}
    for index in range(len(facts)):
        _settle(facts, index, timed)
    return [timed[index] for index in range(len(facts))]


def _with_spans_of_parts(facts: Sequence[Fact]) -> Sequence[Fact]:
    """ "всего 30 млрд, в том числе 2025 год – 10, 2026 год – 20": a whole is of all its parts' time."""
    parts: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.part_of is not None and fact.period is not None:
            parts.setdefault(fact.part_of, []).append(fact)
    spans = {whole: _span_of(own) for whole, own in parts.items() if _is_told_by(facts[whole], own)}
    return [_told(fact, spans[i], parts[i]) if i in spans else fact for i, fact in enumerate(facts)]


def _is_told_by(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether a whole takes over its time, and parts of several years make up all of it."""
    if len(parts) < _FEWEST or not _TAKEN_OVER & set(whole.evidence):
        return False
    periods = {part.period for part in parts}
    is_stated = all(p is not None and p.source is PeriodSource.EXPLICIT for p in periods)
    sum_of_parts = sum(part.value for part in parts)
    return is_stated and len(periods) == len(parts) and abs(sum_of_parts - whole.value) * 100 <= whole.value


def _span_of(parts: Sequence[Fact]) -> Period:
    first = min(part.period.start for part in parts if part.period is not None)
    last = max(part.period.end for part in parts if part.period is not None)
    return Period(first, last, calendar_grain(first, last), PeriodSource.EXPLICIT)


def _told(whole: Fact, span: Period, parts: Sequence[Fact]) -> Fact:
    is_plan = any(part.modality is Modality.PLANNED for part in parts)
    evidence = tuple(name for name in whole.evidence if name not in _TAKEN_OVER)
    return replace(
        whole,
        period=span,
        modality=Modality.PLANNED if is_plan else whole.modality,
        evidence=evidence,
        confidence=confidence_of(evidence),
    )


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
    if whole.period is None and "period_inherited" in part.evidence:
        return part  # "иски на 8 млн. В мае наложены штрафы на 3": an unknown time takes none away
    if whole.period is None:
        evidence = (*kept, "period_unknown")
        return replace(part, period=None, evidence=evidence, confidence=confidence_of(evidence))
    is_today = whole.period.source is PeriodSource.PUBLICATION
    if is_today and "period_inherited" in part.evidence:
        return part  # "115 бортов, восемь из них пришли за год": the part has a time, the whole only stands
    period = whole.period if is_today else replace(whole.period, source=PeriodSource.INHERITED)
    evidence = (*kept, "period_publication" if is_today else "period_inherited")
    return replace(part, period=period, evidence=evidence, confidence=confidence_of(evidence))
