"""Forms whose likeliest reading is wrong in certain company: "производство стали выросло".

Belongs here: telling by the words around which reading a form has. Does not belong here: the readings of a
form by itself (`lexicon.readings`) and what words make a phrase (`phrases`).
"""

from collections.abc import Sequence

from extractors.lexicon.readings import Reading, readings

STEEL = "стали"
_DASHES = frozenset("–—-")
_CLOSING = frozenset("–—-(),.;")
REACH = 8
"""How many words behind a form are looked at."""


def is_steel(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "стали" is the metal: what stands before cannot be its subject, and the verb is another one.

    Args:
        before: One or two words of the sentence before it.
        after: The next words of the sentence, no more than `REACH`.
    """
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
