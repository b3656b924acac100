"""Numbers told alike: a bare number in a bracket, in a scale or with a label like those of the one before.

Belongs here: whether a number can be of another's unit, and likeness of brackets, scales and labels. Does not
belong here: choosing the number that lends (`unit_ellipsis`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.expressions.ellipsis_frames import (
    crosses_sentence,
    fills_bracket,
    has_dash_before,
    has_genitive_label,
    is_decimal,
    preposition,
)
from extractors.expressions.ellipsis_marks import is_change_then_level
from extractors.expressions.expression import Expression
from extractors.expressions.expressions import is_counting
from extractors.units.units import UnitKind

_MILLION = Decimal(10) ** 6
_UNSCALABLE = frozenset({UnitKind.PERCENT, UnitKind.PERCENT_POINTS, UnitKind.RATIO, UnitKind.INDEX})
_ROUND = frozenset(Decimal(10) ** power for power in range(3, 7))
_TIMES = frozenset({"s", "min", "h", "d", "wk", "mo", "a", "quarter", "half_year", "century"})
_SCORED = re.compile(r"(?<!\w)(?:рейтинг|оценк|балл|индекс|коэффициент)\w*[\s:–—-]+$", re.IGNORECASE)
_REACH, _WHOLE = 8, 100


def fits(text: str, bare: Expression, source: Expression) -> bool:
    """Whether a number can be of the source's unit at all."""
    if source.unit is None or bare.value is None or is_counting(source.unit):
        return False
    if source.unit.kind is UnitKind.RATIO:
        return not bare.scaled and preposition(text, bare) == "в"
    if source.unit.kind in _UNSCALABLE or source.unit.code in _TIMES:
        return not bare.scaled and abs(bare.value) < 1000
    return bare.scale < _MILLION or source.scale > 1 or source.unit.kind is UnitKind.MONEY


def bracketed_alike(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """As in "овец – 21,8 млн (101,4%), коней – 4 млн (105,2)": brackets of one sentence are told alike."""
    bare = found[index]
    for source in reversed(found[max(0, index - _REACH) : index]):
        if crosses_sentence(text, source.end, bare.start) or "\n" in text[source.end : bare.start]:
            return None
        if fills_bracket(text, source):
            return source if fits(text, bare, source) else None
    return None


def scale_before(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """As in "овец – 22 млн, лошадей – 4,2": a fraction counts in the scale of the count right before it."""
    near = index > 0 and lends_scale(text, found[index], found[index - 1])
    return found[index - 1] if near else None


def lends_scale(text: str, bare: Expression, source: Expression) -> bool:
    """As in "20,3 млн человек, из них в городах – 12,8": a fraction of things is in the others' scale."""
    is_scaled = source.scale > 1 and source.unit is None and not source.inferred
    is_fraction = is_decimal(bare) and bare.amount > 1
    if not is_scaled or not is_fraction or crosses_sentence(text, source.end, bare.start):
        return False
    if _SCORED.search(text, source.end, bare.start):
        return False  # "скачали 1,5 млн раз, рейтинг 4,8"
    if source.value in _ROUND and preposition(text, source) == "на":
        return False  # "23,5 на 100 тысяч": what a rate is per
    return not (has_dash_before(text, bare) and preposition(text, bare) == "в")  # "налоги – в 2,3"


def is_share_of_alike(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "женщин – 45%, мужчин – 55": the label is a genitive like the one before, not a thing counted."""
    if index == 0:
        return False
    bare, source = found[index], found[index - 1]
    is_share = source.unit is not None and source.unit.kind is UnitKind.PERCENT
    if is_share and is_decimal(bare) and not crosses_sentence(text, source.end, bare.start):
        return True
    is_measured = source.unit is not None and source.unit.kind in (UnitKind.PERCENT, UnitKind.QUANTITY)
    return is_measured and has_genitive_label(text, bare) and has_genitive_label(text, source)


def is_change_of_alike(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "врачей – на 30 процентов, учителей – на 25": both numbers say by how much."""
    if index == 0:
        return False
    bare, source = found[index], found[index - 1]
    is_share = source.unit is not None and source.unit.kind is UnitKind.PERCENT
    if not is_share or crosses_sentence(text, source.end, bare.start) or not has_dash_before(text, bare):
        return False
    return bare.amount <= _WHOLE and preposition(text, bare) == preposition(text, source) == "на"


def is_beside_brackets(text: str, bare: Expression, aside: Expression) -> bool:
    """As in "помидоры (+4,1%), масло на 0,8": every unit stands in brackets, a fraction takes the nearest."""
    near = is_decimal(bare) and not crosses_sentence(text, aside.end, bare.start)
    return near and fits(text, bare, aside) and not is_change_then_level(text, aside, bare)
