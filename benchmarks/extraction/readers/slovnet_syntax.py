"""Bare slovnet: razdel's sentences and tokens, and slovnet's own dependency tree of every sentence."""

from razdel import sentenize, tokenize

from benchmarks.extraction.readers import Read
from extractors.language.syntax_slovnet import load_slovnet


def load() -> Read:
    """The parser with its weights; counts words."""
    syntax = load_slovnet()

    def read(text: str) -> int:
        sentences = [[token.text for token in tokenize(sentence.text)] for sentence in sentenize(text)]
        return sum(len(markup.tokens) for markup in syntax.map(sentences))

    return read
