"""Cases as data: the rows of `cases/*.tsv`, and the one fact that a row speaks of.

Belongs here: reading the tables. Does not belong here: what a case asserts (`test_*`).
"""

import csv
from datetime import date
from pathlib import Path

from extractors import Fact, extract

_CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by the names in its header."""
    with (_CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def fact_at(row: dict[str, str]) -> Fact:
    """The only fact of the row's text ("\\n" is a line break) that overlaps its quote."""
    text = row["text"].replace("\\n", "\n")
    start = text.index(row["quote"])
    facts = extract(text, published=date(2025, 8, 1), syntax="none").facts
    found = [fact for fact in facts if fact.char_start < start + len(row["quote"]) and start < fact.char_end]
    assert len(found) == 1, [fact.quote for fact in facts]
    return found[0]
