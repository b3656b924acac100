"""Storing what extraction gave: it replaces what was stored for the same texts."""

from __future__ import annotations

from dataclasses import astuple
from decimal import Decimal

import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import (
    extract_problem,
    extraction,
    fact,
    fetch,
    rejected,
    release,
    version,
)
from warehouse.digest import table_digests
from warehouse.errors import RowsRefused
from warehouse.load import load_extractions

TEXT = version(release(1), fetch(1))
OTHER_TEXT = version(release(2), fetch(1))


def test_facts_and_rejections_come_back_as_they_went_in(connection: DuckDBPyConnection) -> None:
    row = fact(
        TEXT, value=Decimal("12345678901234567890123456789.123456789"), value_max=Decimal("0.000000001")
    )

    counts = load_extractions(
        connection, [extraction(TEXT)], [row], [rejected(TEXT)], [extract_problem(TEXT)]
    )

    assert (counts.added, counts.changed, counts.deleted) == (4, 0, 0)
    assert connection.execute("FROM core.fact").fetchall() == [
        tuple(list(v) if isinstance(v, tuple) else v for v in astuple(row))
    ]
    assert connection.execute("FROM core.rejected_number").fetchall() == [astuple(rejected(TEXT))]


def test_the_same_load_again_changes_nothing(connection: DuckDBPyConnection) -> None:
    batch = ([extraction(TEXT)], [fact(TEXT)], [rejected(TEXT)], [extract_problem(TEXT)])
    load_extractions(connection, *batch)
    before = table_digests(connection)

    assert load_extractions(connection, *batch).is_unchanged
    assert table_digests(connection) == before


def test_a_new_extraction_replaces_the_old_one_as_a_whole(connection: DuckDBPyConnection) -> None:
    load_extractions(
        connection,
        [extraction(TEXT)],
        [fact(TEXT, "23 тыс."), fact(TEXT, "18 тыс.")],
        [rejected(TEXT, "5,6%")],
        [extract_problem(TEXT)],
    )

    counts = load_extractions(
        connection,
        [extraction(TEXT, extractor_version="e2")],
        [
            fact(TEXT, "23 тыс.", extractor_version="e2", qualifier="about"),
            fact(TEXT, "5,6%", extractor_version="e2", kind="percent", unit="%"),
        ],
        [],
        [],
    )

    assert {table: (c.added, c.changed, c.deleted) for table, c in counts.by_table.items()} == {
        "core.extraction": (0, 1, 0),
        "core.fact": (1, 1, 1),
        "core.problem": (0, 0, 1),
        "core.rejected_number": (0, 0, 1),
    }
    assert connection.execute("SELECT quote FROM core.fact ORDER BY char_start").fetchall() == [
        ("23 тыс.",),
        ("5,6%",),
    ]


def test_other_texts_stay_as_they_are(connection: DuckDBPyConnection) -> None:
    load_extractions(
        connection, [extraction(TEXT), extraction(OTHER_TEXT)], [fact(TEXT), fact(OTHER_TEXT)], [], []
    )

    counts = load_extractions(connection, [extraction(TEXT)], [], [], [])

    assert (counts.added, counts.changed, counts.deleted) == (0, 0, 1)
    assert connection.execute("SELECT version_id FROM core.fact").fetchall() == [(OTHER_TEXT.version_id,)]


def test_a_text_without_numbers_keeps_its_receipt(connection: DuckDBPyConnection) -> None:
    load_extractions(connection, [extraction(TEXT, fact_count=0)], [], [], [])

    assert connection.execute("SELECT version_id FROM core.extraction").fetchall() == [(TEXT.version_id,)]


def test_a_fact_without_receipt_is_refused(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match=r"core\.fact\.version_id .* is not among"):
        load_extractions(connection, [extraction(TEXT)], [fact(OTHER_TEXT)], [], [])


def test_a_rejection_without_receipt_is_refused(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match=r"core\.rejected_number\.version_id .* is not among"):
        load_extractions(connection, [extraction(TEXT)], [], [rejected(OTHER_TEXT)], [])


def test_a_problem_of_another_stage_is_refused(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match="'parse' in a load of stage 'extract'"):
        load_extractions(connection, [extraction(TEXT)], [], [], [extract_problem(TEXT, stage="parse")])


def test_two_facts_at_one_place_are_refused_and_an_exact_repeat_is_not(
    connection: DuckDBPyConnection,
) -> None:
    with pytest.raises(RowsRefused, match=r"two different rows for core\.fact have fact_id"):
        load_extractions(connection, [extraction(TEXT)], [fact(TEXT), fact(TEXT, unit="KZT")], [], [])

    assert load_extractions(connection, [extraction(TEXT)], [fact(TEXT), fact(TEXT)], [], []).added == 2


@pytest.mark.parametrize("value", [Decimal("0.0000000001"), Decimal(10) ** 29, Decimal("NaN"), 1.5])
def test_a_value_that_the_column_would_round_or_bend_is_refused(
    connection: DuckDBPyConnection, value: object
) -> None:
    with pytest.raises(RowsRefused, match=r"core\.fact\.value cannot hold"):
        load_extractions(connection, [extraction(TEXT)], [fact(TEXT, value=value)], [], [])

    assert connection.execute("SELECT count(*) FROM core.extraction").fetchone() == (0,)
