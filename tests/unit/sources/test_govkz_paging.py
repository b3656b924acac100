import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx
import pytest

from pipeline.errors import SourceChanged, SourceRefused, SourceUnreachable
from pipeline.fetch.client import PoliteClient
from pipeline.fetch.exchange import Exchange
from pipeline.sources.adapter import Window
from pipeline.sources.govkz import GovKzAdapter
from pipeline.sources.registry import Source, source_by_key

ALL = Window(date(2020, 1, 1))
PAGE = httpx.Response(200, html="<!doctype html><html><div id=root></div></html>")
Items = Callable[..., list[dict[str, Any]]]


def item(number: int, created: str | None = "2026-02-01T10:00:00Z") -> dict[str, Any]:
    return {"id": str(number), "title": f"t{number}", "body": f"<p>{number}</p>", "created_date": created}


@dataclass
class NewsSite:
    """Lists of news by slug, cut into pages of the size asked for, as www.gov.kz does it.

    Attributes:
        lists: Items by slug, newest first.
        instead: Replies by number of the request, counted from 1, that come instead of a page.
        queries: Every query, in order.
        headers: Headers of every request.
    """

    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    instead: dict[int, httpx.Response] = field(default_factory=dict)
    queries: list[str] = field(default_factory=list)
    headers: list[httpx.Headers] = field(default_factory=list)

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        query = json.loads(request.content)["query"]
        self.queries.append(query)
        self.headers.append(request.headers)
        if len(self.queries) in self.instead:
            return self.instead[len(self.queries)]
        slug = query.split('"eq:')[1].split('"')[0]
        page, size = (int(query.split(f"{name}: ")[1].split(",")[0]) for name in ("_page", "_size"))
        shown = self.lists.get(slug, [])[(page - 1) * size : page * size]
        return httpx.Response(200, json={"data": {"news": shown}})

    def asked(self) -> list[tuple[str, int, int]]:
        """Slug, page and size of every request."""
        return [
            (
                query.split('"eq:')[1].split('"')[0],
                int(query.split("_page: ")[1].split(",")[0]),
                int(query.split("_size: ")[1].split(",")[0]),
            )
            for query in self.queries
        ]


@pytest.fixture
def site() -> NewsSite:
    return NewsSite()


@pytest.fixture
def items() -> Callable[..., list[dict[str, Any]]]:
    """Items with these numbers."""

    def make(numbers: Iterable[int], created: str | None = "2026-02-01T10:00:00Z") -> list[dict[str, Any]]:
        return [item(number, created) for number in numbers]

    return make


@pytest.fixture
def client(site: NewsSite, make_client: Callable[..., PoliteClient]) -> PoliteClient:
    return make_client(site.answer)


def source(key: str = "kz_economy", page_size: int = 10) -> Source:
    return source_by_key(key).model_copy(update={"page_size": page_size})


def ids(exchanges: list[Exchange]) -> list[int]:
    return [int(item["id"]) for one in exchanges for item in json.loads(one.payload)["data"]["news"]]


def fetch(client: PoliteClient, asked: Source, window: Window = ALL) -> list[Exchange]:
    return list(GovKzAdapter().fetch(asked, window, client))


def test_pages_are_read_up_to_the_first_empty_one(site: NewsSite, items: Items, client: PoliteClient) -> None:
    site.lists["economy"] = items(range(25))

    exchanges = fetch(client, source())

    assert ids(exchanges) == list(range(25))
    assert site.asked() == [("economy", page, 10) for page in (1, 2, 3, 4)]


def test_the_language_is_always_asked_for(site: NewsSite, items: Items, client: PoliteClient) -> None:
    site.lists["economy"] = items(range(3))

    fetch(client, source())

    assert all('_lang: "ru"' in query for query in site.queries)
    assert [headers["Accept-Language"] for headers in site.headers] == ["ru", "ru"]
    assert all('_sort: "created_date:desc"' in query for query in site.queries)


def test_aliases_are_asked_too(site: NewsSite, items: Items, client: PoliteClient) -> None:
    site.lists["mdai"] = items(range(3))

    exchanges = fetch(client, source("kz_maidd"))

    assert ids(exchanges) == [0, 1, 2]
    assert [slug for slug, _, _ in site.asked()] == ["maidd", "mdai", "mdai"]


def test_reading_stops_a_week_before_the_window(site: NewsSite, items: Items, client: PoliteClient) -> None:
    site.lists["economy"] = [
        *items(range(10), "2026-02-10T10:00:00Z"),
        *items(range(10, 20), "2026-02-03T10:00:00Z"),
        *items(range(20, 30), "2026-02-01T10:00:00Z"),
        *items(range(30, 40), "2026-01-31T10:00:00Z"),
    ]

    exchanges = fetch(client, source(), Window(date(2026, 2, 9)))

    assert ids(exchanges) == list(range(20)), "the third page is older than 2 February and is not kept"
    assert len(site.queries) == 3


def test_a_window_may_be_all_of_time(site: NewsSite, items: Items, client: PoliteClient) -> None:
    site.lists["economy"] = items(range(3))

    assert ids(fetch(client, source(), Window(date.min, date.max))) == [0, 1, 2]


