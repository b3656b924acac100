"""The form in which two accounts of one text are compared, whoever gave them.

Belongs here: the slots of a fact that are judged, and how a fact of the extractor takes that form.
Does not belong here: annotated files (`annotation`) and when two slots agree (`agreement_rules`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractors import Fact

# Words of counting that some annotators give as a unit; by the fact model a count has none.
_COUNTING_UNITS = frozenset({"head", "unit", "piece", "item", "pcs", "{head}", "{item}"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One numeric fact reduced to what is compared.

    Attributes:
        quote: The numeric expression as printed.
        start: Offset of `quote` in the text.
        end: End offset, exclusive.
        value: The number, or the lower end of a range.
        value_max: The upper end of a range, else None.
        qualifier: A `Qualifier` value.
        kind: A `Kind` value.
        unit: Canonical unit code, None for a count.
        per: Denominator code, None if not stated.
        subject: What is counted or measured.
        subject_head: Lemma of its head noun.
        measure: A `Measure` value.
        direction: A `Direction` value, None for a level.
        period: First and last day, None if unknown or not annotated.
        modality: A `Modality` value.
        place: Territory, None if not stated.
        part_of: Index of the whole among the statements of the same account.
    """

    quote: str
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    qualifier: str
    kind: str
    unit: str | None
    per: str | None
    subject: str
    subject_head: str
    measure: str
    direction: str | None
    period: tuple[date, date] | None
    modality: str
    place: str | None
    part_of: int | None


def kind_and_unit(kind: str, unit: str | None) -> tuple[str, str | None]:
    """Kind and unit with words of counting taken out: those make a count, and a count has no unit."""
    if kind == "count" or unit in _COUNTING_UNITS:
        return "count", None
    return kind, unit


def statement_of(fact: Fact) -> Statement:
    """A fact of the extractor as a statement."""
    kind, unit = kind_and_unit(fact.kind, fact.unit)
    return Statement(
        quote=fact.quote,
        start=fact.char_start,
        end=fact.char_end,
        value=fact.value,
        value_max=fact.value_max,
        qualifier=fact.qualifier.value,
        kind=kind,
        unit=unit,
        per=fact.per,
        subject=fact.subject,
        subject_head=fact.subject_head,
        measure=fact.measure.value,
        direction=fact.direction.value if fact.direction else None,
        period=(fact.period.start, fact.period.end) if fact.period else None,
        modality=fact.modality.value,
        place=fact.place,
        part_of=fact.part_of,
    )


def statements_of(facts: Iterable[Fact]) -> tuple[Statement, ...]:
    """The facts of one text as statements, in their order."""
    return tuple(statement_of(fact) for fact in facts)


def slot_text(statement: Statement, slot: str) -> str:
    """What a statement says in a slot, in words; "none" for nothing."""
    if slot == "period":
        return "none" if statement.period is None else _period_text(*statement.period)
    value = getattr(statement, slot)
    return "none" if value is None else str(value)


def _period_text(first: date, last: date) -> str:
    return str(first) if first == last else f"{first}..{last}"


def value_text(statement: Statement) -> str:
    """The value of a statement with its range, kind and unit."""
    upper = "" if statement.value_max is None else f"..{statement.value_max:f}"
    unit = "" if statement.unit is None else f" {statement.unit}"
    return f"{statement.value:f}{upper}{unit} ({statement.kind})"
