"""Amounts and differences in running prose, lists and tables: the cases are data, one line each."""

from datetime import date

import pytest

from extractors import extract
from tests.unit.extractors.case_tables import rows


@pytest.mark.parametrize("syntax", ["none", "slovnet"])
@pytest.mark.parametrize(
    "row", rows("changes_in_prose.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}"
)
def test_change_of_a_number(row: dict[str, str], syntax: str) -> None:
    text = row["text"].replace("\\n", "\n")
    start = text.index(row["quote"])
    facts = extract(text, published=date(2025, 8, 1), syntax=syntax).facts
    found = [fact for fact in facts if fact.char_start < start + len(row["quote"]) and start < fact.char_end]
    assert len(found) == 1, [fact.quote for fact in facts]
    assert (found[0].measure.value, found[0].direction or "") == (row["measure"], row["direction"])
