import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import httpx
import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.errors import SettingsError, SourceUnreachable
from pipeline.fetch.client import PoliteClient
from pipeline.fetch.collect import check_source, fetch_source
from pipeline.fetch.exchange import Exchange
from pipeline.fetch.raw_zone import RawZone
from pipeline.fetch.warc_index import index_warc
from pipeline.settings import Settings
from pipeline.sources.adapter import Window
from pipeline.sources.files import files_source
from pipeline.sources.registry import source_by_key

WINDOW = Window(date(2026, 1, 1))
REPLICA = "http://127.0.0.1:9"
MakeClient = Callable[..., PoliteClient]


class Site:
    """Two pages of two items each, which a test may change."""

    def __init__(self) -> None:
        self.pages = {1: [4, 3], 2: [2, 1]}
        self.fails_at: int | None = None

    def answer(self, request: httpx.Request) -> httpx.Response:
        query = json.loads(request.content)["query"]
        if "projectdetails" in query:
            return httpx.Response(
                200, json={"data": {"projectdetails": [{"id": "economy", "project_name": "МНЭ"}]}}
            )
        page = int(query.split("_page: ")[1].split(",")[0])
        if page == self.fails_at:
            return httpx.Response(502)
        items = [
            {"id": n, "title": f"t{n}", "body": f"<p>{n}</p>", "created_date": "2026-02-01T10:00:00Z"}
            for n in self.pages.get(page, [])
        ]
        return httpx.Response(200, json={"data": {"news": items}})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def client(site: Site, make_client: MakeClient) -> PoliteClient:
    return make_client(site.answer)


def warc_names(settings: Settings) -> list[str]:
    return [path.name for path in RawZone(settings.raw_dir).warc_files()]


def test_a_fetch_writes_one_file_and_returns_its_index(settings: Settings, client: PoliteClient) -> None:
    seen: list[Exchange] = []

    outcome = fetch_source(
        source_by_key("kz_economy"),
        WINDOW,
        settings=settings,
        run_id="r" * 32,
        client=client,
        on_exchange=seen.append,
    )

    assert (outcome.source, outcome.requests, outcome.unchanged) == ("kz_economy", 2, 0)
    assert outcome.warc_file is not None
    assert outcome.warc_file.run_id == "r" * 32
    path = settings.raw_dir / outcome.warc_file.warc_path
    assert outcome.fetches == index_warc(settings.raw_dir, path).fetches
    assert [row.url for row in outcome.fetches] == ["https://www.gov.kz/graphql"] * 2
    assert len(seen) == 2


def test_the_replica_is_recorded_under_its_own_name(settings: Settings, client: PoliteClient) -> None:
    outcome = fetch_source(
        source_by_key("kz_economy"), WINDOW, settings=settings, client=client, base_url_override=REPLICA
    )

    assert {row.url for row in outcome.fetches} == {"http://replica.test/graphql"}


def test_fetching_the_same_again_keeps_no_file(settings: Settings, client: PoliteClient) -> None:
    source = source_by_key("kz_economy")
    first = fetch_source(source, WINDOW, settings=settings, client=client)

    second = fetch_source(source, WINDOW, settings=settings, client=client, known=first.fetches)

    assert (second.requests, second.unchanged, second.warc_file, second.fetches) == (2, 2, None, ())
    assert len(warc_names(settings)) == 1


def test_only_what_is_new_is_stored_and_the_rest_is_a_revisit(
    settings: Settings, site: Site, client: PoliteClient
) -> None:
    source = source_by_key("kz_economy")
    first = fetch_source(source, WINDOW, settings=settings, client=client)
    site.pages[1] = [5, 3]

    second = fetch_source(source, WINDOW, settings=settings, client=client, known=first.fetches)

    assert (second.requests, second.unchanged, len(second.fetches)) == (2, 1, 1)
    assert second.warc_file is not None
    with (settings.raw_dir / second.warc_file.warc_path).open("rb") as stream:
        types = [record.rec_type for record in ArchiveIterator(stream)]
    assert types == ["warcinfo", "response", "request", "revisit", "request"]


def test_a_source_that_fails_midway_keeps_nothing(
    settings: Settings, site: Site, client: PoliteClient
) -> None:
    site.fails_at = 2

    with pytest.raises(SourceUnreachable, match="HTTP 502"):
        fetch_source(source_by_key("kz_economy"), WINDOW, settings=settings, client=client)

    assert warc_names(settings) == []
    assert list((settings.raw_dir / "kz_economy").glob(".*part")) == []


def test_a_failed_fetch_does_not_claim_the_raw_zone(
    settings: Settings, site: Site, client: PoliteClient
) -> None:
    source = source_by_key("kz_economy")
    site.fails_at = 1
    with pytest.raises(SourceUnreachable):
        fetch_source(source, WINDOW, settings=settings, client=client)
    site.fails_at = None

    fetch_source(source, WINDOW, settings=settings, client=client, base_url_override=REPLICA)
    with pytest.raises(SettingsError, match="holds replica releases"):
        fetch_source(source, WINDOW, settings=settings, client=client)


def test_files_may_join_either_kind_of_data(settings: Settings, client: PoliteClient, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Собрано 5 тонн.", encoding="utf-8")
    fetch_source(
        source_by_key("kz_economy"), WINDOW, settings=settings, client=client, base_url_override=REPLICA
    )

    outcome = fetch_source(files_source(tmp_path / "in"), WINDOW, settings=settings, client=client)

    assert [row.url for row in outcome.fetches] == ["file://files/a.txt"]


def test_equal_files_are_two_payloads_because_they_have_two_names(
    settings: Settings, client: PoliteClient, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text("Собрано 5 тонн.", encoding="utf-8")

    outcome = fetch_source(files_source(tmp_path / "in"), WINDOW, settings=settings, client=client)
    again = fetch_source(
        files_source(tmp_path / "in"), WINDOW, settings=settings, client=client, known=outcome.fetches
    )

    assert len(outcome.fetches) == 2
    assert again.warc_file is None


def test_a_source_is_checked_against_the_sites_own_list(settings: Settings, client: PoliteClient) -> None:
    known = check_source(source_by_key("kz_economy"), settings=settings, client=client)
    unknown = check_source(source_by_key("kz_tsm"), settings=settings, client=client)

    assert (known.names, known.unknown) == ({"economy": "МНЭ"}, ())
    assert (unknown.names, unknown.unknown) == ({}, ("tsm", "sport"))
