"""Labels of numbers in brackets that are read in a way of their own: "на весь срок (7 лет)".

Belongs here: what a bracket measures or counts off. Does not belong here: other labels (`subject_labelled`),
marks to be reached (`subject_marks`).
"""

from extractors.lexicon.subject_lexicon import COUNT_NOUNS, NAMED_MEASURES, NAMELESS_MEASURES
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_changes import BUILDING
from extractors.subjects.subject_owners import owner_of

_POWER = "W"
_QUALITY = "способность"


def behind_bracket(question: Question, label: Label) -> Subject | None:
    """As in "большое количество (свыше 14 тыс. га) нарушенных земель": of what there is so much."""
    words, closing = question.sentence.words, question.number.index + 1
    is_bare = label.phrase.head == label.phrase.last and label.phrase.head_lemma in COUNT_NOUNS
    if label.joint != "bracket" or not is_bare or closing >= len(words) or words[closing].text != ")":
        return None
    phrase = usable(question, phrase_at(words, closing + 1))
    is_whole = phrase is not None and words[phrase.head].has("NOUN", "Gen")
    return subject_of(words, phrase, "label.bracket", label=label.sort) if phrase and is_whole else None


def measure_in_bracket(question: Question, label: Label) -> Subject | None:
    """As in "выдаётся по льготной ставке (6%)", "на весь срок (7 лет)": a measure that a bracket tells.

    Power is of the station: "работы на Шульбинской ГЭС (702 МВт)".
    """
    lemma = label.phrase.head_lemma
    is_measure = lemma in NAMED_MEASURES or lemma.endswith(_QUALITY)
    words, first, unit = question.sentence.words, label.first, question.expression.unit
    if unit is not None and unit.base_unit == _POWER and label.joint == "bracket":
        whole = local_nominative(question, first - 1)
        is_station = words[label.phrase.head].text.isupper() and (whole is None or whole.head in BUILDING)
        is_named = is_station and (whole is None or whole.inner is None)
        return subject_of(words, label.phrase, "label.bracket", label=label.sort) if is_named else None
    if label.joint != "bracket" or label.sort is not LabelSort.PREPOSITIONAL:
        return None
    if label.phrase.head_lemma in NAMELESS_MEASURES and words[first].low == "в":
        return owner_of(question, label.phrase)  # "хищение в крупном размере (5 млн)"
    if not is_measure:
        return None
    is_aim = words[first].low in ("в", "на") and first > 0 and is_noun(words[first - 1])
    if is_aim or question.family is Family.COUNT or question.change is not None:
        return None  # "инвестиции в капитал (5 млн)"
    return subject_of(words, label.phrase, "label.bracket", label=label.sort)
