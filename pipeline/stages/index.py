"""The stage that indexes complete WARC files which are in no index: a killed run's, or a restored one's.

Belongs here: finding and loading them. Does not belong here: reading a WARC file
(`pipeline.fetch.warc_index`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from pipeline.fetch.raw_zone import RawZone
from pipeline.fetch.warc_index import ArchiveDamagedError, WarcIndex, index_warc
from pipeline.settings import Settings
from pipeline.stages.pending import indexed_files
from pipeline.stages.warehouse import open_warehouse
from warehouse.counts import LoadCounts
from warehouse.load import load_fetches


@dataclass(frozen=True, slots=True)
class IndexOutcome:
    """What was taken up.

    Attributes:
        files: Files that were indexed now.
        counts: What that changed in the warehouse.
        damaged: One error for each file that cannot be indexed; such a file stays where it is.
    """

    files: int
    counts: LoadCounts
    damaged: tuple[ArchiveDamagedError, ...]


def index(settings: Settings) -> IndexOutcome:
    """Indexes every complete file of the raw zone that is in no index."""
    with open_warehouse(settings) as connection:
        return index_source(connection, settings, source="*")


def index_source(connection: DuckDBPyConnection, settings: Settings, *, source: str) -> IndexOutcome:
    """The same for one source, or for all with `*`, over an open connection."""
    zone = RawZone(settings.raw_dir)
    known = indexed_files(connection)
    left = [
        path
        for path in zone.warc_files()
        if source in ("*", path.parent.name) and path.relative_to(zone.directory).as_posix() not in known
    ]
    found, damaged = _read(zone, left)
    counts = (
        load_fetches(
            connection,
            [read.warc_file for read in found],
            [fetch for read in found for fetch in read.fetches],
        )
        if found
        else LoadCounts()
    )
    return IndexOutcome(len(found), counts, tuple(damaged))


def _read(zone: RawZone, files: Iterable[Path]) -> tuple[list[WarcIndex], list[ArchiveDamagedError]]:
    found: list[WarcIndex] = []
    damaged: list[ArchiveDamagedError] = []
    for path in files:
        try:
            found.append(index_warc(zone.directory, path))
        except ArchiveDamagedError as error:
            damaged.append(error)
    return found, damaged
