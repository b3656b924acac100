"""The Doc of a text: tokens in which each numeric expression is one, and what travels with it.

Belongs here: cutting a text into tokens, the names under which components leave their findings in
`doc.user_data`. Does not belong here: the components (`nlp`, `syntax_component`, `patterns`).
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc

from extractors.expressions.expressions import Expression
from extractors.expressions.scan import Scan

EXPRESSIONS = "expressions"
SCAN = "scan"
BLOCKS = "blocks"
SENTENCES = "sentences"
STARTS = "sentence_starts"
WORDS = "words"
TAGS = "tags"
OFFSETS = "offsets"
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\S ]+|  +|[^\w\s]|_+")


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
        spaces.append(False)
        position = _space(text, expression.end, spaces)
    _split(text, position, len(text), words, spaces)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.user_data[EXPRESSIONS] = expressions
    doc.user_data[WORDS] = words
    doc.user_data[OFFSETS] = offsets(words, spaces)
    doc.user_data[SCAN] = scan
    return doc


def offsets(words: Sequence[str], spaces: Sequence[bool]) -> list[int]:
    """Character offset of each word."""
    lengths = (len(word) + space for word, space in zip(words, spaces, strict=True))
    return [0, *accumulate(lengths)][: len(words)]


def _space(text: str, position: int, spaces: list[bool]) -> int:
    """Gives one following space to the last token; the position after it."""
    if text[position : position + 1] == " " and spaces:
        spaces[-1] = True
        return position + 1
    return position


def _split(text: str, position: int, end: int, words: list[str], spaces: list[bool]) -> None:
    while position < end:
        match = _TOKEN.match(text, position, end)
        stop = match.end() if match else position + 1
        words.append(text[position:stop])
        spaces.append(False)
        position = _space(text, stop, spaces) if stop < end else stop


def sentence_tokens(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges of the sentences that razdel found, whatever the parser makes of them."""
    starts: list[int] = doc.user_data[STARTS]
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))
