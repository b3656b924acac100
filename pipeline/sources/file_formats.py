"""What is inside a file of releases: text, an HTML page, JSON or JSON lines.

Belongs here: finding title, text, date and id in each format. Does not belong here: reading files
(`files`), cleaning text and reading dates (`pipeline.parse`).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from pipeline.sources.adapter import ParsedPayload, Payload, RawItem, RawProblem
from pipeline.sources.html_page import read_page
from pipeline.sources.text_encoding import UndecodableError, decode_text

CONTENT_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
}
UNSUPPORTED_TYPE = "application/octet-stream"
# The same thing has several names in the JSON that people export; the first one present counts.
TEXT_KEYS = ("text", "html", "body", "content")
DATE_KEYS = ("published", "published_at", "published_on", "publication_date", "created_date", "date")
LIST_KEYS = ("releases", "items", "content", "data")
_LONGEST_TITLE = 200
_RECORD_CHARACTERS = 4000
_DATE_IN_NAME = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d{2})(?P<dash>[-_.]?)(?P<m>\d{2})(?P=dash)(?P<d>\d{2})"
    r"|(?P<d2>\d{2})\.(?P<m2>\d{2})\.(?P<y2>(?:19|20)\d{2}))(?!\d)"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class _ShapeError(ValueError):
    """A file or an entry that is no release."""


@dataclass(frozen=True, slots=True)
class _File:
    """Where an item stands.

    Attributes:
        url: Canonical address of the file.
        native_id: Its path below the folder that was handed over.
    """

    url: str
    native_id: str

    @property
    def date_in_name(self) -> str | None:
        """A date in the file's own name, as ISO 8601."""
        found = _DATE_IN_NAME.search(PurePosixPath(self.native_id).stem)
        if found is None:
            return None
        year, month, day = (found[name] or found[f"{name}2"] for name in ("y", "m", "d"))
        return f"{year}-{month}-{day}"


def parse_file(payload: Payload) -> ParsedPayload:
    """Takes one file apart; whatever is not a release is a problem."""
    path = urlsplit(payload.url).path.removeprefix("/")
    file = _File(payload.url, unquote(path, errors="backslashreplace"))
    if payload.content_type == UNSUPPORTED_TYPE:
        message = f"{file.native_id}: not a kind of file that we read ({', '.join(sorted(CONTENT_TYPES))})"
        return ParsedPayload((), (RawProblem("unsupported_file", message, ""),))
    try:
        text = decode_text(payload.data)
    except UndecodableError as error:
        return ParsedPayload((), (RawProblem("unreadable_payload", f"{file.native_id}: {error}", ""),))
    if payload.content_type == "text/plain":
        return ParsedPayload((_from_text(file, text),))
    if payload.content_type == "text/html":
        return ParsedPayload((_from_page(file, text),))
    return _from_json(file, text, lines=payload.content_type == "application/x-ndjson")


def _from_text(file: _File, text: str) -> RawItem:
    """The whole text is the body, its title line included: no number in the file is lost."""
    return RawItem(
        content_type="file",
        native_id=file.native_id,
        slug="files",
        url=file.url,
        title=_title_line(text),
        body=text,
        body_format="text",
        published=file.date_in_name,
        record=text[:_RECORD_CHARACTERS],
    )


def _title_line(text: str) -> str:
    """The first line, if it stands alone, is short and no sentence."""
    first, end, rest = text.strip().partition("\n")
    stands_alone = bool(end) and not rest.split("\n", 1)[0].strip() and bool(rest.strip())
    is_title = stands_alone and len(first) <= _LONGEST_TITLE and first.rstrip()[-1] not in ".…:;,"
    return first if is_title else ""


def _from_page(file: _File, text: str) -> RawItem:
    page = read_page(text)
    return RawItem(
        content_type="file",
        native_id=file.native_id,
        slug="files",
        url=file.url,
        title=page.title,
        body=page.content,
        body_format="html",
        published=page.published or file.date_in_name,
        record=text[:_RECORD_CHARACTERS],
    )


def _from_json(file: _File, text: str, *, lines: bool) -> ParsedPayload:
    items: list[RawItem] = []
    problems: list[RawProblem] = []
    entries = _entries_of_lines(text) if lines else _entries_of_document(text)
    for position, entry in entries:
        record = entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False, sort_keys=True)
        try:
            items.append(_from_entry(file, entry, position, record))
        except _ShapeError as error:
            place = file.native_id if position is None else f"{file.native_id}, entry {position}"
            kind = "unreadable_payload" if isinstance(entry, str) else "unreadable_item"
            problems.append(RawProblem(kind, f"{place}: {error}", record[:_RECORD_CHARACTERS]))
    return ParsedPayload(tuple(items), tuple(problems))


def _entries_of_lines(text: str) -> Iterator[tuple[int | None, object]]:
    """Each line's value with its number; a line that is no JSON comes as its text."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _decoded(line)


def _entries_of_document(text: str) -> Iterator[tuple[int | None, object]]:
    document = _decoded(text)
    if isinstance(document, dict):
        listed = next((document[key] for key in LIST_KEYS if isinstance(document.get(key), list)), None)
        if listed is None:
            yield None, document
            return
        document = listed
    if isinstance(document, list):
        yield from enumerate(document, start=1)
    else:
        yield None, document


def _decoded(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def _from_entry(file: _File, entry: object, position: int | None, record: str) -> RawItem:
    if isinstance(entry, str):
        raise _ShapeError("no JSON")
    if not isinstance(entry, dict):
        raise _ShapeError(f"entry is a {type(entry).__name__}, not an object")
    key = next((key for key in TEXT_KEYS if entry.get(key) is not None), None)
    if key is None:
        raise _ShapeError(f"entry has none of {', '.join(TEXT_KEYS)}")
    body = _text(entry, key) or ""
    return RawItem(
        content_type="file",
        native_id=_entry_id(file, entry, position),
        slug="files",
        url=_text(entry, "url") or file.url,
        title=_text(entry, "title") or "",
        body=body,
        body_format=_format_of(key, body),
        published=next((found for key in DATE_KEYS if (found := _text(entry, key))), file.date_in_name),
        record=record,
        publisher=_text(entry, "publisher"),
    )


def _format_of(key: str, body: str) -> Literal["html", "text"]:
    """`html` and `text` say what they are; other names are looked at."""
    if key == "text":
        return "text"
    return "html" if key == "html" or _TAG.search(body) else "text"


def _entry_id(file: _File, entry: dict[str, object], position: int | None) -> str:
    stated = entry.get("id")
    if isinstance(stated, (int, str)) and not isinstance(stated, bool) and str(stated).strip():
        return str(stated).strip()
    if stated is not None:
        raise _ShapeError(f"id {stated!r} is neither a number nor text")
    return file.native_id if position is None else f"{file.native_id}#{position}"


def _text(entry: dict[str, object], key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise _ShapeError(f"{key} is a {type(value).__name__}, not text")
    return value
