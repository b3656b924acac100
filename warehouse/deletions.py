"""What a load takes out before it merges: rows that a newer reading of the same input no longer has.

Belongs here: the DELETE statements of the loads, in their order. Does not belong here: what is merged
afterwards (`merges`) and the id lists they read (`scratch` and the views `incoming_<table>`).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Deletion:
    """A statement that deletes rows of one table."""

    table: str
    statement: str


RELEASE_DELETIONS: Final = (
    Deletion(
        "core.extraction",
        "DELETE FROM core.extraction WHERE version_id IN (SELECT version_id FROM outdated_extraction)",
    ),
    Deletion(
        "core.fact",
        "DELETE FROM core.fact WHERE version_id IN (SELECT version_id FROM outdated_extraction)",
    ),
    Deletion(
        "core.rejected_number",
        "DELETE FROM core.rejected_number WHERE version_id IN (SELECT version_id FROM outdated_extraction)",
    ),
    Deletion(
        "core.problem",
        "DELETE FROM core.problem WHERE version_id IN (SELECT version_id FROM outdated_extraction)",
    ),
    Deletion(
        "core.problem",
        """
        DELETE FROM core.problem
        WHERE stage = 'parse'
          AND fetch_id IN (SELECT fetch_id FROM incoming_parsed_fetch)
          AND problem_id NOT IN (SELECT problem_id FROM incoming_problem)
        """,
    ),
    Deletion(
        "core.release_version",
        "DELETE FROM core.release_version WHERE version_id IN (SELECT version_id FROM superseded_version)",
    ),
    Deletion(
        "core.release",
        """
        DELETE FROM core.release
        WHERE release_id IN (SELECT release_id FROM superseded_version)
          AND release_id NOT IN (SELECT release_id FROM core.release_version)
          AND release_id NOT IN (SELECT release_id FROM incoming_release)
        """,
    ),
)

EXTRACTION_DELETIONS: Final = (
    Deletion(
        "core.fact",
        """
        DELETE FROM core.fact
        WHERE version_id IN (SELECT version_id FROM incoming_extraction)
          AND fact_id NOT IN (SELECT fact_id FROM incoming_fact)
        """,
    ),
    Deletion(
        "core.rejected_number",
        """
        DELETE FROM core.rejected_number
        WHERE version_id IN (SELECT version_id FROM incoming_extraction)
          AND rejected_id NOT IN (SELECT rejected_id FROM incoming_rejected_number)
        """,
    ),
    Deletion(
        "core.problem",
        """
        DELETE FROM core.problem
        WHERE stage = 'extract'
          AND version_id IN (SELECT version_id FROM incoming_extraction)
          AND problem_id NOT IN (SELECT problem_id FROM incoming_problem)
        """,
    ),
)
