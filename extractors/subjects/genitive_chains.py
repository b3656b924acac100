"""What stays of a chain of genitives when its row goes on: "производства молока" before "мяса".

Belongs here: the words of the chain that the next genitive keeps. Does not belong here: telling that a
genitive goes on with a row (`genitive_rows`).
"""

from extractors.language.words import Word
from extractors.lexicon.readings import Reading, readings
from extractors.lexicon.subject_lexicon import QUANTITY_VERBS
from extractors.phrases.phrase_words import noun_reading

FUNDS = "средство"
ABSTRACT = ("ение", "ание", "ство")
"""How nouns of doing end, "средство" aside."""
DOINGS = frozenset(QUANTITY_VERBS.values())
"""Nouns of what is done to amounts: "вывоз", "сбор"."""


def kept_chain(complement: str, noun: Word, *, in_row: bool = False) -> str:
    """As in "производства молока" before "мяса", "стипендии магистра" before "доктора": what stays.

    Args:
        complement: The chain.
        noun: The head of the next genitive.
        in_row: Whether the chain itself took the place of another: only what is done to amounts stays.
    """
    chain = complement.split()
    own = [_first_noun(word) for word in chain]
    nouns = [place for place, reading in enumerate(own) if reading is not None]
    first, last = (own[nouns[0]], own[nouns[-1]]) if len(nouns) > 1 else (None, None)
    new = noun_reading(noun, "Gen")
    if first is None or last is None or new is None or not all(word.isalpha() for word in chain):
        return ""
    is_joined = chain[nouns[0] + 1] == "и"  # "число убийств и покушений на убийство"
    is_abstract = first.lemma.endswith(ABSTRACT) and first.lemma != FUNDS and not (in_row or is_joined)
    is_done = is_abstract or first.lemma in DOINGS
    is_whose = new.is_animate and last.is_animate and not first.is_animate
    place = nouns[-1] if is_done or is_whose else 0
    while place and own[place - 1] is None:
        place -= 1
    return "".join(f"{word} " for word in chain[:place])


def _first_noun(word: str) -> Reading | None:
    """The genitive that a printed word is, None for attributes and other words."""
    first = readings(word)[:1]
    if not first or first[0].pos != "NOUN":
        return None
    return next((r for r in readings(word) if r.pos == "NOUN" and r.case == "Gen"), None)
