"""One question to a source and its answer, as it goes into the raw zone.

Belongs here: the records that travel between adapter, client and WARC writer. Does not belong
here: sending them (`client`) and storing them (`warc`).
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

from warehouse.ids import stable_hash

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A question.

    Attributes:
        method: HTTP method, or `READ` for a local file.
        url: The canonical address, which is recorded even if the connection goes elsewhere.
        headers: Headers that this question needs besides the client's own.
        body: Body as sent.
    """

    method: Literal["GET", "POST", "READ"]
    url: str
    headers: Headers = ()
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its complete answer.

    Attributes:
        request: The question, with every header that was sent.
        status: HTTP status, None for a file.
        headers: Headers of the answer.
        payload: Body of the answer, content encoding undone.
        content_type: Media type without parameters, lower case, "" if not stated.
        fetched_at: When the answer was complete, UTC.
    """

    request: Request
    status: int | None
    headers: Headers
    payload: bytes
    content_type: str
    fetched_at: datetime

    @property
    def payload_digest(self) -> str:
        """`sha256:` and the hex digest of the payload."""
        return f"sha256:{sha256(self.payload).hexdigest()}"

    def fetch_id(self, source: str) -> str:
        """Id of this payload as the answer of a source to this question."""
        body = None if self.request.body is None else self.request.body.decode()
        return fetch_id(source, self.request.method, self.request.url, body, self.payload_digest)


def fetch_id(source: str, method: str, url: str, request_body: str | None, payload_digest: str) -> str:
    """Id of a distinct payload of a request: the same answer to the same question has the same id."""
    return stable_hash(source, f"{method} {url}\n{request_body or ''}", payload_digest)
