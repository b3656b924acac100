"""The formats that a query's result can be written in, and which one is meant.

Belongs here: the choice. Does not belong here: the writing (`sql_formats`), which loads DuckDB.
"""

from enum import StrEnum
from pathlib import Path

from pipeline.errors import SettingsError


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


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
