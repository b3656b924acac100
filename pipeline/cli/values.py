"""How a value of the warehouse is written as text: exact decimals, ISO 8601 times.

Belongs here: one value. Does not belong here: tables, lines and files (`output`).
"""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID


def plain_decimal(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def json_value(value: object) -> object:
    """What JSON has no type for: decimals as exact text, dates and times as ISO 8601, a duration in seconds.

    Raises:
        TypeError: A type that no query result holds.
    """
    match value:
        case Decimal():
            return plain_decimal(value)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case UUID():
            return str(value)
        case bytes():
            return value.hex()
        case _:
            raise TypeError(f"{type(value).__name__} has no form in JSON")


def cell_text(value: object) -> str:
    """A value as text, the same in tables and CSV; None is empty."""
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case Decimal() | date() | time() | timedelta() | UUID() | bytes():
            return str(json_value(value))
        case _:
            return json.dumps(value, ensure_ascii=False, default=json_value)
