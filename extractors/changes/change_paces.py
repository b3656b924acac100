"""How fast something changes: "рост ускорился до 6%", "спад замедлился с 3 до 1%" state a growth and a fall.

Belongs here: a noun of change whose pace a verb moves to a percentage. Does not belong here: amounts of such
a noun without that verb (`change_nouns`) and levels that move ("инфляция замедлилась до 8%": no change).
"""

from extractors.changes.change_nouns import noun_direction
from extractors.changes.change_words import Change, change_word, relative_kind
from extractors.language.words import Sentence, Word
from extractors.model import Direction
from extractors.phrases.bounding_words import before_skipped

_PACED = frozenset(
    {"ускориться", "ускоряться", "замедлиться", "замедляться", "усилиться", "усиливаться", "углубиться"}
    | {"углубляться", "снизиться", "сократиться", "увеличиться", "повыситься", "вырасти", "упасть"}
)
_ENDS = frozenset({"до", "с", "со"})
_REACH, _PHRASE_REACH = 14, 7
_FASTEST = 50  # percent: above, a rate of growth is an index; below zero, it is a level
_RATE = "темп"


def pace_reached(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """The change whose pace has come to the number, or from it, None for any other number.

    Args:
        sentence: The sentence.
        number: The word that is the number.
        preposition: Its preposition, "" for none.
    """
    value = number.expression.value if number.expression is not None else None
    if preposition not in _ENDS or relative_kind(number) != "percent" or value is None:
        return None
    if not 0 <= value <= _FASTEST:
        return None
    verb = _verb_before(sentence, number)
    direction = (_paced_before(sentence, verb) if verb is not None else None) or _paced_behind(
        sentence, number
    )
    return Change(direction, -1, None, "change.pace") if direction is not None else None


def _verb_before(sentence: Sentence, number: Word) -> Word | None:
    """The nearest verb before a number, where it moves a pace; the other end of the move may intervene."""
    for word in reversed(sentence.words[max(0, number.index - _REACH) : number.index]):
        if word.pos == "VERB":
            return word if word.lemma in _PACED else None
        if word.text in ";:()–—" or (word.expression is not None and relative_kind(word) is None):
            return None
    return None


def _paced_before(sentence: Sentence, verb: Word) -> Direction | None:
    """As in "рост экономики в мае ускорился": the noun of change with its genitives before the verb."""
    for word in reversed(sentence.words[max(0, verb.index - _PHRASE_REACH) : verb.index]):
        direction = noun_direction(sentence, word)
        if direction is not None:
            is_rate = word.index > 0 and sentence.words[word.index - 1].lemma == _RATE
            return direction if is_rate or _is_subject(word) else None
        if word.expression is not None or word.text in ",;:()–—":
            return None
        is_aside = word.in_time or word.in_place or word.has("NOUN", "Gen") or word.has("NOUN", "Loc")
        if word.pos == "NOUN" and not is_aside:
            return None
    return None


def _paced_behind(sentence: Sentence, number: Word) -> Direction | None:
    """As in "ускорился до 6% рост экономики", "до 6% ускорился рост"."""
    behind = sentence.words[number.index + 1 : number.index + 3]
    if len(behind) < 2:
        return None
    before = sentence.words[max(0, before_skipped(sentence.words, number.index - 2))]
    noun = behind[0] if before.lemma in _PACED else behind[1] if behind[0].lemma in _PACED else None
    return noun_direction(sentence, noun) if noun is not None and _is_subject(noun) else None


def _is_subject(noun: Word) -> bool:
    return change_word(noun) is not None and noun.has("NOUN", "Nom")
