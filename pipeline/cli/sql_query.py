"""Running SQL on the published snapshot.

Belongs here: statements, their parameters and rows. Does not belong here: how a result is written
(`sql_formats`), what is said of a mistake (`sql_mistakes`), the dialogue (`sql_shell`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection, ExpectedResultType

from pipeline.cli.sql_mistakes import mistakes_in
from pipeline.errors import SettingsError
from warehouse.connection import open_reader

_ROWS_AT_ONCE = 10_000
_INTEGERS = frozenset({"tinyint", "smallint", "integer", "bigint", "hugeint", "bignum"})
_NUMERIC_TYPES = frozenset({"float", "double", "decimal", *_INTEGERS, *(f"u{name}" for name in _INTEGERS)})


@dataclass(frozen=True, slots=True)
class _Statement:
    """One statement of a text; `start` is its offset there."""

    sql: str
    start: int
    parameters: frozenset[str]
    has_result: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a statement, computed while it is read and read only once.

    Attributes:
        columns: Name of each column.
        numeric: Whether each column holds numbers.
    """

    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    _connection: DuckDBPyConnection
    _sql: str
    _parameters: dict[str, str]

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The rows, in order."""
        while rows := self._connection.fetchmany(_ROWS_AT_ONCE):
            yield from rows

    def save_parquet(self, path: Path, limit: int | None) -> None:
        """Writes the rows to a Parquet file, with DuckDB's own types."""
        self._connection.abort()  # the rows that were offered for reading
        relation = self._connection.sql(self._sql, params=self._parameters)
        (relation if limit is None else relation.limit(limit)).write_parquet(str(path))


@contextmanager
def open_snapshot(path: Path) -> Iterator[DuckDBPyConnection]:
    """The published snapshot as it is now; open it anew to see a later one.

    Raises:
        WarehouseError: There is none yet, or it cannot be read.
    """
    with open_reader(path) as connection:
        # Gives the place of a mistake as a number instead of a drawing.
        connection.execute("SET errors_as_json = true")
        yield connection


def run_text(
    connection: DuckDBPyConnection, text: str, parameters: Mapping[str, str], write: Callable[[Answer], None]
) -> None:
    """Runs the statements of a text one after another.

    Args:
        connection: From `open_snapshot`.
        text: SQL, statements apart by `;`.
        parameters: Value of each `$name`; DuckDB casts the text to the type that is asked for.
        write: Takes the result of each statement that has one.

    Raises:
        SqlMistakeError: A statement is refused, or fails on the data.
        SettingsError: A parameter that no statement uses.
    """
    with mistakes_in(text):
        statements = _statements(connection, text)
    unused = set(parameters).difference(*(statement.parameters for statement in statements))
    if unused:
        raise SettingsError(
            f"no statement uses the parameter {', '.join(sorted(unused))}", remedy="write it as $name in SQL"
        )
    for statement in statements:
        values = {name: parameters[name] for name in statement.parameters if name in parameters}
        with mistakes_in(text, start=statement.start):
            connection.execute(statement.sql, values)
            if statement.has_result:
                write(_answer(connection, statement.sql, values))


def _statements(connection: DuckDBPyConnection, text: str) -> list[_Statement]:
    found: list[_Statement] = []
    end = 0
    for statement in connection.extract_statements(text):
        start = text.index(statement.query, end)
        end = start + len(statement.query)
        has_result = statement.expected_result_type != [ExpectedResultType.NOTHING]
        found.append(
            _Statement(statement.query, start, frozenset(statement.named_parameters), has_result=has_result)
        )
    return found


def _answer(connection: DuckDBPyConnection, sql: str, parameters: dict[str, str]) -> Answer:
    described = connection.description
    return Answer(
        columns=tuple(name for name, *_ in described),
        numeric=tuple(kind.id in _NUMERIC_TYPES for _, kind, *_ in described),
        _connection=connection,
        _sql=sql,
        _parameters=parameters,
    )
