"""Opening real files: waiting for another process, saying who holds it, and surviving kills."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.unit.warehouse.builders import fetch, warc_file
from warehouse.checks import run_checks
from warehouse.connection import open_reader, open_writer, transaction
from warehouse.errors import WarehouseBusy, WarehouseMissing, WarehouseUnreadable
from warehouse.load import load_fetches
from warehouse.migrate import migrate

AT_ONCE = timedelta(0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    database = tmp_path / "warehouse.duckdb"
    with open_writer(database, wait=AT_ONCE) as connection:
        migrate(connection)
    return database


def _start(script: str, *arguments: object) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


_HOLD = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "read")
print("ready", flush=True)
sys.stdin.readline()
"""

# Stands between two statements of one load, having done the first of them.
_STOP_INSIDE_A_LOAD = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from tests.unit.warehouse.builders import fetch, warc_file
from warehouse import load
from warehouse.connection import open_writer

merge = load.merge

def merge_and_stop(connection, tally, step):
    if step.table == "raw.fetch":
        print("ready", flush=True)
        sys.stdin.readline()
    merge(connection, tally, step)

load.merge = merge_and_stop
with open_writer(Path(sys.argv[1]), wait=timedelta(0)) as connection:
    files = [warc_file(warc_path="second.warc.gz")]
    load.load_fetches(connection, files, [fetch(2, warc_path="second.warc.gz")])
"""

_STOP_INSIDE_MIGRATE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from warehouse import migrate
from warehouse.connection import open_writer

apply = migrate._apply

def apply_and_stop(connection, migration):
    if migration.number == 4:
        connection.begin()
        connection.execute(migration.sql)
        print("ready", flush=True)
        sys.stdin.readline()
    apply(connection, migration)

migrate._apply = apply_and_stop
with open_writer(Path(sys.argv[1]), wait=timedelta(0)) as connection:
    migrate.migrate(connection)
"""


def test_sessions_run_in_utc(path: Path) -> None:
    with open_writer(path, wait=AT_ONCE) as writer:
        assert writer.execute("SELECT current_setting('TimeZone')").fetchall() == [("UTC",)]
    with open_reader(path) as reader:
        assert reader.execute("SELECT current_setting('TimeZone')").fetchall() == [("UTC",)]


def test_a_writer_makes_the_file_and_closes_it(tmp_path: Path) -> None:
    with open_writer(tmp_path / "new.duckdb", wait=AT_ONCE) as connection:
        connection.execute("CREATE TABLE main.mine AS SELECT 1")

    with pytest.raises(duckdb.ConnectionException):
        connection.execute("SELECT 1")
    assert [file.name for file in tmp_path.iterdir()] == ["new.duckdb"]


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_writer_that_may_not_wait_names_the_holder(path: Path, mode: str) -> None:
    with _start(_HOLD, path, mode) as holder:
        with (
            pytest.raises(
                WarehouseBusy, match=rf"is held by process {holder.pid} \(.+\); waited 0 s; let it"
            ),
            open_writer(path, wait=AT_ONCE),
        ):
            pytest.fail("the file is held")
        holder.kill()


def test_a_writer_waits_until_the_holder_lets_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    with _start(_HOLD, path, "write") as holder:

        def let_go_at_the_second_pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 2:
                assert holder.stdin is not None
                holder.stdin.close()
                holder.wait()

        monkeypatch.setattr("warehouse.connection.time.sleep", let_go_at_the_second_pause)
        with open_writer(path, wait=timedelta(seconds=60)) as connection:
            assert connection.execute("SELECT count(*) FROM facts").fetchall() == [(0,)]
    assert len(pauses) == 2


def test_a_reader_is_told_of_a_writer(path: Path) -> None:
    with _start(_HOLD, path, "write") as holder:
        with (
            pytest.raises(WarehouseBusy, match=rf"held by process {holder.pid}.*use the published snapshot"),
            open_reader(path),
        ):
            pytest.fail("the file is held")
        holder.kill()


def test_readers_do_not_disturb_each_other(path: Path) -> None:
    with _start(_HOLD, path, "read") as other:
        with open_reader(path) as reader:
            assert reader.execute("SELECT count(*) FROM facts").fetchall() == [(0,)]
        other.kill()


