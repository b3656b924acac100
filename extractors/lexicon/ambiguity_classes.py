"""What a word form can be in a noun phrase: a noun, an adjective, either, or a name the dictionary lacks.

Belongs here: the class of a form by itself and the sets of classes. Does not belong here: the readings
(`readings`), which of them holds in a sentence (`phrases`), patterns over classes (`language.patterns`).
"""

from functools import lru_cache

from extractors.lexicon.dictionary import CACHE_WORDS
from extractors.lexicon.readings import Reading, readings

NUMBER_TAG = "NUMEXPR"
NOUN_CLASSES = frozenset({"NOUN", "NOUN|ADJ", "PROPN"})
ADJECTIVE_CLASSES = frozenset({"ADJ", "NOUN|ADJ"})
# Adverbs and pronouns that the dictionary also reads as adjectives.
_NEVER_ADJECTIVES = frozenset(
    {
        "всего",
        "его",
        "их",
        "ее",
        "её",
        "это",
        "чем",
        "который",
        "которые",
        "которых",
        "которая",
        "которого",
        "которой",
        "самое",
        "том",
        "тем",
        "того",
    }
)
# What stands behind the hyphen of an ordinal: "1-го", "2-му".
_ENDINGS = frozenset({"го", "му", "ой", "ый", "ая", "ое", "ые", "ых", "ым", "ти", "ми"})
_NOUN_BEHIND_ADJECTIVE, _NOUN_BEHIND_OTHERS, _ADJECTIVE_BEHIND_OTHERS = 0.25, 0.3, 0.2
_NOUN_IN_ALL = 0.5


@lru_cache(maxsize=CACHE_WORDS)
def ambiguity_class(word: str) -> str:
    """What a word can be in a noun phrase: "NOUN", "ADJ", "NOUN|ADJ", "PROPN", or "" for none of them."""
    found = readings(word)
    if word in _ENDINGS:
        return ""
    if not found:
        return "PROPN" if word[:1].isalpha() and len(word) > 1 else ""
    is_noun = _may_be_noun(found)
    is_adjective = word.lower() not in _NEVER_ADJECTIVES and _may_be_adjective(found)
    return {(True, True): "NOUN|ADJ", (True, False): "NOUN", (False, True): "ADJ", (False, False): ""}[
        is_noun, is_adjective
    ]


def _may_be_noun(found: tuple[Reading, ...]) -> bool:
    best = found[0].pos
    noun = next((reading for reading in found if reading.pos == "NOUN"), None)
    return noun is not None and (
        best == "NOUN"
        or (best == "ADJ" and not found[0].is_participle and _best_noun(found) > _NOUN_BEHIND_ADJECTIVE)
        or (best in ("VERB", "ADV", "CCONJ", "PART") and noun.score > _NOUN_BEHIND_OTHERS)
        or (best == "VERB" and sum(r.score for r in found if r.pos == "NOUN") > _NOUN_IN_ALL)
    )


def _best_noun(found: tuple[Reading, ...]) -> float:
    """The share of the likeliest noun: "озимые" are one by the dictionary and by the list of crops."""
    return max(reading.score for reading in found if reading.pos == "NOUN")


def _may_be_adjective(found: tuple[Reading, ...]) -> bool:
    share = sum(reading.score for reading in found if reading.pos == "ADJ")
    return share > 0 and (found[0].pos in ("ADJ", "PRON") or share > _ADJECTIVE_BEHIND_OTHERS)
