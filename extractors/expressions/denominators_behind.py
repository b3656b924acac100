"""Denominators behind the counted noun: "20 миллионов показов в месяц", "154,6 случая на 100 тыс. населения".

Belongs here: how far behind a number its denominator may stand. Does not belong
here: one right behind number and unit (`expressions`) and one before the number (`denominators_before`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.ellipsis_frames import is_decimal
from extractors.expressions.expression import Expression
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import MONTHS
from extractors.units.denominators import PerMatch, match_per_at
from extractors.units.units import UnitKind

_NEXT_WORD = re.compile(r"[ \u00a0\u202f]{1,2}(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*)")
_GLUED = re.compile(r"(?<=[\d.])(?P<word>[а-яё]{3,})", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\s(?:человек|случа(?:й|я|ев)|больных|умерших|заболевших|инфицированных|смертей)\s+на\s(?P<round>1(?:\s?000|0\s?000|00\s?000)|"
    r"1(?:0|00)?\s(?:тыс\.?|тысяч))(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
_OF_ROUND = re.compile(
    r"\s+на\s(?P<round>1(?:\s?000|0\s?000|00\s?000)|1(?:0|00)?\s(?:тыс\.?|тысяч))(?=\s*(?:[.,;)]|$)|\s(?:эт|так|данн)[а-я]+\s)",
    re.IGNORECASE,
)
_EVENT_NEXT = re.compile(r"\s+(?:\d|[А-ЯЁ«]|[^\W\d_]+(?:ия|ий|ов|ев|ей|ой|ого|его|ых|их|а|ы|и)(?!\w))")
_ON_AVERAGE = re.compile(r"в среднем\s+(?:в\s+)?$", re.IGNORECASE)
_WITHIN = re.compile(r"\s+за\s+(?P<time>неделю|сутки|день|месяц|час|смену|сезон)(?!\w)", re.IGNORECASE)
_WITHIN_CODES = {
    "неделю": "wk", "сутки": "d", "день": "d", "месяц": "mo", "час": "h", "смену": "смена", "сезон": "сезон",
}  # fmt: skip
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)\s+(?=на\s)")
_FOR_ONE = re.compile(r"\sза\s(?:(?P<trait>[а-яё]+(?:ого|его|ую|юю))\s)?(?P<noun>[а-яё]{3,})(?!\w)")
_FOR_EACH = re.compile(
    r"[ \u00a0]на[ \u00a0](?P<one>1|один|одного|одну|одно|(?P<round>10{2,3}))"
    r"[ \u00a0](?P<noun>(?!тыс)[а-яё]{3,})(?!\w)"
)
_NOT_COUNTED_FOR = frozenset({"раз", "год", "месяц", "неделя", "день", "час", "процент", "пункт", "балл"})
_SHORT_DOT = re.compile(r"\.(?=/|\s(?:еже|в\s(?:год|месяц|день|сутки)|на\s(?:1|одн)))")
_PLACES = (" место", " койка", " посещение")
_WORDS_BETWEEN = 5
_LATIN_NAME = re.compile(r"[A-Za-z]+")


def with_denominators_behind(
    text: str, found: Sequence[Expression]
) -> tuple[list[Expression], list[Expression]]:
    """The expressions with the denominators behind the things they count, and those that are part of one."""
    out: list[Expression] = []
    taken: list[Expression] = []
    last_start = last_end = 0
    for expression in found:
        if last_start <= expression.start < last_end:
            taken.append(expression)
            continue
        match = None
        if expression.per is None and expression.value is not None:
            match = _behind_nouns(text, expression.end) or _of_people(text, expression)
            match = match or _within(text, expression) or _behind_bracket(text, expression)
            match = match or _for_being(text, expression)
        if match is None:
            out.append(expression)
            continue
        last_start, last_end = match.start, match.end
        if expression.pair == "to" and out and (out[-1].pair, out[-1].per) == ("from", None):
            out[-1] = replace(out[-1], per=match.code)  # "с 300 до 500 машин в час"
        out.append(replace(expression, per=match.code))
    return out, taken


def _behind_nouns(text: str, end: int) -> PerMatch | None:
    """The denominator behind up to five words that can be the counted noun and its attributes."""
    position = end
    for _ in range(_WORDS_BETWEEN):
        match = _NEXT_WORD.match(text, position) or (_GLUED.match(text, end) if position == end else None)
        if match is None or (len(match["word"]) == 1 and text.startswith("/", match.end())):
            return None  # "8,5% г/г" compares with the year before
        found = readings(match["word"])
        is_nominal = found and any(r.pos in ("NOUN", "ADJ") for r in found[:2])
        if not is_nominal and not (_LATIN_NAME.fullmatch(match["word"]) or match["word"].isupper()):
            return None
        position = match.end() + (
            _SHORT_DOT.match(text, match.end()) is not None
        )  # "чел./год", "чел. ежегодно"
        per = match_per_at(text, position) or _per_one(text, position)
        if per is not None and not _is_event(text, per) and not _is_capacity(text, end, per):
            return per
    return None


def _per_one(text: str, position: int) -> PerMatch | None:
    """As in "45 учащихся на один компьютер", "98 ягнят на 100 маток": what the counted are counted for."""
    match = _FOR_EACH.match(text, position)
    found = readings(match["noun"]) if match is not None else ()
    is_round = match is not None and match["round"] is not None
    wanted = (("Gen", "Plur"),) if is_round else (("Acc", "Sing"), ("Gen", "Sing"))
    one = next((r for r in found[:3] if r.pos == "NOUN" and (r.case, r.number) in wanted), None)
    if match is None or one is None or one.lemma in _NOT_COUNTED_FOR | MONTHS:
        return None  # "насчитали 14 тыс. человек на 1 января"
    code = f"{match['round']} {one.lemma}" if is_round else one.lemma
    return PerMatch(code, match.start("one"), match.end())


def _is_event(text: str, per: PerMatch) -> bool:
    """As in "в день открытия" and "в год 80-летия" say when, not how often."""
    return per.code in ("d", "a", "mo", "h") and _EVENT_NEXT.match(text, per.end) is not None


def _is_capacity(text: str, end: int, per: PerMatch) -> bool:
    """As in "12 школ на 10 тыс. мест": what buildings hold, where "105 детей на 100 мест" is a rate."""
    if not per.code.endswith(_PLACES):
        return False
    counted = noun_behind(text, end)
    return counted is not None and not any(reading.is_animate for reading in readings(counted)[:2])


def _of_people(text: str, expression: Expression) -> PerMatch | None:
    """As in "700 человек на 100 тыс.": people are left out behind the round number that counts them."""
    match = _OF_PEOPLE.match(text, expression.end)
    if match is None and expression.unit is None and is_decimal(expression):
        match = _OF_ROUND.match(text, expression.end)  # "10,2 на 100 тыс."
    if match is None:
        return None
    digits = "".join(filter(str.isdigit, match["round"]))
    zeros = "000" if "т" in match["round"].lower() else ""
    people = noun_behind(text, match.end()) if text[match.end() : match.end() + 1].isspace() else None
    return PerMatch(f"{digits}{zeros} {people or 'население'}", match.start("round"), match.end())


def _behind_bracket(text: str, expression: Expression) -> PerMatch | None:
    """As in "13,01 (2004 год – 8,05) на 1 000 населения": a bracket before the people it is per."""
    bracket = _BRACKET.match(text, expression.end) if expression.unit is None else None
    per = match_per_at(text, bracket.end()) if bracket is not None else None
    return per if per is not None and per.code[0].isdigit() else None


def _within(text: str, expression: Expression) -> PerMatch | None:
    """As in "обходился в среднем в 280–320 тыс. тенге за неделю": an average within a span is a rate."""
    match = _WITHIN.match(text, expression.end)
    if match is None or not _ON_AVERAGE.search(text, max(0, expression.start - 20), expression.start):
        return None
    return PerMatch(_WITHIN_CODES[match["time"].lower()], match.start(), match.end())


def _for_being(text: str, expression: Expression) -> PerMatch | None:
    """As in "2 000 тенге за взрослого волка, 800 тенге за волчонка": money for one living being."""
    unit = expression.unit
    is_money = unit is not None and unit.kind is UnitKind.MONEY
    match = _FOR_ONE.match(text, expression.end) if is_money else None
    if match is None:
        return None
    noun = next(iter(readings(match["noun"])), None)
    is_one = noun is not None and noun.pos == "NOUN" and noun.is_animate and not noun.is_name
    if noun is None or not is_one or noun.number != "Sing" or noun.case not in ("Gen", "Acc"):
        return None
    trait = next(iter(readings(match["trait"])), None) if match["trait"] and noun.gender == "Masc" else None
    lemma = f"{trait.lemma} {noun.lemma}" if trait is not None and trait.pos == "ADJ" else noun.lemma
    return PerMatch(lemma, match.start("noun"), match.end())


def noun_behind(text: str, end: int) -> str | None:
    """The lemma of the noun that a number ending at `end` counts, attributes skipped; None if none."""
    position = end
    for _ in range(4):
        match = _NEXT_WORD.match(text, position)
        if match is None:
            return None
        found = readings(match["word"])
        nouns = [reading for reading in found if reading.pos == "NOUN"]
        if nouns and nouns[0] is found[0]:
            return nouns[0].lemma
        if not found or found[0].pos != "ADJ":
            return None
        position = match.end()
    return None
