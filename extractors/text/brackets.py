"""The pairs of round brackets of a stretch of text.

Belongs here: which bracket stands around a position, which opens or closes at one, what leaves one. Does not
belong here: what stands in a bracket (`bracketed_times`).
"""

import re
from bisect import bisect_left

_REACH = 960
"""How far back from a position a bracket around it is looked for, once one has closed before it."""
_BRACKET = re.compile(r"[()]")


class Brackets:
    """The bracket pairs of a stretch, each told by its index.

    Attributes:
        pairs: Offsets of the opening and the closing bracket of each pair, in order.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        """Takes a text and the bounds of the stretch; brackets without a counterpart make no pair."""
        self.pairs = _pairs(text, start, end)
        self._by_closing = {closing: index for index, (_opening, closing) in enumerate(self.pairs)}

    def around(self, position: int) -> int:
        """Index of the innermost pair around a position, -1 outside all."""
        for index in range(bisect_left(self.pairs, (position, 0)) - 1, -1, -1):
            opening, closing = self.pairs[index]
            if closing > position:
                return index
            if position - opening > _REACH:
                return -1
        return -1

    def opening_at(self, offset: int) -> int:
        """Index of the pair that opens at an offset, -1 if none does."""
        index = bisect_left(self.pairs, (offset, 0))
        return index if index < len(self.pairs) and self.pairs[index][0] == offset else -1

    def closing_at(self, offset: int) -> int:
        """Index of the pair that closes at an offset, -1 if none does."""
        return self._by_closing.get(offset, -1)


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Opening and closing offsets of the round brackets of a sentence, by opening."""
    if text.find("(", start, end) < 0:
        return []
    found: list[tuple[int, int]] = []
    open_at: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] == "(":
            open_at.append(match.start())
        elif open_at:
            found.append((open_at.pop(), match.start()))
    return sorted(found)


def leaves_bracket(between: str) -> bool:
    """Whether a stretch closes a bracket that was open before it."""
    closing = between.find(")")
    return closing >= 0 and not 0 <= between.find("(") < closing
