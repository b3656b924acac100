"""The words that set a bare number against another one: "из", "против", "было", "ниже", "а", "годом ранее".

Belongs here: whether such words stand between or around two numbers of one sentence. Does not belong here:
choosing the other number (`unit_ellipsis`).
"""

import re

from extractors.expressions.ellipsis_frames import (
    SOFT,
    has_dash_after,
    has_dash_before,
    has_verb,
    is_closed,
    preposition,
    word_after,
)
from extractors.expressions.expression import Expression
from extractors.units.units import UnitKind

_I = re.IGNORECASE
_OF_THEM = re.compile(
    r"(?:^|[.;]\s+)(?:из|от)\s+(?:них|этой\sсуммы|этих\sсредств)\s+(?:[^\W\d_]+\s+){0,2}$", _I
)
_OF_THEM_BEHIND = re.compile(r"\s+из\s+(?:них|которых)(?!\w)", _I)
_BASE = re.compile(
    r"\s+(?:(?:от|из|против|вместо|при|на\sфоне)\s+(?:[^\W\d_]+\s+){0,2}|(?:[^\W\d_]+\s+){0,3}(?:против|вместо|при\s[^\W\d_]+)\s+"
    r"|(?:[^\W\d_]+\s+){1,2}из\s+(?:требуем|запланирован|планируем|намечен|необходим|нужн|положен|предусмотрен|обещан)\w+\s+)"
    + SOFT,
    _I,
)
_AGAINST = re.compile(r"(?<!\w)(?:против|вместо|при\s[^\W\d_]+)\s+$", _I)
_COMPARED = re.compile(
    r"\s+(?:больше|меньше|выше|ниже|дольше|дороже|дешевле|короче|длиннее|тяжелее|легче)(?!\w)", _I
)
_ON = re.compile(rf"(?<!\w)на\s+{SOFT}$", _I)
_EARLIER = re.compile(
    r"(?<!\w)(?:назад|ранее|раньше|прежде|накануне|тогда|годом)\s+(?:было\s+)?[–—-]?\s*(?:до\s+)?$", _I
)
_LATER = re.compile(r"\s+(?:годом|месяцем|неделей)\s+(?:ранее|раньше)", _I)
_WAS = re.compile(
    rf"(?<!\w)(?:был[оаи]?|составля\w+|составил\w*|равнял\w+|сто(?:ит|ил\w*|ят)|держал\w+|планировал\w+|платят|доплачив\w+|выплачив\w+|остан\w+|остал\w+|получа\w+)\s+{SOFT}$",
    _I,
)
_REMAINING = re.compile(r"(?<!\w)(?:ещё|еще|остальные|оставшиеся)\s+$", _I)
_AND = re.compile(r"(?<!\w)(?:и|а|то\sесть|т\.\s?е\.)\s+(?:по\s+)?$", _I)
_REACHED = re.compile(
    rf"(?<!\w)(?:выше|ниже|превы\w+|достиг\w*|достигн\w+|равн\w+|равен|отметк\w+|уровн\w+|потол[ок]+\w*|"
    rf"(?:довест|довед|дойд|дош|дорос|доход|дотяг|дотян|снизи|снизя|сниж|вырас|вырос|уменьш|увелич|сократ|подня|подним|повыс|упа|опус|поднят|повышен|снижен|"
    rf"увеличен|сокращен)\w*(?:\s[^\W\d_]+)?(?:\sпока)?(?:\sи)?\sдо)\s+(?:в\s+)?{SOFT}$",
    _I,
)
_PREPOSITION_BEHIND = re.compile(r"(?:\s+[^\W\d_]+)?\s+(?P<word>на|в|за|по|для|из)\s", _I)
_BRACKET_BEHIND = re.compile(r"\s\(\d[\d,. ]*\)")
_COMMA = re.compile(r",\s+$")
_OF_WHOLE = re.compile(r"(?<!\w)(?:из|вместо|против)\s+(?:\w+\s+)?$", _I)
_SHORT_GAP = re.compile(r",\s+(?:[^\W\d_]+\s+){1,3}", _I)
_NEAR, _CLOSE_BY, _FAR = 140, 45, 240


def is_of_them(text: str, bare: Expression) -> bool:
    """As in "Засеяно 345 га. Из них 120 – рисом", "120 из них – рисом": a part of the sum told before."""
    return _OF_THEM.search(text, max(0, bare.start - 40), bare.start) is not None or (
        _OF_THEM_BEHIND.match(text, bare.end) is not None
    )


def states_level(text: str, bare: Expression) -> bool:
    """Whether a verb or noun of a level leads to the number ("было 37", "равна 52 359", "выше 99")."""
    return _leads(_WAS, text, bare) or _leads(_REACHED, text, bare)


