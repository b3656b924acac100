"""The component that writes a syntax provider's trees into the Doc.

Belongs here: which sentences are parsed, the plainer words that the parser is shown in place of numeric
expressions, arcs mapped back to tokens. Does not belong here: the providers (`syntax`).
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from extractors.expressions.expressions import Expression
from extractors.language.docs import EXPRESSIONS, WORDS, numbered_sentences
from extractors.language.syntax import Arc, NoSyntax, cycle_breaks, load_syntax

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


@Language.factory(
    "svodka_syntax", assigns=["token.dep", "token.head"], default_config={"provider": "slovnet"}
)
class SyntaxComponent:
    """Sets heads and UD relations in the sentences that hold an expression."""

    def __init__(self, nlp: Language, name: str, provider: str) -> None:
        self.name = name
        self._vocab = nlp.vocab
        self._provider = load_syntax(provider)
        self._keys: dict[str, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Parses simplified sentences (see `_simplified`) and writes the arcs back."""
        if isinstance(self._provider, NoSyntax):
            return doc
        expressions: dict[int, Expression] = doc.user_data[EXPRESSIONS]
        words = doc.user_data[WORDS]
        wanted = [
            part
            for _, *span in numbered_sentences(doc)
            for part in _parts(words, *span)
            if any(i in expressions for i in range(*part))
        ]
        simplified = [_simplified(words, span, expressions) for span in wanted]
        arcs = self._provider.parse([shown for shown, _ in simplified])
        if not any(arcs):
            return doc
        heads, relations = list(range(len(doc))), [0] * len(doc)
        for (_, owners), tree in zip(simplified, arcs, strict=True):
            self._write(heads, relations, owners, tree)
        for index in cycle_breaks(heads):
            heads[index], relations[index] = index, self._key("ROOT")
        offsets = np.array(heads, dtype=np.int64) - np.arange(len(doc))
        rows = np.column_stack([offsets.astype(np.uint64), np.array(relations, dtype=np.uint64)])
        return doc.from_array([HEAD, DEP], rows)  # type: ignore[arg-type] # hashes need 64 unsigned bits

    def _write(self, heads: list[int], relations: list[int], owners: list[int], tree: list[Arc]) -> None:
        """Maps arcs from parser words to tokens; an expression takes the arc of its unit word."""
        for index, arc in enumerate(tree):
            owner, head = owners[index], owners[arc.head]
            if owner == head and arc.head != index:
                continue  # number to its own unit word
            heads[owner] = head
            relations[owner] = self._key("ROOT" if arc.head == index else arc.relation)

    def _key(self, relation: str) -> int:
        """The relation's key in spaCy's store of strings."""
        key = self._keys.get(relation)
        if key is None:
            key = self._keys[relation] = self._vocab.strings.add(relation)
        return key


def _parts(words: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """Token ranges of the parts between semicolons: each is a sentence to the parser."""
    cuts = [i + 1 for i in range(first, last) if words[i] == ";" and i + 1 < last]
    return list(pairwise([first, *cuts, last]))


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
