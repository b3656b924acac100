"""What the options of `svodka run` mean together, and the bars that it draws."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.cli import progress_bars
from pipeline.cli.progress_bars import ProgressBars
from pipeline.cli.run import _planned
from pipeline.errors import SettingsError
from pipeline.run.plan import RunPlan, choose_sources


def _plan(**options: object) -> tuple[RunPlan, str | None]:
    wishes = {"replica": False, "sources": None, "files": None, "since": None, "until": None}
    with _planned(**{**wishes, **options}) as planned:
        return planned


def test_plainly_every_enabled_site_is_asked() -> None:
    plan, replica = _plan()
    assert (plan.sources, plan.files, replica) == (choose_sources(None), None, None)


def test_files_alone_ask_no_site(tmp_path: Path) -> None:
    plan, _replica = _plan(files=tmp_path)
    assert (plan.sources, plan.files) == ((), tmp_path)


def test_files_and_sources_are_both_fetched(tmp_path: Path) -> None:
    plan, _replica = _plan(files=tmp_path, sources="kz_edu")
    assert ([source.key for source in plan.sources], plan.files) == (["kz_edu"], tmp_path)


def test_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="nowhere does not exist; name a folder or file"):
        _plan(files=tmp_path / "nowhere")


def test_the_replica_is_asked_for_what_it_has() -> None:
    plan, address = _plan(replica=True, sources="kz_edu", since="2026-01")
    assert address is not None
    assert address.startswith("http://127.0.0.1:")
    assert f"{plan.months.since:%Y-%m} {plan.months.until:%Y-%m}" == "2026-01 2026-01"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    shown = StringIO()
    monkeypatch.setattr(progress_bars, "err", lambda: Console(file=shown, force_terminal=True, width=100))
    return shown


def test_a_task_within_a_task_is_one_unit_of_it(terminal: StringIO) -> None:
    with ProgressBars(shown=True) as bars, bars.task("fetch", unit="sources", total=2):
        for source in ("kz_edu", "kz_dsm"):
            with bars.task(source, unit="answers", total=None) as advance:
                advance(3)
        [whole] = bars._bars.tasks
        assert (whole.description, whole.completed, whole.total) == ("fetch", 2, 2)
    assert "fetch" in terminal.getvalue()


def test_nothing_is_drawn_where_nobody_looks(terminal: StringIO) -> None:
    with ProgressBars(shown=False) as bars, bars.task("fact", unit="characters", total=10) as advance:
        advance(10)
    assert terminal.getvalue() == ""
