"""Units of measurement and money: what a unit is, and which one stands at a place in a text.

Belongs here: the unit lexicon (`data/units.tsv`), matching a unit after a number or a
currency sign before it, and denominators ("/га", "за кг", "на 100 тыс. населения",
"в сутки"). Does not belong here: spelling variants (`extractors.unit_forms`), scale words
such as "тыс." (the numerals), and whether an ambiguous form is meant as a unit.
"""

import csv
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from types import MappingProxyType

from extractors.unit_forms import SPACES, FormMatch, match_form


class UnitKind(StrEnum):
    """What sort of number a unit makes; `counting` words ("штук") leave the number a count."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENT_POINTS = "percent_points"
    RATIO = "ratio"
    QUANTITY = "quantity"
    INDEX = "index"
    COUNTING = "counting"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found in a text.

    Attributes:
        unit: The unit.
        start: Offset of its first character.
        end: Offset after its last character, a denominator behind a slash included.
        per: Code of the denominator behind a slash ("ц/га"), None without one.
        ambiguous: Whether the form is as often something else ("г." is a year, "часов" a clock
            time, "раз" an occasion); the caller decides from what is around it.
    """

    unit: Unit
    start: int
    end: int
    per: str | None
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class PerMatch:
    """A denominator found in a text: unit code, noun lemma, or either after a round number."""

    code: str
    start: int
    end: int


_SPACES = re.compile(SPACES + "*")
_SLASH = re.compile(SPACES + r"*/" + SPACES + "*")
_SINGLE = rf"1(?!{SPACES}?0)|одного|одну|один|одной|одно|каждого|каждую|каждый|каждое|каждые|каждых"
_SCALE_ZEROS = {"тыс": 3, "тыся": 3, "млн": 6, "милл": 6}
_RATE = re.compile(
    rf"(?P<preposition>за|на|с){SPACES}+(?:(?:{_SINGLE}){SPACES}+)?"
    rf"(?:(?P<digits>1(?:{SPACES}?0+)*)?{SPACES}*(?P<scale>тыс\.|тыс|тысяч[аиу]?|млн\.?|миллион(?:а|ов)?)?{SPACES}+)?",
    re.IGNORECASE,
)
_TIME_RATE = re.compile(
    rf"(?:в{SPACES}+(?:среднем{SPACES}+(?:в|за){SPACES}+)?|кажд(?:ый|ую|ые|ое){SPACES}+)(?P<time>[а-яё]+)\b",
    re.IGNORECASE,
)
_PER_TIME = {
    "секунду": "s", "минуту": "min", "час": "h", "день": "d", "сутки": "d", "неделю": "wk", "месяц": "mo",
    "квартал": "quarter", "полугодие": "half_year", "год": "a", "смену": "смена", "сезон": "сезон", "ночь": "ночь",
}  # fmt: skip
_ADVERB = re.compile(r"(еже[а-яё]+|(?:средне)?суточно|посуточно|помесячно|поквартально)\b", re.IGNORECASE)
_PER_ADVERB = {
    "ежесекундно": "s", "ежеминутно": "min", "ежечасно": "h", "ежедневно": "d", "ежесуточно": "d", "суточно": "d",
    "среднесуточно": "d", "посуточно": "d", "еженедельно": "wk", "ежемесячно": "mo", "помесячно": "mo",
    "ежеквартально": "quarter", "поквартально": "quarter", "ежегодно": "a",
}  # fmt: skip
_MEASURES_TIME = "s"
_MEASURES_AREA = "m2"
_SHORT_TIMES = frozenset({"s", "min", "h"})


@functools.cache
def load_units() -> Mapping[str, Unit]:
    """Return every unit of the lexicon by code."""
    with resources.files("extractors.data").joinpath("units.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        units = {
            row["code"]: Unit(
                row["code"], UnitKind(row["kind"]), row["base_unit"], Decimal(row["factor"]), row["name_en"]
            )
            for row in rows
        }
    return MappingProxyType(units)


