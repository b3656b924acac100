"""A migrated database in memory, emptied for every test.

Annotations stay strings (`from __future__`) in every test module that names DuckDB's classes: a session
with a Hypothesis test keeps test functions alive to its very end, and DuckDB 2.0 then prints pages of
"leaked instances" about the classes they still refer to.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from warehouse.migrate import migrate
from warehouse.rows import ROW_TYPES


@pytest.fixture(scope="session")
def migrated_database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        opened.execute("SET TimeZone = 'UTC'")
        migrate(opened)
        yield opened


@pytest.fixture
def connection(migrated_database: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    for row_type in ROW_TYPES:
        migrated_database.execute(f"TRUNCATE {row_type.table}")
    return migrated_database
