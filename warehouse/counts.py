"""What a load changed, in rows.

Belongs here: counting and adding up. Does not belong here: the loading (`load`).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """Rows added, changed and deleted by one or more loads.

    Attributes:
        added: Rows that were not there.
        changed: Rows whose id was there with other content.
        deleted: Rows that a newer reading of the same input no longer has.
        by_table: The same for each table that was touched, by its name with schema.
    """

    added: int = 0
    changed: int = 0
    deleted: int = 0
    by_table: Mapping[str, "LoadCounts"] = field(default_factory=dict)

    @property
    def is_unchanged(self) -> bool:
        """Whether no row was touched."""
        return not (self.added or self.changed or self.deleted)

    def __add__(self, other: "LoadCounts") -> "LoadCounts":
        """Add up two loads, table by table."""
        tables = {
            table: self.by_table.get(table, LoadCounts()) + other.by_table.get(table, LoadCounts())
            for table in sorted({*self.by_table, *other.by_table})
        }
        return LoadCounts(
            self.added + other.added, self.changed + other.changed, self.deleted + other.deleted, tables
        )


@dataclass(slots=True)
class LoadTally:
    """Collects the counts of one load while it runs."""

    rows: dict[str, Counter[str]] = field(default_factory=dict)

    def note(self, table: str, *, added: int = 0, changed: int = 0, deleted: int = 0) -> None:
        """Add what one statement did to a table."""
        noted = self.rows.setdefault(table, Counter())
        noted.update(added=added, changed=changed, deleted=deleted)

    def counts(self) -> LoadCounts:
        """Say what the load changed; tables that it left as they were are not named."""
        tables = {
            table: LoadCounts(noted["added"], noted["changed"], noted["deleted"])
            for table, noted in sorted(self.rows.items())
            if noted.total()
        }
        total = sum(tables.values(), LoadCounts())
        return LoadCounts(total.added, total.changed, total.deleted, tables)
