"""The text as the stages read it: single plain spaces, every letter of a word from one alphabet.

Belongs here: what typists and editors put for a space or a letter that looks the same, and the way back to
the stored text. Does not belong here: case and ё (`folding`), what a text may not hold at all (invisible
characters: a publisher's page is cleaned when it is parsed).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_SPACES = ("\u00a0", "\u202f", "\u2009", "\u2007", "\u2002", "\u2003")
_LATIN = "aceopxyABCEHKMOPTX"
_CYRILLIC = "асеорхуАВСЕНКМОРТХ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_MIXED = re.compile(rf"[{_LATIN}][а-яё]|[а-яё][{_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = re.compile(rf"[{_LATIN}А-Яа-яЁё]+")
# "c 1 января", "B 2024 году": a word of one letter, inside a sentence in lower case alone ("гепатит B").
_LONE = re.compile(
    r"[acoy](?<![^\s(«].)(?= [а-яё\d])|[ABCKO](?:(?<=^.)|(?<=[.!?]\s.))(?= [а-яё\d])", re.MULTILINE
)
# Between digits a wide space may be a column's; at a line's start it is an indent.
_WIDE = re.compile(r"(?<=[^\s\d]) ( +)(?=\S)|(?<=\d) ( +)(?=[^\s\d])")


@dataclass(frozen=True, slots=True)
class LevelledText:
    """A levelled text and where each of its characters stands in the stored one.

    Attributes:
        text: What the stages read.
        cuts: Offsets in `text` in front of which spaces were left out, ascending.
        shifts: How many characters were left out up to each of `cuts`.
    """

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the stored text; `end` is exclusive in both."""
        return self._stored(start), self._stored(end - 1) + 1

    def _stored(self, offset: int) -> int:
        cut = bisect_right(self.cuts, offset)
        return offset + self.shifts[cut - 1] if cut else offset


def level_text(text: str) -> LevelledText:
    """The text with single plain spaces and with Latin letters inside Cyrillic words read as Cyrillic."""
    for space in _SPACES:
        text = text.replace(space, " ")
    if _MIXED.search(text):
        text = _WORD.sub(_in_one_alphabet, text)
    text = _LONE.sub(_cyrillic, text)
    return _without_wide_spaces(text) if "  " in text else LevelledText(text)


def _in_one_alphabet(match: re.Match[str]) -> str:
    word = match.group()
    is_mixed = _MIXED.search(word) is not None and _ALIKE.fullmatch(word) is not None
    return _cyrillic(match) if is_mixed else word


def _cyrillic(match: re.Match[str]) -> str:
    return match.group().translate(_TO_CYRILLIC)


def _without_wide_spaces(text: str) -> LevelledText:
    cuts, shifts, dropped = [], [], 0
    for match in _WIDE.finditer(text):
        extra = match.end() - match.start() - 1
        cuts.append(match.start() + 1 - dropped)
        dropped += extra
        shifts.append(dropped)
    return LevelledText(_WIDE.sub(" ", text), tuple(cuts), tuple(shifts))
