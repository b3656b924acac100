"""Digests of table contents: whether two databases, or one database at two times, hold the same rows.

Belongs here: counting and hashing the rows of our tables, and the text of the schema. Does not
belong here: deciding anything from it (`publish`, the pipeline's report).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from warehouse.rows import ROW_TYPES

# A sum, not XOR: with XOR a row that is there twice would look like one that is not there.
_TABLE_DIGEST = "SELECT count(*), coalesce(sum(hash(stored)::HUGEINT), 0) FROM query_table(?) AS stored"
_SCHEMA_QUERIES = (
    """
    SELECT schema_name, table_name, column_name, column_index, data_type, is_nullable, comment
    FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal ORDER BY ALL
    """,
    """
    SELECT schema_name, table_name, comment
    FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal ORDER BY ALL
    """,
    """
    SELECT schema_name, view_name, sql, comment
    FROM duckdb_views() WHERE database_name = current_database() AND NOT internal ORDER BY ALL
    """,
    "SELECT number, name, checksum FROM meta.migration ORDER BY ALL",
    "SELECT schema_name, description FROM meta.schema_description ORDER BY ALL",
)


@dataclass(frozen=True, slots=True)
class TableDigest:
    """What a table holds, whatever order its rows are in.

    Attributes:
        row_count: Number of rows.
        row_hash: Sum of the hashes of all rows, hexadecimal. Comparable between databases that the
            same DuckDB version reads, not across its versions.
    """

    row_count: int
    row_hash: str


def table_digests(connection: DuckDBPyConnection) -> dict[str, TableDigest]:
    """Digest every data table (schemas raw and core), by its name with schema.

    The ledger is left out: it says when this database was made, not what it holds.
    """
    return {row_type.table: _table_digest(connection, row_type.table) for row_type in ROW_TYPES}


def _table_digest(connection: DuckDBPyConnection, table: str) -> TableDigest:
    row_count, row_hash = connection.execute(_TABLE_DIGEST, [table]).fetchall()[0]
    return TableDigest(row_count, f"{row_hash:x}")


def schema_digest(connection: DuckDBPyConnection) -> str:
    """Digest what the data is called and what is said of it: columns, comments, views, the ledger.

    Two databases with equal table digests and equal schema digests look the same to a reader.
    """
    digest = hashlib.sha256()
    for query in _SCHEMA_QUERIES:
        for row in connection.execute(query).fetchall():
            digest.update(repr(row).encode())
    return digest.hexdigest()
