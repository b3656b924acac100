"""Definitions, schedule and sensors, without running anything."""

import warnings
from datetime import UTC, datetime

import pytest
from dagster import (
    AssetKey,
    DagsterEvent,
    DagsterEventType,
    DagsterInstance,
    DagsterRun,
    DagsterRunStatus,
    Definitions,
    RunRequest,
    SkipReason,
    build_run_status_sensor_context,
    build_schedule_context,
)

from extractors import EXTRACTOR_VERSION
from pipeline.assets.derived import FACT, PUBLISHED, RELEASE
from pipeline.assets.raw import network_sources, raw_key
from pipeline.definitions import build_definitions
from pipeline.parse.release import PARSER_VERSION
from pipeline.sensors import PROCESSED_BY_CALLER, SENSORS
from pipeline.settings import Settings
from pipeline.sources.registry import FILES_KEY, load_sources
from warehouse.checks import load_checks

EVENT_OF = {
    DagsterRunStatus.SUCCESS: DagsterEventType.RUN_SUCCESS,
    DagsterRunStatus.FAILURE: DagsterEventType.RUN_FAILURE,
    DagsterRunStatus.CANCELED: DagsterEventType.RUN_CANCELED,
}


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return build_definitions()


def test_everything_loads_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Definitions.validate_loadable(build_definitions())


def test_every_source_has_a_raw_asset_in_its_familys_group(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for source in load_sources():
        node = graph.get(raw_key(source.key))
        assert node.group_name == source.family
        assert node.owners == ["team:svodka"]
        assert node.description


def test_sites_are_fetched_by_month_in_one_run(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for source in network_sources():
        node = graph.get(raw_key(source.key))
        assert node.partitions_def is not None
        assert node.partitions_def.get_partition_keys(current_time=datetime(2016, 3, 15, tzinfo=UTC)) == [
            "2016-01",
            "2016-02",
            "2016-03",
        ]
        assert node.backfill_policy is not None
        assert node.backfill_policy.max_partitions_per_run is None
        assert node.freshness_policy is not None


def test_the_way_from_raw_to_published(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    assert graph.get(RELEASE).parent_keys == {raw_key(source.key) for source in load_sources()}
    assert graph.get(FACT).parent_keys == {RELEASE}
    assert graph.get(PUBLISHED).parent_keys == {FACT}
    assert (graph.get(RELEASE).code_version, graph.get(FACT).code_version) == (
        PARSER_VERSION,
        EXTRACTOR_VERSION,
    )


def test_only_steps_that_write_are_in_the_pool(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for key in (RELEASE, FACT, PUBLISHED):
        assert graph.get(key).pools == {"duckdb"}
    for source in load_sources():
        assert graph.get(raw_key(source.key)).pools == set()


def test_every_check_of_the_warehouse_guards_publication(definitions: Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    keys = {key.name: key for key in graph.asset_check_keys}
    assert set(keys) == {check.name for check in load_checks()}
    for check in load_checks():
        assert keys[check.name].asset_key == FACT
        assert graph.get_check_spec(keys[check.name]).blocking is check.blocking


def test_jobs_hold_what_belongs_together(definitions: Definitions) -> None:
    def assets(job: str) -> set[AssetKey]:
        return set(definitions.resolve_job_def(job).asset_layer.executable_asset_keys)

    assert assets("fetch") == {raw_key(source.key) for source in network_sources()}
    assert assets("fetch_files") == {raw_key(FILES_KEY)}
    assert assets("process") == {RELEASE, FACT, PUBLISHED}


def test_every_morning_two_months_are_asked_for_in_one_run(definitions: Definitions) -> None:
    # Half past seven on New Year's morning in Almaty is still December in Greenwich.
    tick = datetime(2025, 12, 31, 22, 30, tzinfo=UTC)
    context = build_schedule_context(scheduled_execution_time=tick)
    schedule = definitions.resolve_schedule_def("daily_fetch")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 7 * * *", "Asia/Almaty")
    [request] = schedule.evaluate_tick(context).run_requests or []
    assert request.tags["dagster/asset_partition_range_start"] == "2025-12"
    assert request.tags["dagster/asset_partition_range_end"] == "2026-01"
    assert request.asset_selection == [raw_key(source.key) for source in network_sources() if source.enabled]


def test_the_daily_fetch_waits_to_be_turned_on(definitions: Definitions) -> None:
    assert definitions.resolve_schedule_def("daily_fetch").default_status.value == "STOPPED"
    assert all(sensor.default_status.value == "RUNNING" for sensor in SENSORS)


@pytest.mark.parametrize(
    "ending", [DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED]
)
def test_process_follows_a_fetch_however_it_ended(ending: DagsterRunStatus) -> None:
    run = DagsterRun(job_name="fetch", run_id="11111111-0000-4000-8000-000000000000", status=ending)
    asked = _asked(run, ending)
    assert isinstance(asked, RunRequest)
    assert asked.run_key == f"after-{run.run_id}"


def test_process_follows_raw_assets_started_by_hand() -> None:
    run = DagsterRun(job_name="__ASSET_JOB", asset_selection=frozenset({raw_key("kz_edu")}))
    assert isinstance(_asked(run, DagsterRunStatus.SUCCESS), RunRequest)


@pytest.mark.parametrize(
    "run",
    [
        DagsterRun(job_name="process"),
        DagsterRun(job_name="__ASSET_JOB", asset_selection=frozenset({FACT})),
        DagsterRun(job_name="fetch", tags={PROCESSED_BY_CALLER: "true"}),
    ],
)
def test_process_does_not_follow_itself_or_svodka_run(run: DagsterRun) -> None:
    assert isinstance(_asked(run, DagsterRunStatus.SUCCESS), SkipReason)


@pytest.mark.usefixtures("tmp_home")
def test_definitions_need_no_home() -> None:
    build_definitions()
    assert not Settings().home.exists()


def _asked(run: DagsterRun, ending: DagsterRunStatus) -> object:
    [sensor] = [one for one in SENSORS if one.name == f"process_after_fetch_{ending.value.lower()}"]
    with DagsterInstance.ephemeral() as instance:
        event = DagsterEvent(EVENT_OF[ending].value, job_name=run.job_name)
        context = build_run_status_sensor_context(
            sensor_name=sensor.name, dagster_event=event, dagster_instance=instance, dagster_run=run
        )
        return sensor(context)
