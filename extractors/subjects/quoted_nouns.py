"""Counted nouns in quotes, or behind an attribute in quotes: "48 «Кванториумов»", "5 «зелёных» остановок".

Belongs here: the phrase that opens with a quote right behind a number. Does not belong here: counted nouns
without quotes (`subject_counted`) and names that are no subject (`naming_labels`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    adjective_reading,
    is_noun,
    noun_reading,
)
from extractors.phrases.phrases import Phrase, build


def quoted_noun(words: Sequence[Word], index: int) -> Phrase | None:
    """The noun in the form that a number asks for, alone in its quotes or behind an attribute in them."""
    if index + 2 >= len(words) or words[index].text not in OPENING_QUOTES:
        return None
    inside = words[index + 1]
    if words[index + 2].text not in CLOSING_QUOTES:
        return None
    if noun_reading(inside, "Gen") is not None:
        return build(words, index + 1, index + 1, index + 1)
    if is_noun(inside) or adjective_reading(inside, "Gen") is None or index + 3 >= len(words):
        return None
    phrase = phrase_at(words, index + 3)
    return phrase if phrase is not None and noun_reading(words[phrase.head], "Gen") else None
