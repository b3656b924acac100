"""What is inside a file of releases: text, an HTML page, JSON or JSON lines.

Belongs here: finding title, text and date in each format. Does not belong here: reading files
(`files`), cleaning text and reading dates (`pipeline.parse`).
"""

from pipeline.sources.adapter import ParsedPayload, Payload, RawItem, RawProblem
from pipeline.sources.html_page import read_page
from pipeline.sources.json_releases import parse_json
from pipeline.sources.named_file import NamedFile
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
_LONGEST_TITLE = 200
_RECORD_CHARACTERS = 4000


def parse_file(payload: Payload) -> ParsedPayload:
    """Takes one file apart; whatever is not a release is a problem."""
    file = NamedFile.at(payload.url)
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
    return parse_json(file, text, lines=payload.content_type == "application/x-ndjson")


def _from_text(file: NamedFile, text: str) -> RawItem:
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


def _from_page(file: NamedFile, text: str) -> RawItem:
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
