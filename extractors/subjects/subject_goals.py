"""Levels that a noun of change leads to: "за счёт уменьшения посевов до 12 млн га".

Belongs here: what the change is about, also past a clause that is put in. Does not belong here: by how much
something changes (`subject_moves`) and whether it is a plan (`stances`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import RATE_NOUNS, ChangeClass, change_word
from extractors.language.inserted_clauses import before_inserted
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import TRANSPARENT_NOUNS
from extractors.phrases.phrase_attributes import first_attribute
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import noun_reading
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_WHOLE = frozenset({"всего", "всей", "всех"})
_REACH = 9


def moved_to(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "за счёт уменьшения посевов до 12 млн га": what the nearest noun of change is about."""
    words, number = question.sentence.words, question.number.index
    if question.preposition != "до" or number < 2:
        return None
    last = before_inserted(words, number - 2)  # "доведение доли дорог, отвечающих нормам, до 60%"
    for index in range(last, max(-1, last - _REACH), -1):
        word = words[index]
        if word.expression is not None or word.pos == "VERB" or word.text in ",;:()":
            return None
        if _names_movement(word) and not _is_of_measure(words, index):
            start = index + 1 + (words[index + 1].low in _WHOLE)
            phrase = usable(question, phrase_at(words, start)) if start < number else None
            is_of = phrase is not None and noun_reading(words[phrase.head], "Gen") is not None
            return subject_of(words, phrase, "change.moved") if phrase is not None and is_of else None
    return None


def _names_movement(word: Word) -> bool:
    """As in "рост", "доведение": a noun of change, or one that only says that something moves."""
    entry = change_word(word)
    return word.lemma in TRANSPARENT_NOUNS or (entry is not None and entry[0] is ChangeClass.NOUN)


def _is_of_measure(words: Sequence[Word], index: int) -> bool:
    """As in "коэффициента естественного прироста": a word of change that only names a measure."""
    before = first_attribute(words, index) - 1
    if before < 0 or words[before].low == "целью":
        return False  # "с целью увеличения вылова до 3 тонн"
    return words[before].lemma in RATE_NOUNS and words[index].has("NOUN", "Gen")
