"""Releases and facts of each ministry, for the closing table.

Belongs here: that query. Does not belong here: showing it.
"""

from dataclasses import dataclass
from datetime import date

from pipeline.settings import Settings
from pipeline.stages.warehouse import open_warehouse


@dataclass(frozen=True, slots=True)
class MinistryTotal:
    """What the warehouse holds of one ministry.

    Attributes:
        ministry: Its name, in Russian.
        releases: Press releases, in whatever language.
        facts: Facts in the current versions of its Russian releases, duplicates not counted.
        newest: Day of its newest release, None if no release has a day.
    """

    ministry: str
    releases: int
    facts: int
    newest: date | None


def ministry_totals(settings: Settings) -> tuple[MinistryTotal, ...]:
    """The totals of all ministries, in order of name."""
    with open_warehouse(settings) as connection:
        rows = connection.execute(
            """
            SELECT ministry, releases, coalesce(facts, 0), newest
            FROM (
                SELECT ministry, count(*) AS releases, max(published_on) AS newest
                FROM main.releases GROUP BY ministry
            )
            LEFT JOIN (SELECT ministry, count(*) AS facts FROM main.facts GROUP BY ministry) USING (ministry)
            ORDER BY ministry
            """
        ).fetchall()
    return tuple(MinistryTotal(*row) for row in rows)
