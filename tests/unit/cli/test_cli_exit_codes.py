from pathlib import Path

import pytest

import pipeline.cli
from pipeline.cli.exit_codes import MEANINGS, exit_code_of, exit_codes_help
from pipeline.errors import ExitCode, SettingsError, SourceRefused, SvodkaError
from tests.unit.cli.command_line import CommandLine
from warehouse.errors import WarehouseBusy, WarehouseError, WarehouseMissing


def test_every_code_has_a_meaning() -> None:
    assert list(MEANINGS) == list(ExitCode)


def test_the_help_lists_every_code(svodka: CommandLine) -> None:
    shown = svodka("--help")
    assert shown.code == 0
    for line in exit_codes_help().splitlines():
        assert line in shown.out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SvodkaError("x"), ExitCode.FAILED),
        (SettingsError("x"), ExitCode.USAGE),
        (SourceRefused("kz_economy", "x"), ExitCode.SOME_SOURCES_FAILED),
        (WarehouseMissing("x"), ExitCode.FAILED),
        (WarehouseBusy("x"), ExitCode.BUSY),
    ],
)
def test_an_error_is_a_line_and_a_code(
    error: SvodkaError | WarehouseError,
    code: ExitCode,
    svodka: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(**_options: object) -> None:
        raise error

    monkeypatch.setattr(pipeline.cli, "app", fail)
    finished = svodka()
    assert exit_code_of(error) is code
    assert finished.code == code
    assert finished.err == f"svodka: {error}\n"


def test_the_version(svodka: CommandLine) -> None:
    shown = svodka("--version")
    assert (shown.code, shown.out) == (0, "svodka 0.1.0\n")


def test_an_unknown_command_is_wrong_usage(svodka: CommandLine) -> None:
    assert svodka("rum").code == ExitCode.USAGE


@pytest.mark.parametrize(
    "command", ["run", "sql", "extract", "evaluate", "sources", "status", "doctor", "replay"]
)
def test_every_command_explains_itself(command: str, svodka: CommandLine) -> None:
    shown = svodka(command, "--help")
    assert shown.code == 0
    assert f"svodka {command}" in shown.out


def test_the_modules_of_the_command_line_say_what_belongs_in_them() -> None:
    folder = Path(pipeline.cli.__file__).parent
    silent = [path.name for path in folder.glob("*.py") if "Belongs here" not in path.read_text("utf-8")]
    assert silent == []


def test_a_setting_that_cannot_be_used_is_named(
    svodka: CommandLine, tmp_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SVODKA_RETRIES", "many")
    monkeypatch.setenv("SVODKA_LOCK_WAIT", "soon")
    finished = svodka("status")
    assert finished.code == ExitCode.USAGE
    assert finished.err.startswith(
        "svodka: SVODKA_RETRIES=many cannot be used (Input should be a valid integer"
    )
    assert "SVODKA_LOCK_WAIT=soon cannot be used" in finished.err
    assert finished.err.count("\n") == 1
    assert not tmp_home.exists()
