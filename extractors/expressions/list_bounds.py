"""Bounds that the lead-in of a list sets for the numbers of its items: "составляет не менее:".

Belongs here: finding the lead-in above an item that starts with a number. Does not belong here: words
beside a number that bound it (`qualifiers`).
"""

import re

from extractors.model import Qualifier

_LINE_START = re.compile(r"\n[ \t]*(?:[-–—•*]\s+|\d{1,2}[.)]\s+|[а-я]\)\s+)?\Z")
_LEAD_IN = re.compile(r"(?<!\w)не\s+(?:(?P<least>менее|ниже)|более|выше)(?:\s+чем)?:\s*\Z", re.IGNORECASE)
_ITEMS, _LONGEST_ITEM, _LONGEST_MARK, _LONGEST_LEAD = 16, 600, 12, 24


def bound_of_list(text: str, start: int) -> Qualifier | None:
    """The bound that the lead-in of its list sets for a number at the start of an item, None without one.

    Args:
        text: The raw text.
        start: Where the number starts.
    """
    low = max(0, start - _LONGEST_MARK)
    line = _LINE_START.search(text, low, start) if text.find("\n", low, start) >= 0 else None
    if line is None:
        return None
    end = line.start()
    for _ in range(_ITEMS):
        begin = text.rfind("\n", max(0, end - _LONGEST_ITEM), end)
        lead = _LEAD_IN.search(text, max(0, begin, end - _LONGEST_LEAD), end)
        if lead is not None:
            return Qualifier.AT_LEAST if lead["least"] else Qualifier.AT_MOST
        is_item = begin >= 0 and (text[end - 1] == ";" or not text[begin + 1 : end].strip())
        if not is_item:
            return None
        end = begin
    return None
