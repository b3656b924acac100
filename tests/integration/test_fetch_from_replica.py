"""Fetching and parsing over real HTTP: everything lands, twice is once, each fault fails alone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.errors import SourceChanged, SourceError, SourceRefused, SourceUnreachable
from pipeline.fetch.collect import FetchOutcome, check_source, fetch_source
from pipeline.fetch.raw_zone import RawZone
from pipeline.fetch.warc_index import index_warc
from pipeline.parse.release import ParsedFetch, parse_archived
from pipeline.replica import (
    ROBOTS_DISALLOW,
    ROBOTS_ERROR,
    ROBOTS_MISSING,
    Answer,
    Down,
    Endpoint,
    Oversized,
    Replica,
    Reset,
    Slow,
    Truncated,
    graphql_errors,
    html_instead_of_json,
    not_allowed,
    server_error,
    small_json,
    too_many_requests,
)
from pipeline.replica.faults import Fault
from pipeline.replica.fixtures import ReleaseText
from pipeline.settings import Settings
from pipeline.sources.adapter import Window
from pipeline.sources.registry import load_sources, source_by_key
from warehouse.rows import FetchRow

ALL = Window(date(2020, 1, 1))
Fetch = Callable[..., FetchOutcome]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path, retries=1, request_timeout=timedelta(seconds=5), contact="mailto:desk@example.org"
    )


@pytest.fixture
def fetch(replica: Replica, settings: Settings) -> Fetch:
    def one(key: str, *, known: tuple[FetchRow, ...] = (), settings: Settings = settings) -> FetchOutcome:
        return fetch_source(
            source_by_key(key), ALL, settings=settings, base_url_override=replica.base_url, known=known
        )

    return one


def parsed(settings: Settings, outcome: FetchOutcome) -> list[ParsedFetch]:
    return [parse_archived(settings.raw_dir, row) for row in outcome.fetches]


def versions(settings: Settings, outcome: FetchOutcome) -> dict[str, str]:
    """Version by release of everything an outcome brought."""
    return {
        version.release_id: version.version_id
        for one in parsed(settings, outcome)
        for version in one.versions
        if version.language == "ru"
    }


def test_every_release_of_every_ministry_lands_once_and_readable(
    replica: Replica, fetch: Fetch, settings: Settings, release_texts: tuple[ReleaseText, ...]
) -> None:
    keys = [source.key for source in load_sources() if source.slug in replica.slugs]
    everything = [one for key in keys for one in parsed(settings, fetch(key))]

    assert [problem for one in everything for problem in one.problems] == []
    releases = {release.native_id: release for one in everything for release in one.releases}
    assert set(releases) == {str(text.front.id) for text in release_texts}
    assert {release.host for release in releases.values()} == {"replica.test"}
    bodies = [version.body for one in everything for version in one.versions]
    assert not any("<p" in body or "&nbsp" in body or "\u00ad" in body for body in bodies)
    languages = {version.language for one in everything for version in one.versions}
    assert languages >= {"ru", "kk", "en"}


def test_fetching_again_from_another_port_brings_nothing_new(
    fetch: Fetch, settings: Settings, release_texts: tuple[ReleaseText, ...]
) -> None:
    first = fetch("kz_economy")

    with Replica(release_texts) as elsewhere:
        again = fetch_source(
            source_by_key("kz_economy"),
            ALL,
            settings=settings,
            base_url_override=elsewhere.base_url,
            known=first.fetches,
        )

    assert (again.warc_file, again.fetches) == (None, ())
    assert again.unchanged == again.requests == first.requests
    assert len(RawZone(settings.raw_dir).warc_files()) == 1


def test_an_edited_release_is_a_new_version_of_the_same_release(
    replica: Replica, fetch: Fetch, settings: Settings, release_texts: tuple[ReleaseText, ...]
) -> None:
    edited = next(text for text in release_texts if text.version == 2)
    key = next(source.key for source in load_sources() if source.slug == edited.slug)
    first = fetch(key)
    replica.edition = 2
    second = fetch(key, known=first.fetches)

    before, after = versions(settings, first), versions(settings, second)
    changed = [release for release, version in after.items() if before.get(release) != version]
    assert len(changed) >= 1
    assert set(changed) <= set(before)


def test_a_release_under_two_slugs_is_one_release(
    fetch: Fetch, settings: Settings, release_texts: tuple[ReleaseText, ...]
) -> None:
    shared = next(text for text in release_texts if text.front.also_under)
    keys = [source.key for source in load_sources() if source.slug in (shared.slug, *shared.front.also_under)]

    found = [versions(settings, fetch(key)) for key in keys]

    common = set(found[0]) & set(found[1])
    assert common
    assert all(found[0][release] == found[1][release] for release in common)


def test_we_behave(replica: Replica, fetch: Fetch) -> None:
    fetch("kz_maidd")

    asked = replica.log.requests()
    assert [index for index, one in enumerate(asked) if one.endpoint is Endpoint.ROBOTS] == [0]
    assert {one.request.headers["user-agent"] for one in asked} == {"svodka/0.1.0 (+mailto:desk@example.org)"}
    assert {one.request.headers.get("accept-language") for one in asked[1:]} == {"ru"}
    assert {one.connection for one in asked} == {asked[0].connection}, "one host, one connection"


@pytest.mark.parametrize(
    ("fault", "error", "message"),
    [
        (Down(), SourceUnreachable, "RemoteProtocolError"),
        (Reset(), SourceUnreachable, "ReadError|WriteError|RemoteProtocolError"),
        (Truncated(), SourceUnreachable, "RemoteProtocolError"),
        (Oversized(total_bytes=200_000), SourceUnreachable, "longer than 100000 bytes"),
        (not_allowed(), SourceRefused, "refuses automated access"),
        (html_instead_of_json(), SourceChanged, "text/html instead of JSON"),
        (small_json(), SourceChanged, r"no list data\.news"),
        (graphql_errors(), SourceChanged, "GraphQL errors"),
        (too_many_requests("0"), SourceUnreachable, "HTTP 429 after every retry"),
        (too_many_requests("7200"), SourceUnreachable, "ask again in 7200 s"),
        (server_error(500), SourceUnreachable, "HTTP 500"),
        (server_error(503), SourceUnreachable, "HTTP 503 after every retry"),
        (server_error(504), SourceUnreachable, "HTTP 504"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, (Answer, Down, Reset)) else None,
)
def test_a_broken_source_fails_alone_in_one_line_and_keeps_nothing(
    *,
    replica: Replica,
    fetch: Fetch,
    settings: Settings,
    fault: Fault,
    error: type[SourceError],
    message: str,
) -> None:
    replica.faults.inject(fault, slug="economy")
    small = settings.model_copy(update={"response_limit_bytes": 100_000})

    with pytest.raises(error, match=message) as caught:
        fetch("kz_economy", settings=small)

    assert str(caught.value).startswith("kz_economy: ")
    assert "\n" not in str(caught.value)
    assert "; " in str(caught.value), "it says what to do"
    assert fetch("kz_minfin", settings=small).warc_file is not None
    assert [path.parent.name for path in RawZone(settings.raw_dir).warc_files()] == ["kz_minfin"]


@pytest.mark.parametrize(
    "fault",
    [Down(), Truncated(), too_many_requests("0"), server_error(502), server_error(503), server_error(504)],
)
def test_a_passing_fault_is_outlasted(replica: Replica, fetch: Fetch, fault: Fault) -> None:
    replica.faults.inject(fault, slug="economy", times=1)

    assert fetch("kz_economy").fetches != ()


def test_a_page_instead_of_json_is_outlasted_with_smaller_pages(replica: Replica, fetch: Fetch) -> None:
    replica.faults.inject(html_instead_of_json(), slug="economy", times=2)

    outcome = fetch("kz_economy")

    assert all("_size: 10" in (row.request_body or "") for row in outcome.fetches)


def test_an_answer_that_does_not_come_is_given_up(replica: Replica, fetch: Fetch, settings: Settings) -> None:
    replica.faults.inject(Slow(), slug="economy")
    impatient = settings.model_copy(update={"request_timeout": timedelta(milliseconds=100), "retries": 0})

    with pytest.raises(SourceUnreachable, match="ReadTimeout"):
        fetch("kz_economy", settings=impatient)


def test_a_site_that_is_gone_is_unreachable(settings: Settings, replica: Replica) -> None:
    replica.stop()

    with pytest.raises(SourceUnreachable, match=r"robots\.txt cannot be read \(ConnectError"):
        fetch_source(source_by_key("kz_economy"), ALL, settings=settings, base_url_override=replica.base_url)


def test_robots_decide(replica: Replica, fetch: Fetch) -> None:
    replica.robots = ROBOTS_DISALLOW
    with pytest.raises(SourceRefused, match=r"robots\.txt does not allow it"):
        fetch("kz_economy")
    replica.robots = ROBOTS_ERROR
    with pytest.raises(SourceUnreachable, match="counts as forbidden"):
        fetch("kz_economy")
    assert replica.log.requests(Endpoint.GRAPHQL) == ()
    replica.robots = ROBOTS_MISSING
    assert fetch("kz_economy").fetches != ()


def test_the_replica_knows_the_ministries_by_name(replica: Replica, settings: Settings) -> None:
    source = source_by_key("kz_economy")

    check = check_source(source, settings=settings, base_url_override=replica.base_url)

    assert check.unknown == ()
    assert check.names == {"economy": source.names.ru}


def test_a_killed_fetch_leaves_nothing_that_anything_trips_over(
    replica: Replica, fetch: Fetch, settings: Settings
) -> None:
    slow = Slow()
    replica.faults.inject(slow, slug="mdai")
    program = (
        "from datetime import date\n"
        "from pipeline.fetch.collect import fetch_source\n"
        "from pipeline.settings import Settings\n"
        "from pipeline.sources.adapter import Window\n"
        "from pipeline.sources.registry import source_by_key\n"
        f"fetch_source(source_by_key('kz_maidd'), Window(date(2020, 1, 1)), settings=Settings(), "
        f"base_url_override={replica.base_url!r})\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], env={**os.environ, "SVODKA_HOME": str(settings.home)}
    )
    try:
        assert slow.reached.wait(timeout=60), "the fetch got as far as the second project"
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
    folder = settings.raw_dir / "kz_maidd"
    assert len(list(folder.glob(".*.part"))) == 1
    assert RawZone(settings.raw_dir).warc_files() == ()

    replica.faults.clear()
    outcome = fetch("kz_maidd")

    assert outcome.fetches != ()
    assert list(folder.glob(".*.part")) == []


def test_a_file_that_was_never_indexed_gives_the_same_rows(fetch: Fetch, settings: Settings) -> None:
    outcome = fetch("kz_economy")

    (path,) = RawZone(settings.raw_dir).warc_files()
    index = index_warc(settings.raw_dir, path)

    assert (index.warc_file, index.fetches) == (outcome.warc_file, outcome.fetches)
