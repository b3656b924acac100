"""Other forms of a word: the adjective that agrees with a noun, the genitive.

Belongs here: inflecting one form by the dictionary. Does not belong here: what a form is (`readings`), the
nominative of a whole phrase (`nominative`).
"""

from functools import lru_cache
from itertools import takewhile

from pymorphy3.analyzer import Parse
from pymorphy3.tagset import OpencorporaTag

from extractors.lexicon.dictionary import CACHE_WORDS, forms_with, parses
from extractors.lexicon.ud_tags import UD_NUMBERS, UD_POS

# Of two twins the dictionary names the one that is hardly ever meant: "занятой" is a busy man.
_TWINS = {"занятой": "занятый", "валовый": "валовой"}
_SINGULAR = {
    gender: frozenset({"nomn", "sing", grammeme})
    for gender, grammeme in (("Masc", "masc"), ("Fem", "femn"), ("Neut", "neut"), ("", "masc"))
}
_PLURAL = frozenset({"nomn", "plur"})


SUPERLATIVE = frozenset({"самого", "самому", "самым", "самом", "самой", "самую", "самых", "самыми"})
"""Forms of "самый" before another adjective; the dictionary gives them to "сам" first."""


@lru_cache(maxsize=CACHE_WORDS)
def adjective_agreeing(word: str, gender: str, number: str = "Sing") -> str:
    """The nominative of an adjective or participle that agrees with a noun of `gender`; its degree stays."""
    for parse in parses("самый" if word.lower() in SUPERLATIVE else word):
        if parse.tag.POS in ("ADJF", "PRTF"):
            return meant_adjective(_nominative(parse, _PLURAL if number == "Plur" else _SINGULAR[gender]))
    return word.lower()


def meant_adjective(lemma: str) -> str:
    """The adjective that is meant by one of the dictionary's twins ("самозанятой"); any other as it is."""
    for twin, meant in _TWINS.items():
        if lemma.endswith(twin):
            return lemma.removesuffix(twin) + meant
    return lemma


def _nominative(parse: Parse, wanted: frozenset[str]) -> str:
    """The form wanted; of several ("лучший", "наилучший", "хороший") the one most like the form."""
    if "masc" in wanted and parse.tag.POS == "ADJF" and "Supr" not in parse.tag:
        return str(parse.normal_form)
    forms = forms_with(parse, wanted)
    return max(forms, key=lambda form: _shared_letters(form, parse.word), default=str(parse.normal_form))


def _shared_letters(one: str, other: str) -> int:
    """How many letters two forms begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@lru_cache(maxsize=CACHE_WORDS)
def genitive_of(word: str, pos: str = "", number: str = "") -> str:
    """The genitive of a noun, adjective or participle form, its number kept; other words as they are.

    Args:
        word: The form as printed.
        pos: UD part of speech wanted where the dictionary has several.
        number: UD number wanted, as attributes show it.
    """
    for parse in sorted(parses(word), key=lambda parse: _misses(parse.tag, pos, number)):
        if parse.tag.POS in ("NOUN", "ADJF", "PRTF"):
            form = "plur" if parse.tag.number == "plur" else "sing"
            inflected = parse.inflect({"gent", form})
            return str(inflected.word) if inflected is not None else word
    return word


def _misses(tag: OpencorporaTag, pos: str, number: str) -> int:
    """How far a reading is from what is wanted."""
    wrong_part = bool(pos) and UD_POS.get(tag.POS) != pos
    return 2 * wrong_part + (bool(number) and UD_NUMBERS.get(tag.number) != number)
