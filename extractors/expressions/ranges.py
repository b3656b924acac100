"""Ranges: two amounts that bound one number ("от 5 до 7", "10–15", "пять-семь", "два-три десятка").

Belongs here: joining the second amount to the first. Does not belong here: "с A до B", which states
two levels (`pairs`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.amounts import read_amount
from extractors.expressions.expression import Expression
from extractors.expressions.unit_after import unit_after
from extractors.numbers.atoms import Atom
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.units.units import UnitKind, UnitMatch

_GAP = r"[ \u00a0\u202f\u2009]{0,2}"
_DASH = re.compile(
    rf"{_GAP}[-‑–—−]{_GAP}|[ \u00a0]?(?:\.\.\.?|…)[ \u00a0]?[-−–+]?|[ \u00a0]÷[ \u00a0]|÷|(?<=\d)\+(?=\d)"
)
_TO = re.compile(
    r"(?:[ \u00a0]{1,2}(?:и[ \u00a0])?|(?<=\d))до(?:[ \u00a0]{1,2}|(?=\d))"
    r"(?:(?:почти|примерно|более)[ \u00a0])?"
    r"(?P<minus>[-−–]|минус[ \u00a0])?(?:\+|плюс[ \u00a0])?",
    re.IGNORECASE,
)
_JOINT_NEAR = re.compile(r"[-‑–—−…÷+]|\.\.|до", re.IGNORECASE)
_JOINT_REACH = 14
_BOUND = re.compile(r"(?<!\w)(?:свыше|старше|менее|до)[ \u00a0]\Z", re.IGNORECASE)
_MILLION = Decimal(10) ** 6
_FROM = re.compile(r"(?<!\w)от[ \u00a0]{0,2}(?P<minus>[-−–]|минус[ \u00a0])?\Z", re.IGNORECASE)
_OPEN_LOW = (Ending.NONE, Ending.CARDINAL)
_OPEN_CLASSES = (None, WordClass.CARDINAL, WordClass.SCALE)
_GROUP_STEMS = (("десят", Decimal(10)), ("сот", Decimal(100)), ("дюжин", Decimal(12)))


def join_range(
    text: str, atoms: Sequence[Atom], index: int, low: Expression
) -> tuple[Expression, int] | None:
    """The range that `low` and the amount at atom `index` make, with the next unread atom; None if none."""
    if index >= len(atoms) or low.value is None or low.ending not in _OPEN_LOW:
        return None
    if low.word_class not in _OPEN_CLASSES:
        return None
    if not _JOINT_NEAR.search(text, max(low.end, atoms[index].start - _JOINT_REACH), atoms[index].start):
        return None
    low_unit = unit_after(text, low.end) if atoms[index].start - low.end > 1 else None
    joint_from = low_unit.end if low_unit is not None else low.end
    opened = _FROM.search(text, max(0, low.start - 11), low.start)
    to = _TO.match(text, joint_from) if opened else None
    dash = _DASH.match(text, low.end) or _DASH.match(text, joint_from)
    joint = to or dash
    if joint is None or atoms[index].start != joint.end():
        return None
    high, after = read_amount(text, atoms, index)
    if (
        high.value is None
        or high.word_class not in _OPEN_CLASSES
        or (high.ending is Ending.ORDINAL and low.end != atoms[index].start - 1)
    ):
        return None
    if joint[0] == "+" and not text.startswith("+", low.start - 1):
        return None  # "5+7" is a sum, "+5+7" a range of degrees
    if joint is dash and joint[0] != joint[0].strip() and not _is_alike(text, low, high):
        return None  # "с тремя – 33 951": a dash between a number and its own number
    value = low.value * _shared_scale(low, high)
    value = -value if _crosses_zero(opened, to) else value
    if value >= high.value or (
        low_unit is not None and joint is dash and not _measures(text, low_unit, high)
    ):
        return None
    if to is None or opened is None:
        return replace(high, start=low.start, value=value, value_max=high.value), after
    ends = (-high.value, -value) if opened["minus"] and to["minus"] else (value, high.value)
    return replace(high, start=opened.start(), value=ends[0], value_max=ends[1]), after


def _measures(text: str, low_unit: UnitMatch, high: Expression) -> bool:
    """Whether the upper number measures what the lower does: no share does in "свыше 20 лет – 34%"."""
    unit = unit_after(text, high.end)
    if unit is None or unit.unit.kind is not low_unit.unit.kind:
        return False
    if unit.unit.kind is UnitKind.QUANTITY:
        return unit.unit.base_unit == low_unit.unit.base_unit  # "линия 10 кВ – 45 км" is none
    return unit.unit.kind is not UnitKind.MONEY or unit.unit.code == low_unit.unit.code  # "1 рубль – 5 тенге"


def _crosses_zero(opened: re.Match[str] | None, to: re.Match[str] | None) -> bool:
    """As in "от минус 3 до плюс 5": only the first end is below zero."""
    return opened is not None and to is not None and bool(opened["minus"]) and not to["minus"]


def _is_alike(text: str, low: Expression, high: Expression) -> bool:
    """Whether two numbers with a spaced dash between can bound one: alike in spelling, not far apart."""
    if _is_bounded_label(text, low, high):
        return False
    if (low.word_class is None) != (high.word_class is None) or low.value is None or high.value is None:
        return False
    is_label = high.scale >= _MILLION and not low.scaled and low.value >= high.value / high.scale
    if is_label:
        return False  # "сад на 280 – 1,1 млрд тенге"
    return high.value / high.scale <= 10 * max(low.value / low.scale, Decimal(1))


def _is_bounded_label(text: str, low: Expression, high: Expression) -> bool:
    """As in "при стаже свыше 5 – 15%": a bound opens a class, behind whose dash stands its share."""
    if _BOUND.search(text, max(0, low.start - 9), low.start) is None:
        return False
    unit = unit_after(text, high.end)
    return unit is not None and unit.unit.kind is UnitKind.PERCENT


def _shared_scale(low: Expression, high: Expression) -> Decimal:
    """What "5" is to be multiplied by in "5-7 тыс.": the scale of the second where the first has none."""
    if low.scaled:
        return Decimal(1)
    scale = high.scale
    if scale == 1 and len(high.words) > 1:
        scale = next((value for stem, value in _GROUP_STEMS if high.words[-1].startswith(stem)), Decimal(1))
    return scale if low.amount < high.amount / scale else Decimal(1)
