"""The numbers of items: the 2 of "2) затраты".

Belongs here: reading the number that opens an item. Does not belong here: blocks (`sentences`).
"""

import re

_NUMBERED = re.compile(r"[\s«\"]*(?P<number>\d{1,2})(?P<mark>[.)])")


def item_number(text: str, start: int) -> tuple[int, str] | None:
    """The number of an item with the mark behind it, None where none opens it.

    Args:
        text: The raw text.
        start: Where the item starts.
    """
    found = _NUMBERED.match(text, start)
    return None if found is None else (int(found["number"]), found["mark"])
