"""The one HTTP client of the project: polite, patient, strict.

Belongs here: sending a request with our manners and turning what happens into our errors. Does not
belong here: what is asked (adapters). Redirects are followed for robots.txt only: an API that
redirects has moved, and its address belongs into the YAML.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

import httpx
from httpx_retries import Retry, RetryTransport

from pipeline.errors import SourceRefused
from pipeline.fetch.exchange import Exchange, Request
from pipeline.fetch.manners import Manners
from pipeline.fetch.pacing import Pacer
from pipeline.fetch.robots import RobotsBook, StatedRules, UnknownRules, rules_from_answer
from pipeline.fetch.transport import AskedToWaitError, CarefulTransport, ResponseTooLargeError
from pipeline.fetch.verdict import require_success, unreachable
from pipeline.settings import Settings

REPLICA_HOST = "replica.test"
# Shared by all live clients of this process, so that 21 sources of one host keep one pace and
# read its robots.txt once.
_LIVE_PACER = Pacer()
_LIVE_ROBOTS = RobotsBook()


def open_client(settings: Settings, *, base_url_override: str | None = None) -> "PoliteClient":
    """A client for live sites, or for the replica at `base_url_override`."""
    manners = Manners.from_settings(settings)
    if base_url_override is None:
        return PoliteClient(manners, pacer=_LIVE_PACER, robots=_LIVE_ROBOTS)
    return PoliteClient(manners.at_home(), detours={REPLICA_HOST: httpx.URL(base_url_override)})


class PoliteClient:
    """Sends requests; a context manager."""

    def __init__(
        self,
        manners: Manners,
        *,
        pacer: Pacer | None = None,
        robots: RobotsBook | None = None,
        detours: dict[str, httpx.URL] | None = None,
        transport: httpx.BaseTransport | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Opens a client.

        Args:
            manners: How it behaves.
            pacer: Turns at hosts, shared with other clients if given.
            robots: Known robots.txt, shared with other clients if given.
            detours: Where requests to a host really go; the host's name stays in the records.
            transport: Replaces the network in tests.
            now: The clock of `Exchange.fetched_at`.
        """
        self._manners = manners
        self._robots = robots or RobotsBook()
        self._intervals: dict[str, timedelta] = {}
        self._now = now
        careful = CarefulTransport(
            transport or httpx.HTTPTransport(),
            manners,
            pacer or Pacer(),
            interval_for=lambda host: max(manners.interval, self._intervals.get(host, timedelta(0))),
            detours=detours or {},
        )
        self._http = httpx.Client(
            transport=RetryTransport(transport=careful, retry=_retry(manners)),
            headers={"User-Agent": manners.user_agent},
            timeout=httpx.Timeout(
                manners.request_timeout.total_seconds(), connect=manners.connect_timeout.total_seconds()
            ),
            max_redirects=5,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    @property
    def response_limit_bytes(self) -> int:
        """Longer answers and files are refused."""
        return self._manners.response_limit_bytes

    def send(self, source: str, request: Request) -> Exchange:
        """Sends a request, again if it failed for a passing reason, and judges the answer.

        Args:
            source: Key of the source, for errors.
            request: The question.

        Returns:
            An exchange with a success status and a body.

        Raises:
            SourceRefused: robots.txt or the site does not allow it.
            SourceUnreachable: No usable answer after every retry.
            SourceChanged: The answer is no success, or has no body.
        """
        self._require_allowed(source, request.url)
        exchange = self._exchange(source, request)
        require_success(source, exchange)
        return exchange

    def _exchange(self, source: str, request: Request) -> Exchange:
        try:
            response = self._http.request(
                request.method, request.url, headers=list(request.headers), content=request.body
            )
        except (httpx.RequestError, ResponseTooLargeError, AskedToWaitError) as error:
            raise unreachable(source, f"{request.url} cannot be read: {_explain(error)}") from error
        sent = Request(
            request.method, request.url, tuple(response.request.headers.multi_items()), request.body
        )
        return Exchange(
            request=sent,
            status=response.status_code,
            headers=tuple(response.headers.multi_items()),
            payload=response.content,
            content_type=_media_type(response),
            fetched_at=self._now(),
        )

    def _require_allowed(self, source: str, url: str) -> None:
        target = httpx.URL(url)
        origin = f"{target.scheme}://{target.netloc.decode('ascii')}"
        rules = self._robots.rules(origin, lambda: self._ask_robots(origin))
        if isinstance(rules, UnknownRules):
            raise unreachable(source, f"{target.host}: {rules.forbids(url)}")
        reason = rules.forbids(url)
        if reason is not None:
            raise SourceRefused(
                source,
                f"{url} is not for us: {reason}",
                remedy="ask the site's owner, or feed its releases as files",
            )
        if rules.interval > self._manners.longest_wait:
            raise SourceRefused(
                source,
                f"{target.host}: its robots.txt asks for a pause of {rules.interval} between requests",
                remedy="ask the site's owner, or feed its releases as files",
            )
        self._intervals[target.host] = rules.interval

    def _ask_robots(self, origin: str) -> StatedRules | UnknownRules:
        try:
            response = self._http.get(f"{origin}/robots.txt", follow_redirects=True)
        except (httpx.RequestError, ResponseTooLargeError, AskedToWaitError) as error:
            return UnknownRules(_explain(error))
        return rules_from_answer(response.status_code, _media_type(response), response.content)


def _retry(manners: Manners) -> Retry:
    """Reads only are sent, POST included, so every method may be tried again."""
    return Retry(
        total=manners.retries,
        allowed_methods=["GET", "POST"],
        status_forcelist=[429, 502, 503, 504],
        backoff_factor=manners.backoff.total_seconds() / 2,
        backoff_jitter=0.5,
        max_backoff_wait=manners.longest_wait.total_seconds(),
    )


def _media_type(response: httpx.Response) -> str:
    stated: str = response.headers.get("Content-Type", "")
    return stated.partition(";")[0].strip().lower()


def _explain(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
