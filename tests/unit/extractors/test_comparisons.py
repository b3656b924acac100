"""Stated bases of comparisons: the cases are data, one line each ("\\n" is a line break)."""

import pytest

from extractors.lexicon.nominative import nominative_of
from tests.unit.extractors.case_tables import fact_at, rows


@pytest.mark.parametrize("row", rows("bases.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_base_of_a_comparison(row: dict[str, str]) -> None:
    fact = fact_at(row)
    assert (fact.compared_with or "") == row["base"], fact.measure


@pytest.mark.parametrize(
    ("phrase", "nominative"),
    [
        ("аналогичному периоду прошлого года", "аналогичный период прошлого года"),
        ("2024 годом", "2024 год"),
        ("июлем прошлого года", "июль прошлого года"),
        ("января–июля 2024 года", "январь–июль 2024 года"),
        ("той же дате прошлого года", "та же дата прошлого года"),
        ("IV кварталу 2023 года", "IV квартал 2023 года"),
        ("прошлым летом", "прошлое лето"),
        ("утверждённому годовому плану", "утверждённый годовой план"),
        ("план", "план"),
        ("2024", "2024"),
    ],
)
def test_nominative_keeps_number_and_what_follows_the_head(phrase: str, nominative: str) -> None:
    assert nominative_of(phrase) == nominative
