"""Digests of contents and of the schema."""

from __future__ import annotations

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import fetch, warc_file
from warehouse.digest import TableDigest, schema_digest, table_digests
from warehouse.load import load_fetches
from warehouse.migrate import migrate
from warehouse.rows import ROW_TYPES


def test_every_data_table_has_a_digest_and_empty_ones_are_zero(connection: DuckDBPyConnection) -> None:
    assert table_digests(connection) == {row_type.table: TableDigest(0, "0") for row_type in ROW_TYPES}


def test_the_order_of_rows_does_not_matter(connection: DuckDBPyConnection) -> None:
    rows = [fetch(number) for number in range(1, 30)]
    load_fetches(connection, [warc_file()], rows)
    forward = table_digests(connection)
    connection.execute("TRUNCATE raw.fetch")

    load_fetches(connection, [], rows[::-1])

    assert table_digests(connection) == forward


def test_one_changed_cell_changes_the_digest(connection: DuckDBPyConnection) -> None:
    load_fetches(connection, [], [fetch(1)])
    before = table_digests(connection)["raw.fetch"]

    connection.execute("UPDATE raw.fetch SET status = NULL")

    after = table_digests(connection)["raw.fetch"]
    assert after.row_count == before.row_count == 1
    assert after.row_hash != before.row_hash


def test_a_row_that_is_there_twice_is_noticed(connection: DuckDBPyConnection) -> None:
    load_fetches(connection, [], [fetch(1)])
    once = table_digests(connection)["raw.fetch"].row_hash
    connection.execute("INSERT INTO raw.fetch FROM raw.fetch")
    connection.execute("INSERT INTO raw.fetch FROM raw.fetch LIMIT 1")

    digest = table_digests(connection)["raw.fetch"]

    assert digest.row_count == 3
    assert digest.row_hash not in {once, "0"}


@pytest.mark.parametrize(
    "change",
    [
        "COMMENT ON COLUMN core.fact.value IS 'other words'",
        "COMMENT ON TABLE core.fact IS 'other words'",
        "COMMENT ON VIEW main.facts IS 'other words'",
        "CREATE OR REPLACE VIEW main.series AS SELECT 1 AS one",
        "ALTER TABLE core.problem ADD COLUMN seen_at DATE",
        "UPDATE meta.migration SET checksum = 'other' WHERE number = 1",
        "UPDATE meta.schema_description SET description = 'other' WHERE schema_name = 'raw'",
    ],
)
def test_the_schema_digest_notices_what_a_reader_would(change: str) -> None:
    with duckdb.connect(":memory:") as opened:
        migrate(opened)
        before = schema_digest(opened)

        opened.execute(change)

        assert schema_digest(opened) != before
