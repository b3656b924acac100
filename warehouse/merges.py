"""What happens to a row whose id is stored already, and to one whose id is not: two statements per table.

Belongs here: which of two rows with one id wins. Does not belong here: transactions, counting (`load`)
and what is taken out first (`deletions`). Every statement reads a view named `incoming_<table>`; a row
that is stored just so is not touched. (One MERGE for both takes four times as long to add rows.)

Rows that record a sighting (fetch, release, release version) keep the earliest one, whatever order they
come in, so that a rebuild from the raw zone gives the same rows.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Merge:
    """How incoming rows get into a table.

    Attributes:
        table: The table, with its schema.
        change: Replaces stored rows that an incoming one wins against; None if none ever does.
        add: Inserts the rows whose id is not stored.
    """

    table: str
    change: str | None
    add: str


WARC_FILE: Final = Merge(
    "raw.warc_file",
    change=None,
    add="""
    INSERT INTO raw.warc_file
    FROM incoming_warc_file ANTI JOIN raw.warc_file USING (warc_path)
    """,
)

FETCH: Final = Merge(
    "raw.fetch",
    change="""
    MERGE INTO raw.fetch AS stored
    USING earliest_fetch AS incoming
    ON stored.fetch_id = incoming.fetch_id
    WHEN MATCHED AND (incoming.fetched_at, incoming.warc_path, incoming.warc_offset)
                   < (stored.fetched_at, stored.warc_path, stored.warc_offset) THEN UPDATE
    """,
    add="""
    INSERT INTO raw.fetch
    FROM earliest_fetch ANTI JOIN raw.fetch USING (fetch_id)
    """,
)

PARSED_FETCH: Final = Merge(
    "core.parsed_fetch",
    change="""
    MERGE INTO core.parsed_fetch AS stored
    USING incoming_parsed_fetch AS incoming
    ON stored.fetch_id = incoming.fetch_id
    WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
    """,
    add="""
    INSERT INTO core.parsed_fetch
    FROM incoming_parsed_fetch ANTI JOIN core.parsed_fetch USING (fetch_id)
    """,
)

RELEASE: Final = Merge(
    "core.release",
    change="""
    MERGE INTO core.release AS stored
    USING earliest_release AS incoming
    ON stored.release_id = incoming.release_id
    WHEN MATCHED AND stored IS DISTINCT FROM incoming
                 AND (incoming.first_fetched_at, incoming.source, coalesce(incoming.first_url, ''))
                  <= (stored.first_fetched_at, stored.source, coalesce(stored.first_url, '')) THEN UPDATE
    """,
    add="""
    INSERT INTO core.release
    FROM earliest_release ANTI JOIN core.release USING (release_id)
    """,
)

RELEASE_VERSION: Final = Merge(
    "core.release_version",
    change="""
    MERGE INTO core.release_version AS stored
    USING winning_release_version AS incoming
    ON stored.version_id = incoming.version_id
    WHEN MATCHED THEN UPDATE
    """,
    add="""
    INSERT INTO core.release_version
    FROM winning_release_version ANTI JOIN core.release_version USING (version_id)
    """,
)

EXTRACTION: Final = Merge(
    "core.extraction",
    change="""
    MERGE INTO core.extraction AS stored
    USING incoming_extraction AS incoming
    ON stored.version_id = incoming.version_id
    WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
    """,
    add="""
    INSERT INTO core.extraction
    FROM incoming_extraction ANTI JOIN core.extraction USING (version_id)
    """,
)

FACT: Final = Merge(
    "core.fact",
    change="""
    MERGE INTO core.fact AS stored
    USING incoming_fact AS incoming
    ON stored.fact_id = incoming.fact_id
    WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
    """,
    add="""
    INSERT INTO core.fact
    FROM incoming_fact ANTI JOIN core.fact USING (fact_id)
    """,
)

REJECTED_NUMBER: Final = Merge(
    "core.rejected_number",
    change="""
    MERGE INTO core.rejected_number AS stored
    USING incoming_rejected_number AS incoming
    ON stored.rejected_id = incoming.rejected_id
    WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
    """,
    add="""
    INSERT INTO core.rejected_number
    FROM incoming_rejected_number ANTI JOIN core.rejected_number USING (rejected_id)
    """,
)

PROBLEM: Final = Merge(
    "core.problem",
    change="""
    MERGE INTO core.problem AS stored
    USING incoming_problem AS incoming
    ON stored.problem_id = incoming.problem_id
    WHEN MATCHED AND stored IS DISTINCT FROM incoming THEN UPDATE
    """,
    add="""
    INSERT INTO core.problem
    FROM incoming_problem ANTI JOIN core.problem USING (problem_id)
    """,
)
