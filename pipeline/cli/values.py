"""How a value of the warehouse is written as text: exact decimals, ISO 8601 times.

Belongs here: one value. Does not belong here: tables, lines and files (`output`).
"""

import json
import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID


def plain_decimal(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def json_ready(value: object) -> object:
    """A value with only what JSON has: decimals as exact text, times as ISO 8601, a duration as seconds.

    Raises:
        TypeError: A type that no query result holds.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case dict():
            return {str(json_ready(key)): json_ready(item) for key, item in value.items()}
        case list() | tuple():
            return [json_ready(item) for item in value]
        case _:
            return _text_of(value)


def cell_text(value: object) -> str:
    """A value as text, the same in tables and CSV; None is empty."""
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case bool() | dict() | list() | tuple():
            return json.dumps(json_ready(value), ensure_ascii=False)
        case _:
            return str(json_ready(value))


def _text_of(value: object) -> str:
    match value:
        case Decimal():
            return plain_decimal(value)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds():g} s"
        case UUID():
            return str(value)
        case bytes():
            return value.hex()
        case _:
            raise TypeError(f"{type(value).__name__} has no form in JSON")
