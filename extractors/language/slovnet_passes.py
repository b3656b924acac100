"""Forward passes of slovnet's syntax model over the words of many sentences at once.

Belongs here: the arithmetic of the model without padding. Does not belong here: finding and loading its
weights, the provider that hands over sentences (`syntax_slovnet`).

Source: https://github.com/natasha/slovnet (MIT), `slovnet.exec.model`. Slovnet pads batches of eight
sentences and multiplies every word afresh. Its first convolution, two thirds of the work, is linear in the
word's vector: its three products are made once for a word form and only added up by position. Arrays are
words x numbers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from slovnet.exec.encoders import SyntaxEncoder
from slovnet.exec.model import CNNEncoderLayer, Linear, SyntaxHead, SyntaxRel, WordShapeEmbedding
from slovnet.shape import word_shape

Floats = NDArray[np.float32]
Gaps = NDArray[np.bool_]
_GAP_ROW, _ROWS_AT_FIRST = 0, 1_024
# Three products of 256 numbers for each word form: some 50 MB when full.
_MAX_WORD_FORMS = 16_384


class FirstProducts:
    """The first layer's products of each word form, made once and kept."""

    def __init__(self, encoder: SyntaxEncoder, embedding: WordShapeEmbedding, weight: Floats) -> None:
        self._encoder, self._embedding, self._weight = encoder, embedding, weight
        self._rows: dict[str | None, int] = {None: _GAP_ROW}
        self._products = np.zeros((_ROWS_AT_FIRST, weight.shape[1]), dtype=np.float32)

    def __call__(self, words: Sequence[str | None]) -> Floats:
        """One row for each word; zeros for None, the gap between two sentences."""
        if len(self._rows) > _MAX_WORD_FORMS:
            self._rows = {None: _GAP_ROW}
        if new := [word for word in dict.fromkeys(words) if word is not None and word not in self._rows]:
            self._learn(new)
        rows = np.array([self._rows[word] for word in words], dtype=np.intp)
        return self._products[rows]

    def _learn(self, words: Sequence[str]) -> None:
        """Makes the products of words; the model sees no more of one than its vector and its shape."""
        encoder = self._encoder
        word_ids = np.array([encoder.words_vocab.encode(word.lower()) for word in words], dtype=np.intp)
        shape_ids = np.array([encoder.shapes_vocab.encode(word_shape(word)) for word in words], dtype=np.intp)
        first, stop = len(self._rows), len(self._rows) + len(words)
        if stop > len(self._products):
            self._products = np.resize(
                self._products, (max(stop, 2 * len(self._products)), self._products.shape[1])
            )
        self._products[first:stop] = self._embedding(word_ids, shape_ids) @ self._weight
        self._rows.update(zip(words, range(first, stop), strict=True))


class Layer:
    """One convolution over a word and its two neighbours, with its ReLU and normalization."""

    def __init__(self, layer: CNNEncoderLayer) -> None:
        convolution, norm = layer.conv.weight.array, layer.norm
        self.size, inputs, _ = convolution.shape
        self.weight: Floats = np.ascontiguousarray(convolution.transpose(1, 2, 0).reshape(inputs, -1))
        self._bias: Floats = layer.conv.bias.array
        self._scale: Floats = norm.weight.array / norm.std.array
        self._shift: Floats = norm.bias.array - norm.mean.array * self._scale

    def __call__(self, products: Floats, gaps: Gaps) -> Floats:
        """Output of each word from the products of all words with `weight`; zeros at the gaps."""
        before, own, after = (products[:, i * self.size : (i + 1) * self.size] for i in range(3))
        output = own + self._bias
        output[1:] += before[:-1]
        output[:-1] += after[1:]
        np.maximum(output, 0, out=output)
        output *= self._scale
        output += self._shift
        output[gaps] = 0
        return output


class Biaffine:
    """A biaffine classifier: two projections of each word and the kernel between them."""

    def __init__(self, classifier: SyntaxHead | SyntaxRel) -> None:
        self._first, self._second = classifier.head.proj, classifier.tail.proj
        self._root: Floats = classifier.root.array
        self.kernel: Floats = classifier.kernel.array

    def __call__(self, encoded: Floats, gaps: Gaps) -> tuple[Floats, Floats]:
        """First and second projection of each row, the gap before a sentence standing for its root."""
        rows = encoded.copy()
        rows[gaps] = self._root
        return _projected(rows, self._first), _projected(rows, self._second)


def _projected(rows: Floats, projection: Linear) -> Floats:
    output: Floats = rows @ projection.weight.array + projection.bias.array
    return np.maximum(output, 0, out=output)
