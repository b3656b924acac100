"""Compound measures: "64 рубля 12 копеек", "3 км 750 м", "2 часа 15 минут" are one number each.

Belongs here: joining a larger and a smaller unit of the same thing. Does not belong here: scales
("1 млн 350 тыс.", `amounts`).
"""

import re
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.expression import Expression
from extractors.numbers.numerals import Ending

_GAP = re.compile(r"[ \u00a0\u202f\u2009]{1,2}(?:и[ \u00a0]{1,2})?", re.IGNORECASE)
_AND = "и"
_FRACTION = re.compile(r"\d,\d{1,2}(?!\d)")
_OPENED = re.compile(r"[ \u00a0]?\([ \u00a0]?")
_PLACES = Decimal("0.000000001")


def join_compounds(text: str, found: list[Expression]) -> list[Expression]:
    """Joins neighbours whose units measure the same and step down."""
    out: list[Expression] = []
    for expression in found:
        joined = (_joined(text, out[-1], expression) or _restated(text, out[-1], expression)) if out else None
        if joined is None:
            out.append(expression)
        else:
            out[-1] = joined
    return out


def _restated(text: str, told: Expression, again: Expression) -> Expression | None:
    """As in "20% (двадцать процентов)": the same amount once more in words."""
    if told.unit is None or again.unit is None or again.word_class is None or told.word_class is not None:
        return None
    if (told.value, told.unit.code) != (again.value, again.unit.code) or told.per_end != told.end:
        return None
    if not _OPENED.fullmatch(text, told.end, again.start) or not text.startswith(")", again.end):
        return None
    return replace(told, end=again.end + 1, per_end=again.end + 1)


def _joined(text: str, major: Expression, minor: Expression) -> Expression | None:
    if major.unit is None or minor.unit is None or major.value is None or minor.value is None:
        return None
    if major.value_max is not None or minor.value_max is not None or major.per is not None or minor.signed:
        return None
    if major.unit.base_unit != minor.unit.base_unit or major.unit.factor <= minor.unit.factor:
        return None
    if str(major.unit.kind) not in ("money", "quantity") or Ending.ORDINAL in (major.ending, minor.ending):
        return None
    if not _GAP.fullmatch(text, major.end, minor.start) or _FRACTION.search(text, major.start, major.end):
        return None
    if minor.per is not None and _AND in text[major.end : minor.start].lower():
        return None
    part = minor.value * minor.unit.factor / major.unit.factor
    if part >= 1 or (major.value != int(major.value) and not major.scaled):
        return None
    value = major.value + (part.quantize(_PLACES).normalize() + 0)
    return replace(
        major, end=minor.end, per_end=minor.per_end, number_end=minor.number_end, value=value, per=minor.per
    )
