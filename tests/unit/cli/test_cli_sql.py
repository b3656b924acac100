import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import ExitCode
from pipeline.settings import Settings
from tests.unit.cli.command_line import CommandLine

pytestmark = pytest.mark.usefixtures("published")

FACTS = "SELECT quote, value, period_start, place FROM facts"


def test_a_table_for_people(svodka: CommandLine) -> None:
    shown = svodka("sql", FACTS)
    assert shown.code == 0
    header, row = shown.out.splitlines()
    assert header.split() == ["quote", "value", "period_start", "place"]
    assert row.split() == ["23", "тыс.", "23000", "2025-12-01", "Казахстан"]
    assert shown.err == "1 row\n"


def test_a_table_shows_a_hundred_rows_and_says_so(svodka: CommandLine) -> None:
    shown = svodka("sql", "FROM range(101)")
    assert len(shown.out.splitlines()) == 101
    assert shown.err == "the first 100 rows (--limit shows more)\n"
    assert len(svodka("sql", "FROM range(101)", "--limit", "101").out.splitlines()) == 102


def test_a_cut_text_is_given_whole_by_other_formats(svodka: CommandLine) -> None:
    query = "SELECT repeat('слово ', 100) AS text"
    assert "--format csv gives them whole" in svodka("sql", query).err
    assert svodka("sql", query, "--format", "csv").out == "text\n" + "слово " * 100 + "\n"


def test_csv_is_quoted_and_null_is_empty(svodka: CommandLine) -> None:
    shown = svodka("sql", "SELECT 'a,\"b\"' AS x, NULL AS y, 1.50::DECIMAL(9, 3) AS z", "--format", "csv")
    assert list(csv.reader(io.StringIO(shown.out))) == [["x", "y", "z"], ['a,"b"', "", "1.5"]]


def test_json_and_json_lines_hold_the_same(svodka: CommandLine) -> None:
    query = "SELECT range AS n, 1.50::DECIMAL(9, 3) AS z FROM range(2)"
    rows = [{"n": 0, "z": "1.5"}, {"n": 1, "z": "1.5"}]
    assert json.loads(svodka("sql", query, "--format", "json").out) == rows
    lines = svodka("sql", query, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    assert json.loads(svodka("sql", query + " WHERE false", "--format", "json").out) == []


def test_a_file_is_written_in_the_format_of_its_name(svodka: CommandLine, tmp_path: Path) -> None:
    for name in ("facts.csv", "facts.json", "facts.jsonl", "facts.parquet"):
        finished = svodka("sql", FACTS, "--output", str(tmp_path / name))
        assert (finished.code, finished.out) == (0, "")
    parquet = duckdb.read_parquet(str(tmp_path / "facts.parquet"))
    assert parquet.select("value").fetchall() == [(Decimal("23000.000000000"),)]
    assert (tmp_path / "facts.csv").read_text("utf-8").splitlines()[1].startswith("23 тыс.,23000,2025-12-01,")
    assert json.loads((tmp_path / "facts.json").read_text("utf-8"))[0]["value"] == "23000"
    assert sorted(path.name for path in tmp_path.glob("*facts*")) == [
        "facts.csv",
        "facts.json",
        "facts.jsonl",
        "facts.parquet",
    ]


def test_a_file_is_left_alone_when_the_query_fails(svodka: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    target.write_text("old")
    query = "SELECT CASE WHEN range = 3 THEN error('boo') ELSE range END FROM range(5)"
    assert svodka("sql", query, "--output", str(target)).code == ExitCode.USAGE
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["facts.csv"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--output", "facts.xyz"], "no format for facts.xyz; add --format"),
        (["--format", "table", "--output", "facts.csv"], "no format for facts.csv; add --format"),
        (["--format", "parquet"], "Parquet is not for standard output"),
        (["--output", "no/such/folder/facts.csv"], "facts.csv cannot be written (No such file or directory)"),
        (["--param", "since"], "--param 'since' is not NAME=VALUE"),
        (["--param", "since=1"], "no statement uses the parameter since; write it as $name"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    options: list[str], message: str, svodka: CommandLine
) -> None:
    finished = svodka("sql", "SELECT 1", *options)
    assert finished.code == ExitCode.USAGE
    assert message in finished.err
    assert finished.out == ""


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * FORM facts", 'svodka: SQL, line 1, column 15: syntax error at or near "facts"'),
        (
            "SELECT 'ёё',\n  valeu FROM facts",
            'svodka: SQL, line 2, column 3: Referenced column "valeu" not found',
        ),
        (
            "SELECT 1;\nSELECT * FROM fact",
            "svodka: SQL, line 2, column 15: Table with name fact does not exist!",
        ),
        ("SELECT quote::INTEGER FROM facts", "svodka: SQL, line 1, column 13: Could not convert string"),
        ("SELECT error('boo')", "svodka: SQL: boo"),
        ("DELETE FROM core.fact", "svodka: SQL: Cannot execute statement of type"),
        ("SELECT $since", "svodka: SQL: Values were not provided for the following parameters: since"),
    ],
)
def test_a_mistake_in_sql_is_one_line_with_its_place(query: str, message: str, svodka: CommandLine) -> None:
    finished = svodka("sql", query)
    assert finished.code == ExitCode.USAGE
    assert finished.err.splitlines()[-1].startswith(message)


def test_parameters_are_cast_to_the_type_that_is_compared(svodka: CommandLine) -> None:
    query = """
        SELECT count(*) AS n FROM facts
        WHERE period_start >= $since AND value > $least AND subject_head = $head
    """
    values = ["--param", "since=2025-01-01", "--param", "least=1.5", "--param", "head=организация"]
    assert svodka("sql", query, *values, "--format", "csv").out == "n\n1\n"


def test_a_query_from_standard_input_and_from_a_file(svodka: CommandLine, tmp_path: Path) -> None:
    script = tmp_path / "script.sql"
    script.write_text("CREATE TEMP TABLE t AS FROM range(3); -- three\nSELECT max(range) AS m FROM t;\n")
    assert svodka("sql", "--format", "csv", stdin="SELECT 1 AS a;").out == "a\n1\n"
    assert svodka("sql", "--file", str(script), "--format", "csv").out.endswith("m\n2\n")
    assert svodka("sql", "SELECT 1", "--file", str(script)).code == ExitCode.USAGE


def test_each_statement_has_its_own_result_but_a_file_has_room_for_one(
    svodka: CommandLine, tmp_path: Path
) -> None:
    assert svodka("sql", "SELECT 1 AS a; SELECT 2 AS b", "--format", "csv").out == "a\n1\nb\n2\n"
    finished = svodka("sql", "SELECT 1; SELECT 2", "--output", str(tmp_path / "x.csv"))
    assert finished.code == ExitCode.USAGE
    assert "has room for one result" in finished.err


def test_a_setting_has_no_result(svodka: CommandLine) -> None:
    assert svodka("sql", "SET threads = 1").out == ""
    assert svodka("sql", " ; -- nothing").out == ""


def test_without_a_snapshot_the_remedy_is_named(svodka: CommandLine, published: Settings) -> None:
    published.published_path.unlink()
    finished = svodka("sql", "SELECT 1")
    assert finished.code == ExitCode.FAILED
    assert (
        finished.err
        == f"svodka: there is no database at {published.published_path} yet; run `svodka run` first\n"
    )
