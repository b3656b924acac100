"""Digits: where numbers stand in raw text and what they are worth.

Belongs here: digit groups with every separator in use, decimals, and endings glued to them
("43-х"). Does not belong here: numbers in words (`number_words`), scales, units and ranges
(`expressions`), and whether a number states a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

GROUP_SPACES = " \u00a0\u202f\u2009'’"
MOST_DIGITS = 15
"""More digits before the decimal mark than this name something (an account, a code) and count nothing."""


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
        value: Its value, grouping and decimal marks resolved; None where it is too long to count anything.
        ending: What a glued ending says.
        is_decimal: Whether a fraction was written.
    """

    start: int
    end: int
    value: Decimal | None
    ending: Ending
    is_decimal: bool


_NUMERAL = re.compile(
    rf"\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+(?![.,]?\d))?"
    r"|\d{1,3}(?:\.\d{3})+,\d+"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d{1,3}(?:,\d{3}){2,}(?!\d)"
    r"|\d+(?:\.\d+|,\d+(?!,\d))?"
)
_GROUP_MARK = re.compile(rf"[{GROUP_SPACES}]")
_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_ONE_DOT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL_COMMA = re.compile(r"\d,\d")
_DECIMAL_DOT = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])\s?(?:%|млн|млрд|тыс|трлн|процент|раз)")
_SCALE_NEXT = re.compile(r"\s?(?:тыс|млн|млрд|трлн|миллион|миллиард)")
_ENDING = re.compile(
    r"[-‑–](?P<letters>[а-яёА-ЯЁ]+)|(?P<glued>х|ти|го|й|ый|ой|я|ая|е|му|ми)(?![\w-])", re.IGNORECASE
)
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


def parse_numeral(printed: str, *, dot_groups: bool = False) -> Decimal:
    """The value of digits as printed ("1 234 567,8", "1.234,5", "12.5").

    Args:
        printed: Digits with their marks.
        dot_groups: Whether a lone dot before exactly three digits groups thousands; else it is a decimal mark.

    Raises:
        ValueError: When the text is no numeral of ours.
    """
    bare = _GROUP_MARK.sub("", printed)
    if _DOTTED_GROUPS.fullmatch(bare) or (dot_groups and _ONE_DOT_GROUP.fullmatch(bare)):
        bare = bare.replace(".", "")
    elif _COMMA_GROUPS.fullmatch(bare):
        bare = bare.replace(",", "")
    if not _PLAIN.fullmatch(bare):
        raise ValueError(f"not a numeral: {printed!r}")
    return Decimal(bare.replace(",", "."))


def find_numerals(text: str) -> Iterator[Numeral]:
    """All numbers in digits, left to right; together they cover every digit of `text`."""
    groups = dots_group(text)
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        printed = match[0]
        whole = re.split(r"[.,]", printed, maxsplit=1)[0]
        value = None
        if len(whole) <= 2 * MOST_DIGITS and len(printed) <= 4 * MOST_DIGITS:
            value = parse_numeral(printed, dot_groups=groups and _SCALE_NEXT.match(text, end) is None)
            value = value if value < Decimal(10) ** MOST_DIGITS else None
        is_decimal = value is not None and value.as_tuple().exponent != 0
        glued = _ENDING.match(text, end)
        if glued is None:
            yield Numeral(start, end, value, Ending.NONE, is_decimal)
            continue
        kind = ending_of(glued["letters"] or glued["glued"])
        stop = end if kind is Ending.COMPOUND else glued.end()
        yield Numeral(start, stop, value, kind, is_decimal)


def dots_group(text: str) -> bool:
    """Whether "12.500" groups thousands in this text: its decimals are written with a comma."""
    return _DECIMAL_COMMA.search(text) is not None and _DECIMAL_DOT.search(text) is None
