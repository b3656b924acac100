"""Publishing: a read-only snapshot of the warehouse, swapped in whole.

Belongs here: making the snapshot beside its target and putting it in its place. Does not belong here:
deciding that data is fit to be published (`checks`, the pipeline).

Readers open only the snapshot, so they never hold up a writer. A reader that is open while a snapshot is
swapped in goes on with the old one; it sees the new one after it has closed all its connections.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.connection import open_reader, open_writer
from warehouse.digest import TableDigest, schema_digest, table_digests
from warehouse.errors import WarehouseError, WarehouseMissing

LOCK_WAIT = timedelta(seconds=60)

_UNFINISHED = ".unfinished"
_SNAPSHOT_MODE = 0o444


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What publishing did.

    Attributes:
        path: The snapshot.
        unchanged: Whether the snapshot there had the same content, so that it was left in place.
        tables: Digest of each data table in it.
        size_bytes: Size of the snapshot.
    """

    path: Path
    unchanged: bool
    tables: dict[str, TableDigest]
    size_bytes: int


def publish(warehouse_path: Path, published_path: Path, *, wait: timedelta = LOCK_WAIT) -> PublishResult:
    """Swap in a snapshot of the warehouse, unless the one there has the same content already.

    The snapshot is copied to a file beside its target, written through to the disk, and renamed: at every
    moment readers find the old one or the new one, whole. Left-overs of a killed publish are removed first.

    Args:
        warehouse_path: The migrated database to publish.
        published_path: Where the snapshot goes; the folder must exist. The file is made read-only.
        wait: How long to wait for another process that holds the warehouse.

    Returns:
        What was done.

    Raises:
        WarehouseMissing: If there is no warehouse yet.
        WarehouseBusy: If another process still holds the warehouse after `wait`.
    """
    if not warehouse_path.exists():
        raise WarehouseMissing(
            f"there is no warehouse at {warehouse_path} yet", remedy="run `svodka run` first"
        )
    unfinished = published_path.with_name(published_path.name + _UNFINISHED)
    # The lock of the warehouse is held to the end: two publishers never meet at the unfinished file.
    with open_writer(warehouse_path, wait=wait) as connection:
        _remove(unfinished)
        tables = table_digests(connection)
        unchanged = _content(published_path) == (schema_digest(connection), tables)
        if not unchanged:
            _copy(connection, unfinished)
            _swap_in(unfinished, published_path)
    return PublishResult(published_path, unchanged, tables, published_path.stat().st_size)


def _content(published_path: Path) -> tuple[str, dict[str, TableDigest]] | None:
    """Digest the snapshot that is there; None when there is none that can be read."""
    try:
        with open_reader(published_path) as connection:
            return schema_digest(connection), table_digests(connection)
    except (WarehouseError, duckdb.Error):
        return None


def _copy(connection: DuckDBPyConnection, target: Path) -> None:
    """Copy everything, compact and without a log, to a new file; comments and views come along."""
    [(source,)] = connection.execute("SELECT current_database()").fetchall()
    # The name comes from the file and may hold anything, so it is quoted.
    quoted = source.replace('"', '""')
    try:
        connection.execute("ATTACH ? AS snapshot", [str(target)])
        connection.execute(f'COPY FROM DATABASE "{quoted}" TO snapshot')
        connection.execute("CHECKPOINT snapshot")
        connection.execute("DETACH snapshot")
    except duckdb.Error as error:
        raise WarehouseError(
            f"the snapshot could not be written to {target} ({error})",
            remedy="check the space on the disk; readers still have the old snapshot",
        ) from error


def _swap_in(unfinished: Path, published_path: Path) -> None:
    unfinished.chmod(_SNAPSHOT_MODE)
    _write_through(unfinished)
    # A log that somebody's writing connection left behind must not be replayed on the new snapshot.
    _log_of(published_path).unlink(missing_ok=True)
    unfinished.replace(published_path)
    _write_through(published_path.parent)


def _remove(unfinished: Path) -> None:
    unfinished.unlink(missing_ok=True)
    _log_of(unfinished).unlink(missing_ok=True)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def _write_through(path: Path) -> None:
    """Have the disk hold the file, or the names in the folder, before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
