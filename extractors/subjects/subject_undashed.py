"""Parts that a nominative names without a dash: "из них 3,7 млрд тенге частные инвестиции".

Belongs here: amounts and shares behind a marker of parts, and the next ones of their row. Does not belong
here: nominatives behind a dash (`subject_predicates`) and counted things (`subject_counted`).
"""

from extractors.language.words import Word
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import adjective_reading, noun_reading
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question, is_part

_RULE = "part.nominative"
_PARTING = frozenset({"числе", "них", "которых", "коих", "неё", "нее", "него", ":"})
_JOINING = frozenset({",", ";", "и", "а"})
_CLOSING = frozenset({",", ";", ".", ")", "и"})


def undashed_part(question: Question, discourse: Discourse) -> Subject | None:
    """As in "в том числе 3 млрд тенге трансферты, 2 млрд тенге собственные доходы": what each part is."""
    words, index = question.sentence.words, question.number.index + 1
    if index >= len(words) or words[index].pos not in ("NOUN", "ADJ") or not _is_nominative(words[index]):
        return None
    if not _opens_part(question) and not _goes_on(question, discourse):
        return None
    phrase = usable(question, phrase_at(words, index))
    if phrase is None or noun_reading(words[phrase.head], "Nom") is None:
        return None
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if following is not None and following.text not in _CLOSING:
        return None  # "из них 3 млрд тенге город направил на ремонт"
    return subject_of(words, phrase, _RULE)


def _is_nominative(word: Word) -> bool:
    """Whether a word that opens a phrase is no genitive, as what is measured would be: "3 тонны пшеницы"."""
    is_genitive = noun_reading(word, "Gen") is not None or adjective_reading(word, "Gen") is not None
    return not is_genitive and any(reading.case == "Nom" for reading in word.readings)


def _opens_part(question: Question) -> bool:
    words = question.sentence.words
    before = before_skipped(words, question.number.index - 1, BOUNDING)
    return before >= 0 and words[before].low in _PARTING and is_part(question.sentence, question.number)


def _goes_on(question: Question, discourse: Discourse) -> bool:
    """Whether the number before was such a part, and a comma or "и" leads to this one."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    before = before_skipped(words, question.number.index - 1, BOUNDING)
    return last is not None and last.subject.rule == _RULE and before >= 0 and words[before].low in _JOINING
