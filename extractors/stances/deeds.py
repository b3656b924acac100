"""What a clause tells of as done, though another verb beside it plans or is in the present.

Belongs here: gerunds of what is done, and those who have decided. Does not belong here: the tense of a
clause by its verbs (`clause_tense`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.stances.plan_lexicon import Stance
from extractors.stances.verb_tense import tense_of, verb_form

_EARLIER = frozenset({"ранее", "прежде"})
_DECIDING = frozenset({"принять", "выразить", "изъявить", "подтвердить"})
_DECISIONS = frozenset({"решение", "решить", "постановить"})
_KEEPING = frozenset({"сохранить", "сохранять", "оставить", "оставлять", "удержать", "удерживать"})
_KEEP_REACH = 3


def tells_of_done(words: Sequence[Word]) -> bool:
    """ "фонд помогает хозяйствам, выделив 5 млн": a perfective gerund that opens the clause."""
    reading = words[0].readings[0] if words[0].readings else None
    return reading is not None and reading.verb_form == "Conv" and reading.tense == "Past"


def tells_of_earlier(words: Sequence[Word]) -> bool:
    """ "ранее в городе высажено 3600 деревьев": before the time at hand; "ранее чем" compares."""
    for place, word in enumerate(words):
        if word.low in _EARLIER and not word.in_time:
            return place + 1 == len(words) or words[place + 1].low != "чем"
    return False


def decide(words: Sequence[Word], position: int) -> bool:
    """ "33 аула приняли решение отказаться от …": who has decided is counted, not what is planned."""
    verb = next((word for word in words if verb_form(word)), None)
    if verb is None or verb.index < position or verb.lemma not in _DECIDING:
        return False
    return tense_of(verb) is Stance.PAST and verb_form(verb) == "Fin"


def decide_to_keep(words: Sequence[Word]) -> bool:
    """ "комитет принял решение сохранить ставку на уровне 15%": what is decided to stay is so already."""
    for place, word in enumerate(words):
        if word.lemma in _DECISIONS:
            behind = words[place + 1 : place + 1 + _KEEP_REACH]
            return any(other.lemma in _KEEPING and verb_form(other) == "Inf" for other in behind)
    return False
