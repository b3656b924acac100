"""Sums that people get: nobody is measured in money, but the pay of a group is.

Belongs here: "горняки получают 846 тыс.", "финансисты (792 тыс.)". Does not belong here: other sums
(`subject_measured`) and labels of things (`subject_labelled`).
"""

from extractors.lexicon.subject_lexicon import PAY_NOUNS, PAY_VERBS
from extractors.phrases.phrases import Phrase, build, in_genitive
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative_index
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.labels import find_label
from extractors.subjects.questions import Family, Question

_PAY = "зарплата"


def of_people(question: Question, discourse: Discourse) -> Subject | None:
    """As in "зарплаты выросли: горняки (846 тыс.)": whose pay the label names."""
    if question.family is not Family.MONEY:
        return None
    label = find_label(question.sentence, question.number)
    if label is None or label.sort not in (LabelSort.NAME, LabelSort.GENITIVE):
        return None
    if not _is_people(question, label.phrase):
        return None
    earlier = discourse.of_family(question.family_code) or discourse.lead or discourse.topic
    if earlier is None or earlier.head not in PAY_NOUNS:
        return None
    return earlier.with_complement(in_genitive(question.sentence.words, label.phrase), "slice.people")


def pay(question: Question, discourse: Discourse) -> Subject | None:
    """As in "горняки получают 846 тыс. тенге", "получают вдвое больше": the pay of who gets it."""
    verb = question.verb
    if verb is None or verb.lemma not in PAY_VERBS or question.expression.per is not None:
        return None
    if question.family is Family.PERCENT:
        return None
    if question.family is Family.QUANTITY and question.family_code != "times":
        return None
    words = question.sentence.words
    start = segment_start(words, question.number.index)
    index = local_nominative_index(question, verb.index - 1) if verb.index >= start else None
    if index is None or not _is_people(question, build(words, index)):
        return None
    earlier = discourse.of_family(question.family_code) or discourse.topic
    noun = earlier.head if earlier is not None and earlier.head in PAY_NOUNS else _PAY
    whose = in_genitive(words, build(words, index))
    return Subject(f"{noun} {whose}", noun, "pay", "Fem", whose)


def _is_people(question: Question, phrase: Phrase) -> bool:
    """Whether a phrase names people in the plural."""
    readings = question.sentence.words[phrase.head].readings
    return any(r.pos == "NOUN" and r.is_animate and (r.case, r.number) == ("Nom", "Plur") for r in readings)
