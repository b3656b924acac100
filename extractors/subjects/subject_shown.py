"""What shows a change: "экономика показывает рост на 5%", "экспорт, рост которого составил 3%".

Belongs here: what stands before a bare noun of change and is what changes, and who only tells of one. Does
not belong here: genitives behind it (`subject_moves`) and branches that it is in (`slice_branches`).
"""

from extractors.changes.change_words import ChangeClass
from extractors.lexicon.readings import are_of_people, readings
from extractors.phrases.phrase_attributes import first_attribute
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import build
from extractors.phrases.relative_pronouns import PRONOUN, stands_for
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_SHOWING = frozenset(
    {"показать", "показывать", "продемонстрировать", "демонстрировать", "сохранять", "сохранить", "иметь"}
)
_OWNER_REACH = 4


def showing(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "экономика показывает рост на 5%": nothing is said of the change but who shows it."""
    change = question.change
    if (
        change is None
        or change.word_class is not ChangeClass.NOUN
        or not 0 < change.word < question.number.index
    ):
        return None
    return shown_at(question, change.word)


def shown_at(question: Question, noun: int) -> Subject | None:
    """What shows the change that a noun names, by the verb right before the noun."""
    words = question.sentence.words
    verb = first_attribute(words, noun) - 1
    if verb < 1 or words[verb].pos != "VERB" or words[verb].lemma not in _SHOWING:
        return None
    found = local_nominative(question, verb - 1)
    return found.by("change.shown") if found is not None else None


def of_which(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "темпы экономики, рост которой составил 3%": the noun that the pronoun stands for."""
    change, words = question.change, question.sentence.words
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 2:
        return None
    behind = words[change.word + 1 : change.word + 2]
    if not behind or behind[0].lemma != PRONOUN or words[change.word - 1].text != ",":
        return None
    for index in range(change.word - 2, max(-1, change.word - 2 - _OWNER_REACH), -1):
        if words[index].expression is not None or words[index].pos == "VERB":
            return None
        if is_noun(words[index]) and stands_for(behind[0], words[index], "Gen"):
            phrase = usable(question, build(words, index))
            return subject_of(words, phrase, "change.which") if phrase is not None else None
    return None


def tells_of_change(question: Question, found: Subject) -> bool:
    """As in "министр напомнил и о росте в отрасли на 5%": somebody who speaks of a noun of change."""
    change, verb = question.change, question.verb
    if change is None or verb is None or change.word_class is not ChangeClass.NOUN:
        return False
    return verb.index < change.word and are_of_people(readings(found.head))
