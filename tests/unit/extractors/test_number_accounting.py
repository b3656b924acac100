"""Whatever the text, every number in it is told exactly once: in a fact or in a rejection."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors import extract
from extractors.expressions.scan import scan

PUBLISHED = date(2025, 12, 1)
# Words with one definite value, written down here apart from the table that the extractor reads.
_WRITTEN = """
два две двух двум двумя три трёх трем тремя четыре четырёх пять пяти шесть шести восемь восьми
девять десять одиннадцать двенадцать пятнадцать двадцать двадцати тридцать сорок сорока пятьдесят
шестьдесят девяносто сто двести трёхсот пятьсот восьмисот полтора полторы полутора двое троих
четверо пятеро половина половины треть четверть первый второго третьей пятой десятом сотый вдвое
втрое двукратный дважды полмиллиона
"""
NUMBER_WORDS = _WRITTEN.split()
WORD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
NASTY = "0123456789.,:;-–—−+±%№$₸€()[]«»\"'/\\|#@ \t\n\u00a0\u202f\u2009\u200b°²³½ЁёЙйаАвВгГтТнNAxXйхmkIVё"
PIECES = (
    "5", "17,3", "1 234", "12.05.2024", "2025", "10:30", "3,5%", "млн", "тыс.", "млрд тенге", "тенге", "га",
    "км/ч", "м3", "процентов", "п.п.", "раза", "в", "на", "с", "до", "от", "по", "за", "из", "и", "или",
    "не более", "около", "в том числе", "годом ранее", "на душу населения", "за кг", "в год", "лет", "года",
    "г.", "январе", "–", "-", "(", ")", ".", ",", ";", ":", "|", "\n", "\n\n", "«", "»", "№", "ст.", "дети",
    "школ", "рублей", "долларов США", "пять", "двадцать", "сто", "полтора", "тысяч", "миллиона",
    "две трети", "пятая часть", "с половиной", "минус", "один", "первое место", "человек", "десяток", "1-й",
    "43-х", "5G", "АИ-95", "https://a.kz/5", "+7 727 250 12 34", "IV", "XXI века", "1/4", "±", "$", "₸",
    "больше", "ниже", "составил", "выросло", "каждые", "На 1000 жителей",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=NASTY, max_size=60),
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
        lambda pieces: st.sampled_from([" ", "", "  ", "\u00a0"]).map(lambda gap: gap.join(pieces))
    ),
)
# Longer than the stretches that sentences are read in, with and without anything to cut at.
LONG_TEXTS = st.builds(
    lambda before, piece, gap, times, after: before + (piece + gap) * times + after,
    st.sampled_from(["", "5 школ ", "- "]),
    st.one_of(
        st.sampled_from(PIECES), st.sampled_from(["5 млн тенге на 10 объектов,", "а", "-", "школ больниц"])
    ),
    st.sampled_from([" ", "", "  ", "\u00a0", "\n"]),
    st.integers(60, 400),
    st.sampled_from(["", " 6 тонн", "."]),
)


def spans_of(text: str, syntax: str = "none") -> list[tuple[int, int, str]]:
    found = extract(text, published=PUBLISHED, syntax=syntax)
    spans = [(fact.char_start, fact.char_end, fact.quote) for fact in found.facts]
    return spans + [(item.char_start, item.char_end, item.quote) for item in found.rejected]


def numbers_in(text: str) -> Iterator[tuple[int, int]]:
    """Every digit, and every number word, as an independent reader sees them."""
    for match in re.finditer(r"\d", text):
        yield match.span()
    for match in WORD.finditer(text):
        yield match.span()


def untold(text: str) -> list[tuple[str, int]]:
    """Numbers that lie in no span or in more than one."""
    spans = spans_of(text)
    told = [
        (text[start:end], sum(1 for first, last, _ in spans if first <= start and end <= last))
        for start, end in numbers_in(text)
    ]
    return [(number, count) for number, count in told if count != 1]


@settings(max_examples=600)
@given(TEXTS)
@example("пять – шесть-семь\n\nтысяч 5")
@example("5\n\nтыс. тенге")
@example("5 тысяч двести школ")
@example("5 с половиной тысяч две школы")
@example("пять тысяч пять тысяч пять")
@example("миллиона пять миллиона пять школ")
@example("Стоит 30$  430 МВт")
@example("до 2м3,1 млрд долларов")
@example("На 1000 жителей приходится 5 на 100 тыс. населения")
@example("5 школ " + "а" * 5_000 + " 6 тонн")
@example("1" * 4_000 + " тонн")
def test_every_number_is_told_exactly_once(text: str) -> None:
    assert untold(text) == []


@settings(max_examples=60)
@given(LONG_TEXTS)
def test_every_number_of_a_long_text_is_told_exactly_once(text: str) -> None:
    assert untold(text) == []


@settings(max_examples=300)
@given(TEXTS)
def test_quotes_are_slices_of_the_text(text: str) -> None:
    assert [quote for start, end, quote in spans_of(text) if text[start:end] != quote] == []


@pytest.mark.parametrize("digit", ["٣", "५", "７", "𝟗"])
def test_digits_of_other_scripts_are_numbers_too(digit: str) -> None:
    assert untold(f"Построено {digit} школ") == []


@settings(max_examples=200)
@given(TEXTS)
def test_scan_keeps_its_numbers_in_order(text: str) -> None:
    found = scan(text, PUBLISHED)
    ends = [(expression.start, expression.end) for expression in found.expressions]
    assert ends == sorted(ends)
    assert all(first_end <= start for (_, first_end), (start, _) in pairwise(ends))
