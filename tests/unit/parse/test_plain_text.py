import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.plain_text import plain_text, title_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("раз\r\nдва\rтри\u2028четыре\x85пять", "раз\nдва\nтри\nчетыре\nпять"),
        ("\n\n раз \t два\u00a0\n\n\n\nтри\n", "раз два\n\nтри"),
        ("1\u00a0000 1\u202f000 1\u2009000", "1\u00a0000 1\u202f000 1\u2009000"),
        ("1\u00ad000\ufeff\u200b\u200e", "1000"),
        ("и\u0306", "й"),
        ("\x00\x1f\ud800", ""),
    ],
)
def test_lines_stay_and_invisible_characters_go(raw: str, text: str) -> None:
    assert plain_text(raw) == text


@given(st.text())
def test_tidy_text_stays_as_it_is(raw: str) -> None:
    once = plain_text(raw)

    assert plain_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once


@given(st.text(alphabet="0123456789 \u00a0\u202f\u2009\n\t.,\u00ad"))
def test_no_digit_is_lost(raw: str) -> None:
    assert [c for c in plain_text(raw) if c.isdigit()] == [c for c in raw if c.isdigit()]


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Рост &ndash; 5&nbsp;%", "Рост – 5 %"),
        ("АО &amp;quot;Самрук&amp;quot;", 'АО "Самрук"'),
        ("  два  слова\r\nи строка ", "два слова и строка"),
        ("мяг\u00adкий", "мягкий"),
        ("", ""),
    ],
)
def test_a_title_is_one_line_with_ordinary_spaces(raw: str, title: str) -> None:
    assert title_text(raw) == title
