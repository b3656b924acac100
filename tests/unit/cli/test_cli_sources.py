import json
from datetime import UTC, datetime

import pytest

from pipeline.cli import source_check, source_facts
from pipeline.cli.run_records import FetchRecord
from pipeline.errors import ExitCode, SourceRefused
from pipeline.settings import Settings
from pipeline.sources.adapter import SourceCheck
from pipeline.sources.registry import load_sources
from tests.unit.cli.command_line import CommandLine

pytestmark = pytest.mark.usefixtures("tmp_home")

AT = datetime(2026, 1, 31, 6, 5, tzinfo=UTC)


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> dict[str, FetchRecord]:
    """What Dagster remembers."""
    records = {"kz_economy": FetchRecord(AT, None), "kz_edu": FetchRecord(AT, "kz_edu: it is down")}
    monkeypatch.setattr(source_facts, "last_fetches", lambda _settings: records)
    return records


@pytest.mark.usefixtures("published", "fetched")
def test_every_source_is_listed_with_what_came_of_it(svodka: CommandLine) -> None:
    shown = svodka("sources")
    lines = {line.split()[0]: " ".join(line.split()) for line in shown.out.splitlines()[1:]}
    assert shown.code == ExitCode.OK
    assert list(lines) == [source.key for source in load_sources()]
    assert lines["kz_economy"].startswith("kz_economy Министерство национальной экономики economy govkz yes")
    assert lines["kz_economy"].endswith("yes 1 2025-12-01 2026-01-31 06:05 UTC ok")
    assert lines["kz_edu"].endswith("0 – 2026-01-31 06:05 UTC failed: kz_edu: it is down")
    assert lines["kz_maidd"].startswith(
        "kz_maidd Министерство искусственного интеллекта и цифрового развития maidd, mdai"
    )
    assert lines["kz_dsm"].endswith("yes 0 – –")


@pytest.mark.usefixtures("published", "fetched")
def test_the_same_as_json(svodka: CommandLine) -> None:
    told = {source["key"]: source for source in json.loads(svodka("sources", "--json").out)}
    assert told["kz_economy"]["releases"] == 1
    assert told["kz_economy"]["last_published_on"] == "2025-12-01"
    assert told["kz_economy"]["last_fetch"] == {"at": "2026-01-31T06:05:00+00:00", "error": None}
    assert told["kz_edu"]["last_fetch"]["error"] == "kz_edu: it is down"
    assert told["kz_dsm"]["last_fetch"] is None
    assert told["files"]["enabled"] is False


def test_a_family_and_a_home_where_nothing_ran(svodka: CommandLine, settings: Settings) -> None:
    told = json.loads(svodka("sources", "--family", "kz", "--json").out)
    assert {source["family"] for source in told} == {"kz"}
    assert {source["releases"] for source in told} == {0}
    assert not settings.home.exists()


def test_an_unknown_family_or_key_is_refused(svodka: CommandLine) -> None:
    assert "no family is called 'xx'; there are files, kz" in svodka("sources", "--family", "xx").err
    unknown = svodka("sources", "check", "xx")
    assert unknown.code == ExitCode.USAGE
    assert "no source is called 'xx'" in unknown.err


def answer_with(found: SourceCheck | SourceRefused, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_arguments: object, **_options: object) -> SourceCheck:
        if isinstance(found, SourceRefused):
            raise found
        return found

    monkeypatch.setattr(source_check, "check_source", check)


def test_a_slug_that_the_site_knows(svodka: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(SourceCheck("kz_tsm", {"tsm": "Министерство туризма", "sport": ""}, ()), monkeypatch)
    shown = svodka("sources", "check", "kz_tsm")
    assert shown.code == ExitCode.OK
    assert shown.out == (
        "kz_tsm: https://www.gov.kz answers; tsm is Министерство туризма; sport is listed without a name\n"
    )


def test_a_slug_that_the_site_does_not_know(svodka: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(SourceCheck("kz_tsm", {"tsm": "Министерство туризма"}, ("sport",)), monkeypatch)
    shown = svodka("sources", "check", "kz_tsm", "--json", "--base-url", "http://127.0.0.1:1")
    assert shown.code == ExitCode.CHECK_FAILED
    assert json.loads(shown.out) == {
        "source": "kz_tsm",
        "site": "http://127.0.0.1:1",
        "names": {"tsm": "Министерство туризма"},
        "unknown": ["sport"],
    }


def test_a_site_that_refuses(svodka: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(SourceRefused("kz_tsm", "robots.txt says no"), monkeypatch)
    shown = svodka("sources", "check", "kz_tsm")
    assert shown.code == ExitCode.SOME_SOURCES_FAILED
    assert shown.err == "svodka: kz_tsm: robots.txt says no\n"
