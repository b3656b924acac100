"""Labels, attributes and targets that make a number a plan: "цель – 140", "при плановых 2,7%".

Belongs here: nouns and attributes of planning around a number of the same clause. Does not belong
here: verbs (`clause_plans`) and headings (`plan_words`).
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.plan_lexicon import Stance, plan_classes
from extractors.units import UnitKind
from extractors.verb_tense import tense_of, verb_form
from extractors.words import Word

_COPULAS = frozenset({"составить", "составлять", "быть", "равняться"})


_LABEL_PREPOSITIONS = frozenset({"в", "по", "при", "согласно"})


_BUDGETS = frozenset({"финансирование", "обеспечение", "ассигнование"})


_PROGRAMMES = frozenset({"программа", "подпрограмма", "госпрограмма", "мероприятие"})


_JOINTS = frozenset({"–", "—", "-", ":", ","})


_REACHED = frozenset({"расчётный", "расчетный"})  # "расчётный срок: 40 школ": the last year of a general plan


_MARKS = frozenset({"рубеж", "планка"})  # "перешагнули рубеж в 3 млн": once reached, no plan


_SETTING = frozenset(
    {
        "поставить",
        "ставить",
        "стоять",
        "определить",
        "дать",
        "принять",
        "утвердить",
        "сделать",
        "озвучить",
        "обозначить",
    }
)


_ALLOTTED = frozenset({UnitKind.MONEY, UnitKind.QUANTITY, UnitKind.PERCENT})


def is_plan_noun(word: Word, case: str = "") -> bool:
    """Whether the word is a noun of planning (in the case)."""
    return any(
        r.pos == "NOUN" and r.lemma in plan_classes()["noun"] and (not case or r.case == case)
        for r in word.readings
    )


def is_allotted(words: Sequence[Word], number: Word) -> bool:
    """ "заложено 6,4 трлн тенге", "утверждён лимит 11,4 куб. км": an amount set for a time to come."""
    unit = number.expression.unit if number.expression is not None else None
    if unit is None or unit.kind not in _ALLOTTED:
        return False
    verbs = [word for word in words if word.index < number.index and verb_form(word) == "Part"]
    return bool(verbs) and verbs[-1].readings[0].lemma in plan_classes()["allotting"]


def has_target(words: Sequence[Word], number: Word) -> bool:
    """ "поставлена задача по увеличению экспорта до 5 млрд": a task, with a noun of action, set or bare."""
    classes = plan_classes()
    nouns = classes["noun"] | classes["noun_with_infinitive"]
    for place, word in enumerate(words):
        if word.index >= number.index:
            return False
        if word.pos == "NOUN" and word.lemma in nouns:
            verbs = [w for w in words if w.pos == "VERB"]
            is_set = all(w.lemma in _SETTING for w in verbs)
            joint = words[place + 1].low if place + 1 < len(words) else ""
            return is_set and joint in ("по", "о", "об")
    return False


def has_project_trait(words: Sequence[Word]) -> bool:
    """ "общая стоимость проекта – 50 млрд": what is said of a plan right after it belongs to the plan."""
    return any(r.lemma in plan_classes()["project"] for word in words for r in word.readings[:1])


def is_programme_budget(words: Sequence[Word], number: Word) -> bool:
    """ "Объём финансирования программы – 5 млрд": what a programme is to be given, in its own text."""
    before = [word for word in words if word.index < number.index]
    budget = next((i for i, word in enumerate(before) if word.lemma in _BUDGETS), len(before))
    behind = before[budget + 1 :]
    is_of_programme = any(word.lemma in _PROGRAMMES and word.has("NOUN", "Gen") for word in behind)
    is_joined = any(word.text in _JOINTS for word in behind)
    return is_of_programme and is_joined and all(w.pos != "VERB" and w.expression is None for w in before)


def has_plan_label(words: Sequence[Word], number: Word) -> bool:
    """ "цель – 140 случаев", "прогноз до конца года – девять миллионов", "план составлял 5 млрд"."""
    before = [word for word in words if word.index < number.index]
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word.expression is not None and not word.in_time:
            return False
        if is_plan_noun(word):
            return _labels(before, index)
    return False


def _labels(before: Sequence[Word], index: int) -> bool:
    behind = before[index + 1 :]
    verbs = [w for w in before if w.pos == "VERB"]
    if any(w.lemma not in _COPULAS for w in verbs):
        return False
    preposition = _preposition(before, index)
    is_joined = any(w.text in _JOINTS or w.lemma in _COPULAS for w in behind)
    if preposition:
        return preposition in _LABEL_PREPOSITIONS and (is_joined or preposition == "при")
    return is_plan_noun(before[index], "Nom") and is_joined


def _preposition(words: Sequence[Word], index: int) -> str:
    while index > 0:
        index -= 1
        if words[index].pos == "ADP":
            return words[index].low
        if words[index].pos != "ADJ":
            break
    return ""


def has_planned_attribute(words: Sequence[Word], number: Word) -> bool:
    """ "при плановых 2,7%", "из запланированных 200", "ожидаемый урожай – 20 млн тонн"."""
    before = [word for word in words if word.index < number.index]
    near = before[-4:]
    if _is_named_plan(before):
        return True
    if near and near[-1].low in ("на", "в"):
        return False
    verb = next((i for i in range(len(near) - 1, -1, -1) if _tells(near[i])), -1)
    if any(_is_plan_attribute(near[i]) and not _is_expectancy(near, i) for i in range(verb + 1, len(near))):
        return True
    return not any(_tells(word) for word in before) and any(
        _is_plan_attribute(word) and not _is_expectancy(before, i) for i, word in enumerate(before)
    )


def _tells(word: Word) -> bool:
    """Whether a word is a verb, no copula: behind it an attribute of planning is that of something else."""
    return word.pos == "VERB" and word.lemma not in _COPULAS and not _is_plan_attribute(word)


def _is_named_plan(before: Sequence[Word]) -> bool:
    """ "при плане 11 трлн", "годового плана в 850 тысяч": the number is the plan itself."""
    if len(before) < 2:
        return False
    noun, last = before[-2], before[-1]
    if last.low == "в":
        return is_plan_noun(noun) and not (
            noun.lemma in _MARKS and any(tense_of(w) is Stance.PAST for w in before)
        )
    return noun.low == "при" and is_plan_noun(last)


def announces_plan(words: Sequence[Word]) -> bool:
    """Whether a clause without a verb names a plan: "ожидаемые результаты", "наши цели"."""
    if any(_is_plan_attribute(word) or is_plan_noun(word, "Nom") for word in words):
        return True
    return any(one.lemma in _REACHED and other.lemma == "срок" for one, other in pairwise(words))


def _is_expectancy(words: Sequence[Word], index: int) -> bool:
    """ "ожидаемая продолжительность жизни" is an indicator, not a plan."""
    return any(word.lemma == "продолжительность" for word in words[index + 1 : index + 3])


def _is_plan_attribute(word: Word) -> bool:
    classes = plan_classes()
    return any(
        r.pos == "ADJ"
        and (r.lemma in classes["adjective"] or (r.is_participle and r.lemma in classes["participle"]))
        for r in word.readings[:1]
    )
