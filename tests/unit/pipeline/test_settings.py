"""Settings from the environment: what a duration may look like and what is refused."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.settings import Settings

own_environment = pytest.mark.usefixtures("tmp_home")


@own_environment
@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90", 90), ("1.5", 1.5), ("0", 0), ("0.25", 0.25), ("PT90S", 90), ("PT1M30S", 90), ("P1D", 86400)],
)
@pytest.mark.parametrize("name", ["lock_wait", "request_interval"])
def test_a_duration_is_seconds_or_iso(
    name: str, text: str, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"SVODKA_{name.upper()}", text)
    assert getattr(Settings(), name) == timedelta(seconds=seconds)


@own_environment
@pytest.mark.parametrize(("text", "seconds"), [("20", 20), ("2.5", 2.5), ("PT20S", 20)])
def test_the_limit_of_a_request_is_a_duration(
    text: str, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SVODKA_REQUEST_TIMEOUT", text)
    assert Settings().request_timeout == timedelta(seconds=seconds)


@own_environment
@pytest.mark.parametrize(
    "text", ["", " 90", "1,5", "-5", "1e3", "nan", "inf", "soon", "1m", "٣", "99999999999999"]
)
def test_what_is_no_duration_is_told_both_forms(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVODKA_LOCK_WAIT", text)
    with pytest.raises(
        ValidationError, match=r"a duration is seconds, such as 90 or 1\.5, or ISO 8601"
    ) as refused:
        Settings()
    (fault,) = refused.value.errors()
    assert (fault["loc"], fault["input"]) == (("lock_wait",), text)


@own_environment
@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("lock_wait", "-PT5S", "greater than or equal to 0 seconds"),
        ("request_interval", "-PT5S", "greater than or equal to 0 seconds"),
        ("request_timeout", "0", "greater than 0 seconds"),
    ],
)
def test_a_duration_that_makes_no_sense_is_refused(
    name: str, text: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"SVODKA_{name.upper()}", text)
    with pytest.raises(ValidationError, match=reason) as refused:
        Settings()
    assert refused.value.errors()[0]["input"] == text


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=999_999))
def test_seconds_are_read_exactly(whole: int, micros: int) -> None:
    read = Settings.model_validate({"lock_wait": f"{whole}.{micros:06}"}).lock_wait
    assert read == timedelta(seconds=whole, microseconds=micros)
