import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from pipeline.fetch.exchange import Exchange, Request
from pipeline.fetch.warc import WarcRecorder
from pipeline.fetch.warc_index import ArchiveDamagedError, WarcIndex, index_warc, read_payload

INFO = {
    "software": "svodka/0.1.0",
    "svodka-source": "kz_economy",
    "svodka-run": "run-1",
    "svodka-family": "kz",
    "svodka-adapter": "govkz",
}
MakeExchange = Callable[..., Exchange]


def write(raw_dir: Path, *exchanges: Exchange, info: dict[str, str] = INFO) -> Path:
    path = raw_dir / "kz_economy" / "one.warc.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        recorder = WarcRecorder(out, info=info)
        for exchange in exchanges:
            recorder.record(exchange)
    return path


def written(raw_dir: Path, *exchanges: Exchange) -> WarcIndex:
    return index_warc(raw_dir, write(raw_dir, *exchanges))


def test_what_goes_in_comes_out(tmp_path: Path, make_exchange: MakeExchange) -> None:
    first = make_exchange(b'{"data": "\xd0\xb0"}')
    second = make_exchange(
        b"x" * 300_000, body=b'{"query": "q2"}', fetched_at=first.fetched_at + timedelta(seconds=1)
    )

    index = written(tmp_path, first, second)

    assert index.warc_file.warc_path == "kz_economy/one.warc.gz"
    assert index.warc_file.record_count == 5
    assert index.warc_file.first_fetched_at == first.fetched_at
    assert (index.warc_file.source, index.warc_file.run_id) == ("kz_economy", "run-1")
    for row, exchange in zip(index.fetches, (first, second), strict=True):
        assert read_payload(tmp_path, row) == exchange.payload
        assert row.fetch_id == exchange.fetch_id("kz_economy")
        assert row.request_body == (exchange.request.body or b"").decode()
        assert (row.method, row.status, row.content_type) == ("POST", 200, "application/json")
        assert (row.fetched_at, row.payload_bytes) == (exchange.fetched_at, len(exchange.payload))
        assert (row.family, row.adapter) == ("kz", "govkz")


def test_a_local_file_becomes_a_resource(tmp_path: Path, make_exchange: MakeExchange) -> None:
    exchange = make_exchange(
        "Сводка".encode(), url="file://files/a.txt", status=None, content_type="text/plain"
    )

    row = written(tmp_path, exchange).fetches[0]

    assert (row.method, row.status, row.content_type) == ("READ", None, "text/plain")
    assert row.url == "file://files/a.txt"
    assert read_payload(tmp_path, row) == exchange.payload


def test_an_empty_file_is_a_resource_too(tmp_path: Path, make_exchange: MakeExchange) -> None:
    exchange = make_exchange(b"", url="file://files/a.txt", status=None, content_type="text/plain")

    row = written(tmp_path, exchange).fetches[0]

    assert row.payload_bytes == 0
    assert read_payload(tmp_path, row) == b""


def test_any_archive_tool_reads_the_file_and_finds_its_digests_right(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    path = write(tmp_path, make_exchange(), make_exchange(b"other", body=None))

    with path.open("rb") as stream:
        types = [record.rec_type for record in ArchiveIterator(stream, check_digests="raise")]

    assert types == ["warcinfo", "response", "request", "response", "request"]


def test_an_unchanged_answer_refers_to_the_first_one(tmp_path: Path, make_exchange: MakeExchange) -> None:
    exchange = make_exchange()
    original = written(tmp_path, exchange).fetches[0]
    path = tmp_path / "kz_economy" / "two.warc.gz"
    later = replace(exchange, fetched_at=exchange.fetched_at + timedelta(days=1))
    with path.open("wb") as out:
        recorder = WarcRecorder(out, info=INFO)
        recorder.record_unchanged(later, original)
        recorder.record(make_exchange(b"new"))

    with path.open("rb") as stream:
        revisit = next(record for record in ArchiveIterator(stream) if record.rec_type == "revisit")
        headers = revisit.rec_headers
    assert headers.get_header("WARC-Refers-To") == original.warc_record_id
    assert headers.get_header("WARC-Refers-To-Date") == "2026-03-02T09:30:00.123456Z"
    assert headers.get_header("WARC-Payload-Digest") == exchange.payload_digest
    assert [row.payload_digest for row in index_warc(tmp_path, path).fetches] == [
        make_exchange(b"new").payload_digest
    ]


def test_a_file_cut_off_is_told_so(tmp_path: Path, make_exchange: MakeExchange) -> None:
    path = write(tmp_path, make_exchange(b"a" * 5000))
    path.write_bytes(path.read_bytes()[:-700])

    with pytest.raises(ArchiveDamagedError, match=r"one\.warc\.gz"):
        index_warc(tmp_path, path)


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"\x1f\x8b\x08\x00broken"])
def test_a_file_that_is_no_archive_is_told_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kz_economy" / "one.warc.gz"
    path.parent.mkdir()
    path.write_bytes(content)

    with pytest.raises(ArchiveDamagedError, match=r"one\.warc\.gz"):
        index_warc(tmp_path, path)


def test_an_archive_of_somebody_else_is_told_so(tmp_path: Path, make_exchange: MakeExchange) -> None:
    path = write(tmp_path, make_exchange(), info={"software": "other"})

    with pytest.raises(ArchiveDamagedError, match="not a file that svodka wrote"):
        index_warc(tmp_path, path)


def test_a_payload_that_is_not_where_the_index_says_is_told_so(
    tmp_path: Path, make_exchange: MakeExchange
) -> None:
    row = written(tmp_path, make_exchange(), make_exchange(b"other")).fetches[0]

    with pytest.raises(ArchiveDamagedError, match="no payload sha256"):
        read_payload(tmp_path, replace(row, warc_offset=0))
    with pytest.raises(ArchiveDamagedError, match="No such file"):
        read_payload(tmp_path, replace(row, warc_path="kz_economy/gone.warc.gz"))


@given(payload=st.binary(max_size=3000), query=st.text(min_size=1, max_size=200))
def test_any_payload_and_question_survive(
    tmp_path_factory: pytest.TempPathFactory, payload: bytes, query: str
) -> None:
    body = json.dumps({"query": query})
    sent = Request("POST", "http://replica.test/graphql", (("Accept-Language", "ru"),), body.encode())
    exchange = Exchange(sent, 200, (), payload, "application/json", datetime(2026, 3, 2, tzinfo=UTC))
    raw_dir = tmp_path_factory.mktemp("raw")

    row = written(raw_dir, exchange).fetches[0]

    assert read_payload(raw_dir, row) == payload
    assert row.request_body == body
    assert row.fetch_id == exchange.fetch_id("kz_economy")
