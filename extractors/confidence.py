"""How sure a fact is, computed from named evidence.

Belongs here: the weight of each piece of evidence and their sum. Does not belong here: deciding
any slot. The weights are read off the share of right facts with and without each piece of
evidence; `svodka evaluate` prints the table that shows how well they hold.
"""

from collections.abc import Iterable
from decimal import Decimal

# What each doubt takes off a full confidence of 1.
PENALTIES: dict[str, Decimal] = {
    "subject_missing": Decimal("0.40"),
    "subject_ellipted": Decimal("0.15"),
    "subject_nearest": Decimal("0.20"),
    "subject_clause": Decimal("0.10"),
    "subject_label": Decimal("0.05"),
    "period_inherited": Decimal("0.05"),
    "period_unknown": Decimal("0.03"),
    "period_publication": Decimal("0.02"),
    "unit_inferred": Decimal("0.05"),
    "change_nearest": Decimal("0.05"),
    "no_tree": Decimal("0.03"),
}


def confidence_of(evidence: Iterable[str]) -> Decimal:
    """1 less the penalties of the evidence, never under 0.1; evidence without a penalty costs nothing."""
    total = Decimal(1) - sum((PENALTIES.get(name, Decimal(0)) for name in evidence), Decimal(0))
    return max(total, Decimal("0.1"))
