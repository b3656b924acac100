"""Parting a sentence into the clauses that numbers stand in, with what each says of their time.

Belongs here: where a clause begins and ends, its bracket depth, and whether it is a bare label. Does not
belong here: the clause that a number goes by (`stances`) and what its words mean (`clause_tense`).
"""

from dataclasses import replace

from extractors.language.words import Word
from extractors.records import record
from extractors.stances.clause_tense import ClauseVerbs, stance_at, verbs_of
from extractors.stances.plan_labels import has_plan_label
from extractors.stances.plan_lexicon import Stance, names_plan

_HARD = frozenset({";", ".", "!", "?", "…"})
_STOPS = _HARD | {",", ":", "(", ")"}
_DASHES = frozenset({"–", "—", "-"})
_GAPPED = frozenset({"на", "в", "до", "с", "со"})
_FOLDS = frozenset({"вдвое", "втрое", "вчетверо", "впятеро"})
_DASH_JOINTS = frozenset({"а", "и", "но", "это", "то", "причём", "причем"})


@record
class Clause:
    """A stretch between commas, brackets and stops: word indexes, bracket depth, and what it says.

    `names_plans` tells most clauses free of words of planning, so that no rule of theirs is asked.
    """

    first: int
    last: int
    depth: int
    is_closed: bool
    verbs: ClauseVerbs
    stance: Stance
    is_label: bool
    names_plans: bool
    is_plan_label: bool


def clauses_of(words: list[Word]) -> list[Clause]:
    """The clauses of a sentence in order; a sentence of nothing but stops is one without a verb."""
    found: list[Clause] = []
    first, depth = 0, 0
    ends = [
        i
        for i, word in enumerate(words)
        if (word.text in _STOPS and not _abbreviates(words, i))
        or (word.text in _DASHES and _is_joint(words, i))
    ]
    for index in [*ends, len(words)]:
        mark = words[index].text if index < len(words) else ""
        if index > first:
            found.append(_clause(words, first, index - 1, depth, is_closed=mark in _HARD))
        elif found and mark in _HARD:
            found[-1] = replace(found[-1], is_closed=True)
        depth = max(0, depth + (mark == "(") - (mark == ")"))
        first = index if mark in _DASHES else index + 1
    return found or [_stops(words)]


def _stops(words: list[Word]) -> Clause:
    return Clause(
        first=0,
        last=len(words) - 1,
        depth=0,
        is_closed=True,
        verbs=verbs_of(()),
        stance=Stance.VERBLESS,
        is_label=False,
        names_plans=False,
        is_plan_label=False,
    )


def _abbreviates(words: list[Word], index: int) -> bool:
    """Whether a stop is of a time cut short, as in "план на 2024 г. составил", and ends nothing."""
    if words[index].text != "." or not words[index].in_time or index + 1 == len(words):
        return False
    following = words[index + 1]
    return not following.text[:1].isupper() and following.low != "р"  # "мужчина 1990 г. р."


def _is_joint(words: list[Word], index: int) -> bool:
    """Whether a dash opens a clause of its own: " – а это 11 тысяч"."""
    return 0 < index < len(words) - 1 and words[index + 1].low in _DASH_JOINTS


def _clause(words: list[Word], first: int, last: int, depth: int, *, is_closed: bool) -> Clause:
    inside = words[first : last + 1]
    is_label = _is_label(inside, words, last)
    names_plans = any(map(names_plan, [word.text for word in inside if word.readings]))
    is_plan = (
        is_label
        and names_plans
        and any(word.expression is not None and has_plan_label(inside, word) for word in inside[:40])
    )
    verbs = verbs_of(inside)
    stance = stance_at(verbs, last + 1)
    return Clause(first, last, depth, is_closed, verbs, stance, is_label, names_plans, is_plan)


def _is_label(inside: list[Word], words: list[Word], last: int) -> bool:
    """Whether a noun in the nominative stands before a dash, or before the colon that ends the clause."""
    closing = words[last + 1].text if last + 1 < len(words) else ""
    if inside[0].text in _DASHES and len(inside) > 1 and inside[1].low in _DASH_JOINTS:
        return True
    marks = [i for i, word in enumerate(inside) if word.text in _DASHES]
    for index in marks if closing != ":" else sorted({*marks, len(inside) - 1}):
        is_dash = index > 0 and inside[index].text in _DASHES and _is_spaced(inside, index)
        if is_dash and index + 1 < len(inside) and _opens_gapped(inside[index + 1]):
            return False
        if is_dash or (index == len(inside) - 1 and closing == ":"):
            before = inside[: index + (not is_dash)]
            if is_dash and len(before) == 1 and before[0].index == 0 and before[0].has("NOUN", "Gen"):
                return True  # "Педагогов – 420 тысяч": what there is so many of
            return any(_is_nominative(before, i) and not is_governed(before, i) for i in range(len(before)))
    return False


def _opens_gapped(word: Word) -> bool:
    """Whether a dash stands for the verb before: "химии – на 8,6%", "экспорт – в 2 раза"."""
    return word.low.partition(" ")[0] in _GAPPED or word.low in _FOLDS


def _is_nominative(words: list[Word], index: int) -> bool:
    word = words[index]
    if not word.readings or word.readings[0].pos != "NOUN" or not word.has("NOUN", "Nom"):
        return False
    attribute = words[index - 1] if index else None
    return attribute is None or attribute.pos != "ADJ" or attribute.has("ADJ", "Nom")


def _is_spaced(words: list[Word], index: int) -> bool:
    return index == 0 or words[index - 1].end < words[index].start


def is_governed(words: list[Word], index: int) -> bool:
    """Whether a preposition stands right before the noun or its adjectives, or before what it names."""
    if index > 0 and words[index].text[:1].isupper() and words[index - 1].pos == "NOUN":
        index -= 1  # "в селе Нура – 5 школ"
    while index > 0:
        index -= 1
        if words[index].pos == "ADP":
            return True
        if words[index].pos != "ADJ":
            return False
    return False
