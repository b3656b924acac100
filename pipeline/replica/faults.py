"""What can go wrong on purpose: each way a site fails, aimed at a slug, an endpoint or everything.

Belongs here: the vocabulary of faults and the board from which the server takes them. Does not
belong here: carrying them out on a connection (`server`).
"""

import threading
from collections.abc import Collection
from dataclasses import dataclass, field

from pipeline.replica.messages import Endpoint, Response, html_response, json_response


@dataclass(frozen=True, slots=True)
class Answer:
    """Answers this instead of the real thing."""

    response: Response


@dataclass(frozen=True, slots=True)
class Down:
    """Closes the connection without a word, as a dead backend behind a balancer does."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Resets the connection (TCP RST) without a word."""


@dataclass(frozen=True, slots=True)
class Truncated:
    """Announces the whole answer, sends its first `sent_bytes` and closes the connection."""

    sent_bytes: int = 100


@dataclass(frozen=True, slots=True)
class Oversized:
    """Answers with `total_bytes`: the real answer, then spaces.

    Attributes:
        total_bytes: Size of the body.
        announced: Whether Content-Length says so; if not, the size shows only while reading.
    """

    total_bytes: int
    announced: bool = True


@dataclass(frozen=True, slots=True)
class Slow:
    """Holds the answer back until the gate opens (or the server stops).

    Attributes:
        gate: Set it to let the answer go.
        reached: Set by the server when a request has come to wait.
    """

    gate: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)


Fault = Answer | Down | Reset | Truncated | Oversized | Slow


def not_allowed() -> Answer:
    """400 `notAllowed`: the site refuses automated access."""
    return Answer(json_response({"error": "notAllowed", "status": 400}, status=400))


def too_many_requests(retry_after: str | None = None) -> Answer:
    """429, with Retry-After (seconds or an HTTP date) if given."""
    headers = () if retry_after is None else (("Retry-After", retry_after),)
    return Answer(json_response({"error": "Too Many Requests"}, status=429, headers=headers))


def server_error(status: int, retry_after: str | None = None) -> Answer:
    """An error page of the balancer, such as 502, 503 or 504."""
    headers = () if retry_after is None else (("Retry-After", retry_after),)
    page = f"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>"
    return Answer(html_response(page, status=status, headers=headers))


def html_instead_of_json() -> Answer:
    """200 with a page: what the API's path answers when the backend is unwell."""
    return Answer(html_response('<!doctype html><html><body><div id="root"></div></body></html>'))


def small_json() -> Answer:
    """200 with 836 bytes of JSON: what a page's path was once seen to answer."""
    return Answer(json_response({"status": "ok", "padding": "x" * 808}))


def graphql_errors(message: str = "Internal Server Error") -> Answer:
    """200 with an `errors` array and no data."""
    return Answer(json_response({"errors": [{"message": message}], "data": None}))


@dataclass(slots=True)
class _Injected:
    fault: Fault
    slug: str | None
    endpoint: Endpoint | None
    left: int | None


class FaultBoard:
    """The faults in force; safe to change while the server answers."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._injected: list[_Injected] = []

    def inject(
        self,
        fault: Fault,
        *,
        slug: str | None = None,
        endpoint: Endpoint | None = None,
        times: int | None = None,
    ) -> None:
        """Puts a fault in force.

        Args:
            fault: What goes wrong.
            slug: Only requests about this project; None for all.
            endpoint: Only this endpoint; None for all.
            times: For how many matching requests; None for all until `clear`.
        """
        with self._lock:
            self._injected.append(_Injected(fault, slug, endpoint, times))

    def clear(self) -> None:
        """Ends every fault and lets waiting answers go."""
        with self._lock:
            ended, self._injected = self._injected, []
        for injected in ended:
            _open_gate(injected.fault)

    def take(self, endpoint: Endpoint, slugs: Collection[str]) -> Fault | None:
        """The fault of one request: the first injected that matches and is not used up."""
        with self._lock:
            for injected in self._injected:
                if injected.left != 0 and _matches(injected, endpoint, slugs):
                    if injected.left is not None:
                        injected.left -= 1
                    return injected.fault
        return None

    def open_gates(self) -> None:
        """Lets every waiting answer go; the faults stay."""
        with self._lock:
            injected = list(self._injected)
        for one in injected:
            _open_gate(one.fault)


def _matches(injected: _Injected, endpoint: Endpoint, slugs: Collection[str]) -> bool:
    return injected.endpoint in (None, endpoint) and (injected.slug is None or injected.slug in slugs)


def _open_gate(fault: Fault) -> None:
    if isinstance(fault, Slow):
        fault.gate.set()
