"""Fitting the weights of `extractors.confidence` to an annotated corpus.

Belongs here: the fit and the form of the weights file. Does not belong here: how confidence is
computed from weights (`extractors.confidence`) and how well it holds (`reliability`).

The model is the one the extractor uses: a base penalty that every fact pays, and a penalty for each
piece of evidence that it shows. Penalties are never negative, so that one more doubt never makes a
fact more certain.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from extractors.confidence import BASE, HEADER
from pipeline.evaluate.reading import Reading

# A penalty is pulled towards 0 as if this many facts had shown the evidence and spoken for 0.
_PRIOR_FACTS = 4.0
_ROUNDS = 2000
_STEP = Decimal("0.01")
_TINY = 1e-7

Outcome = tuple[frozenset[str], bool]


@dataclass(frozen=True, slots=True)
class Weight:
    """What one piece of evidence costs.

    Attributes:
        evidence: Its name, `BASE` for what every fact pays.
        penalty: What it takes off a confidence of 1.
        facts: How many facts of the corpus show it.
        right: How many of these are strictly right.
    """

    evidence: str
    penalty: Decimal
    facts: int
    right: int


def outcomes_of(readings: Iterable[Reading]) -> list[Outcome]:
    """Evidence of each found fact with whether the fact is strictly right."""
    return [
        (frozenset(fact.evidence), right) for reading in readings for fact, right in reading.right_facts()
    ]


def fit_weights(outcomes: Sequence[Outcome]) -> tuple[Weight, ...]:
    """Weights that make confidence and outcome differ least in the mean square (the Brier score).

    Non-negative least squares by coordinate descent, which for a problem this small needs no library
    and ends in the one optimum there is. The base comes first, the others by name.

    Raises:
        ValueError: There is no outcome to learn from.
    """
    if not outcomes:
        raise ValueError("no facts to fit confidence to")
    names = sorted({name for evidence, _ in outcomes for name in evidence})
    shown = np.array([[name in evidence for name in names] for evidence, _ in outcomes], dtype=np.float64)
    shown = shown.reshape(len(outcomes), len(names))
    wrong = np.array([not right for _, right in outcomes], dtype=np.float64)
    base, penalties = _descend(shown, wrong)
    rights = shown.T @ (1 - wrong)
    return (
        Weight(BASE, _rounded(base), len(outcomes), int(len(outcomes) - wrong.sum())),
        *(
            Weight(name, _rounded(float(penalties[i])), int(shown[:, i].sum()), int(rights[i]))
            for i, name in enumerate(names)
        ),
    )


def _descend(
    shown: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    wrong: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> tuple[float, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Base and penalties whose sum comes closest to `wrong`, none below 0."""
    facts = shown.sum(axis=0)
    penalties = np.zeros(shown.shape[1])
    base = 0.0
    for _ in range(_ROUNDS):
        before = np.append(penalties, base)
        base = max(0.0, float(np.mean(wrong - shown @ penalties)))
        for i in range(len(penalties)):
            rest = wrong - base - shown @ penalties + shown[:, i] * penalties[i]
            penalties[i] = max(0.0, float(shown[:, i] @ rest) / (facts[i] + _PRIOR_FACTS))
        if np.abs(np.append(penalties, base) - before).max() < _TINY:
            break
    return base, penalties


def weights_file(weights: Iterable[Weight]) -> str:
    """The content of `extractors/data/confidence.tsv`."""
    rows = [f"{weight.evidence}\t{weight.penalty}" for weight in weights]
    return "\n".join([HEADER, *rows]) + "\n"


def _rounded(penalty: float) -> Decimal:
    return Decimal(penalty).quantize(_STEP)
