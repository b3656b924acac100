"""Annotations and extractions made by hand: a builder gives a plausible one, the test says what matters."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from extractors import (
    Extraction,
    Fact,
    Kind,
    Measure,
    Modality,
    PeriodGrain,
    PeriodSource,
    Qualifier,
    Rejection,
    RejectionReason,
)
from extractors.model import Period
from pipeline.evaluate.corpus import AnnotatedText, StatedRejection
from pipeline.evaluate.reading import Reading, compare
from pipeline.evaluate.statement import Statement

TEXT = (
    "В 2025 году открыто 120 школ, из них более 80 в сёлах, на 4,5 млрд тенге.\n\nДоля новых выросла на 3%."
)
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), PeriodGrain.YEAR, PeriodSource.EXPLICIT)


def entry(quote: str, value: str, **slots: object) -> dict[str, object]:
    """A fact as an annotation file holds it."""
    return {
        "quote": quote,
        "occurrence": 0,
        "value": value,
        "value_max": None,
        "qualifier": "exact",
        "kind": "count",
        "unit": None,
        "per": None,
        "subject": "школа",
        "subject_head": "школа",
        "measure": "level",
        "direction": None,
        "period": ["2025-01-01", "2025-12-31"],
        "modality": "actual",
        "place": None,
        "part_of": None,
    } | slots


ENTRIES = [
    entry("120", "120"),
    entry("80", "80", qualifier="over", part_of=0),
    entry("4,5 млрд тенге", "4500000000", kind="money", unit="KZT"),
    entry(
        "3%",
        "3",
        kind="percent",
        unit="%",
        subject="доля новых школ",
        subject_head="доля",
        measure="change",
        direction="up",
        period=None,
    ),
]
REJECTED = [{"quote": "2025", "occurrence": 0, "reason": "date"}]


def write_corpus(
    folder: Path,
    *,
    doc_id: str = "s1",
    text: str = TEXT,
    facts: list[dict[str, object]] = ENTRIES,
    rejected: list[dict[str, object]] = REJECTED,
    **head: object,
) -> Path:
    """Adds one annotated text to a corpus folder; the folder."""
    for name in ("texts", "facts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    content = {
        "id": doc_id,
        "published": "2025-12-01",
        "topic": "schools",
        "facts": facts,
        "rejected": rejected,
    }
    (folder / "texts" / f"{doc_id}.txt").write_text(text, encoding="utf-8")
    (folder / "facts" / f"{doc_id}.json").write_text(json.dumps(content | head), encoding="utf-8")
    return folder


def stated(quote: str = "120", value: str = "120", *, text: str = TEXT, **slots: object) -> Statement:
    """An annotated fact as it is compared."""
    start = text.index(quote)
    filled: dict[str, object] = {
        "value_max": None,
        "qualifier": "exact",
        "kind": "count",
        "unit": None,
        "per": None,
        "subject": "школа",
        "subject_head": "школа",
        "measure": "level",
        "direction": None,
        "period": (YEAR.start, YEAR.end),
        "modality": "actual",
        "place": None,
        "part_of": None,
    }
    return Statement(quote, start, start + len(quote), Decimal(value), **(filled | slots))


def fact(quote: str = "120", value: str = "120", *, text: str = TEXT, **slots: object) -> Fact:
    """An extracted fact that agrees with `stated()`."""
    start = text.index(quote)
    filled: dict[str, object] = {
        "value_max": None,
        "qualifier": Qualifier.EXACT,
        "kind": Kind.COUNT,
        "unit": None,
        "per": None,
        "subject": "школа",
        "subject_head": "школа",
        "predicate": "открыть",
        "measure": Measure.LEVEL,
        "direction": None,
        "period": YEAR,
        "modality": Modality.ACTUAL,
        "place": None,
        "place_code": None,
        "attributed_to": None,
        "part_of": None,
        "compared_with": None,
        "rule": "counted",
        "confidence": Decimal("0.9"),
        "evidence": ("subject_counted",),
    }
    return Fact(quote, start, start + len(quote), Decimal(value), **(filled | slots))


def rejection(quote: str, reason: RejectionReason, *, text: str = TEXT) -> Rejection:
    """An extracted rejection."""
    start = text.index(quote)
    return Rejection(quote, start, start + len(quote), reason, "time")


def stated_rejection(quote: str, reason: str, *, text: str = TEXT) -> StatedRejection:
    """An annotated rejection."""
    start = text.index(quote)
    return StatedRejection(quote, start, start + len(quote), reason)


def reading(
    facts: list[Fact],
    wanted: list[Statement],
    *,
    found_rejections: list[Rejection] | None = None,
    wanted_rejections: list[StatedRejection] | None = None,
    doc_id: str = "s1",
    topic: str | None = None,
    text: str = TEXT,
) -> Reading:
    """An extraction laid beside an annotation."""
    annotated = AnnotatedText(
        doc_id, date(2025, 12, 1), topic, text, tuple(wanted), tuple(wanted_rejections or ())
    )
    return compare(annotated, Extraction(tuple(facts), tuple(found_rejections or ())))
