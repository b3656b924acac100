import json
from dataclasses import fields
from datetime import date

import pytest

from extractors.json_lines import (
    FACT_FIELDS,
    REJECTION_FIELDS,
    Document,
    MalformedLineError,
    read_document,
    records,
)
from tests.unit.cli.sample_extraction import EXTRACTION
from warehouse.rows import FactRow

FACT_MODEL = """
quote char_start char_end value value_max qualifier kind unit per subject subject_head predicate measure
direction period_start period_end period_grain period_source modality place place_code attributed_to
part_of compared_with rule confidence
"""


@pytest.mark.parametrize(
    ("line", "document"),
    [
        (
            '{"id": "a", "published": "2025-12-19", "text": "5 школ"}',
            Document("a", date(2025, 12, 19), "5 школ"),
        ),
        ('{"id": 7, "text": ""}', Document("7", None, "")),
        (
            '{"id": "a", "published": "2025-12-19T23:30:00+05:00", "text": "", "title": "x"}',
            Document("a", date(2025, 12, 19), ""),
        ),
    ],
)
def test_a_line_is_a_text(line: str, document: Document) -> None:
    assert read_document(line) == document


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ('["a"]', "a JSON list, not an object"),
        ('{"id": "a"}', "`text` is missing or null, not a string"),
        ('{"id": "a", "text": 5}', "`text` is 5, not a string"),
        ('{"text": "x"}', "`id` is missing or null, neither a string nor a number"),
        ('{"id": true, "text": "x"}', "`id` is true, neither"),
        (
            '{"id": "a", "text": "x", "published": "19.12.2025"}',
            "`published` is '19.12.2025', no date in ISO 8601",
        ),
        ('{"id": "a", "text": "x", "published": 5}', "`published` is 5, not a string"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_malformed_line_is_refused_with_its_reason(line: str, reason: str) -> None:
    with pytest.raises(MalformedLineError, match=r"^" + reason.replace(".", r"\.")):
        read_document(line)


def test_a_record_has_every_field_of_the_fact_model_in_order() -> None:
    assert list(FACT_FIELDS) == ["doc_id", "fact_id", *FACT_MODEL.split(), "evidence"]
    for record in records("d", EXTRACTION, rejected=False):
        assert tuple(record) == FACT_FIELDS


def test_the_fields_are_those_of_the_warehouse() -> None:
    columns = {field.name for field in fields(FactRow)} - {"version_id", "extractor_version"}
    assert columns == set(FACT_FIELDS) - {"doc_id"}


def test_decimals_are_plain_text_and_slots_not_understood_are_null() -> None:
    whole, part, change = records("d", EXTRACTION, rejected=False)
    assert (whole["value"], part["value"], change["value"], change["value_max"]) == (
        "2292",
        "2185",
        "5.6",
        "6",
    )
    assert (whole["period_start"], whole["period_end"]) == ("2025-01-01", "2025-12-31")
    assert (whole["period_grain"], whole["period_source"]) == ("year", "explicit")
    assert [change[name] for name in FACT_FIELDS if name.startswith("period")] == [None] * 4
    assert (change["kind"], change["direction"], change["modality"]) == ("percent", "up", "planned")


def test_a_part_names_its_whole() -> None:
    whole, part, change = records("d", EXTRACTION, rejected=False)
    assert whole["fact_id"] == "d:24-29"
    assert part["part_of"] == whole["fact_id"]
    assert change["part_of"] is None
    assert len({str(record["fact_id"]) for record in (whole, part, change)}) == 3


def test_rejected_numbers_stand_in_text_order_with_their_reason() -> None:
    first, *rest = records("d", EXTRACTION, rejected=True)
    assert tuple(first) == REJECTION_FIELDS
    assert (first["rejected"], first["quote"], first["reason"], first["rule"]) == (
        True,
        "2025",
        "date",
        "time",
    )
    assert [record.get("rejected") for record in rest] == [None] * 3


def test_a_record_is_json_as_it_is() -> None:
    for record in records("d", EXTRACTION, rejected=True):
        assert json.loads(json.dumps(record, allow_nan=False)) | {"evidence": ()} == record | {"evidence": ()}
