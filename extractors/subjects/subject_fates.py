"""Rules for bare numbers beside verbs of what befalls people: "погибли 850", "1 446 пострадали".

Belongs here: people whom only the verb tells of. Does not belong here: people counted by "человек"
(`subject_people`), collective numerals (`subject_people_before`).
"""

from extractors.language.words import Word
from extractors.phrases.bounding_words import before_skipped
from extractors.subjects.clause_verbs import is_active
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_people_before import speaks_of_people

_FATES = frozenset(
    {"погибнуть", "гибнуть", "погибать", "пострадать", "скончаться", "умереть", "ранить", "травмировать"}
    | {"выжить", "утонуть", "госпитализировать", "эвакуировать", "арестовать", "осудить", "выздороветь"}
)
_PERSON = "человек"


def of_fate(question: Question, discourse: Discourse) -> Subject | None:
    """As in "аварий, в которых погибли 640", "1 446 погибли": who is counted goes without saying."""
    words, index = question.sentence.words, question.number.index
    if question.expression.unit is not None:
        return None  # "погибло 300 голов"
    behind = words[index + 1] if index + 1 < len(words) else None
    before = before_skipped(words, index - 1)
    is_bare = behind is None or behind.text in ",.;)" or behind.low == "и"
    is_told = is_bare and before >= 0 and _befalls(words[before])
    if not is_told and not (behind is not None and _befalls(behind)):
        return None
    last = discourse.last()
    if last is not None and speaks_of_people(last.subject):
        return None
    return Subject(_PERSON, _PERSON, "fate", "Masc")


def agents(question: Question) -> Subject | None:
    """As in "ещё 500 получили травмы": those who act are people, where nothing says what they are."""
    words, index = question.sentence.words, question.number.index + 1
    verb = words[index] if index < len(words) and question.family is Family.COUNT else None
    acts = verb is not None and is_active(verb) and verb.readings[0].number == "Plur"
    return Subject(_PERSON, _PERSON, "fate", "Masc") if acts else None


def _befalls(verb: Word) -> bool:
    return verb.pos == "VERB" and any(reading.lemma in _FATES for reading in verb.readings[:2])
