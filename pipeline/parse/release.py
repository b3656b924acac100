"""From a stored payload to rows: releases, versions of their text, and what was set aside.

Belongs here: identity, versions and quality flags of releases. Does not belong here: the shape of
one site's answers (its adapter) and storing the rows (`warehouse.load`). Parsing never fails on
what a payload holds: what is no release becomes a problem row with its raw record.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import SettingsError
from pipeline.fetch.warc_index import ArchiveDamagedError, read_payload
from pipeline.parse.html_text import html_text
from pipeline.parse.language import detect_language
from pipeline.parse.plain_text import plain_text, title_text
from pipeline.parse.published import Published, read_published
from pipeline.sources.adapter import Payload, RawItem, RawProblem
from pipeline.sources.adapters import adapter_of
from pipeline.sources.registry import Source, source_by_key
from warehouse.ids import stable_hash
from warehouse.rows import FetchRow, ParsedFetchRow, ProblemRow, ReleaseRow, ReleaseVersionRow

# Raise it when the same payload would give other rows; everything is then parsed again.
PARSER_VERSION = "2026.11.22"
STUB_CHARACTERS = 50
FUTURE_TOLERANCE = timedelta(days=1)
# Halves of surrogate pairs cannot be stored, control characters only confuse.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ParsedFetch:
    """Everything one payload gives, ready to load."""

    parsed: ParsedFetchRow
    releases: tuple[ReleaseRow, ...]
    versions: tuple[ReleaseVersionRow, ...]
    problems: tuple[ProblemRow, ...]


def parse_archived(raw_dir: Path, fetch: FetchRow) -> ParsedFetch:
    """Parses a payload from the raw zone; a damaged file or unknown source is a problem row."""
    try:
        return parse_fetch(fetch, read_payload(raw_dir, fetch), source_by_key(fetch.source))
    except ArchiveDamagedError as error:
        return _only_problem(fetch, RawProblem("damaged_archive", str(error), ""))
    except SettingsError as error:
        return _only_problem(fetch, RawProblem("unknown_source", str(error), ""))


def parse_fetch(fetch: FetchRow, data: bytes, source: Source) -> ParsedFetch:
    """Parses one payload.

    Args:
        fetch: Where it was fetched.
        data: The payload's bytes.
        source: The source it belongs to.

    Returns:
        One version for each release and language in the payload, and a problem for everything else.
    """
    payload = Payload(fetch.url, fetch.request_body, fetch.content_type or "", data)
    raw = adapter_of(source).parse(source, payload)
    problems = list(raw.problems)
    by_id: defaultdict[tuple[str, str], list[_Version]] = defaultdict(list)
    for item in raw.items:
        if not item.native_id.isprintable():
            message = f"id {item.native_id!r} holds characters that no id may hold"
            problems.append(RawProblem("unreadable_item", message, item.record))
            continue
        try:
            version = _version(fetch, source, item)
        except RecursionError:
            message = f"{item.content_type} {item.native_id}: tables stand in tables too deeply to be read"
            problems.append(RawProblem("unreadable_item", message, item.record))
            continue
        by_id[item.content_type, item.native_id].append(version)
        problems.extend(version.problems)
    releases: list[ReleaseRow] = []
    versions: list[ReleaseVersionRow] = []
    for copies in by_id.values():
        kept, conflicting = _settle_copies(copies)
        releases.append(kept[0].release)
        versions.extend(copy.row for copy in kept)
        problems.extend(conflicting)
    rows = {row.problem_id: row for row in (_problem_row(fetch, problem) for problem in problems)}
    return ParsedFetch(
        ParsedFetchRow(fetch.fetch_id, PARSER_VERSION, len(releases), len(rows)),
        tuple(releases),
        tuple(versions),
        tuple(rows.values()),
    )


@dataclass(frozen=True, slots=True)
class _Version:
    release: ReleaseRow
    row: ReleaseVersionRow
    record: str
    problems: tuple[RawProblem, ...]


def _version(fetch: FetchRow, source: Source, item: RawItem) -> _Version:
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
    return _Version(release, row, item.record, tuple(_date_problem(item, published)))


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


def _settle_copies(copies: list[_Version]) -> tuple[list[_Version], list[RawProblem]]:
    """Of copies of one release, keeps the longest text in each language; equal ones are one."""
    kept: dict[str, _Version] = {}
    problems: list[RawProblem] = []
    for copy in sorted(copies, key=lambda copy: len(copy.row.body), reverse=True):
        longest = kept.setdefault(copy.row.language, copy)
        if copy.row.version_id != longest.row.version_id:
            name = f"{copy.release.content_type} {copy.release.native_id}"
            message = f"{name} comes twice with different texts; the longer one is kept"
            problems.append(RawProblem("conflicting_copies", message, copy.record))
    return list(kept.values()), problems


def _problem_row(fetch: FetchRow, problem: RawProblem) -> ProblemRow:
    message, record = (_UNSTORABLE.sub("\ufffd", text) for text in (problem.message, problem.record))
    return ProblemRow(
        problem_id=stable_hash("parse", fetch.fetch_id, problem.kind, message, record),
        stage="parse",
        source=fetch.source,
        fetch_id=fetch.fetch_id,
        version_id=None,
        kind=problem.kind,
        message=message,
        record=record,
        detected_in=PARSER_VERSION,
    )


def _only_problem(fetch: FetchRow, problem: RawProblem) -> ParsedFetch:
    row = _problem_row(fetch, problem)
    return ParsedFetch(ParsedFetchRow(fetch.fetch_id, PARSER_VERSION, 0, 1), (), (), (row,))
