"""Lengths of time: "за два года" is a period, "срок 5 лет" a fact, "детям 6 лет" an age.

Belongs here: what the words around a number with a unit of time make of it. Does not belong here:
calendar times (`times`) and numbers without a unit (`loose`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.verdicts import Verdict
from extractors.lexicon.readings import readings
from extractors.model import RejectionReason as R

_I = re.IGNORECASE
TIME_UNITS = frozenset(
    {"s", "min", "h", "d", "wk", "mo", "a", "quarter", "half_year", "ten_days", "decade", "century", "ms"}
)
_AFTER = re.compile(
    r"\s+(?:назад|тому|спустя|ранее|раньше|подряд|после|до\s(?:этого|того)|кряду|не\s\w+|независимости|впер[её]д)(?!\w)",
    _I,
)
_LENGTH_OF = re.compile(r"\s+(?:стажа|выслуги)(?!\w)", _I)
_COORDINATED = re.compile(r"(?:\d+(?:\s?[–-]\s?\d+)?|[а-яё]+)\s+(?:или|либо|и|,)\s+$", _I)
_ADJECTIVES = (
    r"(?:(?:последни[ехм]|прошедши[ехм]|первы[ехм]|минувши[ехм]|предыдущи[ехм]|следующи[ехм]|истекши[ехм]|ближайши[ехм]|"
    r"предстоящи[ехм]|полны[ехм]|неполны[ехм]|эти|те|же|все|всего|около|более|почти|порядка|примерно|чуть|чем|указанные|отч[её]тные|«\w+»)\s+){0,3}"
)
_PERIOD_BEFORE = re.compile(
    rf"(?<!\w)(?:за|в течение|на протяжении|в продолжение|через|спустя|кажды[ех]|ближайши[ех]|последни[ехм]+|"
    rf"прошедши[ех]|первы[ех]|минувши[ех]|предыдущи[ех]|следующи[ех]|предстоящи[ех]|истекши[ех]|"
    rf"по истечении|по прошествии|по итогам|по результатам|итоги|итогам|результаты|данные за|"
    rf"не позднее|не ранее|в перспективе|на горизонте|раза? в|уже|прошл[оаи]|минул[оаи]?|"
    rf"после|до)\s+{_ADJECTIVES}$",
    _I,
)
_LIMIT_BEFORE = re.compile(r"(?<!\w)до\s+(?:\w+\s+)?$", _I)
_ON_AVERAGE_IN = re.compile(r"(?<!\w)(?:в среднем|среднее время)\s+(?:\w+\s+){0,2}за\s+(?:\w+\s+)?$", _I)
_NOTHING_BEFORE = re.compile(
    r"(?<!\w)не\s(?:было|бывало|случалось|видели|проводил\w+|происход\w+|менял\w+|пересматрив\w+|обновлял\w+|ремонтировал\w+|строил\w+)\s+(?:\w+\s+){0,2}$",
    _I,
)
_PLAN_BEFORE = re.compile(
    r"(?:план\w*|программ\w*|стратеги\w*|прогноз\w*|бюджет\w*|график\w*|концепци\w*|задач\w*|цел\w+|бюджете)\s+(?:\w+\s+){0,2}на\s+(?:\w+\s+)?$",
    _I,
)
_AT = re.compile(r"(?P<word>[^\W\d_]+)\s+в\s+(?:(?:более|около|почти|целых|чем)\s+){0,2}$", _I)
_PENSION = re.compile(r"пенси\w*", _I)
_QUALIFIERS = re.compile(r"(?:(?:более|менее|свыше|около|порядка|почти|не|уже|примерно|чем)\s+)*$", _I)
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+)\s+$")
_PERSON = re.compile(
    r"(?<!\w)(?:дет(?:и|ей|ям)|реб[её]н\w+|молод[её]ж\w*|молодых|людей|люди|подростк\w+|граждан\w*|женщин\w*|мужчин\w*|"
    r"лиц[ао]?м?|школьник\w*|студент\w*|юнош\w+|девуш\w+|пенсионер\w*|жител\w+|призывник\w*|участник\w*|кому|"
    r"пострадавш\w+|погибш\w+|задержанн\w+|подозреваем\w+),?\s(?:(?:от|до|с|в)\s)?$",
    _I,
)
_MORE_AGES = re.compile(
    r"(?:дет(?:и|ей|ям)|граждан\w*|лиц\w*|молод[её]ж\w*|людей)\s[^.;\n]{0,50}лет(?:,|\sи)\s+(?:от\s|до\s|с\s)?$",
    _I,
)
_FROM_TO = re.compile(r"от\s", _I)
_VERB_WITHIN = re.compile(r"(?P<verb>[^\W\d_]+)(?:\s+(?!на\s|в\s)[^\W\d_]+){0,3}\s+за\s+(?:\w+\s)?$", _I)
_WITHIN = re.compile(r"\sза\s+(?:\w+\s)?$", _I)
_SHORT_TIMES = frozenset({"s", "min", "h"})
_WHOLE_DAYS = frozenset({24, 48, 72})
_SENIORITY = re.compile(
    r"(?<!\w)име(?:ющ|вш)\w+\s+(?:[^\W\d_]+\s+)?стаж\w*(?:\s+(?!более|менее)[^\W\d_]+)?\s+$", _I
)
# "празднует 80 лет Победы": an anniversary.
_CELEBRATED = re.compile(
    r"(?<!\w)(?:праздн|отме[чт]|юбиле|посвящ|годовщин|торжеств|исполн)\w*\s(?:[^\W\d_]+\s){0,3}$|(?<!\w)(?:к|ко)\s$",
    _I,
)
_SINCE = re.compile(r"\s+со\s+дня(?!\w)", _I)
_OF_NAME = re.compile(r"\s+(?:[а-яё]+\s)?[А-ЯЁӘҚҮҰІҒӨҺ]|\s+(?:независимост|образован|основан|создан)")
# Forms that only "один" and numbers on it ask for: behind any other they number a day or month.
_NUMBERED = re.compile(r"\s?(?:день|дне|месяце?|минут[аеу]|час|год|недел[яею]|квартале?)(?!\w)", _I)
_ACTIVE = re.compile(r"(?:вш|ющ|ущ|ащ|ящ)\w{2,4}$", _I)
_ASIDE = re.compile(r",\s(?:(?:почти|более|около|свыше|уже|целых)\s)?$", _I)
_LASTING = re.compile(
    r"\s(?:[а-яё]+о\s)?[а-яё]{3,}(?:вш|ющ|ущ|ащ|ящ)(?:ий|ая|ее|ие|его|ую|ей|их|им|ими|ему)(?:ся)?(?!\w)", _I
)
_REACH = 70


def duration_reason(text: str, expression: Expression) -> Verdict | None:
    """Why a number with a unit of time states no fact, with the rule; None if it may state one."""
    start, end = expression.start, expression.end
    low = max(0, start - _REACH)
    if _ON_AVERAGE_IN.search(text, low, start) or _is_performance(text, low, expression):
        return None
    if _AFTER.match(text, end):
        return R.PERIOD, "duration"
    if _LENGTH_OF.match(text, end):
        return None
    if _is_numbered(text, expression):
        return R.ORDINAL, "label_by_form"
    if _is_anniversary(text, low, expression):
        return R.PERIOD, "anniversary"
    if _is_period(text, low, expression):
        return R.PERIOD, "duration"
    if _is_of_person(text, low, expression):
        return R.AGE_BRACKET, "age_of_person"
    return _age(text, low, expression) or _term_of_participle(text, low, start)


def _is_period(text: str, low: int, expression: Expression) -> bool:
    """As in "за два года", "план на 5 лет" and "хозяин, три года удерживавший работника"."""
    start = expression.start
    coordinated = _COORDINATED.search(text, low, start)
    if coordinated and _PERIOD_BEFORE.search(text, low, coordinated.start()):
        return True
    if _PERIOD_BEFORE.search(text, low, start) and not _is_limit(text, low, expression):
        return True
    if _ASIDE.search(text, low, start) and _LASTING.match(text, expression.end):
        return True
    return (_NOTHING_BEFORE.search(text, low, start) or _PLAN_BEFORE.search(text, low, start)) is not None


def _is_anniversary(text: str, low: int, expression: Expression) -> bool:
    """As in "празднует 80 лет Победы", "100 лет со дня рождения"."""
    if expression.unit is None or expression.unit.code != "a":
        return False
    is_named = _OF_NAME.match(text, expression.end) and _CELEBRATED.search(text, low, expression.start)
    return is_named is not None or _SINCE.match(text, expression.end) is not None


def _is_numbered(text: str, expression: Expression) -> bool:
    """As in "на 54 день", "на 40 минуте": no such number of days has this form."""
    value = expression.value
    if expression.scaled or expression.value_max is not None or expression.word_class is not None:
        return False
    if value is None or value != int(value) or (value % 10 == 1 and value % 100 != 11):
        return False
    return _NUMBERED.match(text, expression.number_end) is not None


def _is_performance(text: str, low: int, expression: Expression) -> bool:
    """As in "проходит контроль за 28 минут": how long it takes; "за 24 часа" is a reporting period."""
    if expression.unit is None or expression.value in _WHOLE_DAYS:
        return False
    is_within = _WITHIN.search(text, low, expression.start) is not None
    led = _VERB_WITHIN.search(text, low, expression.start) if is_within else None
    if led is None:
        return False
    found = readings(led["verb"])
    if not found or found[0].pos != "VERB":
        return False
    return expression.unit.code in _SHORT_TIMES or found[0].tense in ("Pres", "Fut")


def _is_of_person(text: str, low: int, expression: Expression) -> bool:
    """As in "мужчина, 45 лет", "молодые люди в 18 лет", "авторы от 18 до 35 лет"."""
    is_age = expression.unit is not None and expression.unit.code == "a" and expression.amount <= 110
    if not is_age or expression.amount != int(expression.amount):
        return False
    if _PERSON.search(text, low, expression.start) or _MORE_AGES.search(text, low, expression.start):
        return True
    word = _LAST_WORD.search(text, low, expression.start)
    found = readings(word["word"]) if word is not None else ()
    if not found or not found[0].is_animate:
        return False
    if found[0].case == "Dat":
        return True  # "девочке четыре года"
    return _FROM_TO.match(text, expression.start) is not None and found[0].number == "Plur"


def _is_limit(text: str, low: int, expression: Expression) -> bool:
    """As in "срок до 5 лет" and "с 3 до 1 дня" are lengths."""
    return _LIMIT_BEFORE.search(text, low, expression.start) is not None


def _age(text: str, low: int, expression: Expression) -> Verdict | None:
    """As in "в 30 лет" is an age, "просрочка в 47 дней" a length, "на пенсию в 61 год" a fact."""
    at = _AT.search(text, low, expression.start)
    if at is None or expression.unit is None or _PENSION.search(text, low, expression.start):
        return None
    before = readings(at["word"])
    if (before and before[0].pos == "NOUN") or at["word"].lower().startswith(("улож", "уклад")):
        return None
    return (R.AGE_BRACKET, "age_at") if expression.unit.code == "a" else (R.PERIOD, "duration")


def _term_of_participle(text: str, low: int, start: int) -> Verdict | None:
    """As in "лифты, отслужившие 25 лет": the length only describes the thing."""
    qualifiers = _QUALIFIERS.search(text, low, start)
    if _SENIORITY.search(text, low, qualifiers.start() if qualifiers else start):
        return R.ATTRIBUTE, "participle_term"
    word = _LAST_WORD.search(text, low, qualifiers.start() if qualifiers else start)
    if word is None:
        return None
    found = readings(word["word"])
    is_active = bool(found) and found[0].is_participle and _ACTIVE.search(word["word"]) is not None
    return (R.ATTRIBUTE, "participle_term") if is_active else None
