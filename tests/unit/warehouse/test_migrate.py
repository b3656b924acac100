"""Migrations and views: what is applied, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.errors import MigrationRefused
from warehouse.migrate import MIGRATIONS_DIR, load_migrations, migrate
from warehouse.views import load_view_files, recreate_views

FIRST = "CREATE TABLE main.first AS SELECT 1 AS a"
SECOND = "CREATE TABLE main.second AS SELECT 2 AS b"


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Our migrations, in a folder that a test may change."""
    for path in MIGRATIONS_DIR.glob("*.sql"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def _next_name(folder: Path, words: str) -> Path:
    return folder / f"{len(list(folder.glob('*.sql'))) + 1:04d}_{words}.sql"


def _ledger(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, str]]:
    return connection.execute("SELECT number, name FROM meta.migration ORDER BY number").fetchall()


def test_every_migration_is_applied_once_and_noted(empty: duckdb.DuckDBPyConnection) -> None:
    names = [migration.name for migration in load_migrations()]

    assert migrate(empty) == names
    assert migrate(empty) == []
    assert _ledger(empty) == list(enumerate(names, start=1))


def test_a_new_migration_is_applied_to_an_older_database(
    empty: duckdb.DuckDBPyConnection, folder: Path
) -> None:
    migrate(empty, folder)
    new = _next_name(folder, "first")
    new.write_text(FIRST)

    assert migrate(empty, folder) == [new.name]
    assert empty.execute("FROM main.first").fetchall() == [(1,)]


def test_an_edited_migration_is_refused(empty: duckdb.DuckDBPyConnection, folder: Path) -> None:
    migrate(empty, folder)
    edited = folder / "0003_releases.sql"
    edited.write_text(edited.read_text(encoding="utf-8") + "-- a word more\n", encoding="utf-8")

    with pytest.raises(
        MigrationRefused, match=r"0003_releases\.sql was edited after it was applied; restore it"
    ):
        migrate(empty, folder)


def test_a_renamed_migration_is_refused(empty: duckdb.DuckDBPyConnection, folder: Path) -> None:
    migrate(empty, folder)
    (folder / "0003_releases.sql").rename(folder / "0003_texts.sql")

    with pytest.raises(
        MigrationRefused, match=r"has migration 0003_releases\.sql, on disk number 3 is 0003_texts"
    ):
        migrate(empty, folder)


def test_a_database_of_a_later_program_is_refused(empty: duckdb.DuckDBPyConnection, folder: Path) -> None:
    migrate(empty, folder)
    last = max(folder.glob("*.sql"))
    last.unlink()

    with pytest.raises(
        MigrationRefused, match=rf"has migration {last.name}, which is not on disk; use the program"
    ):
        migrate(empty, folder)


def test_a_failed_migration_leaves_nothing_and_those_before_it_stay(
    empty: duckdb.DuckDBPyConnection, folder: Path
) -> None:
    _next_name(folder, "first").write_text(FIRST)
    broken = _next_name(folder, "broken")
    broken.write_text(f"{SECOND}; SELECT nonsense")

    with pytest.raises(MigrationRefused, match=rf"{broken.name} failed .*nonsense"):
        migrate(empty, folder)

    tables = empty.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'").fetchall()
    assert tables == [("first",)]
    broken.write_text(SECOND)
    assert migrate(empty, folder) == [broken.name]


@pytest.mark.parametrize("numbers", [["0001", "0003"], ["0002"], ["0001", "0001"]])
def test_gaps_and_repeats_in_the_numbers_are_refused(tmp_path: Path, numbers: list[str]) -> None:
    for place, number in enumerate(numbers):
        (tmp_path / f"{number}_{'ab'[place]}.sql").write_text(FIRST)

    with pytest.raises(MigrationRefused, match="number them from 0001"):
        load_migrations(tmp_path)


def test_an_unusable_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1-first.sql").write_text(FIRST)

    with pytest.raises(MigrationRefused, match=r"1-first\.sql has an unusable name; name it NNNN_words\.sql"):
        load_migrations(tmp_path)


def test_views_are_made_anew_only_when_a_file_or_a_table_changed(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    migrate(empty)
    (tmp_path / "10_main.one.sql").write_text("CREATE VIEW main.one AS SELECT 1 AS a")
    (tmp_path / "20_mart.two.sql").write_text("CREATE VIEW mart.two AS SELECT a + 1 AS b FROM main.one")

    assert recreate_views(empty, tables_changed=False, folder=tmp_path)
    assert empty.execute("FROM mart.two").fetchall() == [(2,)]
    assert not recreate_views(empty, tables_changed=False, folder=tmp_path)
    assert recreate_views(empty, tables_changed=True, folder=tmp_path)
    (tmp_path / "10_main.one.sql").write_text("CREATE VIEW main.one AS SELECT 5 AS a")
    assert recreate_views(empty, tables_changed=False, folder=tmp_path)
    assert empty.execute("FROM mart.two").fetchall() == [(6,)]


def test_a_view_whose_file_is_gone_goes_and_other_peoples_views_stay(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    migrate(empty)
    empty.execute("CREATE VIEW main.my_own AS SELECT 1")

    recreate_views(empty, tables_changed=False, folder=tmp_path)

    views = empty.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    assert views == [("my_own",)]


def test_a_view_file_with_an_unusable_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.sql").write_text("CREATE VIEW main.facts AS SELECT 1")

    with pytest.raises(
        MigrationRefused, match=r"facts\.sql has an unusable name; name it NN_schema\.view\.sql"
    ):
        load_view_files(tmp_path)


def test_a_view_that_cannot_be_made_is_refused_by_name(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    migrate(empty)
    (tmp_path / "10_main.one.sql").write_text("CREATE VIEW main.one AS SELECT nonsense")

    with pytest.raises(MigrationRefused, match=r"view main\.one cannot be made .*nonsense"):
        recreate_views(empty, tables_changed=False, folder=tmp_path)


def test_every_view_file_makes_the_view_it_is_named_after(empty: duckdb.DuckDBPyConnection) -> None:
    migrate(empty)

    made = empty.execute(
        "SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal"
    ).fetchall()

    assert {name for (name,) in made} == {file.name for file in load_view_files()}
