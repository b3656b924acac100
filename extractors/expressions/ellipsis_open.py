"""Bare numbers: whether one lacks a unit, so that it may take over that of another.

Belongs here: "101 гектар из 505", no rank, date or counted thing. Does not belong here: whose unit it
takes over (`unit_ellipsis`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.ranks import is_rank
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending

PLAIN = (None, WordClass.CARDINAL, WordClass.SCALE)
"""Classes of number words that a bare number may be written with."""
# "сад на 280 – 1,1 млрд": the number belongs to a label, behind whose dash stands the sum.
_LABELS = re.compile(r"\s[–—]\s[$€₸]?\d[\d ,.]{0,12}\s?(?:млн|млрд|трлн)")


def is_open(text: str, bare: Expression) -> bool:
    """Whether a number has no unit, no counted noun behind it and is no rank."""
    return (
        bare.unit is None
        and bare.value is not None
        and bare.end == bare.number_end  # "два раза" counts occasions
        and not bare.approximate
        and bare.word_class in PLAIN
        and not (bare.word_class is WordClass.CARDINAL and bare.value == 1)
        and bare.ending in (Ending.NONE, Ending.CARDINAL)
        and not _LABELS.match(text, bare.per_end)
        and not counts_what_follows(text, bare.per_end, bare.scale)
        and not is_rank(text, bare)
    )
