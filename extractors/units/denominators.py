"""Denominators: what a number is stated per ("/га", "за кг", "на 100 тыс. населения", "в сутки").

Belongs here: the shapes a denominator takes and the guards that keep periods ("за год") and
changes ("на 5 тонн") out. Does not belong here: the units and nouns themselves (`data/units.tsv`,
`data/per_nouns.tsv`), and rates that a whole sentence states.
"""

import re

from extractors.records import record
from extractors.units.unit_forms import FormMatch, match_form
from extractors.units.unit_lexicon import UnitKind, load_units
from extractors.units.unit_spelling import SLASHES, SPACES, skip_spaces


@record
class PerMatch:
    """A denominator found in a text: unit code, noun lemma, or either after a round number."""

    code: str
    start: int
    end: int


_GAP = SPACES + "{0,3}"
_SPACE = SPACES + "{1,3}"
_SLASH = re.compile(f"{_GAP}[{SLASHES}]{_GAP}")
_ROUND = re.compile(rf"(?P<digits>10{{1,6}}){_GAP}(?!\d)")
_CAPITAL_SECOND = re.compile(r"(?<=[23²³]/)[СC](?!\w)")
_SINGLE = rf"1(?!{_GAP}0)|одного|одну|один|одной|одно|каждого|каждую|каждый|каждое|каждые|каждых"
_SCALE_ZEROS = {"тыс": 3, "тыся": 3, "млн": 6, "милл": 6}
_RATE = re.compile(
    rf"(?P<preposition>за|на|с){_SPACE}(?:(?P<single>{_SINGLE}){_SPACE})?"
    rf"(?:(?P<digits>1(?:{SPACES}?0)*|(?P<hundred>сто)|(?P<ten>десять))?{_GAP}(?P<scale>тыс\.|тыс|тысяч[аиу]?|млн\.?|миллион(?:а|ов)?)?(?:{_SPACE}|(?<=тыс\.))"
    rf"(?:(?:соответствующего|всего|постоянного|данного){_SPACE})?)?",
    re.IGNORECASE,
)
_SUM = re.compile(rf"\d|(?<=[$€£₽₸¥]){_SPACE}\d")
_ONE_OF_MONEY = re.compile(rf"за{_SPACE}(?P<sign>[$€£₽₸¥])1(?![\d.,]\d|\d)")
_TIME_RATE = re.compile(
    rf"(?:в{_SPACE}(?:среднем{_SPACE}(?:в|за){_SPACE})?|кажд(?:ый|ую|ые|ое){_SPACE}|за{_SPACE}(?=смену))(?P<time>[а-яё]+)\b(?!{_SPACE}пик)",
    re.IGNORECASE,
)
_PER_TIME = {
    "секунду": "s", "минуту": "min", "час": "h", "день": "d", "сутки": "d", "неделю": "wk",
    "месяц": "mo", "квартал": "quarter", "полугодие": "half_year", "год": "a",
    "смену": "смена", "сезон": "сезон", "ночь": "ночь",
}  # fmt: skip
_ADVERB = re.compile(
    r"(?:еже[а-яё]+|годовых|(?:средне)?суточно|посуточно|помесячно|поквартально)\b", re.IGNORECASE
)
_PER_ADVERB = {
    "ежесекундно": "s", "ежеминутно": "min", "ежечасно": "h", "ежедневно": "d", "ежесуточно": "d",
    "суточно": "d", "среднесуточно": "d", "посуточно": "d", "еженедельно": "wk", "ежемесячно": "mo",
    "помесячно": "mo", "ежеквартально": "quarter", "поквартально": "quarter", "ежегодно": "a",
    "годовых": "a",
}  # fmt: skip
_PAYERS = frozenset({"человек", "пассажир", "квартира", "абонент", "семья", "дом", "автомобиль", "машина"})
_MEASURES_TIME = "s"
_MEASURES_AREA = "m2"
_SHORT_TIMES = frozenset({"s", "min", "h"})


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
    slash = match_slash(text, position)
    if slash is not None:
        return slash
    start = skip_spaces(text, position)
    return _match_adverb(text, start) or _match_time(text, start) or _match_rate(text, start)


def match_slash(text: str, position: int) -> PerMatch | None:
    """Return the denominator behind a slash ("/га", " / сутки"), or None."""
    slash = _SLASH.match(text, position)
    if slash is None:
        return None
    rounded = _ROUND.match(text, slash.end())
    match = _thing(text, rounded.end() if rounded else slash.end())
    if match is not None and rounded is not None:
        return PerMatch(f"{rounded['digits']} {match.form.code}", slash.start(), match.end)
    if match is None:
        second = _CAPITAL_SECOND.match(text, slash.end())
        return PerMatch("s", slash.start(), second.end()) if second and slash.start() == position else None
    return PerMatch(match.form.code, slash.start(), match.end)


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
    """Match "за кг", "на душу населения", "на 100 тыс. населения", "с гектара"."""
    rate = _RATE.match(text, start)
    if rate is None:
        return None
    one = _ONE_OF_MONEY.match(text, start)
    if one is not None:  # "1,9 рубля за $1"
        sign = match_form(text, one.start("sign"), "unit")
        return None if sign is None else PerMatch(sign.form.code, start, one.end())
    match = _thing(text, rate.end())
    if match is None or _SUM.match(text, match.end) is not None:
        return None  # "2 млн тонн на $620 млн"
    digits = "100" if rate["hundred"] else "10" if rate["ten"] else rate["digits"]
    amount = _amount(digits, rate["scale"])
    is_alone = amount == 1 and rate["single"] is None
    is_each = rate["single"] is not None and rate["single"].lower().startswith("кажд")
    if not _is_denominator(match, rate["preposition"].lower(), is_alone=is_alone, is_each=is_each):
        return None
    code = match.form.code if amount == 1 else f"{amount} {match.form.code}"
    return PerMatch(code, start, match.end)


def _amount(digits: str | None, scale: str | None) -> int:
    """A round number: "100 тыс." is 100000, "тысячу" 1000, nothing 1."""
    number = int("".join(filter(str.isdigit, digits))) if digits else 1
    return number * 10 ** _SCALE_ZEROS[scale.lower()[:4].rstrip(".")] if scale else number


def _is_denominator(match: FormMatch, preposition: str, *, is_alone: bool, is_each: bool) -> bool:
    """Whether a preposition and a noun state a rate; "за год", "на тонны" and "с 5 га" do not."""
    if preposition == "за" and is_each:
        return True
    base = load_units()[match.form.code].base_unit if match.form.role == "unit" else None
    if preposition == "с":
        return base == _MEASURES_AREA or (is_alone and match.form.code in _PAYERS)
    if base == _MEASURES_TIME and not (preposition == "за" and match.form.code in _SHORT_TIMES):
        return False
    return preposition in match.form.alone_after or not is_alone
