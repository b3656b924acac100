"""Bulk loads: one call is one transaction, and the same call again changes no row.

Belongs here: the three loads, one per stage, and what they delete. Does not belong here: which of
two rows with one id wins (`merges`), how rows become Arrow (`arrow`), what rows mean (`migrations/`).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from warehouse import deletions, merges, scratch
from warehouse.arrow import arrow_table
from warehouse.connection import transaction
from warehouse.counts import LoadCounts, LoadTally
from warehouse.errors import RowsRefused
from warehouse.rows import (
    ExtractionRow,
    FactRow,
    FetchRow,
    ParsedFetchRow,
    ProblemRow,
    RejectedNumberRow,
    ReleaseRow,
    ReleaseVersionRow,
    Row,
    WarcFileRow,
)

RowT = TypeVar("RowT", bound=Row)


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
        _staged(connection, WarcFileRow, _distinct(files)),
        _staged(connection, FetchRow, fetches),
        _load(connection) as tally,
    ):
        _refuse_changed_files(connection)
        _prepare(connection, scratch.FETCH_TABLES)
        _merge(connection, tally, merges.WARC_FILE)
        _merge(connection, tally, merges.FETCH)
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
    _refuse_strangers("core.release_version.fetch_id", (row.fetch_id for row in versions), known)
    _refuse_strangers("core.problem.fetch_id", (row.fetch_id for row in problems), known)
    _refuse_other_stage(problems, "parse")
    with (
        _staged(connection, ParsedFetchRow, _distinct(parsed)),
        _staged(connection, ReleaseRow, releases),
        _staged(connection, ReleaseVersionRow, versions),
        _staged(connection, ProblemRow, _distinct(problems)),
        _load(connection) as tally,
    ):
        _prepare(connection, scratch.RELEASE_TABLES)
        _delete(connection, tally, deletions.RELEASE_DELETIONS)
        _merge(connection, tally, merges.RELEASE)
        _merge(connection, tally, merges.RELEASE_VERSION)
        _merge(connection, tally, merges.PARSED_FETCH)
        _merge(connection, tally, merges.PROBLEM)
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
    _refuse_strangers("core.fact.version_id", (row.version_id for row in facts), known)
    _refuse_strangers("core.rejected_number.version_id", (row.version_id for row in rejected), known)
    _refuse_strangers("core.problem.version_id", (row.version_id for row in problems), known)
    _refuse_other_stage(problems, "extract")
    with (
        _staged(connection, ExtractionRow, _distinct(extractions)),
        _staged(connection, FactRow, _distinct(facts)),
        _staged(connection, RejectedNumberRow, _distinct(rejected)),
        _staged(connection, ProblemRow, _distinct(problems)),
        _load(connection) as tally,
    ):
        _delete(connection, tally, deletions.EXTRACTION_DELETIONS)
        _merge(connection, tally, merges.EXTRACTION)
        _merge(connection, tally, merges.FACT)
        _merge(connection, tally, merges.REJECTED_NUMBER)
        _merge(connection, tally, merges.PROBLEM)
    return tally.counts()


@contextmanager
def _load(connection: DuckDBPyConnection) -> Iterator[LoadTally]:
    """One transaction; a row that breaks a constraint of its table refuses the whole load."""
    try:
        with transaction(connection):
            yield LoadTally()
            connection.execute(scratch.DROP_ALL)
    except duckdb.ConstraintException as error:
        raise RowsRefused(
            f"a row does not fit its table ({error})", remedy="the whole load was refused"
        ) from error


@contextmanager
def _staged(connection: DuckDBPyConnection, row_type: type[RowT], rows: Sequence[RowT]) -> Iterator[None]:
    """Let SQL see the rows as `incoming_<table>`."""
    name = f"incoming_{_bare_name(row_type)}"
    connection.register(name, arrow_table(connection, row_type, rows))
    try:
        yield
    finally:
        connection.unregister(name)


def _prepare(connection: DuckDBPyConnection, statements: Sequence[str]) -> None:
    for statement in statements:
        connection.execute(statement)


def _merge(connection: DuckDBPyConnection, tally: LoadTally, merge: merges.Merge) -> None:
    changed = 0 if merge.change is None else _row_count(connection, merge.change)
    tally.note(merge.table, changed=changed, added=_row_count(connection, merge.add))


def _delete(connection: DuckDBPyConnection, tally: LoadTally, steps: Sequence[deletions.Deletion]) -> None:
    for deletion in steps:
        tally.note(deletion.table, deleted=_row_count(connection, deletion.statement))


def _row_count(connection: DuckDBPyConnection, statement: str) -> int:
    """Execute a statement that changes rows and say how many."""
    count: int = connection.execute(statement).fetchall()[0][0]
    return count


def _bare_name(row_type: type[Row]) -> str:
    return row_type.table.partition(".")[2]


def _distinct(rows: Sequence[RowT]) -> list[RowT]:
    """Drop exact repeats; two rows with one id and different content are an error of the caller."""
    by_key: dict[str, RowT] = {}
    for row in rows:
        key = getattr(row, row.key)
        if by_key.setdefault(key, row) != row:
            raise RowsRefused(
                f"two different rows for {row.table} have {row.key} {key}", remedy="an id names one row"
            )
    return list(by_key.values())


def _refuse_strangers(column: str, values: Iterable[str | None], known: set[str]) -> None:
    for value in values:
        if value not in known:
            raise RowsRefused(
                f"{column} {value!r} is not among what this load is for", remedy="add its receipt row"
            )


def _refuse_other_stage(problems: Sequence[ProblemRow], stage: str) -> None:
    for problem in problems:
        if problem.stage != stage:
            raise RowsRefused(f"core.problem.stage is {problem.stage!r} in a load of stage {stage!r}")


def _refuse_changed_files(connection: DuckDBPyConnection) -> None:
    changed = connection.execute(
        """
        SELECT stored.warc_path, stored.sha256, incoming.sha256
        FROM raw.warc_file AS stored JOIN incoming_warc_file AS incoming USING (warc_path)
        WHERE stored.sha256 <> incoming.sha256
        ORDER BY ALL LIMIT 1
        """
    ).fetchone()
    if changed is not None:
        path, stored, incoming = changed
        raise RowsRefused(
            f"WARC file {path} was indexed with SHA-256 {stored} and now has {incoming}",
            remedy="raw files never change: restore it, or rebuild the warehouse from the raw zone",
        )
