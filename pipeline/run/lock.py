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
    """Holds the lock, after waiting for another run; a killed process holds it no longer.

    Args:
        settings: Which home, and how long to wait.
        on_wait: Called once if another run is going on.

    Raises:
        RunBusyError: It was still going on after `settings.lock_wait`.
    """
    with run_lock_if_free(settings) as got_it:
        if got_it:
            yield
            return
    on_wait()
    wait = settings.lock_wait.total_seconds()
    try:
        lock = _lock(settings).acquire(timeout=wait)
    except Timeout as error:
        raise RunBusyError(
            f"another run is at work in {settings.home}; waited {wait:g} s",
            remedy="let it end, or wait longer with SVODKA_LOCK_WAIT (seconds)",
        ) from error
    with lock:
        yield


@contextmanager
def run_lock_if_free(settings: Settings) -> Iterator[bool]:
    """Holds the lock if no run is going on; says whether it does."""
    try:
        lock = _lock(settings).acquire(blocking=False)
    except Timeout:
        yield False
        return
    with lock:
        yield True


def _lock(settings: Settings) -> FileLock:
    settings.home.mkdir(parents=True, exist_ok=True)
    return FileLock(settings.home / ".run.lock")
