import json
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.exchange import Exchange, Request
from pipeline.fetch.recording import Recording
from pipeline.fetch.warc_index import index_warc
from pipeline.parse.release import PARSER_VERSION, ParsedFetch, parse_archived, parse_fetch
from pipeline.sources.registry import source_by_key
from warehouse.ids import stable_hash
from warehouse.rows import FetchRow

FETCHED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FETCH = FetchRow(
    fetch_id="f" * 32,
    source="kz_economy",
    family="kz",
    adapter="govkz",
    url="https://www.gov.kz/graphql",
    method="POST",
    request_body=json.dumps({"query": 'query { news(projects: "eq:economy") { id } }'}),
    status=200,
    content_type="application/json",
    fetched_at=FETCHED,
    payload_digest="sha256:0",
    payload_bytes=1,
    warc_path="kz_economy/one.warc.gz",
    warc_offset=0,
    warc_record_id="<urn:uuid:0>",
)
BODY = "<p>Рост экономики составил 6,3% по итогам года, сообщили в министерстве.</p>"
TEXT = "Рост экономики составил 6,3% по итогам года, сообщили в министерстве."
KAZAKH = "<p>Жыл қорытындысы бойынша экономиканың өсуі 6,3% болды деп хабарлады министрлік.</p>"


def item(**changes: object) -> dict[str, Any]:
    return {
        "id": "17",
        "title": "Рост &ndash; 6,3%",
        "body": BODY,
        "created_date": "2026-03-01T20:15:00Z",
        **changes,
    }


def parse(*items: object, fetch: FetchRow = FETCH) -> ParsedFetch:
    payload = json.dumps({"data": {"news": items}}).encode()
    return parse_fetch(fetch, payload, source_by_key(fetch.source))


def test_an_item_becomes_a_release_and_its_version() -> None:
    parsed = parse(item())

    (release,) = parsed.releases
    (version,) = parsed.versions
    assert release.release_id == stable_hash("www.gov.kz", "news", "17")
    assert (release.host, release.content_type, release.native_id) == ("www.gov.kz", "news", "17")
    assert (release.family, release.source) == ("kz", "kz_economy")
    assert release.publisher == version.publisher == "Министерство национальной экономики"
    assert (
        release.first_url
        == version.url
        == "https://www.gov.kz/memleket/entities/economy/press/news/details/17?lang=ru"
    )
    assert release.first_fetched_at == version.fetched_at == FETCHED
    assert (version.title, version.body, version.language) == ("Рост – 6,3%", TEXT, "ru")
    assert version.content_hash == sha256(f"Рост – 6,3%\n{TEXT}".encode()).hexdigest()
    assert version.version_id == stable_hash(version.release_id, version.content_hash)
    assert version.published_at == datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
    assert version.published_on == date(2026, 3, 2), "the day in Astana, not in Greenwich"
    assert (version.published_zone, version.flags, version.slug) == ("stated", (), "economy")
    assert (parsed.parsed.release_count, parsed.parsed.problem_count) == (1, 0)
    assert parsed.parsed.parser_version == version.parser_version == PARSER_VERSION


def test_identity_is_host_kind_and_id_and_nothing_else() -> None:
    other = replace(
        FETCH,
        source="kz_minfin",
        request_body=json.dumps({"query": 'query { news(projects: "eq:minfin") { id } }'}),
    )
    replica = replace(FETCH, url="http://replica.test/graphql")

    here, there = parse(item()).versions[0], parse(item(), fetch=other).versions[0]
    assert (here.release_id, here.version_id) == (there.release_id, there.version_id)
    assert parse(item(), fetch=replica).releases[0].host == "replica.test"
    assert parse(item(), fetch=replica).versions[0].release_id != here.release_id


def test_a_changed_text_is_another_version_of_the_same_release() -> None:
    first = parse(item()).versions[0]
    second = parse(item(body=BODY.replace("6,3", "6,5"))).versions[0]

    assert first.release_id == second.release_id
    assert first.version_id != second.version_id


