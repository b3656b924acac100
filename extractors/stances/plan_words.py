"""Plans told of in raw text: headings, lead-ins and sentences without numbers.

Belongs here: what a stretch of levelled text without numbers announces. Does not belong here: the
clause of a number (`clause_plans`, `plan_labels`).
"""

import re
from collections.abc import Iterable, Sequence

from extractors.lexicon.readings import readings
from extractors.stances.plan_lexicon import plan_classes
from extractors.stances.verb_tense import is_present, is_reporting

_ANNOUNCED = re.compile(
    r"(?<![а-я])(?:план(?:ы|ов|ам)? (?:на|до)|прогноз|целев[а-я]+ (?:индикатор|показател|ориентир|значен)"
    r"|ожидаем[а-я]+ (?:результат|эффект)|задач[аи](?![а-я])|цел[ьи](?![а-я])|перспектив|ориентир|предстоящ"
    r"|(?:запланирован|намечен|планируем|предлагаем)н?[а-я]{2,3} [а-я]+)"
)
_STATED = frozenset(
    {"сообщаться", "отмечаться", "указываться", "уточняться", "подчёркиваться", "приводиться"}
)
_DIGITS, _WORD = re.compile(r"\d+"), re.compile(r"[а-я-]+")
_ORDER_REACH = 12
_AT_HAND = re.compile(r"анализ|ситуаци|состояни|характеристик|сведения|справк|текущ|проблем|введени")
_REPORTED = re.compile(r"исполнен|выполнен|достиг|итог|факт(?![а-я]*р)|отчет|реализац|освоен")


def announces_plans(levelled: str) -> bool:
    """Whether a heading or lead-in tells that plans follow ("Целевые индикаторы", "Задачи на 2026 год")."""
    return _ANNOUNCED.search(levelled) is not None and not reports_outcome(levelled)


def reports_outcome(levelled: str) -> bool:
    """Whether a heading or lead-in tells of what is done ("Об итогах года и задачах на следующий")."""
    return _REPORTED.search(levelled) is not None


def ends_plans(levelled: str) -> bool:
    """Whether a heading below one of plans turns to what is or was ("Текущая ситуация")."""
    return _AT_HAND.search(levelled) is not None or reports_outcome(levelled)


def closes_with_plan(levelled: str, start: int, end: int) -> bool:
    """As in "план включает 240 мер, планируется:": a clause behind the last number of a lead-in."""
    digits = [match.end() for match in _DIGITS.finditer(levelled, start, end)]
    comma = levelled.find(",", digits[-1], end) if digits else -1
    return comma > 0 and speaks_of_future(_WORD.findall(levelled, comma, end))


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
        if found and found[0].pos == "VERB" and not is_reporting(word, found[0]):
            is_future = found[0].tense == "Fut" and not any(is_present(reading) for reading in found)
            if is_future or found[0].lemma in classes["verb"] | classes["with_infinitive"]:
                return True
    return False


def tells_of_past(words: Iterable[str]) -> bool:
    """Whether some word is a verb in the past and none is in the present: "отмечается, что прибыли:"."""
    verbs = [found[0] for word in words if (found := readings(word)) and found[0].pos == "VERB"]
    tenses = {verb.tense for verb in verbs if verb.lemma not in _STATED}
    return "Past" in tenses and "Pres" not in tenses


def orders(words: Sequence[str]) -> bool:
    """Whether a stretch gives an order, as acts do: "Утвердить смету:", "Министерству обеспечить закуп:"."""
    found = [reading for word in words[:_ORDER_REACH] if (reading := readings(word))]
    verb = next((i for i, reading in enumerate(found) if reading[0].pos == "VERB"), len(found))
    if verb == len(found) or found[verb][0].verb_form != "Inf":
        return False
    is_addressed = verb == 0 or any(reading.pos == "NOUN" and reading.case == "Dat" for reading in found[0])
    return is_addressed and not any(_REPORTED.match(after[0].lemma) for after in found[verb + 1 : verb + 3])
