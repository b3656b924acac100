"""Fixtures that every kind of test may need; what only one part needs stands with its tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.replica import DEFAULT_FIXTURES_DIR, Replica
from pipeline.replica.fixtures import ReleaseText, load_fixtures

# A busy machine fails no property: how fast anything is belongs to the benchmarks.
settings.register_profile("svodka", deadline=None)
settings.load_profile("svodka")


def pytest_xdist_auto_num_workers() -> int:
    """Four at least, on two cores too: a test that waits for a process leaves its core to others."""
    return max(4, os.cpu_count() or 1)


@pytest.fixture(scope="session")
def release_texts() -> tuple[ReleaseText, ...]:
    """The releases of our own writing, read once."""
    return load_fixtures(DEFAULT_FIXTURES_DIR)


@pytest.fixture
def replica(release_texts: tuple[ReleaseText, ...]) -> Iterator[Replica]:
    """A replica of its own for the test, with the releases of our own writing."""
    with Replica(release_texts) as running:
        yield running


@pytest.fixture
def tmp_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home that `Settings()` points to, and nothing of the caller's environment."""
    home = tmp_path / "home"
    for name in [name for name in os.environ if name.startswith("SVODKA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SVODKA_HOME", str(home))
    return home
