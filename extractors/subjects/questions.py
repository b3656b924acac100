"""The question "what does this number measure", with everything a rule may look at.

Belongs here: the record that rules share, and how its number stands in the sentence. Does not belong here:
the subject that a phrase names (`phrase_subjects`) and the rules (`subject_rules`, `clauses`).
"""

from collections.abc import Sequence
from enum import StrEnum

from extractors.changes.change_words import Change
from extractors.expressions.expressions import Expression
from extractors.language.words import Sentence, Word
from extractors.lexicon.inflected_forms import adjective_agreeing
from extractors.lexicon.readings import Reading, readings
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, NAMELESS_MEASURES
from extractors.phrases.bounding_words import SKIPPED, before_skipped
from extractors.phrases.phrase_words import noun_reading
from extractors.phrases.phrases import Phrase
from extractors.records import record
from extractors.subjects.discourse import Subject
from extractors.subjects.label_sorts import LabelSort

_BOUNDS = frozenset({"более", "менее", "около", "почти", "порядка", "чем", "свыше", "примерно"})
_SIZES = frozenset({"вместимостью", "численностью", "населением", "штатом", "наполняемостью"})
_PARTING = frozenset({"них", "которых", "коих", "числе", "включая"})
OF_THEM = frozenset({"которых", "коих", "которого", "которой", "них"})
"""Pronouns that stand for the number before: "из них", "часть которых"."""


class Family(StrEnum):
    """The sort of number, as far as rules for subjects care."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"


@record
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
        verb: The verb it hangs on, through other words if need be.
    """

    sentence: Sentence
    sentence_index: int
    number: Word
    expression: Expression
    change: Change | None
    family: Family
    family_code: str
    preposition: str
    verb: Word | None

    def with_attributes(self, phrase: Phrase, attributes: Sequence[Word], rule: str) -> Subject:
        """The phrase's head with other attributes before it."""
        noun = self.sentence.words[phrase.head]
        reading = noun_reading(noun)
        gender = reading.gender if reading else ""
        shown = " ".join(adjective_agreeing(word.text, gender) for word in attributes)
        return Subject(f"{shown} {phrase.head_lemma}", phrase.head_lemma, rule, gender)

    def attributed(self, antecedent: Subject, attributes: Sequence[Word], rule: str) -> Subject:
        """The antecedent's head with the attributes of this number: "располагаемая" + "мощность"."""
        is_sum = antecedent.head in NAMELESS_MEASURES | COUNT_NOUNS
        if antecedent.inner is not None and is_sum and _is_of_many(attributes):
            return self.attributed(antecedent.inner, attributes, rule)  # "сумма выплат": "разовые"
        whose = [] if _agrees(attributes, antecedent.gender) else _from_fitting(attributes, antecedent)
        if whose or (antecedent.complement and _stands_alone(attributes[-1])):
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


def _is_of_many(attributes: Sequence[Word]) -> bool:
    """Whether an attribute is a nominative of many alone: "общая сумма выплат – 5 млн, разовые – 2"."""
    forms = {(r.case, r.number) for r in attributes[0].readings if r.pos == "ADJ"}
    return forms == {("Nom", "Plur"), ("Acc", "Plur")}


def _stands_alone(attribute: Word) -> bool:
    """As in "доля занятых – 23%, неработающих – 5%": a genitive of many that needs no noun."""
    forms = {(r.case, r.number) for r in attribute.readings if r.pos == "ADJ"}
    return ("Gen", "Plur") in forms and all(number == "Plur" and case != "Nom" for case, number in forms)


def _from_fitting(attributes: Sequence[Word], antecedent: Subject) -> list[str]:
    """The words of the antecedent's genitives from the first noun that the attributes can stand with."""
    wanted = {_form(r) for r in attributes[0].readings if r.pos == "ADJ"}
    rest = antecedent.complement.split()
    for index, noun in enumerate(rest):
        if any(_form(r) in wanted for r in readings(noun) if r.pos == "NOUN") and _is_head(noun):
            return rest[index:]
    return []


def _form(reading: Reading) -> tuple[str, str, str]:
    """What an attribute shares with its noun: the gender only in the singular."""
    return reading.case, reading.number, reading.gender if reading.number == "Sing" else ""


def _is_head(word: str) -> bool:
    """Whether a form is a noun in the first place: none of "тепловых" in "тепловых сетей"."""
    return readings(word)[0].pos == "NOUN"


def is_part(sentence: Sentence, number: Word) -> bool:
    """Whether the words before a number tell it as a part of one before."""
    before = sentence.words[max(0, number.index - 4) : number.index]
    return not _PARTING.isdisjoint([word.low for word in before])


def is_size(sentence: Sentence, number: Word) -> bool:
    """As in "12 школ вместимостью 300 мест": how large each of those before is."""
    before = before_skipped(sentence.words, number.index - 1, SKIPPED)
    return before > 0 and sentence.words[before].low in _SIZES and sentence.words[before - 1].pos == "NOUN"


def is_in_bracket(sentence: Sentence, number: Word) -> bool:
    """Whether the number stands between brackets."""
    for word in reversed(sentence.words[: number.index]):
        if word.text in "()":
            return word.text == "("
    return False


def preposition_of(sentence: Sentence, number: Word) -> str:
    """The preposition right before the number, qualifiers skipped."""
    words, index = sentence.words, before_skipped(sentence.words, number.index - 1, _BOUNDS)
    if index > 0 and words[index - 1].low == "с" and words[index].has("NOUN", "Ins"):
        return "с"  # "проекты с созданием 8 тыс. мест"
    return words[index].low if index >= 0 and words[index].pos == "ADP" else ""
