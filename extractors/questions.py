"""The question "what does this number measure", with everything a rule may look at.

Belongs here: the record that rules share and the small steps every rule needs. Does not belong
here: the rules (`subjects`, `clauses`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extractors.bounding_words import before_skipped
from extractors.change_words import Change
from extractors.conjuncts import row_opened_by
from extractors.discourse import Subject
from extractors.expressions import Expression
from extractors.label_sorts import LabelSort
from extractors.morphology import adjective_agreeing, readings
from extractors.phrase_bounds import phrase_at
from extractors.phrase_form import printed
from extractors.phrase_words import noun_reading
from extractors.phrases import Phrase, build, is_preposed
from extractors.subject_lexicon import (
    BARE_POINTERS,
    NOT_SUBJECTS,
    POINTING_NOUNS,
    PORTIONS,
    PREPOSITIONAL_NOUNS,
)
from extractors.words import Sentence, Word

_BOUNDS = frozenset({"более", "менее", "около", "почти", "порядка", "чем", "свыше", "примерно"})
_PARTING = frozenset({"них", "которых", "числе", "включая"})
_DEMONSTRATIVES = frozenset({"этот", "данный", "он", "такой", "указанный"})


class Family(StrEnum):
    """The sort of number, as far as rules for subjects care."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Question:
    """A number whose subject is asked for.

    Attributes:
        sentence: Its sentence.
        sentence_index: Position of the sentence among those with numbers.
        number: Its word.
        expression: The expression.
        change: The change it states, if any.
        family: The sort of number.
        family_code: "count", "percent" or a unit code: what an antecedent must share.
        preposition: The preposition the number stands with, "" if none.
    """

    sentence: Sentence
    sentence_index: int
    number: Word
    expression: Expression
    change: Change | None
    family: Family
    family_code: str
    preposition: str

    def with_attributes(self, phrase: Phrase, attributes: Sequence[Word], rule: str) -> Subject:
        """The phrase's head with other attributes before it."""
        noun = self.sentence.words[phrase.head]
        reading = noun_reading(noun)
        gender = reading.gender if reading else ""
        shown = " ".join(adjective_agreeing(word.text, gender) for word in attributes)
        return Subject(f"{shown} {phrase.head_lemma}", phrase.head_lemma, rule, gender)

    def attributed(self, antecedent: Subject, attributes: Sequence[Word], rule: str) -> Subject:
        """The antecedent's head with the attributes of this number: "располагаемая" + "мощность"."""
        whose = [] if _agrees(attributes, antecedent.gender) else _from_fitting(attributes, antecedent)
        if whose:
            printed = " ".join([*(word.text for word in attributes), *whose])
            return antecedent.with_complement(printed, rule)
        shown = " ".join(adjective_agreeing(word.text, antecedent.gender) for word in attributes)
        return Subject(
            f"{shown} {antecedent.head}", antecedent.head, rule, antecedent.gender, "", LabelSort.ADJECTIVE
        )


def _agrees(attributes: Sequence[Word], gender: str) -> bool:
    return any(
        r.pos == "ADJ" and r.case == "Nom" and r.gender in (gender, "") for r in attributes[0].readings
    )


def _from_fitting(attributes: Sequence[Word], antecedent: Subject) -> list[str]:
    """The words of the antecedent's genitives from the first noun that the attributes can stand with."""
    wanted = {(r.case, r.number) for r in attributes[0].readings if r.pos == "ADJ"}
    rest = antecedent.complement.split()
    for index, noun in enumerate(rest):
        if any((r.case, r.number) in wanted for r in readings(noun) if r.pos == "NOUN"):
            return rest[index:]
    return []


def usable(question: Question, phrase: Phrase | None) -> Phrase | None:
    """The phrase unless it is a time, a place alone or a word that names no indicator."""
    if phrase is None or phrase.head_lemma in NOT_SUBJECTS:
        return None
    words = question.sentence.words
    if len(words[phrase.head].text) == 1 and words[phrase.head].text.islower():
        return None  # the ending of a number: "2023-м"
    if phrase.head_lemma in PREPOSITIONAL_NOUNS and is_preposed(words, phrase):
        return None
    return None if words[phrase.head].in_place or points_back(words, phrase) else phrase


def points_back(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "этот показатель": the phrase stands for what was named before."""
    if phrase.head_lemma in BARE_POINTERS and phrase.first == phrase.last:
        return True
    return phrase.head_lemma in POINTING_NOUNS and words[phrase.first].lemma in _DEMONSTRATIVES


def subject_of(
    words: Sequence[Word], phrase: Phrase, rule: str, *, complement: str = "", label: LabelSort | None = None
) -> Subject:
    """The subject that a phrase names; a portion ("килограмм говядины") names what it measures out."""
    reading = noun_reading(words[phrase.head])
    inner = _inner(words, phrase)
    if phrase.head_lemma in PORTIONS and inner is not None:
        return subject_of(words, inner, rule, label=label)
    behind = complement or _printed_complement(words, phrase)
    text = f"{phrase.text} {complement}" if complement else phrase.text
    kept = subject_of(words, inner, rule) if inner is not None else None
    return Subject(
        text,
        phrase.head_lemma,
        rule,
        reading.gender if reading else "",
        behind,
        label,
        kept,
        "" if complement else phrase.adjunct,
    )


def rowed(words: Sequence[Word], phrase: Phrase, rule: str) -> Subject:
    """The subject that a phrase names together with the genitives joined to it: "квартира и дом"."""
    found, row = subject_of(words, phrase, rule), row_opened_by(words, phrase)
    return replace(found, text=row) if row and not found.adjunct else found


def _printed_complement(words: Sequence[Word], phrase: Phrase) -> str:
    """The genitives behind the head, without the adjunct."""
    whole = printed(words, phrase.head + 1, phrase.last)
    return whole.removesuffix(phrase.adjunct).rstrip()


def _inner(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    """The genitive right behind the head, as a phrase of its own."""
    complement, first = _printed_complement(words, phrase), phrase.head + 1
    if not complement:
        return None
    last = phrase.head + len(complement.split())
    inner = phrase_at(words, first)
    if inner is not None and inner.head <= phrase.last:
        return inner if inner.last <= last else build(words, inner.head, first)
    index = next((i for i in range(first, phrase.last + 1) if noun_reading(words[i]) is not None), -1)
    return build(words, index, first) if index > 0 else None


def is_part(sentence: Sentence, number: Word) -> bool:
    """Whether the words before a number tell it as a part of one before."""
    return any(word.low in _PARTING for word in sentence.words[max(0, number.index - 4) : number.index])


def is_in_bracket(sentence: Sentence, number: Word) -> bool:
    """Whether the number stands between brackets."""
    for word in reversed(sentence.words[: number.index]):
        if word.text in "()":
            return word.text == "("
    return False


def preposition_of(sentence: Sentence, number: Word) -> str:
    """The preposition right before the number, qualifiers skipped."""
    index = before_skipped(sentence.words, number.index - 1, _BOUNDS)
    return sentence.words[index].low if index >= 0 and sentence.words[index].pos == "ADP" else ""