def match_unit_at(text: str, position: int) -> UnitMatch | None:
    """Return the longest unit expression that starts exactly at a position.

    Args:
        text: The raw text.
        position: Where the unit must start; the caller has skipped the space after the number.

    Returns:
        The unit with the denominator behind a slash, if any. A denominator in words ("тенге
        за кг") is `match_per_at`'s, to be asked at the match's end.
    """
    match = match_form(text, position, "unit")
    if match is None:
        return None
    unit = load_units()[match.form.code]
    per = _match_slash(text, match.end)
    end = per.end if per else match.end
    return UnitMatch(unit, position, end, per.code if per else None, match.form.ambiguous)


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
    for sign, code in _prefix_signs():
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


def match_per_at(text: str, position: int) -> PerMatch | None:
    """Return the denominator that starts at a position, space before it allowed.

    Understood are "/га", "за кг", "на 100 тыс. населения", "с гектара", "в сутки",
    "ежемесячно" and "каждый год". "За год" is a period and "на 5 тонн" a change: neither matches.

    Args:
        text: The raw text.
        position: Where to look, usually the end of a number or of its unit.

    Returns:
        The denominator; `start` is after the skipped space.
    """
    slash = _match_slash(text, position)
    if slash is not None:
        return slash
    start = _skip_spaces(text, position)
    return _match_adverb(text, start) or _match_time(text, start) or _match_rate(text, start)


@functools.cache
def _prefix_signs() -> tuple[tuple[str, str], ...]:
    """Signs that stand before a number with their currency, longest first."""
    with resources.files("extractors.data").joinpath("units.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        signs = [(sign, row["code"]) for row in rows for sign in row["prefix_signs"].split(";") if sign]
    return tuple(sorted(signs, key=lambda pair: -len(pair[0])))


def _skip_spaces(text: str, position: int) -> int:
    match = _SPACES.match(text, position)
    return match.end() if match else position


def _match_slash(text: str, position: int) -> PerMatch | None:
    slash = _SLASH.match(text, position)
    if slash is None:
        return None
    match = _thing(text, slash.end())
    return None if match is None else PerMatch(match.form.code, slash.start(), match.end)


def _thing(text: str, position: int) -> FormMatch | None:
    """The unit or noun at a position, the longer of the two; a unit wins over a noun of the same length."""
    unit, noun = match_form(text, position, "unit"), match_form(text, position, "per_noun")
    if unit is not None and _is_counting(unit.form.code):
        unit = None
    if unit is None or noun is None:
        return unit or noun
    return noun if noun.end > unit.end else unit


def _is_counting(code: str) -> bool:
    return load_units()[code].kind is UnitKind.COUNTING


def _match_adverb(text: str, start: int) -> PerMatch | None:
    match = _ADVERB.match(text, start)
    code = _PER_ADVERB.get(match.group().lower()) if match else None
    return PerMatch(code, start, match.end()) if match and code else None


def _match_time(text: str, start: int) -> PerMatch | None:
    match = _TIME_RATE.match(text, start)
    code = _PER_TIME.get(match["time"].lower()) if match else None
    return PerMatch(code, start, match.end()) if match and code else None


def _match_rate(text: str, start: int) -> PerMatch | None:
    """ "за кг", "на душу населения", "на 100 тыс. населения", "с гектара"."""
    rate = _RATE.match(text, start)
    if rate is None:
        return None
    match = _thing(text, rate.end())
    if match is None:
        return None
    amount = _amount(rate["digits"], rate["scale"])
    is_alone = amount == 1 and rate["digits"] is None
    if not _is_denominator(match, rate["preposition"].lower(), is_alone=is_alone):
        return None
    code = match.form.code if amount == 1 else f"{amount} {match.form.code}"
    return PerMatch(code, start, match.end)


def _amount(digits: str | None, scale: str | None) -> int:
    """A round number: "100 тыс." is 100000, "тысячу" 1000, nothing 1."""
    number = int("".join(filter(str.isdigit, digits))) if digits else 1
    return number * 10 ** _SCALE_ZEROS[scale.lower()[:4].rstrip(".")] if scale else number


def _is_denominator(match: FormMatch, preposition: str, *, is_alone: bool) -> bool:
    """Whether a preposition and a noun state a rate; "за год", "на тонны" and "с 5 га" do not."""
    base = load_units()[match.form.code].base_unit if match.form.role == "unit" else None
    if preposition == "с":
        return base == _MEASURES_AREA
    if base == _MEASURES_TIME and not (preposition == "за" and match.form.code in _SHORT_TIMES):
        return False
    return match.form.singular_accusative or not is_alone
