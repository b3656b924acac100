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

from extractors.morphology import ADJECTIVE_CLASSES, NOUN_CLASSES, NUMBER_TAG

PATTERNS = "patterns"
_NOUN: dict[str, object] = {"TAG": {"IN": sorted(NOUN_CLASSES)}}
_ADJECTIVE: dict[str, object] = {"TAG": {"IN": sorted(ADJECTIVE_CLASSES)}}
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj")
_BORROWING = ("conj", "xcomp", "parataxis", "advcl")

# A number, its attributes (joined ones too) and the noun it counts.
COUNTED_NOUN: list[dict[str, object]] = [
    {"TAG": NUMBER_TAG},
    {**_ADJECTIVE, "OP": "*"},
    {"LOWER": {"IN": ["и", "или", ","]}, "OP": "?"},
    {**_ADJECTIVE, "OP": "*"},
    _NOUN,
]

_VERB: dict[str, object] = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}}
TREE_PATTERNS: Mapping[str, list[dict[str, object]]] = {
    # "доходы выросли": a verb and its subject or object
    "argument": [
        _VERB,
        {
            "LEFT_ID": "verb",
            "REL_OP": ">",
            "RIGHT_ID": "noun",
            "RIGHT_ATTRS": {"DEP": {"IN": list(_ARGUMENTS)}},
        },
    ],
    # "доходы выросли и составили": a verb that borrows the subject of the verb above it
    "borrowed_subject": [
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"DEP": {"IN": list(_BORROWING)}}},
        {"LEFT_ID": "verb", "REL_OP": "<", "RIGHT_ID": "above", "RIGHT_ATTRS": {"POS": "VERB"}},
        {
            "LEFT_ID": "above",
            "REL_OP": ">",
            "RIGHT_ID": "noun",
            "RIGHT_ATTRS": {"DEP": {"IN": ["nsubj", "nsubj:pass"]}},
        },
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
        found = sorted(
            self._tree(doc), key=lambda match: list(TREE_PATTERNS).index(doc.vocab.strings[match[0]])
        )
        for key, tokens in found:
            verb, noun = tokens[0], tokens[-1]
            name = doc.vocab.strings[key]
            if name == "argument":
                matches.add(verb, doc[noun].dep_, noun)
            elif not any(r.startswith("nsubj") for r in matches.arguments.get(verb, {})):
                self._lend(doc, matches, name, verb, noun)

    def _lend(self, doc: Doc, matches: Matches, name: str, verb: int, noun: int) -> None:
        """Gives a verb without a subject the noun that its place in the tree lends it."""
        if name == "relative_head":
            noun = doc[verb].head.i
            if doc[noun].pos_ not in ("NOUN", "PROPN"):
                return
        matches.add(verb, "nsubj", noun)


def _counted_matcher(vocab: Vocab) -> Matcher:
    matcher = Matcher(vocab)
    matcher.add("counted", [list(COUNTED_NOUN)], greedy="LONGEST")
    return matcher
