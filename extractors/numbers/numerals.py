"""Digits: where numbers stand in raw text and what they are worth.

Belongs here: digit groups with every separator in use, decimals, and endings glued to them
("43-х"). Does not belong here: numbers in words (`number_words`), scales, units and ranges
(`expressions`), and whether a number states a fact.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from extractors.records import record

GROUP_SPACES = " \u00a0\u202f\u2009'’"
MOST_DIGITS = 15
"""More digits before the decimal mark than this name something (an account, a code) and count nothing."""


_TOO_MUCH = Decimal(10) ** MOST_DIGITS
_NEVER_GLUED = frozenset({" ", ".", ",", "%", ")", "\u00a0", "\n", ""})


class Ending(StrEnum):
    """What letters glued to a number with a hyphen make of it."""

    NONE = "none"
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    COMPOUND = "compound"


@record
class Numeral:
    """A number in digits.

    Attributes:
        start: Offset of its first digit.
        end: Offset after its last character, a glued ending included.
        value: Its value, grouping and decimal marks resolved; None where it is too long to count anything.
        ending: What a glued ending says.
    """

    start: int
    end: int
    value: Decimal | None
    ending: Ending


_NUMERAL = re.compile(
    # "12, 1 млн": a space slipped in behind the decimal comma.
    rf"(?<!\d[,;] )\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})*, \d"
    r"(?=\s?(?:тыс|млн|млрд|трлн|%)(?![а-яё])|\s(?:миллион|миллиард|процент|раза))|"
    # "492 ,0": the same before it, where no comma of a clause stands.
    r"(?<![\d.,:/-])\d{1,3} ,\d{1,2}(?=\s?(?:%|[а-яё]))|"
    r"(?<![\d.,:/-])0, \d{1,2}(?!\d|[,.:/-]\d|, \d| и \d)|"
    r"(?:(?<=[сС] )|(?<=со ))\d{1,3}, \d(?= до \d)|"
    rf"\d(?:\d{{0,2}}(?:[{GROUP_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+(?![.,]?\d))?"
    r"|\d{0,2}(?:\.\d{3})+,\d+"
    r"|\d{0,2}(?:\.\d{3}){2,}(?!\d)"
    r"|\d{0,2}(?:,\d{3})+\.\d{1,2}(?![\d.])"
    r"|\d{0,2}(?:,\d{3}){2,}(?!\d)"
    r"|\d*(?:\.\d+|,\d+(?!,\d))?)"
    # "1 500-00 тенге": no kopecks; "500+ кг": the plus is a bound.
    r"(?:[-–=]00(?=[ \u00a0]?(?:тенге|тг|руб|р\.|сом|сум|леев|долл|евро))|\+(?=[ \u00a0]?[а-яё]|%))?"
)
_DIGIT = re.compile(r"\d")
_GROUP_MARK = re.compile(rf"[{GROUP_SPACES}]")
_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d{1,2}")
_TAIL = re.compile(r"[-–=]00$|\+$")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_ONE_DOT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL_COMMA = re.compile(r"\d,\d")
_DECIMAL_DOT = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])\s?(?:%|млн|млрд|тыс|трлн|процент|раз)")
# "21,056 человек", "2.345 семей": nobody counts such in thousandths, so the mark groups thousands; behind a
# fraction a noun stands in the genitive singular ("2,345 семьи"). Nor is anything told in round thousandths
# behind a dot: "5.000 тонн", "12.500 рублей".
_GROUP_OF_WHOLES = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}(?=[ \u00a0](?:человек|жител|избирател|учащихся|голосов|семей|детей|"
    r"студент|предприяти|организаци|рабочих\sмест|заявок|обращени|граждан|пенсионер|работник|безработн|абонент|"
    r"пациентов|учеников|школьников|сотрудников|участников|туристов|специалистов|женщин|домов|квартир|хозяйств|"
    r"объектов|проектов|договоров|справок|жалоб|посещений|проверок|преступлений|автомобилей|экземпляров|саженцев|"
    r"деревьев)(?!\w*\s+на\s))"
    r"|\.000(?=[ \u00a0](?!тыс|млн|млрд|трлн|миллион|миллиард)[а-яё])"
    r"|\.\d00(?=[ \u00a0](?:рублей|тенге|долларов|сомов|сумов)(?!\w)))",
    re.IGNORECASE,
)
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


# "по остальным 4-м проектам", "3-м новым школам": a dative of many, where "в 4-м квартале" is of one.
_TO_FEW = re.compile(r"[ \u00a0](?:[а-яё]+[ыи]м[ \u00a0]){0,2}[а-яё]{2,}[ая]м(?!\w)")


def ending_of(letters: str, value: Decimal | None = None) -> Ending:
    """What the letters after "N-" make of it: "х" a cardinal, "й" an ordinal, "летний" a compound.

    "5-ю" is of five, "34-ю" the thirty-fourth: cardinals on one to four have no such case.
    """
    low = letters.lower()
    if low == "ю" and value is not None and 1 <= value % 10 <= 4 and not 11 <= value % 100 <= 14:
        return Ending.ORDINAL
    if low in _CARDINAL_ENDINGS:
        return Ending.CARDINAL
    if low in _ORDINAL_ENDINGS:
        return Ending.ORDINAL
    return Ending.COMPOUND


def parse_numeral(printed: str, *, dot_groups: bool = False) -> Decimal:
    """The value of digits as printed ("1 234 567,8", "1.234,5", "12.5").

    Args:
        printed: Digits with their marks.
        dot_groups: Whether a lone dot before exactly three digits groups thousands, else it is a decimal.

    Raises:
        ValueError: When the text is no numeral of ours.
    """
    bare = _TAIL.sub("", _GROUP_MARK.sub("", printed))  # the space behind a decimal comma too
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
    for start, end in _spans(text):
        printed = text[start:end]
        value = _value(text, printed, end, dot_groups=groups)
        if value is not None and value < 1000 and end - start > 4 and _GROUP_OF_WHOLES.match(text, start):
            value *= 1000
        glued = None if text[end : end + 1] in _NEVER_GLUED else _ENDING.match(text, end)
        if glued is None:
            yield Numeral(start, end, value, Ending.NONE)
            continue
        kind = ending_of(glued["letters"] or glued["glued"], value)
        if kind is Ending.ORDINAL and _is_to_few(text, glued, value):
            kind = Ending.CARDINAL
        stop = end if kind is Ending.COMPOUND else glued.end()
        yield Numeral(start, stop, value, kind)


def _is_to_few(text: str, glued: re.Match[str], value: Decimal | None) -> bool:
    """As in "двум, трём, четырём": only these cardinals end in "м"."""
    if glued["letters"] not in ("м", "ём", "ем") or value is None or not _ends_in_few(value):
        return False
    return _TO_FEW.match(text, glued.end()) is not None


def _ends_in_few(value: Decimal) -> bool:
    return 2 <= value % 10 <= 4 and not 12 <= value % 100 <= 14


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each number; a digit is soon found, and every digit starts one or lies in one."""
    end = 0
    while (digit := _DIGIT.search(text, end)) is not None:
        match = _NUMERAL.match(text, digit.start())
        assert match is not None
        start, end = match.span()
        yield start, end


def _value(text: str, printed: str, end: int, *, dot_groups: bool) -> Decimal | None:
    """The value of a match, None for more digits than count anything."""
    if len(printed) <= MOST_DIGITS and printed.isdecimal():
        return Decimal(printed)
    if len(printed) > 4 * MOST_DIGITS:
        return None
    value = parse_numeral(printed, dot_groups=dot_groups and _SCALE_NEXT.match(text, end) is None)
    return value if value < _TOO_MUCH else None


def dots_group(text: str) -> bool:
    """Whether "12.500" groups thousands in this text: its decimals are written with a comma."""
    return _DECIMAL_COMMA.search(text) is not None and _DECIMAL_DOT.search(text) is None
