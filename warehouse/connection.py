"""Opening the database file: one writer, or many readers, and a clear word when it is taken.

Belongs here: connections, waiting for another process, transactions. Does not belong here:
what is written (`load`), the schema (`migrate`) and the snapshot for readers (`publish`).
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.errors import WarehouseBusy, WarehouseMissing, WarehouseUnreadable

RETRY_PAUSE = timedelta(milliseconds=50)

# DuckDB keeps other processes out, and lets every thread of this one write at once.
ONE_WRITER = threading.RLock()

_HELD_BY_PROCESS = "Could not set lock on file"
_HELD_IN_PROCESS = "different configuration than existing connections"
_HOLDER = re.compile(r"held in (?P<program>.+?) \(PID (?P<pid>\d+)\)")


@contextmanager
def open_writer(path: Path, *, wait: timedelta) -> Iterator[DuckDBPyConnection]:
    """Open the database for writing; the file is made when there is none (the folder must exist).

    DuckDB lets one process write and then no other process read or write, so this asks again
    until the holder lets go.

    Args:
        path: The database file.
        wait: How long to wait for another process; zero asks once.

    Yields:
        A connection whose session runs in UTC; closed at the end, an open transaction rolled back.

    Raises:
        WarehouseBusy: If another process still holds the file after `wait`.
        WarehouseUnreadable: If the file cannot be opened as a database.
    """
    connection = _connect_waiting(path, read_only=False, wait=wait)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def open_reader(path: Path, *, wait: timedelta = timedelta()) -> Iterator[DuckDBPyConnection]:
    """Open the database read-only. A process that keeps a reader open keeps seeing that snapshot.

    Args:
        path: The database file, usually the published snapshot, which no writer ever holds.
        wait: How long to wait for a writer in another process; zero asks once.

    Yields:
        A connection whose session runs in UTC; closed at the end.

    Raises:
        WarehouseMissing: If there is no such file yet.
        WarehouseBusy: If a writer holds the file after `wait`.
        WarehouseUnreadable: If the file cannot be opened as a database.
    """
    if not path.exists():
        raise WarehouseMissing(f"there is no database at {path} yet", remedy="run `svodka run` first")
    connection = _connect_waiting(path, read_only=True, wait=wait)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """Keep everything done inside, or nothing of it when an error leaves the block.

    The threads of a process take turns: "add what is not there" would add twice if two did it at once.
    """
    with ONE_WRITER:
        connection.begin()
        try:
            yield
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _connect_waiting(path: Path, *, read_only: bool, wait: timedelta) -> DuckDBPyConnection:
    deadline = time.monotonic() + wait.total_seconds()
    while True:
        try:
            connection = duckdb.connect(path, read_only=read_only)
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            holder = _holder(str(error))
            if holder is None:
                raise _unreadable(path, error) from error
            if time.monotonic() >= deadline:
                raise _busy(path, holder, wait) from error
            # DuckDB cannot queue for its lock: asking again is the only way to wait for it.
            time.sleep(RETRY_PAUSE.total_seconds())
        else:
            connection.execute("SET TimeZone = 'UTC'")
            return connection


def _holder(message: str) -> str | None:
    """Say who holds the file, or None when the message is about something else."""
    if _HELD_IN_PROCESS in message:
        return "this very process, in the other mode (reading or writing)"
    if _HELD_BY_PROCESS not in message:
        return None
    found = _HOLDER.search(message)
    return "another process" if found is None else f"process {found['pid']} ({found['program']})"


def _busy(path: Path, holder: str, wait: timedelta) -> WarehouseBusy:
    return WarehouseBusy(
        f"{path} is held by {holder}; waited {wait.total_seconds():g} s",
        remedy="let it finish or stop it; for reading use the published snapshot, which is never held",
    )


def _unreadable(path: Path, error: duckdb.Error) -> WarehouseUnreadable:
    return WarehouseUnreadable(
        f"cannot open {path} as a database ({error})",
        remedy="check the path and its rights; a damaged warehouse can be rebuilt from the raw zone",
    )
