"""Whether confidence says what it promises: of facts with 0.8, are 80 in 100 right?

Belongs here: the reliability table and its one-figure summaries. Does not belong here: how
confidence comes about (`extractors.confidence`) and its fitting (`confidence_fit`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluate.reading import Reading

_BINS = 10


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The facts whose confidence lies in one tenth.

    Attributes:
        low: Lower edge, inclusive.
        high: Upper edge, exclusive but for 1.
        facts: How many there are.
        confidence: Their mean confidence.
        right: The share of them that is strictly right.
    """

    low: float
    high: float
    facts: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How confidence holds.

    Attributes:
        bins: The tenths that have facts, from low to high.
        expected_error: Mean distance of confidence and share right over the bins, weighted by facts.
        brier: Mean squared distance of confidence and outcome; lower is better.
    """

    bins: tuple[ReliabilityBin, ...]
    expected_error: float
    brier: float


def reliability_of(readings: Iterable[Reading]) -> Reliability:
    """Reliability of the confidence of all found facts; right means strictly right."""
    return reliability(
        [(float(fact.confidence), right) for reading in readings for fact, right in reading.right_facts()]
    )


def reliability(outcomes: Sequence[tuple[float, bool]]) -> Reliability:
    """Reliability of pairs of a confidence in 0..1 and whether it came true."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for outcome in outcomes:
        groups.setdefault(min(int(outcome[0] * _BINS + 1e-9), _BINS - 1), []).append(outcome)
    bins = tuple(_bin(number, groups[number]) for number in sorted(groups))
    total = max(1, len(outcomes))
    return Reliability(
        bins=bins,
        expected_error=sum(b.facts * abs(b.confidence - b.right) for b in bins) / total,
        brier=sum((confidence - right) ** 2 for confidence, right in outcomes) / total,
    )


def _bin(number: int, outcomes: Sequence[tuple[float, bool]]) -> ReliabilityBin:
    return ReliabilityBin(
        low=number / _BINS,
        high=(number + 1) / _BINS,
        facts=len(outcomes),
        confidence=sum(confidence for confidence, _ in outcomes) / len(outcomes),
        right=sum(right for _, right in outcomes) / len(outcomes),
    )
