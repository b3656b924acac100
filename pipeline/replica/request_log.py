"""What the replica was asked, and when: evidence for tests on politeness.

Belongs here: the record of requests. Does not belong here: answering them.
"""

import threading
from dataclasses import dataclass

from pipeline.replica.messages import Endpoint, Request


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """A request as it came in.

    Attributes:
        request: Method, path, query, headers and body.
        endpoint: The door it knocked at.
        slugs: The projects it asked about.
        connection: Port of the client's end; the same for requests over one connection.
        at: Seconds on the monotonic clock.
    """

    request: Request
    endpoint: Endpoint
    slugs: frozenset[str]
    connection: int
    at: float


class RequestLog:
    """All requests since the start or the last `clear`, in order of arrival; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[LoggedRequest] = []

    def add(self, logged: LoggedRequest) -> None:
        """Appends a request."""
        with self._lock:
            self._requests.append(logged)

    def requests(
        self, endpoint: Endpoint | None = None, slug: str | None = None
    ) -> tuple[LoggedRequest, ...]:
        """The requests so far, optionally of one endpoint or about one project only."""
        with self._lock:
            return tuple(
                logged
                for logged in self._requests
                if endpoint in (None, logged.endpoint) and (slug is None or slug in logged.slugs)
            )

    def clear(self) -> None:
        """Forgets all requests."""
        with self._lock:
            self._requests.clear()
