"""Addresses of the internet in raw text.

Belongs here: where a link, domain or mail address starts and ends. Does not belong here:
telephones and streets (`data/guards.tsv`).
"""

import re
from collections.abc import Iterator

_ZONES = ("kz", "ru", "com", "org", "net", "info", "edu", "gov")
_MARK = re.compile(
    rf"://|(?<![\w.])www\.|(?<=[A-Za-z\d-])\.(?:{'|'.join(_ZONES)})(?![\w-])|(?<=[\w.+-])@(?=[\w-]+\.\w)",
    re.IGNORECASE,
)
# What every mark holds: few texts need a closer look.
_HINTS = ("://", "www.", "@", *(f".{zone}" for zone in _ZONES))
_SPACE = re.compile(r"\s")
_LEFT_PART = re.compile(r"[\w.+/@:%-]*$")
_LONGEST_LEFT = 200


def address_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each address, in order, none overlapping."""
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return
    last_end = 0
    for match in _MARK.finditer(text):
        if match.start() < last_end:
            continue
        left = _LEFT_PART.search(text, max(last_end, match.start() - _LONGEST_LEFT), match.start())
        space = _SPACE.search(text, match.end())
        last_end = space.start() if space else len(text)
        yield left.start() if left else match.start(), last_end
