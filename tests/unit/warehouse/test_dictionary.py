"""The data dictionary."""

from __future__ import annotations

from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from warehouse.dictionary import SCHEMA_ORDER, dictionary, main


def test_it_names_every_table_view_and_column(connection: DuckDBPyConnection) -> None:
    page = dictionary(connection)

    columns = connection.execute(
        "SELECT schema_name, table_name, column_name FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    assert len(columns) > 100
    assert [name for name in columns if f"### {name[0]}.{name[1]} (" not in page] == []
    assert [name for name in columns if f"| `{name[2]}` |" not in page] == []


def test_every_schema_has_its_place_and_description(connection: DuckDBPyConnection) -> None:
    described = connection.execute("SELECT schema_name FROM meta.schema_description").fetchall()

    assert sorted(described) == sorted((schema,) for schema in SCHEMA_ORDER)


def test_required_columns_are_marked_in_tables(connection: DuckDBPyConnection) -> None:
    page = dictionary(connection)

    assert "| `quote` | VARCHAR, required | The numeric expression" in page
    assert "| `value_max` | DECIMAL(38,9) | The upper end of a range; null when it is none. |" in page


def test_the_command_writes_the_page(tmp_path: Path, connection: DuckDBPyConnection) -> None:
    assert main([str(tmp_path / "page.md")]) == 0

    assert (tmp_path / "page.md").read_text(encoding="utf-8") == dictionary(connection)


@pytest.mark.parametrize("arguments", [[], ["one", "two"]])
def test_other_arguments_are_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == "usage: python -m warehouse.dictionary FILE\n"
