"""Readings of a Russian word form, likeliest first.

Belongs here: what one reading says, the order of the readings of a form and the lemmas that the dictionary
leaves out. Does not belong here: the dictionary (`dictionary`) and its tags (`ud_tags`), what a form can be
in a noun phrase (`ambiguity_classes`), choosing a reading by context (`phrases`) and syntax (`syntax`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pymorphy3.analyzer import Parse

from extractors.lexicon.dictionary import CACHE_WORDS, parses
from extractors.lexicon.ud_tags import ud_features
from extractors.records import record

_CROP_SCORE = 0.3
_SHORTEST_NOUN = 3
_MOST, _INVENTED = 0.5, 0.55

# Nouns that share forms with a far commoner one ("статей" is of "статья").
_RARE_LEMMAS = frozenset({"стать", "сель", "уда", "среднее", "просома", "прошедшее"})
_SIT = "сесть"  # hardly ever told of: "400 сел" are villages
# Forms of two nouns of which one is hardly ever meant: homes get "паром" and no ferries, "лук" is grown.
_MEANT = {"паром": "пар", "лук": "лук", "пик": "пик"}
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
# Participles that in the plural name people by themselves: "учащихся школ" are no schools.
_PEOPLE = {"учащ": "учащийся", "обуча": "обучающийся", "трудя": "трудящийся"}
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


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


@lru_cache(maxsize=CACHE_WORDS)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word form, likeliest first; () for punctuation, digits and Latin letters."""
    if not _CYRILLIC.search(word):
        return ()
    found = (_reading(parse) for parse in parses(word))
    kept = [_as_people(_with_both_lemmas(reading, word), word) for reading in found if reading is not None]
    if word in _MEANT:
        kept = [reading for reading in kept if (reading.pos, reading.lemma) == ("NOUN", _MEANT[word])]
    if any(reading.pos == "ADJ" and reading.lemma in _CROPS for reading in kept):
        kept = [reading for reading in kept if not (reading.is_name and reading.is_animate)]  # "Яровой сев"
    kept += [
        replace(reading, pos="NOUN", lemma=_CROPS[reading.lemma], score=_CROP_SCORE)
        for reading in kept
        if reading.pos == "ADJ" and reading.lemma in _CROPS and reading.number == "Plur"
    ]
    small, shared = word.islower(), _share_of_adjective(kept)
    if shared:  # "Атырауской" is of no "атырауска"
        kept = [reading for reading in kept if reading.pos != "NOUN" or not reading.lemma.endswith("ска")]
    ordered = sorted(kept, key=lambda reading: _is_rare(reading, small=small, shared=shared))
    return tuple(sorted(ordered, key=_is_invented) if _counts_many(ordered) else ordered)


@lru_cache(maxsize=CACHE_WORDS)
def plain_lemma(word: str) -> str:
    """The likeliest normal form of a word; the lower-cased word where the dictionary has none."""
    found = readings(word)
    return found[0].lemma if found else word.lower()


def are_of_people(found: Sequence[Reading]) -> bool:
    """Whether the likeliest noun among readings is of people."""
    noun = next((reading for reading in found if reading.pos == "NOUN"), None)
    return noun is not None and noun.is_animate


def _reading(parse: Parse) -> Reading | None:
    features = ud_features(parse.tag)
    return None if features is None else Reading(parse.normal_form, *features, parse.score)


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


def _as_people(reading: Reading, word: str) -> Reading:
    """As in "учащихся школ": a participle that in the plural is the noun of those who do it."""
    if reading.pos != "ADJ" or reading.number != "Plur" or not word.endswith("ся"):
        return reading
    lemma = _PEOPLE.get(word[:5].lower()) or _PEOPLE.get(word[:4].lower())
    if lemma is None:
        return reading
    return replace(reading, pos="NOUN", lemma=lemma, gender="Masc", is_participle=False, is_animate=True)


def _share_of_adjective(found: Sequence[Reading]) -> float:
    """The likeliest share of a word that is an adjective in most of its readings, 0 for others."""
    shares = [reading.score for reading in found if reading.pos == "ADJ" and not reading.is_participle]
    return max(shares) if sum(shares) > _MOST else 0


def _counts_many(found: Sequence[Reading]) -> bool:
    return any((r.pos, r.case, r.number) == ("NOUN", "Gen", "Plur") for r in found)


def _is_invented(reading: Reading) -> bool:
    """As in "саженцев", "мопедистов": a short adjective made up of a genitive of many."""
    is_short = reading.verb_form == "Part" and reading.lemma.endswith(("овый", "евый"))
    return is_short and reading.score <= _INVENTED


def _is_rare(reading: Reading, *, small: bool, shared: float) -> bool:
    """Whether a form is hardly ever this noun, or this verb.

    A lemma seldom met, a person's name in small letters, a noun no likelier than an adjective ("посевной").
    """
    if reading.lemma == _SIT:
        return (reading.number, reading.gender) == ("Sing", "Masc")
    is_named = small and reading.is_name and reading.is_animate
    is_noun = reading.pos == "NOUN"
    return is_noun and (is_named or reading.score <= shared or reading.lemma in _RARE_LEMMAS)
