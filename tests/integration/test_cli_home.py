"""Commands over a home that a run against the replica has filled."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.fetch.raw_zone import RawZone
from pipeline.replica import Endpoint, Replica, not_allowed
from pipeline.settings import Settings
from pipeline.sources.registry import load_sources
from warehouse.connection import open_reader

SVODKA = Path(sys.executable).with_name("svodka")
TIME_LIMIT = 300
REPLAYED = ("kz_economy", "kz_minfin")


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SVODKA, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=TIME_LIMIT,
        env={"SVODKA_HOME": str(home), "PATH": "/usr/bin:/bin"},
    )


def test_status_counts_what_the_run_reported(
    replica_run: dict[str, object], replica_settings: Settings
) -> None:
    done = run(replica_settings.home, "status", "--json")
    told = json.loads(done.stdout)
    ministries = replica_run["ministries"]
    assert isinstance(ministries, list)
    assert done.returncode == 0
    assert told["published"]["releases"] == {"replica.test": sum(one["releases"] for one in ministries)}
    assert told["warc_files"] == len(RawZone(replica_settings.raw_dir).warc_files())
    assert [past["job"] for past in told["runs"][:2]] == ["process", "fetch"]
    assert {past["status"] for past in told["runs"]} == {"SUCCESS"}
    assert all(size > 0 for size in told["bytes_used"].values())


def test_sources_tell_how_the_last_fetch_ended(replica_settings: Settings) -> None:
    told = {one["key"]: one for one in json.loads(run(replica_settings.home, "sources", "--json").stdout)}
    assert list(told) == [source.key for source in load_sources()]
    assert told["kz_economy"]["releases"] > 0
    assert told["kz_economy"]["last_published_on"] is not None
    assert told["kz_economy"]["last_fetch"]["error"] is None
    assert told["files"]["last_fetch"] is None


def test_doctor_finds_nothing_in_the_way(replica_settings: Settings) -> None:
    done = run(replica_settings.home, "doctor", "--json")
    assert done.returncode == 0
    found = {one["check"]: one["state"] for one in json.loads(done.stdout)}
    assert found.pop("contact") == "warn"
    assert set(found.values()) == {"ok"}


def rows_of(settings: Settings, view: str) -> list[tuple[object, ...]]:
    """What is published of the sources that are replayed."""
    with open_reader(settings.published_path) as connection:
        return connection.execute(
            "SELECT * FROM query_table(?) WHERE source IN (?, ?) ORDER BY ALL", [view, *REPLAYED]
        ).fetchall()


def test_replay_rebuilds_the_warehouse_from_the_raw_zone(replica_settings: Settings, tmp_path: Path) -> None:
    home = Settings(home=tmp_path / "rebuilt")
    for source in REPLAYED:
        shutil.copytree(replica_settings.raw_dir / source, home.raw_dir / source)
    done = run(home.home, "replay", "--json")
    assert done.returncode == 0, done.stderr
    for view in ("facts", "releases", "raw.fetch"):
        assert rows_of(home, view) == rows_of(replica_settings, view) != []
    again = run(home.home, "replay")
    assert again.returncode == 0
    assert "facts: 0 new, 0 changed, 0 gone" in again.stdout


def test_replay_of_an_empty_home_is_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path / "home", "replay")
    assert done.returncode == 2
    assert "holds no answers to replay; run `svodka run` first" in done.stderr


def test_a_source_is_checked_in_one_request(replica: Replica, tmp_path: Path) -> None:
    done = run(tmp_path, "sources", "check", "kz_economy", "--base-url", replica.base_url)
    assert done.returncode == 0
    assert done.stdout == (
        f"kz_economy: {replica.base_url} answers; economy is Министерство национальной экономики "
        "Республики Казахстан\n"
    )
    assert len(replica.log.requests(Endpoint.GRAPHQL)) == 1
    assert len(replica.log.requests()) == 2, "robots.txt is asked before"


def test_a_site_that_refuses_is_told_in_one_line(replica: Replica, tmp_path: Path) -> None:
    replica.faults.inject(not_allowed(), endpoint=Endpoint.GRAPHQL)
    done = run(tmp_path, "sources", "check", "kz_economy", "--base-url", replica.base_url)
    assert done.returncode == 3
    assert done.stderr.startswith("svodka: kz_economy: ")
    assert "notAllowed" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("shape", ["csv", "json", "jsonl"])
def test_every_fact_can_be_exported(shape: str, replica_settings: Settings, tmp_path: Path) -> None:
    target = tmp_path / f"facts.{shape}"
    done = run(replica_settings.home, "sql", "FROM facts ORDER BY fact_id", "--output", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.stat().st_size > 100_000
