"""Numbers that are part of a denominator themselves: "На 10 тысяч занятых – 28", "Один прибор стоит 9 тысяч".

Belongs here: telling such a number by what leads to it and to the next one. Does not belong here: the numbers
that it then governs (`denominators_before`) and denominators without a number (`denominators_stated`).
"""

import re
from decimal import Decimal

from extractors.expressions.denominators_behind import noun_behind
from extractors.expressions.denominators_stated import (
    LEAD,
    Stated,
    is_rate_lead,
    thing_at,
)
from extractors.expressions.ellipsis_frames import crosses_sentence
from extractors.expressions.expression import Expression
from extractors.expressions.expressions import is_counting
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.units.units import UnitKind

_I = re.IGNORECASE
_ONE_LED = re.compile(LEAD + r"$", _I)
_ONE_FORMS = frozenset({"одного", "одну", "одной", "одно", "один", "одна"})
_COSTS = re.compile(
    r"(?<!\w)(?:стоит|стоил\w*|прода[юё]\w+|прода[её]т\w*|покупа\w+|обход\w+|обош\w+|экономит|приносит|вмещает|обслуживает|да[её]т)(?!\w)",
    _I,
)
_FALLS_TO = re.compile(
    r"(?<!\w)(?:приход\w+|прихож\w+|приш[её]?л\w+|выпада\w+|(?<!и\s)(?<!,\s)состав[ли]\w+)|^[^,]*(?:[–—]|\s-\s)",
    _I,
)
# "На 1 рубль бюджета привлечено 5 рублей": what one of a currency draws; "подорожал на 1 рубль" tells none.
_DRAWS = re.compile(
    r"(?!\s(?:меньше|больше|дешевле|дороже)\s)[^,;:]*(?<!\w)(?:привлеч[её]н[оаы]?|привлека\w+|привлекл[иа]|вложен[оаы]?|вложил[иа]?|получ(?:ен[оаы]?|ил[иа]?|ают|ает|аем)|"
    r"возвраща\w+|верн[еёу]\w+|прин[её]с\w*|принос\w+|да[её]т|дают|дал[иа]?)(?!\w)",
    _I,
)
_HEADS = re.compile(
    r"\s(?:[^\W\d_]+\s){0,2}(?:населения|жителей|человек):\s", _I
)  # "на 1000 жителей: в Ухте 15"
_ON = re.compile(r"(?<!\w)на\s+(?:кажд(?:ы[ех]|ую|ый|ое|ого)\s+)?$", _I)
_CHANGED_BY = re.compile(
    r"(?<!\w)(?:вырос|возрос|увелич|сократ|сокращ|сниз|сниж|уменьш|повы[сш]|упал|прибав|расшир|рост|прирост|больше|меньше|"
    r"выше|ниже)\w*\s+(?:[^\W\d_]+\s+){0,2}на\s+$",
    _I,
)
# "На 100 браков 33 развода": nothing but the noun between, at the start of a sentence.
_ON_FIRST = re.compile(r"(?:^|[.!?;\n]\s*)На\s+(?:кажды[ех]\s+)?$")
_NOUNS_ONLY = re.compile(r"\s(?:[^\W\d_]+\s){1,3}")
# "На 100 кобыл в 2023 году получено по 80": a time and what is got of them.
_IS_GOT = re.compile(
    r"\s(?:(?!\w+[ая]х\s)[^\W\d_]+\s){1,3}(?:(?:в|за)\s\d{4}\s(?:году?|г\.)\s)?(?:было\s)?"
    r"(?:получ|регистрир|зарегистрир|насчит|родил|рожд|собира|собран|претенд)[а-яё]+\s(?:(?:по|около|более|почти|до)\s)?",
    _I,
)
_IN_TERMS = re.compile(r"(?<!\w)в\s(?:рас|перес)ч[её]те\sна\s(?:каждые\s)?$", _I)
_EQUALS = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}[–—-]\s+(?:(?:около|более|почти|от|до|за|по|всего)\s+){0,2}")
# "Смертность на 100 тыс. населения снизилась": an indicator is told of so many heads.
_OF_POPULATION = re.compile(r"\s(?:[^\W\d_]+\s){0,2}?(?:населения|родивш\w+|живорожд\w+)(?!\w)", _I)
_INDICATOR = re.compile(
    r"(?<!\w)(?:обеспеченност|[а-яё]*смертност|рождаемост|заболеваемост|инвалидност|преступност|брачност|разводимост|"
    r"распростран[её]нност|плотност|нагрузк|потреблен|показател|коэффициент|числ|количеств|уров[не]|выявляемост)[а-яё]*\s"
    r"(?:[^\W\d_]+\s){0,6}на\s(?:кажд(?:ы[ех]|ую)\s)?$",
    _I,
)
_CAPACITY = re.compile(r"\s(?:[^\W\d_]+\s)?(?:мест|ко[ей]к|посещени)", _I)
_ROUND = frozenset(Decimal(10) ** power for power in range(7))
_PLAIN = (None, WordClass.CARDINAL, WordClass.SCALE)
_INDICATOR_REACH = 110
_SHARES = (UnitKind.PERCENT, UnitKind.PERCENT_POINTS, UnitKind.RATIO)


