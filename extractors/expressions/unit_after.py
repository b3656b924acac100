"""The unit behind a number, as far as it is meant as one.

Belongs here: how far from the number a unit may stand, and the marks of a year. Does not belong
here: unit forms (`units`) and the conditions of ambiguous ones (`ambiguous_units`).
"""

import re
from decimal import Decimal

from extractors.expressions.expression import Expression
from extractors.text.sentences import wraps_at
from extractors.units.ambiguous_units import is_meant
from extractors.units.units import UnitMatch, match_unit_at

_GAP = re.compile(r"[ \t\u00a0\u202f\u2009]{0,2}(?P<line>\n)?")
_GLUED_MONEY = re.compile(r"[ \u00a0]{0,2}(?P<word>тенге|рублей|леев|сомов|сумов|долларов(?!ы|о))(?=[а-яё])")
_SHORT = 3
# Forms that only "один" asks for: behind a scale they begin something else.
_OF_ONE = frozenset({"год", "месяц", "день", "час", "неделю", "квартал", "минуту", "секунду"})


def unit_after(text: str, position: int) -> UnitMatch | None:
    """The unit that begins at most two spaces or one line break after `position`.

    Across a line break only a whole word counts: an abbreviation there begins the next line ("г. Астана").
    """
    gap = _GAP.match(text, position)
    is_wrapped = gap is not None and gap["line"] is not None
    if is_wrapped and gap is not None and not wraps_at(text, gap.start("line")):
        return None
    match = match_unit_at(text, gap.end() if gap else position)
    if match is None or (is_wrapped and len(text[match.start : match.end].strip(".")) < _SHORT):
        return None
    return match


def meant_unit(text: str, expression: Expression) -> UnitMatch | None:
    """The unit behind an expression, None where its form is meant as something else here."""
    match = unit_after(text, expression.end) or _glued_money(text, expression.end)
    if match is None or expression.value is None:
        return match
    if _is_year_mark(text, expression, match.end):
        return None
    if expression.scaled and text[match.start : match.end].lower() in _OF_ONE:
        return None  # "38 миллиардов год назад"
    value: Decimal = expression.value
    return match if is_meant(text, expression.start, value, match, scaled=expression.scaled) else None


def _glued_money(text: str, end: int) -> UnitMatch | None:
    """As in "8,5 млн леевпри поддержке": the space behind a currency was lost."""
    glued = _GLUED_MONEY.match(text, end)
    if glued is None:
        return None
    whole = match_unit_at(f"{glued['word']} ", 0)
    return (
        None
        if whole is None
        else UnitMatch(whole.unit, glued.start("word"), glued.end(), None, ambiguous=False)
    )


def _is_year_mark(text: str, expression: Expression, end: int) -> bool:
    """Whether the "г." behind a number marks a year, not grams."""
    mark = text[expression.end : end].strip(" .\u00a0\u202f\n")
    return mark in ("г", "гг") and expression.value is not None and 1900 <= expression.value <= 2100
