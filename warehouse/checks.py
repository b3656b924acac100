"""Checks of what the warehouse holds: each is a query that returns the rows it objects to.

Belongs here: reading the check files and running them. Does not belong here: what is checked (a file in
`checks/` each, with its own title, severity and whether it blocks) and what is done about it (the pipeline).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.errors import CheckInvalid

CHECKS_DIR = Path(__file__).parent / "checks"
SAMPLE_ROWS = 20

_HEADER = re.compile(
    r"-- title: (?P<title>\S.*)\n-- severity: (?P<severity>error|warn)\n-- blocking: (?P<blocking>yes|no)\n"
)


class Severity(StrEnum):
    """How bad it is when a check finds something."""

    ERROR = "error"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Check:
    """One file of `checks/`.

    Attributes:
        name: Name of the file without its ending.
        title: What holds when the check finds nothing, or what it looks for, in one line.
        severity: How bad a finding is.
        blocking: Whether nothing is published after a finding.
        sql: The query; every row it returns is a finding.
    """

    name: str
    title: str
    severity: Severity
    blocking: bool
    sql: str


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a check found.

    Attributes:
        check: The check.
        row_count: Number of findings.
        columns: Names of the columns of a finding.
        sample: The first findings, at most `SAMPLE_ROWS`.
    """

    check: Check
    row_count: int
    columns: tuple[str, ...]
    sample: tuple[tuple[object, ...], ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return self.row_count == 0


def load_checks(folder: Path = CHECKS_DIR) -> tuple[Check, ...]:
    """Read all checks, by name.

    Raises:
        CheckInvalid: If a file does not begin with title, severity and blocking, in this order.
    """
    return tuple(_read_check(path) for path in sorted(folder.glob("*.sql")))


def run_check(connection: DuckDBPyConnection, check: Check) -> CheckOutcome:
    """Run one check.

    Raises:
        CheckInvalid: If its query does not run on this database.
    """
    try:
        found = connection.execute(check.sql)
        columns = tuple(column[0] for column in found.description or ())
        rows = found.fetchall()
    except duckdb.Error as error:
        raise CheckInvalid(
            f"check {check.name} does not run ({error})", remedy="migrate the database first"
        ) from error
    return CheckOutcome(check, len(rows), columns, tuple(rows[:SAMPLE_ROWS]))


def run_checks(connection: DuckDBPyConnection) -> list[CheckOutcome]:
    """Run all checks, by name.

    Raises:
        CheckInvalid: If a file is no check or its query does not run on this database.
    """
    return [run_check(connection, check) for check in load_checks()]


def _read_check(path: Path) -> Check:
    sql = path.read_text(encoding="utf-8")
    header = _HEADER.match(sql)
    if header is None:
        raise CheckInvalid(
            f"check {path} does not say what it is",
            remedy="begin with the lines `-- title: …`, `-- severity: error|warn` and `-- blocking: yes|no`",
        )
    return Check(path.stem, header["title"], Severity(header["severity"]), header["blocking"] == "yes", sql)
