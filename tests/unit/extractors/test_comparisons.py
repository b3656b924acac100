"""Stated bases of comparisons: the cases are data, one line each ("\\n" is a line break)."""

import csv
from datetime import date
from pathlib import Path

import pytest

from extractors import extract
from extractors.nominative import nominative_of

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("bases.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_base_of_a_comparison(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    start = text.index(row["quote"])
    facts = extract(text, published=date(2025, 8, 1), syntax="none").facts
    found = [fact for fact in facts if fact.char_start < start + len(row["quote"]) and start < fact.char_end]
    assert len(found) == 1, [fact.quote for fact in facts]
    assert (found[0].compared_with or "") == row["base"], found[0].measure


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
