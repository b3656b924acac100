"""The dictionary of Russian word forms (pymorphy3).

Belongs here: loading it, asking it about one form, and how many answers are kept. Does not belong here:
what an answer means in Universal Dependencies terms (`ud_tags`), the readings that the extractor works with
(`readings`), other forms of a word (`inflected_forms`).
"""

from functools import cache, lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse

# How many word forms each cache of a derived answer keeps.
CACHE_WORDS = 300_000
_CACHE_PARSES = 4_096
# Lemmas that share forms with a far commoner one: "больших" is of "большой".
_RARE = frozenset({"основный", "занятой", "больший"})


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The dictionary, loaded once."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_CACHE_PARSES)
def parses(word: str) -> tuple[Parse, ...]:
    """What the dictionary makes of a word form, likeliest first; heavy, so only those of late are kept."""
    return tuple(sorted(analyzer().parse(word), key=lambda parse: parse.normal_form in _RARE))
