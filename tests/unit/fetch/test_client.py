import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import httpx
import pytest

from pipeline.errors import SourceChanged, SourceRefused, SourceUnreachable
from pipeline.fetch.client import PoliteClient, open_client
from pipeline.fetch.exchange import Request
from pipeline.fetch.manners import Manners
from pipeline.fetch.pacing import Pacer
from pipeline.fetch.transport import CarefulTransport
from pipeline.fetch.verdict import PageInsteadOfData, ServerUnwell, read_json
from pipeline.settings import Settings

ASK = Request("POST", "https://site.test/graphql", (("Accept-Language", "ru"),), b'{"query": "q"}')
MakeClient = Callable[..., PoliteClient]


def answers(
    *replies: httpx.Response | Exception,
) -> tuple[Callable[[httpx.Request], httpx.Response], list[int]]:
    """A site that gives these replies in turn, the last one for ever; and how often it was asked."""
    asked: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(1)
        reply = replies[min(len(asked), len(replies)) - 1]
        if isinstance(reply, Exception):
            raise reply
        return httpx.Response(
            reply.status_code, headers=reply.headers, content=reply.content, request=request
        )

    return answer, asked


def test_it_says_who_it_is_and_keeps_what_was_sent_and_answered(make_client: MakeClient) -> None:
    site, _ = answers(httpx.Response(200, json={"data": []}))

    exchange = make_client(site).send("kz_economy", ASK)

    sent = {name.lower(): value for name, value in exchange.request.headers}
    assert sent["user-agent"] == "svodka/0.1.0 (+mailto:desk@example.org)"
    assert sent["accept-language"] == "ru"
    assert exchange.payload == b'{"data":[]}'
    assert exchange.content_type == "application/json"
    assert exchange.request.body == ASK.body


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_passing_failure_is_tried_again(make_client: MakeClient, status: int) -> None:
    site, asked = answers(httpx.Response(status), httpx.Response(200, json={}))

    assert make_client(site).send("kz_economy", ASK).status == 200
    assert len(asked) == 2


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("cut off")]
)
def test_a_network_error_is_tried_again_and_then_named(make_client: MakeClient, error: Exception) -> None:
    site, asked = answers(error)

    with pytest.raises(
        SourceUnreachable, match=rf"^kz_economy: .*{type(error).__name__}: {error}; try again"
    ):
        make_client(site).send("kz_economy", ASK)
    assert len(asked) == 3