def test_items_without_a_date_do_not_stop_the_reading(
    site: NewsSite, items: Items, client: PoliteClient
) -> None:
    site.lists["economy"] = [*items(range(10), None), *items(range(10, 12))]

    assert ids(fetch(client, source(), Window(date(2026, 2, 1)))) == list(range(12))


def test_pages_after_the_window_are_passed_over(site: NewsSite, items: Items, client: PoliteClient) -> None:
    site.lists["economy"] = [
        *items(range(10), "2026-03-20T10:00:00Z"),
        *items(range(10, 20), "2026-02-20T10:00:00Z"),
        *items(range(20, 30), "2026-01-01T10:00:00Z"),
    ]

    assert ids(fetch(client, source(), Window(date(2026, 2, 1), date(2026, 2, 28)))) == list(range(10, 20))


@pytest.mark.parametrize("unwell", [PAGE, httpx.Response(504), httpx.Response(500)])
def test_an_unwell_server_is_asked_for_less_and_nothing_is_skipped(
    site: NewsSite, items: Items, client: PoliteClient, unwell: httpx.Response
) -> None:
    site.lists["economy"] = items(range(95))
    site.instead = {2: unwell, 3: unwell}

    exchanges = fetch(client, source(page_size=40))

    assert ids(exchanges) == list(range(95))
    assert site.asked()[:5] == [
        ("economy", 1, 40),
        ("economy", 2, 40),
        ("economy", 3, 20),
        ("economy", 5, 10),
        ("economy", 6, 10),
    ]


@pytest.mark.parametrize(
    ("unwell", "error"), [(PAGE, SourceChanged), (httpx.Response(504), SourceUnreachable)]
)
def test_a_server_that_stays_unwell_fails_the_source(
    site: NewsSite, client: PoliteClient, unwell: httpx.Response, error: type[Exception]
) -> None:
    site.instead = dict.fromkeys(range(1, 99), unwell)

    with pytest.raises(error, match="kz_economy: "):
        fetch(client, source(page_size=40))
    assert [size for _, _, size in site.asked()] == [40, 20, 10, 5]


def test_a_refusal_is_not_asked_again_in_smaller_pages(site: NewsSite, client: PoliteClient) -> None:
    site.instead = dict.fromkeys(range(1, 99), httpx.Response(400, json={"error": "notAllowed"}))

    with pytest.raises(SourceRefused):
        fetch(client, source())
    assert len(site.queries) == 1


def test_a_site_that_ignores_the_page_number_is_noticed(
    site: NewsSite, items: Items, client: PoliteClient
) -> None:
    same = httpx.Response(200, json={"data": {"news": items(range(10))}})
    site.instead = dict.fromkeys(range(1, 99), same)

    with pytest.raises(SourceChanged, match="repeats the news of economy at item 10"):
        fetch(client, source())


def test_items_that_shift_between_pages_are_read_on(
    site: NewsSite, items: Items, client: PoliteClient
) -> None:
    site.instead = {
        1: httpx.Response(200, json={"data": {"news": items(range(10))}}),
        2: httpx.Response(200, json={"data": {"news": items([8, 9, 10, 11])}}),
    }

    assert ids(fetch(client, source())) == [*range(10), 8, 9, 10, 11]


def test_a_source_that_lists_nothing_has_changed(client: PoliteClient) -> None:
    with pytest.raises(
        SourceChanged, match="lists no news under maidd or mdai; `svodka sources check kz_maidd`"
    ):
        fetch(client, source("kz_maidd"))


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        ({"errors": [{"message": "Unknown field"}], "data": None}, "GraphQL errors: .*Unknown field"),
        ({"data": {"novosti": []}}, r"no list data\.news"),
        ({"data": None}, r"no list data\.news"),
        ([], "reply is a list, not an object"),
    ],
)
def test_a_reply_of_another_shape_fails_the_source(
    site: NewsSite, client: PoliteClient, reply: object, message: str
) -> None:
    site.instead = {1: httpx.Response(200, json=reply)}

    with pytest.raises(SourceChanged, match=message):
        fetch(client, source())


def test_a_list_of_junk_is_no_end_of_the_list(site: NewsSite, client: PoliteClient) -> None:
    site.instead = dict.fromkeys(range(1, 9), httpx.Response(200, json={"data": {"news": [None, None]}}))

    with pytest.raises(SourceChanged, match="repeats the news"):
        fetch(client, source())


def test_the_sites_list_of_projects_tells_which_slugs_it_knows(site: NewsSite, client: PoliteClient) -> None:
    projects = [{"id": "tsm", "project_name": "МТС"}, {"id": "mvd-abay", "project_name": "ДП"}, None]
    site.instead = {1: httpx.Response(200, json={"data": {"projectdetails": projects}})}

    check = GovKzAdapter().check(source("kz_tsm"), client)

    assert (check.source, check.names, check.unknown) == ("kz_tsm", {"tsm": "МТС"}, ("sport",))
    assert 'projectdetails(_size: ">0")' in site.queries[0]


def test_an_empty_list_of_projects_is_no_answer(site: NewsSite, client: PoliteClient) -> None:
    site.instead = {1: httpx.Response(200, json={"data": {"projectdetails": []}})}

    with pytest.raises(SourceChanged, match="lists no projects"):
        GovKzAdapter().check(source(), client)
