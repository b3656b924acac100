"""The views releases and facts: versions, duplicates, languages and the context of a quote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import (
    MINISTRY,
    extraction,
    fact,
    fetch,
    parse_problem,
    parsed,
    rejected,
    release,
    version,
)
from warehouse.load import load_extractions, load_fetches, load_releases
from warehouse.rows import FactRow, ReleaseVersionRow


def _load(
    connection: DuckDBPyConnection, versions: Sequence[ReleaseVersionRow], facts: Sequence[FactRow] = ()
) -> None:
    """Store texts of releases 1 to 9 from payloads 1 to 9, with facts."""
    releases = {release(number).release_id: release(number) for number in range(1, 10)}
    fetches = [fetch(number) for number in range(1, 10)]
    load_releases(
        connection,
        [releases[row.release_id] for row in versions],
        versions,
        [parsed(row) for row in fetches],
        [],
    )
    load_extractions(connection, [extraction(row) for row in versions], facts, [], [])


def _state(connection: DuckDBPyConnection) -> dict[str, tuple[object, ...]]:
    rows = connection.execute(
        "SELECT version_id, version_number, version_count, is_current, duplicate_of FROM core.version_state"
    ).fetchall()
    return {row[0]: row[1:] for row in rows}


def test_the_newest_version_is_current_and_versions_are_numbered(connection: DuckDBPyConnection) -> None:
    first, second, third = (version(release(1), fetch(number), body=f"{number} школ") for number in (1, 2, 3))
    _load(connection, [third, first, second])

    assert _state(connection) == {
        first.version_id: (1, 3, False, None),
        second.version_id: (2, 3, False, None),
        third.version_id: (3, 3, True, None),
    }
    assert connection.execute("SELECT body, version_number FROM releases").fetchall() == [("3 школ", 3)]


def test_a_later_copy_in_another_language_does_not_hide_the_russian_text(
    connection: DuckDBPyConnection,
) -> None:
    russian = version(release(1), fetch(1), body="Построено 5 школ.")
    kazakh = version(release(1), fetch(2), body="5 мектеп салынды.", language="kk")
    _load(connection, [russian, kazakh], [fact(russian, "5")])

    assert {state[2] for key, state in _state(connection).items() if key == russian.version_id} == {True}
    assert connection.execute("SELECT quote FROM facts").fetchall() == [("5",)]


def test_only_facts_of_the_current_version_are_shown(connection: DuckDBPyConnection) -> None:
    old = version(release(1), fetch(1), body="Построено 5 школ.")
    new = version(release(1), fetch(2), body="Построено 6 школ.")
    _load(connection, [old, new], [fact(old, "5"), fact(new, "6")])

    assert connection.execute("SELECT quote FROM facts").fetchall() == [("6",)]
    assert connection.execute("SELECT count(*) FROM core.fact").fetchall() == [(2,)]


def test_the_earliest_published_of_equal_texts_is_the_original(connection: DuckDBPyConnection) -> None:
    def told(number: int, published_at: datetime | None) -> ReleaseVersionRow:
        return version(release(number), fetch(number), title="Одно и то же", published_at=published_at)

    undated = told(1, None)
    late = told(2, datetime(2025, 12, 1, 9, 0, tzinfo=UTC))
    early = told(3, datetime(2025, 12, 1, 8, 59, tzinfo=UTC))
    _load(connection, [undated, late, early], [fact(undated), fact(late), fact(early)])

    state = _state(connection)

    assert {row: state[row.version_id][3] for row in (undated, late, early)} == {
        undated: early.release_id,
        late: early.release_id,
        early: None,
    }
    assert connection.execute("SELECT release_id FROM facts").fetchall() == [(early.release_id,)]
    assert connection.execute("SELECT count(*), count(duplicate_of) FROM releases").fetchall() == [(3, 2)]


def test_a_text_that_repeats_an_edited_away_version_stays_a_duplicate(connection: DuckDBPyConnection) -> None:
    first = version(release(1), fetch(1), title="Сводка", published_at=datetime(2025, 12, 1, tzinfo=UTC))
    edited = version(release(1), fetch(3), title="Сводка", body="Исправлено: 7 школ.")
    copy = version(release(2), fetch(2), title="Сводка", published_at=datetime(2025, 12, 2, tzinfo=UTC))
    _load(connection, [first, copy, edited], [fact(copy), fact(edited, "7")])

    assert connection.execute("SELECT quote FROM facts").fetchall() == [("7",)]


@pytest.mark.parametrize("language", ["kk", "en", "und"])
def test_facts_are_those_of_russian_texts(connection: DuckDBPyConnection, language: str) -> None:
    row = version(release(1), fetch(1), language=language)
    _load(connection, [row], [fact(row)])

    assert connection.execute("SELECT count(*) FROM facts").fetchall() == [(0,)]
    assert connection.execute("SELECT language FROM releases").fetchall() == [(language,)]


def test_a_fact_comes_with_its_release(connection: DuckDBPyConnection) -> None:
    row = version(release(1), fetch(1), title="О школах", published_on=date(2025, 11, 3))
    _load(connection, [row], [fact(row, value=Decimal("23000.5"))])

    found = connection.execute(
        "SELECT ministry, published_on, value, title, url, source, release_id FROM facts"
    )

    assert found.fetchall() == [
        (MINISTRY, date(2025, 11, 3), Decimal("23000.5"), "О школах", row.url, "kz_economy", row.release_id)
    ]


BEFORE = "Раньше было сказано много слов, и все они стояли в этом тексте перед самым числом, о котором речь. "
AFTER = " школ открыто в области, и после этого числа тоже сказано много слов, чтобы текст был длинным."


@pytest.mark.parametrize(
    ("body", "context"),
    [
        ("5 школ", "5 школ"),
        ("Открыто\n\n5 школ", "Открыто 5 школ"),
        ("Всего 1\u00a0234 5 школ", "Всего 1\u00a0234 5 школ"),
        ("😀 ё́ 5 школ", "😀 ё́ 5 школ"),
        (f"{BEFORE}5{AFTER}", f"…{BEFORE[-80:]}5{AFTER[:80]}…"),
        (f"{'а' * 80}5{'б' * 80}", f"{'а' * 80}5{'б' * 80}"),
        (f"{'а' * 81}5{'б' * 81}", f"…{'а' * 80}5{'б' * 80}…"),
    ],
)
def test_the_context_is_the_text_around_the_quote_in_one_line(
    connection: DuckDBPyConnection, body: str, context: str
) -> None:
    row = version(release(1), fetch(1), body=body)
    _load(connection, [row], [fact(row, "5")])

    assert connection.execute("SELECT context FROM facts").fetchall() == [(context,)]


def test_a_release_that_was_not_read_is_shown_without_extractor(connection: DuckDBPyConnection) -> None:
    row = version(release(1), fetch(1))
    load_releases(connection, [release(1)], [row], [parsed(fetch(1))], [])

    found = connection.execute(
        "SELECT fact_count, rejected_count, extractor_version, characters FROM releases"
    )

    assert found.fetchall() == [(0, 0, None, len(row.body))]


def test_coverage_counts_what_was_read_and_understood(connection: DuckDBPyConnection) -> None:
    november = version(release(1), fetch(1), published_on=date(2025, 11, 30))
    undated = version(release(2), fetch(2), published_on=None, language="kk")
    copy = version(
        release(3), fetch(3), title=november.title, published_at=datetime(2025, 12, 30, tzinfo=UTC)
    )
    load_releases(
        connection,
        [release(1), release(2), release(3)],
        [november, undated, copy],
        [parsed(fetch(number)) for number in (1, 2, 3)],
        [],
    )
    load_extractions(
        connection,
        [extraction(november, fact_count=3, rejected_count=1)],
        [
            fact(november, "23 тыс."),
            fact(november, "18 тыс.", subject=""),
            fact(november, "5", period_start=None, period_end=None),
        ],
        [rejected(november, "6%", reason="other")],
        [],
    )

    rows = connection.execute("FROM mart.coverage ORDER BY month NULLS LAST").fetchall()

    length = len(november.body)
    assert rows == [
        ("kz_economy", MINISTRY, date(2025, 11, 1), 1, 1, 1, 1, length, 3, 1, 1, 1, 1, 50.0),
        ("kz_economy", MINISTRY, None, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, None),
    ]


def test_source_status_shows_sources_with_and_without_releases(connection: DuckDBPyConnection) -> None:
    read, silent, unread = fetch(1), fetch(2, source="kz_silent"), fetch(3, source="kz_unread")
    load_fetches(connection, [], [read, silent, unread])
    row = version(release(1), read)
    load_releases(connection, [release(1)], [row], [parsed(read), parsed(silent)], [parse_problem(silent)])
    load_extractions(connection, [extraction(row, fact_count=1)], [fact(row)], [], [])

    rows = connection.execute("FROM mart.source_status ORDER BY source").fetchall()

    assert rows == [
        ("kz_economy", MINISTRY, read.fetched_at, date(2025, 12, 1), 1, 0, 1, 0, 1, 0, 0),
        ("kz_silent", None, silent.fetched_at, None, 1, 0, 0, 0, 0, 0, 1),
        ("kz_unread", None, unread.fetched_at, None, 1, 1, 0, 0, 0, 0, 0),
    ]
