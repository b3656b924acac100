"""Writes a number out the way people do, knowing nothing of the code that reads it back.

Belongs here: digits with every separator, scales, words in every case. Words are inflected by
pymorphy3 from nominatives listed here, not by the extractor's own table.
"""

from decimal import Decimal
from functools import cache

import pymorphy3

CASES = ("nomn", "gent", "datv", "ablt", "loct")
SEPARATORS = (" ", "\u00a0", "\u202f", "\u2009", "'")
SCALES = ((10**12, "триллион"), (10**9, "миллиард"), (10**6, "миллион"), (10**3, "тысяча"))
SHORT_SCALES = ((10**12, "трлн"), (10**9, "млрд"), (10**6, "млн"), (10**3, "тыс."))
HUNDREDS = (
    "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
)  # fmt: skip
TENS = (
    "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
)  # fmt: skip
TEENS = (
    "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать",
    "семнадцать", "восемнадцать", "девятнадцать",
)  # fmt: skip
ONES = (
    "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
)  # fmt: skip

_ANALYZER = pymorphy3.MorphAnalyzer()


def grouped(value: int, separator: str) -> str:
    """Digits in groups of three: 1234567 as "1 234 567"."""
    return f"{value:,}".replace(",", separator)


def decimal_digits(value: Decimal, separator: str, mark: str) -> str:
    """Digits with a fraction: "1 234,5"."""
    whole, _, fraction = f"{value:f}".partition(".")
    digits = grouped(int(whole), separator) if separator else whole
    return f"{digits}{mark}{fraction}" if fraction else digits


def with_scale(mantissa: Decimal, scale: str, mark: str) -> str:
    """A mantissa and a scale word: "5,3 млн"."""
    return f"{f'{mantissa:f}'.replace('.', mark)} {scale}"


@cache
def inflected(word: str, case: str, gender: str = "") -> str:
    """A numeral in a case, and in a gender where it has one."""
    for parse in _ANALYZER.parse(word):
        if parse.tag.POS in ("NUMR", "ADJF") and parse.normal_form.replace("ё", "е") == word:
            wanted = (
                {case, gender} if gender and word in ("один", "два") and _has_gender(word, case) else {case}
            )
            form = parse.inflect(wanted)
            if form is not None:
                return str(form.word)
    raise ValueError(f"no form of {word!r} in {case}")


def _has_gender(word: str, case: str) -> bool:
    return word == "один" or case == "nomn"


def counted(noun: str, count: int, case: str) -> str:
    """A scale noun as its number asks for it: "тысяча", "две тысячи", "пяти тысячам"."""
    last, last_two = count % 10, count % 100
    is_one = last == 1 and last_two != 11
    if case != "nomn":
        wanted = {case, "sing" if is_one else "plur"}
    elif is_one:
        wanted = {"nomn", "sing"}
    elif 2 <= last <= 4 and not 12 <= last_two <= 14:
        wanted = {"gent", "sing"}
    else:
        wanted = {"gent", "plur"}
    parse = next(p for p in _ANALYZER.parse(noun) if p.tag.POS == "NOUN")
    return str(parse.inflect(wanted).word)


def group_words(value: int, case: str, gender: str) -> list[str]:
    """The words of a number under a thousand."""
    words = []
    if value >= 100:
        words.append(inflected(HUNDREDS[value // 100 - 1], case))
    rest = value % 100
    if 10 <= rest < 20:
        words.append(inflected(TEENS[rest - 10], case))
        return words
    if rest >= 20:
        words.append(inflected(TENS[rest // 10 - 2], case))
    if rest % 10:
        words.append(inflected(ONES[rest % 10 - 1], case, gender))
    return words


def in_words(value: int, case: str = "nomn") -> str:
    """A whole number in words, in a case."""
    words: list[str] = []
    for scale, noun in SCALES:
        count = value // scale
        if count:
            words += group_words(count, case, "femn" if noun == "тысяча" else "masc")
            words.append(counted(noun, count, case))
            value %= scale
    return " ".join([*words, *group_words(value, case, "masc")])
