"""Reading the replies of www.gov.kz's GraphQL interface.

Belongs here: the shape of replies and items, checked strictly. Does not belong here: asking
(`govkz`), text and dates (`pipeline.parse`).
"""

import json
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from pipeline.errors import SourceChanged
from pipeline.fetch.exchange import Exchange
from pipeline.fetch.verdict import read_json
from pipeline.sources.adapter import ParsedPayload, Payload, RawItem, RawProblem
from pipeline.sources.registry import Source

_ASKED_SLUG = re.compile(r'projects: "eq:([^"]+)"')
_RECORD_CHARACTERS = 4000
_SHAPE_REMEDY = "the adapter needs a look at the site's answer"


class _ShapeError(ValueError):
    """A reply or item that has not the expected shape."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """What paging needs to know of an item.

    Attributes:
        native_id: Its id, "" if it has none.
        created_date: Its publication time as printed.
    """

    native_id: str
    created_date: str | None


def read_news(source: str, exchange: Exchange) -> tuple[NewsItem, ...]:
    """The items of a page, for paging.

    Raises:
        SourceChanged: The reply is no list of news.
    """
    return tuple(_news_item(item) for item in _listed(source, exchange, "news"))


def read_projects(source: str, exchange: Exchange) -> dict[str, str]:
    """Name by slug of every project that the site lists.

    Raises:
        SourceChanged: The reply is no list of projects, or an empty one.
    """
    projects = {
        _id_text(item.get("id")): _text_or_none(item.get("project_name")) or ""
        for item in _listed(source, exchange, "projectdetails")
        if isinstance(item, dict)
    }
    if not projects:
        raise SourceChanged(source, f"{exchange.request.url} lists no projects", remedy=_SHAPE_REMEDY)
    return projects


def parse_news(source: Source, payload: Payload) -> ParsedPayload:
    """Takes a stored page of news apart; whatever is not a release is a problem."""
    try:
        listed = _listed_in(json.loads(payload.data), "news")
    except (ValueError, RecursionError) as error:
        record = payload.data[:_RECORD_CHARACTERS].decode("utf-8", errors="replace")
        return ParsedPayload((), (RawProblem("unreadable_payload", f"no list of news: {error}", record),))
    asked = _ASKED_SLUG.search(_asked_query(payload))
    slug = source.slug if asked is None else asked[1]
    items: list[RawItem] = []
    problems: list[RawProblem] = []
    for entry in listed:
        record = json.dumps(entry, ensure_ascii=False, sort_keys=True)
        try:
            items.append(_raw_item(entry, slug, source, payload, record))
        except _ShapeError as error:
            problems.append(RawProblem("unreadable_item", str(error), record))
    return ParsedPayload(tuple(items), tuple(problems))


def _news_item(item: object) -> NewsItem:
    if not isinstance(item, dict):
        return NewsItem("", None)
    return NewsItem(_id_text(item.get("id")), _text_or_none(item.get("created_date")))


def _listed(source: str, exchange: Exchange, field: str) -> list[object]:
    try:
        return _listed_in(read_json(source, exchange), field)
    except _ShapeError as error:
        raise SourceChanged(source, f"{exchange.request.url}: {error}", remedy=_SHAPE_REMEDY) from error


def _listed_in(reply: object, field: str) -> list[object]:
    if not isinstance(reply, dict):
        raise _ShapeError(f"reply is a {type(reply).__name__}, not an object")
    if reply.get("errors"):
        raise _ShapeError(
            f"reply has GraphQL errors: {json.dumps(reply['errors'], ensure_ascii=False)[:300]}"
        )
    data = reply.get("data")
    listed = data.get(field) if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise _ShapeError(f"reply has no list data.{field}")
    return listed


def _raw_item(entry: object, slug: str, source: Source, payload: Payload, record: str) -> RawItem:
    if not isinstance(entry, dict):
        raise _ShapeError(f"item is a {type(entry).__name__}, not an object")
    native_id = _id_text(entry.get("id"))
    if not native_id:
        raise _ShapeError("item has no id")
    site = urlsplit(payload.url)
    page = f"memleket/entities/{slug}/press/news/details/{quote(native_id, safe='')}"
    return RawItem(
        content_type="news",
        native_id=native_id,
        slug=slug,
        url=f"{site.scheme}://{site.netloc}/{page}?lang={source.language}",
        title=_required_text(entry, "title"),
        body=_required_text(entry, "body"),
        body_format="html",
        published=_published(entry),
        record=record,
    )


def _required_text(entry: dict[str, object], field: str) -> str:
    """A text that may be null, but must have been sent."""
    if field not in entry:
        raise _ShapeError(f"item {entry.get('id')} has no {field}")
    value = entry[field]
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _ShapeError(f"{field} of item {entry.get('id')} is a {type(value).__name__}, not text")
    return value


def _published(entry: dict[str, object]) -> str | None:
    value = entry.get("created_date")
    if value is not None and not isinstance(value, str):
        raise _ShapeError(f"created_date of item {entry.get('id')} is a {type(value).__name__}, not text")
    return value


def _id_text(value: object) -> str:
    """Ids come as numbers and as text; both are the same id."""
    is_id = isinstance(value, (int, str)) and not isinstance(value, bool)
    return str(value).strip() if is_id else ""


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _asked_query(payload: Payload) -> str:
    if payload.request_body is None:
        return ""
    asked = json.loads(payload.request_body)
    return str(asked.get("query", "")) if isinstance(asked, dict) else ""
