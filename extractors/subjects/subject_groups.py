"""Rules for counts of some out of a group: "четыре из новых заводов заработали", "ремонт шести из них".

Belongs here: the group that "из" names behind the number, and what is done to some of those told before.
Does not belong here: groups with a number of their own ("2 из 5 школ": `subject_parts`) and the `part_of`
of a fact (`part_groups`).
"""

from extractors.language.words import Word
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun, is_plural_genitive
from extractors.phrases.phrases import Phrase
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question
from extractors.subjects.subject_parts import is_out_of_them, of_them

GROUP = "group"
"""The rule of a count of some out of a group that is named."""
_OPENING = frozenset({",", ";", ":", "что", "и", "а", "но", "также", "ещё", "еще"})
_BETWEEN = frozenset({"ADV", "PART"})


def of_group(question: Question, discourse: Discourse) -> Subject | None:
    """As in "четыре из новых заводов заработали", "двое из пострадавших в больнице": what the group is."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 >= len(words) or words[index].low != "из":
        return None
    phrase = usable(question, phrase_at(words, index + 1))
    if phrase is None or phrase.first != index + 1 or not _is_of_many(words[phrase.head]):
        return None
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.subject.head != phrase.head_lemma:
        return None  # "приняты 40 студентов, 12 из сельских школ"
    return subject_of(words, phrase, GROUP) if _acts(question, phrase) else None


def done_to_them(question: Question, discourse: Discourse) -> Subject | None:
    """As in "возводят 18 школ, строительство девяти из них начато": of those, not what is done to them."""
    words, before = question.sentence.words, question.number.index - 1
    if before < 0 or not is_out_of_them(question) or not _is_thing(words[before]):
        return None
    return of_them(question, discourse)


def _acts(question: Question, group: Phrase) -> bool:
    """Whether the number opens its clause and the verb stands behind the group."""
    words = question.sentence.words
    before = before_skipped(words, question.number.index - 1)
    if before >= 0 and words[before].low not in _OPENING:
        return False
    behind = next((word for word in words[group.last + 1 :] if word.pos not in _BETWEEN), None)
    return behind is not None and behind.pos == "VERB"


def _is_of_many(head: Word) -> bool:
    """Whether a head is a genitive of many; a participle may stand for people: "из пострадавших"."""
    first = head.readings[:1]
    is_people = any(r.is_participle and (r.case, r.number) == ("Gen", "Plur") for r in first)
    return is_people or is_plural_genitive(head)


def _is_thing(word: Word) -> bool:
    return is_noun(word) and not word.in_place and not word.in_time
