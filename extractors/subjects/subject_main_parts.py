"""Amounts that give the main part of something: "большую часть оборота (72%) составил вывоз".

Belongs here: what the main part is of, or who has it, where its amount stands beside it. Does not belong
here: shares that only a verb states (`subject_shares`) and parts of a sum (`subject_parts`).
"""

from extractors.lexicon.subject_lexicon import STATING_VERBS
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

_PARTS = frozenset({"часть", "доля"})
_MAIN = frozenset({"больший", "большой", "основной", "значительный", "наибольший", "львиный", "главный"})
_HAVING = STATING_VERBS | {"занимать", "занять", "обеспечить", "обеспечивать", "формировать"}
_JOINTS, _REACH = frozenset("–—-("), 6


def main_part(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "основную долю (65%) занимает ввоз", "большую часть жилья – 2 млн м2 – возвели жители"."""
    words, number = question.sentence.words, question.number.index
    joint = before_skipped(words, number - 1)
    if joint < 2 or words[joint].text not in _JOINTS or question.family is Family.COUNT:
        return None
    phrase = noun_phrase_left_of(words, joint - 1)
    if phrase is None or phrase.head_lemma not in _PARTS or not words[phrase.head].has("NOUN", "Acc"):
        return None
    if words[phrase.first].lemma not in _MAIN or phrase.first > segment_start(words, phrase.head) + 1:
        return None
    for index in range(number + 1, min(len(words) - 1, number + _REACH)):
        if words[index].pos != "VERB":
            continue
        if words[index].lemma not in _HAVING:
            break
        owner = usable(question, phrase_at(words, index + 1))
        is_owner = owner is not None and words[owner.head].has("NOUN", "Nom")
        return subject_of(words, owner, "main_part") if owner is not None and is_owner else None
    whole: Subject | None = subject_of(words, phrase, "main_part")
    whole = whole.inner if whole is not None and whole.head in _PARTS else whole
    return whole.by("main_part") if whole is not None else None
