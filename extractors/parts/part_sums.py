"""Whether parts add up to their whole, as exactly as the printed digits allow.

Belongs here: sums and their rounding. Does not belong here: which numbers are parts of which.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.model import Fact, Kind
from extractors.parts.part_fit import in_base_unit

_SURE = Decimal("0.005")
_FINE = Decimal("0.01")


def adds_up(whole: Fact, parts: Sequence[Fact], *, strict: bool) -> bool:
    """Whether a sum equals its whole within the rounding of what is printed.

    Args:
        whole: The total.
        parts: The parts, in the same unit or one that converts to it.
        strict: Whether rounding so coarse that chance could explain the match is refused.
    """
    total = in_base_unit(whole, whole.value)
    slack = (_rounding(whole) + sum((_rounding(part) for part in parts), Decimal(0))) / 2
    difference = abs(_sum(parts) - total)
    if total <= 0 or difference > slack:
        return False
    return not strict or slack / total <= _SURE or (difference == 0 and _rounding(whole) / total <= _FINE)


def sums_near(whole: Fact, parts: Sequence[Fact]) -> Iterator[int]:
    """How many of the first parts, two or more, come near enough to their whole for a strict sum."""
    total = in_base_unit(whole, whole.value)
    running = Decimal(0)
    for count, part in enumerate(parts, 1):
        running += in_base_unit(part, part.value)
        if count > 1 and abs(running - total) <= _SURE * total:
            yield count


def cover(whole: Fact, parts: Sequence[Fact]) -> Decimal:
    """The share of a whole that some parts make up."""
    total = in_base_unit(whole, whole.value_max or whole.value)
    return _sum(parts) / total if total else Decimal(0)


def _sum(parts: Sequence[Fact]) -> Decimal:
    return sum((in_base_unit(part, part.value) for part in parts), Decimal(0))


def _rounding(fact: Fact) -> Decimal:
    """The step of the last printed digit: 0.1 trillion of "1,5 трлн", nothing of a full count."""
    printed = [c for c in fact.quote if c.isdigit() or c in ",."]
    digits = "".join(printed).strip(".,").replace(",", ".")
    try:
        shown = Decimal(digits)
    except ArithmeticError:
        return Decimal(0)
    if shown == 0 or fact.value == 0:
        return Decimal(0)
    scale = in_base_unit(fact, fact.value) / shown
    exponent = shown.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    if fact.kind is Kind.COUNT and scale == 1 and step == 1:
        return Decimal(0)
    return scale * step
