"""Noun phrases: what one is, and building it around its head.

Belongs here: the record of a phrase, its words and normal form from its head, the preposition before it.
Does not belong here: finding the head (`phrase_bounds`), what hangs on a noun behind it (`phrase_chain`,
`phrase_adjuncts`), normal forms (`phrase_form`), which phrase a number speaks of (`subjects`).
"""

from collections.abc import Callable, Sequence
from functools import partial

from extractors.language.words import Word
from extractors.lexicon.inflected_forms import genitive_of
from extractors.phrases.phrase_adjuncts import adjunct_end
from extractors.phrases.phrase_attributes import MODIFIERS, first_attribute
from extractors.phrases.phrase_chain import chain_end
from extractors.phrases.phrase_form import head_lemma, normal_form, printed
from extractors.records import record

_OBLIQUE = ("Gen", "Dat", "Loc", "Ins")
_DEMONSTRATIVE_CASES = {
    "то": ("Acc",),
    "же": ("Acc", *_OBLIQUE),
    "том": ("Loc",),
    "этом": ("Loc",),
    "самом": ("Loc",),
    "этой": _OBLIQUE,
    "той": _OBLIQUE,
    "все": ("Acc",),
    "всё": ("Acc",),
}


@record
class Phrase:
    """A noun phrase.

    Attributes:
        head: Index of the head noun in its sentence.
        first: Index of its first word.
        last: Index of its last word.
        head_lemma: Lemma of the head noun.
        written: Gives the normal form: of the phrases that rules look at, less than half are ever written.
        adjunct: A prepositional phrase that hangs on the noun, as printed, "" if there is none.
    """

    head: int
    first: int
    last: int
    head_lemma: str
    written: Callable[[], str]
    adjunct: str = ""

    @property
    def text(self) -> str:
        """Normal form: head lemma in the nominative, its adjectives agreeing, the genitives as printed."""
        return self.written()


def build(
    words: Sequence[Word],
    head: int,
    first: int | None = None,
    last: int | None = None,
    *,
    before_verb: bool = False,
) -> Phrase:
    """The phrase around a head: attributes from `first` on, what hangs on it up to `last`.

    A subject that stands before its verb (`before_verb`) owns the prepositional phrase between.
    """
    start = first_attribute(words, head) if first is None else first
    chain = chain_end(words, head) if last is None else last
    end = adjunct_end(words, head, chain, before_verb=before_verb) if last is None else last
    written = partial(normal_form, words, start, head, chain)
    return Phrase(head, start, end, head_lemma(words[head]), written, printed(words, chain + 1, end))


def in_genitive(words: Sequence[Word], phrase: Phrase, number: str = "") -> str:
    """The phrase with head and attributes in the genitive, what follows the head as printed."""
    attributes, head = words[phrase.first : phrase.head], words[phrase.head]
    numbers = {r.number for word in attributes for r in word.readings if r.pos == "ADJ"}
    number = numbers.pop() if len(numbers) == 1 else number
    inflected = [genitive_of(word.text, "ADJ" if word.has("ADJ") else "") for word in attributes]
    inflected.append(head.text if head.text.isupper() else genitive_of(head.text, "NOUN", number))
    text = " ".join([*inflected, *(word.text for word in words[phrase.head + 1 : phrase.last + 1])])
    return text.replace(" ,", ",").replace("« ", "«").replace(" »", "»")


def is_preposed(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase stands behind a preposition: "в то же время", "в особо крупном размере"."""
    index = phrase.first - 1
    index -= index > 0 and words[index].low in MODIFIERS
    while index >= 0 and _points_at(words[index], words[phrase.head]):
        index -= 1
    return index >= 0 and words[index].pos == "ADP"


def is_counted(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a number stands right before a phrase."""
    return phrase.first > 0 and words[phrase.first - 1].expression is not None


def _points_at(word: Word, noun: Word) -> bool:
    """Whether a demonstrative belongs to a noun: "в этом году", but "при этом цена"."""
    cases = _DEMONSTRATIVE_CASES.get(word.low)
    return cases is not None and any(noun.has("NOUN", case) for case in cases)
