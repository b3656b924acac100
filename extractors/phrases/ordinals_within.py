"""Numbers inside a phrase that tell a class or course from its like: "учеников 1–4 классов", "2-го курса".

Belongs here: stepping over such a number, from either side. Does not belong here: whether a number is one
(`loose_digits`, `guards`) and the phrases themselves (`phrase_bounds`, `phrase_chain`).
"""

from collections.abc import Sequence

from extractors.language.words import Word

_DASHES = frozenset("-‑–")
_LINKS = _DASHES | {",", "и"}
_ENDINGS = frozenset({"х", "й", "го", "ых", "ого", "ой", "я", "е"})
_MOST_WORDS = 8


def _is_digits(word: Word) -> bool:
    return word.expression is None and not word.in_time and word.text.isdigit()


def _is_ending(words: Sequence[Word], index: int) -> bool:
    """As the "х" of "9-х"."""
    return words[index].low in _ENDINGS and words[index - 1].text in _DASHES and index > 1


def before_ordinals(words: Sequence[Word], index: int) -> int:
    """Index of the word before the number that ends at `index`, `index` itself where none does."""
    if not (words[index].text.isdigit() or words[index].low in _ENDINGS):
        return index  # nearly every word: told before anything is called
    at, first = index, index
    while at > 0 and index - at < _MOST_WORDS:
        if at > 1 and _is_ending(words, at):
            at -= 2
        if not _is_digits(words[at]):
            return first
        at = first = at - 1
        if at > 0 and words[at].low in _LINKS:
            at -= 1
    return first


def behind_ordinals(words: Sequence[Word], index: int) -> int:
    """Index of the word behind the number that starts at `index`, `index` itself where none does."""
    if index >= len(words) or not words[index].text.isdigit():
        return index
    at, behind = index, index
    while at < len(words) and at - index < _MOST_WORDS and _is_digits(words[at]):
        at += 1
        if at + 1 < len(words) and _is_ending(words, at + 1):
            at += 2
        behind = at
        if at < len(words) and words[at].low in _LINKS:
            at += 1
    return behind
