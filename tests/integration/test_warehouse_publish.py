"""Publishing with real files: what readers see, what is left out, and what a killed publisher leaves."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.unit.warehouse.builders import extraction, fact, fetch, parsed, release, version, warc_file
from warehouse.connection import open_reader, open_writer
from warehouse.digest import schema_digest, table_digests
from warehouse.errors import WarehouseBusy, WarehouseError, WarehouseMissing
from warehouse.load import load_extractions, load_fetches, load_releases
from warehouse.migrate import migrate
from warehouse.publish import publish

AT_ONCE = timedelta(0)


def _fill(path: Path, numbers: range) -> None:
    """Add one release with one fact for each number."""
    with open_writer(path, wait=AT_ONCE) as connection:
        migrate(connection)
        load_fetches(connection, [warc_file()], [fetch(number) for number in numbers])
        versions = [version(release(number), fetch(number)) for number in numbers]
        load_releases(
            connection,
            [release(number) for number in numbers],
            versions,
            [parsed(fetch(number)) for number in numbers],
            [],
        )
        load_extractions(
            connection, [extraction(row) for row in versions], [fact(row) for row in versions], [], []
        )


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    warehouse, published = tmp_path / 'ware\'house "1".duckdb', tmp_path / "published.duckdb"
    _fill(warehouse, range(1, 3))
    return warehouse, published


def test_the_snapshot_holds_what_the_warehouse_holds(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths

    result = publish(warehouse, published)

    assert not result.unchanged
    assert result.size_bytes == published.stat().st_size
    with open_writer(warehouse, wait=AT_ONCE) as source, open_reader(published) as snapshot:
        assert table_digests(snapshot) == table_digests(source) == result.tables
        assert schema_digest(snapshot) == schema_digest(source)
        assert snapshot.execute("SELECT count(*), count(DISTINCT url) FROM facts").fetchone() == (2, 2)


def test_views_and_comments_survive(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)

    with open_reader(published) as snapshot:
        silent = snapshot.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
        ).fetchall()
        views = snapshot.execute("SELECT count(*) FROM duckdb_views() WHERE NOT internal").fetchall()
        silent_views = snapshot.execute(
            "SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal"
        ).fetchall()

    assert (silent, silent_views) == ([], [])
    assert views[0][0] >= 11


def test_the_folder_holds_no_log_and_no_unfinished_file(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)

    assert sorted(path.name for path in published.parent.iterdir()) == [published.name, warehouse.name]


def test_the_snapshot_is_read_only(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)

    assert stat.S_IMODE(published.stat().st_mode) == 0o444
    with open_reader(published) as snapshot, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        snapshot.execute("DELETE FROM core.fact")


def test_the_same_content_is_not_published_again(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    before = published.stat()
    _fill(warehouse, range(1, 3))

    assert publish(warehouse, published).unchanged

    assert (published.stat().st_ino, published.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_changed_row_is_published(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    row = version(release(1), fetch(1))
    with open_writer(warehouse, wait=AT_ONCE) as connection:
        load_extractions(connection, [extraction(row)], [fact(row, unit="KZT")], [], [])

    assert not publish(warehouse, published).unchanged

    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts WHERE unit = 'KZT'").fetchone() == (1,)


def test_a_changed_comment_is_published(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    with open_writer(warehouse, wait=AT_ONCE) as connection:
        connection.execute("COMMENT ON VIEW main.facts IS 'said anew'")

    assert not publish(warehouse, published).unchanged


@pytest.mark.parametrize("left", [b"", b"no database at all", None])
def test_a_snapshot_that_cannot_be_read_is_replaced(paths: tuple[Path, Path], left: bytes | None) -> None:
    warehouse, published = paths
    if left is None:
        duckdb.connect(published).close()  # a database without our schema
    else:
        published.write_bytes(left)

    assert not publish(warehouse, published).unchanged

    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts").fetchone() == (2,)


def test_without_a_warehouse_there_is_nothing_to_publish(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissing, match=r"no warehouse at .*none\.duckdb yet; run"):
        publish(tmp_path / "none.duckdb", tmp_path / "published.duckdb")

    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_that_cannot_be_written_leaves_the_old_one(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    _fill(warehouse, range(3, 4))

    with pytest.raises(
        WarehouseError, match=r"could not be written to .*none/published\.duckdb.*; check the space"
    ):
        publish(warehouse, published.parent / "none" / "published.duckdb")
    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts").fetchone() == (2,)


def test_an_open_reader_of_the_snapshot_does_not_hold_up_the_writer(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    with _other_process(_HOLD_READER, published):
        _fill(warehouse, range(3, 6))

        assert not publish(warehouse, published, wait=AT_ONCE).unchanged

    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts").fetchone() == (5,)


def test_a_log_left_beside_the_old_snapshot_does_no_harm(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    published.chmod(0o644)
    with _other_process(_HOLD_WRITER_WITH_LOG, published) as writer:
        writer.kill()
    assert published.with_name("published.duckdb.wal").exists()
    _fill(warehouse, range(3, 4))

    publish(warehouse, published)

    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts").fetchone() == (3,)


def test_the_holder_is_named_when_the_warehouse_is_taken(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    with (
        _other_process(_HOLD_WRITER, warehouse) as holder,
        pytest.raises(WarehouseBusy, match=rf"is held by process {holder.pid} \(.*\); waited 0\.1 s"),
    ):
        publish(warehouse, published, wait=timedelta(seconds=0.1))

    assert not published.exists()


def test_a_publisher_killed_midway_leaves_the_old_snapshot_and_its_rest_is_removed(
    paths: tuple[Path, Path],
) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    _fill(warehouse, range(3, 4))
    with _other_process(_KILL_BEFORE_SWAP, warehouse, published) as publisher:
        assert publisher.wait(timeout=60) == -signal.SIGKILL
    unfinished = published.with_name("published.duckdb.unfinished")
    assert unfinished.exists()
    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts").fetchone() == (2,)

    assert not publish(warehouse, published, wait=timedelta(seconds=10)).unchanged

    assert not unfinished.exists()
    with open_reader(published) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM facts").fetchone() == (3,)


def test_a_reader_in_a_loop_never_fails_while_snapshots_are_swapped_in(paths: tuple[Path, Path]) -> None:
    warehouse, published = paths
    publish(warehouse, published)
    with _other_process(_READ_IN_A_LOOP, published) as reader:
        for number in range(3, 11):
            _fill(warehouse, range(number, number + 1))
            assert not publish(warehouse, published).unchanged
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.close()
        counts = [int(line) for line in reader.stdout.read().split()]
        assert reader.wait(timeout=60) == 0, "the reader failed; its error is above"

    assert counts == sorted(counts), "a reader never goes back to an older snapshot"
    assert counts[-1] == 10
    assert len(set(counts)) > 3


class _Process(subprocess.Popen[str]):
    """A Python process that has said that it is ready, killed at the end of the block."""

    def __exit__(self, *error: object) -> None:
        self.kill()
        super().__exit__(*error)


def _other_process(script: str, *arguments: Path) -> _Process:
    process = _Process(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


_HOLD_READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
connection.execute("SELECT count(*) FROM facts").fetchall()
print("ready", flush=True)
sys.stdin.read()
"""

_HOLD_WRITER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("ready", flush=True)
sys.stdin.read()
"""

_HOLD_WRITER_WITH_LOG = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("CREATE TABLE main.mine AS SELECT 1")
print("ready", flush=True)
sys.stdin.read()
"""

_KILL_BEFORE_SWAP = """
import os, signal, sys
from pathlib import Path
from warehouse import publish
publish._swap_in = lambda unfinished, published_path: os.kill(os.getpid(), signal.SIGKILL)
print("ready", flush=True)
publish.publish(Path(sys.argv[1]), Path(sys.argv[2]))
"""

# Every query opens the snapshot anew, as `svodka sql` does, and prints how many facts it saw.
_READ_IN_A_LOOP = """
import sys, threading
from pathlib import Path
from warehouse.connection import open_reader
closed = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), closed.set()), daemon=True).start()
print("ready", flush=True)
while True:
    last = closed.is_set()
    with open_reader(Path(sys.argv[1])) as connection:
        print(connection.execute("SELECT count(*) FROM facts").fetchall()[0][0], flush=True)
    if last:
        break
"""
