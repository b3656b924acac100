"""The words of a raw text, once for every rule that starts at one.

Belongs here: cutting a folded text into runs of letters. Does not belong here: tokens of the
pipeline (`nlp`), which keep punctuation and expressions.
"""

import re

RawWord = tuple[int, str]
"""Offset and folded form of a run of letters."""

_WORD = re.compile(r"[^\W\d_]+")


def raw_words(folded: str) -> list[RawWord]:
    """All runs of letters of a folded text, in order."""
    return [(match.start(), match[0]) for match in _WORD.finditer(folded)]
