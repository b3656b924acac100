"""The raw zone on disk: a folder of complete WARC files for each source.

Belongs here: names, locks, and what makes a file complete. Does not belong here: what is inside a
file (`warc`, `warc_index`).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

from filelock import FileLock, Timeout

from pipeline.errors import SettingsError, SourceError

Origin = Literal["live", "replica"]
_SUFFIX = ".warc.gz"


class RawZone:
    """The folder of all WARC files."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._marker = directory / "ORIGIN"

    def require_origin(self, origin: Origin) -> None:
        """Makes sure that releases of this origin may come in here.

        Raises:
            SettingsError: Releases of the other origin are here already.
        """
        claimed = self._marker.read_text(encoding="ascii") if self._marker.exists() else origin
        if claimed != origin:
            raise SettingsError(
                f"{self.directory} holds {claimed} releases, and example and real data are kept apart",
                remedy="set SVODKA_HOME to another folder, or delete this one",
            )

    def claim(self, origin: Origin) -> None:
        """Marks this as the raw zone of live sites or of the replica, for good.

        Raises:
            SettingsError: It has become that of the other.
        """
        try:
            with self._marker.open("x", encoding="ascii") as out:
                out.write(origin)
        except FileExistsError:
            self.require_origin(origin)

    @contextmanager
    def locked(self, source: str) -> Iterator[None]:
        """Keeps other runs away from a source and removes what killed runs left of it.

        Raises:
            SourceError: Another run is fetching this source.
        """
        folder = self.directory / source
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        try:
            lock.acquire(blocking=False)
        except Timeout as error:
            raise SourceError(
                source, "another run is fetching it right now", remedy="wait for that run to end"
            ) from error
        try:
            for leftover in folder.glob(f".*{_SUFFIX}.part"):
                leftover.unlink()
            yield
        finally:
            lock.release()

    def write(
        self, source: str, run_id: str, started_at: datetime, fill: Callable[[BinaryIO], bool]
    ) -> Path | None:
        """Writes one file completely or not at all; call it within `locked`.

        Args:
            source: Key of the source.
            run_id: The run that fetches.
            started_at: Start of the fetch, UTC.
            fill: Writes the content and says whether it is worth keeping.

        Returns:
            The complete file, None if it was not kept.
        """
        name = f"{source}-{started_at:%Y%m%dT%H%M%S%fZ}-{run_id[:8]}{_SUFFIX}"
        path = self.directory / source / name
        part = path.with_name(f".{name}.part")
        try:
            with part.open("wb") as out:
                keep = fill(out)
                out.flush()
                os.fsync(out.fileno())
            if not keep:
                return None
            part.replace(path)
            _sync_folder(path.parent)
            return path
        finally:
            part.unlink(missing_ok=True)

    def warc_files(self) -> tuple[Path, ...]:
        """Every complete file, in order of source and start."""
        return tuple(sorted(self.directory.glob(f"*/[!.]*{_SUFFIX}")))


def _sync_folder(folder: Path) -> None:
    """Makes a rename survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
