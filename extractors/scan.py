"""One pass over raw text: temporal expressions, guarded spans and the numbers that remain.

Belongs here: which number goes where before any grammar is looked at. Does not belong here:
the patterns themselves (`times`, `guards`, `expressions`) and slots of a fact (`compose`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractors.atoms import Atom, find_atoms
from extractors.durations import duration_reason
from extractors.expressions import Expression, find_expressions
from extractors.guards import find_guarded_spans, guard_number
from extractors.model import PeriodGrain, Rejection, RejectionReason
from extractors.time_roles import with_roles
from extractors.times import TimeMention, find_times

_DATED = frozenset({PeriodGrain.DAY, PeriodGrain.YEAR, PeriodGrain.MONTH})


@dataclass(frozen=True, slots=True)
class Scan:
    """What the raw text shows.

    Attributes:
        expressions: Numbers that may state a fact, in order.
        times: Temporal expressions with their roles, in order.
        rejected: Numbers that state none, in order.
    """

    expressions: tuple[Expression, ...]
    times: tuple[TimeMention, ...]
    rejected: tuple[Rejection, ...]


def scan(text: str, published: date | None) -> Scan:
    """Tells the numbers of a text apart; every atom ends in an expression or a rejection."""
    times = with_roles(text, find_times(text, published), published)
    blocked: list[tuple[str, RejectionReason] | None] = [None] * (len(text) + 1)
    for span in reversed(find_guarded_spans(text)):
        blocked[span.start : span.end] = [(span.rule, span.reason)] * (span.end - span.start)
    for time in times:
        reason = RejectionReason.DATE if time.grain in _DATED else RejectionReason.PERIOD
        blocked[time.start : time.end] = [("time", reason)] * (time.end - time.start)
    free: list[Atom] = []
    rejected: list[Rejection] = []
    for atom in find_atoms(text):
        guard = blocked[atom.start] or blocked[atom.end - 1]
        if guard is None:
            free.append(atom)
        else:
            rejected.append(_reject(text, atom.start, atom.end, guard[1], guard[0]))
    kept, more = _sift(text, find_expressions(text, free))
    return Scan(tuple(kept), tuple(times), tuple(sorted(rejected + more, key=lambda r: r.char_start)))


def _reject(text: str, start: int, end: int, reason: RejectionReason, rule: str) -> Rejection:
    return Rejection(text[start:end], start, end, reason, rule)


def _sift(text: str, expressions: Iterable[Expression]) -> tuple[list[Expression], list[Rejection]]:
    """Parts the expressions that the words beside them make no fact from the rest."""
    kept: list[Expression] = []
    rejected: list[Rejection] = []
    for expression in expressions:
        verdict = guard_number(text, expression.start, expression.number_end) or duration_reason(
            text, expression
        )
        if verdict is None:
            kept.append(expression)
        else:
            rejected.append(_reject(text, expression.start, expression.end, *verdict))
        if expression.per_end > expression.end:
            denominator = text[expression.end : expression.per_end]
            rejected.extend(
                _reject(
                    text, a.start + expression.end, a.end + expression.end, RejectionReason.DENOMINATOR, "per"
                )
                for a in find_atoms(denominator)
            )
    return kept, rejected
