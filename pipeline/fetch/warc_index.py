"""Reading WARC files: the index of a whole file, and one payload by its offset.

Belongs here: turning records back into rows and payloads. Does not belong here: writing (`warc`)
and storing the index (`warehouse.load`). The index of a run is read from its finished file too, so
a file left over from a killed run is indexed in just the same way.
"""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from pipeline.errors import SvodkaError
from pipeline.fetch.exchange import fetch_id
from warehouse.rows import FetchRow, WarcFileRow

_PAYLOAD_TYPES = frozenset({"response", "resource"})


class ArchiveDamagedError(SvodkaError):
    """A WARC file that is missing, cut off or not what its index says."""


@dataclass(frozen=True, slots=True)
class WarcIndex:
    """What stands in one file: its row, and one row for each payload."""

    warc_file: WarcFileRow
    fetches: tuple[FetchRow, ...]


@dataclass(frozen=True, slots=True)
class _Payload:
    record_id: str
    offset: int
    url: str
    fetched_at: datetime
    status: int | None
    content_type: str | None
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class _Question:
    method: str
    body: str | None


def index_warc(raw_dir: Path, path: Path) -> WarcIndex:
    """Reads the index of a complete file that this project wrote.

    Args:
        raw_dir: The raw zone.
        path: A file in it.

    Raises:
        ArchiveDamagedError: The file cannot be read to its end, or says not whose it is.
    """
    info: Mapping[str, str] = {}
    payloads: list[_Payload] = []
    questions: dict[str, _Question] = {}
    record_count = 0
    with _reading(path) as stream:
        archive = ArchiveIterator(stream)
        for record in archive:
            record_count += 1
            if record.rec_type == "warcinfo":
                info = _info_fields(record)
            elif record.rec_type == "request":
                questions[_header(record, "WARC-Concurrent-To", path)] = _question(record)
            elif record.rec_type in _PAYLOAD_TYPES:
                payloads.append(_payload(record, archive.offset, path))
    if not {"svodka-source", "svodka-run", "svodka-family", "svodka-adapter"} <= info.keys() or not payloads:
        raise ArchiveDamagedError(
            f"{path}: not a file that svodka wrote", remedy="remove it from the raw zone"
        )
    warc_path = path.relative_to(raw_dir).as_posix()
    fetches = tuple(_fetch_row(payload, questions, info, warc_path) for payload in payloads)
    return WarcIndex(
        WarcFileRow(
            warc_path=warc_path,
            source=info["svodka-source"],
            run_id=info["svodka-run"],
            sha256=sha256(path.read_bytes()).hexdigest(),
            record_count=record_count,
            first_fetched_at=min(row.fetched_at for row in fetches),
        ),
        fetches,
    )


def read_payload(raw_dir: Path, fetch: FetchRow) -> bytes:
    """Reads one payload back.

    Raises:
        ArchiveDamagedError: File or record is not there, or is not what was indexed.
    """
    path = raw_dir / fetch.warc_path
    with _reading(path) as stream:
        stream.seek(fetch.warc_offset)
        record = next(iter(ArchiveIterator(stream)), None)
        payload: bytes = b"" if record is None else record.content_stream().read()
    if f"sha256:{sha256(payload).hexdigest()}" != fetch.payload_digest:
        raise ArchiveDamagedError(
            f"{path}: no payload {fetch.payload_digest} at offset {fetch.warc_offset}",
            remedy="restore the file from a backup",
        )
    return payload


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as stream:
            yield stream
    except (OSError, EOFError, ValueError, zlib.error, ArchiveLoadFailed) as error:
        raise ArchiveDamagedError(
            f"{path}: cannot be read: {error}", remedy="restore the file from a backup"
        ) from error


def _fetch_row(
    payload: _Payload, questions: Mapping[str, _Question], info: Mapping[str, str], warc_path: str
) -> FetchRow:
    question = questions.get(payload.record_id, _Question("READ", None))
    source = info["svodka-source"]
    return FetchRow(
        fetch_id=fetch_id(source, question.method, payload.url, question.body, payload.digest),
        source=source,
        family=info["svodka-family"],
        adapter=info["svodka-adapter"],
        url=payload.url,
        method=question.method,
        request_body=question.body,
        status=payload.status,
        content_type=payload.content_type,
        fetched_at=payload.fetched_at,
        payload_digest=payload.digest,
        payload_bytes=payload.size,
        warc_path=warc_path,
        warc_offset=payload.offset,
        warc_record_id=payload.record_id,
    )


def _payload(record: ArcWarcRecord, offset: int, path: Path) -> _Payload:
    data: bytes = record.content_stream().read()
    digest = f"sha256:{sha256(data).hexdigest()}"
    if digest != _header(record, "WARC-Payload-Digest", path):
        raise ArchiveDamagedError(
            f"{path}: payload at offset {offset} is not the one that was written",
            remedy="restore the file from a backup",
        )
    http = record.http_headers
    stated = record.content_type if http is None else http.get_header("Content-Type")
    return _Payload(
        record_id=_header(record, "WARC-Record-ID", path),
        offset=offset,
        url=_header(record, "WARC-Target-URI", path),
        fetched_at=datetime.fromisoformat(_header(record, "WARC-Date", path)),
        status=None if http is None else int(http.get_statuscode()),
        content_type=None if stated is None else stated.partition(";")[0].strip().lower(),
        digest=digest,
        size=len(data),
    )


def _question(record: ArcWarcRecord) -> _Question:
    body: bytes = record.content_stream().read()
    return _Question(record.http_headers.protocol, body.decode() if body else None)


def _info_fields(record: ArcWarcRecord) -> dict[str, str]:
    lines = record.content_stream().read().decode().splitlines()
    return {
        name.strip(): value.strip() for name, colon, value in (line.partition(":") for line in lines) if colon
    }


def _header(record: ArcWarcRecord, name: str, path: Path) -> str:
    value: str | None = record.rec_headers.get_header(name)
    if value is None:
        raise ArchiveDamagedError(
            f"{path}: a {record.rec_type} record without {name}", remedy="restore the file from a backup"
        )
    return value
