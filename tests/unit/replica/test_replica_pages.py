from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from pipeline.replica.messages import Endpoint, Response
from pipeline.replica.pages import ROBOTS_ALLOW, ROBOTS_DISALLOW, ROBOTS_ERROR, ROBOTS_MISSING, Robots
from pipeline.replica.site import Site, route

Get = Callable[..., Response]

RELEASE = "/memleket/entities/economy/press/news/details"


@pytest.mark.parametrize("robots", [ROBOTS_ALLOW, ROBOTS_DISALLOW, ROBOTS_MISSING, ROBOTS_ERROR])
def test_robots_txt_is_what_the_switch_says(site: Site, get: Get, robots: Robots) -> None:
    site.robots = robots

    response = get("/robots.txt")

    assert (response.status, response.body.decode()) == (robots.status, robots.text)


def test_sitemap_lists_bodies_without_lastmod(get: Get) -> None:
    body = get("/sitemap.xml").body.decode()

    assert body.count("<loc>") == 3
    assert "http://replica.test/memleket/entities/economy?lang=ru" in body
    assert "lastmod" not in body


def test_feed_holds_the_newest_releases_without_bodies(get: Get) -> None:
    root = ET.fromstring(get("/api/v1/public/rss/economy/news/ru").body)  # noqa: S314 - our own feed

    items = root.findall("channel/item")
    assert root.findtext("channel/title") == "Министерство экономики"
    assert items[0].findtext("title") == "Рост&nbsp;ВВП  составил 6,3%"
    assert items[0].findtext("link") == f"http://replica.test{RELEASE}/1001?lang=ru"
    assert items[0].findtext("description") == "Итоги девяти месяцев"
    assert items[0].findtext("pubDate") == "Wed, 01 Oct 2025 09:30:00 +0000"
    assert items[-1].findtext("pubDate") is None


@pytest.mark.parametrize(
    "path", ["/", "/memleket/entities/economy/press/news/1", f"{RELEASE}/1001", "/api/v1/public/unknown"]
)
def test_every_page_is_the_empty_shell(get: Get, path: str) -> None:
    response = get(path)

    assert (response.status, response.content_type) == (200, "text/html; charset=utf-8")
    assert b'<div id="root"></div>' in response.body
    assert "ВВП" not in response.body.decode()


def test_page_of_a_vanished_release_is_404(site: Site, get: Get) -> None:
    assert get(f"{RELEASE}/1003").status == 200
    site.edition = 2

    assert get(f"{RELEASE}/1003").status == 404


def test_document_files_lie_under_uploads(get: Get) -> None:
    assert get("/uploads/documents/1007.html").body == "<p>Документ.</p>\n".encode()
    assert get("/uploads/documents/1.html").status == 404
    assert get("/uploads/2025/photo.jpg").status == 404


@pytest.mark.parametrize(
    ("path", "endpoint", "said"),
    [
        ("/graphql", Endpoint.GRAPHQL, {}),
        ("/api/v1/public/content-manager/news/7", Endpoint.REST_NEWS, {"id": "7"}),
        ("/api/v1/public/content-manager/documents/", Endpoint.REST_DOCUMENTS, {}),
        ("/api/v1/public/rss/mfa/news/ru", Endpoint.RSS, {"slug": "mfa", "language": "ru"}),
        (f"{RELEASE}/7", Endpoint.PAGE, {"slug": "economy", "id": "7"}),
        ("/graphql/x\n", Endpoint.PAGE, {}),
    ],
)
def test_path_leads_to_its_door(path: str, endpoint: Endpoint, said: dict[str, str]) -> None:
    assert route(path) == (endpoint, said)
