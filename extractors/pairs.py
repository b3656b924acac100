"""Two numbers that share one unit: "с A до B", "до B с A", "10 и 12 процентов".

Belongs here: the two ends of a movement and coordinated numbers whose unit is printed once. Does
not belong here: ranges (`ranges`) and units taken over from further away (`unit_ellipsis`).
"""

import re
from dataclasses import replace

from extractors.expression import Expression

_SOFT = r"(?:(?:почти|примерно|более|около|порядка|свыше|чуть|менее|уже)\s+){0,2}"
_TO = re.compile(rf"\s+(?:до|к)\s+(?:отметки\s+(?:в\s+)?)?{_SOFT}(?:минус\s+)?", re.IGNORECASE)
_TO_LATER = re.compile(rf"(?P<noun>\s+[^\W\d_]+)?(?:\s+[^.;:()\n]{{1,60}}?)?,?\s+до\s+{_SOFT}", re.IGNORECASE)
_WITH = re.compile(
    rf"(?<!\w)[сc]о?\s+(?:(?:нынешни|прежни|прошлогодни|тогдашни|сегодняшни|текущи)[хм]\s+|отметки\s+(?:в\s+)?)?{_SOFT}$",
    re.IGNORECASE,
)
_BACK_WITH = re.compile(rf"\s+(?:\w+\s+)?[сc]о?\s+{_SOFT}", re.IGNORECASE)
_TO_BEFORE = re.compile(rf"(?<!\w)до\s+{_SOFT}$", re.IGNORECASE)
_COORDINATION = re.compile(
    r"\s*(?:,|\s(?:и|или|либо)\s)\s*(?:и\s+)?(?:на\s+|до\s+|в\s+|по\s+)?", re.IGNORECASE
)
_INSTRUMENTAL = re.compile(r"(?:ами|ями|ыми|ими)$", re.IGNORECASE)
_SHARED_KINDS = frozenset({"percent", "percent_points", "money", "quantity", "ratio"})
_LONGEST_GAP = 80


def share_ends(text: str, found: list[Expression]) -> list[Expression]:
    """Gives the ends of a movement their roles and coordinated numbers the unit printed once."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        first, second = out[i], out[i + 1]
        if first.value is None or second.value is None or second.start - first.end > _LONGEST_GAP:
            continue
        if _is_movement(text, first, second):
            out[i], out[i + 1] = _as_pair(first, second)
        elif _is_movement_back(text, first, second):
            out[i + 1], out[i] = _as_pair(second, first)
        elif _shares_unit(text, first, second):
            out[i] = replace(first, unit=second.unit, per=second.per)
    return out


def _is_movement(text: str, first: Expression, second: Expression) -> bool:
    if first.value_max is not None or not _WITH.search(text, max(0, first.start - 40), first.start):
        return False
    if _TO.fullmatch(text, first.per_end, second.start):
        return True
    later = _TO_LATER.fullmatch(text, first.per_end, second.start)
    return later is not None and not (later["noun"] and _INSTRUMENTAL.search(later["noun"]))


def _is_movement_back(text: str, first: Expression, second: Expression) -> bool:
    """ "до 41,6 с 38,9 процента": the goal stands first."""
    return (
        second.value_max is None
        and _BACK_WITH.fullmatch(text, first.per_end, second.start) is not None
        and _TO_BEFORE.search(text, max(0, first.start - 30), first.start) is not None
        and (first.unit is None or second.unit is None or first.unit == second.unit)
    )


def _shares_unit(text: str, first: Expression, second: Expression) -> bool:
    return (
        first.unit is None
        and second.unit is not None
        and str(second.unit.kind) in _SHARED_KINDS
        and first.word_class is second.word_class
        and _COORDINATION.fullmatch(text, first.end, second.start) is not None
    )


def _as_pair(first: Expression, second: Expression) -> tuple[Expression, Expression]:
    """The starting and the reached level; a unit, denominator or scale printed once is for both."""
    unit = first.unit or second.unit
    value = first.value
    mantissa = second.value / second.scale if second.value is not None else None
    if second.scaled and not first.scaled and value is not None and mantissa is not None and value < 1000:
        value = value * second.scale
    per = first.per or second.per
    return (
        replace(first, unit=unit, per=per, value=value, pair="from"),
        replace(second, unit=second.unit or unit, per=second.per or first.per, pair="to"),
    )
