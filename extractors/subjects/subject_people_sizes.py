"""People named by a noun of their number right before it: "посёлок с населением 5 тыс. человек".

Belongs here: the noun of number beside "человек" and whose number it is. Does not belong here: people named
by the clause (`subject_people`), by a label or a number before (`subject_people_before`).
"""

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, POPULATIONS
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_ending
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question
from extractors.subjects.subject_owners import owner_of
from extractors.subjects.subject_people_before import RULE

_IN_WHICH = frozenset({"них", "нём", "нем", "ней"})
_DASHES = frozenset("–—-")


def population(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "посёлок с населением 5 тыс. человек", "фирмы с численностью занятых в них 5 человек"."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1)
    index -= index > 0 and words[index].text in _DASHES
    if index > 2 and words[index].low in _IN_WHICH and words[index - 1].pos == "ADP":
        index -= 2
    if index < 0 or not (is_noun(words[index]) or words[index].has("ADJ", "Gen")):
        return None
    phrase = phrase_ending(words, index)
    if phrase is None or phrase.head_lemma not in POPULATIONS | COUNT_NOUNS:
        return None
    return subject_of(words, phrase, RULE) if words[phrase.head].has("NOUN", "Ins") else None


def of_size(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "квоту приёма мигрантов в количестве 2 031 человек", "число гостей в 5 тыс. человек"."""
    words, index = question.sentence.words, before_skipped(question.sentence.words, question.number.index - 1)
    if index < 2 or words[index].low != "количестве":
        return _of_number_in(words, index) if question.preposition == "в" else None
    found = owner_of(question, build(words, index, index, index))
    return found if found is not None and found.head != words[index].lemma else None


def _of_number_in(words: list[Word], last: int) -> Subject | None:
    """As in "при численности рабочих в 300 человек": a noun of number right before "в"."""
    phrase = noun_phrase_left_of(words, last)
    found = subject_of(words, phrase, RULE) if phrase is not None else None
    while found is not None and found.head not in COUNT_NOUNS:
        found = found.inner
    return found
