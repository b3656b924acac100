"""Opening the warehouse for a stage: made on first use, always at today's schema.

Belongs here: folder, migration and the wait for another process. Does not belong here: what a stage
does with the connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
from duckdb import DuckDBPyConnection

from pipeline.settings import Settings
from warehouse.connection import open_writer
from warehouse.migrate import migrate


@contextmanager
def open_warehouse(settings: Settings) -> Iterator[DuckDBPyConnection]:
    """The warehouse, to read what is to do or to store what was done.

    Keep it short: DuckDB lets one process at a time have the file, and every other one waits.

    Raises:
        WarehouseBusy: Another process held the file for longer than `settings.lock_wait`.
        KeyboardInterrupt: Somebody pressed Ctrl-C while DuckDB was at work.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    with open_writer(settings.warehouse_path, wait=settings.lock_wait) as connection:
        try:
            migrate(connection)
            yield connection
        except (RuntimeError, duckdb.InterruptException) as error:
            # What DuckDB makes of Ctrl-C; left as it is, one source would fail and the run go on.
            if str(error).endswith("Query interrupted"):
                raise KeyboardInterrupt from error
            raise
