"""Which country's "фунтов", "манатов", "рублей" a text speaks of: the one it named in full, or its own.

Belongs here: currency nouns that several currencies share. Does not belong here: unit forms (`units`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extractors.data_tables import table_rows
from extractors.expressions.expression import Expression
from extractors.units.unit_form_table import load_forms
from extractors.units.units import Unit, UnitKind, load_units

_SETTLED = frozenset({"USD", "RUB", "KZT", "EUR"})
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _shared_nouns() -> dict[str, frozenset[str]]:
    """Noun forms that end the full names of two or more currencies, with the codes of all."""
    codes: dict[str, set[str]] = {}
    for form in load_forms():
        if form.role == "unit" and load_units()[form.code].kind is UnitKind.MONEY and " " in form.text:
            codes.setdefault(form.text.rsplit(" ", 1)[-1].lower(), set()).add(form.code)
    return {noun: frozenset(found) for noun, found in codes.items()}


@cache
def _homes() -> tuple[tuple[str, str, re.Pattern[str], re.Pattern[str]], ...]:
    """Currencies that share a noun: the usual one, the other, and the words of a text for each."""
    rows = table_rows("currency_homes.tsv")
    return tuple((row["default"], row["code"], _of(row["home"]), _of(row["abroad"])) for row in rows)


def _of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


def _at_home(text: str, found: Sequence[Expression]) -> dict[str, Unit]:
    """The unit that each usual currency stands for in a text of another country, and of that alone."""
    used = {expression.unit.code for expression in found if expression.unit is not None}
    return {
        default: load_units()[code]
        for default, code, home, abroad in _homes()
        if default in used and home.search(text) and not abroad.search(text)
    }


def with_currencies(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, a bare currency noun read as the currency last named in full with that noun.

    A noun never named in full is the currency of the one country that the text speaks of.
    """
    named: dict[str, Unit] = {}
    at_home = _at_home(text, found)
    out = []
    for expression in found:
        unit = expression.unit
        if unit is None or unit.kind is not UnitKind.MONEY or expression.end <= expression.number_end:
            out.append(_carried(text, expression, {} if named else at_home))
            continue
        words = _WORD.findall(text[expression.number_end : expression.end].lower())
        noun = words[-1] if words else ""
        if len(words) > 1:
            named.update(_named(noun, unit))
        elif noun and unit.code in at_home and noun not in named:
            out.append(replace(expression, unit=at_home[unit.code]))
            continue
        elif noun and unit.code not in _SETTLED:
            out.append(replace(expression, unit=named.get(noun, unit)))
            continue
        out.append(expression)
    return out


def _carried(text: str, expression: Expression, at_home: dict[str, Unit]) -> Expression:
    """As in "996,4 и 907,9 руб.": the first is in the currency of the country like the second."""
    unit = expression.unit
    if unit is None or unit.code not in at_home or not text[expression.start].isdigit():
        return expression
    return replace(expression, unit=at_home[unit.code])


def _named(noun: str, unit: Unit) -> Iterable[tuple[str, Unit]]:
    """Every form of the noun that `unit` ends in now means this unit."""
    codes = _shared_nouns().get(noun, frozenset())
    return (
        (form, unit) for form, others in _shared_nouns().items() if codes & others and form[:3] == noun[:3]
    )
