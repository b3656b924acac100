"""Places in a ranking: "51 место", "на третьем месте", "стала 52-й среди 119 стран", "с 71-го на 69-е".

Belongs here: telling a rank from an ordinal and from a number of places. Does not belong here:
other ordinals (`loose`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.units.units import UnitKind

_I = re.IGNORECASE
_NOUN = r"(?:мест(?:о|а|у|ом|е)|позици(?:я|и|ю|ей)|строчк(?:а|и|у|ой|е)|строк(?:а|и|у|ой|е))(?!\w)"
_RANK_AFTER = re.compile(rf"\s?(?P<noun>{_NOUN})", _I)
_ORDINAL_AFTER = re.compile(
    rf"\s+(?:{_NOUN}|по\s+(?:величин|размер|объ[её]м|численност|значимост|площад|количеств|протяж[её]нност)\w+)",
    _I,
)
_PRIZE_BEFORE = re.compile(r"(?<!\w)за\s+$", _I)
_RANK_VERBS = re.compile(
    r"(?:зан(?:я|има)\w+|подня\w+|поднима\w+|опусти\w+|переме\w+|оказа\w+|находи\w+|рейтинг\w*|среди|расположи\w+|вош\w+|"
    r"улучши\w+|с|на|–|—)\s+(?:\w+\s+)?$",
    _I,
)
_AMONG = re.compile(
    r"\s+(?:среди|из\s+\d|в\s+(?:мире|мировом|рейтинге|списке|общем|командном|стране|регионе|республике|снг|еаэс|азии|европе|центральной))",
    _I,
)
_OF_MANY = re.compile(r"\s+(?:из\s\d{2,}|среди\s\d)", _I)
_BECAME = re.compile(r"(?<!\w)(?:стал|стала|стало|стали|оказал\w+|является|остал\w+)\s+$", _I)
_BECAME_END = re.compile(r"\d+-?(?:м|ми|й)$|[^\W\d_](?:ым|им|ой|ей|ыми|ими)$", _I)
_DIGITS_BECAME = re.compile(r"\d+-?(?:м|ми)$", _I)
_WAS_IN_BRACKET = re.compile(r"мест\w*\s\([^()\n]{3,40}[–—-]\s$", _I)
_MOVED_TO = re.compile(rf"\s+(?:на|до)\s+(?:\d+(?:-\w{{1,3}})?|[^\W\d_]+)\s+{_NOUN}", _I)
_ORDINAL_MOVED = re.compile(r"\s+(?:на|до)\s+\d+-\w{1,3}(?=\s*(?:[,.;)]|$))", _I)
_DASH_AFTER = re.compile(r"\s+[–—]\s+(?:(?:у|за|по|заня\w+)\s|[«\"]?(?-i:[А-ЯЁA-Z]))", _I)
_NOMINATIVES, _LOCATIVES = ("ое", "ье", "-е"), ("ом", "ем", "-м")
_BY_AFTER = re.compile(r"\s+[–—]\s+по\s", _I)
_DASH_BEFORE = re.compile(r"\s[–—-]\s$")
_FROM_PLACE = re.compile(r"(?<!\w)со?\s$", _I)
_PLACE_BEFORE = re.compile(r"(?<!\w)(?<!за\s)(?:(?:перв|втор)\w+|[12]-(?:е|м))\s+мест[оае](?!\w)", _I)
_CLOSED = re.compile(r"\s*(?:[,.;)»]|$|из\s|среди\s)", _I)
_PLACE_AND = re.compile(r"\d+(?:-?\w{1,3})?\s+мест[оа]\s[^.;\n\d]{0,40}(?:\sи|,)\s+$", _I)
_LISTED_BEFORE = re.compile(r"(?:[–—]|(?<!\w)(?:с|со|на|до))\s+$", _I)
_RANKING = re.compile(
    r"(?<!\w)(?:мест[оае]м?|позици\w+|рейтинг\w*|строчк\w+|строчек|строк\w*|ступен\w+)(?!\w)", _I
)
_FEW = ("места", "позиции", "строчки", "строки")
_REACH = 220


def is_rank(text: str, expression: Expression) -> bool:
    """Whether the number is a place in a ranking."""
    is_counted = expression.unit is None or expression.unit.kind is UnitKind.COUNTING
    if expression.scaled or expression.value_max is not None or not is_counted:
        return False
    if expression.value is None or expression.value != int(expression.value):
        return False
    if _PRIZE_BEFORE.search(text, max(0, expression.start - 4), expression.start):
        return False
    if expression.word_class is WordClass.ORDINAL:
        return (
            _ORDINAL_AFTER.match(text, expression.end) is not None
            or _MOVED_TO.match(text, expression.end) is not None
            or _has_become(text, expression)
            or _is_told_off(text, expression)
            or _is_place_again(text, expression)
        )
    if expression.ending is Ending.ORDINAL or _DIGITS_BECAME.search(text, expression.start, expression.end):
        return _is_ordinal_rank(text, expression)
    return expression.word_class is None and _is_cardinal_rank(text, expression)


def rank_end(text: str, expression: Expression) -> int:
    """Where the quote of a rank ends: behind its noun, which belongs to it ("51 место")."""
    noun = _RANK_AFTER.match(text, expression.number_end)
    return expression.end if noun is None else max(expression.end, noun.end())


def _is_ordinal_rank(text: str, expression: Expression) -> bool:
    if _ORDINAL_AFTER.match(text, expression.end) or _MOVED_TO.match(text, expression.end):
        return True
    if _OF_MANY.match(text, expression.end):
        return True
    is_dashed = _DASH_BEFORE.search(text, max(0, expression.start - 4), expression.start)
    if is_dashed and _AMONG.match(text, expression.end):
        return True
    is_ranked = _has_become(text, expression) or _is_listed(text, expression)
    return is_ranked or _is_told_off(text, expression)


def _has_become(text: str, expression: Expression) -> bool:
    """As in "стала 52-й среди 119 стран", "паралимпийцы стали 40-ми"."""
    if not _BECAME.search(text, max(0, expression.start - 16), expression.start):
        return False
    if _AMONG.match(text, expression.end):
        return True
    is_instrumental = _BECAME_END.search(text, expression.start, expression.end) is not None
    return is_instrumental and _CLOSED.match(text, expression.end) is not None


def _is_told_off(text: str, expression: Expression) -> bool:
    """As in "первое место у Китая, второе – у Индии", "1-е место – Тараз, 2-е – Актау": no noun.

    So is "на первом месте по льну, на втором – по ржи"; "на втором – Актау" is where somebody else stands.
    """
    start = expression.start
    is_located = text.endswith(" на ", 0, start) and _BY_AFTER.match(text, expression.end) is not None
    return (
        text.endswith(_LOCATIVES if is_located else _NOMINATIVES, start, expression.end)
        and _DASH_AFTER.match(text, expression.end) is not None
        and _PLACE_BEFORE.search(text, max(0, start - _REACH), start) is not None
    )


def _is_listed(text: str, expression: Expression) -> bool:
    """As in "КазНУ занял 166-е место, Евразийский университет – 328-е": the noun is left out."""
    start = expression.start
    is_closed = _CLOSED.match(text, expression.end) or _ORDINAL_MOVED.match(text, expression.end)
    return (
        is_closed is not None
        and _LISTED_BEFORE.search(text, max(0, start - 5), start) is not None
        and _RANKING.search(text, max(0, start - _REACH), start) is not None
    )


def _is_cardinal_rank(text: str, expression: Expression) -> bool:
    """As in "51 место" and "на 24 месте" are ranks, "3 места" and "21 место в зале" are not."""
    match = _RANK_AFTER.match(text, expression.number_end)
    if match is None and _is_other_place(text, expression):
        return True
    if match is None or expression.value is None:
        return False
    last, last_two = int(expression.value) % 10, int(expression.value) % 100
    if 2 <= last <= 4 and not 12 <= last_two <= 14 and match["noun"].lower() in _FEW:
        return False
    if last != 1 or last_two == 11:
        return True
    low = max(0, expression.start - 64)
    is_led = _RANK_VERBS.search(text, max(0, expression.start - 40), expression.start)
    return (is_led or _PLACE_AND.search(text, low, expression.start)) is not None


def _is_other_place(text: str, expression: Expression) -> bool:
    """As in "опустились с 61 на 63 место", "25 место (в 2019 году – 28)": the place before."""
    start = expression.start
    if _MOVED_TO.match(text, expression.end) and _FROM_PLACE.search(text, max(0, start - 4), start):
        return True
    is_closed = text.startswith(")", expression.end)
    return is_closed and _WAS_IN_BRACKET.search(text, max(0, start - 60), start) is not None


def _is_place_again(text: str, expression: Expression) -> bool:
    """As in "с пятого места переместились на третье": the noun stands earlier in the sentence."""
    start = expression.start
    sentence = text[max(0, start - _REACH) : start].rsplit(". ", 1)[-1]
    is_neuter = text.endswith(("ое", "ье"), start, expression.end)
    return is_neuter and _RANKING.search(sentence) is not None and _is_listed(text, expression)
