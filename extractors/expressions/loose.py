"""Numbers whose own words show that they count nothing: ordinals, "один из", "оба", years, parts of a time.

Belongs here: bare digits and number words without a unit. Does not belong here: lengths of time
(`durations`), ranks (`ranks`) and fixed shapes in raw text (`guards`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.ranks import is_rank
from extractors.lexicon.counted_nouns import agrees_behind, counts_what_follows, names_what_follows
from extractors.model import RejectionReason as R
from extractors.numbers.number_words import WordClass
from extractors.numbers.numerals import Ending

_I = re.IGNORECASE
Verdict = tuple[R, str] | None
_YEAR = re.compile(r"(?:19\d\d|20(?:[0-5]\d|60))(?:\s?[-–—]\s?(?:19|20)\d\d)?")
_MARKER = re.compile(r"\d{1,2}\)(?=\s?[^\W\d_])")
_MODEL = re.compile(r"\d{1,4}")
_LATIN_BEFORE = re.compile(
    r"(?<![\w&])(?!KASE|Brent|WTI|PMI|Dow|Nasdaq|MPV|pH|QS|THE)(?=\w*[A-Z])[A-Za-z][A-Za-z&.-]{2,}[ \u00a0]$"
)
_ONE_LOOSE_AFTER = re.compile(
    r"\s+(?:из|и\s+т(?:ем|от|ого|ой|о)\s+же|и\s+та\s+же|за\s+друг\w+|раз(?!\w)|на\s+один|в\s+один|лишь|только|другого|окн\w+|пояс\w*)",
    _I,
)
_ONE_LOOSE_BEFORE = re.compile(
    r"(?<!\w)(?:ни|не|еще|ещё|в|на|из|с|со|по|за|под|для|к|ко|от|о|об|все|это|тем|как)\s+$", _I
)
_ONE_STATED = re.compile(r"(?:[–—:(]|(?<!\w)(?:всего|лишь|только|было|стало|остал\w+|и))\s*$", _I)
_FROM_ONE = re.compile(r"(?<!\w)со?\s+$", _I)
_TO_MORE = re.compile(r"\s+до\s+(?:\d|дву|тр[её]|четыр|пят|шест|сем|восьм|девят|десят)", _I)
_CLOSED = re.compile(r"\s*(?:[.,;:!?)–—-]|$)")
_DETERMINERS = frozenset({"одни", "одних", "одним", "одними"})
_PART_LOOSE = re.compile(
    r"(?:перв\w+|втор\w+|трет(?:ий|ья|ью|ьей|ье|ьего)|четв[её]рт\w+|I{1,3}|IV|\d(?:-?\w{1,2})?)\s+$", _I
)
_PART_TIME = re.compile(
    r"\s+(?:\d{4}|век\w*|год\w*|дня|месяц\w*|лета|осени|зимы|весны|[XIV]+|финал\w*|матч\w*|столети\w+|часа|минуты|суток|недели|квартала)(?!\w)",
    _I,
)
_TOP_TEN = re.compile(r"(?<!\w)(?:перв\w+|втор\w+|лучш\w+|мировую|мировой|замкн\w+|замыка\w+|во?)\s+$", _I)
_FOLD_AFTER = re.compile(
    r"(?:,\s[^,.;\d\n]{3,60},)?\s+(?:\w+\s+){0,2}(?:рост\w*|подрост|увелич|снижен|снизи|понижен|размер|объ[её]м|превы[шс]|сокра[тщ]|"
    r"прирост|прирас|повышен|повыс|падени|запас|наращив|нарас|удорожан|подорож|удешевл|подешев|уменьш|расшир|подъ[её]м|скач|"
    r"скакн|взл[её]т|всплеск|спад|обвал|рывок|ускорен|ускори|умножен|усилен|улучшен|возрос|возраст|вырос|выраст|растет|растут|упал|упад|"
    r"больш|меньш|выше|ниже|дорож|дешевл|разрыв|разниц|перевес|преимуществ|превосход)\w*",
    _I,
)
_FOLD_BEFORE = re.compile(
    r"(?:увелич|вырос|возрос|сниз|сократ|повыс|рос|прирос|упал|превы)\w*\s+(?:(?:почти|примерно|около|более|чем|как|минимум|уже|сразу)\s+){0,2}$|(?:разрыв|разниц|перевес|превосходств)\w*\s+(?:\w+\s+){0,2}$",
    _I,
)
_ALL_OF_THEM = re.compile(r"(?<!\w)(?:все(?:м|х|ми)?|нас|вас|их|они|мы)\s+$", _I)
_ONE_OF = re.compile(r"(?<!\w)(?:один|одна|одно|каждый|каждая|каждое)\s+из\s+$", _I)
_HALVES = re.compile(
    r"\s+(?:(?:не)?(?:равны|одинаковы)[ех]\s+)?(?:части|половины|группы|категории|лагеря)(?!\w)", _I
)
_DIVIDED = re.compile(r"(?:дел[ия]\w+|раздел\w+|разби\w+|поделен\w*)\s[^.;\n]{0,60}(?<!\w)на\s+$", _I)
_OR_MORE = re.compile(r"(?:\s+[^\W\d_]+)?\s+и\s+(?:более|больше)(?!\w)", _I)
_HAVING = re.compile(
    r"(?<!\w)(?:имеющ|имевш|воспитавш|воспитывающ|родивш|усыновивш|состоящ)\w+\s+(?:из\s+)?(?:[^\W\d_]+\s+)?$",
    _I,
)
_BOTH = frozenset({"оба", "обе", "обеим", "обеими", "обеих", "обоего", "обоим", "обоими", "обоих"})
_PAIR_NOUN = re.compile(r"\s+(?:\w+\s)?(?:стран(?!иц)|государств|сосед|сторон|народ)\w*", _I)


def loose_reason(text: str, expression: Expression) -> Verdict:
    """Why a number without a unit of time states no fact, with the rule; None if it may state one."""
    if expression.value is None:
        is_code = expression.word_class is None
        return (R.IDENTIFIER, "long_digits") if is_code else (R.INDEFINITE, "indefinite")
    if expression.word_class is WordClass.ORDINAL or expression.ending is Ending.ORDINAL:
        return None if is_rank(text, expression) else (R.ORDINAL, "ordinal")
    if expression.unit is not None or expression.scaled:
        return None
    if expression.word_class is None:
        return _inline_marker(text, expression) or _bare_digits(text, expression) or _label(text, expression)
    return _WORD_RULES.get(expression.word_class, _cardinal)(text, expression)


def _inline_marker(text: str, expression: Expression) -> Verdict:
    """As in "предлагается 1) создать фонд": a number before a bracket that nothing opened."""
    if not _MARKER.match(text, expression.start) or expression.end - expression.start > 2:
        return None
    left = text[max(0, expression.start - 200) : expression.start].rsplit("\n", 1)[-1]
    return None if left.rfind("(") > left.rfind(")") else (R.LIST_MARKER, "inline_marker")


def _bare_digits(text: str, expression: Expression) -> Verdict:
    """A year, or the number of a model ("Ford Transit 350")."""
    printed = text[expression.start : expression.end]
    is_year = _YEAR.fullmatch(printed) is not None
    is_model = _MODEL.fullmatch(printed) is not None and (
        _LATIN_BEFORE.search(text, max(0, expression.start - 20), expression.start) is not None
    )
    if is_year and expression.value is not None:
        is_count = counts_what_follows(text, expression.end) and agrees_behind(
            text, expression.end, expression.value
        )
    else:
        is_count = counts_what_follows(text, expression.end)
    if not (is_year or is_model) or is_count:
        return None
    return (R.DATE, "bare_year") if is_year else (R.NAME, "latin_name")


def _label(text: str, expression: Expression) -> Verdict:
    """As in "в 5 классе", "жители 12 микрорайона": a number that only tells one thing from its like."""
    if expression.ending is not Ending.NONE or expression.value_max is not None or expression.value is None:
        return None
    is_name = names_what_follows(text, expression.end, expression.value)
    return (R.ORDINAL, "label_by_form") if is_name else _of_family(text, expression)


def _of_family(text: str, expression: Expression) -> Verdict:
    """As in "семей, имеющих 4 и более детей": the number only says which families are meant."""
    if not _OR_MORE.match(text, expression.end):
        return None
    is_led = _HAVING.search(text, max(0, expression.start - 40), expression.start) is not None
    return (R.ATTRIBUTE, "family_size") if is_led else None


def _part(text: str, expression: Expression) -> Verdict:
    before = _PART_LOOSE.search(text, max(0, expression.start - 30), expression.start)
    return (R.PERIOD, "part_of_time") if before or _PART_TIME.match(text, expression.end) else None


def _fold(text: str, expression: Expression) -> Verdict:
    grows = _FOLD_AFTER.match(text, expression.end) or _FOLD_BEFORE.search(
        text, max(0, expression.start - 30), expression.start
    )
    return None if grows else (R.ATTRIBUTE, "fold")


def _occasion(_text: str, expression: Expression) -> Verdict:
    return None if expression.per is not None else (R.OTHER, "occasion")


def _collective(text: str, expression: Expression) -> Verdict:
    if expression.words[0] in _BOTH:
        return R.OTHER, "both"
    if _ALL_OF_THEM.search(text, max(0, expression.start - 8), expression.start):
        return R.OTHER, "all_of_them"
    return _cardinal(text, expression)


def _cardinal(text: str, expression: Expression) -> Verdict:
    if expression.words[0].startswith(
        ("десятк", "двадцатк", "тройк", "пятёрк", "пятерк")
    ) and _TOP_TEN.search(text, max(0, expression.start - 16), expression.start):
        return R.NAME, "top_ten"
    if _is_frame(text, expression):
        return R.OTHER, "frame"
    family = _of_family(text, expression)
    if family is not None:
        return family
    if expression.value == 2 and _PAIR_NOUN.match(text, expression.end):
        return R.OTHER, "pair"
    return _one(text, expression) if expression.value == 1 and expression.value_max is None else None


def _is_frame(text: str, expression: Expression) -> bool:
    """As in "один из трёх не учится", "делит выборку на две части": the number only frames a share."""
    start, end = expression.start, expression.end
    if _ONE_OF.search(text, max(0, start - 16), start) and not counts_what_follows(text, end):
        return True
    return _HALVES.match(text, end) is not None and (
        _DIVIDED.search(text, max(0, start - 90), start) is not None
    )


def _one(text: str, expression: Expression) -> Verdict:
    """As in "один из", "одни только", "состояние одного –" single something out; "одна – в Алматы" counts."""
    start, end, low = expression.start, expression.end, max(0, expression.start - 16)
    if _TO_MORE.match(text, end) and _FROM_ONE.search(text, low, start):
        return None  # "с одного до пяти поездов"
    is_loose = (
        text[start:end].endswith("раз")
        or expression.words[0] in _DETERMINERS
        or _ONE_LOOSE_AFTER.match(text, end) is not None
        or _ONE_LOOSE_BEFORE.search(text, low, start) is not None
        or (_CLOSED.match(text, end) is not None and _ONE_STATED.search(text, low, start) is None)
    )
    return (R.OTHER, "one_loose") if is_loose else None


_WORD_RULES = {
    WordClass.PART: _part,
    WordClass.FOLD: _fold,
    WordClass.OCCASION: _occasion,
    WordClass.COLLECTIVE: _collective,
}
