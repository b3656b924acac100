"""One release as one item tells it: identity, text, date, language, quality flags.

Belongs here: reading a single item. Does not belong here: what to do with copies and problems
(`release`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from pipeline.parse.html_text import html_text
from pipeline.parse.language import detect_language
from pipeline.parse.plain_text import plain_text, title_text
from pipeline.parse.published import Published, read_published
from pipeline.sources.adapter import RawItem, RawProblem
from pipeline.sources.registry import Source
from warehouse.ids import stable_hash
from warehouse.rows import FetchRow, ReleaseRow, ReleaseVersionRow

# Raise it when the same payload would give other rows; everything is then parsed again.
PARSER_VERSION = "2026.11.22"
STUB_CHARACTERS = 50
FUTURE_TOLERANCE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ParsedVersion:
    """A release as one item tells it.

    Attributes:
        release: Its identity.
        row: Its text at this moment.
        record: The raw item.
        problems: What could not be read of it.
    """

    release: ReleaseRow
    row: ReleaseVersionRow
    record: str
    problems: tuple[RawProblem, ...]


def parse_item(fetch: FetchRow, source: Source, item: RawItem) -> ParsedVersion:
    """Reads one item.

    Args:
        fetch: The payload it stands in.
        source: The source it belongs to.
        item: The item; its id is printable.

    Raises:
        RecursionError: Its tables stand in tables beyond any sense.
    """
    host = urlsplit(fetch.url).hostname or source.host
    release_id = stable_hash(host, item.content_type, item.native_id)
    title = title_text(item.title)
    body = html_text(item.body) if item.body_format == "html" else plain_text(item.body)
    content_hash = sha256(f"{title}\n{body}".encode()).hexdigest()
    language = detect_language(f"{title}\n{body}")
    published = read_published(item.published, source.zone)
    publisher = item.publisher or source.publisher
    release = ReleaseRow(
        release_id=release_id,
        host=host,
        content_type=item.content_type,
        native_id=item.native_id,
        family=fetch.family,
        source=fetch.source,
        publisher=publisher,
        first_url=item.url,
        first_fetched_at=fetch.fetched_at,
    )
    row = ReleaseVersionRow(
        version_id=stable_hash(release_id, content_hash),
        release_id=release_id,
        content_hash=content_hash,
        source=fetch.source,
        slug=item.slug,
        publisher=publisher,
        url=item.url,
        title=title,
        body=body,
        language=language,
        published_at=published.at,
        published_on=published.on,
        published_zone=published.zone,
        flags=tuple(_flags(fetch, source, title=title, body=body, language=language, published=published)),
        fetch_id=fetch.fetch_id,
        fetched_at=fetch.fetched_at,
        parser_version=PARSER_VERSION,
    )
    return ParsedVersion(release, row, item.record, tuple(_date_problem(item, published)))


def _flags(
    fetch: FetchRow, source: Source, *, title: str, body: str, language: str, published: Published
) -> Iterable[str]:
    """What an analyst should know before trusting the row; each flag is explained in the warehouse."""
    if not title:
        yield "no_title"
    if not body:
        yield "empty_body"
    elif len(body) < STUB_CHARACTERS:
        yield "stub_body"
    if language != source.language:
        yield "not_russian"
    if published.on is None:
        yield "no_date"
    if published.midnight:
        yield "midnight_time"
    if published.at is not None and published.at > fetch.fetched_at + FUTURE_TOLERANCE:
        yield "future_date"


def _date_problem(item: RawItem, published: Published) -> Iterable[RawProblem]:
    if item.published and item.published.strip() and published.on is None:
        message = f"{item.content_type} {item.native_id}: publication time {item.published!r} is not readable"
        yield RawProblem("unreadable_date", message, item.record)
