"""Objects that open a clause whose verb sets them: "ставку установили на уровне 14%".

Belongs here: the accusative before a verb in the plural that nobody acts in, with a level behind it. Does not
belong here: what is kept at a level by a noun (`subject_measured`), subjects of verbs (`clauses`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of
from extractors.phrases.phrases import Phrase, build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_LEVELS = frozenset({"уровне", "размере", "сумме", "объёме", "объеме", "отметке", "пределах"})
_MOST_HANGING = 3


def set_at(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "ставку установили на уровне 14%", "цену на хлеб в мае удержали в размере 150 тенге"."""
    words = question.sentence.words
    level = before_skipped(words, question.number.index - 1, BOUNDING)
    if level < 3 or words[level].low not in _LEVELS or words[level - 1].low not in ("в", "на"):
        return None
    verb = words[level - 2]
    if not any((r.verb_form, r.number) == ("Fin", "Plur") for r in verb.readings[:1]):
        return None
    phrase = usable(question, _object_before(words, verb.index))
    return (
        subject_of(words, build(words, phrase.head, phrase.first), "set_at") if phrase is not None else None
    )


def _object_before(words: Sequence[Word], verb: int) -> Phrase | None:
    """The accusative before a verb, past times and what hangs on it, that is no subject of the verb."""
    index = verb - 1
    for _ in range(_MOST_HANGING):
        while index > 0 and (
            words[index].in_time or words[index].in_place or words[index].pos in ("ADP", "ADV")
        ):
            index -= 1
        phrase = noun_phrase_left_of(words, index)
        if phrase is None:
            return None
        if phrase.first == 0 or words[phrase.first - 1].pos != "ADP":
            return phrase if _is_object(words[phrase.head]) else None
        index = phrase.first - 2
    return None


def _is_when_or_where(word: Word) -> bool:
    return word.in_time or word.in_place or word.pos in ("ADP", "ADV")


def _is_object(noun: Word) -> bool:
    """Whether a noun is an accusative that a verb in the plural cannot agree with."""
    acts = any(r.case == "Nom" and r.number == "Plur" for r in noun.readings[:4])
    return noun.has("NOUN", "Acc") and not acts and not noun.readings[0].is_animate
