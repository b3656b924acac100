"""From an extraction to rows: ids, the whole that a fact is a part of, and values that cannot be stored.

Belongs here: identity of facts and rejected numbers, and what becomes of a text that cannot be
read. Does not belong here: finding facts (`extractors`) and storing rows (`warehouse.load`).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from typing import Protocol

from extractors import EXTRACTOR_VERSION, Extraction, Fact, Rejection, RejectionReason, UnknownUnit
from pipeline.stages.text import Text
from warehouse.ids import stable_hash
from warehouse.rows import ExtractionRow, FactRow, ProblemRow, RejectedNumberRow

# What core.fact.value holds: DECIMAL(38, 9).
_VALUES = Context(prec=38)
_VALUE_STEP = Decimal("1e-9")
_CONFIDENCE_STEP = Decimal("0.001")
_UNSTORABLE_VALUE = "store.value_range"


class Extract(Protocol):
    """The signature of `extractors.extract`."""

    def __call__(self, text: str, *, published: date | None, syntax: str = ...) -> Extraction:
        """Reads one text."""
        ...


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """Everything one text gives, ready to load."""

    extraction: ExtractionRow
    facts: tuple[FactRow, ...]
    rejected: tuple[RejectedNumberRow, ...]
    problems: tuple[ProblemRow, ...]


def extract_text(text: Text, syntax: str, extract: Extract) -> ExtractedText:
    """Reads one text; whatever the extractor does with it, a receipt comes out."""
    try:
        extraction = extract(text.body, published=text.published_on, syntax=syntax)
    except Exception as error:  # noqa: BLE001 - one text must not cost the others; it is set aside with its error
        return _unreadable(text, syntax, error)
    return _rows(text, syntax, extraction)


def _rows(text: Text, syntax: str, extraction: Extraction) -> ExtractedText:
    storable = [_is_storable(fact) for fact in extraction.facts]
    ids = [
        _number_id(text, fact) if fits else None
        for fact, fits in zip(extraction.facts, storable, strict=True)
    ]
    facts: list[FactRow] = []
    rejected = [_rejected_row(text, rejection) for rejection in extraction.rejected]
    problems: list[ProblemRow] = []
    for fact, fits in zip(extraction.facts, storable, strict=True):
        if fits:
            facts.append(_fact_row(text, fact, part_of=None if fact.part_of is None else ids[fact.part_of]))
        else:
            rejected.append(_rejected_row(text, _too_large(fact)))
            problems.append(_value_problem(text, fact))
    problems += [_unit_problem(text, unit) for unit in extraction.unknown_units]
    receipt = ExtractionRow(
        text.version_id, EXTRACTOR_VERSION, syntax, len(text.body), len(facts), len(rejected)
    )
    return ExtractedText(receipt, tuple(facts), tuple(rejected), tuple(problems))


def _fact_row(text: Text, fact: Fact, *, part_of: str | None) -> FactRow:
    period = fact.period
    return FactRow(
        fact_id=_number_id(text, fact),
        version_id=text.version_id,
        extractor_version=EXTRACTOR_VERSION,
        quote=fact.quote,
        char_start=fact.char_start,
        char_end=fact.char_end,
        value=fact.value,
        value_max=fact.value_max,
        qualifier=fact.qualifier.value,
        kind=fact.kind.value,
        unit=fact.unit,
        per=fact.per,
        subject=fact.subject,
        subject_head=fact.subject_head,
        predicate=fact.predicate,
        measure=fact.measure.value,
        direction=None if fact.direction is None else fact.direction.value,
        period_start=None if period is None else period.start,
        period_end=None if period is None else period.end,
        period_grain=None if period is None else period.grain.value,
        period_source=None if period is None else period.source.value,
        modality=fact.modality.value,
        place=fact.place,
        place_code=fact.place_code,
        attributed_to=fact.attributed_to,
        part_of=part_of,
        compared_with=fact.compared_with,
        rule=fact.rule,
        confidence=fact.confidence.quantize(_CONFIDENCE_STEP),
        evidence=fact.evidence,
    )


def _rejected_row(text: Text, rejection: Rejection) -> RejectedNumberRow:
    return RejectedNumberRow(
        rejected_id=_number_id(text, rejection),
        version_id=text.version_id,
        extractor_version=EXTRACTOR_VERSION,
        quote=rejection.quote,
        char_start=rejection.char_start,
        char_end=rejection.char_end,
        reason=rejection.reason.value,
        rule=rejection.rule,
    )


def _number_id(text: Text, number: Fact | Rejection) -> str:
    return stable_hash(text.version_id, str(number.char_start), str(number.char_end))


def _is_storable(fact: Fact) -> bool:
    """Whether the warehouse's DECIMAL(38, 9) holds the values exactly."""
    try:
        return all(
            value is None or value.quantize(_VALUE_STEP, context=_VALUES) == value
            for value in (fact.value, fact.value_max)
        )
    except InvalidOperation:
        return False


def _too_large(fact: Fact) -> Rejection:
    return Rejection(fact.quote, fact.char_start, fact.char_end, RejectionReason.OTHER, _UNSTORABLE_VALUE)


def _value_problem(text: Text, fact: Fact) -> ProblemRow:
    bounds = " to ".join(str(value) for value in (fact.value, fact.value_max) if value is not None)
    message = f"{fact.quote!r} at {fact.char_start} is {bounds}; core.fact holds 29 digits and 9 decimals"
    return _problem(text, "value_out_of_range", message, record=repr(fact))


def _unit_problem(text: Text, unit: UnknownUnit) -> ProblemRow:
    message = (
        f"{unit.word!r} at {unit.char_start} stands for an unknown unit: its number is a count; "
        "enter it in extractors/data/units.tsv if it is one"
    )
    return _problem(text, "unknown_unit", message, record=unit.word)


def _unreadable(text: Text, syntax: str, error: Exception) -> ExtractedText:
    receipt = ExtractionRow(text.version_id, EXTRACTOR_VERSION, syntax, len(text.body), 0, 0)
    message = f"the extractor failed on this text: {type(error).__name__}: {error}; report it with the text"
    return ExtractedText(receipt, (), (), (_problem(text, "extractor_failed", message, record=None),))


def _problem(text: Text, kind: str, message: str, *, record: str | None) -> ProblemRow:
    return ProblemRow(
        problem_id=stable_hash("extract", text.version_id, kind, message),
        stage="extract",
        source=text.source,
        fetch_id=None,
        version_id=text.version_id,
        kind=kind,
        message=message,
        record=record,
        detected_in=EXTRACTOR_VERSION,
    )
