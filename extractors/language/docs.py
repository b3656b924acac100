"""The Doc of a text: tokens in which each numeric expression is one, and what travels with it.

Belongs here: cutting a text into tokens, the names under which components leave their findings in
`doc.user_data`. Does not belong here: the components (`nlp`, `syntax_component`, `patterns`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from spacy.language import Language
from spacy.tokens import Doc

from extractors.expressions.expressions import Expression
from extractors.expressions.scan import Scan

TEXT = "text"
EXPRESSIONS = "expressions"
SCAN = "scan"
BLOCKS = "blocks"
SENTENCES = "sentences"
STARTS = "sentence_starts"
WORDS = "words"
TAGS = "tags"
OFFSETS = "offsets"
# A token and the one space that may follow it; further spaces are a token. "АИ-95", "COVID-19" are one.
_NAME = r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*(?:[-‑]\d+(?:/\d+)*(?![.,]?\d))?"
# "6-летних", "30-местный" are one attribute.
_SIZED = r"\d+[-‑](?=[а-яё]{4})[а-яё]+"
_TOKEN = re.compile(rf"({_NAME}|{_SIZED}|\d+(?:[.,]\d+)*|[^\S ]+| +|[^\w\s]|_+)( ?)")


def make_doc(nlp: Language, text: str, scan: Scan) -> Doc:
    """A Doc of the text in which every expression of `scan` is one token tagged `NUMEXPR`."""
    words: list[str] = []
    spaces: list[bool] = []
    expressions: dict[int, Expression] = {}
    position = 0
    for expression in scan.expressions:
        _split(text, position, expression.start, words, spaces)
        expressions[len(words)] = expression
        words.append(text[expression.start : expression.end])
        is_spaced = text.startswith(" ", expression.end)
        spaces.append(is_spaced)
        position = expression.end + is_spaced
    _split(text, position, len(text), words, spaces)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.user_data[TEXT] = text
    doc.user_data[EXPRESSIONS] = expressions
    doc.user_data[WORDS] = words
    doc.user_data[OFFSETS] = offsets(words, spaces)
    doc.user_data[SCAN] = scan
    return doc


def offsets(words: Sequence[str], spaces: Sequence[bool]) -> list[int]:
    """Character offset of each word."""
    lengths = (len(word) + space for word, space in zip(words, spaces, strict=True))
    return [0, *accumulate(lengths)][: len(words)]


def _split(text: str, start: int, end: int, words: list[str], spaces: list[bool]) -> None:
    found = _TOKEN.findall(text, start, end)
    words += [word for word, _ in found]
    spaces += [space != "" for _, space in found]


def numbered_sentences(doc: Doc) -> list[tuple[int, int, int]]:
    """Index and token range of each sentence that holds an expression: no other is looked into."""
    starts: list[int] = doc.user_data[STARTS]
    numbers = sorted(doc.user_data[EXPRESSIONS])
    found = []
    for index, (first, last) in enumerate(pairwise([*starts, len(doc)])):
        position = bisect_left(numbers, first)
        if position < len(numbers) and numbers[position] < last:
            found.append((index, first, last))
    return found
