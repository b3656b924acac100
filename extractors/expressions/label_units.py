"""Units that the label right before a bare number names: "Производство зерна, тыс. тонн – 345,6".

Belongs here: labels of lists and reports in running text. Does not belong here: reading the unit
(`named_units`), cells of tables (`column_units`) and units printed with another number (`unit_ellipsis`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.expression import Expression
from extractors.expressions.inversions import is_round
from extractors.expressions.named_units import NamedUnit, unit_at, with_named
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.numbers.numerals import Ending
from extractors.units.units import UnitKind

_PLACE = re.compile(r"(?P<bracket>\()(?:в[ \u00a0])?|,[ \u00a0](?:в[ \u00a0])?")
_YEAR = r"(?:(?:в|на)[ \u00a0])?(?:19|20)\d\d[ \u00a0]?(?:г(?:од[уа]?|\.))?[ \u00a0]?[–—-][ \u00a0]?"
_LISTED = r":[ \u00a0](?:[^\W\d][^\d\n:;]{1,40}?[–—-][ \u00a0])?"
_CLOSED = re.compile(rf"(?P<bracket>\))?[ \u00a0]?(?:[–—-][ \u00a0]?|{_LISTED})?(?:{_YEAR})?")
_MARK = re.compile(r"[:–—-]")
_GOES_ON = re.compile(r"\d[^;\n]*\Z")
_REACH = 90


def with_label_units(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, bare ones behind a label that ends with a unit in that unit and its scale."""
    out: list[Expression] = []
    for index, expression in enumerate(found):
        floor = found[index - 1].per_end if index else 0
        label = _label_before(text, expression, floor) if _is_bare(expression) else None
        if label is None or counts_what_follows(text, expression.end):
            out.append(expression)
            continue
        start, named = label
        out.append(replace(with_named(expression, named), label=(start, named.end)))
    return out


def _is_bare(expression: Expression) -> bool:
    return (
        expression.unit is None
        and expression.value is not None
        and expression.word_class is None
        and expression.ending is Ending.NONE
        and not expression.scaled
    )


def _label_before(text: str, expression: Expression, floor: int) -> tuple[int, NamedUnit] | None:
    """Where the unit named before a number starts, and the unit."""
    line = max(text.rfind("\n", 0, expression.start) + 1, expression.start - _REACH)
    low = max(floor, line)
    for place in _PLACE.finditer(text, low, expression.start):
        named = unit_at(text, place.end())
        if named is None or named.end > expression.start:
            continue
        closed = _CLOSED.fullmatch(text, named.end, expression.start)
        if closed is None or bool(closed["bracket"]) != bool(place["bracket"]):
            continue
        if named.scale == 1 and closed["bracket"] is None and _GOES_ON.search(text, line, place.start()):
            continue  # "доллар – 520 тенге, евро – 560"
        is_marked = closed["bracket"] is not None or _MARK.search(closed[0]) is not None
        return (place.end(), named) if _is_meant(named, expression, is_marked=is_marked) else None
    return None


def _is_meant(named: NamedUnit, expression: Expression, *, is_marked: bool) -> bool:
    """Whether it is neither a guess by word order ("лет 10") nor a word that looks like a unit ("с 5")."""
    is_share = named.unit is not None and named.unit.kind is UnitKind.PERCENT
    if is_marked or named.scale > 1 or is_share:
        return True
    return not named.ambiguous and not is_round(expression.amount)
