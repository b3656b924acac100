"""One `svodka run` at a time for each home.

Belongs here: the lock and the wait for it. Does not belong here: the lock of the database file
(`warehouse.connection`), which also guards against other programs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from pipeline.errors import ExitCode, SvodkaError
from pipeline.settings import Settings


class RunBusyError(SvodkaError):
    """Another run of this home did not end in time."""

    exit_code = ExitCode.BUSY


@contextmanager
def run_lock(settings: Settings, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Holds the lock; a killed process holds it no longer.

    Args:
        settings: Which home, and how long to wait.
        on_wait: Called once if another run is going on.

    Raises:
        RunBusyError: It was still going on after `settings.lock_wait`.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.home / ".run.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        on_wait()
        _acquire(lock, settings)
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, settings: Settings) -> None:
    try:
        lock.acquire(timeout=settings.lock_wait.total_seconds())
    except Timeout as error:
        raise RunBusyError(
            f"another run is at work in {settings.home}; waited {settings.lock_wait.total_seconds():g} s",
            remedy="let it end, or wait longer with SVODKA_LOCK_WAIT (seconds)",
        ) from error
