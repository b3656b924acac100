"""Two numbers that share one unit: "с A до B", "до B с A", "10 и 12 процентов".

Belongs here: the two ends of a movement and coordinated numbers whose unit is printed once. Does
not belong here: ranges (`ranges`) and units taken over from further away (`unit_ellipsis`).
"""

import re
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.expression import Expression

_SOFT = r"(?:(?:почти|примерно|более|около|порядка|свыше|чуть|менее|уже)\s+){0,2}"
_TO = re.compile(rf"\s+(?:до|к)\s+(?:отметки\s+(?:в\s+)?)?{_SOFT}(?:минус\s+)?", re.IGNORECASE)
_TO_LATER = re.compile(
    rf"(?P<noun>\s+[^\W\d_]+)?(?:\s+(?:[^.;:()\n]|(?<=\sг|гг)\.){{1,60}}?)?,?\s+до\s+{_SOFT}", re.IGNORECASE
)
_FORMER = r"(?:(?:нынешни|прежни|прошлогодни|тогдашни|сегодняшни|текущи)[хм]\s+)?"
_WITH = re.compile(rf"(?<!\w)[сc]о?\s+(?:{_FORMER}|отметки\s+(?:в\s+)?){_SOFT}$", re.IGNORECASE)
_BACK_WITH = re.compile(rf"\s+(?:\w+\s+)?[сc]о?\s+{_FORMER}{_SOFT}", re.IGNORECASE)
_TO_BEFORE = re.compile(rf"(?<!\w)до\s+{_SOFT}$", re.IGNORECASE)
_COORDINATION = re.compile(
    r"\s*(?:,|\s(?:и|или|либо)\s)\s*(?:и\s+)?(?:(?P<led>на|до|в|по)\s+)?", re.IGNORECASE
)
_LED = re.compile(r"(?<!\w)(?P<word>на|до|в|по)\s+$", re.IGNORECASE)
_AND_ATTRIBUTE = re.compile(r"\s[а-яё-]{4,}(?:ых|их)\sи\s(?:ещё\s|около\s|более\s)?", re.IGNORECASE)
_ATTRIBUTE_AND_NOUN = re.compile(r"\s[а-яё-]{4,}(?:ых|их)\s[а-яё]{3,}", re.IGNORECASE)
_INSTRUMENTAL = re.compile(r"(?:ами|ями|ыми|ими)$", re.IGNORECASE)
_SHARED_KINDS = frozenset({"percent", "percent_points", "money", "quantity", "ratio"})
_SCALABLE = frozenset({"money", "quantity"})
_LONGEST_GAP = 80
_WHOLE = 100


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
        elif _shares_noun(text, first, second):
            out[i + 1] = replace(second, unit=first.unit, per=first.per)
        elif _shares_unit(text, first, second):
            scale = second.scale if not first.scaled and first.value < 1000 else Decimal(1)
            value, scaled = first.value * scale, first.scaled or scale > 1
            out[i] = replace(
                first, value=value, unit=second.unit, per=second.per, scale=first.scale * scale, scaled=scaled
            )
    return out


def _is_movement(text: str, first: Expression, second: Expression) -> bool:
    if (
        first.value_max is not None
        or _measures_else(first, second)
        or not _WITH.search(text, max(0, first.start - 40), first.start)
    ):
        return False
    if _TO.fullmatch(text, first.per_end, second.start):
        return True
    later = _TO_LATER.fullmatch(text, first.per_end, second.start)
    return later is not None and not (later["noun"] and _INSTRUMENTAL.search(later["noun"]))


def _measures_else(first: Expression, second: Expression) -> bool:
    """As in "с 19% до 56 миллионов человек": a share does not move to a count of millions."""
    is_share = first.unit is not None and str(first.unit.kind) in ("percent", "percent_points")
    return is_share and second.unit is None and second.scaled


def _is_movement_back(text: str, first: Expression, second: Expression) -> bool:
    """As in "до 41,6 с 38,9 процента": the goal stands first."""
    return (
        second.value_max is None
        and _BACK_WITH.fullmatch(text, first.per_end, second.start) is not None
        and _TO_BEFORE.search(text, max(0, first.start - 30), first.start) is not None
        and (first.unit is None or second.unit is None or first.unit == second.unit)
    )


def _shares_noun(text: str, first: Expression, second: Expression) -> bool:
    """As in "20 км газовых и 15 тепловых сетей": what is measured stands once, behind both attributes."""
    if first.unit is None or second.unit is not None or str(first.unit.kind) != "quantity":
        return False
    if second.word_class is not None or _AND_ATTRIBUTE.fullmatch(text, first.per_end, second.start) is None:
        return False
    return _ATTRIBUTE_AND_NOUN.match(text, second.end) is not None


def _shares_unit(text: str, first: Expression, second: Expression) -> bool:
    if first.unit is not None or second.unit is None or str(second.unit.kind) not in _SHARED_KINDS:
        return False
    if first.word_class is not second.word_class or (first.scaled and str(second.unit.kind) not in _SCALABLE):
        return False
    is_share = str(second.unit.kind) == "percent"
    if is_share and (first.value or 0) > _WHOLE >= (second.value or 0):
        return False  # "2808 или 95%"
    joint = _COORDINATION.fullmatch(text, first.end, second.start)
    if joint is None:
        return False
    led = _LED.search(text, max(0, first.start - 5), first.start)
    return joint["led"] is None or (led is not None and led["word"].lower() == joint["led"].lower())


def _as_pair(first: Expression, second: Expression) -> tuple[Expression, Expression]:
    """The starting and the reached level; a unit, denominator or scale printed once is for both."""
    unit = first.unit or second.unit
    per = first.per or second.per
    return (
        replace(first, unit=unit, per=per, value=_scaled_alike(first, second), pair="from"),
        replace(
            second,
            unit=second.unit or unit,
            per=second.per or per,
            value=_scaled_alike(second, first),
            pair="to",
        ),
    )


def _scaled_alike(bare: Expression, other: Expression) -> Decimal | None:
    """As in "с 271 тыс. до 112": the scale printed once is for both, unless they are far apart without it."""
    if bare.value is None or other.value is None or bare.scaled or not other.scaled or bare.value >= 1000:
        return bare.value
    mantissa = other.value / other.scale
    return bare.value * other.scale if bare.value < 50 * mantissa else bare.value
