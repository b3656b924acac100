"""The dictionary of Russian word forms (pymorphy3).

Belongs here: loading it, asking it about one form, and how many answers are kept. Does not belong here:
what an answer means in Universal Dependencies terms (`ud_tags`), the readings that the extractor works with
(`readings`), other forms of a word (`inflected_forms`).
"""

from functools import cache, lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse
from pymorphy3.tagset import OpencorporaTag
from pymorphy3.units import DictionaryAnalyzer

# How many word forms each cache of a derived answer keeps.
CACHE_WORDS = 300_000
_CACHE_PARSES = 4_096
# Lemmas that share forms with a far commoner one: "больших" is of "большой", "русел" of "русло".
_RARE = frozenset({"основный", "занятой", "больший", "русеть"})


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The dictionary, loaded once."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_CACHE_PARSES)
def parses(word: str) -> tuple[Parse, ...]:
    """What the dictionary makes of a word form, likeliest first; heavy, so only those of late are kept."""
    return tuple(sorted(analyzer().parse(word), key=lambda parse: parse.normal_form in _RARE))


def takes_object(participle: str) -> bool:
    """Whether a participle is of a transitive verb: "сдавших", but not "действующих"."""
    found = (parse.tag.grammemes for parse in parses(participle))
    return any({"PRTF", "tran"} <= grammemes for grammemes in found)


def forms_with(parse: Parse, wanted: frozenset[str]) -> list[str]:
    """The forms of the word of a parse that have all these grammemes, in the dictionary's order.

    The dictionary makes all forms of a word, up to a hundred and sixty, to find one. Which endings have the
    grammemes is the same for all words that are inflected alike, so it is asked once.
    """
    unit, *place = parse.methods_stack[0]
    if len(parse.methods_stack) > 1 or not isinstance(unit, DictionaryAnalyzer):
        return [str(form.word) for form in parse.lexeme if wanted <= form.tag.grammemes]
    word, paradigm, row = place
    prefix, _, ending = _paradigm(paradigm)[row]
    stem = word[len(prefix) : len(word) - len(ending)]
    return [first + stem + last for first, last in _affixes(paradigm, wanted)]


@lru_cache(maxsize=_CACHE_PARSES)
def _paradigm(number: int) -> list[tuple[str, OpencorporaTag, str]]:
    """The prefix, tag and ending of each form of the words inflected alike."""
    return list(analyzer().dictionary.build_paradigm_info(number))


@lru_cache(maxsize=_CACHE_PARSES)
def _affixes(number: int, wanted: frozenset[str]) -> list[tuple[str, str]]:
    return [(prefix, ending) for prefix, tag, ending in _paradigm(number) if wanted <= tag.grammemes]
