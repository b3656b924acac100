from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.replica.query import (
    QueryError,
    instant,
    page_slice,
    parse_newest_first,
    parse_project_filter,
    preferred_language,
)


@given(st.lists(st.integers(), max_size=60), st.integers(min_value=1, max_value=70))
def test_pages_one_after_the_other_are_the_whole_list(rows: list[int], size: int) -> None:
    read: list[int] = []
    page = 1
    while batch := rows[page_slice(page=page, size=size)]:
        read += batch
        page += 1

    assert read == rows


def test_page_zero_is_the_first_page() -> None:
    assert page_slice(page=0, size=5) == page_slice(page=1, size=5) == page_slice(page=None, size=5)


@pytest.mark.parametrize(("page", "size"), [(-1, 10), (1, 0), (1, -5)])
def test_impossible_page_is_an_error(page: int, size: int) -> None:
    with pytest.raises(QueryError):
        page_slice(page=page, size=size)


@pytest.mark.parametrize(
    ("argument", "matched", "passed_over"),
    [("eq:mti", "mti", "mti-kzpp"), ("EQ:mti", "mti", "m"), ("contains:mti", "mti-kzpp", "mt")],
)
def test_project_filter(argument: str, matched: str, passed_over: str) -> None:
    wanted = parse_project_filter(argument)

    assert wanted.matches(matched)
    assert not wanted.matches(passed_over)


@pytest.mark.parametrize("argument", ["mti", "neq:mti", "eq:", ""])
def test_unknown_project_filter_is_an_error(argument: str) -> None:
    with pytest.raises(QueryError, match="projects"):
        parse_project_filter(argument)


def test_rest_takes_a_bare_slug_for_equality() -> None:
    assert parse_project_filter("mti", bare_is_eq=True) == parse_project_filter("eq:mti")


@pytest.mark.parametrize(
    ("argument", "newest_first"),
    [("created_date:desc", True), ("created_date:DESC", True), ("created_date:asc", False)],
)
def test_sort_order(argument: str, newest_first: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert parse_newest_first(argument) is newest_first


@pytest.mark.parametrize("argument", ["title:asc", "created_date", "created_date:up"])
def test_unknown_sort_order_is_an_error(argument: str) -> None:
    with pytest.raises(QueryError, match="sort"):
        parse_newest_first(argument)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9", "ru"),
        ("KK", "kk"),
        ("en;q=0.5", "en"),
        ("kz", None),
        ("*", None),
        ("", None),
        (None, None),
    ],
)
def test_language_of_the_header(header: str | None, language: str | None) -> None:
    assert preferred_language(header) == language


@pytest.mark.parametrize(
    ("created_date", "moment"),
    [
        ("2025-10-01T09:30:00.123Z", datetime(2025, 10, 1, 9, 30, 0, 123000, UTC)),
        ("2025-10-01T14:30:00+05:00", datetime(2025, 10, 1, 9, 30, tzinfo=UTC)),
        ("2020-03-05T00:00:00", datetime(2020, 3, 4, 19, tzinfo=UTC)),
        ("14 июля 2026", None),
        (None, None),
    ],
)
def test_instant_of_a_created_date(created_date: str | None, moment: datetime | None) -> None:
    assert instant(created_date) == moment
