from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.published import NOT_PUBLISHED, read_published

ALMATY = ZoneInfo("Asia/Almaty")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("raw", "at", "on", "zone"),
    [
        ("2025-09-02T09:15:22.417+05:00", utc(2025, 9, 2, 4, 15, 22, 417000), date(2025, 9, 2), "stated"),
        ("2025-09-02T09:15:22.9+0500", utc(2025, 9, 2, 4, 15, 22, 900000), date(2025, 9, 2), "stated"),
        ("2025-09-02T09:15:22.123456789+05", utc(2025, 9, 2, 4, 15, 22, 123456), date(2025, 9, 2), "stated"),
        ("2025-09-01T06:30:00Z", utc(2025, 9, 1, 6, 30), date(2025, 9, 1), "stated"),
        ("2025-08-31T20:30:00z", utc(2025, 8, 31, 20, 30), date(2025, 9, 1), "stated"),
        ("2025-09-01T02:00:00-03:30", utc(2025, 9, 1, 5, 30), date(2025, 9, 1), "stated"),
        ("2025-09-01T06:30:00", utc(2025, 9, 1, 1, 30), date(2025, 9, 1), "assumed"),
        ("2024-02-10T06:30:00", utc(2024, 2, 10, 0, 30), date(2024, 2, 10), "assumed"),
        ("2025-09-01 06:30", utc(2025, 9, 1, 1, 30), date(2025, 9, 1), "assumed"),
        ("14 июля 2026 11:58", utc(2026, 7, 14, 6, 58), date(2026, 7, 14), "assumed"),
        ("14 июля 2026 г., 11:58", utc(2026, 7, 14, 6, 58), date(2026, 7, 14), "assumed"),
        ("12 Янв\r\n2022", None, date(2022, 1, 12), None),
        ("21 марта 2026 года", None, date(2026, 3, 21), None),
        ("9 мая 2026", None, date(2026, 5, 9), None),
        ("01.03.2026", None, date(2026, 3, 1), None),
        ("1.3.2026 9:05", utc(2026, 3, 1, 4, 5), date(2026, 3, 1), "assumed"),
        ("2026-03-01", None, date(2026, 3, 1), None),
    ],
)
def test_every_form_seen_on_a_source_is_read(
    raw: str, at: datetime | None, on: date, zone: str | None
) -> None:
    published = read_published(raw, ALMATY)

    assert (published.at, published.on, published.zone) == (at, on, zone)
    assert not published.midnight


@pytest.mark.parametrize("raw", ["2020-05-05T00:00:00", "2020-05-05T00:00:00.000Z", "05.05.2020 00:00"])
def test_a_clock_at_exactly_midnight_is_marked(raw: str) -> None:
    assert read_published(raw, ALMATY).midnight


def test_a_moment_after_midnight_is_not() -> None:
    assert not read_published("2020-05-05T00:00:00.001", ALMATY).midnight


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "",
        "  ",
        "вчера",
        "2025-13-01",
        "31.02.2026",
        "2025-09-01T25:00:00",
        "2025-09-01T10:00:00+99:00",
        "14 нюля 2026",
        "0001-01-01T00:00:00",
        "1970-01-01T00:00:00Z",
        "1756786522",
        "2025-09-01T10:00:00 по Астане",
        "01.03.26",
    ],
)
def test_what_is_missing_or_unreadable_stays_missing(raw: str | None) -> None:
    assert read_published(raw, ALMATY) == NOT_PUBLISHED


@given(
    st.datetimes(
        min_value=datetime(1991, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
        max_value=datetime(2100, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        timezones=st.integers(-12 * 4, 14 * 4).map(
            lambda quarters: timezone(timedelta(minutes=15 * quarters))
        ),
    )
)
def test_a_stated_instant_is_never_changed(moment: datetime) -> None:
    published = read_published(moment.isoformat(), ALMATY)

    assert published.at == moment
    assert published.on == moment.astimezone(ALMATY).date()
    assert published.zone == "stated"
