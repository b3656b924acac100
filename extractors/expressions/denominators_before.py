"""Numbers whose denominator is stated before them: "ежегодно меняют 300 км", "На 10 тысяч занятых – 28".

Belongs here: which numbers a stated denominator governs. Does not belong here: finding the denominators
(`denominators_stated`) and numbers that are part of one (`denominator_numbers`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.denominator_numbers import denominator_itself
from extractors.expressions.denominators_stated import Stated, StatedBefore
from extractors.expressions.ellipsis_frames import crosses_sentence, has_verb
from extractors.expressions.expression import Expression
from extractors.expressions.expressions import is_counting
from extractors.units.units import UnitKind

_I = re.IGNORECASE
_LOCATIVE = re.compile(
    r"(?<!\w)(?:(?:в|за)\s+(?!день|сутки|неделю|месяц|год|час)|(?:во|на|из|с|со|для|между|среди|через|к|при)\s+)(?:\w+\s+)?$",
    _I,
)
_SAME_MEASURE = re.compile(
    r"(?<!\w)(?:этот|данный|такой)\s+показател\w+|(?<!\w)сам(?:ое|ый|ая)\s+(?:дорог|деш[её]в)\w+", _I
)
_COMPARED = re.compile(r",\s+что\s+(?:[^\W\d_]+\s+){0,2}?на\s+(?:[^\W\d_]+\s+)?$", _I)
_HOLDS = 400
_LABEL_GAP = 4
_HECTARE, _THOUSAND = "har", 1000
_AMOUNTS = (UnitKind.QUANTITY, UnitKind.COUNTING)
_PRICED_PER = (None, UnitKind.MONEY, UnitKind.QUANTITY)


def with_denominators_before(
    before: StatedBefore, found: Sequence[Expression]
) -> tuple[list[Expression], list[Expression]]:
    """The expressions with denominators stated before them, and those that are denominators themselves.

    Args:
        before: What the text states before its numbers.
        found: Its expressions, in order.
    """
    text = before.text
    kept: list[Expression] = []
    denominators: list[Expression] = []
    stated: Stated | None = None
    for index, expression in enumerate(found):
        floor = found[index - 1].per_end if index else 0
        is_again = (
            stated is not None
            and expression.unit is not None
            and expression.unit.code == stated.code
            and stated.end < floor  # "на 1 рубль вложено 5 рублей" is per rouble
        )
        is_over = (
            is_again
            or _is_no_yield(stated, expression)
            or _is_of_others(text, stated, kept, expression)
            or _is_compared(text, stated, expression, floor)
        )
        if stated is not None and (is_over or not _holds(text, stated, expression, floor)):
            stated = None  # another amount of the same ends it: "1 кг – 450 тенге, 10 кг – 4 200"
        following = found[index + 1] if index + 1 < len(found) else None
        own = denominator_itself(text, expression, following) if following is not None else None
        if own is not None:
            stated = own
            denominators.append(expression)
            continue
        stated = before.thing(floor, expression.start) or stated
        kept.append(_with(before, expression, stated, floor))
    return kept, denominators


def _holds(text: str, stated: Stated, expression: Expression, floor: int) -> bool:
    """Whether a denominator still governs: to the end of its sentence, and while its measure goes on.

    As in "В многоквартирных домах этот показатель равен 248 тыс.".
    """
    if expression.start - stated.end > _HOLDS or "\n" in text[stated.end : expression.start]:
        return False
    if not crosses_sentence(text, stated.end, expression.start):
        return True
    return _SAME_MEASURE.search(text, floor, expression.start) is not None


def _is_no_yield(stated: Stated | None, expression: Expression) -> bool:
    """As in "С гектара брали по 20 центнеров, всего собрано 45 тыс. тонн": nobody gets that off a hectare."""
    return stated is not None and stated.code == _HECTARE and expression.scale >= _THOUSAND


def _is_compared(text: str, stated: Stated | None, expression: Expression, floor: int) -> bool:
    """As in "выданы 30 млн по ставке на 1 кг молока, что на 5 млн больше": of the sum, not of the rate."""
    if stated is None or stated.end < floor:
        return False
    return _COMPARED.search(text, max(stated.end, expression.start - 40), expression.start) is not None


def _is_of_others(
    text: str, stated: Stated | None, before: Sequence[Expression], expression: Expression
) -> bool:
    """As in "надой на одну корову – 42 кг; яйценоскость составила 30 штук": told with a verb of its own."""
    if stated is None or not before or before[-1].start < stated.end or before[-1].unit == expression.unit:
        return False
    if not all(one.unit is not None and one.unit.kind in _AMOUNTS for one in (before[-1], expression)):
        return False
    semicolon = text.find(";", before[-1].end, expression.start)
    return semicolon >= 0 and has_verb(text, semicolon, expression.start)


def _with(before: StatedBefore, expression: Expression, stated: Stated | None, floor: int) -> Expression:
    if expression.per is not None or expression.value is None:
        return expression
    kind = None if expression.unit is None or is_counting(expression.unit) else expression.unit.kind
    if kind not in _PRICED_PER or _is_located(before.text, expression):
        return expression
    is_label = stated is not None and expression.start - stated.end <= _LABEL_GAP  # "евро – 560"
    if stated is not None and (kind is UnitKind.MONEY or not stated.is_price or is_label):
        return replace(expression, per=stated.code)
    code = before.adverb(floor, expression.start)
    return expression if code is None else replace(expression, per=code)


def _is_located(text: str, expression: Expression) -> bool:
    """Whether a count only says where ("в 5 городах ежедневно"): it is no rate. "С 5 до 7" is a movement."""
    is_count = is_counting(expression.unit) and expression.pair != "from"
    return is_count and _LOCATIVE.search(text, max(0, expression.start - 20), expression.start) is not None
