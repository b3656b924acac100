"""Genitives that only tell what kind something is: "в том числе 144 тонны отечественного производства".

Belongs here: telling such genitives, and what was named before them. Does not belong here: attributes alone
("30 районного значения" of roads is one, "30 районных" is not: `subject_attributes`).
"""

from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrases import Phrase
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.questions import Question, is_part

GRADES = frozenset({"тяжесть", "категория", "степень"})
"""Nouns of grades: one of them takes the place of another ("тяжкие – 5, средней тяжести – 8")."""
_QUALITIES = frozenset(
    {"значение", "производство", "назначение", "изготовление", "происхождение", "подчинение", "сборка"}
    | {"характер", "тип", "возраст", "профиль", "образец", "формат", "качество", "направленность"}
    | GRADES
)


def tells_kind(phrase: Phrase) -> bool:
    """Whether a phrase has an attribute and a head that nothing is measured of: "местного значения"."""
    return phrase.head_lemma in _QUALITIES and phrase.first < phrase.head


def of_kind(question: Question, discourse: Discourse) -> Subject | None:
    """As in "257 тонн удобрений, включая 144 тонны местного производства": a part of what was named."""
    last = discourse.last_in(question.sentence_index) or discourse.last()
    words, index = question.sentence.words, question.number.index + 1
    if last is None or index >= len(words) or not is_part(question.sentence, question.number):
        return None
    phrase = phrase_at(words, index)
    if phrase is None or not tells_kind(phrase) or not words[phrase.head].has("NOUN", "Gen"):
        return None
    attribute = words[phrase.first].readings
    if attribute and not any((r.case, r.number) == ("Gen", "Sing") for r in attribute):
        return None  # "включая 3 новых типа"
    return last.subject.by("slice.quality", LabelSort.GENITIVE)
