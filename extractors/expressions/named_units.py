"""Units that a head, a caption or a label names for the numbers it stands over: "Стоимость, млн долларов".

Belongs here: reading such a unit with its scale and denominator, and giving it to a bare number. Does not
belong here: which numbers a head or label stands over (`column_units`, `label_units`).
"""

import re
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.expression import Expression
from extractors.numbers.atoms import scale_at
from extractors.records import record
from extractors.units.units import Unit, UnitKind, load_units, match_per_at, match_unit_at

_HEAD_PLACE = re.compile(r"[,(]\s*|(?<!\w)(?:в|на)\s+")
_LABEL_PLACE = re.compile(r"[,(]\s*(?:в\s+)?|(?<!\w)в\s+(?=%|процент)")
_LABEL_END = re.compile(r"\s*(?:[),;]|$|к\s|от\s)")
# "тыс. человек", "тыс. гол.": things are counted, only the scale is named.
_COUNTED = re.compile(r"[ \u00a0]?[а-яё]{2,}(?:\.|[ \u00a0][а-яё]{2,}\.?)?")
_NUMBER_OF = re.compile(r"(?:число|количество)\s", re.IGNORECASE)
_RATE_CELL = re.compile(r"(?:[а-яё]+\.?\s){0,4}?(?P<rate>на\s1)", re.IGNORECASE)
_PEOPLE_END = re.compile(r"(?:\s(?:населения|жителей))?")
_CELL_END = re.compile(r"(?:\s(?:к|в)\s.*)?", re.DOTALL)
_SHORT_TIMES = ("s", "h")


@record
class NamedUnit:
    """What a head, a caption or a label says of its numbers.

    Attributes:
        unit: The unit, None where things are counted ("тыс. голов").
        per: The denominator, if one is named.
        scale: The scale, 1 without one.
        end: Where the words end.
        ambiguous: Whether they are as often something else ("с", "часов").
    """

    unit: Unit | None
    per: str | None
    scale: Decimal
    end: int
    ambiguous: bool = False


def unit_at(text: str, position: int) -> NamedUnit | None:
    """The unit named right at a place, with its scale: "млн тонн", "%", "тыс. голов", "тенге за кг"."""
    scale = scale_at(text, position)
    match = match_unit_at(text, scale[1] if scale else position)
    if match is None or match.unit.kind is UnitKind.COUNTING:
        things = _COUNTED.match(text, scale[1]) if scale else None
        return NamedUnit(None, None, scale[0], things.end()) if scale and things else None
    per = match_per_at(text, match.end) if match.per is None else None
    return NamedUnit(
        match.unit,
        per.code if per else match.per,
        scale[0] if scale else Decimal(1),
        per.end if per else match.end,
        match.ambiguous and per is None,
    )


def unit_of_head(text: str, start: int, end: int) -> NamedUnit | None:
    """The last unit of a head or caption: "Стоимость, млн долларов США"."""
    found = None
    for place in (start, *(match.end() for match in _HEAD_PLACE.finditer(text, start, end))):
        named = unit_at(text, place)
        if named is None or named.unit is None or named.end > end:
            continue
        is_short_time = named.unit.code in _SHORT_TIMES and not text[named.end : end].strip(" )")
        if is_short_time or not named.ambiguous:
            found = named
    return found or unit_of_label(text, start, end)


def unit_of_cell(text: str, start: int, end: int) -> NamedUnit | None:
    """The unit that a cell holds and nothing else: "тыс. чел.", "% к маю", "случаев на 1000 жителей"."""
    rate = _RATE_CELL.match(text, start, end)
    per = match_per_at(text, rate.start("rate")) if rate is not None else None
    if per is not None and _PEOPLE_END.fullmatch(text, per.end, end):
        return NamedUnit(load_units()["{score}"], per.code, Decimal(1), end)
    place = _NUMBER_OF.match(text, start, end)
    named = unit_at(text, place.end() if place is not None else start)
    if named is None or named.end > end:
        return None
    return named if _CELL_END.fullmatch(text, named.end, end) else None


def unit_of_label(text: str, start: int, end: int) -> NamedUnit | None:
    """The unit that closes the label of a row: "Добыча нефти, млн тонн", "Индекс цен, в % к маю"."""
    for place in _LABEL_PLACE.finditer(text, start, end):
        named = unit_at(text, place.end())
        if named is not None and named.end <= end and _LABEL_END.match(text, named.end, end):
            return named
    return None


def with_named(expression: Expression, named: NamedUnit) -> Expression:
    """A bare number with the unit and in the scale that are named for it; any other as it is."""
    if expression.unit is not None or expression.value is None or expression.scaled:
        return expression
    most = expression.value_max
    return replace(
        expression,
        value=expression.value * named.scale,
        value_max=None if most is None else most * named.scale,
        unit=named.unit,
        per=named.per,
        scale=named.scale,
        scaled=named.scale > 1,
        inferred=named.unit is not None,
    )
