"""robots.txt as RFC 9309 wants it read.

Belongs here: what a host's robots.txt says of us, and remembering it. Does not belong here:
getting the file over the network (`client`).
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from protego import Protego

from pipeline.fetch.manners import PRODUCT

# RFC 9309: a copy is good for a day; at least 500 KiB are read.
GOOD_FOR = timedelta(hours=24)
FAILURE_GOOD_FOR = timedelta(minutes=5)
READ_BYTES = 512 * 1024


class Rules(Protocol):
    """What a host allows us."""

    def forbids(self, url: str) -> str | None:
        """Why the address is not for us, None if it is."""
        ...

    @property
    def interval(self) -> timedelta:
        """The least pause that the host asks for."""
        ...


@dataclass(frozen=True, slots=True)
class StatedRules:
    """Rules of a robots.txt; an empty one allows everything."""

    robots: Protego

    def forbids(self, url: str) -> str | None:
        """Why the address is not for us, None if it is."""
        return None if self.robots.can_fetch(url, PRODUCT) else "its robots.txt does not allow it"

    @property
    def interval(self) -> timedelta:
        """`Crawl-delay` or `Request-rate`, whichever is slower."""
        delay = float(self.robots.crawl_delay(PRODUCT) or 0)
        rate = self.robots.request_rate(PRODUCT)
        if rate is not None and rate.requests:
            delay = max(delay, rate.seconds / rate.requests)
        return timedelta(seconds=delay)


@dataclass(frozen=True, slots=True)
class UnknownRules:
    """A robots.txt that exists but could not be read: everything counts as forbidden."""

    reason: str
    interval: timedelta = timedelta(0)

    def forbids(self, url: str) -> str | None:  # noqa: ARG002 - the protocol's signature
        """Why the address is not for us."""
        return f"its robots.txt cannot be read ({self.reason}), so everything there counts as forbidden"


def rules_from_answer(status: int, content_type: str, body: bytes) -> StatedRules | UnknownRules:
    """Reads the answer to a request for robots.txt.

    Args:
        status: HTTP status after redirects.
        content_type: Media type; a page (the shell of a web application) is no robots.txt.
        body: The answer's bytes.
    """
    if status == 429 or status >= 500:
        return UnknownRules(f"HTTP {status}")
    if status != 200 or content_type == "text/html":
        return StatedRules(Protego.parse(""))
    return StatedRules(Protego.parse(body[:READ_BYTES].decode("utf-8-sig", errors="replace")))


class RobotsBook:
    """The rules of each origin, asked for once and remembered."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, StatedRules | UnknownRules]] = {}

    def rules(self, origin: str, ask: Callable[[], StatedRules | UnknownRules]) -> Rules:
        """The rules of an origin; `ask` is called when they are not known or too old."""
        with self._lock:
            known = self._known.get(origin)
            if known is None or known[0] <= self._clock():
                rules = ask()
                keep = FAILURE_GOOD_FOR if isinstance(rules, UnknownRules) else GOOD_FOR
                known = (self._clock() + keep.total_seconds(), rules)
                self._known[origin] = known
            return known[1]
