"""Numbers whose own words show that they count no things: durations, ordinals, loose ones.

Belongs here: telling "за два года" (a period) from "срок 5 лет" (a fact), a rank from an
ordinal, "один из" from one. Does not belong here: fixed shapes in raw text (`guards`).
"""

import re

from extractors.expressions import Expression
from extractors.model import RejectionReason as R
from extractors.number_words import WordClass
from extractors.numerals import Ending

_I = re.IGNORECASE
_TIME_UNITS = frozenset({"s", "min", "h", "d", "wk", "mo", "a", "quarter", "half_year", "dec"})
_DURATION_BEFORE = re.compile(
    r"(?<!\w)(?:за|в течение|на протяжении|через|спустя|каждые|в ближайшие|ближайши[ех]|последни[ехм]+|прошедши[ех]|первы[ехм]+|минувши[ех]|предыдущи[ех]|"
    r"следующи[ех]|предстоящи[ех]|истекши[ех]|по итогам|по результатам|на ближайшие|итогам|не позднее|не ранее|раз в|один раз в|на|в|чем за|более чем за|всего за|уже)"
    r"\s+(?:(?:последни[ех]|прошедши[ех]|первы[ех]|минувши[ех]|предыдущи[ех]|следующи[ех]|истекши[ех]|ближайши[ех]|полны[ех]|эти|все|около|более|почти|порядка|неполные)\s+){0,2}$",
    _I,
)
_DURATION_AFTER = re.compile(r"\s+(?:назад|спустя|ранее|раньше|подряд|после|до этого|кряду)(?!\w)", _I)
_LENGTH_BEFORE = re.compile(
    r"(?:срок\w*|стаж\w*|опыт\w*|гаранти\w*|длительност\w*|продолжительност\w*|окупаемост\w*|жизни|возраст\w*|отпуск\w*|сокра\w+|увелич\w+|продл\w+|выросл\w+|состав\w+|снизил\w+|меньше|больше|дольше|быстрее)"
    r"(?:\s+[\w-]+){0,3}\s*(?:\sна|[–—:-])?\s*(?:(?:до|от|с|около|более|в среднем)\s)*$",
    _I,
)
_RANK_AFTER = re.compile(
    r"\s?(?:-(?:е|м|го|му|ое|ом|ю|й))?\s?(?:мест(?:о|а|у|ом|е)|позици(?:я|и|ю|ей)|строчк(?:а|и|у|ой|е)|строк(?:у|е))(?!\w)",
    _I,
)
_RANK_VERBS = re.compile(
    r"(?:зан(?:я|има)\w+|подня\w+|поднима\w+|опусти\w+|переме\w+|оказа\w+|находи\w+|рейтинг\w*|среди|расположи\w+|вош\w+|улучши\w+|с|на)\s+(?:\w+\s+)?$",
    _I,
)
_ORDINAL_RANK_AFTER = re.compile(
    r"\s+(?:мест(?:о|а|у|ом|е)|позици(?:я|и|ю|ей)|строчк(?:а|и|у|ой|е)|по\s+(?:величин|размер|объ[её]м|численност|значимост)\w+)(?!\w)",
    _I,
)
_ONE_LOOSE_AFTER = re.compile(
    r"\s+(?:из|и\s+т(?:ем|от|ого|ой|о)\s+же|и\s+та\s+же|за\s+друг\w+|раз(?!\w)|на\s+один|в\s+один|лишь|только|другого)",
    _I,
)
_ONE_LOOSE_BEFORE = re.compile(
    r"(?<!\w)(?:ни|еще|ещё|в|на|из|с|со|по|за|под|для|к|ко|от|о|об|все|это|тем|как)\s+$", _I
)
_PART_LOOSE = re.compile(
    r"(?:перв\w+|втор\w+|трет\w+|четв[её]рт\w+|I{1,3}|IV|\d(?:-?\w{1,2})?)\s+$|на\s*$", _I
)
_PART_TIME = re.compile(
    r"\s+(?:\d{4}|век\w*|год\w*|дня|месяц\w*|лета|осени|зимы|весны|[XIV]+|финал\w*|матч\w*|столети\w+)", _I
)
_FOLD_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:рост\w*|увеличен\w+|снижен\w+|размер\w*|объ[её]м\w*|превышен\w+|сокращен\w+|прирост\w*|повышен\w+|падени\w+)",
    _I,
)
_FOLD_BEFORE = re.compile(r"(?:увелич|вырос|возрос|сниз|сократ|повыс|рос|прирос|упал|превы)\w*\s+$", _I)
_BOTH = frozenset({"оба", "обе", "обеим", "обеими", "обеих", "обоего", "обоим", "обоими", "обоих"})
_PAIR_NOUN = re.compile(r"\s+(?:\w+\s)?(?:стран|государств|соседей|сторон|народ)\w*", _I)
_PLURAL_SCALE = re.compile(
    r"(?:тысячи|тысячам|тысячами|тысячах|тысяч|миллионы|миллионов|миллионам|миллионами|миллиарды|миллиардов|миллиардами|триллионы|триллионов)$"
)


