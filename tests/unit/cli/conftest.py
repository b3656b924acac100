"""A home with a small published database, and the command line in the test's own process."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.settings import Settings
from tests.unit.cli.command_line import CommandLine
from tests.unit.warehouse.builders import (
    extraction,
    fact,
    fetch,
    parse_problem,
    parsed,
    rejected,
    release,
    version,
    warc_file,
)
from warehouse.connection import open_writer
from warehouse.load import load_extractions, load_fetches, load_releases
from warehouse.migrate import migrate
from warehouse.publish import publish


@pytest.fixture
def svodka(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(monkeypatch, capsys)


@pytest.fixture
def settings(tmp_home: Path) -> Settings:
    """Settings of a home that is not there yet."""
    return Settings(home=tmp_home)


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """One published release, one fact, one rejected number and one problem."""
    settings = Settings(home=tmp_path_factory.mktemp("published"))
    stored = fetch()
    text = version(release(), stored)
    with open_writer(settings.warehouse_path, wait=timedelta()) as connection:
        migrate(connection)
        load_fetches(connection, [warc_file()], [stored])
        load_releases(connection, [release()], [text], [parsed(stored)], [parse_problem(stored)])
        load_extractions(connection, [extraction(text, rejected_count=1)], [fact(text)], [rejected(text)], [])
    publish(settings.warehouse_path, settings.published_path)
    return settings


@pytest.fixture
def published(published_once: Settings, settings: Settings) -> Settings:
    """Settings of a home of the test's own with a small published database."""
    shutil.copytree(published_once.home, settings.home)
    return settings
