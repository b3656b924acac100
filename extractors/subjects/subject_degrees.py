"""Percentages that stand as an attribute: "обеспечен 100% доступ к воде", "при 70% износе сетей".

Belongs here: the noun right behind such a percentage. Does not belong here: what a percentage is taken of in
the genitive (`subject_measured`), changes told so ("5% рост": `changes`).
"""

from extractors.phrases.phrase_bounds import phrase_at
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_CASES = frozenset({"Nom", "Acc", "Loc", "Ins", "Dat"})


def degree_of(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "100% доступ к воде": a noun in no genitive, which the percentage can only be told of."""
    words, index = question.sentence.words, question.number.index + 1
    noun = words[index] if index < len(words) else None
    if noun is None or question.change is not None or noun.in_time or noun.pos != "NOUN":
        return None
    cases = {reading.case for reading in noun.readings if reading.pos == "NOUN"}
    if not cases or not cases <= _CASES or any(r.number == "Plur" or r.is_animate for r in noun.readings[:1]):
        return None
    phrase = usable(question, phrase_at(words, index))
    return subject_of(words, phrase, "degree") if phrase is not None and phrase.head == index else None