def test_markup_and_invisible_characters_make_no_version() -> None:
    first = parse(item()).versions[0]
    second = parse(
        item(body=BODY.replace("6,3", "<b>6</b>,\u00ad3").replace("<p>", "<p style='x'>"))
    ).versions[0]

    assert first.version_id == second.version_id


@pytest.mark.parametrize(
    ("changes", "flags"),
    [
        ({"body": None}, ("empty_body",)),
        ({"body": "<p>&nbsp;</p>"}, ("empty_body",)),
        ({"body": "<p>Рост 5%</p>"}, ("stub_body",)),
        ({"title": ""}, ("no_title",)),
        ({"created_date": None}, ("no_date",)),
        ({"created_date": "2020-05-05T00:00:00"}, ("midnight_time",)),
        ({"created_date": "2026-03-04T00:00:01Z"}, ("future_date",)),
        ({"body": KAZAKH, "title": "Өсім"}, ("not_russian",)),
        (
            {"body": None, "title": None, "created_date": None},
            ("no_title", "empty_body", "not_russian", "no_date"),
        ),
    ],
)
def test_what_an_analyst_should_know_is_flagged(changes: dict[str, object], flags: tuple[str, ...]) -> None:
    parsed = parse(item(**changes))

    assert parsed.versions[0].flags == flags
    assert parsed.problems == ()


def test_a_kazakh_text_in_a_russian_list_is_set_aside_by_its_language() -> None:
    assert parse(item(body=KAZAKH, title="Өсім")).versions[0].language == "kk"


def test_a_missing_date_is_never_the_time_of_fetching() -> None:
    version = parse(item(created_date=None)).versions[0]

    assert (version.published_at, version.published_on, version.published_zone) == (None, None, None)


def test_an_unreadable_date_lands_without_it_and_is_reported() -> None:
    parsed = parse(item(created_date="вчера"))

    assert parsed.versions[0].published_on is None
    (problem,) = parsed.problems
    assert (problem.kind, problem.stage, problem.source) == ("unreadable_date", "parse", "kz_economy")
    assert problem.message == "news 17: publication time 'вчера' is not readable"
    assert problem.record is not None
    assert json.loads(problem.record)["created_date"] == "вчера"
    assert (problem.fetch_id, problem.version_id, problem.detected_in) == (
        FETCH.fetch_id,
        None,
        PARSER_VERSION,
    )


def test_a_time_without_offset_is_read_in_the_publishers_zone() -> None:
    version = parse(item(created_date="2024-02-10T02:00:00")).versions[0]

    assert version.published_at == datetime(2024, 2, 9, 20, tzinfo=UTC), "UTC+6 before March 2024"
    assert version.published_zone == "assumed"


def test_equal_copies_of_an_item_are_one() -> None:
    parsed = parse(item(), item(), item(id=17))

    assert (len(parsed.releases), len(parsed.versions), parsed.problems) == (1, 1, ())


def test_of_different_copies_the_longer_is_kept_and_the_other_set_aside() -> None:
    short = item(body="<p>Рост экономики составил 6,3% по итогам года.</p>")

    for pair in ((short, item()), (item(), short)):
        parsed = parse(*pair)
        assert [version.body for version in parsed.versions] == [TEXT]
        (problem,) = parsed.problems
        assert problem.kind == "conflicting_copies"
        assert problem.record == json.dumps(short, ensure_ascii=False, sort_keys=True)


def test_language_copies_of_an_item_are_versions_of_one_release() -> None:
    parsed = parse(item(), item(body=KAZAKH, title="Өсім"))

    assert len(parsed.releases) == 1
    assert sorted(version.language for version in parsed.versions) == ["kk", "ru"]
    assert parsed.problems == ()