def duration_reason(text: str, expression: Expression) -> tuple[R, str] | None:
    """Why an expression states no fact, with the rule; None if it may state one."""
    if expression.value is None:
        return R.INDEFINITE, "indefinite"
    if expression.unit is not None and expression.unit.code in _TIME_UNITS:
        return _duration(text, expression)
    if expression.word_class is WordClass.ORDINAL or expression.ending is Ending.ORDINAL:
        return _ordinal(text, expression)
    if expression.word_class is None:
        return _bare_digits(text, expression)
    return _word_number(text, expression)


def is_rank(text: str, expression: Expression) -> bool:
    """Whether the number is a place in a ranking ("51 место", "на третьем месте")."""
    if expression.scaled or expression.value_max is not None or expression.unit is not None:
        return False
    if expression.word_class is WordClass.ORDINAL:
        return _ORDINAL_RANK_AFTER.match(text, expression.end) is not None
    if _RANK_AFTER.match(text, expression.number_end) is None:
        return False
    ordinal = expression.ending is Ending.ORDINAL or (
        expression.value is not None and expression.value % 10 != 1
    )
    return ordinal or _RANK_VERBS.search(text, max(0, expression.start - 40), expression.start) is not None


def _duration(text: str, expression: Expression) -> tuple[R, str] | None:
    start, end = expression.start, expression.end
    before = max(0, start - 60)
    if _DURATION_AFTER.match(text, end):
        return R.PERIOD, "duration"
    if _LENGTH_BEFORE.search(text, before, start):
        return None
    if _DURATION_BEFORE.search(text, before, start):
        return R.PERIOD, "duration"
    return None


def _ordinal(text: str, expression: Expression) -> tuple[R, str] | None:
    if is_rank(text, expression):
        return None
    return R.ORDINAL, "ordinal"


def _bare_digits(text: str, expression: Expression) -> tuple[R, str] | None:
    printed = text[expression.start : expression.end]
    if expression.unit is None and not expression.scaled and re.fullmatch(r"(?:19|20)\d\d", printed):
        after = text[expression.end : expression.end + 2]
        if not re.match(r"\s[а-яё]", after):
            return R.DATE, "bare_year"
    return None


def _word_number(text: str, expression: Expression) -> tuple[R, str] | None:
    start, end = expression.start, expression.end
    before = max(0, start - 30)
    if expression.word_class is WordClass.PART:
        if _PART_LOOSE.search(text, before, start) or _PART_TIME.match(text, end):
            return R.PERIOD, "part_of_time"
        return None
    if expression.word_class is WordClass.FOLD:
        return (
            None
            if _FOLD_AFTER.match(text, end) or _FOLD_BEFORE.search(text, before, start)
            else (R.ATTRIBUTE, "fold")
        )
    if (
        expression.word_class is WordClass.SCALE
        and len(expression.words) == 1
        and _PLURAL_SCALE.match(expression.words[0])
    ):
        return R.INDEFINITE, "plural_scale"
    if len(expression.words) == 1 and expression.words[0] in _BOTH:
        return R.OTHER, "both"
    if expression.value == 2 and expression.unit is None and _PAIR_NOUN.match(text, end):
        return R.OTHER, "pair"
    if expression.value == 1 and expression.word_class is WordClass.CARDINAL and expression.unit is None:
        loose = _ONE_LOOSE_AFTER.match(text, end) or _ONE_LOOSE_BEFORE.search(text, before, start)
        return (R.OTHER, "one_loose") if loose else None
    return None
