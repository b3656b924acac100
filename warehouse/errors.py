"""The errors of the warehouse, each with its place, the offending value and the remedy.

Belongs here: what can go wrong with the database file, its schema and the rows given to it.
Does not belong here: exit codes and how an error is shown (`pipeline`).
"""


class WarehouseError(Exception):
    """Anything the warehouse refuses or cannot do, said in one clear line."""

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message if remedy is None else f"{message}; {remedy}")


class WarehouseBusy(WarehouseError):
    """Another process holds the database file and did not let go in time."""


class WarehouseMissing(WarehouseError):
    """There is no database file yet."""


class WarehouseUnreadable(WarehouseError):
    """The file exists, but cannot be opened as a database."""


class MigrationRefused(WarehouseError):
    """The migrations on disk do not continue those that the database has."""


class RowsRefused(WarehouseError):
    """Rows that contradict each other, their table, or what is stored; nothing of the call was kept."""


class CheckInvalid(WarehouseError):
    """A file in `checks/` whose header does not say what a check must say."""
