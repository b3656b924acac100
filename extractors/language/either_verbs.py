"""Forms that only their subject tells apart: "доходы достигнут 5 млн" is a future, "достигнут рост" is done.

Belongs here: short participles that are a future in the plural too, and which of both a sentence has. Does
not belong here: the order of readings by themselves (`lexicon.readings`), what a tense means (`stances`).
"""

from collections.abc import Sequence

from extractors.language.words import Word

_ENDING = "нут"
_SUBJECT_REACH, _NOUN_REACH = 10, 4


def settle_verbs(words: Sequence[Word]) -> None:
    """Puts the future first where a nominative in the plural stands before the verb and none behind it."""
    for word in words:
        if word.low.endswith(_ENDING) and _may_be_either(word) and _has_many(words, word.index):
            word.readings = tuple(sorted(word.readings, key=lambda reading: reading.verb_form != "Fin"))


def _may_be_either(word: Word) -> bool:
    forms = {(reading.verb_form, reading.number) for reading in word.readings}
    return ("Part", "Sing") in forms and ("Fin", "Plur") in forms


def _has_many(words: Sequence[Word], verb: int) -> bool:
    behind = words[verb + 1 : verb + 1 + _NOUN_REACH]
    noun = next((word for word in behind if word.pos in ("NOUN", "NUM") or word.expression is not None), None)
    if noun is not None and _is_nominative(noun, "Sing"):
        return False  # "достигнут высокий уровень"
    for index in range(verb - 1, max(-1, verb - _SUBJECT_REACH), -1):
        word = words[index]
        if word.pos == "VERB" and words[verb - 1].low == "и":
            return any((r.number, r.tense) == ("Plur", "Fut") for r in word.readings)
        if word.pos == "VERB" or word.text in ";:":
            return False
        if not word.in_time and _is_nominative(word, "Plur") and not _is_governed(words, index):
            return True
    return False


def _is_nominative(word: Word, number: str) -> bool:
    return any((r.pos, r.case, r.number) == ("NOUN", "Nom", number) for r in word.readings)


def _is_governed(words: Sequence[Word], noun: int) -> bool:
    """As in "за последние годы", "объём производства": a preposition or noun before the attributes."""
    first = noun
    while first > 0 and words[first - 1].has("ADJ"):
        first -= 1
    before = words[first - 1].pos if first > 0 else ""
    return before == "ADP" or (before == "NOUN" and words[noun].has("NOUN", "Gen"))
