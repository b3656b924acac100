"""Parts and wholes: the cases are data, one line each ("\\n" is a line break, no whole is none)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import extract
from tests.unit.extractors.case_tables import rows


@pytest.mark.parametrize("row", rows("parts.tsv"), ids=lambda row: f"{row['text'][:40]}|{row['quote']}")
def test_part_is_linked_to_its_whole(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    start = text.index(row["quote"])
    facts = extract(text, published=None, syntax="none").facts
    found = [fact for fact in facts if fact.char_start < start + len(row["quote"]) and start < fact.char_end]
    assert len(found) == 1, [fact.quote for fact in facts]
    whole = found[0].part_of
    assert ("" if whole is None else facts[whole].quote) == row["whole"], [fact.evidence for fact in facts]


def evidence_of(text: str, quote: str) -> tuple[str, ...]:
    facts = extract(text, published=None, syntax="none").facts
    return next(fact.evidence for fact in facts if fact.quote == quote)


def test_parts_that_add_up_say_so() -> None:
    text = "Команда завоевала семь медалей: одну золотую, две серебряные и четыре бронзовые."
    assert "parts_add_up" in evidence_of(text, "семь")


def test_listed_parts_that_miss_some_say_so() -> None:
    text = "Команда завоевала восемь медалей: одну золотую, две серебряные и четыре бронзовые."
    assert "parts_do_not_add_up" in evidence_of(text, "восемь")


def test_named_parts_need_not_be_all() -> None:
    text = "Зарегистрировано 900 организаций, в том числе 300 городских и 200 сельских."
    assert not {"parts_add_up", "parts_do_not_add_up"} & set(evidence_of(text, "900"))


@given(st.lists(st.integers(min_value=12, max_value=9_000), min_size=2, max_size=6))
def test_a_total_of_its_parts_adds_up(parts: list[int]) -> None:
    listed = ", ".join(f"завод {name} – {part} машин" for name, part in zip("АБВГДЕ", parts, strict=False))
    facts = extract(f"Выпущено {sum(parts)} машин: {listed}.", published=None, syntax="none").facts
    assert [fact.part_of for fact in facts] == [None, *[0] * len(parts)]
    assert "parts_add_up" in facts[0].evidence


@given(st.text(alphabet="0123456789 из них,()–:;.аов", max_size=120))
def test_links_never_form_a_circle(text: str) -> None:
    facts = extract(text, published=None, syntax="none").facts
    for index in range(len(facts)):
        seen, above = {index}, facts[index].part_of
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = facts[above].part_of
