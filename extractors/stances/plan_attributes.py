"""Attributes and phrases that make a number a plan: "при плановых 2,7%", "ожидаемый урожай – 20 млн тонн".

Belongs here: adjectives and participles of planning before a number, what a clause without a verb announces
by them, and what a change aims at. Does not belong here: nouns and labels of planning (`plan_labels`),
verbs (`clause_plans`).
"""

from collections.abc import Sequence

from extractors.language.inserted_clauses import before_inserted
from extractors.language.words import Word
from extractors.numbers.number_table import WordClass
from extractors.stances.plan_labels import COPULAS, is_plan_noun, names_stage
from extractors.stances.plan_lexicon import Stance, plan_classes
from extractors.stances.verb_tense import tense_of

_OFFERED = frozenset({"зарплата", "заработный", "оклад", "вакансия", "работа", "товар", "услуга"})
_COMING = "предстоящий"
_AT_REACH = 7
_MARKS = frozenset({"рубеж", "планка"})  # "перешагнули рубеж в 3 млн": once reached, no plan
_CHANGING = frozenset(
    {"доведение", "обновление", "рост", "увеличение", "повышение", "снижение", "сокращение", "расширение"}
)
# "целевой показатель" is a plan, "целевой кредит", "целевая группа" are none.
_AIMED = "целевой"
_AIMS = frozenset(
    {"показатель", "индикатор", "ориентир", "значение", "уровень", "параметр", "цифра", "отметка", "доля"}
    | {"коридор", "диапазон", "инфляция", "установка", "объём", "число", "количество"}
)
# "плановый объём" is a plan, "плановая проверка" is one of those that are made by turns.
_BY_TURNS = "плановый"
_ROUTINES = frozenset(
    {"проверка", "ревизия", "аудит", "осмотр", "обследование", "ремонт", "операция", "госпитализация"}
    | {"вакцинация", "прививка", "порядок", "режим", "отключение", "инспекция", "мероприятие", "экономика"}
    | {"заседание", "контроль", "профилактика", "инвентаризация", "помощь", "работа"}
)
_AIMING = frozenset({"на", "для", "ради", "к"})
_JOINTS = frozenset("–—-:")


def aims_at(words: Sequence[Word], number: Word) -> bool:
    """ "меры направлены на доведение доли до 50%", "цель – рост доли семей, имеющих жильё, до 60%"."""
    last = number.index - 1
    if last < 1 or words[last].low != "до":
        return False
    for place in range(before_inserted(words, last - 1), 0, -1):
        word = words[place]
        if word.lemma in _CHANGING and word.pos == "NOUN":
            return words[place - 1].low in _AIMING or _is_named_aim(words[:place])
        if word.pos not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


def _is_named_aim(before: Sequence[Word]) -> bool:
    """As in "цель – ", "главная задача: ": a noun of planning that a dash or colon leads on from."""
    return len(before) > 1 and before[-1].text in _JOINTS and is_plan_noun(before[-2], "Nom")


def has_planned_attribute(words: Sequence[Word], number: Word) -> bool:
    """ "при плановых 2,7%", "из запланированных 200", "ожидаемый урожай – 20 млн тонн"."""
    before = [word for word in words if word.index < number.index]
    near = before[-4:]
    if _is_named_plan(before) or _is_planned_whole(words, number) or _opens_with_provision(before):
        return True
    if _is_at_plan(before[-_AT_REACH:]):
        return True
    if near and near[-1].low in ("на", "в"):
        return False
    verb = next((i for i in range(len(near) - 1, -1, -1) if _tells(near[i])), -1)
    if any(is_plan_attribute(near[i]) and not _is_expectancy(near, i) for i in range(verb + 1, len(near))):
        return True
    return not any(_tells(word) for word in before) and any(
        is_plan_attribute(word) and not _is_expectancy(before, i) for i, word in enumerate(before)
    )


def _is_at_plan(before: Sequence[Word]) -> bool:
    """ "при прогнозируемой нагрузке в 17 ГВт", "при целевом показателе в 400 человек"."""
    at = next((i for i in range(len(before) - 2, -1, -1) if before[i].low == "при"), -1)
    if at < 0 or not is_plan_attribute(before[at + 1]):
        return False
    return before[-1].low == "в" and all(word.pos in ("ADJ", "NOUN") for word in before[at + 1 : -1])


def _opens_with_provision(before: Sequence[Word]) -> bool:
    """ "подписан договор, предусматривающий рост торговли до уровня в 3 млрд долларов"."""
    return bool(before) and before[0].low.startswith("предусматривающ")


def _is_planned_whole(words: Sequence[Word], number: Word) -> bool:
    """ "150 школ из 217 запланированных": the attribute stands for the noun left out behind the number."""
    if number.expression is None or number.expression.unit is not None:
        return False  # "64% запланированного"
    if number.expression.word_class is WordClass.PART:
        return False  # "половина запланированной площади"
    behind = [word for word in words if number.index < word.index <= number.index + 2]
    if not behind or not is_plan_attribute(behind[0]):
        return False
    is_sort = not behind[0].readings[0].is_participle and len(behind) > 1 and behind[1].pos == "NOUN"
    return not is_sort or behind[0].lemma == _COMING  # "340 плановых операций", "12 целевых грантов": a sort


def _tells(word: Word) -> bool:
    """Whether a word is a verb, no copula: behind it an attribute of planning is that of something else."""
    return word.pos == "VERB" and word.lemma not in COPULAS and not is_plan_attribute(word)


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
    if any(is_plan_attribute(word) and not _is_expectancy(words, i) for i, word in enumerate(words)):
        return True
    if any(is_plan_noun(word, "Nom") for word in words):
        return True
    return names_stage(words)


def _is_expectancy(words: Sequence[Word], index: int) -> bool:
    """ "ожидаемая продолжительность жизни", "целевой трансферт", "плановые проверки": no plan."""
    behind = words[index + 1 : index + 3]
    if words[index].lemma == _BY_TURNS:
        return any(word.lemma in _ROUTINES for word in behind)
    if words[index].lemma == _AIMED and behind:
        return not any(word.lemma in _AIMS or is_plan_noun(word) for word in behind)
    is_offer = words[index].low.startswith("предлага") and any(word.lemma in _OFFERED for word in behind)
    return is_offer or any(word.lemma == "продолжительность" for word in behind)


def is_plan_attribute(word: Word) -> bool:
    """Whether a word is an adjective or participle of planning: "целевой", "прогнозируемый"."""
    if word.pos != "ADJ" or not word.readings:
        return False
    classes, reading = plan_classes(), word.readings[0]
    is_participle = reading.is_participle and reading.lemma in classes["participle"]
    return is_participle or reading.lemma in classes["adjective"]
