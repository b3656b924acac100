"""A sentence as a list of words that rules can walk: tokens, readings, tree and expressions.

Belongs here: the read-only view of one sentence of a Doc. Does not belong here: noun phrases
(`phrases`) or any slot of a fact.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.expressions import Expression
from extractors.morphology import Reading, readings
from extractors.nlp import EXPRESSIONS, OFFSETS, SENTENCES, WORDS, sentence_tokens
from extractors.patterns import PATTERNS, Matches


@dataclass(slots=True, eq=False)
class Word:
    """One token of a sentence.

    Attributes:
        index: Position in the sentence.
        text: As printed.
        low: Lower case.
        start: Offset in the text.
        end: Offset after it.
        pos: UD part of speech of the likeliest reading.
        tag: Ambiguity class: what it can be in a noun phrase (see `morphology.ambiguity_class`).
        lemma: Lemma of the likeliest reading.
        readings: All readings.
        head: Index of the head in the sentence, -1 for the root or where there is no tree.
        relation: UD relation, "" where there is no tree.
        expression: The numeric expression it is, if it is one.
        in_time: Whether it lies in a temporal expression.
        in_place: Whether it lies in the name of a territory.
    """

    index: int
    text: str
    low: str
    start: int
    end: int
    pos: str
    tag: str
    lemma: str
    readings: tuple[Reading, ...]
    head: int
    relation: str
    expression: Expression | None
    in_time: bool = False
    in_place: bool = False

    def has(self, pos: str, case: str = "") -> bool:
        """Whether some reading has the part of speech (and case)."""
        return any(r.pos == pos and (not case or r.case == case) for r in self.readings)


@dataclass(slots=True)
class Sentence:
    """One sentence: its words without white space, and where it stands.

    Attributes:
        start: Offset in the text.
        end: End offset, exclusive.
        block: Index of its block.
        words: Its words.
        counted: Index of the noun right behind each number that counts one (`patterns`).
        arguments: Subjects and objects of each verb, by relation (`patterns`).
    """

    start: int
    end: int
    block: int
    words: list[Word]
    counted: dict[int, int]
    arguments: dict[int, dict[str, list[int]]]

    def numbers(self) -> Iterator[tuple[Word, Expression]]:
        """The words that are numeric expressions, in order, with the expressions."""
        return ((word, word.expression) for word in self.words if word.expression is not None)


def sentences_of(doc: Doc) -> list[Sentence]:
    """All sentences that hold an expression, with their words."""
    expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]
    spans = doc.user_data[SENTENCES]
    found = []
    for span, (first, last) in zip(spans, sentence_tokens(doc), strict=True):
        if any(i in expressions for i in range(first, last)):
            found.append(_sentence(doc, span.start, span.end, span.block, range(first, last)))
    return found


def _sentence(doc: Doc, start: int, end: int, block: int, tokens: range) -> Sentence:
    texts: list[str] = doc.user_data[WORDS]
    offsets: list[int] = doc.user_data[OFFSETS]
    expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]
    kept = [i for i in tokens if not texts[i].isspace()]
    local = {token: index for index, token in enumerate(kept)}
    words = []
    for index, i in enumerate(kept):
        token = doc[i]
        relation = token.dep_
        head = -1 if relation in ("", "ROOT") else local.get(token.head.i, -1)
        text = texts[i]
        words.append(
            Word(
                index,
                text,
                text.lower(),
                offsets[i],
                offsets[i] + len(text),
                token.pos_,
                token.tag_,
                token.lemma_,
                () if i in expressions else readings(text),
                head,
                relation,
                expressions.get(i),
            )
        )
    counted, arguments = _matches_within(doc.user_data[PATTERNS], tokens, local)
    return Sentence(start, end, block, words, counted, arguments)


def _matches_within(
    matches: Matches, tokens: range, local: dict[int, int]
) -> tuple[dict[int, int], dict[int, dict[str, list[int]]]]:
    """The matches of a sentence with positions in it."""
    counted = {
        local[i]: local[matches.counted[i]]
        for i in tokens
        if i in matches.counted and matches.counted[i] in local
    }
    arguments = {
        local[i]: {
            relation: [local[noun] for noun in nouns if noun in local]
            for relation, nouns in matches.arguments[i].items()
        }
        for i in tokens
        if i in matches.arguments and i in local
    }
    return counted, arguments
