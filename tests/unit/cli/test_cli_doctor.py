import json
import sys
import tomllib
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path

import pytest
from filelock import FileLock

from pipeline.cli import doctor, doctor_checks, doctor_packages
from pipeline.cli.findings import Finding, State
from pipeline.errors import ExitCode, SourceUnreachable
from pipeline.settings import PROJECT_ROOT, Settings
from tests.unit.cli.command_line import CommandLine
from warehouse.connection import open_writer
from warehouse.migrate import load_migrations


def test_every_declared_dependency_has_a_module_that_is_found() -> None:
    project = tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [doctor_packages.package_name(line) for line in project["dependencies"]]
    assert len(names) > 20
    assert [name for name in names if find_spec(doctor_packages.module_of(name)) is None] == []


def test_a_package_that_is_missing_or_broken_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "missing":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(
        doctor_packages, "requires", lambda _name: ["missing>=1", "no-such-module[fast]", "rich"]
    )
    monkeypatch.setattr(doctor_packages, "version", version)
    found = doctor_packages.check_packages()
    assert found.state is State.FAIL
    assert found.found == (
        "missing is not installed; no-such-module does not load (No module named 'no_such_module')"
    )
    assert found.remedy is not None


def test_an_old_python_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor_packages.check_python().state is State.OK
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    assert doctor_packages.check_python().remedy == "use Python 3.11 or newer"


def test_a_missing_package_ends_the_examination(
    svodka: CommandLine, tmp_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Finding("packages", State.FAIL, "missing is not installed", "`make setup`")
    monkeypatch.setattr(doctor, "check_packages", lambda: broken)
    shown = svodka("doctor", "--json")
    assert shown.code == ExitCode.CHECK_FAILED
    assert [found["check"] for found in json.loads(shown.out)] == ["python", "packages"]
    assert not tmp_home.exists()


def test_a_fresh_home_is_fit_and_left_alone(svodka: CommandLine, settings: Settings) -> None:
    shown = svodka("doctor", "--json")
    found = {finding["check"]: finding for finding in json.loads(shown.out)}
    assert shown.code == ExitCode.OK
    assert {name for name, finding in found.items() if finding["state"] != "ok"} == {"published", "contact"}
    assert all(finding["remedy"] for finding in found.values() if finding["state"] != "ok")
    assert not settings.home.exists()


def test_the_table_ends_with_the_sum(svodka: CommandLine, published: Settings) -> None:
    shown = svodka("doctor")
    assert "published     ok     1 facts" in shown.out
    assert f"migrations    ok     {len(load_migrations())} applied, 0 for the next run" in shown.out
    assert shown.out.rstrip().endswith("9 ok, 1 to look at, 0 failed")
    assert published.published_path.exists()


def test_a_syntax_provider_that_is_not_installed_fails(settings: Settings) -> None:
    found = doctor_checks.check_models(settings.model_copy(update={"syntax": "no_such_pipeline"}))
    assert (found.state, "no_such_pipeline" in found.found) == (State.FAIL, True)


def test_a_home_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = doctor_checks.check_home(Settings(home=tmp_path / "file" / "home"))
    assert found.state is State.FAIL
    assert "SVODKA_HOME" in str(found.remedy)


@pytest.mark.parametrize(("free", "state"), [(10**8, State.FAIL), (10**9, State.WARN), (10**10, State.OK)])
def test_little_room_is_told(
    free: int, state: State, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_checks, "free_bytes", lambda _path: free)
    assert doctor_checks.check_disk(settings).state is state


def test_a_run_that_is_going_on_is_told(settings: Settings) -> None:
    assert doctor_checks.check_lock(settings).state is State.OK
    settings.home.mkdir()
    with FileLock(settings.home / ".run.lock"):
        assert doctor_checks.check_lock(settings).found == "a run is going on"
    assert doctor_checks.check_lock(settings).state is State.OK


def test_an_edited_migration_is_told(published: Settings) -> None:
    assert doctor_checks.check_migrations(published).state is State.OK
    with open_writer(published.warehouse_path, wait=published.lock_wait) as connection:
        connection.execute("UPDATE meta.migration SET checksum = 'x' WHERE number = 2")
    found = doctor_checks.check_migrations(published)
    assert found.state is State.FAIL
    assert load_migrations()[1].name in found.found


def test_a_damaged_database_is_told(published: Settings) -> None:
    for path in (published.warehouse_path, published.published_path):
        path.chmod(0o644)
        path.write_bytes(b"no database" * 1000)
    for found in (doctor_checks.check_migrations(published), doctor_checks.check_published(published)):
        assert found.state is State.FAIL
        assert found.remedy is not None


@pytest.mark.parametrize(
    ("named", "state"), [(None, State.OK), ("relative", State.FAIL), ("/no/such/folder", State.FAIL)]
)
def test_a_dagster_home_that_somebody_set_must_exist(
    named: str | None, state: State, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    if named is None:
        monkeypatch.delenv("DAGSTER_HOME", raising=False)
    else:
        monkeypatch.setenv("DAGSTER_HOME", named)
    assert doctor_checks.check_dagster_home(settings).state is state


def test_an_unreachable_site_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise SourceUnreachable("kz_economy", "cannot be read")

    monkeypatch.setattr(doctor_checks, "check_source", refuse)
    assert doctor_checks.check_network(settings).found == "kz_economy: cannot be read"
