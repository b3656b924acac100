"""Sources of numbers: the cases are data, one line each ("\\n" is a line break)."""

import csv
from datetime import date
from pathlib import Path

import pytest

from extractors import extract
from extractors.person_names import name_in_nominative

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("sources.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_source_of_a_number(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    start = text.index(row["quote"])
    facts = extract(text, published=date(2025, 8, 1), syntax="none").facts
    found = [fact for fact in facts if fact.char_start < start + len(row["quote"]) and start < fact.char_end]
    assert len(found) == 1, [fact.quote for fact in facts]
    assert (found[0].attributed_to or "") == row["source"]


@pytest.mark.parametrize(
    ("name", "case", "nominative"),
    [
        ("Болата Садыкова", "Gen", "Болат Садыков"),
        ("Динары Закиевой", "Gen", "Динара Закиева"),
        ("Айгуль Куспан", "Gen", "Айгуль Куспан"),
        ("Нуржана-Али Байбека", "Gen", "Нуржана-Али Байбек"),
        ("Дмитрия Песковского", "Gen", "Дмитрий Песковский"),
        ("Женису Касымбеку", "Dat", "Женис Касымбек"),
        ("Канатом Ахметовым", "Ins", "Канат Ахметов"),
        ("Мадины Ибраевой", "Gen", "Мадина Ибраева"),
        ("Ибраева", "Gen", "Ибраев"),
        ("Ибраева", "Nom", "Ибраева"),
    ],
)
def test_name_of_a_person_in_the_nominative(name: str, case: str, nominative: str) -> None:
    assert " ".join(name_in_nominative(name.split(), case)) == nominative
