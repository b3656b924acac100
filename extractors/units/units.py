"""Which unit of measurement or money stands at a place in a text.

Belongs here: matching a unit after a number, and a currency sign before one. Does not
belong here: what a unit is (`unit_lexicon`), spelling variants
(`unit_forms`), denominators in words (`denominators`), scale words such
as "тыс." (the numerals), and whether an ambiguous form is meant as a unit (the caller).
"""

import functools

from extractors.records import record
from extractors.units.denominators import PerMatch, match_per_at, match_slash
from extractors.units.unit_forms import match_form
from extractors.units.unit_lexicon import Unit, UnitKind, load_units, prefix_signs
from extractors.units.unit_spelling import skip_spaces

__all__ = [
    "PerMatch",
    "Unit",
    "UnitKind",
    "UnitMatch",
    "load_units",
    "match_per_at",
    "match_unit_at",
    "match_unit_before",
]


@record
class UnitMatch:
    """A unit found in a text.

    Attributes:
        unit: The unit.
        start: Offset of its first character.
        end: Offset after its last character, a denominator behind a slash included.
        per: Code of the denominator behind a slash ("ц/га"), None without one.
        ambiguous: Whether the form is as often something else ("г." is a year, "часов" a clock
            time, "раз" an occasion); the caller decides from what is around it. A denominator settles it.
    """

    unit: Unit
    start: int
    end: int
    per: str | None
    ambiguous: bool


def match_unit_at(text: str, position: int) -> UnitMatch | None:
    """Return the longest unit expression that starts at a position, space before it allowed.

    Args:
        text: The raw text.
        position: Where to look, usually the end of a number and its scale.

    Returns:
        The unit with the denominator behind a slash, if any. A denominator in words ("тенге
        за кг") is `match_per_at`'s, to be asked at the match's end.
    """
    match = match_form(text, skip_spaces(text, position), "unit")
    if match is None:
        return None
    unit = load_units()[match.form.code]
    per = match_slash(text, match.end)
    end = per.end if per else match.end
    return UnitMatch(unit, match.start, end, per.code if per else None, match.form.ambiguous and per is None)


@functools.cache
def _sign_ends() -> frozenset[str]:
    """The characters that end a currency sign."""
    return frozenset(sign[-1] for sign, _ in prefix_signs())


def match_unit_before(text: str, position: int) -> UnitMatch | None:
    """Return the currency sign or code that ends at a position, space before the position allowed.

    Args:
        text: The raw text.
        position: Where the number starts ("$1,2 млрд", "₸ 709 млрд", "Т1,8 трлн", "USD 5").

    Returns:
        The match from the sign's start to its end, or None.
    """
    end = position
    while end > 0 and text[end - 1] in " \u00a0\u2009\u202f":
        end -= 1
    if end == 0 or text[end - 1] not in _sign_ends():
        return None
    for sign, code in prefix_signs():
        start = end - len(sign)
        if start < 0 or not text.startswith(sign, start):
            continue
        is_word = sign[0].isalpha()
        if is_word and (start > 0 and text[start - 1].isalnum()):
            continue
        is_bare_letter = is_word and len(sign) == 1
        if is_bare_letter and (end != position or not text[position : position + 1].isdigit()):
            continue
        return UnitMatch(load_units()[code], start, end, None, is_bare_letter)
    return None
