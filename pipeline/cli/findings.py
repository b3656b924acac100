"""What a check of `svodka doctor` comes to.

Belongs here: the record. Does not belong here: any check (`doctor_packages`, `doctor_checks`).
"""

from dataclasses import asdict, dataclass
from enum import StrEnum


class State(StrEnum):
    """How it looks: fine, worth a look, or in the way of a run."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check.

    Attributes:
        check: Name of the check.
        state: How it looks.
        found: What was seen, one line.
        remedy: What to do, None if nothing.
    """

    check: str
    state: State
    found: str
    remedy: str | None = None

    def document(self) -> dict[str, object]:
        """The record for JSON."""
        return asdict(self)
