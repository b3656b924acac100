from collections.abc import Callable

import httpx
import pytest

from pipeline.fetch.client import PoliteClient
from pipeline.fetch.manners import Manners
from pipeline.fetch.pacing import Pacer
from pipeline.settings import Settings


@pytest.fixture
def make_client() -> Callable[[Callable[[httpx.Request], httpx.Response]], PoliteClient]:
    """Opens a client whose network is a function; it neither waits nor tries again."""

    def make(answer: Callable[[httpx.Request], httpx.Response]) -> PoliteClient:
        return PoliteClient(
            Manners.from_settings(Settings(retries=0)).at_home(),
            pacer=Pacer(pause=lambda _seconds: None),
            transport=httpx.MockTransport(answer),
        )

    return make
