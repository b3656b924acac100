"""How a text is typed changes no fact: odd and doubled spaces, Latin letters inside Cyrillic words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import Extraction, Fact, extract
from extractors.text.levelled_text import level_text

_PUBLISHED = date(2025, 3, 14)
_PLAIN = (
    "В области создано более 13 тысяч рабочих мест, не менее 40 юридических лиц открыли 1 250 цехов. "
    "Без малого 18 га засеяно овсом; объём вырос более чем на 7,5%. Из них 5 цехов шьют обувь."
)


def _slots(found: Extraction, text: str) -> list[Fact]:
    """The facts without where they stand, each checked to be quoted from the text."""
    for fact in found.facts:
        assert text[fact.char_start : fact.char_end] == fact.quote
    return [replace(fact, quote="", char_start=0, char_end=0) for fact in found.facts]


def _read(text: str) -> Extraction:
    return extract(text, published=_PUBLISHED, syntax="none")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u2007", "\u2003"])
def test_an_odd_space_is_a_space(space: str) -> None:
    odd = _PLAIN.replace(" ", space)
    assert _slots(_read(odd), odd) == _slots(_read(_PLAIN), _PLAIN)


@pytest.mark.parametrize("wide", ["  ", "   ", " \u00a0", "\u00a0 \u00a0"])
def test_a_wide_space_is_a_space(wide: str) -> None:
    odd = _PLAIN.replace("1 250", "1250").replace(" ", wide)
    assert _slots(_read(odd), odd) == _slots(_read(_PLAIN), _PLAIN)


def test_quotes_keep_the_spaces_of_the_stored_text() -> None:
    assert [fact.quote for fact in _read("Собрано 12\u00a0  млн\u00a0тонн.").facts] == [
        "12\u00a0  млн\u00a0тонн"
    ]


def test_a_wide_space_between_digits_joins_no_groups() -> None:
    assert level_text("1  250 и 7").text == "1  250 и 7"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Coздано 5 pабочих мест", "Создано 5 рабочих мест"),
        ("cоставил", "составил"),
        ("eGov и COVID-центр", "eGov и COVID-центр"),
        ("eQonaq", "eQonaq"),
        ("Lada и Нива", "Lada и Нива"),
        ("5 Mвт", "5 Мвт"),
        (
            "B 2024 году, c 1 мая. C начала года (o чём сказано)",
            "В 2024 году, с 1 мая. С начала года (о чём сказано)",
        ),
        (
            "гепатит B и витамин C в 5 школах, группа A 12 мест",
            "гепатит B и витамин C в 5 школах, группа A 12 мест",
        ),
        ("еQonaq", "еQonaq"),
    ],
)
def test_latin_letters_inside_a_cyrillic_word_are_cyrillic(typed: str, read: str) -> None:
    assert level_text(typed).text == read


@given(st.text(alphabet="аб5 \u00a0\n,", max_size=40))
def test_a_span_leads_back_to_the_same_characters(text: str) -> None:
    levelled = level_text(text)
    for start, character in enumerate(levelled.text):
        begin, end = levelled.span(start, start + 1)
        assert text[begin:end].replace("\u00a0", " ") == character
