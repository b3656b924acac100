"""The schema in SQL, the row classes, the vocabularies and the documentation say the same."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import duckdb
import pytest

from extractors.model import (
    Direction,
    Kind,
    Measure,
    Modality,
    PeriodGrain,
    PeriodSource,
    Qualifier,
    RejectionReason,
)
from warehouse.checks import CHECKS_DIR, Check, load_checks
from warehouse.dictionary import dictionary
from warehouse.migrate import migrate
from warehouse.rows import ROW_TYPES, Row

PROJECT = Path(__file__).parents[2]

SQL_TYPES: dict[object, set[str]] = {
    str: {"VARCHAR"},
    int: {"INTEGER", "BIGINT"},
    date: {"DATE"},
    datetime: {"TIMESTAMP WITH TIME ZONE"},
    Decimal: {"DECIMAL(38,9)", "DECIMAL(4,3)"},
    tuple[str, ...]: {"VARCHAR[]"},
}


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as opened:
        migrate(opened)
        yield opened


def _columns(database: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str, bool]]:
    schema, name = table.split(".")
    return database.execute(
        """
        SELECT column_name, data_type, is_nullable FROM duckdb_columns()
        WHERE schema_name = ? AND table_name = ? ORDER BY column_index
        """,
        [schema, name],
    ).fetchall()


def _declared(row_type: type[Row]) -> list[tuple[str, object, bool]]:
    """Name, type and whether it may be None of every field."""
    hints = get_type_hints(row_type)
    declared = []
    for field in fields(row_type):
        hint = hints[field.name]
        parts = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        [only] = [part for part in parts if part is not types.NoneType]
        declared.append((field.name, only, types.NoneType in parts))
    return declared


@pytest.mark.parametrize("row_type", ROW_TYPES, ids=lambda row_type: row_type.table)
def test_a_row_class_is_its_table(database: duckdb.DuckDBPyConnection, row_type: type[Row]) -> None:
    columns = _columns(database, row_type.table)
    declared = _declared(row_type)

    assert [(name, nullable) for name, _type, nullable in columns] == [
        (name, nullable) for name, _type, nullable in declared
    ]
    for (name, sql_type, _), (_, python_type, _) in zip(columns, declared, strict=True):
        assert sql_type in SQL_TYPES[python_type], name
    assert row_type.key in {name for name, _type, _nullable in columns}


def test_every_data_table_has_a_row_class(database: duckdb.DuckDBPyConnection) -> None:
    tables = database.execute(
        """
        SELECT schema_name || '.' || table_name FROM duckdb_tables()
        WHERE schema_name IN ('raw', 'core', 'mart', 'main')
        """
    ).fetchall()

    assert {name for (name,) in tables} == {row_type.table for row_type in ROW_TYPES}


@pytest.mark.parametrize("kind", ["table", "view", "column"])
def test_everything_has_a_comment(database: duckdb.DuckDBPyConnection, kind: str) -> None:
    named = {
        "table": "SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE NOT internal",
        "view": "SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal",
        "column": "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal",
    }[kind]

    rows = database.execute(named).fetchall()

    assert rows
    assert [row[:2] for row in rows if not (row[2] or "").strip().endswith((".", ":"))] == []


def test_every_table_and_view_says_its_grain(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        """
        SELECT table_name, comment FROM duckdb_tables() WHERE schema_name IN ('raw', 'core')
        UNION ALL
        SELECT view_name, comment FROM duckdb_views() WHERE NOT internal
        """
    ).fetchall()

    assert [name for name, comment in rows if "Grain: " not in comment] == []


def test_no_table_has_an_index_or_a_key(database: duckdb.DuckDBPyConnection) -> None:
    constraints = database.execute("SELECT DISTINCT constraint_type FROM duckdb_constraints()").fetchall()

    assert constraints == [("NOT NULL",)]
    assert database.execute("SELECT count(*) FROM duckdb_indexes()").fetchall() == [(0,)]


VOCABULARIES: list[tuple[str, type[StrEnum]]] = [
    ("core.fact.qualifier", Qualifier),
    ("core.fact.kind", Kind),
    ("core.fact.measure", Measure),
    ("core.fact.direction", Direction),
    ("core.fact.period_grain", PeriodGrain),
    ("core.fact.period_source", PeriodSource),
    ("core.fact.modality", Modality),
    ("core.rejected_number.reason", RejectionReason),
]


@pytest.mark.parametrize(("column", "vocabulary"), VOCABULARIES, ids=[column for column, _ in VOCABULARIES])
def test_the_check_knows_the_words_of_the_extractor(column: str, vocabulary: type[StrEnum]) -> None:
    sql = (CHECKS_DIR / "unknown_words.sql").read_text(encoding="utf-8")
    listed = re.search(rf"'{re.escape(column)}',\s*\[([^\]]*)\]", sql)

    assert listed is not None
    assert re.findall(r"'(\w+)'", listed[1]) == [word.value for word in vocabulary]


@pytest.mark.parametrize(("column", "vocabulary"), VOCABULARIES, ids=[column for column, _ in VOCABULARIES])
def test_the_comment_names_the_words_of_the_extractor(
    database: duckdb.DuckDBPyConnection, column: str, vocabulary: type[StrEnum]
) -> None:
    schema, table, name = column.split(".")
    [(comment,)] = database.execute(
        "SELECT comment FROM duckdb_columns() WHERE schema_name = ? AND table_name = ? AND column_name = ?",
        [schema, table, name],
    ).fetchall()

    assert [word for word in vocabulary if not re.search(rf"\b{word.value}\b", comment)] == []


def test_facts_show_every_column_of_a_fact(database: duckdb.DuckDBPyConnection) -> None:
    shown = {name for name, _type, _nullable in _columns(database, "main.facts")}

    assert {name for name, _type, _nullable in _columns(database, "core.fact")} <= shown
    assert {"ministry", "published_on", "url", "title", "source", "context"} <= shown


@pytest.mark.parametrize(
    ("plain", "view"), [("main.series", "mart.series"), ("main.revisions", "mart.revision")]
)
def test_a_plain_name_shows_the_same_columns_with_the_same_words(
    database: duckdb.DuckDBPyConnection, plain: str, view: str
) -> None:
    def described(name: str) -> list[tuple[str, str]]:
        return database.execute(
            """
            SELECT column_name, comment FROM duckdb_columns()
            WHERE schema_name || '.' || table_name = ? ORDER BY column_index
            """,
            [name],
        ).fetchall()

    assert described(plain) == described(view)


def test_the_data_dictionary_is_that_of_the_database(database: duckdb.DuckDBPyConnection) -> None:
    committed = (PROJECT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")

    assert committed == dictionary(database), "the comments have changed: run `make docs`"


@pytest.mark.parametrize("check", load_checks(), ids=lambda check: check.name)
def test_a_check_runs_on_an_empty_warehouse_and_finds_nothing(
    database: duckdb.DuckDBPyConnection, check: Check
) -> None:
    assert database.execute(check.sql).fetchall() == []


def test_sql_files_hold_no_tab_and_no_trailing_space() -> None:
    files = sorted((PROJECT / "warehouse").rglob("*.sql"))

    assert len(files) > 20
    assert [
        path.name for path in files if re.search(r"\t|[ \r]$", path.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []
