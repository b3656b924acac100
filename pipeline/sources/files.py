"""The adapter for releases handed over as files: a folder or one file of text, HTML or JSON.

Belongs here: finding and reading the files. Does not belong here: what is inside them
(`file_formats`). A file that we cannot read as releases is recorded by name, so that it shows up
as a problem instead of being passed over.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit
from urllib.request import url2pathname

from pipeline.errors import SettingsError, SourceChanged, SourceUnreachable
from pipeline.fetch.client import PoliteClient
from pipeline.fetch.exchange import Exchange, Request
from pipeline.sources.adapter import ParsedPayload, Payload, SourceCheck, Window
from pipeline.sources.file_formats import CONTENT_TYPES, UNSUPPORTED_TYPE, parse_file
from pipeline.sources.registry import FILES_KEY, Source, source_by_key


def files_source(path: Path) -> Source:
    """The source that reads a folder or a file.

    Raises:
        SettingsError: There is nothing at this path.
    """
    if not path.exists():
        raise SettingsError(f"{path} does not exist", remedy="name a folder or file of releases")
    return source_by_key(FILES_KEY).model_copy(update={"base_url": path.resolve().as_uri()})


class FilesAdapter:
    """Reads local files; it needs no network and no window: what is handed over is wanted."""

    def fetch(self, source: Source, window: Window, client: PoliteClient) -> Iterator[Exchange]:  # noqa: ARG002 - the protocol's signature
        """Reads every file, in order of name.

        Raises:
            SourceChanged: There is no file of a kind that we read.
            SourceUnreachable: A file cannot be read, or is longer than an answer may be.
        """
        root = Path(url2pathname(urlsplit(source.base_url).path))
        paths = [root] if root.is_file() else sorted(_visible_files(root))
        if not any(path.suffix.lower() in CONTENT_TYPES for path in paths):
            raise SourceChanged(
                source.key, f"{root} holds no releases", remedy=f"it reads {', '.join(sorted(CONTENT_TYPES))}"
            )
        for path in paths:
            native_id = path.name if path == root else path.relative_to(root).as_posix()
            yield _read(source, path, native_id, client.response_limit_bytes)

    def parse(self, source: Source, payload: Payload) -> ParsedPayload:  # noqa: ARG002 - the protocol's signature
        """Takes one file apart."""
        return parse_file(payload)

    def check(self, source: Source, client: PoliteClient) -> SourceCheck:  # noqa: ARG002 - the protocol's signature
        """A folder that exists is known."""
        return SourceCheck(source.key, names={source.slug: source.base_url}, unknown=())


def _visible_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _read(source: Source, path: Path, native_id: str, limit_bytes: int) -> Exchange:
    content_type = CONTENT_TYPES.get(path.suffix.lower(), UNSUPPORTED_TYPE)
    try:
        size = path.stat().st_size
        if content_type != UNSUPPORTED_TYPE and size > limit_bytes:
            raise SourceUnreachable(
                source.key,
                f"{path} has {size} bytes, more than {limit_bytes}",
                remedy="split it, or raise SVODKA_RESPONSE_LIMIT_BYTES",
            )
        data = b"" if content_type == UNSUPPORTED_TYPE else path.read_bytes()
    except OSError as error:
        raise SourceUnreachable(
            source.key, f"{path} cannot be read: {error.strerror}", remedy="check the file's permissions"
        ) from error
    return Exchange(
        request=Request("READ", f"file://{source.host}/{quote(os.fsencode(native_id))}"),
        status=None,
        headers=(),
        payload=data,
        content_type=content_type,
        fetched_at=datetime.now(UTC),
    )