def test_a_broken_item_does_not_take_the_page_with_it() -> None:
    parsed = parse(item(), {"id": "18"}, item(id="1\x1f9"), item(id="20"))

    assert [release.native_id for release in parsed.releases] == ["17", "20"]
    assert sorted(problem.kind for problem in parsed.problems) == ["unreadable_item", "unreadable_item"]
    assert (parsed.parsed.release_count, parsed.parsed.problem_count) == (2, 2)


def test_equal_problems_are_one() -> None:
    parsed = parse({"id": "18"}, {"id": "18"})

    assert parsed.parsed.problem_count == len(parsed.problems) == 1


def test_tables_in_tables_beyond_any_sense_are_set_aside() -> None:
    parsed = parse(item(body="<table><tr><td>1</td><td>" * 2000), item(id="18"))

    assert [release.native_id for release in parsed.releases] == ["18"]
    assert "too deeply" in parsed.problems[0].message


def test_a_payload_that_is_no_list_is_a_problem() -> None:
    parsed = parse_fetch(FETCH, b"<html>504</html>", source_by_key("kz_economy"))

    assert parsed.releases == ()
    assert [problem.kind for problem in parsed.problems] == ["unreadable_payload"]
    assert parsed.problems[0].record == "<html>504</html>"


def test_halves_of_characters_can_be_stored() -> None:
    parsed = parse(item(title="Рост \ud83d", created_date="\ud83d"))

    assert parsed.versions[0].title == "Рост"
    assert parsed.problems[0].message.encode()
    assert parsed.problems[0].record is not None
    assert parsed.problems[0].record.encode()


def test_a_file_says_who_published_it() -> None:
    fetch = replace(
        FETCH,
        source="files",
        url="file://files/2026-03-01.json",
        method="READ",
        content_type="application/json",
    )
    data = json.dumps({"id": "a", "text": TEXT, "publisher": "Минфин"}).encode()

    parsed = parse_fetch(fetch, data, source_by_key("files"))

    assert parsed.releases[0].release_id == stable_hash("files", "file", "a")
    assert parsed.versions[0].publisher == "Минфин"
    assert (parsed.versions[0].published_on, parsed.versions[0].published_at) == (date(2026, 3, 1), None)


def test_a_payload_that_is_gone_is_a_problem_row(tmp_path: Path) -> None:
    parsed = parse_archived(tmp_path, FETCH)

    assert parsed.parsed.problem_count == 1
    assert parsed.problems[0].kind == "damaged_archive"
    assert "one.warc.gz" in parsed.problems[0].message


def test_a_payload_of_a_source_that_is_gone_is_a_problem_row(tmp_path: Path) -> None:
    folder = tmp_path / "kz_gone"
    folder.mkdir()
    source = source_by_key("kz_economy").model_copy(update={"key": "kz_gone"})
    with (folder / "one.warc.gz").open("wb") as out:
        sent = Request("POST", "https://www.gov.kz/graphql", (), b"{}")
        exchange = Exchange(sent, 200, (), b'{"data": {"news": []}}', "application/json", FETCHED)
        recording = Recording(source, "run", {}, None)
        recording.fill(out, [exchange], recording.info("svodka"))
    (fetch,) = index_warc(tmp_path, folder / "one.warc.gz").fetches

    parsed = parse_archived(tmp_path, fetch)

    assert [problem.kind for problem in parsed.problems] == ["unknown_source"]


def test_parsing_again_gives_the_same_rows() -> None:
    entries = [item(), item(id="2", created_date="вчера"), {"id": "3"}, item(id="4", body=KAZAKH)]

    assert parse(*entries) == parse(*entries)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["id", "title", "body", "created_date", "data", "news", "errors"]),
                inner,
                max_size=5,
            )
        ),
        max_leaves=20,
    )
)
def test_nothing_in_a_payload_makes_parsing_fail(reply: object) -> None:
    for payload in (reply, {"data": {"news": [reply]}}):
        parsed = parse_fetch(FETCH, json.dumps(payload).encode(), source_by_key("kz_economy"))
        assert parsed.parsed.release_count == len(parsed.releases)
        assert parsed.parsed.problem_count == len(parsed.problems)
