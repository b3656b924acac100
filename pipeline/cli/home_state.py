"""The state of a home, as data: what is published, what it takes on the disk, what ran.

Belongs here: finding it out, without changing or holding anything. Does not belong here: showing it
(`home_report`), judging it (`doctor_checks`).
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.cli.run_records import PastRun, past_runs
from pipeline.fetch.raw_zone import RawZone
from pipeline.instance import dagster_home
from pipeline.settings import Settings
from warehouse.connection import open_reader
from warehouse.digest import table_digests

RUNS_SHOWN = 5
_NEWEST = "SELECT max(published_on) FROM main.releases"
_RELEASES = "SELECT host, count(*) FROM main.releases GROUP BY host ORDER BY host"
_PROBLEMS = "SELECT kind, count(*) FROM core.problem GROUP BY kind ORDER BY count(*) DESC, kind"


@dataclass(frozen=True, slots=True)
class Published:
    """The snapshot that people read.

    Attributes:
        at: When it was swapped in, UTC.
        rows: Rows of each table.
        releases: Releases by host of their site, duplicates included; the replica is `replica.test`.
        newest: Day of the newest release, None if no release has a day.
        problems: Problems by kind.
    """

    at: datetime
    rows: Mapping[str, int]
    releases: Mapping[str, int]
    newest: date | None
    problems: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class HomeState:
    """What is in a home.

    Attributes:
        home: The folder.
        published: The snapshot, None while there is none.
        warc_files: Complete files of the raw zone.
        bytes_used: Size of each part of the home.
        bytes_free: Space left on its disk.
        runs: The newest runs, newest first.
    """

    home: Path
    published: Published | None
    warc_files: int
    bytes_used: Mapping[str, int]
    bytes_free: int
    runs: tuple[PastRun, ...]


def home_state(settings: Settings) -> HomeState:
    """Looks at a home.

    Raises:
        WarehouseError: There is a snapshot, but it cannot be read.
    """
    parts = {
        "raw": settings.raw_dir,
        "warehouse": settings.warehouse_path,
        "published": settings.published_path,
        "dagster": dagster_home(settings),
    }
    return HomeState(
        home=settings.home,
        published=_published(settings.published_path),
        warc_files=len(RawZone(settings.raw_dir).warc_files()),
        bytes_used={name: _size(path) for name, path in parts.items()},
        bytes_free=free_bytes(settings.home),
        runs=past_runs(settings, limit=RUNS_SHOWN),
    )


def existing_part(path: Path) -> Path:
    """The path, or the nearest folder above it that exists."""
    return next(folder for folder in (path, *path.parents) if folder.exists())


def free_bytes(path: Path) -> int:
    """Space left on the disk of a path, which need not exist."""
    return shutil.disk_usage(existing_part(path)).free


def _published(path: Path) -> Published | None:
    if not path.exists():
        return None
    with open_reader(path) as connection:
        [(newest,)] = connection.execute(_NEWEST).fetchall()
        return Published(
            at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
            rows={table: digest.row_count for table, digest in table_digests(connection).items()},
            releases=dict(connection.execute(_RELEASES).fetchall()),
            newest=newest,
            problems=dict(connection.execute(_PROBLEMS).fetchall()),
        )


def _size(path: Path) -> int:
    """Bytes of a file or of everything in a folder; 0 if there is none."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