def denominator_itself(text: str, expression: Expression, following: Expression) -> Stated | None:
    """As in "На 10 тысяч занятых приходится 28", "на каждые 100 свадеб – 36", "Один прибор стоит 9 тысяч"."""
    if crosses_sentence(text, expression.end, following.start):
        return None
    if _is_exchanged(expression, following):
        return Stated(_thing_of(text, expression) or "", expression.end, is_price=True)
    if _is_priced(text, expression, following) and expression.unit is not None:
        return Stated(expression.unit.code, expression.end, is_price=True)
    if expression.value == 1 and (not expression.words or expression.words[0] in _ONE_FORMS):
        itself = _one_itself(text, expression, following)
        if itself is not None:
            return itself
    is_plain = expression.word_class in _PLAIN and expression.ending is Ending.NONE
    is_share = expression.unit is not None and expression.unit.kind in _SHARES
    if expression.value not in _ROUND or expression.value_max is not None or not is_plain or is_share:
        return None
    if not _ON.search(text, max(0, expression.start - 12), expression.start):
        return None
    if _CHANGED_BY.search(text, max(0, expression.start - 40), expression.start):
        return None  # "сокращены на 10 тыс. га"
    gap = text[expression.end : following.start]
    is_headed = expression.value > 1 and expression.unit is None and _HEADS.match(gap)
    is_led = (
        _IN_TERMS.search(text, max(0, expression.start - 24), expression.start)
        or _FALLS_TO.search(gap)
        or is_headed
        or (_is_one_of_money(expression, following) and _DRAWS.match(gap))
        or (expression.value > 1 and _is_base_of_indicator(text, expression))
        or (
            expression.value > 1
            and _ON_FIRST.search(text, max(0, expression.start - 12), expression.start)
            and (
                _NOUNS_ONLY.fullmatch(text, expression.end, following.start)
                or _IS_GOT.fullmatch(text, expression.end, following.start)
            )
        )
    )
    if not is_led:
        return None
    noun = _thing_of(text, expression)
    amount = int(expression.value)
    code = noun if amount == 1 else f"{amount} {noun}"
    return None if noun is None else Stated(code or "", expression.end, is_price=False)


def _is_base_of_indicator(text: str, expression: Expression) -> bool:
    """As in "Обеспеченность врачами на 10 тыс. населения выросла": "школа на 100 мест" is a size."""
    start, end = expression.start, expression.number_end
    if _OF_POPULATION.match(text, end):
        return True
    is_led = _INDICATOR.search(text, max(0, start - _INDICATOR_REACH), start) is not None
    return is_led and not _CAPACITY.match(text, end)


def _is_exchanged(expression: Expression, following: Expression) -> bool:
    """As in "1 доллар стоил 520 тенге": one of a currency, told in another."""
    unit, other = expression.unit, following.unit
    if expression.value != 1 or expression.scaled or expression.inferred or unit is None or other is None:
        return False
    return unit.kind is UnitKind.MONEY and other.kind is UnitKind.MONEY and unit.code != other.code


def _is_one_of_money(expression: Expression, following: Expression) -> bool:
    """As in "на 1 рубль вложений получено 7 рублей": one and what it brings, in the same currency."""
    unit, other = expression.unit, following.unit
    is_one = expression.value == 1 and not expression.scaled and not expression.inferred
    return is_one and unit is not None and unit.kind is UnitKind.MONEY and unit == other


def _is_priced(text: str, expression: Expression, following: Expression) -> bool:
    """As in "1 кг – 450 тенге": one of a measure and its price."""
    unit, other = expression.unit, following.unit
    if expression.value != 1 or expression.scaled or unit is None or other is None:
        return False
    is_price = unit.kind is UnitKind.QUANTITY and unit.base_unit != "s" and other.kind is UnitKind.MONEY
    return is_price and _EQUALS.fullmatch(text, expression.end, following.start) is not None


def _thing_of(text: str, expression: Expression) -> str | None:
    if expression.unit is None:
        return thing_at(text, expression.end)[0]
    return noun_behind(text, expression.number_end) if is_counting(expression.unit) else expression.unit.code


def _is_time(expression: Expression) -> bool:
    return expression.unit is not None and expression.unit.base_unit == "s"


def _one_itself(text: str, expression: Expression, following: Expression) -> Stated | None:
    """As in "стоимость одного места сложилась": the price of one."""
    led = _ONE_LED.search(text, max(0, expression.start - 24), expression.start)
    is_measure = expression.unit is None or expression.unit.kind in (UnitKind.QUANTITY, UnitKind.COUNTING)
    if expression.scaled or expression.pair or not is_measure:
        return None
    if led is None and expression.unit is not None and not expression.words:
        return None
    if led is None and not _COSTS.search(text, expression.end, following.start):
        return None
    if led is not None and led["lead"].lower() == "на" and _is_time(expression):
        return None  # "сократили на один год"
    code = _thing_of(text, expression)
    is_price = led is None or not is_rate_lead(led["lead"])
    return None if code is None else Stated(code, expression.end, is_price=is_price)
