"""The one spaCy pipeline: a text becomes a Doc with number tokens, sentences, lemmas and a tree.

Belongs here: the tokenizer that keeps each numeric expression one token, and the three
components (razdel sentence ends, pymorphy3 morphology, UD syntax). Does not belong here: any
rule about facts (`subjects`, `changes`, …) and the models themselves (`morphology`, `syntax`).
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

import numpy as np
import spacy
from spacy import symbols
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors import patterns as _patterns  # noqa: F401 - registers its component
from extractors.expressions import Expression
from extractors.morphology import NUMBER_TAG, ambiguity_class, readings
from extractors.scan import Scan
from extractors.sentences import find_blocks, find_sentences
from extractors.syntax import Arc, cycle_breaks, load_syntax

EXPRESSIONS = "expressions"
SCAN = "scan"
BLOCKS = "blocks"
SENTENCES = "sentences"
STARTS = "sentence_starts"
WORDS = "words"
TAGS = "tags"
OFFSETS = "offsets"
_POS_IDS = {
    name: getattr(symbols, name)
    for name in (
        "NOUN",
        "PROPN",
        "ADJ",
        "VERB",
        "ADV",
        "ADP",
        "PRON",
        "NUM",
        "CCONJ",
        "PART",
        "INTJ",
        "PUNCT",
        "SYM",
        "SPACE",
    )
}
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\S ]+|  +|[^\w\s]|_+")
# What the parser sees in place of an expression: a plain number, or number and unit word.
_STAND_INS = {
    "percent": ("25", "%"),
    "percent_points": ("25", "пунктов"),
    "money": ("25", "тенге"),
    "ratio": ("25", "раз"),
    "quantity": ("25", "тонн"),
    "index": ("25", "баллов"),
}
_QUALIFIER_WORDS = frozenset(
    {"более", "свыше", "около", "порядка", "менее", "почти", "примерно", "приблизительно"}
)


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


@Language.component("svodka_sentences", assigns=["doc.user_data"])
def split_sentences(doc: Doc) -> Doc:
    """Finds blocks and sentence starts (razdel), never inside an expression."""
    text = doc.text
    scan: Scan = doc.user_data[SCAN]
    blocks = find_blocks(text)
    spans = find_sentences(text, blocks, [(e.start, e.end) for e in scan.expressions])
    starts = {span.start for span in spans}
    doc.user_data[STARTS] = [i for i, offset in enumerate(doc.user_data[OFFSETS]) if offset in starts]
    doc.user_data[BLOCKS] = blocks
    doc.user_data[SENTENCES] = spans
    return doc


@Language.component("svodka_morphology", assigns=["token.lemma", "token.pos", "token.tag"])
def tag_words(doc: Doc) -> Doc:
    """Sets lemma and part of speech from the likeliest reading, and the ambiguity class as tag."""
    expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]
    strings = doc.vocab.strings
    tags = [
        ("NUM", NUMBER_TAG, word) if index in expressions else _tag(word)
        for index, word in enumerate(doc.user_data[WORDS])
    ]
    rows = np.array(
        [(_POS_IDS[pos], strings.add(tag), strings.add(lemma)) for pos, tag, lemma in tags], dtype=np.uint64
    )
    doc.user_data[TAGS] = tags
    return doc.from_array([POS, TAG, LEMMA], rows)  # type: ignore[arg-type] # spaCy's hashes need 64 unsigned bits


@cache
def _tag(word: str) -> tuple[str, str, str]:
    """Part of speech, ambiguity class and lemma of a word form."""
    found = readings(word)
    if found:
        return found[0].pos, ambiguity_class(word), found[0].lemma
    if word.isspace():
        pos = "SPACE"
    elif word.isalpha():
        pos = "PROPN"
    else:
        pos = "SYM" if any(c.isalnum() for c in word) else "PUNCT"
    return pos, ambiguity_class(word), word


@Language.factory(
    "svodka_syntax", assigns=["token.dep", "token.head"], default_config={"provider": "slovnet"}
)
class SyntaxComponent:
    """Sets heads and UD relations in the sentences that hold an expression."""

    def __init__(self, nlp: Language, name: str, provider: str) -> None:
        self.name = name
        self._vocab = nlp.vocab
        self._provider = load_syntax(provider)
        self._root = np.int64(np.uint64(nlp.vocab.strings.add("ROOT")))

    def __call__(self, doc: Doc) -> Doc:
        """Parses simplified sentences (see `_simplified`) and writes the arcs back."""
        expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]
        words = doc.user_data[WORDS]
        wanted = [
            part
            for span in sentence_tokens(doc)
            for part in _parts(words, span)
            if any(i in expressions for i in range(*part))
        ]
        simplified = [_simplified(doc.user_data[WORDS], span, expressions) for span in wanted]
        arcs = self._provider.parse([words for words, _ in simplified])
        if not any(arcs):
            return doc
        rows = np.zeros((len(doc), 2), dtype=np.int64)
        for (_, owners), tree in zip(simplified, arcs, strict=True):
            self._write(rows, owners, tree)
        for index in cycle_breaks((rows[:, 0] + np.arange(len(doc))).tolist()):
            rows[index] = 0, self._root
        return doc.from_array([HEAD, DEP], rows.astype(np.uint64))  # type: ignore[arg-type] # the same

    def _write(
        self, rows: "np.ndarray[tuple[int, int], np.dtype[np.int64]]", owners: list[int], tree: list[Arc]
    ) -> None:
        """Maps arcs from parser words to tokens; an expression takes the arc of its unit word."""
        for index, arc in enumerate(tree):
            owner, head = owners[index], owners[arc.head]
            if owner == head and arc.head != index:
                continue  # number to its own unit word
            relation = "ROOT" if arc.head == index else arc.relation
            rows[owner] = head - owner, np.int64(np.uint64(self._vocab.strings.add(relation)))


def _parts(words: Sequence[str], span: tuple[int, int]) -> list[tuple[int, int]]:
    """Token ranges of the parts between semicolons: each is a sentence to the parser."""
    cuts = [i + 1 for i in range(*span) if words[i] == ";" and i + 1 < span[1]]
    edges = [span[0], *cuts, span[1]]
    return list(pairwise(edges))


def _simplified(
    words: Sequence[str], span: tuple[int, int], expressions: dict[int, Expression]
) -> tuple[list[str], list[int]]:
    """Words for the parser with the index of the token each stands for.

    An expression becomes a plain number, with a unit word where it has a unit, and bare
    qualifiers are left out: the parser was trained on news and errs around "свыше 23 тыс.".
    """
    shown: list[str] = []
    owners: list[int] = []
    for index in range(*span):
        expression, word = expressions.get(index), words[index]
        if expression is None:
            qualifies = word.lower() in _QUALIFIER_WORDS and (
                index + 1 in expressions or index + 2 in expressions
            )
            if not word.isspace() and not qualifies:
                shown.append(word)
                owners.append(index)
            continue
        kind = str(expression.unit.kind) if expression.unit is not None else ""
        for stand_in in _STAND_INS.get(kind, ("25",)):
            shown.append(stand_in)
            owners.append(index)
    return shown, owners


def sentence_tokens(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges of the sentences that razdel found, whatever the parser makes of them."""
    starts: list[int] = doc.user_data[STARTS]
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))


@cache
def load_pipeline(syntax: str) -> Language:
    """The pipeline with the syntax provider of that name; built once for each."""
    # Of what spaCy works out for each new word form our patterns ask for this alone.
    nlp = spacy.blank("ru", vocab=Vocab(lex_attr_getters={LOWER: str.lower}))
    nlp.add_pipe("svodka_sentences")
    nlp.add_pipe("svodka_morphology")
    nlp.add_pipe("svodka_syntax", config={"provider": syntax})
    nlp.add_pipe("svodka_patterns")
    return nlp


def analyse(text: str, scan: Scan, syntax: str) -> Doc:
    """The analysed Doc of a text; `doc.text == text`."""
    nlp = load_pipeline(syntax)
    return nlp(make_doc(nlp, text, scan))
