"""What can go wrong on purpose: one value for each way a site fails.

Belongs here: the vocabulary of faults. Does not belong here: when and for whom they are in force
(`fault_board`) and carrying them out on a connection (`handler`).
"""

import threading
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.replica.messages import Response, html_response, json_response


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


class SizeShown(StrEnum):
    """How a client can learn the size of a body: beforehand, while reading, or while decompressing."""

    BY_LENGTH = "by_length"
    WHILE_READING = "while_reading"
    WHEN_DECOMPRESSED = "when_decompressed"


@dataclass(frozen=True, slots=True)
class Oversized:
    """Answers with `total_bytes`: the real answer, then spaces.

    Attributes:
        total_bytes: Size of the body, decompressed.
        shown: How the size comes to light.
    """

    total_bytes: int
    shown: SizeShown = SizeShown.BY_LENGTH


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
