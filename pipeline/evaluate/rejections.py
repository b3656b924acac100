"""How well numbers that are no facts are told apart and given their reason.

Belongs here: what became of each annotated rejection. Does not belong here: facts (`figures`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from extractors import Rejection
from pipeline.evaluate.corpus import StatedRejection
from pipeline.evaluate.reading import Reading

Outcome = Literal["right", "other_reason", "taken_for_fact", "unseen"]


@dataclass(frozen=True, slots=True)
class JudgedRejection:
    """An annotated rejection and what the extractor made of the number.

    Attributes:
        doc_id: The text.
        stated: The annotation.
        found: The rejection that overlaps it, None if there is none.
        outcome: Rejected for the right reason, for another, taken for a fact, or not seen at all.
    """

    doc_id: str
    stated: StatedRejection
    found: Rejection | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RejectionFigures:
    """What became of the rejections of one reason."""

    right: int
    other_reason: int
    taken_for_fact: int
    unseen: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.right + self.other_reason + self.taken_for_fact + self.unseen


def judge_rejections(readings: Iterable[Reading]) -> tuple[JudgedRejection, ...]:
    """What became of each annotated rejection, in text order.

    A number that touches both a rejection and a fact counts as rejected.
    """
    return tuple(_judge(reading, stated) for reading in readings for stated in reading.annotated.rejected)


def _judge(reading: Reading, stated: StatedRejection) -> JudgedRejection:
    overlapping = [
        found
        for found in reading.extraction.rejected
        if found.char_start < stated.end and stated.start < found.char_end
    ]
    found = next(
        (r for r in overlapping if r.reason == stated.reason), overlapping[0] if overlapping else None
    )
    outcome: Outcome
    if found is not None:
        outcome = "right" if found.reason == stated.reason else "other_reason"
    elif any(f.char_start < stated.end and stated.start < f.char_end for f in reading.extraction.facts):
        outcome = "taken_for_fact"
    else:
        outcome = "unseen"
    return JudgedRejection(reading.annotated.doc_id, stated, found, outcome)


def rejection_figures(judged: Iterable[JudgedRejection]) -> dict[str, RejectionFigures]:
    """Outcomes by annotated reason, the most frequent reason first."""
    outcomes: defaultdict[str, Counter[Outcome]] = defaultdict(Counter)
    for rejection in judged:
        outcomes[rejection.stated.reason][rejection.outcome] += 1
    by_size = sorted(outcomes.items(), key=lambda item: (-item[1].total(), item[0]))
    return {
        reason: RejectionFigures(
            right=counts["right"],
            other_reason=counts["other_reason"],
            taken_for_fact=counts["taken_for_fact"],
            unseen=counts["unseen"],
        )
        for reason, counts in by_size
    }
