"""How sure a fact is, computed from named evidence.

Belongs here: the sum of what the evidence costs. Does not belong here: deciding any slot, and the
weights themselves: they are data (`data/confidence.tsv`), fitted to annotated texts (docs/evaluation.md).
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache

from extractors.data_tables import table_rows

HEADER = "evidence\tpenalty"
# The row of what every fact pays: even one without any doubt is wrong now and then.
BASE = "(every fact)"
_LEAST = Decimal("0.05")
_CACHE = 4_096


def confidence_of(evidence: Iterable[str]) -> Decimal:
    """1 less the base penalty and those of the evidence, never under 0.05.

    Evidence without a row in the weights costs nothing.
    """
    return _confidence_of(frozenset(evidence))


@lru_cache(maxsize=_CACHE)
def _confidence_of(evidence: frozenset[str]) -> Decimal:
    penalties = load_penalties()
    doubts = sum((penalties.get(name, Decimal(0)) for name in evidence), penalties[BASE])
    return max(Decimal(1) - doubts, _LEAST)


@cache
def load_penalties() -> dict[str, Decimal]:
    """What each piece of evidence takes off a confidence of 1, by name."""
    return {row["evidence"]: Decimal(row["penalty"]) for row in table_rows("confidence.tsv")}
