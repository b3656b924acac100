"""From an extraction to rows: ids, parts, values that cannot be stored, texts that cannot be read."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import (
    Direction,
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
    UnknownUnit,
)
from extractors.model import Period
from pipeline.stages.fact_rows import ExtractedText, extract_text
from pipeline.stages.text import Text
from warehouse.ids import stable_hash

TEXT = Text("v1", "kz_edu", "Открыты 25 школ, из них 7 в сёлах.", date(2026, 1, 5))
SCHOOLS = Fact(
    quote="25",
    char_start=8,
    char_end=10,
    value=Decimal(25),
    value_max=None,
    qualifier=Qualifier.EXACT,
    kind=Kind.COUNT,
    unit=None,
    per=None,
    subject="школы",
    subject_head="школа",
    predicate="открыть",
    measure=Measure.LEVEL,
    direction=None,
    period=Period(date(2026, 1, 5), date(2026, 1, 5), PeriodGrain.DAY, PeriodSource.PUBLICATION),
    modality=Modality.ACTUAL,
    place=None,
    place_code=None,
    attributed_to=None,
    part_of=None,
    compared_with=None,
    rule="noun.count",
    confidence=Decimal("0.8765"),
    evidence=("unit",),
)
IN_VILLAGES = replace(SCHOOLS, quote="7", char_start=24, char_end=25, value=Decimal(7), part_of=0)
REJECTED = Rejection("1", 3, 4, RejectionReason.DATE, "time.date")


def _extracted(
    *facts: Fact, rejected: tuple[Rejection, ...] = (), unknown: tuple[UnknownUnit, ...] = ()
) -> ExtractedText:
    def extract(text: str, *, published: date | None, syntax: str = "none") -> Extraction:
        assert (text, published, syntax) == (TEXT.body, TEXT.published_on, "none")
        return Extraction(facts, rejected, unknown)

    return extract_text(TEXT, "none", extract)


def test_ids_are_hashes_of_version_and_offsets() -> None:
    one = _extracted(SCHOOLS, rejected=(REJECTED,))
    assert one.facts[0].fact_id == stable_hash("v1", "8", "10")
    assert one.rejected[0].rejected_id == stable_hash("v1", "3", "4")


def test_a_part_names_its_whole_by_id() -> None:
    whole, part = _extracted(SCHOOLS, IN_VILLAGES).facts
    assert whole.part_of is None
    assert part.part_of == whole.fact_id


def test_slots_become_columns() -> None:
    changed = replace(
        SCHOOLS,
        kind=Kind.MONEY,
        unit="KZT",
        measure=Measure.CHANGE,
        direction=Direction.UP,
        value_max=Decimal(30),
    )
    row = _extracted(changed).facts[0]
    assert (row.kind, row.unit, row.measure, row.direction) == ("money", "KZT", "change", "up")
    assert (row.value, row.value_max, row.qualifier) == (Decimal(25), Decimal(30), "exact")
    assert (row.period_start, row.period_grain, row.period_source) == (date(2026, 1, 5), "day", "publication")
    assert row.confidence == Decimal("0.876")


def test_a_fact_without_period_has_no_part_of_one() -> None:
    row = _extracted(replace(SCHOOLS, period=None)).facts[0]
    assert (row.period_start, row.period_end, row.period_grain, row.period_source) == (None,) * 4


def test_the_receipt_counts_what_was_found() -> None:
    receipt = _extracted(SCHOOLS, IN_VILLAGES, rejected=(REJECTED,)).extraction
    assert (receipt.characters, receipt.fact_count, receipt.rejected_count) == (len(TEXT.body), 2, 1)


@pytest.mark.parametrize("value", ["1e29", "1e-10", "0.1234567891"])
def test_a_value_that_cannot_be_stored_is_rejected_with_a_problem(value: str) -> None:
    one = _extracted(replace(SCHOOLS, value=Decimal(value)), IN_VILLAGES)
    assert [fact.quote for fact in one.facts] == ["7"]
    assert one.facts[0].part_of is None
    assert [(row.quote, row.reason) for row in one.rejected] == [("25", "other")]
    assert [(row.kind, row.version_id) for row in one.problems] == [("value_out_of_range", "v1")]
    assert str(Decimal(value)) in one.problems[0].message


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**28), max_value=10**28))
def test_every_value_of_the_column_is_stored_exactly(value: Decimal) -> None:
    one = _extracted(replace(SCHOOLS, value=value))
    assert [row.value for row in one.facts] == [value]
    assert one.problems == ()


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_no_number_is_ever_lost(value: Decimal) -> None:
    one = _extracted(replace(SCHOOLS, value=value))
    assert len(one.facts) + len(one.rejected) == 1
    assert len(one.rejected) == len(one.problems)


def test_a_text_that_the_extractor_fails_on_gets_a_receipt_and_a_problem() -> None:
    def failing(_text: str, **_options: object) -> Extraction:
        raise ZeroDivisionError("in a rule")

    one = extract_text(TEXT, "none", failing)
    assert (one.extraction.fact_count, one.extraction.rejected_count) == (0, 0)
    assert [(row.kind, row.stage, row.source) for row in one.problems] == [
        ("extractor_failed", "extract", "kz_edu")
    ]
    assert "ZeroDivisionError: in a rule" in one.problems[0].message


def test_an_unknown_unit_is_a_problem_that_names_it() -> None:
    one = _extracted(SCHOOLS, unknown=(UnknownUnit("мккюри", 11, 17),))
    assert [(row.kind, row.record) for row in one.problems] == [("unknown_unit", "мккюри")]
    assert len(one.facts) == 1
