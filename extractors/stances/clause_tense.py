"""What the verbs of one clause say of the time of its numbers: planned, past, present, a state, nothing.

Belongs here: which verb of a clause decides, and clauses without one. Does not belong here: which
clause a number stands in (`stances`), measures that are read off (`standing_labels`) and what makes a plan
(`clause_plans`, `plan_labels`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.language.words import Word
from extractors.records import record
from extractors.stances.clause_plans import is_order, opens_with_task, plans
from extractors.stances.deeds import decide, decide_to_keep
from extractors.stances.plan_lexicon import Stance, standing_words
from extractors.stances.standing_labels import is_standing_label, sets_rate
from extractors.stances.verb_tense import VERBAL, tense_of, verb_form

_OPENERS = frozenset({"«", '"', "“", "–", "—", "-", "(", ":", "."})
_WAS = frozenset({"был", "была", "было", "были"})
_HABITS = "еже"
_GROWTH = frozenset({"рост", "прирост", "увеличение", "снижение", "сокращение", "спад"})
_REACHED = frozenset({"обеспечен", "обеспечено", "достигнут", "достигнуто", "вызван", "вызвано"})
_MOST = frozenset({"больше", "меньше", "выше", "ниже", "чаще", "реже"})
PROVIDING = frozenset({"предусматривать", "предполагать"})
"""Verbs of what a plan holds."""
COVERING = frozenset({"включать", "охватывать", "содержать", "затрагивать"})
"""Verbs that go on with a plan behind one of those."""
_ACTIVE = re.compile(r"вш(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)(?:ся)?$")
# "оставшиеся 26 млрд – на займы": the rest is of the time of what was taken before.
_REMAINING = frozenset({"остаться", "оставаться", "оставшийся"})


@record
class ClauseVerbs:
    """What the verbs of a clause say wherever in it a number stands.

    Attributes:
        words: The words of the clause but for those that only look like verbs.
        plan: Whether they plan.
        tenses: The tense of each verb by its index in the sentence; of one that plans none is asked for.
    """

    words: Sequence[Word]
    plan: bool
    tenses: Sequence[tuple[int, Stance]]


def verbs_of(words: Sequence[Word]) -> ClauseVerbs:
    """The verbs of a clause."""
    return _verbs_of(_without_lookalikes(words))


def _verbs_of(words: Sequence[Word]) -> ClauseVerbs:
    if decide_to_keep(words):
        return ClauseVerbs(words, plan=False, tenses=[(words[0].index, Stance.STANDING)])
    plan = plans(words)
    return ClauseVerbs(words, plan, () if plan else _tenses(words))


def _tenses(words: Sequence[Word]) -> list[tuple[int, Stance]]:
    tenses = [
        (word.index, Stance.STANDING if _is_not_yet(words, place) else tense)
        for place, word in enumerate(words)
        if word.pos in VERBAL and (tense := tense_of(word)) is not None
    ]
    if tenses and tenses[0][1] is Stance.PAST and _is_already(words):
        return [(index, Stance.PRESENT) for index, _ in tenses]
    if tenses and any(word.low in _WAS for word in words):
        return [(index, Stance.PAST if tense is Stance.STANDING else tense) for index, tense in tenses]
    return tenses


def stance_at(verbs: ClauseVerbs, position: int) -> Stance:
    """The stance of a clause by its verbs: planning wins, else the verb nearest before, then behind.

    Args:
        verbs: The verbs of the clause.
        position: Index in the sentence of the number in question.
    """
    if verbs.plan and decide(verbs.words, position):
        return Stance.PAST
    if verbs.plan:
        own = _own_predicate(verbs.words, position)
        if len(own) < len(verbs.words):
            verbs = _verbs_of(own)
        if verbs.plan:
            return Stance.PLANNED
    if verbs.tenses:
        before = [tense for index, tense in verbs.tenses if index < position]
        nearest = before[-1] if before else verbs.tenses[0][1]
        if nearest is Stance.STANDING and _ranks(verbs.words):
            return Stance.PRESENT
        if nearest is Stance.PAST and sets_rate(verbs.words):
            return Stance.STATE
        return _present_stance(verbs.words) if nearest is Stance.PRESENT else nearest
    return _stance_without_verb(verbs.words)


def _ranks(words: Sequence[Word]) -> bool:
    """ "больше всего бедных проживает в Бресте – 8%": a row of places, of the time that the text reports."""
    return any(one.low in _MOST and other.low == "всего" for one, other in pairwise(words))


def _stance_without_verb(words: Sequence[Word]) -> Stance:
    stance = _participle_stance(words)
    if stance is not Stance.VERBLESS:
        return stance
    if _has(words, "adverb", ""):
        return Stance.PLANNED if opens_with_task(words) or is_order(words) else Stance.STANDING
    return Stance.STATE if is_standing_label(words) and not is_order(words) else Stance.VERBLESS


def _own_predicate(words: Sequence[Word], position: int) -> Sequence[Word]:
    """ "построено 540 домов и ожидается ввод 115": each verb has the numbers on its side of "и"."""
    if all(word.low != "и" for word in words):
        return words
    forms = {i: form for i, word in enumerate(words) if (form := verb_form(word)) in ("Fin", "Part")}
    first = min(forms, default=len(words))
    for place in range(first + 1, max(forms, default=0)):
        if place - 1 in forms and place + 1 in forms:
            continue  # "отремонтируют и построят 30 км": both verbs share what stands around them
        if words[place].low == "и" and not _goes_on(words, forms, place):
            return words[:place] if position < words[place].index else words[place + 1 :]
    return words


def _goes_on(words: Sequence[Word], forms: dict[int, str], joint: int) -> bool:
    """ "будет сдано 5 и введено 3", "расширены на 55 и составят 400", "предполагает 5 и включает 3"."""
    verb = next(i for i in forms if i > joint)
    if any(forms[i] == "Fin" for i in forms if i < joint) and not plans(words[:joint]):
        return False  # "занимает 30% и к 2030 году достигнет 54%"
    if forms[verb] == "Fin":
        provides = words[verb].lemma in COVERING and words[min(forms)].lemma in PROVIDING
        return provides or words[verb].lemma in standing_words()["reaching"]
    return any(words[i].lemma == "быть" for i in forms if i < joint)


def _is_not_yet(words: Sequence[Word], place: int) -> bool:
    """ "не введены 3 водовода" are so still; "не освоено 3 млн" is an amount over a time."""
    if place == 0 or words[place - 1].low != "не" or words[place].low.endswith("о"):
        return False
    return verb_form(words[place]) == "Part"


def _is_already(words: Sequence[Word]) -> bool:
    """ "в реестр уже внесены 28 гостиниц": what has been done by now."""
    places = [i for i, word in enumerate(words[:-1]) if word.low == "уже"]
    return any(verb_form(words[i + 1]) == "Part" and not words[i + 1].low.endswith("о") for i in places)


def _present_stance(words: Sequence[Word]) -> Stance:
    if _is_growth_reached(words):
        return Stance.PAST
    if _has(words, "adverb", _HABITS):
        return Stance.STANDING
    return Stance.STATE if is_standing_label(words) else Stance.PRESENT


def _is_growth_reached(words: Sequence[Word]) -> bool:
    """ "рост обеспечен выпуском муки": what a change came from is over, where "вода обеспечена" holds."""
    places = [i for i, word in enumerate(words) if verb_form(word) == "Part" and word.low in _REACHED]
    return bool(places) and any(
        word.lemma in _GROWTH and word.has("NOUN", "Nom") for word in words[: places[0]]
    )


def _without_lookalikes(words: Sequence[Word]) -> list[Word]:
    """The words but for names ("Отан") and nouns behind a preposition ("по найму") that look like verbs."""
    return [
        word
        for place, word in enumerate(words)
        if place == 0
        or not (word.pos in VERBAL or word.text[0].isupper())
        or not _is_lookalike(words[place - 1], word)
    ]


def _is_lookalike(before: Word, word: Word) -> bool:
    if word.text[0].isupper() and before.text not in _OPENERS:
        return True
    is_noun = before.pos == "ADP" and word.pos in VERBAL and word.has("NOUN")
    return is_noun and verb_form(word) == "Fin"


def _has(words: Sequence[Word], name: str, prefix: str) -> bool:
    known = standing_words()[name]
    return any(word.low in known and word.low.startswith(prefix) for word in words)


def _participle_stance(words: Sequence[Word]) -> Stance:
    """ "объединивший 1 000 участников": a past participle that opens the clause."""
    for word in words[:2]:
        reading = word.readings[0] if word.readings else None
        if (
            reading is not None
            and reading.is_participle
            and reading.tense == "Past"
            and reading.lemma not in _REMAINING
            and _ACTIVE.search(word.low) is not None
        ):
            return Stance.PAST
    return Stance.VERBLESS
