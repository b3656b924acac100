"""What a word can be in a noun phrase: its noun reading, its attribute reading, its class.

Belongs here: questions about one word, and the quotes that enclose names. Does not belong here: phrases of
several words (`phrases`).
"""

from extractors.language.words import Word
from extractors.lexicon.ambiguity_classes import ADJECTIVE_CLASSES, NOUN_CLASSES
from extractors.lexicon.readings import Reading

OPENING_QUOTES = frozenset('«"“„')
CLOSING_QUOTES = frozenset('»"”')


def noun_reading(word: Word, case: str = "") -> Reading | None:
    """The likeliest noun reading (in `case`), None if there is none."""
    for reading in word.readings:
        if reading.pos == "NOUN" and (not case or reading.case == case):
            return reading
    return None


def adjective_reading(word: Word, case: str = "") -> Reading | None:
    """The likeliest adjective or full participle reading (in `case`), None if there is none."""
    for reading in word.readings:
        if reading.pos == "ADJ" and (not case or reading.case == case):
            return reading
    return None


def case_weight(word: Word, case: str) -> float:
    """How likely a word is a noun in that case: the scores of its readings together, 0 if it has none."""
    return sum(reading.score for reading in word.readings if reading.pos == "NOUN" and reading.case == case)


def only_in(noun: Word, case: str) -> bool:
    """Whether a noun form is of one case alone."""
    return {reading.case for reading in noun.readings if reading.pos == "NOUN"} == {case}


def is_plural_genitive(noun: Word) -> bool:
    """Whether a noun may be a plural genitive, as counted things are: "5 – институтов"."""
    return any(r.pos == "NOUN" and r.case == "Gen" and r.number == "Plur" for r in noun.readings)


def is_noun(word: Word) -> bool:
    """Whether a word can head a phrase: a noun, an acronym or a foreign name."""
    return word.tag in NOUN_CLASSES and not word.in_time and word.pos != "ADP"


def is_adjective(word: Word) -> bool:
    """Whether a word can stand before a noun as its attribute."""
    return word.tag in ADJECTIVE_CLASSES
