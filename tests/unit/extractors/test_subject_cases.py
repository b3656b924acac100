"""Subjects and changes in many surface forms: the cases are data, one line each."""

import pytest

from extractors import Fact, extract
from tests.unit.extractors.case_tables import rows


def fact_of(text: str, quote: str) -> Fact:
    found = extract(text.replace("\\n", "\n"), published=None).facts
    facts = [fact for fact in found if fact.quote == quote]
    assert len(facts) == 1, [fact.quote for fact in found]
    return facts[0]


@pytest.mark.parametrize("row", rows("subjects.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_subject_is_what_the_number_speaks_of(row: dict[str, str]) -> None:
    fact = fact_of(row["text"], row["quote"])
    assert (fact.subject_head, fact.subject) == (row["head"], row["subject"]), fact.rule


@pytest.mark.parametrize("row", rows("changes.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_change_and_direction(row: dict[str, str]) -> None:
    fact = fact_of(row["text"], row["quote"])
    assert (fact.measure, fact.direction or "") == (row["measure"], row["direction"])
