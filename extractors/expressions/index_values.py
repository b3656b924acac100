"""Bare values of an index, a score or a rate: "индекс развития – 0,9009", "17,9 на 1000 человек".

Belongs here: which number without a unit is no count but a value on a scale. Does not belong here: scores
with their word ("36 баллов", `units`) and values that take their unit from another (`unit_ellipsis`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.carried_rates import is_rate_code
from extractors.expressions.ellipsis_frames import crosses_sentence, is_decimal
from extractors.expressions.expression import Expression
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.numbers.numerals import Ending
from extractors.units.units import UnitKind, load_units

_SCORE = "{score}"
_TIME_CODES = frozenset(
    {"s", "min", "h", "d", "wk", "mo", "a", "quarter", "half_year", "смена", "сезон", "ночь"}
)
_SCALE = re.compile(
    r"(?<!\w)(?:(?<!физического\s)(?:индекс|показатель\sиндекса)(?!\w*\s+(?:\w+\s+){0,2}(?:цен|физическ|производств|промышл|объ[её]м|выпуск|рост|тариф))\w*|"
    r"коэффициент\w*|КПД|(?:средн\w+\s|проходн\w+\s)балл\w*|GPA|ИЧР|ИФО\sкоэф|магнитуд\w+(?:\s[A-Za-z]+)?|энергетическ\w+\sкласс\w*|pH|водородн\w+\sпоказател\w+)(?!\w)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\s+пункт(?:а|ов|ам)?(?!\w)", re.IGNORECASE)
_BY = re.compile(r"(?<!\w)на\s+(?:\w+\s+)?$", re.IGNORECASE)
_OTHER_MEASURE = re.compile(r"(?<!\w)(?:число|количество|численность)(?!\w)", re.IGNORECASE)
_ON = re.compile(r"\s+на\s", re.IGNORECASE)
_INSET_END = re.compile(r",\s[–—]\s$")
_LIMIT = 10_000
_REACH = 110


def with_index_values(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, bare values of a scale with the unit of a score."""
    out: list[Expression] = []
    for index, expression in enumerate(found):
        floor = _floor(text, found, index)
        points = _POINTS.match(text, expression.end)
        if points is not None and _is_of_shares(text, found, index):
            out.append(replace(expression, end=points.end(), per_end=points.end(), unit=load_units()["pp"]))
            continue
        is_first = index == 0 or found[index - 1].per != expression.per
        is_value = _is_rate(text, expression, is_first=is_first) or _is_on_scale(text, expression, floor)
        out.append(replace(expression, unit=load_units()[_SCORE]) if is_value else expression)
    return out


def _floor(text: str, found: Sequence[Expression], index: int) -> int:
    """Where the label of a number may begin: behind the number before it, unless that stands in an inset.

    As in "индекс доверия, рассчитанный по опросу 21 тыс. семей, – 0,68".
    """
    if index == 0:
        return 0
    before, start = found[index - 1], found[index].start
    if _INSET_END.search(text, max(before.end, start - 4), start) is None:
        return before.per_end
    low = found[index - 2].per_end if index > 1 else 0
    comma = text.rfind(",", low, before.start)
    return before.per_end if comma < 0 else low


def _is_of_shares(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "доля выросла на 3 пункта – до 25 процентов": points beside a percentage are of it."""
    expression = found[index]
    if expression.unit is not None or not _BY.search(text, max(0, expression.start - 12), expression.start):
        return False
    beside = [*found[max(0, index - 2) : index], *found[index + 1 : index + 2]]
    return any(
        other.unit is not None
        and other.unit.kind is UnitKind.PERCENT
        and not crosses_sentence(text, min(other.end, expression.end), max(other.start, expression.start))
        for other in beside
    )


def _is_bare(expression: Expression, limit: int | None = _LIMIT) -> bool:
    return (
        expression.unit is None
        and expression.value is not None
        and not expression.scaled
        and expression.word_class is None
        and expression.ending is Ending.NONE
        and (limit is None or abs(expression.value) < limit)
    )


def _is_rate(text: str, expression: Expression, *, is_first: bool) -> bool:
    """As in "7,12 на 1 000 родившихся": only the denominator stands behind the number.

    Or a fraction that counts nothing is the first number behind it: "на 10 тыс. человек составляет 80,2".
    """
    is_behind = _ON.match(text, expression.end) is not None and expression.per_end > expression.end
    is_round = is_first and is_rate_code(expression.per) and is_decimal(expression)
    return (
        (is_behind or is_round)
        and expression.per is not None
        and expression.per not in _TIME_CODES
        and _is_bare(expression, limit=None if is_decimal(expression) else _LIMIT)
        and not counts_what_follows(text, expression.end)
    )


def _is_on_scale(text: str, expression: Expression, floor: int) -> bool:
    """Whether the label before a bare number names an index, a coefficient or a mean score."""
    if not _is_bare(expression):
        return False
    start = max(floor, expression.start - _REACH)
    matches = list(_SCALE.finditer(text, start, expression.start))
    if not matches or crosses_sentence(text, matches[-1].end(), expression.start):
        return False
    if _OTHER_MEASURE.search(text, matches[-1].end(), expression.start):
        return False
    return not counts_what_follows(text, expression.end)
