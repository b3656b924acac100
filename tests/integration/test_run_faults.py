"""What goes wrong in a run goes wrong alone and is said in one line."""

import shutil
import threading
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
from dagster import DagsterInstance, RetryPolicy

from pipeline.assets.months import range_tags
from pipeline.assets.raw import raw_key
from pipeline.cli.run_tables import exit_code_of_run
from pipeline.definitions import build_definitions
from pipeline.errors import ExitCode
from pipeline.replica import Down, Replica, html_instead_of_json, not_allowed
from pipeline.resources import Workplace
from pipeline.run.execute import RunReport, execute
from pipeline.run.lock import RunBusyError, run_lock
from pipeline.run.plan import RunPlan
from pipeline.stages.progress import SILENCE
from pipeline.stages.warehouse import open_warehouse
from tests.integration.run_help import MONTHS, run_small, settings_of

GOLD_TEXT = "В 2025 году введено 25 школ на 12 тыс. мест.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faulty")


@pytest.fixture(scope="module")
def faulty(home: Path, release_texts: object) -> RunReport:
    with Replica(release_texts) as replica:
        replica.faults.inject(Down(), slug="edu")
        replica.faults.inject(html_instead_of_json(), slug="dsm")
        replica.faults.inject(not_allowed(), slug="energo")
        return run_small(settings_of(home), replica.base_url, sources="kz_dsm,kz_economy,kz_edu,kz_energo")


def _errors(report: RunReport) -> dict[str, str | None]:
    return {step.asset: step.error for job in report.fetched for step in job.steps}


def test_each_source_fails_alone(faulty: RunReport) -> None:
    errors = _errors(faulty)
    assert errors.pop("raw/kz_economy") is None
    assert all(error is not None for error in errors.values())
    assert exit_code_of_run(faulty) is ExitCode.SOME_SOURCES_FAILED
    assert [one.releases > 0 for one in faulty.after] == [True]


@pytest.mark.parametrize(
    ("asset", "error_class", "said"),
    [
        ("raw/kz_edu", "SourceUnreachable", "cannot be read"),
        ("raw/kz_energo", "SourceRefused", "notAllowed"),
        ("raw/kz_dsm", "SourceChanged", "HTML"),
    ],
)
def test_the_line_names_source_reason_and_remedy(
    faulty: RunReport, asset: str, error_class: str, said: str
) -> None:
    [step] = [step for step in faulty.fetched[0].steps if step.asset == asset]
    assert step.error is not None
    assert step.error.startswith(asset.removeprefix("raw/") + ": ")
    assert said.lower() in step.error.lower()
    assert "; " in step.error
    assert "\n" not in step.error
    assert issubclass_of_ours(step.error_class, error_class)


def issubclass_of_ours(found: str | None, wanted: str) -> bool:
    """Errors are told by the name of their own class, which may be a kind of the wanted one."""
    from pipeline import errors
    from pipeline.fetch import verdict

    kinds = {**vars(errors), **vars(verdict)}
    return found is not None and issubclass(kinds[found], kinds[wanted])


def test_only_the_unreachable_source_is_tried_again(home: Path, faulty: RunReport, replica: Replica) -> None:
    assert faulty
    replica.faults.inject(Down(), slug="edu")
    replica.faults.inject(not_allowed(), slug="energo")
    settings = settings_of(home).model_copy(update={"retries": 0})
    definitions = build_definitions(
        Workplace(settings, replica.base_url), retries=RetryPolicy(max_retries=2, delay=0)
    )
    with DagsterInstance.ephemeral() as instance:
        result = definitions.resolve_job_def("fetch").execute_in_process(
            instance=instance,
            run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            tags=range_tags(MONTHS.since, MONTHS.until),
            asset_selection=[raw_key("kz_edu"), raw_key("kz_energo")],
            raise_on_error=False,
        )
    assert not result.success
    assert len(replica.log.requests(slug="edu")) == 3
    assert len(replica.log.requests(slug="energo")) == 1


def test_files_join_either_kind_of_home(home: Path, faulty: RunReport, tmp_path: Path) -> None:
    assert faulty
    (tmp_path / "2026-01-05 школы.txt").write_text(GOLD_TEXT, encoding="utf-8")
    report = execute(
        RunPlan((), MONTHS, tmp_path), settings_of(home), base_url_override=None, progress=SILENCE
    )
    assert exit_code_of_run(report) is ExitCode.OK
    assert [step.asset for step in report.fetched[0].steps] == ["raw/files"]
    with open_warehouse(settings_of(home)) as connection:
        facts = connection.execute(
            "SELECT quote, published_on::VARCHAR FROM main.facts WHERE source = 'files' ORDER BY char_start"
        ).fetchall()
    assert ("25", "2026-01-05") in facts


def test_files_that_are_gone_fail_as_a_source(home: Path, faulty: RunReport) -> None:
    assert faulty
    report = execute(
        RunPlan((), MONTHS, home / "nowhere"), settings_of(home), base_url_override=None, progress=SILENCE
    )
    assert exit_code_of_run(report) is ExitCode.SOME_SOURCES_FAILED
    assert "does not exist" in str(_errors(report)["raw/files"])


def test_broken_data_is_not_published(home: Path, faulty: RunReport, tmp_path: Path) -> None:
    assert faulty
    broken = settings_of(tmp_path)
    shutil.copy(home / "warehouse.duckdb", broken.warehouse_path)
    shutil.copy(home / "published.duckdb", broken.published_path)
    with duckdb.connect(broken.warehouse_path) as connection:
        connection.execute("INSERT INTO core.release FROM core.release LIMIT 1")
    before = broken.published_path.read_bytes()

    report = execute(RunPlan((), MONTHS), broken, base_url_override=None, progress=SILENCE)

    assert exit_code_of_run(report) is ExitCode.CHECK_FAILED
    assert "duplicate_ids" in {check.name for check in report.processed.checks if check.severity == "ERROR"}
    assert broken.published_path.read_bytes() == before


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    waiting, got_it = threading.Event(), threading.Event()

    def second() -> None:
        with run_lock(settings, on_wait=waiting.set):
            got_it.set()

    with run_lock(settings, on_wait=lambda: pytest.fail("nobody else is there")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(60)
        assert not got_it.is_set()
    thread.join(60)
    assert got_it.is_set()


def test_a_second_run_gives_up_with_a_code_of_its_own(tmp_path: Path) -> None:
    settings = settings_of(tmp_path).model_copy(update={"lock_wait": timedelta()})
    with (
        run_lock(settings, on_wait=lambda: None),
        pytest.raises(RunBusyError, match="SVODKA_LOCK_WAIT") as gave_up,
        run_lock(settings, on_wait=lambda: None),
    ):
        pytest.fail("two runs at once")
    assert gave_up.value.exit_code is ExitCode.BUSY
