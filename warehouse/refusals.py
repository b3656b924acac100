"""What a load refuses before it touches a row: rows that contradict each other or what is stored.

Belongs here: contradictions between rows. Does not belong here: values that do not fit their column
(`arrow`) and data that is merely doubtful (`checks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from duckdb import DuckDBPyConnection

from warehouse.errors import RowsRefused
from warehouse.rows import ProblemRow, Row

RowT = TypeVar("RowT", bound=Row)


def distinct(rows: Sequence[RowT]) -> list[RowT]:
    """Drop exact repeats; two rows with one id and different content are an error of the caller."""
    by_key: dict[str, RowT] = {}
    for row in rows:
        key = getattr(row, row.key)
        if by_key.setdefault(key, row) != row:
            raise RowsRefused(
                f"two different rows for {row.table} have {row.key} {key}", remedy="an id names one row"
            )
    return list(by_key.values())


def refuse_strangers(column: str, values: Iterable[str | None], known: set[str]) -> None:
    """Refuse rows that belong to something this load is not about: nothing would ever replace them."""
    for value in values:
        if value not in known:
            raise RowsRefused(
                f"{column} {value!r} is not among what this load is for", remedy="add its receipt row"
            )


def refuse_other_stage(problems: Sequence[ProblemRow], stage: str) -> None:
    """Refuse problems that another load would replace."""
    for problem in problems:
        if problem.stage != stage:
            raise RowsRefused(f"core.problem.stage is {problem.stage!r} in a load of stage {stage!r}")


def refuse_changed_files(connection: DuckDBPyConnection) -> None:
    """Refuse a WARC file whose content is not what was indexed."""
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
