"""Making the views anew from `views/`, whenever a file or a table under them has changed.

Belongs here: reading the view files, replacing the views of an older set. Does not belong here:
what a view shows (its own file, with a comment on it and on each column).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.errors import MigrationRefused

VIEWS_DIR = Path(__file__).parent / "views"

_FILE_NAME = re.compile(r"\d{2}_(?P<schema>[a-z]+)\.(?P<view>[a-z_]+)\.sql")


@dataclass(frozen=True, slots=True)
class ViewFile:
    """One file of `views/`: `NN_schema.view.sql`, made in the order of NN."""

    schema: str
    view: str
    checksum: str
    sql: str

    @property
    def name(self) -> str:
        """Schema and name, as SQL writes them."""
        return f"{self.schema}.{self.view}"


def load_view_files(folder: Path = VIEWS_DIR) -> tuple[ViewFile, ...]:
    """Read the view files in the order in which they are made.

    Raises:
        MigrationRefused: If a name is not `NN_schema.view.sql`.
    """
    return tuple(_read_view_file(path) for path in sorted(folder.glob("*.sql")))


def recreate_views(connection: DuckDBPyConnection, *, tables_changed: bool, folder: Path = VIEWS_DIR) -> bool:
    """Replace the views that we made earlier by those of today; views of other people stay.

    Args:
        connection: A writer, inside a transaction.
        tables_changed: Whether a migration was applied since; views are then made anew in any case.
        folder: Where the view files lie.

    Returns:
        Whether anything was made anew.

    Raises:
        MigrationRefused: If a file has an unusable name or its view cannot be made.
    """
    files = load_view_files(folder)
    made = connection.execute("SELECT view_name, checksum FROM meta.view_file").fetchall()
    if not tables_changed and set(made) == {(file.name, file.checksum) for file in files}:
        return False
    for view_name, _checksum in made:
        connection.execute(f"DROP VIEW IF EXISTS {view_name}")
    connection.execute("DELETE FROM meta.view_file")
    for file in files:
        _make(connection, file)
    return True


def _make(connection: DuckDBPyConnection, file: ViewFile) -> None:
    try:
        connection.execute(file.sql)
    except duckdb.Error as error:
        raise MigrationRefused(
            f"view {file.name} cannot be made ({error})", remedy="nothing was changed"
        ) from error
    connection.execute("INSERT INTO meta.view_file VALUES (?, ?)", [file.name, file.checksum])


def _read_view_file(path: Path) -> ViewFile:
    match = _FILE_NAME.fullmatch(path.name)
    if match is None:
        raise MigrationRefused(f"view file {path} has an unusable name", remedy="name it NN_schema.view.sql")
    sql = path.read_text(encoding="utf-8")
    return ViewFile(match["schema"], match["view"], hashlib.sha256(sql.encode()).hexdigest(), sql)
