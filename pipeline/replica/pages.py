"""Everything of the site that is no API: robots.txt, sitemap, RSS, the shell of the application.

Belongs here: these texts. Does not belong here: when they are answered (`site`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from pipeline.replica.fixtures import ReleaseText
from pipeline.replica.items import CANONICAL_BASE_URL, release_url
from pipeline.replica.messages import Response, html_response, text_response
from pipeline.replica.query import instant

RSS_LENGTH = 20
_SHELL = """<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>Gov.kz</title>\
<script defer src="/static/js/main.js"></script></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>
"""


@dataclass(frozen=True, slots=True)
class Robots:
    """What /robots.txt answers: a status and the text."""

    status: int
    text: str


ROBOTS_ALLOW = Robots(200, f"User-agent: *\nAllow: /\nSitemap: {CANONICAL_BASE_URL}/sitemap.xml\n")
ROBOTS_DISALLOW = Robots(200, "User-agent: *\nDisallow: /\n")
ROBOTS_MISSING = Robots(404, "not found\n")
ROBOTS_ERROR = Robots(500, "internal server error\n")


def robots_response(robots: Robots) -> Response:
    """The answer to /robots.txt."""
    return text_response(robots.text, status=robots.status)


def shell_response(*, found: bool) -> Response:
    """The application's empty page; the text of a release is never in it."""
    return html_response(_SHELL, status=200 if found else 404)


def sitemap_response(slugs: Iterable[str]) -> Response:
    """The sitemap: pages of the bodies without `lastmod`, no releases."""
    root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for slug in slugs:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = f"{CANONICAL_BASE_URL}/memleket/entities/{slug}?lang=ru"
    return _xml(root, "application/xml")


def rss_response(project_name: str, releases: Sequence[ReleaseText]) -> Response:
    """The feed of one body: the newest releases with their leads, without bodies."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    ET.SubElement(channel, "title").text = project_name
    ET.SubElement(channel, "link").text = CANONICAL_BASE_URL
    ET.SubElement(channel, "description").text = project_name
    for release in releases[:RSS_LENGTH]:
        _add_item(channel, release)
    return _xml(root, "application/rss+xml")


def _add_item(channel: ET.Element, release: ReleaseText) -> None:
    item = ET.SubElement(channel, "item")
    ET.SubElement(item, "title").text = release.front.title
    ET.SubElement(item, "link").text = release_url(release)
    ET.SubElement(item, "guid", isPermaLink="true").text = release_url(release)
    if release.front.short_description is not None:
        ET.SubElement(item, "description").text = release.front.short_description
    created = instant(release.front.created_date)
    if created is not None:
        ET.SubElement(item, "pubDate").text = format_datetime(created)


def _xml(root: ET.Element, content_type: str) -> Response:
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(200, f"{content_type}; charset=utf-8", body)
