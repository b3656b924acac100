"""Rules for what credit costs and for what branches grow by: "лизинг под 5% годовых", "в торговле рост – 5%".

Belongs here: nouns that stand before the number with a preposition of their own and are what it is told of.
Does not belong here: labels (`subject_labelled`), complements of words of change (`subject_moves`).
"""

from extractors.changes.change_words import ChangeClass
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import NOT_SUBJECTS
from extractors.phrases.bounding_words import SKIPPED, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import noun_reading
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_UNDER = "под"
_RATE = "ставка"
_TERM = SKIPPED | {"срок", "сроком"}
_WITHIN = frozenset({"в", "во"})


def under_rate(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "изменения в программе лизинга под 5% годовых": the credit, and not who gives or gets it."""
    words = question.sentence.words
    under = before_skipped(words, question.number.index - 1)
    if under < 0 or words[under].low != _UNDER:
        return None
    phrase = usable(question, noun_phrase_left_of(words, _before_term(words, under - 1)))
    if phrase is not None:
        return subject_of(words, phrase, "terms")
    return Subject(_RATE, _RATE, "terms", "Fem")


def _before_term(words: list[Word], index: int) -> int:
    """Steps over how long credit is given for: "в лизинг до 7 лет под 5%"."""
    return before_skipped(words, index - 1, _TERM) if index > 0 and words[index].expression else index


def of_branch(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "в растениеводстве рост составил 3%": the branch that opens the clause changes."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 0:
        return None
    words = question.sentence.words
    first = segment_start(words, change.word)
    phrase = usable(question, phrase_at(words, first + 1)) if words[first].low in _WITHIN else None
    if phrase is None or phrase.last != change.word - 1 or phrase.head_lemma in NOT_SUBJECTS:
        return None
    return subject_of(words, phrase, "change.branch") if noun_reading(words[phrase.head], "Loc") else None
