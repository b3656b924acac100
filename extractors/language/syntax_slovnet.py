"""The syntax provider `slovnet`: its model over all sentences of a text in one go, answers as its own.

Belongs here: reading the weights in the natasha wheel (MIT), batches of sentences, arcs from scores. Does not
belong here: the arithmetic of the layers (`slovnet_passes`), the other providers (`syntax`).
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from navec import Navec
from numpy.typing import NDArray
from slovnet import Syntax

from extractors.language.slovnet_passes import Biaffine, FirstProducts, Floats, Gaps, Layer
from extractors.language.syntax import Arc

_MAX_WORDS_AT_ONCE = 4_096


class SlovnetSyntax:
    """The trees of slovnet: the weights and the answers are its own."""

    name = "slovnet"

    def __init__(self) -> None:
        infer = load_slovnet().infer
        model = infer.model
        self._layers = [Layer(layer) for layer in model.encoder.layers]
        self._first_products = FirstProducts(infer.encoder, model.emb, self._layers[0].weight)
        self._head, self._relation = Biaffine(model.head), Biaffine(model.rel)
        self._relations: list[str] = list(infer.decoder.rels_vocab.items)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[Arc]]:
        """The arcs that slovnet itself would give."""
        return [arcs for batch in _batches(sentences) for arcs in self._parse(batch)]

    def _parse(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Arc]]:
        words: list[str | None] = [None]
        spans = []
        for sentence in sentences:
            spans.append(slice(len(words), len(words) + len(sentence)))
            words += [*sentence, None]
        gaps = np.array([word is None for word in words])
        encoded = self._encoded(words, gaps)
        heads = self._heads(encoded, gaps, spans)
        relations = self._relation_ids(encoded, gaps, heads)
        for span in spans:
            before = span.start - 1
            yield [
                Arc(index if head == before else head - span.start, self._relations[relation])
                for index, (head, relation) in enumerate(
                    zip(heads[span].tolist(), relations[span].tolist(), strict=True)
                )
            ]

    def _encoded(self, words: Sequence[str | None], gaps: Gaps) -> Floats:
        first, *others = self._layers
        encoded = first(self._first_products(words), gaps)
        for layer in others:
            encoded = layer(encoded @ layer.weight, gaps)
        return encoded

    def _heads(self, encoded: Floats, gaps: Gaps, spans: Sequence[slice]) -> NDArray[np.intp]:
        """Row of each word's head; the row before its sentence for the root."""
        dependents, candidates = self._head(encoded, gaps)
        dependents = dependents @ self._head.kernel
        heads = np.arange(len(encoded))
        for span in spans:
            before = span.start - 1
            scores = dependents[span] @ candidates[before : span.stop].T
            heads[span] = before + scores.argmax(axis=1)
        return heads

    def _relation_ids(self, encoded: Floats, gaps: Gaps, heads: NDArray[np.intp]) -> NDArray[np.intp]:
        of_heads, of_words = self._relation(encoded, gaps)
        by_relation = (of_heads[heads] @ self._relation.kernel).reshape(len(encoded), -1, of_words.shape[1])
        scores: Floats = np.matmul(by_relation, of_words[:, :, np.newaxis])[:, :, 0]
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Runs of sentences of some thousand words each, so that memory stays bounded."""
    batch: list[Sequence[str]] = []
    size = 0
    for sentence in sentences:
        batch.append(sentence)
        size += len(sentence)
        if size >= _MAX_WORDS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def load_slovnet() -> Syntax:
    """Slovnet's own `Syntax` with the weights and word vectors in the natasha wheel.

    Raises:
        LookupError: When natasha is not installed.
    """
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(
            "syntax provider slovnet: the package natasha, which carries its weights, is not installed"
        )
    data = Path(spec.submodule_search_locations[0]) / "data"
    syntax = Syntax.load(str(data / "model" / "slovnet_syntax_news_v1.tar"))
    syntax.navec(Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")))
    return syntax
