import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli.values import cell_text, json_ready, plain_decimal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("23000.000000000", "23000"),
        ("5.600000000", "5.6"),
        ("-0.5", "-0.5"),
        ("100", "100"),
        ("1E+12", "1000000000000"),
        ("0.000000001", "0.000000001"),
        ("0.000", "0"),
    ],
)
def test_a_decimal_has_no_exponent_and_no_trailing_zeros(value: str, text: str) -> None:
    assert plain_decimal(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**28), max_value=10**28))
def test_a_decimal_read_back_is_the_same_number(value: Decimal) -> None:
    assert Decimal(plain_decimal(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("a\nb", "a\nb"),
        (True, "true"),
        (5, "5"),
        (Decimal("5.50"), "5.5"),
        (date(2025, 12, 1), "2025-12-01"),
        (datetime(2025, 12, 1, 6, 30, 1, 5, tzinfo=UTC), "2025-12-01 06:30:01+00:00"),
        (["а", Decimal("1.0")], '["а", "1"]'),
        ({"a": date(2025, 1, 1)}, '{"a": "2025-01-01"}'),
    ],
)
def test_a_cell(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_json_has_exact_decimals_and_iso_times() -> None:
    value = {
        "decimal": Decimal("0.100"),
        "at": datetime(2025, 12, 1, 6, 30, tzinfo=UTC),
        "time": time(10, 0),
        "for": timedelta(seconds=90),
        "id": UUID(int=5),
        "bytes": b"\x01\xff",
        "infinite": float("inf"),
        "by day": {date(2025, 1, 1): 1.5},
        "list": (None, True, [Decimal(7)]),
    }
    ready = json_ready(value)
    assert ready == {
        "decimal": "0.1",
        "at": "2025-12-01T06:30:00+00:00",
        "time": "10:00:00",
        "for": "90 s",
        "id": "00000000-0000-0000-0000-000000000005",
        "bytes": "01ff",
        "infinite": "inf",
        "by day": {"2025-01-01": 1.5},
        "list": [None, True, ["7"]],
    }
    assert json.loads(json.dumps(ready, allow_nan=False)) == ready


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no form in JSON"):
        json_ready(object())