def test_a_certificate_that_is_not_trusted_has_its_own_remedy(make_client: MakeClient) -> None:
    site, _ = answers(httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate"))

    with pytest.raises(SourceUnreachable, match=r"certificates stay checked: .*SSL_CERT_FILE"):
        make_client(site).send("kz_economy", ASK)


def test_a_site_that_asks_for_a_long_pause_is_left_alone(make_client: MakeClient) -> None:
    site, asked = answers(httpx.Response(429, headers={"Retry-After": "3600"}))

    with pytest.raises(SourceUnreachable, match="ask again in 3600 s"):
        make_client(site).send("kz_economy", ASK)
    assert len(asked) == 1


def test_a_retry_after_that_is_no_time_falls_back_to_the_ordinary_pause(make_client: MakeClient) -> None:
    site, asked = answers(httpx.Response(429, headers={"Retry-After": "soon"}), httpx.Response(200, json={}))

    assert make_client(site).send("kz_economy", ASK).status == 200
    assert len(asked) == 2


def test_400_not_allowed_is_a_refusal_and_never_tried_again(make_client: MakeClient) -> None:
    site, asked = answers(httpx.Response(400, json={"error": "notAllowed"}))

    with pytest.raises(SourceRefused, match="refuses automated access; we pass no guard"):
        make_client(site).send("kz_economy", ASK)
    assert len(asked) == 1


@pytest.mark.parametrize("status", [401, 403, 451])
def test_a_closed_door_is_a_refusal(make_client: MakeClient, status: int) -> None:
    site, asked = answers(httpx.Response(status))

    with pytest.raises(SourceRefused, match=f"HTTP {status}: access refused"):
        make_client(site).send("kz_economy", ASK)
    assert len(asked) == 1


def test_a_challenge_page_is_a_refusal_even_with_status_200(make_client: MakeClient) -> None:
    site, _ = answers(httpx.Response(200, html="<html><script src='/cf-chl-bypass.js'></script></html>"))

    with pytest.raises(SourceRefused, match="challenge page"):
        make_client(site).send("kz_economy", ASK)


@pytest.mark.parametrize(("status", "attempts"), [(500, 1), (504, 3)])
def test_an_unwell_server_is_told_apart_so_that_an_adapter_can_ask_for_less(
    make_client: MakeClient, status: int, attempts: int
) -> None:
    site, asked = answers(httpx.Response(status))

    with pytest.raises(ServerUnwell, match=f"HTTP {status}"):
        make_client(site).send("kz_economy", ASK)
    assert len(asked) == attempts


def test_a_redirect_is_not_followed_but_named(make_client: MakeClient) -> None:
    site, asked = answers(httpx.Response(302, headers={"Location": "https://elsewhere.test/"}))

    with pytest.raises(SourceChanged, match=r"redirects to https://elsewhere\.test/; check base_url"):
        make_client(site).send("kz_economy", ASK)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (httpx.Response(404, text="no such page"), "HTTP 404: no such page"),
        (httpx.Response(400, json={"errors": [{"message": "Unknown field"}]}), "Unknown field"),
        (httpx.Response(200, content=b"  "), "empty body"),
    ],
)
def test_any_other_answer_means_that_the_site_changed(
    make_client: MakeClient, reply: httpx.Response, message: str
) -> None:
    site, _ = answers(reply)

    with pytest.raises(SourceChanged, match=message):
        make_client(site).send("kz_economy", ASK)


def test_an_answer_beyond_the_limit_is_refused_while_it_comes_in(make_client: MakeClient) -> None:
    read = count()

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            for _ in read:
                yield b"x" * 4000

    client = make_client(lambda _request: httpx.Response(200, stream=Endless()))

    with pytest.raises(SourceUnreachable, match="answer is longer than 10000 bytes"):
        client.send("kz_economy", ASK)
    assert next(read) < 5


