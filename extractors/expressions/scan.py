"""One pass over raw text: temporal expressions, guarded spans and the numbers that remain.

Belongs here: which number goes where before any grammar is looked at. Does not belong here: the patterns
themselves (`times`, `guards`, `glued_behind`, `durations`, `loose`) and slots of a fact (`compose`).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from extractors.expressions.carried_rates import with_carried_rates
from extractors.expressions.column_units import with_column_units
from extractors.expressions.currency_context import with_currencies
from extractors.expressions.denominators_before import with_denominators_before
from extractors.expressions.denominators_behind import with_denominators_behind
from extractors.expressions.denominators_stated import StatedBefore
from extractors.expressions.durations import TIME_UNITS, duration_reason
from extractors.expressions.expressions import Expression, converted, find_expressions
from extractors.expressions.glued_behind import guard_number
from extractors.expressions.guards import find_guarded_spans
from extractors.expressions.index_values import with_index_values
from extractors.expressions.loose import loose_reason
from extractors.expressions.recipients import with_recipients
from extractors.expressions.unit_ellipsis import infer_units
from extractors.expressions.verdicts import Verdict
from extractors.model import PeriodGrain, Rejection, RejectionReason
from extractors.numbers.atoms import Atom, find_atoms
from extractors.records import record
from extractors.text.raw_words import RawWords, words_of
from extractors.times.time_mentions import TimeMention
from extractors.times.times import find_times

_DATED = frozenset({PeriodGrain.DAY, PeriodGrain.YEAR, PeriodGrain.MONTH})


@record
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
    words = words_of(text)
    atoms = find_atoms(text, words)
    times = find_times(text, published)
    free, rejected = _unblocked(text, atoms, _verdicts(text, words, atoms, times))
    kept, more = _sift(text, find_expressions(text, free))
    kept, row_labels = with_column_units(text, kept)
    more += [_reject(text, e.start, e.end, (RejectionReason.IDENTIFIER, "row_label")) for e in row_labels]
    before = StatedBefore(text)
    kept, denominators = _rated(before, with_currencies(text, kept))
    kept = with_carried_rates(text, with_index_values(text, kept))
    kept, later = with_denominators_before(before, infer_units(text, kept))
    per = (RejectionReason.DENOMINATOR, "per")
    more += [_reject(text, e.start, e.end, per) for e in (*denominators, *later)]
    kept = [converted(expression) for expression in with_recipients(text, kept)]
    return Scan(tuple(kept), tuple(times), tuple(_once(kept, [*rejected, *more])))


def _once(kept: Iterable[Expression], rejected: Sequence[Rejection]) -> list[Rejection]:
    """The rejections in order, without those of digits that belong to a longer quote (the 2 of "5 м2")."""
    spans = [(expression.start, -expression.end, -1) for expression in kept]
    spans += [(item.char_start, -item.char_end, index) for index, item in enumerate(rejected)]
    out: list[Rejection] = []
    last_end = -1
    for _, negative_end, index in sorted(spans):
        if -negative_end <= last_end:
            continue
        last_end = -negative_end
        if index >= 0:
            out.append(rejected[index])
    return out


def _rated(before: StatedBefore, found: Sequence[Expression]) -> tuple[list[Expression], list[Expression]]:
    """The expressions with denominators that stand apart from them, and those that are denominators."""
    behind, taken = with_denominators_behind(before.text, found)
    rated, more = with_denominators_before(before, behind)
    return rated, [*taken, *more]


def _verdicts(
    text: str, words: RawWords, atoms: Sequence[Atom], times: Iterable[TimeMention]
) -> list[tuple[int, int, Verdict]]:
    """Stretches whose numbers are no facts, the weightiest last."""
    digits = [atom.start for atom in atoms if atom.word_class is None]
    guarded = find_guarded_spans(text, words, digits)
    spans = [(span.start, span.end, (span.reason, span.rule)) for span in reversed(guarded)]
    for time in times:
        reason = RejectionReason.DATE if time.grain in _DATED else RejectionReason.PERIOD
        spans.append((time.start, time.end, (reason, "time")))
    return spans


def _unblocked(
    text: str, atoms: Iterable[Atom], spans: Iterable[tuple[int, int, Verdict]]
) -> tuple[list[Atom], list[Rejection]]:
    """The atoms outside all spans, and the rejections of those inside one."""
    names: list[Verdict] = []
    ranks: dict[Verdict, int] = {}
    blocked = bytearray(len(text))
    for start, end, verdict in spans:
        rank = ranks.setdefault(verdict, len(ranks) + 1)
        if rank > len(names):
            names.append(verdict)
        blocked[start:end] = bytes([rank]) * (end - start)
    free: list[Atom] = []
    rejected: list[Rejection] = []
    for atom in atoms:
        rank = blocked[atom.start] or blocked[atom.end - 1]
        if rank:
            rejected.append(_reject(text, atom.start, atom.end, names[rank - 1]))
        else:
            free.append(atom)
    return free, rejected


def _reject(text: str, start: int, end: int, verdict: Verdict) -> Rejection:
    reason, rule = verdict
    return Rejection(text[start:end], start, end, reason, rule)


def _sift(text: str, expressions: Iterable[Expression]) -> tuple[list[Expression], list[Rejection]]:
    """Parts the expressions that the words beside them make no fact from the rest."""
    kept: list[Expression] = []
    rejected: list[Rejection] = []
    for expression in expressions:
        verdict = _verdict(text, expression)
        if verdict is None:
            kept.append(expression)
        else:
            rejected.append(_reject(text, expression.start, expression.end, verdict))
        if expression.per_end > expression.end:
            rejected.extend(_denominators(text, expression.end, expression.per_end))
    return kept, rejected


def _verdict(text: str, expression: Expression) -> Verdict | None:
    glued = guard_number(text, expression.number_end)
    if glued is not None:
        return glued
    if expression.value is not None and expression.unit is not None and expression.unit.code in TIME_UNITS:
        return duration_reason(text, expression)
    return loose_reason(text, expression)


def _denominators(text: str, start: int, end: int) -> list[Rejection]:
    piece = text[start:end]
    return [
        _reject(text, atom.start + start, atom.end + start, (RejectionReason.DENOMINATOR, "per"))
        for atom in find_atoms(piece, RawWords(piece))
    ]
