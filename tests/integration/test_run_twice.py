"""Runs with Dagster against the replica: the first, the same again, and one after a release was edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from dagster import AssetKey, DagsterInstance, EventLogEntry, TableSchema

from pipeline.assets.derived import FACT, PUBLISHED, RELEASE
from pipeline.assets.raw import raw_key
from pipeline.cli.run_tables import exit_code_of_run
from pipeline.errors import ExitCode, SettingsError
from pipeline.instance import open_instance
from pipeline.replica import Replica
from pipeline.replica.fixtures import ReleaseText
from pipeline.run.execute import RunReport
from pipeline.run_history import KEEP_RUNS, purge_old_runs
from pipeline.settings import Settings
from pipeline.sources.registry import source_by_key
from pipeline.stages.warehouse import open_warehouse
from tests.integration.run_help import SOURCES, digests, run_small, settings_of
from warehouse.digest import TableDigest


@dataclass(frozen=True)
class Done:
    """A run that has ended, and the home after it."""

    settings: Settings
    report: RunReport
    tables: dict[str, TableDigest]
    published_inode: int


def _run(settings: Settings, base_url: str) -> Done:
    report = run_small(settings, base_url)
    return Done(settings, report, digests(settings), settings.published_path.stat().st_ino)


@pytest.fixture(scope="module")
def site(release_texts: tuple[ReleaseText, ...]) -> Iterator[Replica]:
    with Replica(release_texts) as running:
        yield running


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, site: Replica) -> Done:
    return _run(settings_of(tmp_path_factory.mktemp("home")), site.base_url)


@pytest.fixture(scope="module")
def second(first: Done, release_texts: tuple[ReleaseText, ...]) -> Done:
    """The same on another port, as it is after a restart."""
    with Replica(release_texts) as elsewhere:
        return _run(first.settings, elsewhere.base_url)


@pytest.fixture(scope="module")
def edited(second: Done, site: Replica) -> Done:
    site.edition = 2
    return _run(second.settings, site.base_url)


@pytest.fixture
def instance(first: Done) -> Iterator[DagsterInstance]:
    with open_instance(first.settings) as opened:
        yield opened


def _newest(instance: DagsterInstance, key: AssetKey) -> EventLogEntry:
    found = instance.get_latest_materialization_event(key)
    assert found is not None
    return found


def test_the_first_run_lands_everything(first: Done) -> None:
    assert exit_code_of_run(first.report) is ExitCode.OK
    assert first.report.before == ()
    assert {one.ministry for one in first.report.after} >= {
        source_by_key(key).publisher for key in SOURCES.split(",")
    }
    assert all(one.releases and one.facts for one in first.report.after)
    steps = {step.asset: step.numbers for step in first.report.processed.steps}
    assert steps["fact"]["facts_added"] == first.tables["core.fact"].row_count
    assert steps["release"]["releases_added"] == first.tables["core.release"].row_count


def test_the_second_run_changes_no_row_and_no_snapshot(first: Done, second: Done) -> None:
    assert exit_code_of_run(second.report) is ExitCode.OK
    assert second.tables == first.tables
    assert second.published_inode == first.published_inode
    fetched = second.report.fetched[0].steps
    assert all(step.numbers["unchanged"] == step.numbers["answers"] for step in fetched)
    assert second.report.before == second.report.after == first.report.after


def test_an_edited_release_is_a_new_version(second: Done, edited: Done) -> None:
    numbers = edited.report.processed.steps[0].numbers
    assert numbers["versions_added"] > numbers["releases_added"]
    with open_warehouse(edited.settings) as connection:
        edits = connection.execute(
            "SELECT release_id FROM core.release_version GROUP BY release_id HAVING count(*) = 2"
        ).fetchall()
    assert len(edits) == 1
    assert edited.published_inode != second.published_inode


def test_months_are_recorded_for_each_source(instance: DagsterInstance) -> None:
    for key in SOURCES.split(","):
        assert instance.get_materialized_partitions(raw_key(key)) == {"2025-12", "2026-01"}


def test_people_see_counts_samples_and_columns(instance: DagsterInstance) -> None:
    for key, sample in ((RELEASE, "newest"), (FACT, "newest"), (FACT, "by_source")):
        metadata = _metadata(instance, key)
        assert str(metadata[sample].value).count("\n") >= 3
        assert metadata["dagster/row_count"].value > 0
    schema = _metadata(instance, PUBLISHED)["dagster/column_schema"].value
    assert isinstance(schema, TableSchema)
    columns = {column.name: column for column in schema.columns}
    assert columns["value"].type == "DECIMAL(38,9)"
    assert all(column.description for column in schema.columns)


def test_real_sites_are_refused_in_a_home_of_the_replica(first: Done) -> None:
    from pipeline.run.execute import execute
    from pipeline.run.plan import RunPlan, live_months
    from pipeline.stages.progress import SILENCE

    plan = RunPlan((source_by_key("kz_edu"),), live_months(None, None))
    with pytest.raises(SettingsError, match="holds replica releases"):
        execute(plan, first.settings, base_url_override=None, progress=SILENCE)


def test_old_runs_go_and_the_last_to_make_something_stay(edited: Done, instance: DagsterInstance) -> None:
    """Of three fetches and three processes, the newest of each made everything that is there."""
    assert edited
    assert purge_old_runs(instance) == 0
    makers = {_newest(instance, key).run_id for key in (raw_key("kz_edu"), FACT)}
    assert purge_old_runs(instance, now=datetime.now(UTC) + KEEP_RUNS + timedelta(hours=1)) == 4
    assert {run.run_id for run in instance.get_runs()} == makers
    assert instance.get_materialized_partitions(raw_key("kz_edu")) == {"2025-12", "2026-01"}
    assert "newest" in _metadata(instance, FACT)


def _metadata(instance: DagsterInstance, key: AssetKey) -> dict[str, object]:
    materialization = _newest(instance, key).asset_materialization
    assert materialization is not None
    return dict(materialization.metadata)
