"""What stands behind a number and tells which part it counts: "из них 62 тысячи – о взыскании алиментов".

Belongs here: the phrase with a preposition behind a number that leaves its noun out. Does not belong here:
what the number before spoke of (`subject_linked`), slices before their number (`subject_slices`).
"""

from extractors.lexicon.subject_lexicon import NAMELESS_MEASURES
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_form import printed
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.questions import Family, Question

_SLICING = frozenset({"о", "об", "на", "для", "без", "с", "со"})
_DASHES = frozenset("–—-")
_JOINING = frozenset({",", ";", "и", "а"})


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


def row_of_shares(question: Question, discourse: Discourse) -> Subject | None:
    """As in "60% жителей получили услуги в городе, 40% – в селе": one more share of the same."""
    words, index = question.sentence.words, question.number.index
    if question.family is not Family.PERCENT or index + 2 >= len(words) or index < 1:
        return None
    is_row = words[index + 1].text in _DASHES and words[index + 2].pos == "ADP"
    last = discourse.last_in(question.sentence_index) if is_row else None
    if last is None or last.family != question.family_code or last.is_change or last.in_bracket:
        return None
    if words[index - 1].low not in _JOINING:
        return None
    behind = origin_behind(question, last.subject)
    told = last.subject
    return told.sliced(behind, "ellipsis.slice", LabelSort.PREPOSITIONAL) if behind else told.by("ellipsis")