def test_one_process_cannot_read_and_write_the_same_file(path: Path) -> None:
    with (
        open_writer(path, wait=AT_ONCE),
        pytest.raises(WarehouseBusy, match="is held by this very process, in the other mode"),
        open_reader(path),
    ):
        pytest.fail("the file is held")


def test_a_reader_of_nothing_says_what_to_do(tmp_path: Path) -> None:
    with (
        pytest.raises(WarehouseMissing, match=r"no database at .*none\.duckdb yet; run `svodka run` first"),
        open_reader(tmp_path / "none.duckdb"),
    ):
        pytest.fail("there is no file")


@pytest.mark.parametrize("content", ["no database", "x" * 100_000])
def test_a_file_that_is_no_database_is_not_waited_for(tmp_path: Path, content: str) -> None:
    (tmp_path / "text.duckdb").write_text(content)

    with (
        pytest.raises(
            WarehouseUnreadable, match=r"cannot open .*text\.duckdb as a database .*; check the path"
        ),
        open_writer(tmp_path / "text.duckdb", wait=timedelta(hours=1)),
    ):
        pytest.fail("it is no database")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(WarehouseUnreadable, match=r"cannot open .*none/warehouse\.duckdb"),
        open_writer(tmp_path / "none" / "warehouse.duckdb", wait=AT_ONCE),
    ):
        pytest.fail("there is no folder")


def test_an_error_inside_a_transaction_leaves_nothing(path: Path) -> None:
    with open_writer(path, wait=AT_ONCE) as connection:
        with pytest.raises(duckdb.CatalogException), transaction(connection):
            connection.execute("CREATE TABLE main.mine AS SELECT 1; CREATE TABLE main.mine AS SELECT 2")
        assert connection.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'mine'"
        ).fetchall() == [(0,)]


def test_a_process_killed_inside_a_load_leaves_what_was_there_before(path: Path) -> None:
    with open_writer(path, wait=AT_ONCE) as connection:
        load_fetches(connection, [warc_file()], [fetch(1)])

    with _start(_STOP_INSIDE_A_LOAD, path) as loader:
        loader.kill()

    with open_writer(path, wait=timedelta(seconds=10)) as connection:
        assert connection.execute("SELECT warc_path FROM raw.warc_file").fetchall() == [
            (warc_file().warc_path,)
        ]
        assert load_fetches(connection, [warc_file()], [fetch(1)]).is_unchanged
        failed = [
            outcome.check.name
            for outcome in run_checks(connection)
            if outcome.check.blocking and not outcome.passed
        ]
    assert failed == []


def test_a_process_killed_inside_a_migration_leaves_the_ones_before_it(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with _start(_STOP_INSIDE_MIGRATE, path) as migrator:
        migrator.kill()

    with open_writer(path, wait=timedelta(seconds=10)) as connection:
        assert connection.execute("SELECT max(number) FROM meta.migration").fetchall() == [(3,)]
        assert [name[:4] for name in migrate(connection)] == ["0004", "0005"]
        assert all(outcome.passed for outcome in run_checks(connection))


def test_threads_of_one_process_may_migrate_and_load_at_once(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"

    def load_all() -> int:
        with open_writer(path, wait=AT_ONCE) as connection:
            migrate(connection)
            return load_fetches(connection, [warc_file()], [fetch(number) for number in range(200)]).added

    with ThreadPoolExecutor(8) as threads:
        added = [thread.result() for thread in [threads.submit(load_all) for _ in range(8)]]

    assert sorted(added) == [0] * 7 + [201]
    with open_reader(path) as connection:
        counts = connection.execute("SELECT count(*), count(DISTINCT fetch_id) FROM raw.fetch").fetchall()
    assert counts == [(200, 200)]


def test_a_database_that_is_up_to_date_is_not_written_to(path: Path) -> None:
    before = path.read_bytes()

    with open_writer(path, wait=AT_ONCE) as connection:
        assert migrate(connection) == []

    assert path.read_bytes() == before
