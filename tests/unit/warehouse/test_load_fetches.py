"""Indexing the raw zone."""

from __future__ import annotations

import re
from dataclasses import astuple
from datetime import datetime, timedelta

import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import NOON, fetch, warc_file
from warehouse.counts import LoadCounts
from warehouse.errors import RowsRefused
from warehouse.load import load_fetches


def test_new_rows_are_added_and_counted_by_table(connection: DuckDBPyConnection) -> None:
    counts = load_fetches(connection, [warc_file()], [fetch(1), fetch(2)])

    assert (counts.added, counts.changed, counts.deleted) == (3, 0, 0)
    assert counts.by_table == {"raw.fetch": LoadCounts(2), "raw.warc_file": LoadCounts(1)}


def test_values_come_back_as_they_went_in(connection: DuckDBPyConnection) -> None:
    row = fetch(1, request_body=None, status=None, content_type=None)
    load_fetches(connection, [], [row])

    stored = connection.execute("FROM raw.fetch").fetchall()

    assert stored == [astuple(row)]


def test_the_same_load_again_changes_nothing(connection: DuckDBPyConnection) -> None:
    load_fetches(connection, [warc_file()], [fetch(1), fetch(2)])

    assert load_fetches(connection, [warc_file()], [fetch(1), fetch(2)]).is_unchanged


def test_a_payload_seen_again_later_keeps_its_first_sighting(connection: DuckDBPyConnection) -> None:
    first = fetch(1)
    load_fetches(connection, [], [first])

    counts = load_fetches(connection, [], [fetch(1, fetched_at=first.fetched_at + timedelta(days=1))])

    assert counts.is_unchanged
    assert connection.execute("SELECT fetched_at FROM raw.fetch").fetchall() == [(first.fetched_at,)]


@pytest.mark.parametrize("in_one_load", [True, False])
def test_the_earliest_sighting_is_kept_in_whatever_order_they_come(
    connection: DuckDBPyConnection, *, in_one_load: bool
) -> None:
    early, late = fetch(1), fetch(1, fetched_at=NOON + timedelta(days=9), warc_path="later.warc.gz")

    for batch in [[late, early]] if in_one_load else [[late], [early]]:
        load_fetches(connection, [], batch)

    assert connection.execute("SELECT warc_path FROM raw.fetch").fetchall() == [(early.warc_path,)]


def test_a_warc_file_with_another_checksum_is_refused(connection: DuckDBPyConnection) -> None:
    load_fetches(connection, [warc_file()], [])

    with pytest.raises(
        RowsRefused, match=r"run-1\.warc\.gz was indexed with SHA-256 (ab){32} and now has cd"
    ):
        load_fetches(connection, [warc_file(sha256="cd" * 32)], [fetch(1)])

    assert connection.execute("SELECT count(*) FROM raw.fetch").fetchone() == (0,)


def test_a_time_without_zone_is_refused(connection: DuckDBPyConnection) -> None:
    naive = datetime(2025, 12, 2, 12, 0)  # noqa: DTZ001 - the value under test

    with pytest.raises(RowsRefused, match=r"raw\.fetch\.fetched_at: .* has no time zone"):
        load_fetches(connection, [], [fetch(1, fetched_at=naive)])


@pytest.mark.parametrize(
    ("column", "value"),
    [("warc_offset", 2**63), ("payload_bytes", "1.5"), ("url", 7), ("status", "two hundred")],
)
def test_a_value_that_does_not_fit_is_named(
    connection: DuckDBPyConnection, column: str, value: object
) -> None:
    with pytest.raises(RowsRefused, match=re.escape(f"raw.fetch.{column} cannot hold {value!r}")):
        load_fetches(connection, [], [fetch(1), fetch(2, **{column: value})])


def test_a_missing_value_is_refused_and_nothing_is_kept(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match=r"NOT NULL.*fetch\W+url"):
        load_fetches(connection, [warc_file()], [fetch(1), fetch(2, url=None)])

    assert connection.execute("SELECT count(*) FROM raw.warc_file").fetchone() == (0,)
