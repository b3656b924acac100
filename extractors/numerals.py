"""Digits: where numbers stand in raw text and what they are worth.

Belongs here: digit groups with every separator in use, decimals, and endings glued to them
("43-х"). Does not belong here: numbers in words (`number_words`), scales, units and ranges
(`expressions`), and whether a number states a fact (`guards`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

GROUP_SPACES = " \u00a0\u202f\u2009'’"


class Ending(StrEnum):
    """What letters glued to a number with a hyphen make of it."""

    NONE = "none"
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    COMPOUND = "compound"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in digits.

    Attributes:
        start: Offset of its first digit.
        end: Offset after its last character, a glued ending included.
        value: Its value; grouping and decimal marks resolved.
        ending: What a glued ending says.
        is_decimal: Whether a fraction was written.
    """

    start: int
    end: int
    value: Decimal
    ending: Ending
    is_decimal: bool


_NUMERAL = re.compile(
    rf"\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+(?![\d.,]*\d))?"
    r"|\d{1,3}(?:\.\d{3})+,\d+"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d{1,3}(?:,\d{3}){2,}(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_ENDING = re.compile(r"[-‑–](?P<letters>[а-яёА-ЯЁ]+)")
# "43-х", "5-ти", "40-ка", "2-мя": the case ending of a cardinal.
_CARDINAL_ENDINGS = frozenset({"х", "ти", "и", "ю", "мя", "ми", "ка", "та", "рех", "ех", "ух", "ью", "вух"})
_ORDINAL_ENDINGS = frozenset(
    {"й", "я", "е", "го", "му", "ой", "ый", "ая", "ое", "ые", "ых", "ым", "ом", "ую", "ей", "его", "ого",
     "ому", "ему", "м", "ий", "ья", "ье"}
)  # fmt: skip


def ending_of(letters: str) -> Ending:
    """What the letters after "N-" make of the number ("х" a cardinal, "й" an ordinal, "летний" a compound)."""
    low = letters.lower()
    if low in _CARDINAL_ENDINGS:
        return Ending.CARDINAL
    if low in _ORDINAL_ENDINGS:
        return Ending.ORDINAL
    return Ending.COMPOUND


def parse_numeral(printed: str) -> Decimal:
    """The value of digits as printed ("1 234 567,8", "1.234,5", "12.5").

    A lone dot before exactly three digits is read as a decimal mark, as is a lone comma:
    thousands grouped by one dot cannot be told from it and are rarer in these texts.

    Raises:
        ValueError: When the text is no numeral of ours.
    """
    bare = re.sub(rf"[{GROUP_SPACES}]", "", printed)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", bare):
        bare = bare.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", bare):
        bare = bare.replace(",", "")
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        raise ValueError(f"not a numeral: {printed!r}")
    return Decimal(bare.replace(",", "."))


def find_numerals(text: str) -> Iterator[Numeral]:
    """All numbers in digits, left to right; together they cover every digit of `text`."""
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        value = parse_numeral(match[0])
        glued = _ENDING.match(text, end)
        if glued is None:
            yield Numeral(
                start, end, value, Ending.NONE, not match[0].isdigit() and "," in match[0] or "." in match[0]
            )
            continue
        kind = ending_of(glued["letters"])
        stop = end if kind is Ending.COMPOUND else glued.end()
        yield Numeral(start, stop, value, kind, "," in match[0] or "." in match[0])
