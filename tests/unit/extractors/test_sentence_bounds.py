"""Sentences: ends behind abbreviations, expressions never cut, bounded length."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from razdel import sentenize

from extractors.text.sentences import (
    Block,
    BlockKind,
    SentenceSpan,
    _razdel,
    at_tokens,
    find_blocks,
    find_sentences,
)

LONGEST = 1_500


def sentences(text: str, joined: list[tuple[int, int]] | None = None) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text, find_blocks(text), joined or [])]


def test_a_capital_behind_an_abbreviated_number_opens_a_sentence() -> None:
    text = "Рост составил 4,5 п.п. Инфляция замедлилась."
    assert sentences(text, [(14, 22)]) == ["Рост составил 4,5 п.п.", "Инфляция замедлилась."]


def test_no_sentence_ends_inside_an_expression() -> None:
    text = "Собрано 3,3 млн. Тонн зерна больше нет."
    assert sentences(text, [(8, 21)]) == ["Собрано 3,3 млн. Тонн зерна больше нет."]


def test_a_sentence_without_end_is_read_in_stretches() -> None:
    text = "слово " * 2_000
    found = sentences(text)
    assert len(found) > 5
    assert max(map(len, found)) <= LONGEST
    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.text(alphabet="а1., \n;–(«", max_size=4_000))
def test_sentences_cover_every_visible_character_once_and_in_order(text: str) -> None:
    spans = find_sentences(text, find_blocks(text), [])
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(text[s.start : s.end] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_a_cut_within_a_token_moves_behind_it() -> None:
    spans = [SentenceSpan(0, 10, 0), SentenceSpan(10, 20, 0), SentenceSpan(20, 30, 0)]
    assert at_tokens(spans, [0, 4, 22, 26]) == [SentenceSpan(0, 22, 0), SentenceSpan(22, 30, 0)]


def test_sentences_at_tokens_stay_as_they_are() -> None:
    spans = [SentenceSpan(0, 10, 0), SentenceSpan(11, 20, 1)]
    assert at_tokens(spans, [0, 4, 11, 15]) == spans


@given(st.text(alphabet='аБ5 .;:=-?!…()«»"', min_size=1, max_size=40).map(str.strip).filter(bool))
def test_a_block_is_cut_where_razdel_cuts_it(text: str) -> None:
    cuts = [(piece.start, piece.stop) for piece in sentenize(text)]
    assert _razdel(text, Block(0, len(text), BlockKind.PARAGRAPH)) == cuts
