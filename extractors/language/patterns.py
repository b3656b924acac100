"""The grammatical patterns of the pipeline: spaCy `Matcher` and `DependencyMatcher` rules.

Belongs here: the patterns themselves, over UD parts of speech, relations and the ambiguity
classes that `nlp` writes into `token.tag_`, and the component that runs them. Does not belong
here: what a match means for a slot (`subjects`, `clauses`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.attrs import DEP
from spacy.language import Language
from spacy.matcher import DependencyMatcher, Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.lexicon.ambiguity_classes import ADJECTIVE_CLASSES, NOUN_CLASSES, NUMBER_TAG

PATTERNS = "patterns"
_NOUN: dict[str, object] = {"TAG": {"IN": sorted(NOUN_CLASSES)}}
_ADJECTIVE: dict[str, object] = {"TAG": {"IN": sorted(ADJECTIVE_CLASSES)}}
_SUBJECTS = ("nsubj", "nsubj:pass")
_ARGUMENTS = (*_SUBJECTS, "obj")
_BORROWING = ("conj", "xcomp", "parataxis", "advcl")

# A number, its attributes (joined ones too) and the noun it counts.
COUNTED_NOUN: list[dict[str, object]] = [
    {"TAG": NUMBER_TAG},
    {**_ADJECTIVE, "OP": "*"},
    {"LOWER": {"IN": ["и", "или", ","]}, "OP": "?"},
    {**_ADJECTIVE, "OP": "*"},
    _NOUN,
]

# Each pattern climbs from a word to its head: spaCy reads a head at once and searches for dependents.
TREE_PATTERNS: Mapping[str, list[dict[str, object]]] = {
    # "доходы выросли и составили": a subject or object and its verb, or a word that borrows the subject
    # of the verb above it
    "under_verb": [
        {"RIGHT_ID": "word", "RIGHT_ATTRS": {"DEP": {"IN": [*_ARGUMENTS, *_BORROWING]}}},
        {"LEFT_ID": "word", "REL_OP": "<", "RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}},
    ],
    # "задолженность, которая составляет": a relative clause speaks of the noun it hangs on, its head
    "relative_head": [{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"DEP": {"IN": ["acl", "acl:relcl"]}}}],
}


@dataclass(slots=True)
class Matches:
    """What the patterns found, as token indexes.

    Attributes:
        counted: The counted noun of each number that has one right behind it.
        arguments: For each verb, its arguments by relation.
    """

    counted: dict[int, int] = field(default_factory=dict)
    arguments: dict[int, dict[str, list[int]]] = field(default_factory=dict)

    def add(self, verb: int, relation: str, noun: int) -> None:
        """Notes an argument of a verb."""
        self.arguments.setdefault(verb, {}).setdefault(relation, []).append(noun)

    def subject(self, verb: int) -> int | None:
        """The first subject of a verb, None if it has none."""
        found = self.arguments.get(verb, {})
        return min((noun for relation in _SUBJECTS for noun in found.get(relation, ())), default=None)

    def lend(self, verb: int, noun: int | None) -> None:
        """Gives a verb without a subject the noun that its place in the tree lends it."""
        if noun is not None and self.subject(verb) is None:
            self.add(verb, "nsubj", noun)


@Language.factory("svodka_patterns", assigns=["doc.user_data"])
class PatternComponent:
    """Runs the patterns over a Doc and leaves `Matches` in its user data."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._counted = _counted_matcher(nlp.vocab)
        self._tree = DependencyMatcher(nlp.vocab)
        for key, pattern in TREE_PATTERNS.items():
            self._tree.add(key, [pattern])

    def __call__(self, doc: Doc) -> Doc:
        """Finds counted nouns by order and, where there is a tree, arguments of verbs by relation."""
        matches = Matches()
        for _, start, end in self._counted(doc):
            matches.counted[start] = end - 1
        if doc.to_array([DEP]).any():
            self._match_tree(doc, matches)
        doc.user_data[PATTERNS] = matches
        return doc

    def _match_tree(self, doc: Doc, matches: Matches) -> None:
        found: dict[str, list[list[int]]] = {key: [] for key in TREE_PATTERNS}
        for key, tokens in self._tree(doc):
            found[doc.vocab.strings[key]].append(tokens)
        borrowed = []
        for word, verb in found["under_verb"]:
            relation = doc[word].dep_
            if relation in _BORROWING:
                borrowed.append((word, verb))
            else:
                matches.add(verb, relation, word)
        subjects = {verb: matches.subject(verb) for _, verb in borrowed}
        for borrower, verb in borrowed:
            matches.lend(borrower, subjects[verb])
        for (verb,) in found["relative_head"]:
            above = doc[verb].head
            matches.lend(verb, above.i if above.pos_ in ("NOUN", "PROPN") else None)


def _counted_matcher(vocab: Vocab) -> Matcher:
    matcher = Matcher(vocab)
    matcher.add("counted", [list(COUNTED_NOUN)], greedy="LONGEST")
    return matcher
