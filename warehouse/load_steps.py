"""The steps that every load consists of: a transaction, rows that SQL can see, statements that are counted.

Belongs here: how one step is done. Does not belong here: which steps a load has (`load`) and their SQL
(`scratch`, `deletions`, `merges`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from warehouse import scratch
from warehouse.arrow import arrow_table
from warehouse.connection import transaction
from warehouse.counts import LoadTally
from warehouse.deletions import Deletion
from warehouse.errors import RowsRefused
from warehouse.merges import Merge
from warehouse.rows import Row

RowT = TypeVar("RowT", bound=Row)


@contextmanager
def loading(connection: DuckDBPyConnection) -> Iterator[LoadTally]:
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
def staged(connection: DuckDBPyConnection, row_type: type[RowT], rows: Sequence[RowT]) -> Iterator[None]:
    """Let SQL see the rows as `incoming_<table>`."""
    name = f"incoming_{_bare_name(row_type)}"
    connection.register(name, arrow_table(connection, row_type, rows))
    try:
        yield
    finally:
        connection.unregister(name)


def prepare(connection: DuckDBPyConnection, statements: Sequence[str]) -> None:
    """Make the scratch tables of a load."""
    for statement in statements:
        connection.execute(statement)


def merge(connection: DuckDBPyConnection, tally: LoadTally, step: Merge) -> None:
    """Replace the stored rows that an incoming one wins against, then add those that are not stored."""
    changed = 0 if step.change is None else _row_count(connection, step.change)
    tally.note(step.table, changed=changed, added=_row_count(connection, step.add))


def delete(connection: DuckDBPyConnection, tally: LoadTally, steps: Sequence[Deletion]) -> None:
    """Take out rows that the incoming ones no longer have."""
    for deletion in steps:
        tally.note(deletion.table, deleted=_row_count(connection, deletion.statement))


def _row_count(connection: DuckDBPyConnection, statement: str) -> int:
    """Execute a statement that changes rows and say how many."""
    count: int = connection.execute(statement).fetchall()[0][0]
    return count


def _bare_name(row_type: type[Row]) -> str:
    return row_type.table.partition(".")[2]
