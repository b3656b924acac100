"""Verbs that clauses share: "урожай составит 15 тонн, вывоз – 7", "будет введено 5, а также выделено 200".

Belongs here: the future that a clause without its own takes from the one before. Does not belong here: plans
announced before a clause and what its neighbours say (`clause_neighbours`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.stances.plan_lexicon import Stance
from extractors.stances.stance_clauses import Clause
from extractors.stances.verb_tense import is_future, verb_form

_WILL = frozenset({"будет", "будут"})
_AMOUNTING = frozenset({"составить", "достигнуть", "достичь"})


def shares_future(words: Sequence[Word], clauses: Sequence[Clause], home: int) -> bool:
    """ "будет введено 5, а также выделено 200": a participle that shares the future of the one before."""
    own = words[clauses[home].first : clauses[home].last + 1]
    if home == 0 or len(own) < 3 or (own[0].low, own[1].low) != ("а", "также"):
        return False
    before = clauses[home - 1]
    inside = words[before.first : before.last + 1]
    own_verb = next((form for word in own if (form := verb_form(word))), "")
    if own_verb == "Inf":
        return before.stance is Stance.PLANNED  # "планирует поднять плату, а также ежегодно вводить 900 мест"
    is_future = before.stance is Stance.PLANNED and any(word.low in _WILL for word in inside)
    return is_future and verb_form(own[2]) == "Part"


def shares_amount(words: Sequence[Word], clauses: Sequence[Clause], home: int) -> bool:
    """ "урожай составит 15 тонн, вывоз – 7 тонн, запасы – 3 тонны": labels that share "составит"."""
    for index in range(home - 1, max(-1, home - 12), -1):
        clause = clauses[index]
        inside = words[clause.first : clause.last + 1]
        if clause.is_closed or clause.depth or words[clause.last + 1].text != ",":
            return False
        if clause.stance is not Stance.VERBLESS or not clause.is_label:
            return any(word.lemma in _AMOUNTING and is_future(word) for word in inside)
    return False
