"""The words of planning and of present states, and what a clause can say of the time of its numbers.

Belongs here: the tables `data/plan_words.tsv` and `data/standing_words.tsv`, and the closed list of
stances. Does not belong here: how verbs, labels and attributes use the words (`verb_tense`,
`clause_plans`, `plan_labels`).
"""

from enum import StrEnum
from functools import cache, lru_cache

from extractors.data_tables import table_rows
from extractors.lexicon.dictionary import CACHE_WORDS
from extractors.lexicon.readings import readings

PLAN_ALONE = {"VERB": "verb", "NOUN": "draft"}
"""The class of words that plan by themselves, by part of speech."""
# What a general plan is made for, and what something is done for: "на расчётный срок", "с целью".
_STAGES_AND_AIMS = ("срок", "очередь", "цель")


class Stance(StrEnum):
    """What the clause of a number says of its time."""

    PLANNED = "planned"  # future tense, a plan, a target
    PAST = "past"
    STANDING = "standing"  # a present state: "действуют", "насчитывает"
    STATE = "state"  # a measure that is read off, not gathered: "уровень газификации – 62,4%"
    PRESENT = "present"  # any other present verb: "составляет", "строят"
    VERBLESS = "verbless"


@cache
def plan_classes() -> dict[str, frozenset[str]]:
    """Lemmas of the words of planning, by class."""
    return _lemmas_by_class("plan_words.tsv")


@cache
def standing_words() -> dict[str, frozenset[str]]:
    """Lemmas of the words of a present state: verbs, states and results (participles), nouns, adverbs."""
    return _lemmas_by_class("standing_words.tsv")


@cache
def _planning() -> frozenset[str]:
    names = ("noun", "noun_with_infinitive", "participle", "adjective", "project")
    return frozenset().union(*(plan_classes()[name] for name in names), _STAGES_AND_AIMS)


@lru_cache(maxsize=CACHE_WORDS)
def names_plan(word: str) -> bool:
    """Whether a word form may be one of planning: without one no label or attribute of a clause plans."""
    return any(reading.lemma in _planning() for reading in readings(word))


@lru_cache(maxsize=CACHE_WORDS)
def names_plan_alone(word: str, pos: str) -> bool:
    """Whether a form of a part of speech of `PLAN_ALONE` is likely a word that plans by itself."""
    known = plan_classes()[PLAN_ALONE[pos]]
    return any(reading.lemma in known for reading in readings(word)[:2])


def _lemmas_by_class(table: str) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in table_rows(table):
        classes.setdefault(row["class"], set()).add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}
