"""A run that is killed anywhere loses nothing, and the next run completes it."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest
from dagster import DagsterRunStatus
from pytest_socket import socket_allow_hosts

from pipeline.cli.run_tables import exit_code_of_run
from pipeline.errors import ExitCode
from pipeline.instance import open_instance
from pipeline.replica import Replica, Slow
from pipeline.replica.fixtures import ReleaseText
from tests.integration.killable_run import POINTS, run_until, stages_until
from tests.integration.run_help import content, run_small, run_stages, settings_of

PATIENCE_SECONDS = 120
Content = dict[str, list[tuple[object, ...]]]
KillAt = Callable[[Callable[..., None], str], None]


@pytest.fixture(autouse=True)
def _unix_sockets() -> None:
    """How a fork server is spoken to; hosts stay as restricted as everywhere."""
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


@pytest.fixture(scope="module")
def forks() -> ForkServerContext:
    """Children of a process that has imported everything: each is there at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.run.execute", "tests.integration.killable_run"])
    return context


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory, release_texts: tuple[ReleaseText, ...]) -> Content:
    """What a home holds after stages that nobody disturbed."""
    settings = settings_of(tmp_path_factory.mktemp("unbroken"))
    with Replica(release_texts) as replica:
        run_stages(settings, replica.base_url)
    found = content(settings)
    assert len(found["fact"]) > 50
    return found


@pytest.fixture
def kill_at(forks: ForkServerContext, replica: Replica, tmp_path: Path) -> KillAt:
    """Starts a run in another process and kills it when it has reached a point."""

    def kill(target: Callable[..., None], point: str) -> None:
        reached = forks.Event()
        victim = forks.Process(target=target, args=(point, tmp_path, replica.base_url, reached))
        victim.start()
        assert reached.wait(PATIENCE_SECONDS)
        victim.kill()
        victim.join()

    return kill


@pytest.mark.parametrize("point", POINTS)
def test_the_next_run_completes_a_killed_one(
    point: str, kill_at: KillAt, replica: Replica, tmp_path: Path, unbroken: Content
) -> None:
    kill_at(stages_until, point)
    run_stages(settings_of(tmp_path), replica.base_url)
    assert content(settings_of(tmp_path)) == unbroken
    assert not [*tmp_path.glob("raw/*/.*.part"), *tmp_path.glob("*.unfinished*")]


def test_a_run_killed_again_and_again_gets_there(
    kill_at: KillAt, replica: Replica, tmp_path: Path, unbroken: Content
) -> None:
    for point in POINTS:
        kill_at(stages_until, point)
    run_stages(settings_of(tmp_path), replica.base_url)
    assert content(settings_of(tmp_path)) == unbroken


def test_what_had_landed_when_a_source_was_cut_off_is_not_fetched_again(
    forks: ForkServerContext, replica: Replica, tmp_path: Path, unbroken: Content
) -> None:
    slow = Slow()
    replica.faults.inject(slow, slug="edu")
    victim = forks.Process(target=run_stages, args=(settings_of(tmp_path), replica.base_url))
    victim.start()
    assert slow.reached.wait(PATIENCE_SECONDS)
    victim.kill()
    victim.join()
    replica.faults.clear()

    run_stages(settings_of(tmp_path), replica.base_url)

    files = [path.parent.name for path in tmp_path.glob("raw/*/[!.]*.warc.gz")]
    assert sorted(files) == ["kz_economy", "kz_edu", "kz_minfin"]
    assert content(settings_of(tmp_path)) == unbroken


def test_ctrl_c_ends_the_whole_run(forks: ForkServerContext, replica: Replica, tmp_path: Path) -> None:
    """Dagster takes it for one failed step among others and would go on to process."""
    slow = Slow()
    replica.faults.inject(slug="edu", fault=slow)
    victim = forks.Process(target=run_small, args=(settings_of(tmp_path), replica.base_url))
    victim.start()
    assert slow.reached.wait(PATIENCE_SECONDS)
    assert victim.pid is not None
    os.kill(victim.pid, signal.SIGINT)
    replica.faults.clear()
    victim.join()
    assert victim.exitcode == 1
    with open_instance(settings_of(tmp_path)) as instance:
        assert [(run.job_name, run.status) for run in instance.get_runs()] == [
            ("fetch", DagsterRunStatus.FAILURE)
        ]


def test_dagster_is_left_tidy_after_a_killed_run(
    kill_at: KillAt, replica: Replica, tmp_path: Path, unbroken: Content
) -> None:
    """The killed run held the pool's only slot: the next run must not wait for it."""
    kill_at(run_until, "some texts are read, others not")
    settings = settings_of(tmp_path)
    with open_instance(settings) as instance:
        assert instance.event_log_storage.get_concurrency_info("duckdb").claimed_slots

    report = run_small(settings, replica.base_url)

    assert exit_code_of_run(report) is ExitCode.OK
    assert content(settings) == unbroken
    with open_instance(settings) as instance:
        statuses = [run.status for run in instance.get_runs()]
        assert not instance.event_log_storage.get_concurrency_info("duckdb").claimed_slots
    assert statuses.count(DagsterRunStatus.FAILURE) == 1
    assert set(statuses) == {DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE}
