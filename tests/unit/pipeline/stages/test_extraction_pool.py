"""Who reads the texts: this process or several, and what happens when one dies."""

import os
from datetime import date

import pytest

from extractors import Extraction
from pipeline.errors import SvodkaError
from pipeline.stages import extraction_pool
from pipeline.stages.extraction_pool import CHARACTERS_WORTH_A_POOL, readers
from pipeline.stages.text import Text

TEXTS = [Text(f"v{number}", "kz_edu", "текст", date(2026, 1, 5)) for number in range(3)]


def nothing(_text: str, **_options: object) -> Extraction:
    return Extraction((), ())


def die(_text: str, **_options: object) -> Extraction:
    os._exit(9)


def test_little_text_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction_pool, "ProcessPoolExecutor", _no_pool)
    with readers("none", nothing, characters=CHARACTERS_WORTH_A_POOL - 1) as read:
        assert [one.extraction.version_id for one in read(TEXTS)] == ["v0", "v1", "v2"]


def test_much_text_is_read_by_as_many_processes_as_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction_pool, "ProcessPoolExecutor", _no_pool)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    with (
        pytest.raises(_PoolWantedError, match="7"),
        readers("none", nothing, characters=CHARACTERS_WORTH_A_POOL),
    ):
        pytest.fail("read here")


def test_a_process_that_dies_is_said_in_one_line() -> None:
    with (
        pytest.raises(SvodkaError, match=r"died.*run again: what was read so far is stored"),
        readers("none", die, characters=1, processes=2) as read,
    ):
        list(read(TEXTS))


class _PoolWantedError(Exception):
    pass


def _no_pool(workers: int, **_options: object) -> None:
    raise _PoolWantedError(workers)
