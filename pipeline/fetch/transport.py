"""The lowest layer of the client: one attempt, read completely, within time and size.

Belongs here: turn, limits and the detour to a replica for a single attempt. Does not belong here:
trying again (`client` wraps this in `httpx_retries`) and judging the answer (`verdict`).
"""

import time
from collections.abc import Callable, Mapping
from datetime import timedelta

import httpx
from httpx_retries import Retry

from pipeline.fetch.manners import Manners
from pipeline.fetch.pacing import Pacer


class ResponseTooLargeError(Exception):
    """An answer longer than we accept."""


class AskedToWaitError(Exception):
    """`Retry-After` asks for a longer pause than we make."""


class CarefulTransport(httpx.BaseTransport):
    """Sends one attempt when it is our turn and reads the whole answer.

    Reading here, below the retries, makes an answer that breaks off an ordinary network error.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport,
        manners: Manners,
        pacer: Pacer,
        *,
        interval_for: Callable[[str], timedelta],
        detours: Mapping[str, httpx.URL],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inner = inner
        self._manners = manners
        self._pacer = pacer
        self._interval_for = interval_for
        self._detours = detours
        self._clock = clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends one attempt.

        Raises:
            httpx.TransportError: Nothing, or not all, came back in time.
            ResponseTooLargeError: The answer is longer than the limit.
            AskedToWaitError: The site asks for a pause longer than the limit.
        """
        host = request.url.host
        with self._pacer.turn(host, self._interval_for(host)):
            deadline = self._clock() + self._manners.request_timeout.total_seconds()
            response = self._inner.handle_request(self._detoured(request))
            response.request = request
            try:
                body = self._read(response, deadline)
            finally:
                response.close()
        complete = _decoded(response, body)
        self._refuse_long_wait(complete)
        return complete

    def close(self) -> None:
        """Closes the connections."""
        self._inner.close()

    def _detoured(self, request: httpx.Request) -> httpx.Request:
        target = self._detours.get(request.url.host)
        if target is None:
            return request
        url = request.url.copy_with(scheme=target.scheme, host=target.host, port=target.port)
        return httpx.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        limit = self._manners.response_limit_bytes
        received: list[bytes] = []
        size = 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > limit:
                raise ResponseTooLargeError(f"answer is longer than {limit} bytes")
            if self._clock() > deadline:
                raise httpx.ReadTimeout("answer is not complete in time")
            received.append(chunk)
        return b"".join(received)

    def _refuse_long_wait(self, response: httpx.Response) -> None:
        stated = response.headers.get("Retry-After")
        if stated is None or response.status_code not in {429, 503}:
            return
        try:
            wait = Retry().parse_retry_after(stated)
        except ValueError:
            return  # not a time: the ordinary backoff holds
        if wait > self._manners.longest_wait.total_seconds():
            raise AskedToWaitError(f"HTTP {response.status_code}, ask again in {wait:.0f} s")


def _decoded(response: httpx.Response, body: bytes) -> httpx.Response:
    """The same answer with its content encoding undone, as archives store it."""
    undone = {"content-encoding", "transfer-encoding", "content-length"}
    headers = [
        (f"X-Crawler-{name.title()}" if name.lower() in undone else name, value)
        for name, value in response.headers.multi_items()
    ]
    return httpx.Response(response.status_code, headers=headers, content=body, request=response.request)
