"""Indicators, series, restatements, revisions, and totals against their parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from duckdb import DuckDBPyConnection

from tests.unit.warehouse.builders import MINISTRY, extraction, fact, fetch, parsed, release, version
from warehouse.load import load_extractions, load_releases
from warehouse.rows import FactRow, ReleaseVersionRow

BODY = "Цены: 1 2 3 4 5 6 7 8 9"
OCTOBER = {"period_start": date(2025, 10, 1), "period_end": date(2025, 10, 31), "period_grain": "month"}
SEPTEMBER = {"period_start": date(2025, 9, 1), "period_end": date(2025, 9, 30), "period_grain": "month"}


def _text(number: int, ministry: str = MINISTRY) -> ReleaseVersionRow:
    """The text of a release published on the day of its number."""
    row = version(
        release(number),
        fetch(number),
        body=BODY,
        publisher=ministry,
        published_on=date(2025, 11, number),
        published_at=datetime(2025, 11, number, 6, 0, tzinfo=UTC),
    )
    return replace(row, url=f"http://replica.test/{number}")


def _rise(text: ReleaseVersionRow, value: str, quote: str = "1", **fields: object) -> FactRow:
    slots: dict[str, object] = {
        "value": Decimal(value),
        "kind": "percent",
        "unit": "%",
        "subject": "потребительская цена",
        "measure": "change",
        "direction": "up",
        **OCTOBER,
        **fields,
    }
    return fact(text, quote, **slots)


def _load(connection: DuckDBPyConnection, *stated: tuple[ReleaseVersionRow, list[FactRow]]) -> None:
    texts = [text for text, _facts in stated]
    numbers = range(1, 10)
    load_releases(
        connection,
        [
            release(number)
            for number in numbers
            if release(number).release_id in {row.release_id for row in texts}
        ],
        texts,
        [parsed(fetch(number)) for number in numbers],
        [],
    )
    facts = [row for _text, rows in stated for row in rows]
    load_extractions(connection, [extraction(text) for text in texts], facts, [], [])


def test_a_later_release_with_the_same_number_restates_it(connection: DuckDBPyConnection) -> None:
    first, second = _text(1), _text(2)
    _load(connection, (second, [_rise(second, "0.9", qualifier="about")]), (first, [_rise(first, "0.9")]))

    found = connection.execute(
        """
        SELECT value, previous_published_on, published_on, previous_qualifier, qualifier
        FROM mart.restatement
        """
    ).fetchall()

    assert found == [(Decimal("0.9"), date(2025, 11, 1), date(2025, 11, 2), "exact", "about")]
    assert connection.execute("SELECT count(*) FROM revisions").fetchall() == [(0,)]


def test_a_later_release_with_another_number_revises_it_and_the_series_has_the_newest(
    connection: DuckDBPyConnection,
) -> None:
    first, second, third = _text(1), _text(2), _text(3)
    _load(
        connection,
        (first, [_rise(first, "0.8")]),
        (second, [_rise(second, "0.9"), _rise(second, "1.1", "2", **SEPTEMBER)]),
        (third, [_rise(third, "0.9")]),
    )

    revised = connection.execute(
        """
        SELECT previous_signed_value, signed_value, difference, difference_percent, previous_url, url
        FROM revisions
        """
    ).fetchall()
    series = connection.execute(
        "SELECT period_end, value, statement_count, published_on FROM series ORDER BY period_end"
    ).fetchall()

    assert revised == [
        (
            Decimal("0.8"),
            Decimal("0.9"),
            Decimal("0.1"),
            12.5,
            "http://replica.test/1",
            "http://replica.test/2",
        )
    ]
    assert series == [
        (date(2025, 9, 30), Decimal("1.1"), 1, date(2025, 11, 2)),
        (date(2025, 10, 31), Decimal("0.9"), 3, date(2025, 11, 3)),
    ]
    assert connection.execute("SELECT count(*) FROM mart.restatement").fetchall() == [(1,)]


def test_a_fall_after_a_rise_of_the_same_size_is_a_revision(connection: DuckDBPyConnection) -> None:
    first, second = _text(1), _text(2)
    _load(connection, (first, [_rise(first, "2")]), (second, [_rise(second, "2", direction="down")]))

    found = connection.execute("SELECT previous_signed_value, signed_value FROM revisions").fetchall()

    assert found == [(Decimal(2), Decimal(-2))]


def test_a_revision_of_zero_has_no_percentage(connection: DuckDBPyConnection) -> None:
    first, second = _text(1), _text(2)
    _load(connection, (first, [_rise(first, "0")]), (second, [_rise(second, "2")]))

    assert connection.execute("SELECT difference_percent FROM revisions").fetchall() == [(None,)]


@pytest.mark.parametrize(
    "difference",
    [
        {"unit": "pp", "kind": "percent_points"},
        {"per": "a"},
        {"measure": "level", "direction": None},
        {"place": "Астана"},
        {"subject": "тариф"},
        {"modality": "planned"},
        {"compared_with": "2024 год"},
        dict(SEPTEMBER),
    ],
)
def test_numbers_about_different_things_are_not_compared(
    connection: DuckDBPyConnection, difference: dict[str, object]
) -> None:
    first, second = _text(1), _text(2)
    _load(connection, (first, [_rise(first, "1")]), (second, [_rise(second, "2", **difference)]))

    assert connection.execute("SELECT count(*) FROM revisions").fetchall() == [(0,)]
    assert connection.execute("SELECT count(*) FROM series").fetchall() == [(2,)]


def test_two_ministries_have_two_indicators(connection: DuckDBPyConnection) -> None:
    first, second = _text(1), _text(2, ministry="Министерство финансов")
    _load(connection, (first, [_rise(first, "1")]), (second, [_rise(second, "2")]))

    found = connection.execute("SELECT ministry, fact_count FROM mart.indicator ORDER BY ministry").fetchall()

    assert found == [(MINISTRY, 1), ("Министерство финансов", 1)]


def test_a_release_that_gives_two_values_for_one_period_is_left_out(connection: DuckDBPyConnection) -> None:
    first, second = _text(1), _text(2)
    _load(
        connection,
        (first, [_rise(first, "1")]),
        (second, [_rise(second, "2"), _rise(second, "3", "2")]),
    )

    assert connection.execute("SELECT value FROM series").fetchall() == [(Decimal(1),)]
    assert connection.execute("SELECT fact_count, release_count FROM mart.indicator").fetchall() == [(3, 2)]


def test_the_same_value_twice_in_a_release_is_one_statement(connection: DuckDBPyConnection) -> None:
    text = _text(1)
    _load(connection, (text, [_rise(text, "2", "7"), _rise(text, "2", "4")]))

    found = connection.execute("SELECT statement_count, fact_id FROM series").fetchall()

    assert found == [(1, _rise(text, "2", "4").fact_id)]


@pytest.mark.parametrize("missing", [{"subject": ""}, {"period_start": None, "period_end": None}])
def test_a_fact_without_subject_or_period_is_no_indicator(
    connection: DuckDBPyConnection, missing: dict[str, object]
) -> None:
    text = _text(1)
    _load(connection, (text, [_rise(text, "2", **missing)]))

    assert connection.execute("SELECT count(*) FROM mart.indicator").fetchall() == [(0,)]


def test_a_part_of_the_same_subject_is_no_value_of_the_whole(connection: DuckDBPyConnection) -> None:
    text = _text(1)
    whole = fact(text, "1", value=Decimal(23000))
    same = fact(text, "2", value=Decimal(18000), part_of=whole.fact_id)
    other = fact(text, "3", value=Decimal(5), subject="молодежная организация", part_of=whole.fact_id)
    _load(connection, (text, [whole, same, other]))

    found = connection.execute("SELECT subject, value FROM series ORDER BY value").fetchall()

    assert found == [("молодежная организация", Decimal(5)), (whole.subject, Decimal(23000))]


@pytest.mark.parametrize(
    ("total", "qualifier", "parts", "result"),
    [
        ("2292", "exact", ["2185", "102", "5"], "adds_up"),
        ("2292", "exact", ["2185", "102"], "near_miss"),
        ("2292", "exact", ["2185"], "partial"),
        ("2292", "exact", ["1000", "102"], "partial"),
        ("2292", "exact", ["2185", "202"], "exceeds"),
        ("2292", "exact", ["2185", "107", "1200", "1092"], "adds_up"),
        ("2292", "exact", ["2185", "107", "1200", "1090"], "exceeds"),
        ("2292", "exact", ["2185", "107", "500"], "adds_up"),
        ("2292", "exact", ["500", "2185", "107"], "adds_up"),
        ("2292", "exact", ["2185", "500", "107"], "exceeds"),
        ("2292", "exact", ["2292", "500", "107"], "exceeds"),
        ("2292", "exact", ["2400"], "exceeds"),
        ("1000", "exact", ["1004"], "exceeds"),
        ("100000", "exact", ["60400", "40000"], "adds_up"),
        ("100000", "exact", ["60600", "40000"], "exceeds"),
        ("2000", "over", ["2090"], "adds_up"),
        ("2000", "over", ["2190"], "exceeds"),
        ("0", "exact", ["0", "0"], "adds_up"),
    ],
)
def test_totals_are_compared_with_the_sum_of_their_parts(
    connection: DuckDBPyConnection, total: str, qualifier: str, parts: list[str], result: str
) -> None:
    text = _text(1)
    whole = fact(text, "1", value=Decimal(total), qualifier=qualifier)
    named = [
        fact(text, str(place), value=Decimal(part), part_of=whole.fact_id)
        for place, part in enumerate(parts, start=2)
    ]
    _load(connection, (text, [whole, *named]))

    found = connection.execute(
        "SELECT result, total_value, parts_value, difference, part_count, part_quotes FROM mart.totals_check"
    ).fetchall()

    summed = sum(map(Decimal, parts))
    quotes = [row.quote for row in named]
    assert found == [(result, Decimal(total), summed, summed - Decimal(total), len(parts), quotes)]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "percent", "unit": "%"},
        {"per": "a"},
        {"measure": "change", "direction": "up"},
        {"kind": "money", "unit": "KZT"},
    ],
)
def test_parts_of_another_sort_are_not_added_up(
    connection: DuckDBPyConnection, other: dict[str, object]
) -> None:
    text = _text(1)
    whole = fact(text, "1")
    _load(connection, (text, [whole, fact(text, "2", part_of=whole.fact_id, **other)]))

    assert connection.execute("SELECT count(*) FROM mart.totals_check").fetchall() == [(0,)]


def test_an_indicator_says_which_periods_it_has(connection: DuckDBPyConnection) -> None:
    texts = [_text(1), _text(2)]
    _load(
        connection,
        (texts[0], [_rise(texts[0], "1"), _rise(texts[0], "2", "2", **SEPTEMBER)]),
        (texts[1], [_rise(texts[1], "3", subject="Потребительская цена")]),
    )

    found = connection.execute(
        """
        SELECT fact_count, release_count, period_count, first_period_start, last_period_end, last_published_on
        FROM mart.indicator
        """
    ).fetchall()

    assert found == [(3, 2, 2, date(2025, 9, 1), date(2025, 10, 31), date(2025, 11, 2))]
