"""Slices that part the number before: "принято 40 человек, из них: на заводы – 30, на шахты – 10".

Belongs here: the words that tell so. Does not belong here: what else a slice is of (`subject_slices`).
"""

from extractors.subjects.discourse import Antecedent
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.questions import OF_THEM, Question

_PARTING_REACH = 6


def goes_on_parting(question: Question, label: Label, last: Antecedent) -> bool:
    """As in ", из них: на заводы – 30, на шахты – 10": right behind such words, or next in their row."""
    words, first = question.sentence.words, label.first
    if any(word.low in OF_THEM for word in words[max(0, first - 2) : first]):
        return True
    is_row = last.family == question.family_code and last.subject.label is label.sort
    if not is_row or label.sort is not LabelSort.PREPOSITIONAL or first < 2 or words[first - 1].text != ",":
        return False
    opening = last.subject.adjunct.partition(" ")[0]
    return words[first - 2].expression is not None and words[first].low == opening


def is_parted(question: Question, label: Label) -> bool:
    """As in "выделено 5 млн, из которых: на школы – 70%": the slice is one of the number before."""
    for word in reversed(question.sentence.words[max(0, label.first - _PARTING_REACH) : label.first]):
        if word.expression is not None:
            return False
        if word.low in OF_THEM:
            return True
    return False
