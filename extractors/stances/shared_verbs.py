"""Verbs that clauses share: "урожай составит 15 тонн, вывоз – 7", "будет введено 5, а также выделено 200".

Belongs here: the future or plan that a clause without its own takes from the one before. Does not belong
here: plans announced before a clause and what its neighbours say (`clause_neighbours`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.language.words import Word
from extractors.stances.clause_tense import COVERING, PROVIDING
from extractors.stances.plan_lexicon import Stance
from extractors.stances.stance_clauses import Clause
from extractors.stances.verb_tense import is_future, verb_form

_JOINTS = frozenset({"и", "а", "также"})
_WILL = frozenset({"будет", "будут"})
_MOST_SHARING = 6
_AMOUNTING = frozenset({"составить", "достигнуть", "достичь"})


def shares_future(words: Sequence[Word], clauses: Sequence[Clause], home: int) -> bool:
    """ "будет введено 5, открыто 7, а также выделено 200": participles that share the future of the first."""
    if home and _asks_more(words, clauses[home]):
        return clauses[home - 1].stance is Stance.PLANNED
    for index in range(home, max(0, home - _MOST_SHARING), -1):
        clause = clauses[index]
        own = words[clause.first : clause.last + 1]
        before = clauses[index - 1]
        if not _opens_with_participle(own) or before.is_closed or before.depth != clause.depth:
            return False
        inside = words[before.first : before.last + 1]
        if before.stance is Stance.PLANNED and any(word.low in _WILL for word in inside):
            return True
    return False


def _asks_more(words: Sequence[Word], clause: Clause) -> bool:
    """ "планирует поднять плату, а также ежегодно вводить 900 мест": an infinitive behind "а также"."""
    own = words[clause.first : clause.last + 1]
    if len(own) < 3 or (own[0].low, own[1].low) != ("а", "также"):
        return False
    return next((form for word in own if (form := verb_form(word))), "") == "Inf"


def with_shared_plans(words: Sequence[Word], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those that go on with what the clause before plans ("и включает") as plans too."""
    shared = list(clauses)
    for home, clause in enumerate(clauses):
        if home and clause.verbs.tenses and _covers_too(words, shared, home):
            planned = replace(clause.verbs, plan=True, tenses=())
            shared[home] = replace(clause, stance=Stance.PLANNED, verbs=planned)
    return shared


def _covers_too(words: Sequence[Word], clauses: Sequence[Clause], home: int) -> bool:
    """ "предусматривает 25 проектов, из них 11 новых, и включает ремонт 13": the plan goes on."""
    opening = [
        word for word in words[clauses[home].first : clauses[home].first + 3] if word.low not in _JOINTS
    ]
    if not opening or opening[0].lemma not in COVERING or words[clauses[home].first].low not in _JOINTS:
        return False
    told = (clause for clause in reversed(clauses[max(0, home - _MOST_SHARING) : home]) if not clause.depth)
    before = next(
        (clause for clause in told if clause.stance is not Stance.VERBLESS or clause.is_closed), None
    )
    if before is None or before.is_closed:
        return False
    return any(word.lemma in PROVIDING for word in words[before.first : before.last + 1])


def _opens_with_participle(own: Sequence[Word]) -> bool:
    """Whether a clause opens with a short participle: of what is done by now none says "уже"."""
    first = (2 if own[1:2] and own[1].low == "также" else 1) if own[0].low == "а" else 0
    return first < len(own) and verb_form(own[first]) == "Part" and all(w.low != "уже" for w in own)


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
