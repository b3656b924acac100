"""Bulk loads: one call is one transaction, and the same call again changes no row.

Belongs here: the three loads, one per stage, and the order of their steps. Does not belong here: how a
step is done (`load_steps`), what is refused (`refusals`), what is taken out first (`deletions`) and which
of two rows with one id wins (`merges`).
"""

from __future__ import annotations

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from warehouse import deletions, merges, scratch
from warehouse.counts import LoadCounts
from warehouse.load_steps import delete, loading, merge, prepare, staged
from warehouse.refusals import distinct, refuse_changed_files, refuse_other_stage, refuse_strangers
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


def load_fetches(
    connection: DuckDBPyConnection, files: Sequence[WarcFileRow], fetches: Sequence[FetchRow]
) -> LoadCounts:
    """Index WARC files and the distinct payloads in them; what is indexed already stays as it is.

    Args:
        connection: A writer to the migrated database, outside a transaction.
        files: The WARC files of a run.
        fetches: The payloads in them.

    Returns:
        What changed.

    Raises:
        RowsRefused: If a file was indexed with another checksum, or a value does not fit its column.
    """
    with (
        staged(connection, WarcFileRow, distinct(files)),
        staged(connection, FetchRow, fetches),
        loading(connection) as tally,
    ):
        refuse_changed_files(connection)
        prepare(connection, scratch.FETCH_TABLES)
        merge(connection, tally, merges.WARC_FILE)
        merge(connection, tally, merges.FETCH)
    return tally.counts()


def load_releases(
    connection: DuckDBPyConnection,
    releases: Sequence[ReleaseRow],
    versions: Sequence[ReleaseVersionRow],
    parsed: Sequence[ParsedFetchRow],
    problems: Sequence[ProblemRow],
) -> LoadCounts:
    """Store what parsing the payloads in `parsed` gave.

    It replaces what was read from these payloads before: versions that they no longer give go, with
    their facts, and so do their problems. A version whose text, date or language is now read
    differently loses its extraction, so that it is extracted again.

    Args:
        connection: A writer to the migrated database, outside a transaction.
        releases: The releases in the payloads; one may come several times, the earliest is kept.
        versions: Their texts; one may come several times, the earliest is kept.
        parsed: One receipt for every payload parsed, also where nothing was found.
        problems: What was set aside, each with stage `parse` and its payload.

    Returns:
        What changed.

    Raises:
        RowsRefused: If rows contradict each other or name a payload outside `parsed`.
    """
    known = {row.fetch_id for row in parsed}
    refuse_strangers("core.release_version.fetch_id", (row.fetch_id for row in versions), known)
    refuse_strangers("core.problem.fetch_id", (row.fetch_id for row in problems), known)
    refuse_other_stage(problems, "parse")
    with (
        staged(connection, ParsedFetchRow, distinct(parsed)),
        staged(connection, ReleaseRow, releases),
        staged(connection, ReleaseVersionRow, versions),
        staged(connection, ProblemRow, distinct(problems)),
        loading(connection) as tally,
    ):
        prepare(connection, scratch.RELEASE_TABLES)
        delete(connection, tally, deletions.RELEASE_DELETIONS)
        merge(connection, tally, merges.RELEASE)
        merge(connection, tally, merges.RELEASE_VERSION)
        merge(connection, tally, merges.PARSED_FETCH)
        merge(connection, tally, merges.PROBLEM)
    return tally.counts()


def load_extractions(
    connection: DuckDBPyConnection,
    extractions: Sequence[ExtractionRow],
    facts: Sequence[FactRow],
    rejected: Sequence[RejectedNumberRow],
    problems: Sequence[ProblemRow],
) -> LoadCounts:
    """Store what extracting the versions in `extractions` gave; it replaces all that was stored for them.

    Args:
        connection: A writer to the migrated database, outside a transaction.
        extractions: One receipt for every version extracted, also where nothing was found.
        facts: Their facts.
        rejected: Their rejected numbers.
        problems: What went wrong, each with stage `extract` and its version.

    Returns:
        What changed.

    Raises:
        RowsRefused: If rows contradict each other or name a version outside `extractions`.
    """
    known = {row.version_id for row in extractions}
    refuse_strangers("core.fact.version_id", (row.version_id for row in facts), known)
    refuse_strangers("core.rejected_number.version_id", (row.version_id for row in rejected), known)
    refuse_strangers("core.problem.version_id", (row.version_id for row in problems), known)
    refuse_other_stage(problems, "extract")
    with (
        staged(connection, ExtractionRow, distinct(extractions)),
        staged(connection, FactRow, distinct(facts)),
        staged(connection, RejectedNumberRow, distinct(rejected)),
        staged(connection, ProblemRow, distinct(problems)),
        loading(connection) as tally,
    ):
        delete(connection, tally, deletions.EXTRACTION_DELETIONS)
        merge(connection, tally, merges.EXTRACTION)
        merge(connection, tally, merges.FACT)
        merge(connection, tally, merges.REJECTED_NUMBER)
        merge(connection, tally, merges.PROBLEM)
    return tally.counts()
