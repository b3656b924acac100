"""Approximation by word order: "человек восемьсот", "тонн двадцать", "километров 30" are about so many.

Belongs here: a measure in the genitive plural right before its number. Does not belong here: "тысяч двести"
(`number_worth`) and labels of a list ("девочек 163 359").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.expression import Expression
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.lexicon.readings import readings
from extractors.units.unit_forms import match_form
from extractors.units.units import load_units

_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+)[ \u00a0](?:через |на |в )?\Z")
_MOST_DIGITS_OF_GUESS = 2
_PEOPLE = frozenset({"человек", "штук", "раз"})


def with_inversions(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, those with a measure before them as approximate ones of that measure."""
    out: list[Expression] = []
    for index, expression in enumerate(found):
        floor = found[index - 1].end if index else 0
        out.append(_inverted(text, expression, floor) or expression)
    return out


def _inverted(text: str, expression: Expression, floor: int) -> Expression | None:
    is_bare = expression.unit is None and expression.label is None
    if not is_bare or expression.value is None or expression.value_max is not None:
        return None
    match = _WORD_BEFORE.search(text, max(floor, expression.start - 30), expression.start)
    if match is None or (match.start() <= floor + 1 and floor > 0):
        return None
    word = match["word"].lower()
    if counts_what_follows(text, expression.end):
        return None
    guessed = is_round(expression.value)
    if word in _PEOPLE:
        return replace(expression, approximate=guessed)
    form = match_form(text, match.start(), "unit")
    if form is None or form.end != match.end("word") or form.form.abbreviation or form.form.ambiguous:
        return None
    number = "Sing" if expression.value in (2, 3, 4) else "Plur"  # "метра два", "метров пять"
    is_plural = any(r.case == "Gen" and r.number == number for r in readings(word))
    if not is_plural:
        return None
    return replace(expression, start=match.start(), unit=load_units()[form.form.code], approximate=guessed)


def is_round(value: Decimal) -> bool:
    """Whether so few digits are told that the number may be a guess; "Сахар, тонн 464 002,0" is a label."""
    return len(value.normalize().as_tuple().digits) <= _MOST_DIGITS_OF_GUESS
