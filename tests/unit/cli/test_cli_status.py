import json
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.cli import home_report
from pipeline.cli.home_report import print_home, size_text
from pipeline.cli.home_state import HomeState, existing_part, home_state
from pipeline.cli.run_records import PastRun
from pipeline.errors import ExitCode
from pipeline.settings import Settings
from tests.unit.cli.command_line import CommandLine
from warehouse.rows import ROW_TYPES

NOW = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


def test_a_home_that_is_not_there_is_told_and_not_made(svodka: CommandLine, settings: Settings) -> None:
    shown = svodka("status")
    assert shown.code == ExitCode.OK
    assert "nothing yet; `svodka run` publishes" in shown.out
    assert json.loads(svodka("status", "--json").out)["published"] is None
    assert not settings.home.exists()


def test_what_is_published_is_counted(svodka: CommandLine, published: Settings) -> None:
    shown = " ".join(svodka("status").out.split())
    assert "Releases 1 of replica.test; newest 2025-12-01" in shown
    assert "Facts 1, beside 1 numbers that state none" in shown
    assert "Problems 1 no_title" in shown
    told = json.loads(svodka("status", "--json").out)
    assert told["home"] == str(published.home)
    assert set(told["published"]["rows"]) == {row_type.table for row_type in ROW_TYPES}
    assert told["published"]["rows"]["core.fact"] == 1
    assert told["published"]["problems"] == {"no_title": 1}
    assert told["published"]["age_seconds"] >= 0
    assert told["bytes_used"]["published"] == published.published_path.stat().st_size
    assert told["bytes_free"] > 0
    assert told["runs"] == []


def test_a_run_is_told_with_its_failures(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = PastRun("r1", "fetch", "FAILURE", NOW, 12.5, ("kz_economy: it is down", "kz_edu: the same"))

    def with_run(_settings: Settings) -> HomeState:
        return HomeState(settings.home, None, 0, {}, 10**9, (run,))

    monkeypatch.setattr(home_report, "home_state", with_run)
    print_home(settings, now=NOW, as_json=False)
    told = " ".join(capsys.readouterr().out.split())
    assert "2026-01-31 12:00 fetch FAILURE 12.5 kz_economy: it is down; kz_edu: the same" in told


@pytest.mark.parametrize(
    ("age", "told"),
    [
        (timedelta(seconds=59), "0 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=47), "47 h ago"),
        (timedelta(hours=49), "2 days ago"),
    ],
)
def test_the_age_of_the_snapshot(
    age: timedelta, told: str, published: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    state = home_state(published).published
    assert state is not None
    print_home(published, now=state.at + age, as_json=False)
    assert f"UTC, {told}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 kB"), (999_999, "1000 kB"), (1_000_000, "1.0 MB"), (83_000_000_000, "83.0 GB")]
)
def test_sizes(size: int, text: str) -> None:
    assert size_text(size) == text


def test_the_existing_part_of_a_path(settings: Settings) -> None:
    assert existing_part(settings.home / "a" / "b") == settings.home.parent
