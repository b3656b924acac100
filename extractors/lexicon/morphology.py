"""Readings of a Russian word from pymorphy3, in Universal Dependencies terms, and inflection.

Belongs here: the dictionary, its cache and the mapping of its tags to UD. Does not belong
here: choosing a reading by context (`phrases`) and syntax (`syntax`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse
from pymorphy3.tagset import OpencorporaTag

from extractors.records import record

_UD_POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "VERB",
    "COMP": "ADV",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "ADJ",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
_CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "gen2": "Gen",
    "acc2": "Acc",
    "loc2": "Loc",
    "voct": "Nom",
    "gen1": "Gen",
    "loc1": "Loc",
}
_CACHE_WORDS = 300_000
_CACHE_PARSES = 4_096
_CROP_SCORE = 0.3
_SHORTEST_NOUN = 3
_OBSOLETE = frozenset({"основный", "занятой"})
_MOST = 0.5


@record
class Reading:
    """One reading of a word form.

    Attributes:
        lemma: Normal form, ё kept.
        pos: UD part of speech.
        case: UD case or "".
        number: "Sing", "Plur" or "".
        gender: "Masc", "Fem", "Neut" or "".
        verb_form: "Fin", "Inf", "Part" (short participle or adjective, a predicate), "Conv" or "".
        tense: "Past", "Pres", "Fut" or "".
        is_participle: Whether it is a full participle (pos ADJ).
        is_animate: Whether the noun is animate.
        is_name: Whether the dictionary marks a name, place or organisation.
        score: The dictionary's share of this reading.
    """

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    verb_form: str
    tense: str
    is_participle: bool
    is_animate: bool
    is_name: bool
    score: float


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The dictionary, loaded once."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_CACHE_PARSES)
def parses(word: str) -> tuple[Parse, ...]:
    """What the dictionary makes of a word form, likeliest first; heavy, so only those of late are kept."""
    return tuple(sorted(analyzer().parse(word), key=lambda parse: parse.normal_form in _OBSOLETE))


_VERB_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTS": "Part", "ADJS": "Part", "GRND": "Conv"}
_TENSES = {"past": "Past", "pres": "Pres", "futr": "Fut"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}


# The fields of a reading between its lemma and its score.
_Features = tuple[str, str, str, str, str, str, bool, bool, bool]


def _reading(parse: Parse) -> Reading | None:
    features = _features(parse.tag)
    return None if features is None else Reading(parse.normal_form, *features, parse.score)


@cache
def _features(tag: OpencorporaTag) -> _Features | None:
    """What a tag (there are a few thousand) says in UD terms; None where it names no UD part of speech."""
    pos = _UD_POS.get(tag.POS)
    if pos is None:
        return None
    grammemes = tag.grammemes
    return (
        pos,
        _CASES.get(tag.case, ""),
        _NUMBERS.get(tag.number, ""),
        _GENDERS.get(tag.gender, ""),
        _VERB_FORMS.get(tag.POS, ""),
        _TENSES.get(tag.tense, ""),
        tag.POS == "PRTF",
        "anim" in grammemes,
        bool(grammemes & {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}),
    )


# Nouns that share forms with a far commoner one ("статей" is of "статья").
_RARE_LEMMAS = frozenset({"стать", "сель", "уда"})
# Adjectives that in the plural name crops by themselves ("зерновых и масличных"); few are in the dictionary.
_CROPS = {
    "зерновой": "зерновые",
    "зернобобовый": "зернобобовые",
    "бобовый": "бобовые",
    "масличный": "масличные",
    "бахчевой": "бахчевые",
    "бахчевый": "бахчевые",
    "кормовой": "кормовые",
    "озимый": "озимые",
    "яровой": "яровые",
}
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


@lru_cache(maxsize=_CACHE_WORDS)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word form, likeliest first; () for punctuation, digits and Latin letters."""
    if not _CYRILLIC.search(word):
        return ()
    found = (_reading(parse) for parse in parses(word))
    kept = [_with_both_lemmas(reading, word) for reading in found if reading is not None]
    kept += [
        replace(reading, pos="NOUN", lemma=_CROPS[reading.lemma], score=_CROP_SCORE)
        for reading in kept
        if reading.pos == "ADJ" and reading.lemma in _CROPS and reading.number == "Plur"
    ]
    small, shared = word.islower(), _share_of_adjective(kept)
    return tuple(sorted(kept, key=lambda reading: _is_rare(reading, small=small, shared=shared)))


