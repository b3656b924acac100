"""Denominators stated before the number: "ежедневно размещается двух тысяч", "Килограмм говядины стоил 2 914 тенге".

Belongs here: what stands earlier in the sentence and is the denominator of the numbers that follow it. Does
not belong here: denominators behind a number (`denominators_behind`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.denominators_behind import noun_behind
from extractors.ellipsis_frames import crosses_sentence
from extractors.expression import Expression
from extractors.expressions import is_counting
from extractors.unit_forms import match_form, skip_spaces
from extractors.units import UnitKind

_I = re.IGNORECASE
_ADVERB = re.compile(
    r"(?<!\w)(?P<word>ежедневно|ежегодно|ежемесячно|еженедельно|ежесуточно|ежечасно|ежеквартально|ежеминутно|"
    r"в\s(?:день|сутки|неделю|месяц|год)(?=\s+\d|\s+(?:было|стало|около|более|порядка)))(?!\w)",
    _I,
)
_ADVERB_CODES = {
    "ежедневно": "d", "ежегодно": "a", "ежемесячно": "mo", "еженедельно": "wk", "ежесуточно": "d", "ежечасно": "h",
    "ежеквартально": "quarter", "ежеминутно": "min", "день": "d", "сутки": "d", "неделю": "wk", "месяц": "mo", "год": "a",
}  # fmt: skip
_LOCATIVE = re.compile(r"(?<!\w)(?:(?:в|за)\s+(?!день|сутки|неделю|месяц|год|час)|(?:во|на|из|с|со|для|между|среди|через|к|при)\s+)(?:\w+\s+)?$", _I)
_LEAD = (
    r"(?<!\w)(?P<lead>на|за|с|стоимост\w+|цен\w+|тариф\w*|строительств\w+|производств\w+|себестоимост\w+|содержани\w+|"
    r"обучени\w+|подготовк\w+)\s+"
)
_ONE_OF = re.compile(
    _LEAD + r"(?:одного|одну|одной|одно|один|каждого|каждую|каждый|каждое)\s+",
    _I,
)
_COSTS = re.compile(r"(?<!\w)(?:стоит|стоил\w*|обход\w+|обош\w+|экономит|приносит|вмещает|обслуживает|да[её]т)(?!\w)", _I)
_ONE_LED = re.compile(_LEAD + r"$", _I)
_ONE_FORMS = frozenset({"одного", "одну", "одной", "одно", "один", "одна"})
_MEASURE_NOUN = re.compile(
    r"(?<!\w)(?P<word>килограмм(?:а|ом)?|литр(?:а)?|тонн(?:а|ы)|баррел(?:ь|я)|кубометр(?:а)?|(?:квадратн(?:ый|ого)|кубическ(?:ий|ого))\s+метр(?:а)?|"
    r"гектар(?:а)?|киловатт-час(?:а)?|(?:тройск(?:ая|ой)\s+)?унци(?:я|и)|грамм(?:а)?)(?!\w)",
    _I,
)
_FROM_HECTARE = re.compile(r"(?<!\w)с\s+(?:каждого\s+)?(?:гектара|га)(?!\w)", _I)
_NUMBERED = re.compile(r"(?:\d|тыс\.?|млн\.?|млрд\.?|тысяч\w*|миллион\w*|миллиард\w*|[а-яё]+[тц]ь|два|две|три|четыре|полтора|полторы)\s+(?:\w+\s+)?$", _I)
_PRICE = re.compile(r"(?<!\w)(?:сто(?:ит|ил|ят|имост)\w*|цен[аыеуо]\w*|обош\w+|обход\w+|тариф\w*|прода[её]т\w*|торгу\w+|взнос\w*|котир\w+)", _I)
_FALLS_TO = re.compile(r"(?<!\w)(?:приход\w+|прихож\w+|приш[её]?л\w+|выпада\w+|составля\w+|[–—])", _I)
_ON = re.compile(r"(?<!\w)на\s+(?:кажды[ех]\s+)?$", _I)
_SAME_MEASURE = re.compile(r"(?<!\w)(?:этот|данный|такой)\s+показател\w+|(?<!\w)сам(?:ое|ый|ая)\s+(?:дорог|деш[её]в)\w+", _I)
_ROUND = frozenset(Decimal(10) ** power for power in range(7))
_REACH = 160


@dataclass(frozen=True, slots=True)
class _Stated:
    """A denominator in force: its code, where it ends, and whether it is one of prices only."""

    code: str
    end: int
    is_price: bool


def with_denominators_before(
    text: str, found: Sequence[Expression]
) -> tuple[list[Expression], list[Expression]]:
    """The expressions with denominators stated before them, and those that are denominators themselves."""
    kept: list[Expression] = []
    denominators: list[Expression] = []
    stated: _Stated | None = None
    for index, expression in enumerate(found):
        floor = found[index - 1].per_end if index else 0
        if stated is not None and (crosses_sentence(text, stated.end, expression.start) or "\n" in text[stated.end : expression.start]):
            stated = stated if _goes_on(text, stated, expression, floor) else None
        own = _denominator_itself(text, expression, found[index + 1 :])
        if own is not None:
            stated = own
            denominators.append(expression)
            continue
        stated = _stated_between(text, max(floor, expression.start - _REACH), expression) or stated
        kept.append(_with(text, expression, stated, floor, kept))
    return kept, denominators


def _goes_on(text: str, stated: _Stated, expression: Expression, floor: int) -> bool:
    """ "В многоквартирных домах этот показатель равен 248 тыс.": the measure goes on in the next sentence."""
    return "\n" not in text[stated.end : expression.start] and _SAME_MEASURE.search(text, floor, expression.start) is not None


def _denominator_itself(text: str, expression: Expression, following: Sequence[Expression]) -> _Stated | None:
    """ "На 10 тысяч занятых приходится 28", "на каждые 100 свадеб – 36", "На 1 тенге вложений приходится 4,3"."""
    if expression.value == 1 and expression.words and expression.words[0] in _ONE_FORMS and following:
        return _one_itself(text, expression, following[0])
    if is_counting(expression.unit) and expression.unit is not None:
        return None
    if expression.value not in _ROUND or expression.value_max is not None or not following:
        return None
    if not _ON.search(text, max(0, expression.start - 12), expression.start):
        return None
    next_start = following[0].start
    if crosses_sentence(text, expression.end, next_start) or not _FALLS_TO.search(text, expression.end, next_start):
        return None
    amount = int(expression.value or 1)
    noun = expression.unit.code if expression.unit is not None else _thing_at(text, expression.end)[0]
    if noun is None:
        return None
    return _Stated(noun if amount == 1 else f"{amount} {noun}", expression.end, is_price=False)


def _one_itself(text: str, expression: Expression, following: Expression) -> _Stated | None:
    """ "стоимость одного места сложилась", "Один прибор обходится в 9 тысяч": the price of one."""
    led = _ONE_LED.search(text, max(0, expression.start - 24), expression.start)
    if led is None and not _COSTS.search(text, expression.end, following.start):
        return None
    if crosses_sentence(text, expression.end, following.start):
        return None
    code = expression.unit.code if expression.unit is not None else _thing_at(text, expression.end)[0]
    is_price = led is None or led["lead"].lower() not in ("на", "за", "с")
    return None if code is None else _Stated(code, expression.end, is_price=is_price)


def _stated_between(text: str, start: int, expression: Expression) -> _Stated | None:
    """The last denominator stated between the number before and this one."""
    end = expression.start
    found = [*_ones(text, start, end), *_measures(text, start, end), *_yields(text, start, end)]
    near = [stated for stated in found if not crosses_sentence(text, stated.end, end)]
    return max(near, key=lambda stated: stated.end, default=None)


def _ones(text: str, start: int, end: int) -> list[_Stated]:
    """ "на одного жителя", "стоимость одного квадратного метра"."""
    out = []
    for match in _ONE_OF.finditer(text, start, end):
        code, noun_end = _thing_at(text, match.end())
        if code is not None:
            is_rate = match["lead"].lower() in ("на", "за", "с")
            out.append(_Stated(code, noun_end, is_price=not is_rate))
    return out


def _thing_at(text: str, position: int) -> tuple[str | None, int]:
    start = skip_spaces(text, position)
    for role in ("unit", "per_noun"):
        form = match_form(text, start, role)
        if form is not None:
            return form.form.code, form.end
    return noun_behind(text, start - 1), start


def _measures(text: str, start: int, end: int) -> list[_Stated]:
    """ "Килограмм говядины стоил", "цена литра бензина": a measure in the singular without a number."""
    out = []
    for match in _MEASURE_NOUN.finditer(text, start, end):
        if _NUMBERED.search(text, max(0, match.start() - 16), match.start()):
            continue
        form = match_form(text, match.start(), "unit")
        sentence_start = max(text.rfind("\n", 0, match.start()), match.start() - _REACH, 0)
        if form is not None and _PRICE.search(text, sentence_start, end):
            out.append(_Stated(form.form.code, match.end(), is_price=True))
    return out


def _yields(text: str, start: int, end: int) -> list[_Stated]:
    """ "с гектара брали по 13,7 центнера"."""
    return [_Stated("har", match.end(), is_price=False) for match in _FROM_HECTARE.finditer(text, start, end)]


def _with(text: str, expression: Expression, stated: _Stated | None, floor: int, before: Sequence[Expression]) -> Expression:
    if expression.per is not None or expression.value is None:
        return expression
    kind = None if is_counting(expression.unit) or expression.unit is None else expression.unit.kind
    if kind in (UnitKind.PERCENT, UnitKind.PERCENT_POINTS, UnitKind.RATIO):
        return expression
    if stated is not None and (kind is UnitKind.MONEY or not stated.is_price) and not _is_located(text, expression):
        if kind is None or kind in (UnitKind.MONEY, UnitKind.QUANTITY):
            return replace(expression, per=stated.code)
    code = _adverb(text, expression, floor)
    return expression if code is None else replace(expression, per=code)


def _is_located(text: str, expression: Expression) -> bool:
    is_count = is_counting(expression.unit)
    return is_count and _LOCATIVE.search(text, max(0, expression.start - 20), expression.start) is not None


def _adverb(text: str, expression: Expression, floor: int) -> str | None:
    """ "ежегодно меняют не больше 300 км", "рейсов в неделю 842", in one clause."""
    if _is_located(text, expression):
        return None
    start = max(floor, expression.start - 70)
    clause = re.split(r"[.,;:()\n]", text[start : expression.start])[-1]
    matches = list(_ADVERB.finditer(clause + text[expression.start : expression.start + 1], 0))
    if not matches:
        return None
    return _ADVERB_CODES[matches[-1]["word"].lower().split()[-1]]

