"""Fractions in words: "две трети", "одна пятая", "семь десятых".

Belongs here: telling "одна пятая" and "пятая часть" from "двадцать пятая", and the value of a part. Does not
belong here: any other number in words (`number_words`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.numbers.number_table import NumberWord, WordClass

_SIX_PLACES = Decimal("0.000001")
_THIRDS = {1: Decimal("33.333333"), 2: Decimal("66.666667")}
_SINGULAR = ("ая", "ой", "ую")
_PLURAL = ("ых", "ым", "ыми")
# "на третью строчку", "в третью смену": the feminine ordinal; "с третью жителей" is a part.
_ACCUSATIVE = re.compile(r"\s{1,2}(?!част(?:ь|и|ью)(?![а-я])|дол[юи](?![а-я]))[а-я]{2,}(?:[ую]|сть)(?![а-я])")
_PART_NOUN = re.compile(r"[ \u00a0]{1,2}(?:част(?:ь|и|ью)|дол(?:я|и|ю|ей))(?![а-я])")
_OF_A_WRITING = re.compile(
    r"\s{1,2}(?:стать|кодекс|закон|пункт|конвенц|документ|фильм|роман|книг|трилог|экзам|налог|учен|цикл)"
)
_NOT_A_PART = re.compile(r"\s+(?:мест|позици|строч|разряд|класс|этаж|номер|курс|групп|очеред|школ|квартал)")


def is_fraction(folded: str, numerator: Sequence[NumberWord], start: int, denominator: NumberWord) -> bool:
    """Whether an ordinal behind cardinal words is the denominator of a fraction.

    Args:
        folded: The whole text, folded.
        numerator: The words before the ordinal.
        start: Offset of the ordinal.
        denominator: The ordinal.
    """
    if denominator.word_class is not WordClass.ORDINAL or denominator.value is None or denominator.value < 4:
        return False
    if len(numerator) != 1 or numerator[0].word_class is not WordClass.CARDINAL:
        return False
    count = numerator[0].value
    if count is None or not 1 <= count < 10 or count >= denominator.value:
        return False
    endings = _SINGULAR if count == 1 else _PLURAL
    if not denominator.form.endswith(endings):
        return False
    return _NOT_A_PART.match(folded, start + len(denominator.form)) is None


def is_before_accusative(folded: str, end: int) -> bool:
    """Whether "третью" that ends at `end` goes with a feminine accusative: the third one of its kind."""
    return _NOT_A_PART.match(folded, end) is not None or _ACCUSATIVE.match(folded, end) is not None


def part_noun_end(folded: str, end: int, word: NumberWord) -> int | None:
    """Where "пятая часть" ends, None where the ordinal that ends at `end` makes no fraction."""
    if word.word_class is not WordClass.ORDINAL or word.value is None or word.value < 3:
        return None
    if not word.form.endswith((*_SINGULAR, "ья", "ью", "ьей")):
        return None
    noun = _PART_NOUN.match(folded, end)
    return None if noun is None or _OF_A_WRITING.match(folded, noun.end()) else noun.end()


def fraction_of(words: Sequence[NumberWord]) -> tuple[Decimal, Decimal]:
    """A part as a percentage and as a plain number: "три четверти" is 75 and 0.75."""
    last = words[-1]
    count = words[0].number if len(words) > 1 else Decimal(1)
    if last.lemma == "треть":
        share = _THIRDS.get(int(count), Decimal(100))
        return share, (share / 100).quantize(_SIX_PLACES)
    if last.word_class is WordClass.PART:
        return last.number * count, last.number * count / 100
    share = (100 * count / last.number).quantize(_SIX_PLACES).normalize()
    return share + 0, (count / last.number).quantize(_SIX_PLACES).normalize() + 0