def _with_both_lemmas(reading: Reading, word: str) -> Reading:
    """As in "домов-интернатов": the dictionary leaves the first of two inflected nouns as printed."""
    first, hyphen, rest = reading.lemma.partition("-")
    if (
        not hyphen
        or reading.pos != "NOUN"
        or len(first) < _SHORTEST_NOUN
        or not word.lower().startswith(first)
    ):
        return reading
    own = readings(first)
    if any((r.case, r.number) == ("Nom", "Sing") or r.is_name for r in own):
        return reading  # "сим-боксов", "пресс-службы"
    form = (reading.pos, reading.case, reading.number)
    lemma = next((r.lemma for r in own if (r.pos, r.case, r.number) == form), first)
    return replace(reading, lemma=f"{lemma}-{rest}")


def _share_of_adjective(found: Sequence[Reading]) -> float:
    """The likeliest share of a word that is an adjective in most of its readings, 0 for others."""
    shares = [reading.score for reading in found if reading.pos == "ADJ" and not reading.is_participle]
    return max(shares) if sum(shares) > _MOST else 0


def _is_rare(reading: Reading, *, small: bool, shared: float) -> bool:
    """Whether a form is hardly ever this noun.

    A lemma seldom met, a person's name in small letters, a noun no likelier than an adjective ("посевной").
    """
    is_named = small and reading.is_name and reading.is_animate
    is_noun = reading.pos == "NOUN"
    return is_noun and (is_named or reading.score <= shared or reading.lemma in _RARE_LEMMAS)


@lru_cache(maxsize=_CACHE_WORDS)
def adjective_agreeing(word: str, gender: str, number: str = "Sing") -> str:
    """The nominative of an adjective or participle form that agrees with a noun of `gender`."""
    for parse in parses(word):
        if parse.tag.POS in ("ADJF", "PRTF"):
            wanted = {"nomn", "plur"} if number == "Plur" else {"nomn", "sing", _GRAMMEME[gender]}
            inflected = parse.inflect(wanted)
            return str(inflected.word if inflected is not None else parse.normal_form)
    return word.lower()


_GRAMMEME = {"Masc": "masc", "Fem": "femn", "Neut": "neut", "": "masc"}


@lru_cache(maxsize=_CACHE_WORDS)
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
    wrong_part = bool(pos) and _UD_POS.get(tag.POS) != pos
    return 2 * wrong_part + (bool(number) and _NUMBERS.get(tag.number) != number)


@lru_cache(maxsize=_CACHE_WORDS)
def plain_lemma(word: str) -> str:
    """The likeliest normal form of a word; the lower-cased word where the dictionary has none."""
    found = readings(word)
    return found[0].lemma if found else word.lower()


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


@lru_cache(maxsize=_CACHE_WORDS)
def ambiguity_class(word: str) -> str:
    """What a word can be in a noun phrase: "NOUN", "ADJ", "NOUN|ADJ", "PROPN", or "" for none of them."""
    found = readings(word)
    if not found:
        return "PROPN" if word.isalpha() and len(word) > 1 else ""
    best = found[0].pos
    noun = next((reading for reading in found if reading.pos == "NOUN"), None)
    adjective = next((reading for reading in found if reading.pos == "ADJ"), None)
    is_noun = noun is not None and (
        best == "NOUN"
        or (best == "ADJ" and not found[0].is_participle and noun.score > 0.25)
        or (best in ("VERB", "ADV", "CCONJ", "PART") and noun.score > 0.3)
    )
    is_adjective = (
        adjective is not None
        and word.lower() not in _NEVER_ADJECTIVES
        and (best in ("ADJ", "PRON") or adjective.score > 0.2)
    )
    return {(True, True): "NOUN|ADJ", (True, False): "NOUN", (False, True): "ADJ", (False, False): ""}[
        is_noun, is_adjective
    ]
