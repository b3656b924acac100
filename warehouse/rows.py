"""One frozen dataclass per table: its fields are the table's columns, in order.

Belongs here: the typed form in which the pipeline hands rows over and gets them back. Does not
belong here: what a column means (the comments in `migrations/`, shown in docs/data-dictionary.md).
A test compares every class with the database.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Protocol


class Row(Protocol):
    """What all row classes have in common.

    Attributes:
        table: The table the row is for, with its schema.
        key: The column that identifies the row.
    """

    table: ClassVar[str]
    key: ClassVar[str]


@dataclass(frozen=True, slots=True)
class WarcFileRow:
    """A row of raw.warc_file."""

    table: ClassVar[str] = "raw.warc_file"
    key: ClassVar[str] = "warc_path"

    warc_path: str
    source: str
    run_id: str
    sha256: str
    record_count: int
    first_fetched_at: datetime


@dataclass(frozen=True, slots=True)
class FetchRow:
    """A row of raw.fetch."""

    table: ClassVar[str] = "raw.fetch"
    key: ClassVar[str] = "fetch_id"

    fetch_id: str
    source: str
    family: str
    adapter: str
    url: str
    method: str
    request_body: str | None
    status: int | None
    content_type: str | None
    fetched_at: datetime
    payload_digest: str
    payload_bytes: int
    warc_path: str
    warc_offset: int
    warc_record_id: str


@dataclass(frozen=True, slots=True)
class ParsedFetchRow:
    """A row of core.parsed_fetch."""

    table: ClassVar[str] = "core.parsed_fetch"
    key: ClassVar[str] = "fetch_id"

    fetch_id: str
    parser_version: str
    release_count: int
    problem_count: int


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A row of core.release."""

    table: ClassVar[str] = "core.release"
    key: ClassVar[str] = "release_id"

    release_id: str
    host: str
    content_type: str
    native_id: str
    family: str
    source: str
    publisher: str
    first_url: str | None
    first_fetched_at: datetime


@dataclass(frozen=True, slots=True)
class ReleaseVersionRow:
    """A row of core.release_version."""

    table: ClassVar[str] = "core.release_version"
    key: ClassVar[str] = "version_id"

    version_id: str
    release_id: str
    content_hash: str
    source: str
    slug: str | None
    publisher: str
    url: str | None
    title: str
    body: str
    language: str
    published_at: datetime | None
    published_on: date | None
    published_zone: str | None
    flags: tuple[str, ...]
    fetch_id: str
    fetched_at: datetime
    parser_version: str


@dataclass(frozen=True, slots=True)
class ExtractionRow:
    """A row of core.extraction."""

    table: ClassVar[str] = "core.extraction"
    key: ClassVar[str] = "version_id"

    version_id: str
    extractor_version: str
    syntax: str
    characters: int
    fact_count: int
    rejected_count: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of core.fact."""

    table: ClassVar[str] = "core.fact"
    key: ClassVar[str] = "fact_id"

    fact_id: str
    version_id: str
    extractor_version: str
    quote: str
    char_start: int
    char_end: int
    value: Decimal
    value_max: Decimal | None
    qualifier: str
    kind: str
    unit: str | None
    per: str | None
    subject: str
    subject_head: str
    predicate: str | None
    measure: str
    direction: str | None
    period_start: date | None
    period_end: date | None
    period_grain: str | None
    period_source: str | None
    modality: str
    place: str | None
    place_code: str | None
    attributed_to: str | None
    part_of: str | None
    compared_with: str | None
    rule: str
    confidence: Decimal
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RejectedNumberRow:
    """A row of core.rejected_number."""

    table: ClassVar[str] = "core.rejected_number"
    key: ClassVar[str] = "rejected_id"

    rejected_id: str
    version_id: str
    extractor_version: str
    quote: str
    char_start: int
    char_end: int
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A row of core.problem."""

    table: ClassVar[str] = "core.problem"
    key: ClassVar[str] = "problem_id"

    problem_id: str
    stage: str
    source: str
    fetch_id: str | None
    version_id: str | None
    kind: str
    message: str
    record: str | None
    detected_in: str


ROW_TYPES: tuple[type[Row], ...] = (
    WarcFileRow,
    FetchRow,
    ParsedFetchRow,
    ReleaseRow,
    ReleaseVersionRow,
    ExtractionRow,
    FactRow,
    RejectedNumberRow,
    ProblemRow,
)
