"""Noun phrases of short pieces of text that hold no number: heads of columns, labels of rows, captions.

Belongs here: making words of such a piece and reading the phrase it opens with. Does not belong
here: what phrases are (`phrases`) and sentences with numbers (`nlp`, `words`).
"""

import re
from functools import lru_cache

from extractors.language.words import Word
from extractors.lexicon.ambiguity_classes import ambiguity_class
from extractors.lexicon.readings import readings
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import adjective_reading, noun_reading
from extractors.phrases.phrases import Phrase, build, in_genitive

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_CACHE = 4096


def words_of(text: str) -> list[Word]:
    """The words of a piece of text, with their readings and without a tree."""
    words = []
    for index, match in enumerate(_TOKEN.finditer(text)):
        word = match.group()
        found = readings(word)
        pos = found[0].pos if found else ("PROPN" if word.isalpha() else "PUNCT")
        lemma = found[0].lemma if found else word
        tag = ambiguity_class(word) if word.isalpha() or "-" in word else ""
        words.append(Word(index, word, word.lower(), *match.span(), pos, tag, lemma, found, -1, "", None))
    return words


@lru_cache(maxsize=_CACHE)
def leading_phrase(text: str) -> tuple[tuple[Word, ...], Phrase] | None:
    """The words of a piece of text and the noun phrase in the nominative that opens it, None without one.

    An attribute printed behind its noun ("нефть сырая") belongs to the phrase.
    """
    words = words_of(text)
    phrase = phrase_at(words, 0) if words else None
    if phrase is None or not _may_be_nominative(words[phrase.head]):
        return None
    behind = words[phrase.head + 1] if phrase.head + 1 < len(words) else None
    if behind is not None and phrase.last == phrase.head and _agrees(words[phrase.head], behind):
        turned = words_of(" ".join([behind.low, *(word.text for word in words[: phrase.head + 1])]))
        return tuple(turned), build(turned, phrase.head + 1, 0)
    return tuple(words), phrase


def with_rest(words: tuple[Word, ...], phrase: Phrase, text: str) -> str:
    """The phrase in normal form with everything printed behind it."""
    rest = " ".join(word.text for word in words[phrase.last + 1 :])
    return f"{text} {rest}" if rest else text


def genitive_of_phrase(words: tuple[Word, ...], phrase: Phrase) -> str:
    """The phrase in the genitive, in lower case where it opens with a capital only as a label."""
    text = in_genitive(words, phrase)
    first = words[phrase.first].text
    keeps_capital = first.isupper() or (
        words[phrase.first].readings and words[phrase.first].readings[0].is_name
    )
    return text if keeps_capital else text[:1].lower() + text[1:]


def _may_be_nominative(word: Word) -> bool:
    return not word.readings or any(reading.case == "Nom" for reading in word.readings)


def _agrees(noun: Word, adjective: Word) -> bool:
    reading, other = noun_reading(noun, "Nom"), adjective_reading(adjective, "Nom")
    if reading is None or other is None:
        return False
    return reading.number == other.number and (reading.number == "Plur" or reading.gender == other.gender)
