"""The normal form of a phrase: head in the nominative, its attributes agreeing, the rest as printed.

Belongs here: writing a phrase. Does not belong here: finding its bounds (`phrase_bounds`, `phrase_chain`).
"""

import re
from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.inflected_forms import SUPERLATIVE, adjective_agreeing, meant_adjective
from extractors.lexicon.readings import Reading
from extractors.phrases.phrase_words import adjective_reading, noun_reading

# Capital letters, and an ending that inflects them: "ФАПов".
_ACRONYM = re.compile(r"([А-ЯЁA-Z]{2,})[а-яё]{0,3}$")
_SPACED_MARK = re.compile(r" (?:(?<=[«“„(] )|(?=[»”),])|(?<=\d )(?=[-‑–] )|(?<=\d [-‑–] ))")
_STRAIGHT_QUOTES = re.compile(r'" ([^"]*) "')
_LONGEST_ACRONYM = 5
# Pronominal attributes that say nothing of what is counted.
_PRONOMINAL = frozenset(
    {
        "этот",
        "весь",
        "свой",
        "наш",
        "данный",
        "такой",
        "тот",
        "каждый",
        "другой",
        "сам",
        "один",
        "указанный",
        "чей",
        "все",
        "её",
        "его",
        "их",
    }
)

_POINTING = frozenset({"этот", "такой"})


def printed(words: Sequence[Word], first: int, last: int) -> str:
    """Words `first`..`last` as printed."""
    return " ".join(word.text for word in words[first : last + 1])


def closed_up(text: str) -> str:
    """Printed words without the spaces inside of quotes and brackets, before commas and in "9-х"."""
    return _SPACED_MARK.sub("", _STRAIGHT_QUOTES.sub(r'"\1"', text) if '"' in text else text)


def normal_form(words: Sequence[Word], first: int, head: int, last: int) -> str:
    """Normal form of words `first`..`last` around `head`."""
    lemma, gender = _lemma_and_gender(words[head])
    before = words[first:head]
    parts = [
        adjective_agreeing(word.text, gender) if agree(word, words[head]) else word.low
        for word in before
        if word.lemma not in _PRONOMINAL or _is_superlative(words, word)
    ]
    behind = [word.text for word in words[head + 1 : last + 1] if not _points(words, word, last)]
    if behind and _is_postposed(words[head + 1], words[head]):
        behind[0] = adjective_agreeing(behind[0], gender)
    text = " ".join([*parts, lemma, *behind])
    return closed_up(text)


def _points(words: Sequence[Word], word: Word, last: int) -> bool:
    """As in "количество таких дел": a demonstrative before its noun says nothing of what is counted."""
    return word.lemma in _POINTING and word.index < last and agree(word, words[word.index + 1])


def _is_superlative(words: Sequence[Word], word: Word) -> bool:
    """As in "самому младшему": forms of "самый" look like those of "сам"."""
    following = words[word.index + 1]
    return word.low in SUPERLATIVE and following.has("ADJ") and following.readings[0].pos == "ADJ"


def head_lemma(head: Word) -> str:
    """The lemma that a phrase shows of its head."""
    return _lemma_and_gender(head)[0]


def _lemma_and_gender(head: Word) -> tuple[str, str]:
    """The lemma a head is shown by and its gender; the letters of an acronym without its ending."""
    reading = noun_reading(head)
    if reading is not None:
        acronym = _ACRONYM.match(head.text)
        is_acronym = acronym is not None and len(acronym.group(1)) <= _LONGEST_ACRONYM
        return (acronym.group(1) if acronym and is_acronym else reading.lemma), reading.gender
    adjective = adjective_reading(head)
    if adjective is not None and adjective.is_participle:
        return adjective_agreeing(head.text, "Masc"), "Masc"
    return meant_adjective(adjective.lemma if adjective else head.text), "Masc"


def agree(word: Word, head: Word) -> bool:
    """Whether an adjective has a form in common with the head: the words of a participle have none."""
    forms = {_form(r) for r in head.readings if r.pos in ("NOUN", "ADJ")}
    if any(form[:2] == ("Gen", "Sing") for form in forms):
        forms |= {("Gen", "Plur", ""), ("Nom", "Plur", "")}  # "три новых цеха"
    agreeing = [r for r in word.readings if r.pos == "ADJ"]
    return bool(agreeing) and (not forms or any(_form(r) in forms for r in agreeing))


def _is_postposed(word: Word, head: Word) -> bool:
    """As in "вагоны пассажирские": an attribute of many right behind its noun, both in the nominative."""
    many = ("Nom", "Plur", "")
    first = word.readings[0] if word.readings else None
    is_attribute = first is not None and first.pos == "ADJ" and not first.is_participle
    return is_attribute and all(any(_form(r) == many for r in one.readings) for one in (word, head))


def _form(reading: Reading) -> tuple[str, str, str]:
    """Case, number and, in the singular, gender: what an attribute shares with its noun."""
    return reading.case, reading.number, reading.gender if reading.number == "Sing" else ""
