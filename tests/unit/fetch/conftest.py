from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from pipeline.fetch.client import PoliteClient
from pipeline.fetch.exchange import Exchange, Request
from pipeline.fetch.manners import Manners
from pipeline.fetch.pacing import Pacer
from pipeline.settings import Settings

Handler = Callable[[httpx.Request], httpx.Response]
NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def manners() -> Manners:
    """Our manners with no pauses, so that tests take no time."""
    settings = Settings(retries=2, response_limit_bytes=10_000, contact="mailto:desk@example.org")
    return Manners.from_settings(settings).at_home()


@pytest.fixture
def make_client(manners: Manners) -> Callable[..., PoliteClient]:
    """Opens a client whose network is a function; robots.txt is missing unless the function has it."""

    def make(answer: Handler, *, with_robots: bool = False, pacer: Pacer | None = None) -> PoliteClient:
        def handle(request: httpx.Request) -> httpx.Response:
            if request.url.path == "/robots.txt" and not with_robots:
                return httpx.Response(404)
            return answer(request)

        return PoliteClient(
            manners,
            pacer=pacer or Pacer(pause=lambda _seconds: None),
            transport=httpx.MockTransport(handle),
            now=lambda: NOW,
        )

    return make


@pytest.fixture
def make_exchange() -> Callable[..., Exchange]:
    """An answer to a question, as a client gives it."""

    def make(
        payload: bytes = b'{"data": 1}',
        *,
        url: str = "http://replica.test/graphql",
        body: bytes | None = b'{"query": "q"}',
        status: int | None = 200,
        content_type: str = "application/json",
        fetched_at: datetime = NOW,
    ) -> Exchange:
        if status is None:
            return Exchange(Request("READ", url), None, (), payload, content_type, fetched_at)
        sent = Request("POST" if body else "GET", url, (("Accept-Language", "ru"),), body)
        return Exchange(
            sent, status, (("Content-Type", content_type),), payload, content_type, fetched_at + timedelta(0)
        )

    return make
