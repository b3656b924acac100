"""Dagster's storage is made once and whole, whoever comes first; the UI shows the same instance."""

import multiprocessing
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from multiprocessing.context import ForkServerContext
from pathlib import Path

import httpx
import pytest
from dagster import DagsterInstance
from pytest_socket import socket_allow_hosts

from pipeline.errors import ExitCode, SettingsError
from pipeline.instance import GuardedSqliteStorage, open_instance, prepare_home
from pipeline.run.killed import BY_COMMAND, COMMAND, close_killed_runs
from pipeline.settings import PROJECT_ROOT, Settings
from tests.integration.openings import open_at_once

SVODKA = Path(sys.executable).with_name("svodka")
RUNS = "query { runsOrError { ... on Runs { results { runId jobName status } } } version }"


@pytest.fixture
def settings(tmp_home: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    return Settings(home=tmp_home)


def test_the_instance_is_ours_quiet_and_limited(settings: Settings) -> None:
    with open_instance(settings) as instance:
        assert instance.root_directory == str(settings.dagster_home)
        assert isinstance(instance.get_ref().storage, GuardedSqliteStorage)
        assert not instance.telemetry_enabled
        assert instance.get_concurrency_config().pool_config.default_pool_limit == 1
    assert (settings.dagster_home / "dagster.yaml").read_bytes() == (
        PROJECT_ROOT / "dagster.yaml"
    ).read_bytes()


def test_our_copy_of_the_configuration_is_renewed(settings: Settings) -> None:
    prepare_home(settings)
    (settings.dagster_home / "dagster.yaml").write_text("telemetry: {enabled: true}\n")
    prepare_home(settings)
    assert b"enabled: false" in (settings.dagster_home / "dagster.yaml").read_bytes()


def test_a_home_of_the_users_own_keeps_its_configuration(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    (tmp_path / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    with open_instance(settings) as instance:
        assert instance.root_directory == str(tmp_path)
        assert not isinstance(instance.get_ref().storage, GuardedSqliteStorage)
    assert (tmp_path / "dagster.yaml").read_text() == "telemetry: {enabled: false}\n"


def test_a_relative_dagster_home_is_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAGSTER_HOME", "data/dagster")
    with pytest.raises(SettingsError, match="DAGSTER_HOME=data/dagster is no absolute path"):
        prepare_home(settings)


def test_many_processes_may_make_a_fresh_storage_at_once(settings: Settings) -> None:
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    context: ForkServerContext = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.integration.openings"])
    start = context.Barrier(6)
    racers = [context.Process(target=open_at_once, args=(settings.home, start)) for _ in range(6)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert [racer.exitcode for racer in racers] == [0] * 6
    for path in settings.dagster_home.rglob("*.db"):
        with sqlite3.connect(path) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("SELECT count(*) FROM alembic_version").fetchall() == [(1,)]


def test_only_runs_of_the_command_are_closed(settings: Settings) -> None:
    with open_instance(settings) as instance:
        ours = _started(instance, {BY_COMMAND: COMMAND})
        theirs = _started(instance, {})
        assert close_killed_runs(instance) == 1
        assert _status(instance, ours) == "FAILURE"
        assert _status(instance, theirs) == "STARTED"


def test_the_ui_answers_over_the_same_instance_and_stops_when_asked(settings: Settings) -> None:
    with open_instance(settings) as instance:
        run_id = _started(instance, {BY_COMMAND: COMMAND})
    port = _free_port_that_no_other_test_is_given()
    command = [SVODKA, "ui", "--port", str(port), "--read-only", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as ui:
        try:
            assert ui.stdout is not None
            said = ui.stdout.readline()
            assert said.startswith(f"http://127.0.0.1:{port}")
            answer = httpx.post(f"http://127.0.0.1:{port}/graphql", json={"query": RUNS}, timeout=60).json()
        finally:
            ui.send_signal(signal.SIGTERM)
    assert [run["runId"] for run in answer["data"]["runsOrError"]["results"]] == [run_id]
    assert ui.returncode == ExitCode.OK
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/server_info", timeout=5)


def _free_port_that_no_other_test_is_given() -> int:
    """Below the ports that systems hand out (from 16384 at the lowest).

    A port handed out for ":0" is free again for seconds before and after the UI holds it: a test beside this
    one got it then, and its server's answer was taken for the UI's.
    """
    for port in range(10_000 + os.getpid() % 5_000, 16_384):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("every port is taken")


def test_a_taken_port_is_said_in_one_line(settings: Settings) -> None:
    assert settings
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        finished = subprocess.run([SVODKA, "ui", "--port", port], capture_output=True, text=True, check=False)
    assert finished.returncode == ExitCode.USAGE
    assert f"port {port} on 127.0.0.1 cannot be had" in finished.stderr
    assert "--port" in finished.stderr


def _started(instance: DagsterInstance, tags: dict[str, str]) -> str:
    from dagster import DagsterEvent, DagsterEventType

    from pipeline.definitions import build_definitions

    run = instance.create_run_for_job(build_definitions().resolve_job_def("process"), tags=tags)
    instance.report_dagster_event(
        DagsterEvent(DagsterEventType.RUN_START.value, job_name=run.job_name), run_id=run.run_id
    )
    return run.run_id


def _status(instance: DagsterInstance, run_id: str) -> str:
    run = instance.get_run_by_id(run_id)
    assert run is not None
    return run.status.value
