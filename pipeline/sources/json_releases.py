"""Releases in JSON that somebody exported: one object, a list, or JSON lines.

Belongs here: the names that people give to text, date and id. Does not belong here: other formats
(`file_formats`).
"""

import json
import re
from collections.abc import Iterator
from typing import Literal

from pipeline.sources.adapter import ParsedPayload, RawItem, RawProblem
from pipeline.sources.named_file import NamedFile

# The same thing has several names in the JSON that people export; the first one present counts.
TEXT_KEYS = ("text", "html", "body", "content")
DATE_KEYS = ("published", "published_at", "published_on", "publication_date", "created_date", "date")
LIST_KEYS = ("releases", "items", "content", "data")
_RECORD_CHARACTERS = 4000
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class _ShapeError(ValueError):
    """An entry that is no release."""


def parse_json(file: NamedFile, text: str, *, lines: bool) -> ParsedPayload:
    """Takes a file of JSON apart; whatever is not a release is a problem.

    Args:
        file: The file.
        text: Its content.
        lines: Whether each line is a value of its own (JSON lines).
    """
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


def _from_entry(file: NamedFile, entry: object, position: int | None, record: str) -> RawItem:
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


def _entry_id(file: NamedFile, entry: dict[str, object], position: int | None) -> str:
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
