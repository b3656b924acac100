"""Bare slovnet: razdel's sentences and tokens, and the dependency tree of every sentence."""

from razdel import sentenize, tokenize

from benchmarks.extraction.readers import Read
from extractors.syntax import SlovnetSyntax


def load() -> Read:
    """The parser with its weights; counts words."""
    syntax = SlovnetSyntax()

    def read(text: str) -> int:
        sentences = [[token.text for token in tokenize(sentence.text)] for sentence in sentenize(text)]
        return sum(len(arcs) for arcs in syntax.parse(sentences))

    return read
