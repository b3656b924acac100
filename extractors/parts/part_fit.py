"""Whether one amount can be a part of another by what the two are: kind, measure, unit and size.

Belongs here: comparing two facts without looking at the text around them. Does not belong here: where
numbers stand and what they count (`part_numbers`), and whether parts add up (`part_sums`).
"""

from decimal import Decimal

from extractors.model import Fact, Kind, Measure, Qualifier
from extractors.units.units import load_units

_ADDITIVE = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY})
_SHARES = frozenset({Kind.PERCENT, Kind.PERCENT_POINTS})
_SUMMED = _ADDITIVE | _SHARES
_TIMES = frozenset({"a", "mo", "wk", "d", "h"})
_RATES = frozenset(
    {"плата", "зарплата", "цена", "тариф", "ставка", "пенсия", "стипендия", "оклад", "урожайность"}
)
_AVERAGE = ("средн", "минимальн", "максимальн")
_SIZES = 20
_ALL = 100
_SLACK = {
    Qualifier.ABOUT: Decimal("1.05"),
    Qualifier.OVER: Decimal("1.2"),
    Qualifier.AT_LEAST: Decimal("1.5"),
}


def is_amount(fact: Fact) -> bool:
    """Whether a number is an amount that can have parts."""
    return fact.kind in _ADDITIVE


def can_be_part(whole: Fact, part: Fact) -> bool:
    """Whether one number can be a part of another by kind, unit and size."""
    if part.measure is Measure.CHANGE and (whole.measure is Measure.LEVEL or part.kind in _SHARES):
        return False
    if whole.subject_head in _RATES or whole.subject.startswith(_AVERAGE):
        return False
    if part.kind is Kind.PERCENT and is_amount(whole):
        return part.value <= _ALL and part.per is None
    if whole.kind is Kind.PERCENT and whole.value > _ALL:
        return False
    if part.kind is Kind.PERCENT_POINTS and whole.kind is Kind.PERCENT:
        return part.value <= whole.value
    is_yearly = (
        whole.per in _TIMES and part.per is None and whole.kind is Kind.COUNT
    )  # "ежегодно гибнет 2 тыс."
    if whole.kind is not part.kind or whole.kind not in _SUMMED or (whole.per != part.per and not is_yearly):
        return False
    return _is_added(whole) and _same_unit(whole, part) and in_base_unit(part, part.value) <= _limit(whole)


def stand_in_row(first: Fact, second: Fact) -> bool:
    """Whether two numbers state levels of one kind, unit and size, as the members of a list do."""
    is_alike = (first.kind, first.unit, first.measure) == (second.kind, second.unit, second.measure)
    return is_alike and second.value * _SIZES >= first.value


def _is_added(fact: Fact) -> bool:
    """Whether amounts of this sort add up: those in a time do, yields and prices do not."""
    return fact.per is None or fact.per in _TIMES


def _same_unit(a: Fact, b: Fact) -> bool:
    if a.unit == b.unit:
        return True
    if a.kind is not Kind.QUANTITY or a.unit is None or b.unit is None:
        return False
    units = load_units()
    return a.unit in units and b.unit in units and units[a.unit].base_unit == units[b.unit].base_unit


def _limit(fact: Fact) -> Decimal:
    largest = fact.value_max if fact.value_max is not None else fact.value
    return in_base_unit(fact, largest) * _SLACK.get(fact.qualifier, Decimal(1))


def in_base_unit(fact: Fact, value: Decimal) -> Decimal:
    """A value of a quantity in the base unit of its kind; other values as they are."""
    if fact.kind is not Kind.QUANTITY or fact.unit is None:
        return value
    unit = load_units().get(fact.unit)
    return value * unit.factor if unit is not None else value
