"""Sources of numbers: the cases are data, one line each ("\\n" is a line break)."""

import pytest

from extractors.attribution.person_names import name_in_nominative
from tests.unit.extractors.case_tables import fact_at, rows


@pytest.mark.parametrize("row", rows("sources.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_source_of_a_number(row: dict[str, str]) -> None:
    fact = fact_at(row)
    assert (fact.attributed_to or "") == row["source"]


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
