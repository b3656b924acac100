"""The command line as a process: pipes, a terminal, what it loads, what stays free for a run."""

import json
import os
import pty
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.settings import Settings
from warehouse.connection import open_writer

SVODKA = Path(sys.executable).with_name("svodka")
SENTENCE = "За год построено 12 школ на 1,5 млрд тенге."
TIME_LIMIT = 120


def environment(home: Path) -> dict[str, str]:
    return {"SVODKA_HOME": str(home), "PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "200"}


def run(home: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SVODKA, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=TIME_LIMIT,
        env=environment(home),
    )


def loaded_by(home: Path, *arguments: str) -> set[str]:
    """Packages that a command has loaded when it ends."""
    program = (
        "import sys, pipeline.cli\n"
        f"sys.argv = ['svodka', *{list(arguments)!r}]\n"
        "try:\n    pipeline.cli.main()\n"
        "except SystemExit:\n    print('\\n' + ' '.join({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=TIME_LIMIT,
        env=environment(home),
    )
    return set(done.stdout.splitlines()[-1].split())


def test_help_loads_nothing_that_is_slow(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "--help")
    assert "typer" in loaded
    assert not loaded & {"dagster", "spacy", "duckdb", "pyarrow", "pymorphy3", "httpx", "bs4", "numpy"}


def test_sql_loads_duckdb_and_nothing_else_that_is_slow(replica_settings: Settings) -> None:
    loaded = loaded_by(replica_settings.home, "sql", "SELECT 1")
    assert "duckdb" in loaded
    assert not loaded & {"dagster", "spacy", "pyarrow", "pymorphy3", "httpx", "bs4", "numpy"}


def test_a_reader_that_stops_early_is_no_error(replica_settings: Settings) -> None:
    piped = f"'{SVODKA}' sql 'FROM range(100000)' --format csv | head -n 2"
    done = subprocess.run(
        ["bash", "-c", piped],
        capture_output=True,
        text=True,
        check=True,
        timeout=TIME_LIMIT,
        env=environment(replica_settings.home),
    )
    assert done.stdout == "range\n0\n"
    assert done.stderr == ""


def test_sql_answers_while_a_writer_holds_the_warehouse(replica_settings: Settings) -> None:
    with open_writer(replica_settings.warehouse_path, wait=timedelta()):
        done = run(replica_settings.home, "sql", "SELECT count(*) > 0 AS found FROM facts", "--format", "csv")
    assert (done.returncode, done.stdout) == (0, "found\ntrue\n")


def test_the_shell_on_a_terminal(replica_settings: Settings) -> None:
    ours, theirs = pty.openpty()
    shell = subprocess.Popen(
        [SVODKA, "sql"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(replica_settings.home),
        close_fds=True,
    )
    os.close(theirs)
    with closing(os.fdopen(ours, "r+b", buffering=0)) as terminal:
        shown = read_until(terminal.fileno(), b"svodka> ")
        terminal.write(b".schema releases\n")
        shown += read_until(terminal.fileno(), b"svodka> ")
        terminal.write(b"SELECT 20 +\n")
        shown += read_until(terminal.fileno(), b"...> ")
        terminal.write(b"22 AS answer;\n")
        shown += read_until(terminal.fileno(), b"svodka> ")
        terminal.write(b".quit\n")
        assert shell.wait(TIME_LIMIT) == 0
    text = shown.decode()
    assert "Name of the publishing ministry" in text
    assert "answer" in text
    assert "42" in text
    assert "1 row" in text


def read_until(descriptor: int, end: bytes) -> bytes:
    """What the terminal shows up to a prompt."""
    shown = b""
    while end not in shown:
        shown += os.read(descriptor, 4096)
    return shown


def test_facts_of_a_text_come_before_the_next_text_is_sent(tmp_path: Path) -> None:
    with subprocess.Popen(
        [SVODKA, "extract", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env=environment(tmp_path),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for doc_id in ("first", "second"):
            process.stdin.write(
                json.dumps({"id": doc_id, "published": "2025-12-19", "text": SENTENCE}) + "\n"
            )
            process.stdin.flush()
            facts = [json.loads(process.stdout.readline()) for _ in range(2)]
            assert [(fact["doc_id"], fact["value"]) for fact in facts] == [
                (doc_id, "12"),
                (doc_id, "1500000000"),
            ]
        process.stdin.close()
        assert process.stdout.read() == ""
    assert process.returncode == 0


def test_the_library_alone_gives_the_same_lines(tmp_path: Path) -> None:
    lines = json.dumps({"id": "a", "published": "2025-12-19", "text": SENTENCE}) + "\n"
    alone = subprocess.run(
        [sys.executable, "-m", "extractors", "--rejected"],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        timeout=TIME_LIMIT,
        env=environment(tmp_path),
    )
    assert alone.stdout == run(tmp_path, "extract", "--jsonl", "--rejected", stdin=lines).stdout
    assert len(alone.stdout.splitlines()) >= 2


@pytest.mark.parametrize("program", [[SVODKA, "extract", "--jsonl"], [sys.executable, "-m", "extractors"]])
def test_a_malformed_line_ends_either_with_its_number(program: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        program,
        input='{"id": "a", "text": "5 школ"}\n{"id": "b"}\n',
        capture_output=True,
        text=True,
        check=False,
        timeout=TIME_LIMIT,
        env=environment(tmp_path),
    )
    assert done.returncode == 2
    assert "line 2: `text` is missing or null, not a string" in done.stderr
    assert json.loads(done.stdout)["value"] == "5"


def test_the_library_alone_refuses_a_syntax_provider_that_is_not_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractors", "--syntax", "no_such_pipeline"],
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=TIME_LIMIT,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("--syntax no_such_pipeline cannot be used: ")


def test_the_library_alone_loads_nothing_of_the_pipeline() -> None:
    program = (
        "import extractors.__main__, sys; print({name.split('.')[0] for name in sys.modules} "
        "& {'pipeline', 'warehouse', 'dagster', 'duckdb', 'pyarrow', 'bs4'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=TIME_LIMIT
    )
    assert done.stdout == "set()\n"
