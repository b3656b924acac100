"""A migrated database in memory, new for every test."""

from collections.abc import Iterator

import duckdb
import pytest

from warehouse.migrate import migrate


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        opened.execute("SET TimeZone = 'UTC'")
        migrate(opened)
        yield opened
