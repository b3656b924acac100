"""Percentages and amounts that restate each other as one share: "23%, или 42 млрд", "15 млн (60%)".

Belongs here: pairs of an amount and a percentage whose total the arithmetic proves. Does not belong
here: shares that only words show (`part_shares`).
"""

import re
from decimal import Decimal

from extractors.model import Fact, Kind, Measure
from extractors.parts.part_fit import in_base_unit
from extractors.parts.part_numbers import Numbers

_RESTATED = re.compile(
    r"(?:\s+[^\W\d_][\w-]*){0,4}(?:\s*\(|,?\s+(?:или|то\s+есть)\s+)(?:около\s|почти\s|более\s|свыше\s)?"
)
_HALF_STEP = Decimal("0.6")
_MOST = 12
_ALL = Decimal(100)


def link_restated_shares(numbers: Numbers) -> None:
    """Links each pair of an amount and a percentage with the total that they are a share of."""
    for second in range(1, len(numbers.facts)):
        first = second - 1
        told_first, told_second = (numbers.facts[i].kind is Kind.PERCENT for i in (first, second))
        if told_first == told_second or _RESTATED.fullmatch(numbers.between(first, second)) is None:
            continue
        percent, amount = (first, second) if told_first else (second, first)
        whole = _total_of(numbers, percent, amount)
        if whole is not None:
            numbers.link(percent, whole, "part_share")
            numbers.link(amount, whole, "part_share")


def _total_of(numbers: Numbers, percent: int, amount: int) -> int | None:
    """The total that a pair is a share of: the amount's own whole, or one told shortly before."""
    share = numbers.facts[percent]
    if share.measure is Measure.CHANGE or share.value_max is not None or not 0 < share.value < _ALL:
        return None
    told = numbers.wholes[amount]
    if told is not None:
        return told if _is_share(numbers.facts[amount], numbers.facts[told], share) else None
    if not numbers.is_amount(amount) or numbers.facts[amount].measure is Measure.CHANGE:
        return None
    if share.compared_with is not None or numbers.is_difference(amount):
        return None
    block, first = numbers.block_of(amount), min(percent, amount)
    for whole in range(first - 1, max(first - _MOST, -1), -1):
        if numbers.block_of(whole) < block - 1:
            return None
        if numbers.fits(whole, amount) and _is_share(numbers.facts[amount], numbers.facts[whole], share):
            return whole
    return None


def _is_share(amount: Fact, whole: Fact, percent: Fact) -> bool:
    """Whether an amount is the stated percentage of a whole, as exactly as it is printed."""
    if amount.kind is not whole.kind or whole.value <= 0 or whole.measure is Measure.CHANGE:
        return False
    found = in_base_unit(amount, amount.value) / in_base_unit(whole, whole.value) * _ALL
    return abs(found - percent.value) <= _step(percent) * _HALF_STEP


def _step(percent: Fact) -> Decimal:
    """The step of the last printed digit of a percentage."""
    _, _, decimals = percent.quote.replace(",", ".").partition(".")
    return Decimal(1).scaleb(-sum(character.isdigit() for character in decimals))
