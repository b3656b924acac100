"""The answer of a rule that asks whether a number states a fact.

Belongs here: its type. Does not belong here: the rules (`guards`, `loose`).
"""

from extractors.model import RejectionReason as R

# Why a number states no fact, and the name of the rule that says so.
Verdict = tuple[R, str]
