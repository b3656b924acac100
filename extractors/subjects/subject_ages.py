"""Ages: "младшему участнику было 12 лет" is the participant's.

Belongs here: whose age a verb of being states. Does not belong here: terms of loans and the like
(`subject_terms`), age brackets of people who are counted.
"""

from extractors.language.words import Word
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question

_AGES = frozenset({"a", "mo", "wk", "d"})
_AGING = frozenset({"быть", "исполниться"})


def aged(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "младшему участнику, взявшему приз, было 12 лет": the dative of whose age the verb states."""
    words, number = question.sentence.words, question.number.index
    verb = before_skipped(words, number - 1)
    if question.family_code not in _AGES or verb < 1 or not _states_age(words[verb]):
        return None
    for index in range(verb - 1, -1, -1):
        if words[index].expression is not None or words[index].text in ";:":
            return None
        people = (r for r in words[index].readings[:1] if r.is_animate)
        if is_noun(words[index]) and any(reading.case == "Dat" for reading in people):
            return subject_of(words, build(words, index), "aged")
    return None


def _states_age(verb: Word) -> bool:
    """Whether a verb tells how old somebody is: "было 12 лет", "исполнится 90 лет"."""
    return any(reading.lemma in _AGING for reading in verb.readings)
