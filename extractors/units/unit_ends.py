"""Where a unit ends: its last word and the dot of an abbreviation.

Belongs here: word boundaries ("т" is no ton in "тракторов", "т.е.") and whether a dot ends the sentence.
Does not belong here: which form it is (`unit_forms`).
"""

import re

from extractors.units.unit_form_table import Form
from extractors.units.unit_spelling import HYPHENS, SPACES

_POINTS = (".", ",")
_INITIALISM = re.compile(r"\.\s?[а-яё]\.|\.[А-Яа-яЁё]")
_CLOSES_ABBREVIATION = re.compile(SPACES + r"*(?:[a-zа-яё,;:)\]»–—-]|\Z)")


def is_bounded(text: str, atom_start: int, end: int) -> bool:
    """Whether the last word of a form ends here ("т" does not in "тракторов", "т.е.", "т-образный")."""
    last = text[end - 1]
    following = text[end : end + 1]
    if last.isdecimal() and following in _POINTS and text[end + 1 : end + 2].isdecimal():
        return False  # "2м3,1": the digit begins the next number
    if not last.isalnum() or not following:
        return True
    if following.isalnum() or following == "_":
        return False
    length = end - atom_start if last.isalpha() else 0
    is_compound = following in HYPHENS and text[end + 1 : end + 2].isalpha()
    if is_compound and 0 < length <= 2:
        return False
    return length != 1 or not _INITIALISM.match(text, end)


def with_dot(text: str, end: int, form: Form) -> int:
    """Take in the dot of an abbreviation, unless it is more likely the end of the sentence."""
    is_sign = not text[end - 1].isalnum()  # "%" is no abbreviation
    if not form.abbreviation or is_sign or not text.startswith(".", end):
        return end
    is_dotted = form.text.endswith(".")
    return (
        end + 1 if is_dotted or (_CLOSES_ABBREVIATION.match(text, end + 1) and end + 1 < len(text)) else end
    )
