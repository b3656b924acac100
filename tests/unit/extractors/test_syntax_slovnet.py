"""Our passes of slovnet's model give slovnet's own trees, however the sentences are batched."""

from pathlib import Path

import pytest
from razdel import sentenize, tokenize
from slovnet.markup import SyntaxMarkup

from extractors.language import slovnet_passes, syntax_slovnet
from extractors.language.syntax import Arc
from extractors.language.syntax_slovnet import SlovnetSyntax, load_slovnet

TEXTS = sorted((Path(__file__).parents[2] / "eval" / "texts").glob("a*.txt"))[:12]


@pytest.fixture(scope="module")
def sentences() -> list[list[str]]:
    """The sentences of some texts as words, and the odd ones that no text has."""
    read = [
        [token.text for token in tokenize(sentence.text)]
        for path in TEXTS
        for sentence in sentenize(path.read_text(encoding="utf-8"))
    ]
    # One long sentence of many words: of a word said ninety times over, rounding alone would pick the head.
    long = [word for sentence in read for word in sentence][:90]
    return [*read, ["25"], ["–", "%"], ["Несуществослов", "xyz", "«", "!"], long]


@pytest.fixture(scope="module")
def expected(sentences: list[list[str]]) -> list[list[Arc]]:
    """What slovnet's own passes answer, one sentence at a time."""
    original = load_slovnet()
    return [_arcs(markup) for sentence in sentences for markup in original.map([sentence])]


def _arcs(markup: SyntaxMarkup) -> list[Arc]:
    heads = [int(token.head_id) for token in markup.tokens]
    return [
        Arc(head - 1 if head else index, token.rel)
        for index, (head, token) in enumerate(zip(heads, markup.tokens, strict=True))
    ]


def test_trees_are_those_of_slovnet(sentences: list[list[str]], expected: list[list[Arc]]) -> None:
    assert len(sentences) > 50
    assert SlovnetSyntax().parse(sentences) == expected


def test_small_batches_and_a_full_cache_change_nothing(
    sentences: list[list[str]], expected: list[list[Arc]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slovnet_passes, "_MAX_WORD_FORMS", 40)
    monkeypatch.setattr(syntax_slovnet, "_MAX_WORDS_AT_ONCE", 30)
    provider = SlovnetSyntax()
    assert provider.parse(sentences) == expected
    assert provider.parse(sentences) == expected


def test_no_sentence_and_no_word_give_no_arc() -> None:
    provider = SlovnetSyntax()
    assert provider.parse([]) == []
    assert provider.parse([[], ["рост"], []]) == [[], [Arc(0, "root")], []]
