"""Sums for each of several: "Семьям погибших перечислено по 10 миллионов", "мальков по 3 грамма каждый".

Belongs here: who each of the amounts goes to, as a denominator. Does not belong here: stated rates
(`denominators_behind`, `denominators_before`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.denominators_behind import noun_behind
from extractors.expressions.ellipsis_frames import crosses_sentence, is_closed
from extractors.expressions.expression import Expression
from extractors.expressions.expressions import is_counting
from extractors.lexicon.nominative import nominative_of
from extractors.lexicon.readings import readings
from extractors.numbers.number_table import WordClass
from extractors.units.units import UnitKind

_BY = re.compile(
    r"(?<!\w)по\s+(?:(?:более|около|почти|порядка|примерно|свыше|минус|плюс|целых|одн\w+|менее|чуть)\s+){0,2}$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s+кажд(?:ый|ая|ое|ого|ому|ой|ую)(?=\s*(?:[.,;:)–—]|$))", re.IGNORECASE)
_EACH_ONE = re.compile(r"(?<!\w)каждо(?:му|й)\s+(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_EVERY = re.compile(
    r"(?<!\w)кажд(?:ый|ая|ое)\s(?:[^\W\d_]+(?:ый|ий|ая|яя|ое|ее)\s)?(?P<noun>[^\W\d_]+)\s(?:[^\W\d_]+\s){0,2}"
    r"(?:получ|заплат|плат|зараб|внес|вносит|потрат|трат)\w+\s(?:[^\W\d_]+\s){0,2}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH = 80


def with_recipients(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, those that go to each of several with the noun of these as denominator."""
    out: list[Expression] = []
    for index, expression in enumerate(found):
        floor = found[index - 1].per_end if index else 0
        code = None
        if expression.per is None and expression.value is not None:
            code = _each(text, expression, out) or _by(text, expression, floor, out)
            code = code or _every(text, expression, floor)
        out.append(expression if code is None else replace(expression, per=code))
    return out


def _each(text: str, expression: Expression, before: Sequence[Expression]) -> str | None:
    if expression.unit is None or not before or not _EACH.match(text, expression.end):
        return None
    return noun_behind(text, before[-1].end)


def _every(text: str, expression: Expression, floor: int) -> str | None:
    """As in "Каждый педагог получит 50 тыс. тенге": what each of several gets or pays."""
    if expression.unit is None or expression.unit.kind is not UnitKind.MONEY:
        return None
    match = _EVERY.search(text, max(floor, expression.start - _REACH), expression.start)
    found = readings(match["noun"]) if match else ()
    return found[0].lemma if found and found[0].pos == "NOUN" else None


def _is_counted(expression: Expression) -> bool:
    return is_counting(expression.unit) and expression.word_class is not WordClass.ORDINAL


def _by(text: str, expression: Expression, floor: int, before: Sequence[Expression]) -> str | None:
    """For a number after a distributive "по": the dative plural before it, else what was counted last."""
    if not _BY.search(text, max(0, expression.start - 14), expression.start):
        return None
    if expression.unit is None and not is_closed(text, expression):
        return None
    for match in _EACH_ONE.finditer(text, max(floor, expression.start - _REACH), expression.start):
        found = readings(match["noun"])
        dative = [r for r in found if r.pos in ("NOUN", "ADJ", "VERB") and r.case == "Dat"]
        if dative:
            return next((r.lemma for r in dative if r.pos == "NOUN"), None) or nominative_of(match["noun"])
    for match in _WORD.finditer(text, max(floor, expression.start - _REACH), expression.start):
        found = readings(match[0])
        if found and found[0].pos == "NOUN" and (found[0].case, found[0].number) == ("Dat", "Plur"):
            return found[0].lemma
    counted = [
        e for e in before[-2:] if _is_counted(e) and not crosses_sentence(text, e.end, expression.start)
    ]
    return noun_behind(text, counted[-1].end) if counted else None
