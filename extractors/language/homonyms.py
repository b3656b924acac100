"""Forms whose likeliest reading is wrong in certain company: "производство стали", "гости прибыли".

Belongs here: telling by the words around which reading a form has. Does not belong here: the readings of a
form by itself (`lexicon.readings`) and what words make a phrase (`phrases`).
"""

from collections.abc import Sequence

from extractors.lexicon.readings import Reading, readings

_STEEL, _CAME = "стали", "прибыли"
_STEEL_TAG = ("NOUN", "NOUN", "сталь")
_CAME_TAG = ("VERB", "", "прибыть")
HOMONYMS = frozenset({_STEEL, _CAME})
"""The forms that are told apart."""
_DASHES = frozenset("–—-")
_CLOSING = frozenset("–—-(),.;")
REACH = 8
"""How many words behind a form are looked at."""


def tag_of(form: str, before: Sequence[str], after: Sequence[str]) -> tuple[str, str, str] | None:
    """Part of speech, ambiguity class and lemma of a form in its company; None for those that it has anyway.

    Args:
        form: One of `HOMONYMS`.
        before: One or two words of the sentence before it.
        after: The next words of the sentence, no more than `REACH`.
    """
    if form == _STEEL:
        return _STEEL_TAG if _is_steel(before, after) else None
    return _CAME_TAG if before and _may_come(readings(before[-1])) else None


def _may_come(found: Sequence[Reading]) -> bool:
    """Whether a word names people: "гости прибыли", "пять туристов прибыли" are no gain."""
    noun = next((reading for reading in found if reading.pos == "NOUN"), None)
    is_people = noun is not None and noun.is_animate and noun.number == "Plur"
    return noun is not None and is_people and noun.case in ("Nom", "Gen", "Acc")


def _is_steel(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "стали" is the metal: what stands before cannot be its subject, and the verb is another one."""
    owner = before[0] if len(before) > 1 and before[1] == "и" else "".join(before[-1:])
    return _may_own(readings(owner)) and _closes(after)


def _may_own(found: Sequence[Reading]) -> bool:
    """Whether a word is a noun of one or a genitive ("производство", "цен"), or an impersonal verb."""
    if found and found[0].verb_form == "Part":
        return found[0].gender == "Neut"
    nouns = [reading for reading in found if reading.pos == "NOUN"]
    if not nouns or nouns[0] is not found[0]:
        return False
    return all(r.case != "Ins" and (r.case, r.number) != ("Nom", "Plur") for r in nouns)


def _closes(after: Sequence[str]) -> bool:
    """Whether a mark, a number or another verb follows, the verb also behind other words."""
    if not after or after[0] in _CLOSING or after[0][:1].isdigit():
        return True
    if after[0] not in ("и", "в", "на", "за", "по", "из", "к", "с"):
        return _is_verb(after[0])
    return any(_is_verb(word) for word in after) or any(word in _DASHES for word in after)


def _is_verb(word: str) -> bool:
    found = readings(word)[:1]
    return bool(found) and found[0].verb_form in ("Fin", "Part")
