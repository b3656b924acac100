"""From a stored payload to rows: releases, versions of their text, and what was set aside.

Belongs here: what a payload as a whole gives. Does not belong here: reading one item (`version`),
the shape of one site's answers (its adapter) and storing the rows (`warehouse.load`). Parsing
never fails on what a payload holds: what is no release becomes a problem row with its raw record.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.fetch.warc_index import ArchiveDamagedError, read_payload
from pipeline.parse.version import PARSER_VERSION, ParsedVersion, parse_item
from pipeline.sources.adapter import Payload, RawProblem
from pipeline.sources.adapters import adapter_of
from pipeline.sources.registry import Source, source_by_key
from warehouse.ids import stable_hash
from warehouse.rows import FetchRow, ParsedFetchRow, ProblemRow, ReleaseRow, ReleaseVersionRow

__all__ = ["PARSER_VERSION", "ParsedFetch", "parse_archived", "parse_fetch"]

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
    by_id: defaultdict[tuple[str, str], list[ParsedVersion]] = defaultdict(list)
    for item in raw.items:
        if not item.native_id.isprintable():
            message = f"id {item.native_id!r} holds characters that no id may hold"
            problems.append(RawProblem("unreadable_item", message, item.record))
            continue
        try:
            version = parse_item(fetch, source, item)
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


def _settle_copies(copies: list[ParsedVersion]) -> tuple[list[ParsedVersion], list[RawProblem]]:
    """Of copies of one release, keeps the longest text in each language; equal ones are one."""
    kept: dict[str, ParsedVersion] = {}
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
