"""Storing what parsing gave: sightings, versions, and parsing again with another parser."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, timedelta

import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import (
    NOON,
    extract_problem,
    extraction,
    fact,
    fetch,
    parse_problem,
    parsed,
    rejected,
    release,
    version,
)
from warehouse.errors import RowsRefused
from warehouse.load import load_extractions, load_releases


def _rows(connection: DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query).fetchall()


def test_a_release_with_its_text_and_receipt_is_added(connection: DuckDBPyConnection) -> None:
    row = version(release(), fetch(), flags=("midnight_time", "stub_body"))

    counts = load_releases(connection, [release()], [row], [parsed(fetch())], [parse_problem(fetch())])

    assert (counts.added, counts.changed, counts.deleted) == (4, 0, 0)
    stored = _rows(connection, "FROM core.release_version")
    assert stored == [tuple(list(v) if isinstance(v, tuple) else v for v in astuple(row))]


def test_the_same_load_again_changes_nothing(connection: DuckDBPyConnection) -> None:
    batch = ([release()], [version(release(), fetch())], [parsed(fetch())], [parse_problem(fetch())])
    load_releases(connection, *batch)

    assert load_releases(connection, *batch).is_unchanged


def test_an_edited_text_is_a_second_version_of_the_release(connection: DuckDBPyConnection) -> None:
    first = version(release(), fetch(1), body="Было 5 школ.")
    second = version(release(), fetch(2), body="Стало 6 школ.")
    load_releases(connection, [release()], [first], [parsed(fetch(1))], [])

    counts = load_releases(connection, [release()], [second], [parsed(fetch(2))], [])

    assert (counts.added, counts.changed, counts.deleted) == (2, 0, 0)
    assert _rows(connection, "SELECT count(*), count(DISTINCT release_id) FROM core.release_version") == [
        (2, 1)
    ]


@pytest.mark.parametrize("in_one_load", [True, False])
def test_a_text_seen_in_two_payloads_keeps_the_earlier_whatever_the_order(
    connection: DuckDBPyConnection, *, in_one_load: bool
) -> None:
    early, late = fetch(1), fetch(2)
    early_release = release(first_fetched_at=early.fetched_at)
    late_release = release(first_fetched_at=late.fetched_at, source="kz_water")
    calls = [
        ([late_release], [version(late_release, late)], [parsed(late)]),
        ([early_release], [version(early_release, early)], [parsed(early)]),
    ]
    if in_one_load:
        calls = [tuple(first + second for first, second in zip(*calls, strict=True))]
    for releases, versions, receipts in calls:
        load_releases(connection, releases, versions, receipts, [])

    assert _rows(connection, "SELECT fetch_id FROM core.release_version") == [(early.fetch_id,)]
    assert _rows(connection, "SELECT source, first_fetched_at FROM core.release") == [
        ("kz_economy", early.fetched_at)
    ]


def _extracted(connection: DuckDBPyConnection) -> None:
    row = version(release(), fetch())
    load_releases(connection, [release()], [row], [parsed(fetch())], [])
    load_extractions(
        connection,
        [extraction(row, rejected_count=1)],
        [fact(row)],
        [rejected(row)],
        [extract_problem(row)],
    )


COUNTS = """
SELECT (SELECT count(*) FROM core.release), (SELECT count(*) FROM core.release_version),
       (SELECT count(*) FROM core.extraction), (SELECT count(*) FROM core.fact),
       (SELECT count(*) FROM core.rejected_number),
       (SELECT count(*) FROM core.problem WHERE stage = 'extract')
