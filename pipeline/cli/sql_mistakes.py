"""What is wrong with a piece of SQL, in one line with the place.

Belongs here: reading DuckDB's errors, given as JSON (`SET errors_as_json`). Does not belong here:
running SQL (`sql_query`).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from pipeline.errors import ExitCode, SvodkaError

_LONGEST_REASON = 300


class SqlMistakeError(SvodkaError):
    """SQL that DuckDB does not accept, or that fails on the data."""

    exit_code = ExitCode.USAGE


@contextmanager
def mistakes_in(text: str, *, start: int = 0) -> Iterator[None]:
    """Turns what DuckDB says of a statement into one line.

    Args:
        text: The whole text as the person wrote it.
        start: Where in it the statement begins.

    Raises:
        SqlMistakeError: Whenever DuckDB raises.
    """
    try:
        yield
    except duckdb.Error as error:
        raise SqlMistakeError(_explain(str(error), text, start)) from error


def _explain(message: str, text: str, start: int) -> str:
    _, _, described = message.partition(": ")
    try:
        details = json.loads(described)
    except ValueError:
        details = {"exception_message": message}
    reason = " ".join(str(details["exception_message"]).split())
    if len(reason) > _LONGEST_REASON:
        reason = reason[:_LONGEST_REASON].rstrip() + "…"
    return f"SQL{_place(details, text, start)}: {reason}"


def _place(details: dict[str, str], text: str, start: int) -> str:
    """Line and column, counted from 1; DuckDB gives an offset in bytes of the statement."""
    if "position" not in details:
        return ""
    before = text[:start] + text[start:].encode()[: int(details["position"])].decode(errors="ignore")
    *earlier_lines, line = before.split("\n")
    return f", line {len(earlier_lines) + 1}, column {len(line) + 1}"
