"""What the words of one clause mean for the time of its numbers: tense, plans, targets, states.

Belongs here: the tables of planning and standing words and how verbs, labels and attributes use them.
Does not belong here: which clause a number stands in (`stances`).
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from extractors.morphology import Reading, analyzer, readings
from extractors.units import UnitKind
from extractors.words import Word


class Stance(StrEnum):
    """What the clause of a number says of its time."""

    PLANNED = "planned"  # future tense, a plan, a target
    PAST = "past"
    STANDING = "standing"  # a present state: "действуют", "насчитывает"
    STATE = "state"  # a measure that is read off, not gathered: "уровень газификации – 62,4%"
    PRESENT = "present"  # any other present verb: "составляет", "строят"
    VERBLESS = "verbless"


_COPULAS = frozenset({"составить", "составлять", "быть", "равняться"})
_NOW_PREDICATIVES = frozenset({"можно", "нельзя", "нет"})
_LABEL_PREPOSITIONS = frozenset({"в", "по", "при", "согласно"})
_JOINTS = frozenset({"–", "—", "-", ":", ","})


@cache
def plan_classes() -> dict[str, frozenset[str]]:
    """Lemmas of the words of planning, by class."""
    classes: dict[str, set[str]] = {}
    for lemma, name in _rows("plan_words.tsv"):
        classes.setdefault(name, set()).add(lemma)
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


@cache
def standing_words() -> dict[str, frozenset[str]]:
    """Lemmas of the words of a present state: verbs, states and results (participles), nouns, adverbs."""
    classes: dict[str, set[str]] = {}
    for lemma, name in _rows("standing_words.tsv"):
        classes.setdefault(name, set()).add(lemma)
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


def _rows(name: str) -> list[tuple[str, str]]:
    lines = resources.files("extractors.data").joinpath(name).read_text("utf-8").splitlines()[1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


def clause_stance(words: Sequence[Word], position: int) -> Stance:
    """The stance of a clause by its verbs: planning wins, else the verb nearest before, then behind.

    Args:
        words: The words of the clause.
        position: Index in the sentence of the number in question.
    """
    words = _without_lookalikes(words)
    if _is_planned(words):
        return Stance.PLANNED
    tenses = [(word.index, tense) for word in words if (tense := _tense(word)) is not None]
    if any(word.low in _WAS for word in words):
        tenses = [(index, Stance.PAST if tense is Stance.STANDING else tense) for index, tense in tenses]
    if tenses:
        before = [tense for index, tense in tenses if index < position]
        nearest = before[-1] if before else tenses[0][1]
        return _present_stance(words) if nearest is Stance.PRESENT else nearest
    stance = _participle_stance(words)
    if stance is not Stance.VERBLESS:
        return stance
    if _has(words, "adverb", ""):
        return Stance.STANDING
    return Stance.STATE if _is_standing_label(words) else Stance.VERBLESS


def _present_stance(words: Sequence[Word]) -> Stance:
    if _has(words, "adverb", _HABITS):
        return Stance.STANDING
    return Stance.STATE if _is_standing_label(words) else Stance.PRESENT


def _without_lookalikes(words: Sequence[Word]) -> list[Word]:
    """The words but for names ("Отан") and nouns behind a preposition ("по найму") that look like verbs."""
    kept = []
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        if before is not None and before.pos == "ADP" and word.has("NOUN") and _verb_form(word) == "Fin":
            continue
        if before is None or before.text in _OPENERS or not word.text[0].isupper():
            kept.append(word)
    return kept


_OPENERS = frozenset({"«", '"', "“", "–", "—", "-", "(", ":", "."})
_WAS = frozenset({"был", "была", "было", "были"})
_HABITS = "еже"


def _has(words: Sequence[Word], name: str, prefix: str) -> bool:
    return any(word.low in standing_words()[name] and word.low.startswith(prefix) for word in words)


def _is_standing_label(words: Sequence[Word]) -> bool:
    """ "уровень газификации – 62,4%": a measure that is read off, not gathered over a time."""
    measure = False
    for word in words[:4]:
        if word.expression is not None:
            return False
        if any(r.pos == "NOUN" and r.lemma in standing_words()["noun"] for r in word.readings[:1]):
            return word.has("NOUN", "Nom") or measure
        measure = word.lemma in _MEASURES
    return False


_MEASURES = frozenset({"уровень", "степень", "показатель"})


def _verb_reading(word: Word) -> Reading | None:
    """The likeliest reading of a word; an imperative gives way to a past, an adverb to a short participle."""
    if word.in_time or not word.readings:
        return None
    first = word.readings[0]
    if first.pos == "VERB" and not first.tense and first.verb_form != "Inf":
        return next((r for r in word.readings if r.verb_form == "Fin" and r.tense), first)
    if first.pos == "ADV" and word.low.endswith(("то", "но")):
        return next((r for r in word.readings if r.verb_form == "Part" and r.tense == "Past"), first)
    return first


def _tense(word: Word) -> Stance | None:
    """What a verb or predicative says by itself."""
    reading = _verb_reading(word)
    if reading is None:
        return None
    if reading.pos == "ADV" and reading.lemma in _NOW_PREDICATIVES:
        return Stance.STANDING
    if reading.pos != "VERB" or reading.verb_form not in ("Fin", "Part"):
        return None
    table = standing_words()
    if reading.lemma in table["state"] and reading.verb_form == "Part":
        return Stance.STANDING
    if reading.tense == "Past":
        return Stance.PRESENT if reading.lemma in table["result"] else Stance.PAST
    return Stance.STANDING if reading.lemma in table["verb"] else Stance.PRESENT


def _participle_stance(words: Sequence[Word]) -> Stance:
    """ "объединивший 1 000 участников": a past participle that opens the clause."""
    for word in words[:2]:
        reading = word.readings[0] if word.readings else None
        if (
            reading is not None
            and reading.is_participle
            and reading.tense == "Past"
            and word.low.endswith(_ACTIVE)
        ):
            return Stance.PAST
    return Stance.VERBLESS


_ACTIVE = (
    "вший",
    "вшего",
    "вшему",
    "вшим",
    "вшем",
    "вшая",
    "вшей",
    "вшую",
    "вшее",
    "вшие",
    "вших",
    "вшими",
    "вшийся",
    "вшаяся",
    "вшееся",
    "вшиеся",
    "вшихся",
    "вшимся",
)


def _is_planned(words: Sequence[Word]) -> bool:
    classes = plan_classes()
    if not words:
        return False
    infinitives = [word for word in words if any(r.verb_form == "Inf" for r in word.readings[:1])]
    if infinitives and words[0].low in ("чтобы", "чтоб"):
        return True
    for word in words:
        if _is_future(word):
            return True
        reading = word.readings[0] if word.readings else None
        if reading is None or word.in_time:
            continue
        lemmas = {r.lemma for r in word.readings[:2]}
        if reading.pos == "VERB" and lemmas & classes["verb"] and not _is_waiting(reading):
            return True
        if reading.pos == "NOUN" and lemmas & classes["draft"] and not _tells_of_past(words):
            return True
        if not infinitives:
            continue
        if lemmas & classes["with_infinitive"] and reading.pos in ("VERB", "ADV", "ADJ"):
            return True
        if (
            lemmas & classes["with_perfective"]
            and reading.tense == "Pres"
            and any(_is_perfective(i.low) for i in infinitives)
        ):
            return True
        plans = reading.pos == "NOUN" and bool(lemmas & (classes["noun"] | classes["noun_with_infinitive"]))
        if plans and _leads_to_infinitive(words, word.index):
            return True
    return False


def _tells_of_past(words: Sequence[Word]) -> bool:
    """ "при рассмотрении законопроекта внесли 130 поправок": done, though about a draft."""
    return any(_tense(word) is Stance.PAST for word in words)


def _is_waiting(reading: Reading) -> bool:
    """ "112 пациентов ожидали операции" tells of waiting; "ожидаемо снизилась" that it was no surprise."""
    if reading.verb_form == "Part":
        return reading.tense == "Pres"
    return reading.lemma == "ожидать" and reading.tense == "Past"


def opens_with_task(words: Sequence[Word]) -> bool:
    """ "увеличить долю до 40%", "Правительству обеспечить рост": an infinitive that opens the clause."""
    for word in words[:4]:
        if word.pos == "VERB":
            return word.readings[0].verb_form == "Inf" and _is_perfective(word.low)
        if word.readings and not (word.has("NOUN", "Dat") or word.pos in ("PART", "CCONJ")):
            return False
    return False


def _leads_to_infinitive(words: Sequence[Word], index: int) -> bool:
    """ "планы довести зарплату до 40 тысяч": no other verb between the noun and the infinitive."""
    for word in words:
        if word.index > index and word.pos == "VERB":
            return word.readings[0].verb_form == "Inf"
    return False


_ANNOUNCED = re.compile(
    r"(?<![а-я])(?:план(?:ы|ов|ам)? (?:на|до)|прогноз|целев[а-я]+ (?:индикатор|показател|ориентир|значен)"
    r"|ожидаем[а-я]+ (?:результат|эффект)|задач[аи](?![а-я])|цел[ьи](?![а-я])|перспектив|ориентир|предстоящ)"
)
_REPORTED = re.compile(r"исполнен|выполнен|достиг|итог|факт(?![а-я]*р)|отчет|реализац|освоен")


def announces_plans(levelled: str) -> bool:
    """Whether a heading or lead-in tells that plans follow ("Целевые индикаторы", "Задачи на 2026 год")."""
    return _ANNOUNCED.search(levelled) is not None and _REPORTED.search(levelled) is None


def has_verb(words: Iterable[str]) -> bool:
    """Whether some word is a finite verb or short participle."""
    for word in words:
        found = readings(word)
        if found and found[0].pos == "VERB" and found[0].verb_form in ("Fin", "Part"):
            return True
    return False


def speaks_of_future(words: Iterable[str]) -> bool:
    """Whether some word is a verb in the future tense or of planning."""
    classes = plan_classes()
    for word in words:
        found = readings(word)
        if found and found[0].pos == "VERB" and not _is_reporting(word, found[0]):
            is_future = found[0].tense == "Fut" and not any(_is_present(reading) for reading in found)
            if is_future or found[0].lemma in classes["verb"] | classes["with_infinitive"]:
                return True
    return False


def _is_future(word: Word) -> bool:
    first = _verb_reading(word)
    if first is None or first.pos != "VERB" or first.verb_form != "Fin" or first.tense != "Fut":
        return False
    return not _is_reporting(word.low, first) and not any(_is_present(r) for r in word.readings)


def _is_reporting(word: str, reading: Reading) -> bool:
    """ "отметим", "приведу": the speaker's own words, where "перечислят 5 млн тенге" is a plan."""
    return reading.lemma in plan_classes()["reporting"] and word.endswith(("у", "ю", "м"))


