"""What stands behind a number and tells which part it counts: "из них 62 тысячи – о взыскании алиментов".

Belongs here: the phrase with a preposition behind a number that leaves its noun out. Does not belong here:
what the number before spoke of (`subject_linked`), slices before their number (`subject_slices`).
"""

from extractors.lexicon.subject_lexicon import NAMELESS_MEASURES
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_form import printed
from extractors.subjects.discourse import Subject
from extractors.subjects.questions import Family, Question

_SLICING = frozenset({"о", "об", "на", "для", "без", "с", "со"})
_DASHES = frozenset("–—-")


def origin_behind(question: Question, found: Subject) -> str:
    """As in "30 студентов из Алматы, 20 – из Тараза": what stands in the place of the same preposition."""
    words, index = question.sentence.words, question.number.index + 1
    if not found.adjunct or index + 2 >= len(words) or words[index].text not in _DASHES:
        return ""
    if words[index + 1].low != found.adjunct.partition(" ")[0]:
        return ""
    phrase = phrase_at(words, index + 2)
    return printed(words, index + 1, phrase.last) if phrase is not None else ""


def slice_behind(question: Question) -> str:
    """As in "из них 62 тысячи – о взыскании алиментов": what tells the part, "" if nothing does."""
    if question.family not in (Family.COUNT, Family.MONEY):
        return ""
    words, index = question.sentence.words, question.number.index + 1
    if index < len(words) and words[index].text in ("–", "—", "-"):
        index += 1
    if index + 1 >= len(words) or words[index].low not in _SLICING:
        return ""
    phrase = phrase_at(words, index + 1)
    if phrase is None or words[phrase.head].in_time or words[phrase.head].in_place or phrase.last - index > 4:
        return ""
    if phrase.head_lemma in NAMELESS_MEASURES:
        return ""  # "из них одобрено 48 на сумму 5 млн"
    return printed(words, index, phrase.last)
