"""The unit lexicon: what each unit is, what sort of number it makes and what it converts to.

Belongs here: reading `data/units.tsv`. Does not belong here: recognising a unit in a text
(`units`) and its surface forms (`unit_forms`).
"""

import functools
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from extractors.data_tables import table_rows
from extractors.records import record


class UnitKind(StrEnum):
    """What sort of number a unit makes; `counting` words ("штук") leave the number a count."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENT_POINTS = "percent_points"
    RATIO = "ratio"
    QUANTITY = "quantity"
    INDEX = "index"
    COUNTING = "counting"


@record
class Unit:
    """One unit.

    Attributes:
        code: ISO 4217 for money, UCUM where it has the unit, else a short English token.
        kind: What sort of number it makes.
        base_unit: Code of the unit that comparable amounts are brought to.
        factor: How many base units one of these is.
        name_en: English name.
    """

    code: str
    kind: UnitKind
    base_unit: str
    factor: Decimal
    name_en: str


@functools.cache
def load_units() -> Mapping[str, Unit]:
    """Return every unit of the lexicon by code."""
    return MappingProxyType({row["code"]: _unit(row) for row in table_rows("units.tsv")})


@functools.cache
def prefix_signs() -> tuple[tuple[str, str], ...]:
    """Return the signs that stand before a number ("$", "US$", "₸") with their code, longest first."""
    signs = [
        (sign, row["code"])
        for row in table_rows("units.tsv")
        for sign in row["prefix_signs"].split(";")
        if sign
    ]
    return tuple(sorted(signs, key=lambda pair: -len(pair[0])))


def _unit(row: dict[str, str]) -> Unit:
    kind, factor = UnitKind(row["kind"]), Decimal(row["factor"])
    return Unit(row["code"], kind, row["base_unit"], factor, row["name_en"])
