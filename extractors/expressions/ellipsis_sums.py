"""Sums of money left out: which bare number is one, by its size, its clause or the number beside it.

Belongs here: "Минимальный размер оплаты – 85 тысяч", "доз на 5,2 млрд тенге, из них 1,4 млн". Does not belong
here: other units taken over (`unit_ellipsis`) and what a clause speaks of (`ellipsis_labels`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.expressions.ellipsis_frames import crosses_sentence, is_closed, is_decimal
from extractors.expressions.ellipsis_labels import is_count_label, is_given, is_money_label, label_of
from extractors.expressions.ellipsis_marks import states_level
from extractors.expressions.expression import Expression
from extractors.units.units import UnitKind

MILLION, MILLIARD = Decimal(10) ** 6, Decimal(10) ** 9
_ADJUNCT = re.compile(
    r"(?<!\w)(?:на(?:\sсумму)?|стоимостью|объ[её]мом|в\sразмере|ценой)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_FOR = re.compile(r"\s(?:(?:пойдут|пойд[её]т|направят|выделят)\s)?(?:на|для)\s[а-яё]", re.IGNORECASE)
_GIVEN = re.compile(
    r"\)?\s(?:(?:было|были|будет|будут|уже|ещ[её])\s)?(?:выдел|направ|потра[тч]|влож|израсход|затра[тч]|перечисл|предусмотр|"
    r"заложен|заложил|пошл[оаи]|пойд[уё]т|ушл[оаи]|уйд[уеё]т)\w*\s(?:на|в|для)\s[а-яё]",
    re.IGNORECASE,
)
# What counts people or measures goods in thousands of millions: "население – 8 млрд".
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:населени|жител|люд|человек|аудитори|пользовател|выработ|добы|запас|потребл|объ[её]м\s(?:воды|газа)|"
    r"просмотр|скачиван|сообщени|операци|транзакци|дерев|деревь|сажен|штук|"
    r"прибыл[оаи]?(?!\w)|приехал|посетил|родил|обуча|участву|участво|прожива|умерл|скончал|въехал|выехал|заболе|вакцинир|привит)",
    re.IGNORECASE,
)


def is_sum_of_counted(text: str, bare: Expression, found: Sequence[Expression], position: int) -> bool:
    """As in "Закуплено 2 312 000 доз на 5,2 млрд тенге, из них 1,4 млн": of the doses, not of the sum.

    So is a plain number of the next sentence: "На 12 школ дали 8 млрд тенге. Сданы 7 из них".
    """
    source = found[position]
    if source.unit is None or source.unit.kind is not UnitKind.MONEY or position == 0 or bare.value is None:
        return False
    counted = found[position - 1]
    if counted.unit is not None or counted.value is None or counted.value < bare.value:
        return False
    if crosses_sentence(text, source.end, bare.start) and source.scaled and not bare.scaled:
        return not is_decimal(bare) and not crosses_sentence(text, counted.end, source.start)
    is_adjunct = _ADJUNCT.search(text, max(0, source.start - 24), source.start) is not None
    return is_adjunct and not re.search(r"[.;:,]", text[counted.end : source.start])


def counts_others(text: str, bare: Expression, floor: int) -> bool:
    """Whether the clause of a number counts people or measures goods: "аудитория выросла до 1,2 млн"."""
    return _OF_OTHERS.search(label_of(text, bare, floor)) is not None


def is_like_sum(bare: Expression, source: Expression) -> bool:
    """Whether a scaled number is of the unit of an earlier sentence: a sum like it, no price."""
    if bare.scale < MILLION:
        return source.unit is not None and source.unit.kind is UnitKind.MONEY and bare.per is None
    return source.per is None and source.scale >= min(bare.scale, MILLION)


def is_priced(
    text: str, bare: Expression, source: Expression, found: Sequence[Expression], index: int
) -> bool:
    """As in "МРП составит 4 325 тенге, минимальная зарплата останется 85 000"."""
    if source.unit is None or source.unit.kind is not UnitKind.MONEY or not is_closed(text, bare):
        return False
    if is_money_label(text, bare, found[index - 1].per_end if index else 0):
        return True
    return bare.value is not None and bare.value >= 1000 and states_level(text, bare)


def is_printed_sum(expression: Expression) -> bool:
    """Whether a number is money in millions or more, printed with its unit."""
    is_money = expression.unit is not None and expression.unit.kind is UnitKind.MONEY
    return is_money and expression.scale >= MILLION and not expression.inferred


def is_money_of_text(text: str, found: Sequence[Expression], index: int) -> bool:
    """Whether a number is in thousands of millions of nothing: such are sums like the last one."""
    bare, floor = found[index], found[index - 1].per_end if index else 0
    if bare.scale < MILLIARD or is_count_label(text, bare, floor):
        return False
    return not counts_others(text, bare, floor)


def is_sum_by_label(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "Минимальный размер оплаты – 85 тысяч" after sums: thousands that their clause calls money.

    So are millions that somebody is given for something: "школа получит около 8 миллионов на ремонт", "ещё 35
    млн потратили на дворы".
    """
    bare, floor = found[index], found[index - 1].per_end if index else 0
    if bare.scale >= MILLION and _GIVEN.match(text, bare.end) and not _is_of_goods(found, index):
        return True
    if bare.scale >= MILLION and _FOR.match(text, bare.end) and is_given(text, bare, floor):
        return True
    return bare.scaled and is_closed(text, bare) and is_money_label(text, bare, floor)


def _is_of_goods(found: Sequence[Expression], index: int) -> bool:
    """As in "добыто 5 млн тонн, 2 млн направлено на экспорт": the number before measures something."""
    unit = found[index - 1].unit if index else None
    return unit is not None and unit.kind is UnitKind.QUANTITY
