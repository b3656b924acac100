"""The texts that `svodka extract` is given.

Belongs here: standard input and files, in text, HTML or JSON lines. Does not belong here: what is
in them (`extractors`).
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from extractors.json_lines import Document, MalformedLineError, read_document
from pipeline.cli.output import print_remark
from pipeline.errors import ExitCode, SvodkaError
from pipeline.parse.html_text import html_text
from pipeline.sources.html_page import read_page
from pipeline.sources.text_encoding import UndecodableError, decode_text

STANDARD_INPUT = Path("-")
HTML_SUFFIXES = frozenset({".html", ".htm"})
JSON_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})


class InputError(SvodkaError):
    """A text that cannot be read."""

    exit_code = ExitCode.USAGE


def read_documents(
    files: Sequence[Path], *, as_json_lines: bool, as_html: bool, published: date | None
) -> Iterator[Document]:
    """Reads texts one after another, JSON lines as they come.

    Args:
        files: Where they are; "-" or none at all is standard input.
        as_json_lines: Everything is JSON lines, whatever it is called.
        as_html: Standard input is HTML.
        published: Day of publication of texts that do not state one.

    Yields:
        The texts. A plain text is left exactly as it is, so that offsets point into the file;
        offsets of HTML point into its text.

    Raises:
        InputError: A file cannot be read, or a line is malformed; texts before it were given.
    """
    for path in files or [STANDARD_INPUT]:
        suffix = path.suffix.lower()
        if as_json_lines or suffix in JSON_LINES_SUFFIXES:
            yield from _from_lines(path, published)
        else:
            is_html = as_html if path == STANDARD_INPUT else suffix in HTML_SUFFIXES
            yield _from_file(path, published, is_html=is_html)


def _from_lines(path: Path, published: date | None) -> Iterator[Document]:
    with _opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                document = read_document(line.decode("utf-8"))
            except (MalformedLineError, UnicodeDecodeError) as error:
                raise InputError(
                    f"{_name(path)}, line {number}: {error}", remedy="the lines before it were read"
                ) from error
            yield Document(document.doc_id, document.published or published, document.text)


def _from_file(path: Path, published: date | None, *, is_html: bool) -> Document:
    with _opened(path) as lines:
        data = b"".join(lines)
    try:
        text = decode_text(data)
    except UndecodableError as error:
        raise InputError(f"{_name(path)}: {error}", remedy="save it as UTF-8") from error
    return Document(str(path), published, html_text(read_page(text).content) if is_html else text)


@contextmanager
def _opened(path: Path) -> Iterator[Iterable[bytes]]:
    if path == STANDARD_INPUT:
        if sys.stdin.isatty():
            print_remark("Reading standard input; Ctrl-D ends it.")
        yield sys.stdin.buffer
        return
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror})", remedy="name a file of text, HTML or JSON lines"
        ) from error


def _name(path: Path) -> str:
    return "standard input" if path == STANDARD_INPUT else str(path)
