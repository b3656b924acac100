from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

import pytest

import pipeline.cli.sql_shell as shell
from pipeline.cli.result_format import Format, Layout
from pipeline.cli.sql_session import Session
from pipeline.settings import Settings
from warehouse.connection import open_writer
from warehouse.publish import publish


class Typist:
    """Gives one line after another, then ends the input; an exception is raised instead of typed."""

    def __init__(self, lines: list[str | type[BaseException]]) -> None:
        self._lines: Iterator[str | type[BaseException]] = iter(lines)
        self.prompts: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        line = next(self._lines, EOFError)
        if isinstance(line, str):
            return line
        raise line


class Converse(Protocol):
    """Types lines into the shell; gives standard output, standard error and the prompts that were shown."""

    def __call__(
        self, *lines: str | type[BaseException], shape: Format = ...
    ) -> tuple[str, str, list[str]]: ...


@pytest.fixture
def converse(
    published: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Converse:
    monkeypatch.setattr(shell, "_keep_history", lambda _path: None)

    def run(*lines: str | type[BaseException], shape: Format = Format.CSV) -> tuple[str, str, list[str]]:
        typist = Typist(list(lines))
        monkeypatch.setattr("builtins.input", typist)
        shell.run_shell(Session(published.published_path, Layout(shape)))
        written = capsys.readouterr()
        return written.out, written.err, typist.prompts

    return run


def test_a_statement_may_span_lines(converse: Converse) -> None:
    out, _, prompts = converse("SELECT 1 AS a,", "", "2 AS b;", ".quit", "SELECT 3;")
    assert out == "a,b\n1,2\n"
    assert prompts == [shell.PROMPT, shell.CONTINUED, shell.CONTINUED, shell.PROMPT]


def test_the_last_statement_may_lack_its_semicolon(converse: Converse) -> None:
    out, _, _ = converse("SELECT 1 AS a")
    assert out == "a\n1\n"


def test_a_mistake_does_not_end_the_dialogue(converse: Converse) -> None:
    out, err, _ = converse("SELEC 1;", ".tabels", "SELECT 1 AS a;")
    assert 'SQL, line 1, column 1: syntax error at or near "SELEC"' in err
    assert "there is no .tabels; .help lists what there is" in err
    assert out == "a\n1\n"


def test_an_interrupt_throws_the_typed_lines_away(converse: Converse) -> None:
    out, _, prompts = converse("SELECT 1 AS a,", KeyboardInterrupt, "SELECT 2 AS b;")
    assert out == "b\n2\n"
    assert prompts[2] == shell.PROMPT


def test_tables_are_listed_with_what_they_hold(converse: Converse) -> None:
    out, _, _ = converse(".tables", shape=Format.TABLE)
    lines = out.splitlines()
    assert lines[1].startswith("facts ")
    assert "Start here. One row per number" in lines[1]
    assert any(line.startswith("core.fact ") for line in lines)
    assert not any("duckdb_" in line for line in lines)


def test_a_schema_shows_the_comments_whole(converse: Converse) -> None:
    out, _, _ = converse(".schema core.fact", ".schema")
    assert "fact_id" in out
    assert "…" not in out
    assert "context" in out, "without a name it is the schema of facts"


def test_help_lists_the_commands(converse: Converse) -> None:
    _, err, _ = converse(".help")
    for command in (".tables", ".schema", ".quit"):
        assert command in err


def test_each_statement_sees_the_newest_snapshot(
    published: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shell, "_keep_history", lambda _path: None)
    count = "SELECT count(*) AS n FROM core.fact;"

    def republish() -> str:
        with open_writer(published.warehouse_path, wait=timedelta()) as connection:
            connection.execute("DELETE FROM core.fact")
        publish(published.warehouse_path, published.published_path)
        return count

    lines = iter([lambda: count, republish])

    def typed(_prompt: str) -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line()

    monkeypatch.setattr("builtins.input", typed)
    shell.run_shell(Session(published.published_path, Layout(Format.CSV)))
    assert capsys.readouterr().out == "n\n1\nn\n0\n"
