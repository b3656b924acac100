"""Bringing a database to today's schema: numbered migrations with a ledger, then the views.

Belongs here: reading `migrations/`, refusing what does not continue the ledger, applying the
rest. Does not belong here: the schema itself (SQL in `migrations/` and `views/`).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.connection import ONE_WRITER, transaction
from warehouse.errors import MigrationRefused
from warehouse.views import recreate_views

MIGRATIONS_DIR = Path(__file__).parent / "migrations"
LEDGER_FILE = Path(__file__).parent / "ledger.sql"

_FILE_NAME = re.compile(r"(?P<number>\d{4})_[a-z0-9_]+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of `migrations/`."""

    number: int
    name: str
    checksum: str
    sql: str


def load_migrations(folder: Path = MIGRATIONS_DIR) -> tuple[Migration, ...]:
    """Read the migrations in order.

    Raises:
        MigrationRefused: If a name is not `NNNN_words.sql` or the numbers have gaps or repeats.
    """
    migrations = tuple(_read_migration(path) for path in sorted(folder.glob("*.sql")))
    numbers = [migration.number for migration in migrations]
    if numbers != list(range(1, len(numbers) + 1)):
        raise MigrationRefused(
            f"migrations in {folder} are numbered {numbers}",
            remedy="number them from 0001 without gaps or repeats",
        )
    return migrations


def migrate(connection: DuckDBPyConnection, folder: Path = MIGRATIONS_DIR) -> list[str]:
    """Apply what is missing, each migration in its own transaction, and make the views anew if they differ.

    A database that is up to date is only read.

    Args:
        connection: A writer outside a transaction.
        folder: Where the migrations lie.

    Returns:
        Names of the migrations applied now, in order.

    Raises:
        MigrationRefused: If an applied migration was edited or removed, or one fails.
    """
    migrations = load_migrations(folder)
    with ONE_WRITER:
        _make_ledger(connection)
        missing = migrations[_count_applied(connection, migrations) :]
        for migration in missing:
            _apply(connection, migration)
        with transaction(connection):
            recreate_views(connection, tables_changed=bool(missing))
    return [migration.name for migration in missing]


def _make_ledger(connection: DuckDBPyConnection) -> None:
    made = connection.execute(
        "SELECT 1 FROM duckdb_schemas() WHERE database_name = current_database() AND schema_name = 'meta'"
    ).fetchall()
    if not made:
        with transaction(connection):
            connection.execute(LEDGER_FILE.read_text(encoding="utf-8"))


def _read_migration(path: Path) -> Migration:
    match = _FILE_NAME.fullmatch(path.name)
    if match is None:
        raise MigrationRefused(f"migration {path} has an unusable name", remedy="name it NNNN_words.sql")
    sql = path.read_text(encoding="utf-8")
    checksum = hashlib.sha256(sql.encode()).hexdigest()
    return Migration(int(match["number"]), path.name, checksum, sql)


def _count_applied(connection: DuckDBPyConnection, migrations: tuple[Migration, ...]) -> int:
    """Compare the ledger with the files and say how many of them the database has."""
    ledger = connection.execute(
        "SELECT number, name, checksum FROM meta.migration ORDER BY number"
    ).fetchall()
    if len(ledger) > len(migrations):
        raise MigrationRefused(
            f"the database has migration {ledger[len(migrations)][1]}, which is not on disk",
            remedy="use the program version that made this database, or a later one",
        )
    for (number, name, checksum), migration in zip(ledger, migrations, strict=False):
        if (number, name) != (migration.number, migration.name):
            raise MigrationRefused(
                f"the database has migration {name}, on disk number {number} is {migration.name}",
                remedy="restore the migration; add changes as a new one",
            )
        if checksum != migration.checksum:
            raise MigrationRefused(
                f"migration {name} was edited after it was applied",
                remedy="restore it as it was; add the change as a new migration",
            )
    return len(ledger)


def _apply(connection: DuckDBPyConnection, migration: Migration) -> None:
    try:
        with transaction(connection):
            connection.execute(migration.sql)
            connection.execute(
                "INSERT INTO meta.migration VALUES (?, ?, ?, now())",
                [migration.number, migration.name, migration.checksum],
            )
    except duckdb.Error as error:
        raise MigrationRefused(
            f"migration {migration.name} failed ({error})", remedy="nothing of it was kept"
        ) from error
