"""Numbers, units, bounds and what is no fact, in many surface forms: the cases are data, one line each."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from extractors import Extraction, Fact, extract
from tests.unit.extractors.case_tables import rows

CASES = Path(__file__).parent / "cases"
PUBLISHED = date(2025, 12, 1)
Row = dict[str, str]


def name_of(row: Row) -> str:
    return "|".join([row["text"][:60], *list(row.values())[1:2]])


def read(text: str) -> Extraction:
    return extract(text, published=PUBLISHED, syntax="none")


def fact_of(row: Row) -> Fact:
    found = read(row["text"].replace("\\n", "\n"))
    facts = [fact for fact in found.facts if fact.quote == row["quote"]]
    assert len(facts) == 1, ([fact.quote for fact in found.facts], found.rejected)
    return facts[0]


@pytest.mark.parametrize("row", rows("numbers.tsv"), ids=name_of)
def test_number_is_read(row: Row) -> None:
    fact = fact_of(row)
    most = Decimal(row["value_max"]) if row["value_max"] else None
    assert (fact.value, fact.value_max) == (Decimal(row["value"]), most)
    assert (fact.kind, fact.unit or "", fact.per or "") == (row["kind"], row["unit"], row["per"])


@pytest.mark.parametrize("row", rows("units.tsv"), ids=name_of)
def test_unit_and_denominator_are_read(row: Row) -> None:
    fact = fact_of(row)
    assert (fact.unit or "", fact.per or "") == (row["unit"], row["per"])


@pytest.mark.parametrize("row", rows("qualifiers.tsv"), ids=name_of)
def test_bound_is_read(row: Row) -> None:
    assert fact_of(row).qualifier == row["qualifier"]


@pytest.mark.parametrize("row", rows("guards.tsv"), ids=name_of)
def test_number_that_is_no_fact_is_told_with_its_reason(row: Row) -> None:
    text = row["text"].replace("\\n", "\n")
    found, start = read(text), text.index(row["number"])
    end = start + len(row["number"])
    covering = [item for item in found.rejected if item.char_start < end and start < item.char_end]
    assert {str(item.reason) for item in covering} == {row["reason"]}
    assert [fact.quote for fact in found.facts if fact.char_start < end and start < fact.char_end] == []