def _is_present(reading: Reading) -> bool:
    return reading.pos == "VERB" and reading.tense == "Pres"


@lru_cache(maxsize=20_000)
def _is_perfective(infinitive: str) -> bool:
    return "perf" in analyzer().parse(infinitive)[0].tag.grammemes


def is_plan_noun(word: Word, case: str = "") -> bool:
    """Whether the word is a noun of planning (in the case)."""
    return any(
        r.pos == "NOUN" and r.lemma in plan_classes()["noun"] and (not case or r.case == case)
        for r in word.readings
    )


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


def is_allotted(words: Sequence[Word], number: Word) -> bool:
    """ "заложено 6,4 трлн тенге", "утверждён лимит 11,4 куб. км": an amount set for a time to come."""
    unit = number.expression.unit if number.expression is not None else None
    if unit is None or unit.kind not in _ALLOTTED:
        return False
    verbs = [word for word in words if word.index < number.index and _verb_form(word) == "Part"]
    return bool(verbs) and verbs[-1].readings[0].lemma in plan_classes()["allotting"]


def _verb_form(word: Word) -> str:
    reading = _verb_reading(word)
    return reading.verb_form if reading is not None and reading.pos == "VERB" else ""


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
    if _is_named_plan(near):
        return True
    if near and near[-1].low in ("на", "в"):
        return False
    if any(_is_plan_attribute(word) and not _is_expectancy(near, i) for i, word in enumerate(near)):
        return True
    is_verbless = all(word.pos != "VERB" or word.lemma in _COPULAS for word in before)
    return is_verbless and any(
        _is_plan_attribute(word) and not _is_expectancy(before, i) for i, word in enumerate(before)
    )


def _is_named_plan(near: Sequence[Word]) -> bool:
    """ "при плане 11 трлн", "годового плана в 850 тысяч": the number is the plan itself."""
    if len(near) < 2:
        return False
    before, last = near[-2], near[-1]
    if last.low == "в":
        return is_plan_noun(before)
    return before.low == "при" and is_plan_noun(last)


def announces_plan(words: Sequence[Word]) -> bool:
    """Whether a clause without a verb names a plan: "ожидаемые результаты", "наши цели"."""
    return any(_is_plan_attribute(word) or is_plan_noun(word, "Nom") for word in words)


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
