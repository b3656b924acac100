"""Labels and targets that make a number a plan: "цель – 140", "на расчётный срок – 40 школ".

Belongs here: nouns of planning around a number of the same clause. Does not belong here: tasks that are set
(`plan_targets`), attributes (`plan_attributes`), verbs (`clause_plans`) and headings (`plan_words`).
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.language.words import Word
from extractors.stances.plan_lexicon import plan_classes
from extractors.stances.verb_tense import verb_form
from extractors.units.units import UnitKind

COPULAS = frozenset({"составить", "составлять", "быть", "равняться"})
"""Verbs that only join a label to its number."""
_EQUATING = frozenset({"являться", "быть", "стать", "становиться"})

# "протяжённость существующей сети": what is there already, whatever is planned.
_AT_HAND = frozenset({"существующий", "действующий", "имеющийся", "нынешний", "фактический"})
_KEEPING = frozenset({"сохраняться", "сохраниться", "оставаться", "остаться", "оцениваться"})
# "прогноз повышен до 12%", "сохраняем прогноз на уровне 5 млн": what a plan is changed to, or left at.
_REVISING = frozenset(
    {"повысить", "понизить", "снизить", "улучшить", "ухудшить", "пересмотреть", "скорректировать", "поднять"}
    | {"увеличить", "сократить", "уточнить", "установить", "определить"}
    | {"повышать", "понижать", "снижать", "улучшать", "ухудшать", "пересматривать", "корректировать"}
    | {"сохранить", "сохранять", "подтвердить", "подтверждать", "оставить", "оставлять"}
)
_LABEL_PREPOSITIONS = frozenset({"в", "по", "при", "согласно"})
_BUDGETS = frozenset({"финансирование", "обеспечение", "ассигнование"})
_PROGRAMMES = frozenset({"программа", "подпрограмма", "госпрограмма", "мероприятие"})
_PURPOSES = "целях"
_JOINTS = frozenset({"–", "—", "-", ":", ","})
# "на расчётный срок – 40 школ", "на I очередь – 20": the years for which a general plan is made.
_TERMS = frozenset({"срок", "сроку", "срока"})
_STAGES = frozenset({"1", "i", "первую", "2", "ii", "вторую"})
_STORE = "заложить"  # "в хранилища заложено 5 тонн" is there, "в проекте заложено 5 км" is not
_PROVIDING = _PROGRAMMES | {
    "бюджет",
    "проект",
    "стратегия",
    "смета",
    "схема",
    "баланс",
    "договор",
    "соглашение",
}
_RATES = frozenset({"цена", "тариф", "ставка"})  # "утверждена цена в 450 тенге": it is in force
_TOLD = ("Part", "Fin")
_ALLOTTED = frozenset({UnitKind.MONEY, UnitKind.QUANTITY, UnitKind.PERCENT})


def is_plan_noun(word: Word, case: str = "") -> bool:
    """Whether the word is a noun of planning (in the case)."""
    known = plan_classes()["noun"]
    for reading in word.readings:
        if reading.lemma in known and reading.pos == "NOUN" and case in ("", reading.case):
            return True
    return False


def is_allotted(words: Sequence[Word], number: Word) -> bool:
    """ "заложено 6,4 трлн тенге", "утверждён лимит 11,4 куб. км": an amount set for a time to come."""
    unit = number.expression.unit if number.expression is not None else None
    if unit is None or unit.kind not in _ALLOTTED:
        return False
    before = (word for word in reversed(words) if word.index < number.index and verb_form(word) in _TOLD)
    verb = next(before, None)
    if verb is None or verb.readings[0].lemma not in plan_classes()["allotting"]:
        return False
    earlier = [word for word in words if word.index < number.index]
    if unit.kind is UnitKind.QUANTITY and verb.readings[0].lemma == _STORE:
        return any(is_plan_noun(word) or word.lemma in _PROVIDING for word in earlier)
    if unit.kind is UnitKind.MONEY and any(_is_counted(word) for word in earlier if word.index > verb.index):
        return False  # "утверждено 97 проектов на сумму 6 млрд тенге": what those cost together
    return not any(word.lemma in _RATES for word in earlier)


def _is_counted(word: Word) -> bool:
    return word.expression is not None and word.expression.unit is None and not word.in_time


def has_project_trait(words: Sequence[Word]) -> bool:
    """ "общая стоимость проекта – 50 млрд": what is said of a plan right after it belongs to the plan."""
    if not any(r.lemma in plan_classes()["project"] for word in words for r in word.readings[:1]):
        return False
    return not any(word.lemma in _AT_HAND for word in words)


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
    if names_stage(before):
        return True
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word.expression is not None and not word.in_time:
            return False
        if is_plan_noun(word) and _labels(before, index):
            return True
    return False


def _labels(before: Sequence[Word], index: int) -> bool:
    behind = before[index + 1 :]
    verbs = [w for w in before if w.pos == "VERB"]
    if verbs and all(w.lemma in _EQUATING for w in verbs) and is_plan_noun(before[index], "Ins"):
        return not _preposition(before, index)  # "целью является рост на 7%"
    is_revised = bool(verbs) and all(any(r.lemma in _REVISING for r in w.readings) for w in verbs)
    if index and any(r.lemma in _REVISING for r in before[index - 1].readings):
        is_revised = True  # as in: спад заставил снизить прогноз роста до 2%
    if not is_revised and any(w.lemma not in COPULAS and w.lemma not in _KEEPING for w in verbs):
        return False
    preposition = _preposition(before, index)
    if preposition == "в" and before[index].low == _PURPOSES:
        return False  # "в лечебных целях – 12 тысяч": what for, and no aim
    is_joined = is_revised or any(
        w.text in _JOINTS or w.lemma in COPULAS or w.lemma in _KEEPING for w in behind
    )
    if preposition:
        is_named = preposition == "при" or (preposition == "в" and before[index].low == "планах")
        return preposition in _LABEL_PREPOSITIONS and (is_joined or is_named)
    return is_plan_noun(before[index], "Nom") and is_joined


def _preposition(words: Sequence[Word], index: int) -> str:
    while index > 0:
        index -= 1
        if words[index].pos == "ADP":
            return words[index].low
        if words[index].pos != "ADJ":
            break
    return ""


def names_stage(words: Sequence[Word]) -> bool:
    """Whether words name the years for which a general plan is made."""
    for place, (before, word) in enumerate(pairwise(words)):
        if word.low in _TERMS and before.low.startswith(("расчётн", "расчетн")):
            return True
        if word.low == "очередь" and before.low in _STAGES and place and words[place - 1].low == "на":
            return True
    return False
