"""The data dictionary: what the comments in the database say of every table, view and column, as Markdown.

Belongs here: reading the comments of a freshly migrated database and writing the page. Does not belong
here: the words themselves (COMMENT ON in `migrations/` and `views/`). A test fails when
docs/data-dictionary.md and the comments differ; `make docs` writes it anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.migrate import migrate

SCHEMA_ORDER = ("main", "mart", "core", "raw", "meta")

_INTRODUCTION = """\
# Data dictionary

Generated from the comments in the database by `make docs`; do not edit. The same words are in the database
itself: `SELECT * FROM duckdb_columns() WHERE table_name = 'facts'`.
"""
_RELATIONS = """
SELECT table_name, 'table' AS relation_type, comment
FROM duckdb_tables() WHERE schema_name = ? AND NOT internal
UNION ALL
SELECT view_name, 'view', comment
FROM duckdb_views() WHERE schema_name = ? AND NOT internal
ORDER BY ALL
"""
_COLUMNS = """
SELECT column_name, data_type, is_nullable, comment
FROM duckdb_columns()
WHERE schema_name = ? AND table_name = ? AND NOT internal
ORDER BY column_index
"""


def dictionary(connection: DuckDBPyConnection) -> str:
    """Write the data dictionary of a migrated database.

    Returns:
        A Markdown page that ends with a line break.
    """
    sections = [_schema_section(connection, schema) for schema in SCHEMA_ORDER]
    return "\n".join([_INTRODUCTION, *sections])


def main(arguments: list[str]) -> int:
    """Write the dictionary of today's schema to a file: `python -m warehouse.dictionary FILE`.

    Returns:
        The exit code: 0, or 2 when the arguments are wrong.
    """
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m warehouse.dictionary FILE\n")
        return 2
    with duckdb.connect(":memory:") as connection:
        migrate(connection)
        Path(arguments[0]).write_text(dictionary(connection), encoding="utf-8")
    return 0


def _schema_section(connection: DuckDBPyConnection, schema: str) -> str:
    described = connection.execute(
        "SELECT description FROM meta.schema_description WHERE schema_name = ?", [schema]
    ).fetchall()
    relations = connection.execute(_RELATIONS, [schema, schema]).fetchall()
    lines = [f"## Schema {schema}", "", described[0][0], ""]
    for name, relation_type, comment in relations:
        lines += [f"### {schema}.{name} ({relation_type})", "", comment, ""]
        lines += [*_column_table(connection, schema, name, with_nulls=relation_type == "table"), ""]
    return "\n".join(lines)


def _column_table(connection: DuckDBPyConnection, schema: str, name: str, *, with_nulls: bool) -> list[str]:
    """Say of a table's columns whether they may be null too; of a view's DuckDB does not know it."""
    columns = connection.execute(_COLUMNS, [schema, name]).fetchall()
    lines = ["| column | type | meaning |", "|---|---|---|"]
    for column, data_type, is_nullable, comment in columns:
        required = ", required" if with_nulls and not is_nullable else ""
        lines.append(f"| `{column}` | {data_type}{required} | {comment.replace('|', chr(92) + '|')} |")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
