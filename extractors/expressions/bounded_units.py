"""Units behind a bound: "5 и более лет", "10 и более млн тенге".

Belongs here: a bound that parts a number from its unit or scale. Does not belong here: what the bound makes
of the number (`qualifiers`) and units right behind one (`unit_after`).
"""

import re
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.expression import Expression
from extractors.expressions.unit_after import meant_unit
from extractors.numbers.atoms import scale_at

_OR_MORE = re.compile(
    r"[ \u00a0](?:и|или)[ \u00a0](?:более|больше|выше|менее|меньше|ниже)(?=[ \u00a0])", re.IGNORECASE
)


def unit_behind_bound(text: str, expression: Expression) -> Expression | None:
    """The number with the unit behind its bound, None without one.

    As in "5 и более лет", where the bound is no part of the quote; a scale behind it takes it in.

    Args:
        text: The raw text.
        expression: A number that no unit follows.
    """
    bound = _OR_MORE.match(text, expression.end)
    if bound is None:
        return None
    bounded = replace(expression, end=bound.end(), number_end=bound.end())
    scale = None if expression.scaled else scale_at(text, bound.end())
    if scale is not None:
        return _unit_behind_scale(text, bounded, *scale)
    match = meant_unit(text, bounded)
    if match is None or match.unit.code == "times":
        return None
    return replace(expression, unit=match.unit, per=match.per, per_end=match.end)


def _unit_behind_scale(text: str, amount: Expression, scale: Decimal, end: int) -> Expression:
    """As in "10 и более млн тенге": the bound lies within the quote."""
    most = amount.value_max
    grown = replace(
        amount,
        end=end,
        per_end=end,
        number_end=end,
        value=amount.amount * scale,
        value_max=None if most is None else most * scale,
        scaled=True,
        scale=scale,
    )
    match = meant_unit(text, grown)
    return (
        grown
        if match is None
        else replace(grown, end=match.end, per_end=match.end, unit=match.unit, per=match.per)
    )
