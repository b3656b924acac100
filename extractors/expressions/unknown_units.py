"""Words that stand where a unit would and are in no table: "12 мккюри", "5 нмоль/л".

Belongs here: which word behind a bare number looks like a unit nobody entered. Does not belong here:
units that are known (`units`) and nouns that are counted (`counted_nouns`).
"""

import re
from collections.abc import Iterable

from extractors.expressions.expression import Expression
from extractors.lexicon.dictionary import analyzer
from extractors.model import UnknownUnit

# Small letters, or such before a capital: a word all in capitals is a name that is counted ("16 СЭЗ").
_UNIT_LIKE = re.compile(
    r"[ \u00a0\u202f]?"
    r"(?P<unit>(?P<word>[a-zа-яёµ]{1,4}[A-ZА-ЯЁ]?[a-zа-яё]{0,6}|[a-zа-я]{0,2}[A-ZА-Я]{2,3}[a-zа-я]{1,2})(?:[/·*][^\W\d_]+\d?)*)(?!\w|-)"
)
_LONGEST_WORD = 7


def unknown_units(text: str, found: Iterable[Expression]) -> tuple[UnknownUnit, ...]:
    """The words right behind numbers without a unit that neither the dictionary nor the lexicon knows."""
    return tuple(unknown for expression in found if (unknown := _unknown(text, expression)) is not None)


def _unknown(text: str, expression: Expression) -> UnknownUnit | None:
    if expression.unit is not None or expression.value is None:
        return None
    match = _UNIT_LIKE.match(text, expression.end)
    if match is None or len(match["word"]) > _LONGEST_WORD or analyzer().word_is_known(match["word"].lower()):
        return None
    return UnknownUnit(match["unit"], match.start("unit"), match.end("unit"))
