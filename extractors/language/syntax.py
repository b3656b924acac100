"""Syntax providers: who gives a sentence its dependency tree.

Belongs here: the small protocol, the choice of a provider, and the two small ones (none, an installed spaCy
pipeline). Does not belong here: slovnet (`syntax_slovnet`), what rules make of a tree (`subjects`, …).
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from extractors.records import record


@record
class Arc:
    """The head of one word: index in its sentence (its own for the root) and UD relation."""

    head: int
    relation: str


class SyntaxProvider(Protocol):
    """Parses sentences given as lists of words."""

    name: str

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Arc]]:
        """One list of arcs for each sentence, one arc for each word."""
        ...


class NoSyntax:
    """No tree at all: rules fall back on agreement and order."""

    name = "none"

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Arc]]:
        """Empty lists: no word has an arc."""
        return [[] for _ in sentences]


class SpacySyntax:
    """The parser of an installed spaCy pipeline, such as `ru_core_news_sm`."""

    def __init__(self, name: str) -> None:
        import spacy  # noqa: PLC0415 - only where a user chose this provider

        self.name = name
        self._nlp = spacy.load(name, exclude=["ner", "lemmatizer"])

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Arc]]:
        """Arcs by the pipeline's parser, the words taken as they are."""
        from spacy.tokens import Doc  # noqa: PLC0415 - only where a user chose this provider

        docs = self._nlp.pipe(Doc(self._nlp.vocab, words=list(words)) for words in sentences)
        return [[Arc(token.head.i, token.dep_) for token in doc] for doc in docs]


def cycle_breaks(heads: Sequence[int]) -> list[int]:
    """The first word of every cycle: made a root, it leaves a tree.

    A parser that chooses each head by itself may let words hang on each other, and then spaCy follows every
    path upwards for as many steps as the text has words.

    Args:
        heads: Index of the head of each word, its own for a root.
    """
    met = [-1] * len(heads)
    breaks = []
    for start in range(len(heads)):
        index = start
        while met[index] < 0 and heads[index] != index:
            met[index] = start
            index = heads[index]
        if met[index] == start and heads[index] != index:
            cycle = [index]
            while heads[cycle[-1]] != index:
                cycle.append(heads[cycle[-1]])
            breaks.append(min(cycle))
        met[index] = max(met[index], start)
    return breaks


@cache
def load_syntax(name: str) -> SyntaxProvider:
    """The provider of that name: "slovnet", "none", or an installed spaCy pipeline.

    Raises:
        LookupError: When the provider's model is not installed.
    """
    if name == NoSyntax.name:
        return NoSyntax()
    if name == "slovnet":
        from extractors.language.syntax_slovnet import SlovnetSyntax  # noqa: PLC0415 - half a second to import, for it alone

        return SlovnetSyntax()
    if find_spec(name) is None:
        raise LookupError(
            f"syntax provider {name!r} is not installed; use slovnet, none or an installed spaCy pipeline"
        )
    return SpacySyntax(name)
