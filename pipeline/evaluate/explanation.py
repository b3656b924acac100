"""Why each number of a text was read as it was: slots, rule, evidence.

Belongs here: the words of an explanation, the same for terminal and page. Does not belong here:
how they are shown (`pipeline.cli.explain`, `html.explanation`).
"""

from dataclasses import dataclass

from extractors import Extraction, Fact, Measure, Modality, Qualifier, Rejection


@dataclass(frozen=True, slots=True)
class Explained:
    """One number of a text.

    Attributes:
        start: Offset in the text.
        end: End offset, exclusive.
        quote: The number as printed.
        kind: Kind of the fact, None for a rejection.
        reading: How it was read: value, unit and bounds, or the reason of the rejection.
        slots: Names and contents of the slots that are filled.
        rule: The rule that made it.
        evidence: Names of the evidence, nothing for a rejection.
        confidence: 0..1 as text, "" for a rejection.
    """

    start: int
    end: int
    quote: str
    kind: str | None
    reading: str
    slots: tuple[tuple[str, str], ...]
    rule: str
    evidence: tuple[str, ...]
    confidence: str


def explain(extraction: Extraction) -> tuple[Explained, ...]:
    """Every number of the text, in text order."""
    numbers = [
        *(_fact(fact, extraction) for fact in extraction.facts),
        *(_rejection(rejection) for rejection in extraction.rejected),
    ]
    return tuple(sorted(numbers, key=lambda number: (number.start, number.end)))


def _fact(fact: Fact, extraction: Extraction) -> Explained:
    return Explained(
        start=fact.char_start,
        end=fact.char_end,
        quote=fact.quote,
        kind=fact.kind.value,
        reading=reading_of(fact),
        slots=tuple((name, text) for name, text in _slots(fact, extraction) if text),
        rule=fact.rule,
        evidence=fact.evidence,
        confidence=f"{fact.confidence:.2f}",
    )


def _rejection(rejection: Rejection) -> Explained:
    return Explained(
        start=rejection.char_start,
        end=rejection.char_end,
        quote=rejection.quote,
        kind=None,
        reading=f"rejected: {rejection.reason.value}",
        slots=(),
        rule=rejection.rule,
        evidence=(),
        confidence="",
    )


def reading_of(fact: Fact) -> str:
    """Value, range, unit, denominator and bound of a fact: "over 18000 count"."""
    upper = "" if fact.value_max is None else f"…{fact.value_max:f}"
    bound = "" if fact.qualifier is Qualifier.EXACT else f"{fact.qualifier.value} "
    per = "" if fact.per is None else f" per {fact.per}"
    return f"{bound}{fact.value:f}{upper} {fact.unit or fact.kind.value}{per}"


def _slots(fact: Fact, extraction: Extraction) -> tuple[tuple[str, str], ...]:
    change = fact.direction.value if fact.direction else fact.measure.value
    place = f"{fact.place} ({fact.place_code})" if fact.place and fact.place_code else fact.place
    return (
        ("subject", fact.subject),
        ("change", "" if fact.measure is Measure.LEVEL else change),
        ("period", _period(fact)),
        ("modality", "" if fact.modality is Modality.ACTUAL else fact.modality.value),
        ("place", place or ""),
        ("predicate", fact.predicate or ""),
        ("part of", "" if fact.part_of is None else extraction.facts[fact.part_of].quote),
        ("compared with", fact.compared_with or ""),
        ("attributed to", fact.attributed_to or ""),
        ("unknown unit", _unknown_unit(fact, extraction)),
    )


def _unknown_unit(fact: Fact, extraction: Extraction) -> str:
    """The word behind the number that looks like a unit and is in no table, "" if there is none."""
    behind = (fact.char_end, fact.char_end + 1)
    return next((unit.word for unit in extraction.unknown_units if unit.char_start in behind), "")


def _period(fact: Fact) -> str:
    if fact.period is None:
        return ""
    days = dict.fromkeys((str(fact.period.start), str(fact.period.end)))
    return f"{'…'.join(days)} ({fact.period.grain.value}, {fact.period.source.value})"