"""


def test_a_new_parser_that_reads_the_same_keeps_the_extraction(connection: DuckDBPyConnection) -> None:
    _extracted(connection)
    row = version(release(), fetch(), parser_version="p2", flags=("stub_body",))

    counts = load_releases(connection, [release()], [row], [parsed(fetch(), "p2")], [])

    assert (counts.added, counts.changed, counts.deleted) == (0, 2, 0)
    assert _rows(connection, COUNTS) == [(1, 1, 1, 1, 1, 1)]
    assert _rows(connection, "SELECT parser_version, flags FROM core.release_version") == [
        ("p2", ["stub_body"])
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"published_on": date(2025, 11, 30)},
        {"published_on": None},
        {"language": "kk"},
        {"body": "  Иной отступ."},
    ],
)
def test_a_new_reading_of_text_date_or_language_drops_the_extraction(
    connection: DuckDBPyConnection, fields: dict[str, object]
) -> None:
    _extracted(connection)
    row = replace(version(release(), fetch()), parser_version="p2", **fields)

    load_releases(connection, [release()], [row], [parsed(fetch(), "p2")], [])

    assert _rows(connection, COUNTS) == [(1, 1, 0, 0, 0, 0)]


def test_what_a_payload_no_longer_gives_goes_with_its_facts(connection: DuckDBPyConnection) -> None:
    _extracted(connection)
    other = release(2)

    counts = load_releases(
        connection,
        [other],
        [version(other, fetch(), body="Иное.", parser_version="p2")],
        [parsed(fetch(), "p2")],
        [],
    )

    assert _rows(connection, COUNTS) == [(1, 1, 0, 0, 0, 0)]
    assert _rows(connection, "SELECT native_id FROM core.release") == [(other.native_id,)]
    assert (counts.added, counts.changed, counts.deleted) == (2, 1, 6)


def test_a_new_text_of_the_same_release_keeps_the_release(connection: DuckDBPyConnection) -> None:
    _extracted(connection)
    row = version(release(), fetch(), body="Разобрано иначе.", parser_version="p2")

    load_releases(connection, [release()], [row], [parsed(fetch(), "p2")], [])

    assert _rows(connection, COUNTS) == [(1, 1, 0, 0, 0, 0)]
    assert _rows(connection, "SELECT version_id FROM core.release_version") == [(row.version_id,)]


def test_problems_of_other_payloads_stay(connection: DuckDBPyConnection) -> None:
    load_releases(
        connection,
        [],
        [],
        [parsed(fetch(1)), parsed(fetch(2))],
        [parse_problem(fetch(1)), parse_problem(fetch(2))],
    )

    counts = load_releases(connection, [], [], [parsed(fetch(1))], [parse_problem(fetch(1), number=9)])

    assert (counts.added, counts.changed, counts.deleted) == (1, 0, 1)
    assert _rows(connection, "SELECT count(*) FROM core.problem") == [(2,)]


def test_a_publisher_renamed_in_our_list_is_taken_over(connection: DuckDBPyConnection) -> None:
    load_releases(connection, [release()], [], [], [])

    counts = load_releases(connection, [release(publisher="Министерство экономики")], [], [], [])

    assert (counts.added, counts.changed, counts.deleted) == (0, 1, 0)


def test_a_later_reading_by_another_parser_wins(connection: DuckDBPyConnection) -> None:
    early, late = fetch(1), fetch(2, fetched_at=NOON + timedelta(days=3))
    load_releases(connection, [release()], [version(release(), early)], [parsed(early)], [])

    load_releases(
        connection, [release()], [version(release(), late, parser_version="p2")], [parsed(late, "p2")], []
    )
    load_releases(
        connection, [release()], [version(release(), early, parser_version="p2")], [parsed(early, "p2")], []
    )

    assert _rows(connection, "SELECT fetch_id, parser_version FROM core.release_version") == [
        (early.fetch_id, "p2")
    ]


def test_a_version_of_a_payload_without_receipt_is_refused(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match=r"core\.release_version\.fetch_id .* is not among"):
        load_releases(connection, [release()], [version(release(), fetch(2))], [parsed(fetch(1))], [])


def test_a_problem_of_another_stage_is_refused(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match="'extract' in a load of stage 'parse'"):
        load_releases(connection, [], [], [parsed(fetch())], [parse_problem(fetch(), stage="extract")])


def test_two_receipts_that_disagree_are_refused(connection: DuckDBPyConnection) -> None:
    with pytest.raises(RowsRefused, match=r"two different rows for core\.parsed_fetch have fetch_id"):
        load_releases(connection, [], [], [parsed(fetch()), parsed(fetch(), release_count=7)], [])


def test_no_scratch_table_is_left(connection: DuckDBPyConnection) -> None:
    load_releases(connection, [release()], [version(release(), fetch())], [parsed(fetch())], [])

    assert _rows(connection, "SELECT table_name FROM duckdb_tables() WHERE temporary") == []
    assert _rows(connection, "SELECT view_name FROM duckdb_views() WHERE view_name LIKE 'incoming%'") == []