def is_set_against(text: str, bare: Expression, source: Expression) -> bool:
    """Whether words set two numbers of a sentence against each other, so that their unit is one."""
    gap = bare.start - source.end
    if _is_of_base(text, bare, source) or _is_difference(text, bare):
        return True
    if is_closed(text, bare) and gap <= _FAR and _leads(_REACHED, text, bare):
        return True
    if gap > _NEAR:
        return False
    is_money = source.unit is not None and source.unit.kind is UnitKind.MONEY
    if is_money and preposition(text, bare) == "по" and is_closed(text, bare):
        return True
    return _is_earlier(text, bare) or _has_dash_frame(text, bare, source) or _is_close(text, bare, source)


def _leads(pattern: re.Pattern[str], text: str, bare: Expression) -> bool:
    return pattern.search(text, max(0, bare.start - 50), bare.start) is not None


def _is_of_base(text: str, bare: Expression, source: Expression) -> bool:
    """As in "101 гектар из 505", "25,1 кв. м против 24,6", "из 885 километров открыто движение по 846"."""
    is_share = source.unit is None or source.unit.kind is UnitKind.PERCENT
    if not is_share and _BASE.fullmatch(text, source.per_end, bare.start):
        return True
    if _leads(_AGAINST, text, bare) and bare.start - source.end <= _NEAR:
        return True
    led = _OF_WHOLE.search(text, max(0, source.start - 20), source.start)
    return led is not None and is_closed(text, bare) and bare.start - source.end <= _NEAR


def _is_difference(text: str, bare: Expression) -> bool:
    """As in "на 30 больше"."""
    return _COMPARED.match(text, bare.end) is not None and _leads(_ON, text, bare)


def _is_earlier(text: str, bare: Expression) -> bool:
    """As in "(год назад 44)", "13,8 годом раньше", "в 2021-м было 37"."""
    if _leads(_EARLIER, text, bare) or _LATER.match(text, bare.end):
        return True
    return _leads(_WAS, text, bare) and is_closed(text, bare)


def _has_dash_frame(text: str, bare: Expression, source: Expression) -> bool:
    """As in "7 тысяч – это республиканская сеть, а 5 – местная", "250 за первое место, 150 – за второе"."""
    if not has_dash_after(text, bare):
        return source.scaled and _leads(_REMAINING, text, bare) and not is_closed(text, bare)
    if _leads(_REMAINING, text, bare) or has_dash_after(text, source):
        return True
    is_share = source.unit is not None and source.unit.kind is UnitKind.PERCENT
    if (
        (source.scaled or is_share)
        and not bare.scaled
        and _COMMA.search(text, max(0, bare.start - 3), bare.start)
    ):
        return True
    behind = _PREPOSITION_BEHIND.match(text, source.per_end)
    return word_after(text, bare) in (word_after(text, source), behind["word"].lower() if behind else None)


def _is_close(text: str, bare: Expression, source: Expression) -> bool:
    """A few words and no verb between: "110 тенге по карте и 250", "25 лет, жениху 28"."""
    if bare.start - source.end > _CLOSE_BY or has_verb(text, source.end, bare.start):
        return False
    if _leads(_AND, text, bare) or (source.unit is not None and source.unit.kind is UnitKind.MONEY):
        return True
    return is_closed(text, bare) and _SHORT_GAP.fullmatch(text, source.per_end, bare.start) is not None


def is_parallel(text: str, bare: Expression, source: Expression, *, far: bool) -> bool:
    """As in "на Петропавловской ТЭЦ – 73,5%, на Риддерской – 83": the same frame once more."""
    if bare.start - source.end > _NEAR:
        return False
    if not is_closed(text, bare):  # "моркови – 290 (274)"
        return not far and has_dash_before(text, bare) and _BRACKET_BEHIND.match(text, bare.end) is not None
    own = preposition(text, bare)
    if own and own == preposition(text, source):
        return True
    return not far and has_dash_before(text, bare)


def is_change_then_level(text: str, source: Expression, bare: Expression) -> bool:
    """As in "на 2,7%, до 43 146": the level has not the unit of the change, unless that is in points."""
    if source.unit is None or source.unit.kind is not UnitKind.PERCENT:
        return False
    if _ON.search(text, max(0, source.start - 20), source.start) is None:
        return False
    is_amount = bare.amount > _WHOLE and _THEN_AMOUNT.fullmatch(text, source.end, bare.start) is not None
    return is_amount or _THEN_LEVEL.fullmatch(text, source.end, bare.start) is not None


_THEN_LEVEL = re.compile(rf"[\s,–—(]*до\s+{SOFT}", _I)
_THEN_AMOUNT = re.compile(
    rf"[\s,–—-]*(?:и\s+)?(?:[^\W\d_]+\s+){{0,2}}?(?:составил\w*|составля\w+|составив|достиг\w*)\s+{SOFT}", _I
)
_WHOLE = 100
