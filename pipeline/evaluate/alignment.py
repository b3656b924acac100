"""Which found fact answers which stated one.

Belongs here: the pairing and the verdict on each pair. Does not belong here: the rule of a slot
(`agreement_rules`) and sums over texts (`figures`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.evaluate.agreement_rules import CORE_SLOTS, SLOTS, STRICT_SLOTS, values_agree, wrong_slots
from pipeline.evaluate.statement import Statement


@dataclass(frozen=True, slots=True)
class Pair:
    """A found and a stated fact that are about the same number.

    Attributes:
        found: Index of the found one.
        stated: Index of the stated one.
        judged: Slots that the annotation speaks about.
        wrong: Slots of these in which they differ.
    """

    found: int
    stated: int
    judged: frozenset[str]
    wrong: frozenset[str]

    @property
    def is_core_right(self) -> bool:
        """Whether range, qualifier, kind and unit agree."""
        return not self.wrong & CORE_SLOTS

    @property
    def is_strictly_right(self) -> bool:
        """Whether everything the strict measure asks for agrees."""
        return not self.wrong & STRICT_SLOTS


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two accounts of one text side by side.

    Attributes:
        pairs: Facts in both, in the order of the stated ones.
        missed: Indices of stated facts that were not found.
        invented: Indices of found facts that nobody stated.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[int, ...]
    invented: tuple[int, ...]


def align(found: Sequence[Statement], stated: Sequence[Statement], *, open_period: bool = True) -> Alignment:
    """Pairs each stated fact with the first free found one whose span overlaps and whose value is equal.

    Args:
        found: One account.
        stated: The account it is judged by.
        open_period: Whether a period that `stated` leaves open is not judged.
    """
    by_position = sorted(range(len(found)), key=lambda index: found[index].start)
    stated_of: dict[int, int] = {}
    for place, fact in enumerate(stated):
        for index in by_position:
            if index not in stated_of and _same_number(found[index], fact):
                stated_of[index] = place
                break
    found_of = {place: index for index, place in stated_of.items()}
    pairs = tuple(
        _pair(found, stated, (found_of[place], place), stated_of, open_period=open_period)
        for place in range(len(stated))
        if place in found_of
    )
    return Alignment(
        pairs=pairs,
        missed=tuple(place for place in range(len(stated)) if place not in found_of),
        invented=tuple(index for index in by_position if index not in stated_of),
    )


def overlap(first: Statement, second: Statement) -> bool:
    """Whether two spans share a character."""
    return first.start < second.end and second.start < first.end


def _same_number(found: Statement, stated: Statement) -> bool:
    return overlap(found, stated) and values_agree(found.value, stated.value)


def _pair(
    found: Sequence[Statement],
    stated: Sequence[Statement],
    indices: tuple[int, int],
    stated_of: dict[int, int],
    *,
    open_period: bool,
) -> Pair:
    ours, theirs = found[indices[0]], stated[indices[1]]
    whole = None if ours.part_of is None else stated_of.get(ours.part_of)
    wrong = wrong_slots(ours, theirs, found_whole=whole, open_period=open_period)
    is_left_open = open_period and theirs.period is None
    judged = frozenset(slot for slot in SLOTS if slot != "period" or not is_left_open)
    return Pair(*indices, judged, wrong)
