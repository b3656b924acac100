"""Segments of a sentence: the stretch between commas, colons and numbers that a number stands in.

Belongs here: where a segment starts and stepping over a bracket. Does not belong here: clauses and their
verbs (`clauses`, `clause_verbs`).
"""

from collections.abc import Sequence

from extractors.language.words import Word

_LONGEST_BRACKET = 8


def segment_start(words: Sequence[Word], position: int) -> int:
    """Index of the first word behind the last comma, semicolon, colon or number before `position`."""
    first = position
    while first > 0 and words[first - 1].text not in (",", ";", ":") and words[first - 1].expression is None:
        first -= 1
    return first


def before_bracket(words: Sequence[Word], index: int, floor: int = 0) -> int:
    """Skips a bracket that closes at `index`, looked for down to `floor`: "дизтоплива (402 т) – на 19"."""
    if words[index].text != ")":
        return index
    while index > floor and words[index].text != "(":
        index -= 1
    return index - 1


def behind_bracket(words: Sequence[Word], index: int) -> int:
    """Steps over a short bracket that opens at `index`."""
    if index >= len(words) or words[index].text != "(":
        return index
    closing = (i + 1 for i in range(index, min(len(words), index + _LONGEST_BRACKET)) if words[i].text == ")")
    return next(closing, index)
