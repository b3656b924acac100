"""Which territory a number describes: the cases are data, one line each ("\\n" is a line break)."""

import pytest

from extractors import Fact, extract
from tests.unit.extractors.case_tables import rows


def fact_of(text: str, quote: str, country: str = "KZ") -> Fact:
    text = text.replace("\\n", "\n")
    start = text.index(quote)
    facts = extract(text, published=None, syntax="none", country=country).facts
    found = [fact for fact in facts if fact.char_start < start + len(quote) and start < fact.char_end]
    assert len(found) == 1, [fact.quote for fact in facts]
    return found[0]


@pytest.mark.parametrize(
    "row", rows("places_of_numbers.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}"
)
def test_place_is_the_territory_a_number_describes(row: dict[str, str]) -> None:
    fact = fact_of(row["text"], row["quote"])
    assert (fact.place or "") == row["place"], fact.evidence


def test_place_brings_its_code() -> None:
    assert fact_of("В Павлодарской области построено 12 школ.", "12").place_code == "KZ-55"


def test_country_is_the_publishers() -> None:
    fact = fact_of("В стране построено 900 школ.", "900", country="RU")
    assert (fact.place, fact.place_code) == ("Россия", "RU")


def test_country_is_the_one_whose_territories_alone_are_named() -> None:
    text = (
        "В Татарстане взносы платят 98%, в Ингушетии 63%, в Дагестане 71%. По стране собрано 44 млрд рублей."
    )
    assert fact_of(text, "44 млрд рублей").place == "Россия"


def test_text_about_one_foreign_country_places_all_its_numbers() -> None:
    text = (
        "Правительство Кипра отчиталось о бюджете Кипра. Доходы выросли на 11%. "
        "Кипрское правительство обещает экономию."
    )
    assert fact_of(text, "11%").place == "Кипр"
