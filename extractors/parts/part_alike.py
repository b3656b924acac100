"""Like amounts that may make up a whole together.

Belongs here: which numbers are alike enough, whether they stay within the whole, and linking them.
Does not belong here: where such numbers are looked for (`part_colons`, `part_brackets`, `part_totals`).
"""

from collections.abc import Sequence
from decimal import Decimal

from extractors.model import Kind, PeriodSource
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up, cover


def alike(numbers: Numbers, whole: int, indices: Sequence[int]) -> list[int]:
    """The numbers that fit a whole, speak of the same noun or leave it out, and of no other time."""
    return [
        i
        for i in indices
        if numbers.wholes[i] is None
        and numbers.fits(whole, i)
        and numbers.facts[i].kind is not Kind.PERCENT
        and not numbers.is_attached(i)
        and (numbers.facts[whole].kind is not Kind.COUNT or numbers.shares_noun(whole, i))
        and _is_of_time(numbers, whole, i)
    ]


def _is_of_time(numbers: Numbers, whole: int, part: int) -> bool:
    a, b = numbers.facts[whole].period, numbers.facts[part].period
    if a is None or b is None or b.source is not PeriodSource.EXPLICIT:
        return True
    return a.start <= b.start and b.end <= a.end


def stay_within(numbers: Numbers, whole: int, parts: Sequence[int], least: Decimal = Decimal(0)) -> bool:
    """Whether parts make up no more of a whole than there is, and at least a given share."""
    chosen = [numbers.facts[i] for i in parts]
    share = cover(numbers.facts[whole], chosen)
    return least <= share <= 1 or adds_up(numbers.facts[whole], chosen, strict=False)


def link_all(numbers: Numbers, whole: int, parts: Sequence[int], evidence: str) -> None:
    """Links all parts with their whole, by the same evidence."""
    for part in parts:
        numbers.link(part, whole, evidence)
