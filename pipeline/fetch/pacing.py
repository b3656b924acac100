"""One request at a time to a host, with a pause after each.

Belongs here: whose turn it is. Does not belong here: how long the pause is (`manners`, `robots`).
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta


class Pacer:
    """Remembers when each host was last asked; shared by every client that should keep one pace."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._lock = threading.Lock()
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._last_asked: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, interval: timedelta) -> Iterator[None]:
        """Holds the only turn at a host, once `interval` has passed since the last one ended."""
        with self._lock:
            turn = self._turns[host]
        with turn:
            self._wait_until_due(host, interval.total_seconds())
            try:
                yield
            finally:
                self._last_asked[host] = self._clock()

    def _wait_until_due(self, host: str, interval: float) -> None:
        last_asked = self._last_asked.get(host)
        if last_asked is None:
            return
        wait = last_asked + interval - self._clock()
        if wait > 0:
            self._pause(wait)