def test_an_answer_that_breaks_off_is_tried_again(make_client: MakeClient) -> None:
    class BreaksOff(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b'{"da'
            raise httpx.RemoteProtocolError("peer closed connection")

    replies = iter([httpx.Response(200, stream=BreaksOff()), httpx.Response(200, json={"data": []})])

    exchange = make_client(lambda _request: next(replies)).send("kz_economy", ASK)

    assert exchange.payload == b'{"data":[]}'


def test_a_compressed_answer_is_kept_decoded_with_its_story(make_client: MakeClient) -> None:
    packed = gzip.compress(b'{"data":[]}')
    client = make_client(
        lambda _request: httpx.Response(
            200, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"}, content=packed
        )
    )

    exchange = client.send("kz_economy", ASK)

    assert exchange.payload == b'{"data":[]}'
    headers = {name.lower(): value for name, value in exchange.headers}
    assert headers["x-crawler-content-encoding"] == "gzip"
    assert "content-encoding" not in headers


def test_robots_that_forbid_are_obeyed_before_anything_is_asked(make_client: MakeClient) -> None:
    asked: list[str] = []

    def site(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(
            200, text="User-agent: *\nDisallow: /graphql", headers={"Content-Type": "text/plain"}
        )

    with pytest.raises(SourceRefused, match=r"its robots\.txt does not allow it"):
        make_client(site, with_robots=True).send("kz_economy", ASK)
    assert asked == ["/robots.txt"]


def test_robots_that_cannot_be_read_forbid_everything(make_client: MakeClient) -> None:
    site, asked = answers(httpx.Response(503))
    client = make_client(site, with_robots=True)

    with pytest.raises(SourceUnreachable, match=r"robots\.txt cannot be read \(HTTP 503\)"):
        client.send("kz_economy", ASK)
    with pytest.raises(SourceUnreachable, match="counts as forbidden"):
        client.send("kz_minfin", ASK)
    assert len(asked) == 3, "the second source of the host does not ask again"


def test_a_robots_redirect_is_followed(make_client: MakeClient) -> None:
    def site(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(301, headers={"Location": "/rules.txt"})
        if request.url.path == "/rules.txt":
            return httpx.Response(
                200, text="User-agent: svodka\nDisallow: /", headers={"Content-Type": "text/plain"}
            )
        raise AssertionError(request.url)

    with pytest.raises(SourceRefused, match="does not allow it"):
        make_client(site, with_robots=True).send("kz_economy", ASK)


def test_the_pause_that_robots_ask_for_is_kept(make_client: MakeClient) -> None:
    pauses: list[float] = []

    def site(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(
                200, text="User-agent: *\nCrawl-delay: 7", headers={"Content-Type": "text/plain"}
            )
        return httpx.Response(200, json={})

    client = make_client(site, with_robots=True, pacer=Pacer(clock=lambda: 100.0, pause=pauses.append))

    client.send("kz_economy", ASK)
    client.send("kz_economy", ASK)

    assert pauses == [7.0, 7.0]


def test_a_host_that_wants_hours_between_requests_is_left_alone(make_client: MakeClient) -> None:
    site, asked = answers(
        httpx.Response(200, text="User-agent: *\nCrawl-delay: 86400", headers={"Content-Type": "text/plain"})
    )

    with pytest.raises(SourceRefused, match="pause of 1 day"):
        make_client(site, with_robots=True).send("kz_economy", ASK)
    assert len(asked) == 1


def test_a_detour_moves_the_connection_but_not_the_name(manners: Manners) -> None:
    connected: list[tuple[str, str]] = []

    def replica(request: httpx.Request) -> httpx.Response:
        connected.append((str(request.url), request.headers["Host"]))
        return httpx.Response(404) if request.url.path == "/robots.txt" else httpx.Response(200, json={})

    client = PoliteClient(
        manners,
        transport=httpx.MockTransport(replica),
        detours={"replica.test": httpx.URL("http://127.0.0.1:4567")},
    )

    exchange = client.send("kz_economy", Request("GET", "http://replica.test/graphql"))

    assert connected[-1] == ("http://127.0.0.1:4567/graphql", "replica.test")
    assert exchange.request.url == "http://replica.test/graphql"


def test_a_page_instead_of_json_is_told_apart_from_broken_json(make_client: MakeClient) -> None:
    page, _ = answers(httpx.Response(200, html="<html></html>"))
    broken, _ = answers(httpx.Response(200, content=b'{"a":', headers={"Content-Type": "application/json"}))

    with pytest.raises(PageInsteadOfData, match="text/html instead of JSON"):
        read_json("kz_economy", make_client(page).send("kz_economy", ASK))
    with pytest.raises(SourceChanged, match=r"can be read .*\{\"a\":"):
        read_json("kz_economy", make_client(broken).send("kz_economy", ASK))


def test_a_whole_request_has_one_limit_however_the_answer_drips(manners: Manners) -> None:
    clock = count()

    class Drips(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield b"."

    transport = CarefulTransport(
        httpx.MockTransport(lambda _request: httpx.Response(200, stream=Drips())),
        replace(manners, request_timeout=timedelta(seconds=5)),
        Pacer(),
        interval_for=lambda _host: timedelta(0),
        detours={},
        clock=lambda: float(next(clock)),
    )

    with pytest.raises(httpx.ReadTimeout, match="not complete in time"):
        transport.handle_request(httpx.Request("GET", "https://site.test/"))


def test_live_clients_of_a_process_share_turns_and_robots_and_the_replicas_do_not() -> None:
    settings = Settings()
    with open_client(settings) as one, open_client(settings) as other:
        assert one._robots is other._robots
    with (
        open_client(settings, base_url_override="http://127.0.0.1:9") as replica,
        open_client(settings) as live,
    ):
        assert replica._robots is not live._robots
