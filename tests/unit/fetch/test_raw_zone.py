from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pytest

from pipeline.errors import SettingsError, SourceError
from pipeline.fetch.raw_zone import RawZone

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def filling(content: bytes, *, keep: bool = True) -> Callable[[BinaryIO], bool]:
    def fill(out: BinaryIO) -> bool:
        out.write(content)
        return keep

    return fill


def test_a_complete_file_has_its_name_and_no_other(tmp_path: Path) -> None:
    zone = RawZone(tmp_path)
    with zone.locked("kz_moa"):
        path = zone.write("kz_moa", "0123456789", START, filling(b"abc"))

    assert path == tmp_path / "kz_moa" / "kz_moa-20260302T093000000000Z-01234567.warc.gz"
    assert path.read_bytes() == b"abc"
    assert zone.warc_files() == (path,)


def test_what_is_not_worth_keeping_leaves_nothing(tmp_path: Path) -> None:
    zone = RawZone(tmp_path)
    with zone.locked("kz_moa"):
        assert zone.write("kz_moa", "run", START, filling(b"abc", keep=False)) is None

    assert [path.name for path in (tmp_path / "kz_moa").iterdir() if path.name != ".lock"] == []


def test_a_fetch_that_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    zone = RawZone(tmp_path)

    def fails(out: BinaryIO) -> bool:
        out.write(b"half")
        raise OSError("cut")

    with pytest.raises(OSError, match="cut"), zone.locked("kz_moa"):
        zone.write("kz_moa", "run", START, fails)
    assert [path.name for path in (tmp_path / "kz_moa").iterdir() if path.name != ".lock"] == []


def test_what_a_killed_run_left_is_invisible_and_removed_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "kz_moa"
    folder.mkdir()
    half = folder / ".kz_moa-20260301T000000000000Z-deadbeef.warc.gz.part"
    half.write_bytes(b"half")
    zone = RawZone(tmp_path)

    assert zone.warc_files() == ()
    with zone.locked("kz_moa"):
        assert not half.exists()


def test_two_runs_do_not_fetch_one_source_at_once(tmp_path: Path) -> None:
    zone = RawZone(tmp_path)
    with zone.locked("kz_moa"):
        with pytest.raises(SourceError, match="kz_moa: another run"), zone.locked("kz_moa"):
            raise AssertionError("not reached")
        with zone.locked("kz_mfa"):
            pass


def test_example_and_real_data_are_kept_apart(tmp_path: Path) -> None:
    zone = RawZone(tmp_path)
    zone.require_origin("live")
    zone.claim("replica")
    zone.claim("replica")

    zone.require_origin("replica")
    for refused in (zone.require_origin, zone.claim):
        with pytest.raises(SettingsError, match=r"holds replica releases.*or delete this one"):
            refused("live")
