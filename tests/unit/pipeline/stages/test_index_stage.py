"""Files in the raw zone that are in no index, good and damaged."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.fetch.collect import fetch_source
from pipeline.settings import Settings
from pipeline.sources.adapter import Window
from pipeline.sources.files import files_source
from pipeline.stages.index import index
from pipeline.stages.release import release
from pipeline.stages.warehouse import open_warehouse


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home whose raw zone holds two files of one text each, and no index."""
    home = Settings(home=tmp_path / "home", lock_wait=timedelta())
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / f"2026-01-0{number}.txt").write_text(f"Открыто {number} школ.", encoding="utf-8")
        fetch_source(files_source(folder), Window(date.min), settings=home)
    return home


def test_what_is_in_no_index_is_indexed_once(settings: Settings) -> None:
    first = index(settings)
    assert (first.files, first.counts.added, first.damaged) == (2, 4, ())
    again = index(settings)
    assert (again.files, again.counts.is_unchanged, again.damaged) == (0, True, ())


def test_a_damaged_file_is_named_and_costs_no_other(settings: Settings) -> None:
    [damaged, _whole] = sorted(settings.raw_dir.glob("files/*.warc.gz"))
    damaged.write_bytes(damaged.read_bytes()[:-40])
    outcome = index(settings)
    assert outcome.files == 1
    assert [damaged.name in str(error) for error in outcome.damaged] == [True]
    assert damaged.exists()
    assert release(settings).payloads == 1


@pytest.mark.parametrize(
    "error", [RuntimeError("Query interrupted"), RuntimeError("INTERRUPT Error: Query interrupted")]
)
def test_what_duckdb_makes_of_ctrl_c_is_ctrl_c_again(settings: Settings, error: Exception) -> None:
    with pytest.raises(KeyboardInterrupt), open_warehouse(settings):
        raise error


def test_other_errors_inside_stay_what_they_are(settings: Settings) -> None:
    with pytest.raises(RuntimeError, match="something else"), open_warehouse(settings):
        raise RuntimeError("something else")
