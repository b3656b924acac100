"""A run against the replica has figures that a later release states again or puts right."""

from decimal import Decimal

from pipeline.settings import Settings
from warehouse.connection import open_reader

MINISTRY = "Министерство национальной экономики"
FIRST, SECOND = "1113820", "1120050"


def stated_by_the_pair(settings: Settings, query: str) -> list[tuple[object, ...]]:
    with open_reader(settings.published_path) as connection:
        return connection.execute(
            f"{query} WHERE ministry = $ministry AND previous_url LIKE $first AND url LIKE $second"
            " ORDER BY unit, period_start",
            {"ministry": MINISTRY, "first": f"%/{FIRST}?%", "second": f"%/{SECOND}?%"},
        ).fetchall()


def test_a_later_release_revises_figures(replica_settings: Settings) -> None:
    found = stated_by_the_pair(
        replica_settings,
        "SELECT unit, period_start::VARCHAR, previous_signed_value, signed_value FROM revisions",
    )
    assert found == [
        ("KZT", "2025-01-01", Decimal(108_600_000_000_000), Decimal(109_400_000_000_000)),
        ("KZT", "2025-07-01", Decimal(438_200), Decimal(441_700)),
    ]


def test_a_later_release_restates_figures(replica_settings: Settings) -> None:
    found = stated_by_the_pair(replica_settings, "SELECT unit, value FROM mart.restatement")
    assert found == [
        ("%", Decimal("4.6")),
        ("KZT", Decimal(17_300_000_000_000)),
        ("USD", Decimal(57_400_000_000)),
    ]
