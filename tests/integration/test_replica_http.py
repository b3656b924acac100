"""The replica over real HTTP: transport, faults, log, start and stop."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from pipeline.replica import (
    ROBOTS_DISALLOW,
    Down,
    Endpoint,
    Oversized,
    Replica,
    Reset,
    RestNews,
    SizeShown,
    Slow,
    Truncated,
    html_instead_of_json,
    not_allowed,
    server_error,
    too_many_requests,
)

RELEASES = Path(__file__).parent.parent / "unit" / "replica" / "releases"
ECONOMY = {"query": '{ news(projects: "eq:economy", _lang: "ru") { id title body } }'}
MINFIN = {"query": '{ news(projects: "eq:minfin", _lang: "ru") { id } }'}


@pytest.fixture
def small() -> Iterator[Replica]:
    with Replica(RELEASES) as running:
        yield running


@pytest.fixture
def client(small: Replica) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=small.base_url, timeout=10) as client:
        yield client


def ids(response: httpx.Response) -> list[str]:
    return [item["id"] for item in response.json()["data"]["news"]]


def test_graphql_over_http(client: httpx.Client) -> None:
    response = client.post("/graphql", json=ECONOMY)

    assert response.headers["content-type"] == "application/json;charset=UTF-8"
    assert ids(response) == ["1001", "1003", "1002", "1004", "1004"]
    assert "6,3<span>\u00a0</span>%" in response.json()["data"]["news"][0]["body"]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_answers_are_gzipped_for_those_who_take_it(client: httpx.Client, encoding: str) -> None:
    response = client.post("/graphql", json=MINFIN, headers={"Accept-Encoding": encoding})

    assert response.headers.get("content-encoding", "identity") == encoding
    assert ids(response) == ["1003"]


def test_payload_is_the_same_whatever_the_port() -> None:
    payloads = set()
    for _ in range(2):
        with Replica(RELEASES) as running:
            asked = [httpx.get(running.base_url + path) for path in ("/robots.txt", "/sitemap.xml")]
            asked.append(httpx.get(running.base_url + "/api/v1/public/rss/economy/news/ru"))
            asked.append(httpx.post(running.base_url + "/graphql", json=ECONOMY))
            payloads.add(tuple(response.content for response in asked))

    assert len(payloads) == 1


def test_head_has_no_body(client: httpx.Client) -> None:
    response = client.head("/robots.txt")

    assert (response.status_code, response.content) == (200, b"")
    assert client.get("/robots.txt").text.startswith("User-agent")


def test_switches_turn_while_it_serves(small: Replica, client: httpx.Client) -> None:
    assert ids(client.post("/graphql", json=MINFIN)) == ["1003"]
    assert client.get("/api/v1/public/content-manager/news").status_code == 400

    small.edition, small.rest_news, small.robots = 2, RestNews.ARRAY, ROBOTS_DISALLOW

    assert ids(client.post("/graphql", json=MINFIN)) == ["1005"]
    assert client.get("/api/v1/public/content-manager/news").status_code == 200
    assert "Disallow: /" in client.get("/robots.txt").text
    assert (small.edition, small.rest_news, small.robots) == (2, RestNews.ARRAY, ROBOTS_DISALLOW)


def test_one_project_is_down_and_the_others_answer(small: Replica, client: httpx.Client) -> None:
    small.faults.inject(Down(), slug="economy")

    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/graphql", json=ECONOMY)
    assert ids(client.post("/graphql", json=MINFIN)) == ["1003"]


def test_reset_is_a_reset(small: Replica, client: httpx.Client) -> None:
    small.faults.inject(Reset(), times=1)

    with pytest.raises(httpx.ReadError) as failure:
        client.post("/graphql", json=MINFIN)

    assert "reset" in str(failure.value)
    assert ids(client.post("/graphql", json=MINFIN)) == ["1003"]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_errors_pass_after_their_number_of_times(small: Replica, client: httpx.Client, status: int) -> None:
    small.faults.inject(server_error(status), endpoint=Endpoint.GRAPHQL, times=2)

    statuses = [client.post("/graphql", json=MINFIN).status_code for _ in range(3)]

    assert statuses == [status, status, 200]


@pytest.mark.parametrize("retry_after", ["7", None])
def test_too_many_requests(small: Replica, client: httpx.Client, retry_after: str | None) -> None:
    small.faults.inject(too_many_requests(retry_after), slug="minfin")

    response = client.post("/graphql", json=MINFIN)

    assert (response.status_code, response.headers.get("retry-after")) == (429, retry_after)


def test_refusal_and_html_instead_of_json(small: Replica, client: httpx.Client) -> None:
    small.faults.inject(not_allowed(), slug="economy")
    small.faults.inject(html_instead_of_json(), slug="minfin")

    refused, page = client.post("/graphql", json=ECONOMY), client.post("/graphql", json=MINFIN)

    assert (refused.status_code, "notAllowed" in refused.text) == (400, True)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize("sent_bytes", [0, 10, 1_000_000])
def test_truncated_answer_ends_early(small: Replica, client: httpx.Client, sent_bytes: int) -> None:
    small.faults.inject(Truncated(sent_bytes), times=1)

    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        client.post("/graphql", json=ECONOMY)


@pytest.mark.parametrize("shown", SizeShown)
def test_oversized_answer(small: Replica, client: httpx.Client, shown: SizeShown) -> None:
    small.faults.inject(Oversized(300_000, shown))

    response = client.post("/graphql", json=MINFIN)

    announced = int(response.headers.get("content-length", -1))
    assert len(response.content) == 300_000
    if shown is SizeShown.BY_LENGTH:
        assert announced == 300_000
    elif shown is SizeShown.WHILE_READING:
        assert announced == -1
    else:
        assert 0 < announced < 10_000


def test_slow_answer_waits_for_its_gate(small: Replica, client: httpx.Client) -> None:
    slow = Slow()
    small.faults.inject(slow, slug="minfin", times=1)

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(client.post, "/graphql", json=MINFIN)
        assert slow.reached.wait(10)
        others = httpx.post(small.base_url + "/graphql", json=ECONOMY)
        assert not answer.done()
        slow.gate.set()

        assert ids(answer.result()) == ["1003"]
    assert others.status_code == 200


def test_client_gives_up_on_a_slow_answer(small: Replica, client: httpx.Client) -> None:
    slow = Slow()
    small.faults.inject(slow)

    with pytest.raises(httpx.ReadTimeout):
        client.post("/graphql", json=MINFIN, timeout=0.01)

    assert not slow.gate.is_set()


def test_log_tells_what_was_asked(small: Replica, client: httpx.Client) -> None:
    client.get("/robots.txt")
    client.post("/graphql", json=MINFIN, headers={"User-Agent": "svodka/0 (+mailto:a@b.kz)"})
    client.get("/api/v1/public/content-manager/documents", params={"projects": "eq:economy", "page": 2})

    robots, graphql, documents = small.log.requests()
    assert [r.endpoint for r in (robots, graphql, documents)] == [
        Endpoint.ROBOTS,
        Endpoint.GRAPHQL,
        Endpoint.REST_DOCUMENTS,
    ]
    assert (graphql.request.method, graphql.request.path) == ("POST", "/graphql")
    assert graphql.request.headers["user-agent"] == "svodka/0 (+mailto:a@b.kz)"
    assert b"eq:minfin" in graphql.request.body
    assert documents.request.query == {"projects": "eq:economy", "page": "2"}
    assert robots.at <= graphql.at <= documents.at
    assert robots.connection == graphql.connection == documents.connection
    assert small.log.requests(slug="minfin") == (graphql,)
    assert small.log.requests(Endpoint.ROBOTS) == (robots,)

    small.log.clear()

    assert small.log.requests() == ()


def test_many_clients_at_once(small: Replica) -> None:
    with httpx.Client(base_url=small.base_url) as client, ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: ids(client.post("/graphql", json=MINFIN)), range(100)))

    assert answers == [["1003"]] * 100
    assert len(small.log.requests()) == 100


def test_stop_refuses_new_connections_and_ends_old_ones() -> None:
    slow = Slow()
    with Replica(RELEASES) as running, httpx.Client(base_url=running.base_url) as client:
        client.get("/robots.txt")
        running.faults.inject(slow)
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(client.get, "/")
            assert slow.reached.wait(10)
            running.stop()
            assert waiting.exception(10) is None or isinstance(waiting.exception(), httpx.TransportError)

        with pytest.raises(httpx.ConnectError):
            client.get("/robots.txt")


def test_base_url_is_known_only_after_the_start() -> None:
    with pytest.raises(RuntimeError, match="not been started"):
        _ = Replica(RELEASES).base_url


def test_taken_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        replica = Replica(RELEASES, port=taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            replica.start()


def test_threads_end_with_the_replica() -> None:
    with Replica(RELEASES) as running, httpx.Client(base_url=running.base_url) as client:
        client.get("/robots.txt")
        assert "replica" in {thread.name for thread in threading.enumerate()}

    assert "replica" not in {thread.name for thread in threading.enumerate()}


def test_own_releases_are_served_to_every_ministry(replica: Replica) -> None:
    query = '{{ news(projects: "eq:{}", _lang: "ru", _size: 100) {{ id }} }}'
    with httpx.Client(base_url=replica.base_url) as client:
        counts = {
            slug: len(ids(client.post("/graphql", json={"query": query.format(slug)})))
            for slug in replica.slugs
        }

    assert len(counts) >= 8
    assert min(counts.values()) >= 1
