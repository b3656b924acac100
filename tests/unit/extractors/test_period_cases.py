"""Periods and plans in many surface forms: the cases are data, one line each."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import Fact, extract

CASES = Path(__file__).parent / "cases" / "periods.tsv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def day_of(printed: str) -> date | None:
    return date.fromisoformat(printed) if printed else None


def text_of(row: dict[str, str]) -> str:
    return row["text"].replace("\\n", "\n")


def facts_of(text: str, published: date | None) -> list[Fact]:
    return list(extract(text, published=published, syntax="none").facts)


def timing_of(fact: Fact) -> tuple[str, ...]:
    period = fact.period
    if period is None:
        return ("", "", "", "", fact.modality)
    return (str(period.start), str(period.end), period.grain, period.source, fact.modality)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['text'][:50]}|{row['published']}|{row['quote']}")
def test_period_and_modality(row: dict[str, str]) -> None:
    facts = [f for f in facts_of(text_of(row), day_of(row["published"])) if f.quote == row["quote"]]
    assert len(facts) == 1
    expected = tuple(row[name] for name in ("start", "end", "grain", "source", "modality"))
    assert timing_of(facts[0]) == expected


def test_cases_hold_every_source_grain_and_modality() -> None:
    assert {row["source"] for row in ROWS} == {"", "explicit", "inherited", "publication"}
    assert {row["modality"] for row in ROWS} == {"actual", "planned"}
    grains = {"", "day", "week", "month", "quarter", "half_year", "year", "year_to_date", "range"}
    assert {row["grain"] for row in ROWS} == grains


@pytest.mark.parametrize("published", ["2024-01-01", "2024-02-29", "2025-03-31", "2025-12-31", "2026-07-15"])
def test_relative_times_follow_the_publication_day(published: str) -> None:
    day = date.fromisoformat(published)
    text = "С начала года введено 12 школ. В прошлом году ввели 30. На следующий год план – 45 школ."
    since, last, _plan = facts_of(text, day)
    assert since.period is not None
    assert (since.period.start, since.period.end) == (date(day.year, 1, 1), day)
    assert last.period is not None
    assert (last.period.start, last.period.end) == (date(day.year - 1, 1, 1), date(day.year - 1, 12, 31))


@pytest.mark.parametrize("published", ["2024-01-01", "2024-02-29", "2025-03-31", "2025-12-31"])
def test_last_month_and_quarter_end_before_their_successor_begins(published: str) -> None:
    day = date.fromisoformat(published)
    month, quarter = facts_of("В прошлом месяце открыто 12 школ. В прошлом квартале открыто 30 школ.", day)
    assert month.period is not None
    assert month.period.end < day.replace(day=1)
    assert quarter.period is not None
    assert quarter.period.end < date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


# A text of several paragraphs may hand on the time of its heading or first paragraph.
SINGLE = [row for row in ROWS if "\\n" not in row["text"]]
PARAGRAPHS = st.sampled_from([row["text"] for row in SINGLE])
DAYS = st.dates(date(1995, 1, 1), date(2040, 12, 31)) | st.none()


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), DAYS)
@settings(max_examples=60)
def test_period_never_ends_before_it_starts(paragraphs: list[str], published: date | None) -> None:
    for fact in facts_of("\n\n".join(paragraphs), published):
        assert fact.period is None or fact.period.start <= fact.period.end


# No time of its own, and nothing that a paragraph could pass on.
BESIDE = st.sampled_from(
    [
        "Об этом сообщили в ведомстве.",
        "Заседание прошло под председательством министра.",
        "Участники обсудили меры поддержки.",
        "Работа продолжается.",
    ]
)


@given(st.sampled_from(SINGLE), BESIDE, BESIDE)
@settings(max_examples=80)
def test_other_paragraphs_do_not_change_a_period(row: dict[str, str], before: str, behind: str) -> None:
    text, published = text_of(row), day_of(row["published"])
    alone = [timing_of(fact) for fact in facts_of(text, published)]
    beside = [timing_of(fact) for fact in facts_of(f"{before}\n\n{text}\n\n{behind}", published)]
    assert beside == alone
