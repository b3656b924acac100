"""How a query's result is to be written.

Belongs here: the formats and the choice between them. Does not belong here: the writing
(`sql_formats`), which loads DuckDB.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.cli.output import WIDEST_CELL
from pipeline.errors import SettingsError

ROWS_IN_A_TABLE = 100


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Layout:
    """How results are written.

    Attributes:
        shape: The format; see `choose_format`.
        output: File for the result, replaced when everything is written; None for standard output.
        limit: Most rows, None for the format's own limit: a table shows `ROWS_IN_A_TABLE`, the
            others everything.
        widest_cell: Where a table cuts texts, in characters.
    """

    shape: Format
    output: Path | None = None
    limit: int | None = None
    widest_cell: int = WIDEST_CELL

    @property
    def rows_in_a_table(self) -> int:
        """Most rows that a table shows."""
        return ROWS_IN_A_TABLE if self.limit is None else self.limit


def choose_format(stated: Format | None, output: Path | None) -> Format:
    """The stated format, else the one that the file's name ends in, else a table.

    Raises:
        SettingsError: A table for a file, a file whose name says nothing, Parquet for no file.
    """
    if output is None:
        if stated is Format.PARQUET:
            raise SettingsError("Parquet is not for standard output", remedy="name a file with --output")
        return stated or Format.TABLE
    suffix = output.suffix.lower().removeprefix(".")
    shape = stated or (Format(suffix) if suffix in set(Format) else Format.TABLE)
    if shape is Format.TABLE:
        raise SettingsError(f"no format for {output}", remedy="add --format csv, json, jsonl or parquet")
    return shape
