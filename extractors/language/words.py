"""A sentence as a list of words that rules can walk: tokens, readings, tree and expressions.

Belongs here: the read-only view of one sentence of a Doc. Does not belong here: noun phrases
(`phrases`) or any slot of a fact.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc

from extractors.expressions.expressions import Expression
from extractors.language.docs import EXPRESSIONS, OFFSETS, SENTENCES, TAGS, WORDS, numbered_sentences
from extractors.language.patterns import PATTERNS, Matches
from extractors.lexicon.readings import Reading, readings


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
        tag: Ambiguity class: what it can be in a noun phrase (see `ambiguity_classes`).
        lemma: Lemma of the likeliest reading.
        readings: All readings.
        head: Index of the head in the sentence, -1 for the root or where there is no tree.
        relation: UD relation, "" where there is no tree.
        expression: The numeric expression it is, if it is one.
        in_time: Whether it lies in a temporal expression, or in a unit that a label names, passed over too.
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
        for reading in self.readings:  # noqa: SIM110 - asked so often that a generator would be felt
            if reading.pos == pos and (not case or reading.case == case):
                return True
        return False


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

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that start in a range of the text."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        return self.words[first : bisect_left(self.words, end, first, key=lambda word: word.start)]


def sentences_of(doc: Doc) -> list[Sentence]:
    """All sentences that hold an expression, with their words."""
    tokens, spans = _Tokens(doc), doc.user_data[SENTENCES]
    found = []
    for sentence, first, last in numbered_sentences(doc):
        span = spans[sentence]
        kept = [i for i in range(first, last) if not tokens.texts[i].isspace()]
        local = {token: index for index, token in enumerate(kept)}
        words = [tokens.word(i, index, local) for index, i in enumerate(kept)]
        counted, arguments = _matches_within(doc.user_data[PATTERNS], range(first, last), local)
        found.append(Sentence(span.start, span.end, span.block, words, counted, arguments))
    return found


class _Tokens:
    """The tokens of a Doc as columns, read at once, as a spaCy `Token` for each is slow."""

    def __init__(self, doc: Doc) -> None:
        self.texts: list[str] = doc.user_data[WORDS]
        self._starts: list[int] = doc.user_data[OFFSETS]
        self._tags: list[tuple[str, str, str]] = doc.user_data[TAGS]
        self._heads: list[int] = doc.to_array([HEAD]).astype(np.int64).tolist()
        self._relations: list[int] = doc.to_array([DEP]).tolist()
        self._names = {key: doc.vocab.strings[key] for key in set(self._relations)}
        self._expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]

    def word(self, token: int, index: int, local: dict[int, int]) -> Word:
        """A token as the word at `index` of its sentence, whose tokens stand at `local`."""
        text, start = self.texts[token], self._starts[token]
        pos, tag, lemma = self._tags[token]
        relation = self._names[self._relations[token]]
        expression = self._expressions.get(token)
        return Word(
            index,
            text,
            text.lower(),
            start,
            start + len(text),
            pos,
            tag,
            lemma,
            () if expression else _read_as(pos, readings(text)),
            -1 if relation in ("", "ROOT") else local.get(token + self._heads[token], -1),
            relation,
            expression,
        )


def _read_as(pos: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings of a form, where its company asks for another part of speech those alone."""
    if not found or found[0].pos == pos:
        return found
    return tuple(reading for reading in found if reading.pos == pos)


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
