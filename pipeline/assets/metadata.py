"""What the UI shows beside a materialization: counts, samples, the columns of a table.

Belongs here: turning rows into Dagster's metadata. Does not belong here: choosing what an asset
does.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dagster import MetadataValue, TableColumn, TableSchema
from duckdb import DuckDBPyConnection

from warehouse.counts import LoadCounts


@contextmanager
def timed() -> Iterator[dict[str, MetadataValue]]:
    """Measures a block; the metadata is there when it has ended."""
    started = time.monotonic()
    measured: dict[str, MetadataValue] = {}
    yield measured
    measured["seconds"] = MetadataValue.float(round(time.monotonic() - started, 3))


def counts_metadata(counts: LoadCounts) -> dict[str, MetadataValue]:
    """Rows added, changed and deleted, in all and by table."""
    lines = [(table, one.added, one.changed, one.deleted) for table, one in counts.by_table.items()]
    return {
        "rows_added": MetadataValue.int(counts.added),
        "rows_changed": MetadataValue.int(counts.changed),
        "rows_deleted": MetadataValue.int(counts.deleted),
        "by_table": MetadataValue.md(markdown_table(("table", "added", "changed", "deleted"), lines)),
    }


def of_table(counts: LoadCounts, table: str) -> LoadCounts:
    """The part of one table."""
    return counts.by_table.get(table, LoadCounts())


def table_metadata(connection: DuckDBPyConnection, table: str) -> dict[str, MetadataValue]:
    """Row count and columns of a table or view, with the warehouse's own comments."""
    schema, _dot, name = table.rpartition(".")
    columns = connection.execute(
        """
        SELECT column_name, data_type, comment FROM duckdb_columns()
        WHERE schema_name = ? AND table_name = ? ORDER BY column_index
        """,
        [schema, name],
    ).fetchall()
    counted = connection.execute("SELECT count(*) FROM query_table(?)", [table]).fetchall()
    return {
        "dagster/row_count": MetadataValue.int(counted[0][0]),
        "dagster/column_schema": MetadataValue.table_schema(_table_schema(columns)),
    }


def _table_schema(columns: Sequence[tuple[str, str, str | None]]) -> TableSchema:
    # Dagster keeps the variables of the function that makes the first one: no connection may be among them.
    return TableSchema([TableColumn(column, kind, comment) for column, kind, comment in columns])


def query_metadata(connection: DuckDBPyConnection, query: str) -> MetadataValue:
    """The rows of a query of ours as a markdown table."""
    result = connection.execute(query)
    names = [column[0] for column in result.description or ()]
    return MetadataValue.md(markdown_table(names, result.fetchall()))


def markdown_table(names: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table; characters that would break it are replaced."""
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(_cell(value) for value in line)} |" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return " ".join(str(value).split()).replace("|", "\\|")
