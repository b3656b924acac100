"""Rows to load in tests: each builder gives one plausible row, the test says what matters in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from warehouse.ids import stable_hash
from warehouse.rows import (
    ExtractionRow,
    FactRow,
    FetchRow,
    ParsedFetchRow,
    ProblemRow,
    RejectedNumberRow,
    ReleaseRow,
    ReleaseVersionRow,
    WarcFileRow,
)

NOON = datetime(2025, 12, 2, 12, 0, tzinfo=UTC)
BODY = "В стране зарегистрировано 23 тыс. организаций, из них более 18 тыс. активны. Рост составил 5,6%."
MINISTRY = "Министерство национальной экономики"


def warc_file(**fields: object) -> WarcFileRow:
    row = WarcFileRow("kz_economy/run-1.warc.gz", "kz_economy", "run-1", "ab" * 32, 3, NOON)
    return replace(row, **fields)


def fetch(number: int = 1, **fields: object) -> FetchRow:
    row = FetchRow(
        fetch_id=stable_hash("fetch", str(number)),
        source="kz_economy",
        family="kz",
        adapter="govkz",
        url="http://replica.test/graphql",
        method="POST",
        request_body=f'{{"page": {number}}}',
        status=200,
        content_type="application/json",
        fetched_at=NOON + timedelta(minutes=number),
        payload_digest=f"sha256:{number:064x}",
        payload_bytes=1000 + number,
        warc_path="kz_economy/run-1.warc.gz",
        warc_offset=100 * number,
        warc_record_id=f"<urn:uuid:00000000-0000-0000-0000-{number:012d}>",
    )
    return replace(row, **fields)


def parsed(fetch_row: FetchRow, parser_version: str = "p1", **fields: object) -> ParsedFetchRow:
    return replace(ParsedFetchRow(fetch_row.fetch_id, parser_version, 1, 0), **fields)


def release(number: int = 1, **fields: object) -> ReleaseRow:
    native_id = str(1000 + number)
    row = ReleaseRow(
        release_id=stable_hash("replica.test", "news", native_id),
        host="replica.test",
        content_type="news",
        native_id=native_id,
        family="kz",
        source="kz_economy",
        publisher=MINISTRY,
        first_url=f"http://replica.test/memleket/entities/economy/press/news/details/{native_id}?lang=ru",
        first_fetched_at=NOON,
    )
    return replace(row, **fields)


def version(
    release_row: ReleaseRow, fetch_row: FetchRow, body: str = BODY, **fields: object
) -> ReleaseVersionRow:
    title = fields.pop("title", f"Заголовок {release_row.native_id}")
    content_hash = stable_hash(title, body)
    row = ReleaseVersionRow(
        version_id=stable_hash(release_row.release_id, content_hash),
        release_id=release_row.release_id,
        content_hash=content_hash,
        source=fetch_row.source,
        slug="economy",
        publisher=release_row.publisher,
        url=release_row.first_url,
        title=title,
        body=body,
        language="ru",
        published_at=datetime(2025, 12, 1, 6, 30, tzinfo=UTC),
        published_on=date(2025, 12, 1),
        published_zone="assumed",
        flags=(),
        fetch_id=fetch_row.fetch_id,
        fetched_at=fetch_row.fetched_at,
        parser_version="p1",
    )
    return replace(row, **fields)


def fact(version_row: ReleaseVersionRow, quote: str = "23 тыс.", **fields: object) -> FactRow:
    start = fields.pop("char_start", None)
    if start is None:
        start = version_row.body.index(quote)
    end = fields.pop("char_end", start + len(quote))
    row = FactRow(
        fact_id=stable_hash(version_row.version_id, str(start), str(end)),
        version_id=version_row.version_id,
        extractor_version="e1",
        quote=quote,
        char_start=start,
        char_end=end,
        value=Decimal(23000),
        value_max=None,
        qualifier="exact",
        kind="count",
        unit=None,
        per=None,
        subject="неправительственная организация",
        subject_head="организация",
        predicate="зарегистрировать",
        measure="level",
        direction=None,
        period_start=date(2025, 12, 1),
        period_end=date(2025, 12, 1),
        period_grain="day",
        period_source="publication",
        modality="actual",
        place="Казахстан",
        place_code="KZ",
        attributed_to=None,
        part_of=None,
        compared_with=None,
        rule="count_noun",
        confidence=Decimal("0.9"),
        evidence=("digits", "noun"),
    )
    return replace(row, **fields)


def rejected(version_row: ReleaseVersionRow, quote: str = "5,6%", **fields: object) -> RejectedNumberRow:
    start = version_row.body.index(quote)
    end = start + len(quote)
    row = RejectedNumberRow(
        rejected_id=stable_hash(version_row.version_id, str(start), str(end)),
        version_id=version_row.version_id,
        extractor_version="e1",
        quote=quote,
        char_start=start,
        char_end=end,
        reason="date",
        rule="date_words",
    )
    return replace(row, **fields)


def extraction(version_row: ReleaseVersionRow, **fields: object) -> ExtractionRow:
    row = ExtractionRow(version_row.version_id, "e1", "none", len(version_row.body), 1, 0)
    return replace(row, **fields)


def parse_problem(fetch_row: FetchRow, number: int = 1, **fields: object) -> ProblemRow:
    row = ProblemRow(
        problem_id=stable_hash("parse", fetch_row.fetch_id, str(number)),
        stage="parse",
        source=fetch_row.source,
        fetch_id=fetch_row.fetch_id,
        version_id=None,
        kind="no_title",
        message="item 7 has no title",
        record='{"id": 7}',
        detected_in="p1",
    )
    return replace(row, **fields)


def extract_problem(version_row: ReleaseVersionRow, number: int = 1, **fields: object) -> ProblemRow:
    row = ProblemRow(
        problem_id=stable_hash("extract", version_row.version_id, str(number)),
        stage="extract",
        source=version_row.source,
        fetch_id=None,
        version_id=version_row.version_id,
        kind="failed",
        message="the text could not be read",
        record=None,
        detected_in="e1",
    )
    return replace(row, **fields)
