"""Shares whose noun stands behind the number that tells them again: "там открыто 32%, или 2 147 школ".

Belongs here: the count behind "или". Does not belong here: numbers that restate the one before them
(`subject_resumed`).
"""

from extractors.phrases.bounding_words import SKIPPED
from extractors.phrases.phrase_bounds import phrase_at
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question


def told_again(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "там открыто 32%, или более 2 147 школ": a share of what is counted right behind it."""
    words, index = question.sentence.words, question.number.index + 1
    index += index < len(words) and words[index].text in (",", "(")
    if index >= len(words) or words[index].low != "или":
        return None
    index += 1
    while index < len(words) and words[index].low in SKIPPED:
        index += 1
    if index not in question.sentence.counted:
        return None
    phrase = usable(question, phrase_at(words, index + 1))
    return subject_of(words, phrase, "restated") if phrase is not None else None
