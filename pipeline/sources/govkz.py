"""The adapter for www.gov.kz: news of one project over the site's open GraphQL interface.

Belongs here: what is asked, how lists are paged, when to stop. Does not belong here: reading the
replies (`govkz_reply`). The guarded REST endpoints are not used: we pass no guard.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from pipeline.errors import SourceChanged
from pipeline.fetch.client import PoliteClient
from pipeline.fetch.exchange import Exchange, Request
from pipeline.fetch.verdict import PageInsteadOfData, ServerUnwell
from pipeline.parse.published import read_published
from pipeline.sources.adapter import ParsedPayload, Payload, SourceCheck, Window
from pipeline.sources.govkz_reply import NewsItem, parse_news, read_news, read_projects
from pipeline.sources.registry import Source

# Lists are sorted by time, but not to the minute: read on a little beyond the window's edges.
OVERLAP = timedelta(days=7)
SMALLEST_PAGE = 5
NEWS_FIELDS = "id title slug body created_date projects"
PROJECT_FIELDS = "id project_name parent_govorg { id } class { name }"


@dataclass(frozen=True, slots=True)
class _Page:
    exchange: Exchange
    items: tuple[NewsItem, ...]

    def is_before(self, source: Source, window: Window) -> bool:
        """Whether everything dated on it is older than the window."""
        days = [day for item in self.items if (day := read_published(item.created_date, source.zone).on)]
        return bool(days) and window.since - max(days) > OVERLAP

    def is_after(self, source: Source, window: Window) -> bool:
        """Whether everything on it is dated, and newer than the window."""
        if window.until is None:
            return False
        days = [read_published(item.created_date, source.zone).on for item in self.items]
        return all(day is not None and day - window.until > OVERLAP for day in days)


class GovKzAdapter:
    """Lists of news, newest first, bodies included."""

    def fetch(self, source: Source, window: Window, client: PoliteClient) -> Iterator[Exchange]:
        """Asks page by page under the slug and every alias.

        Raises:
            SourceError: A page cannot be had, or no project lists anything at all.
        """
        listed = 0
        for slug in source.slugs:
            for page in _pages(source, slug, client):
                listed += len(page.items)
                if page.is_before(source, window):
                    break
                if not page.is_after(source, window):
                    yield page.exchange
        if not listed:
            raise SourceChanged(
                source.key,
                f"{source.base_url} lists no news under {' or '.join(source.slugs)}",
                remedy=f"`svodka sources check {source.key}` tells whether the slug is still known",
            )

    def parse(self, source: Source, payload: Payload) -> ParsedPayload:
        """Takes one page of news apart."""
        return parse_news(source, payload)

    def check(self, source: Source, client: PoliteClient) -> SourceCheck:
        """Looks the slugs up in the site's own list of projects."""
        query = f'query {{ projectdetails(_size: ">0") {{ {PROJECT_FIELDS} }} }}'
        projects = read_projects(source.key, client.send(source.key, _question(source, query)))
        return SourceCheck(
            source=source.key,
            names={slug: projects[slug] for slug in source.slugs if slug in projects},
            unknown=tuple(slug for slug in source.slugs if slug not in projects),
        )


def _pages(source: Source, slug: str, client: PoliteClient) -> Iterator[_Page]:
    """All pages up to the first empty one."""
    size, offset = source.page_size, 0
    seen: set[str] = set()
    while True:
        page, size = _ask(source, slug, client, offset, size)
        if not page.items:
            return
        ids = {item.native_id for item in page.items}
        if ids <= seen:
            raise SourceChanged(
                source.key,
                f"{source.base_url} repeats the news of {slug} at item {offset}: paging does not work",
                remedy="the adapter needs a look at the site's answer",
            )
        seen |= ids
        yield page
        offset += size


def _ask(source: Source, slug: str, client: PoliteClient, offset: int, size: int) -> tuple[_Page, int]:
    """One page, a smaller one if the server cannot cope; returns it with the size that worked."""
    while True:
        query = (
            f'query {{ news(projects: "eq:{slug}", _lang: "{source.language}", _page: {offset // size + 1}, '
            f'_size: {size}, _sort: "created_date:desc") {{ {NEWS_FIELDS} }} }}'
        )
        try:
            exchange = client.send(source.key, _question(source, query))
            return _Page(exchange, read_news(source.key, exchange)), size
        except (ServerUnwell, PageInsteadOfData):
            # Half of a size divides every offset that the size divides, so no item is skipped.
            if size % 2 or size // 2 < SMALLEST_PAGE:
                raise
            size //= 2


def _question(source: Source, query: str) -> Request:
    return Request(
        "POST",
        f"{source.base_url}/graphql",
        (
            ("Accept", "application/json"),
            # Without it some items come in English.
            ("Accept-Language", source.language),
            ("Content-Type", "application/json"),
        ),
        json.dumps({"query": query}).encode(),
    )
