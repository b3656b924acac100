"""What README says of commands, settings, exit codes and files is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import app
from pipeline.cli.exit_codes import MEANINGS
from pipeline.settings import PROJECT_ROOT, Settings

TEXT = (PROJECT_ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT_ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DECISION = (PROJECT_ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
SVODKA = Path(sys.executable).with_name("svodka")


def table_after(heading: str) -> list[list[str]]:
    """Rows of the table in a section, without its head."""
    section = TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_every_setting_is_in_the_table_and_its_default_can_be_set(
    tmp_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {row[0].strip("`"): row[1].strip("`") for row in table_after("Settings")}
    assert list(told) == [f"SVODKA_{name.upper()}" for name in Settings.model_fields]
    for name, default in told.items():
        if name not in {"SVODKA_HOME", "SVODKA_CONTACT"}:
            monkeypatch.setenv(name, default)
    assert Settings() == Settings.model_construct(home=tmp_home)


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert table_after("Exit codes") == [[f"{code:d}", meaning] for code, meaning in MEANINGS.items()]


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if "://" not in link and not (PROJECT_ROOT / link).exists()] == []


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (PROJECT_ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^    make ([a-z]+)", TEXT + CONTRIBUTING, re.MULTILINE))
    assert {first or second for first, second in named} <= targets


def svodka_calls() -> list[tuple[str, tuple[str, ...]]]:
    """Each command that README or CONTRIBUTING shows, with the options it gives."""
    found = re.findall(r"\bsvodka ([a-z]+)([^\n`#]*)", TEXT)
    commands = {info.callback.__name__ for info in app.registered_commands if info.callback is not None}
    known = commands | {"sources"}
    return [(name, tuple(re.findall(r"--[a-z-]+", rest))) for name, rest in found if name in known]


@pytest.mark.parametrize(("command", "options"), sorted(set(svodka_calls())))
def test_a_command_that_is_shown_has_the_options_that_are_shown(
    command: str, options: tuple[str, ...]
) -> None:
    shown = subprocess.run(
        [SVODKA, command, "--help"], capture_output=True, text=True, check=True, env={"COLUMNS": "200"}
    )
    for option in options:
        assert option in shown.stdout


def test_every_dependency_has_its_reason() -> None:
    listed = set(re.findall(r"^\| ([a-z0-9, -]+?) \|", DECISION, re.MULTILINE)) - {"package"}
    told = {name.strip() for entry in listed for name in entry.split(",")}
    pyproject = (PROJECT_ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = set(re.findall(r'^    "([a-z0-9-]+)(?:\[\w+\])?[<>=]', pyproject, re.MULTILINE))
    assert len(declared) > 30
    assert told == declared
