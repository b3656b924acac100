"""Sorts of labels: what the words before a joint say of their number.

Belongs here: the sorts, and telling that of a noun phrase by case and preposition. Does not belong here:
finding labels (`labels`, `label_words`) and what each sort means for the subject (`subject_labelled`).
"""

from collections.abc import Sequence
from enum import StrEnum

from extractors.language.words import Word
from extractors.lexicon.readings import Reading
from extractors.phrases.phrase_form import agree
from extractors.phrases.phrase_words import adjective_reading, case_weight, is_adjective, noun_reading
from extractors.phrases.phrases import Phrase, is_preposed

_FUNDS = "средства"
# "школы: городские – 5, малые – 2": attributes that are seldom people.
_SELDOM_PEOPLE = frozenset({"городской", "заводский", "конный", "запасной", "малый", "старший"})


class LabelSort(StrEnum):
    """What a label says of its number."""

    NAME = "name"  # a noun phrase that may be what is measured: "пшеница – 5"
    GENITIVE = "genitive"  # "овса – 250 тыс.", "смертности – 6,7"
    OBLIQUE = "oblique"  # a case that only a verb before can govern: "капусту – 6,2%"
    PREPOSITIONAL = "prepositional"  # a slice of what is measured: "в городе – 26,8"
    PLACE = "place"  # "Алматы (16,3%)"
    ADJECTIVE = "adjective"  # "обрабатывающая – 5"
    TIME = "time"  # "2024 год – 16,2"


def label_sort(words: Sequence[Word], phrase: Phrase) -> LabelSort:
    """The sort of a label that is a noun phrase."""
    before = words[phrase.first - 1].low if phrase.first else ""
    if before == "включая":
        return LabelSort.NAME  # "прекурсоры, включая кислоты (2 т)"
    if before and before != "прежде" and is_preposed(words, phrase):
        return LabelSort.PREPOSITIONAL
    head = words[phrase.head]
    noun = noun_reading(head)
    if head.readings and (noun is None or _is_rather_attribute(head, noun)):
        return LabelSort.ADJECTIVE
    if not head.readings:
        return LabelSort.NAME
    cases = _shared_cases(words, phrase)
    if head.low == _FUNDS:
        return LabelSort.NAME  # hardly ever the genitive of one
    if {"Nom", "Gen"} <= cases:
        return LabelSort.NAME if case_weight(head, "Nom") >= case_weight(head, "Gen") else LabelSort.GENITIVE
    if "Nom" in cases:
        return LabelSort.NAME
    return LabelSort.GENITIVE if "Gen" in cases else LabelSort.OBLIQUE


def _is_rather_attribute(head: Word, noun: Reading) -> bool:
    """As in "из них частные – 14 млрд": of "частный", not of the arithmetical "частное"."""
    is_thing = noun.gender == "Neut" and not noun.is_animate
    return head.readings[0].pos == "ADJ" and (is_thing or noun.lemma in _SELDOM_PEOPLE)


def _shared_cases(words: Sequence[Word], phrase: Phrase) -> set[str]:
    """The cases that a head may stand in, as far as its attributes leave them open."""
    head, behind = words[phrase.head], words[phrase.last]
    small = head.text.islower()  # "верблюдов" is no surname
    cases = {r.case for r in head.readings if r.pos == "NOUN" and not (small and r.is_name)}
    attributes = [word for word in words[phrase.first : phrase.head] if adjective_reading(word)]
    if has_attribute_behind(words, phrase):
        attributes.append(behind)
    for word in attributes:
        cases &= {reading.case for reading in word.readings if reading.pos == "ADJ"} or cases
    return cases


def has_attribute_behind(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "лука репчатого": an attribute right behind its noun."""
    behind = words[phrase.last]
    return phrase.last == phrase.head + 1 and is_adjective(behind) and agree(behind, words[phrase.head])
