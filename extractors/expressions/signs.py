"""Signs: "+32,9%", "минус 26%", "−0,9", "+/- 1 п.п.".

Belongs here: which mark before a number is a sign, and whether a minus makes the quantity itself
negative or states a decrease. Does not belong here: the change that a sign states (`changes`).
"""

import re
from dataclasses import replace

from extractors.expressions.expression import Expression
from extractors.units.units import UnitKind

_SIGN = re.compile(
    r"(?:(?<![\w%.,)])(?P<mark>\+ ?/ ?[-−–] ?|[+\-−–±])"
    r"|(?<!\w)(?P<word>плюс[-‑–]\s?минус|(?<![-‑])минус|плюс)[ \u00a0]{1,2})\Z",
    re.IGNORECASE,
)
# An en dash glued to a number is a minus only where a dash for punctuation cannot stand.
_MINUS_PLACE = re.compile(r"(?:\(|[–—:]\s|(?<!\w)(?:до|от|с|к|на|ниже|выше)\s)$", re.IGNORECASE)
_SPACED_MINUS = re.compile(
    r"(?<=(?<!\w)(?:ниже|выше)\s)(?P<mark>[-−–])(?P<word>(?!))?[ \u00a0]\Z", re.IGNORECASE
)
_SECOND_DASH = re.compile(r"(?<=\s[–—-]\s)(?P<mark>[-−–])(?P<word>(?!))?[ \u00a0]\Z")
_BRACKETED = re.compile(r"\([-−–]\)[ \u00a0]\Z")
_BALANCE = re.compile(
    r"(?<!\w)(?:дефицит|профицит|сальдо|баланс|температур|отметк|убыт|рентабельност|коэффициент|мороз|заморозк|столбик|термометр|"
    r"градусник|похолод|потеплен|спред|доходност)\w*",
    re.IGNORECASE,
)
# A noun before a hyphen, not a preposition or a word that bounds: "при -25", "ниже -30".
_LABEL_END = re.compile(
    r"(?<!\w)(?!(?:ниже|выше|около|более|менее|почти|свыше|порядка|примерно|между|против|минус)\s)"
    r"[а-яё-]{4,} \Z|[»\")] \Z",
    re.IGNORECASE,
)
_PLACE_END = re.compile(r"(?:(?<!\w)[А-ЯЁ][а-яё-]{2,}|ск[аи][яй]|район|область|город) \Z")
_ROW_MEMBER = re.compile(
    r"[,;][ \u00a0](?:[а-яё]{1,7}\.?[ \u00a0])?[А-ЯЁ][\w-]+"
    r"(?:[ \u00a0](?:район|область))?[ \u00a0][-–—][ \u00a0]\d"
)
_ITEM = re.compile(r"[ \u00a0][а-яё]{3,}")
_SHARE = re.compile(
    r"(?<!\w)(?:дол[яиею]|удельн\w+\sвес|структур|состав(?:ил|ля)|приход|пришл)", re.IGNORECASE
)
_SPACED_DASH = re.compile(r"[а-яё»)]\s[–—-]\s\d")
_OPEN_BRACKET = re.compile(r"\([^)]{0,30}$")
_LEVEL_CODES = frozenset({"Cel", "[degF]", "K", "[ppth]"})
_FALL = re.compile(r"(?<!\w)(?:спад|падени|снижени|сокращени|убыл|уменьшени)", re.IGNORECASE)
_REACHED = re.compile(r"(?<!\w)до\s$", re.IGNORECASE)
_AGAINST = re.compile(r"(?<!\w)(?:против|вместо)\s$", re.IGNORECASE)
_REACH, _WHOLE = 70, 100


def as_level(text: str, expression: Expression) -> Expression:
    """The expression with a negative value where its minus sign or "мороза" states a level."""
    if expression.signed == "-" and _is_level(text, expression):
        return _negative(expression)
    is_frost = text.endswith("мороза", expression.number_end, expression.end)
    is_above_zero = expression.amount > 0 or (expression.value_max is not None and expression.value_max > 0)
    return _negative(expression) if is_frost and is_above_zero else expression


def with_sign(text: str, expression: Expression) -> Expression:
    """The expression with the sign before it in its quote, and a negative value where it is a level."""
    bracketed = _BRACKETED.search(text, max(0, expression.start - 4), expression.start)
    if bracketed is not None and expression.value is not None:  # "дефицит бюджета (-) 735 тысяч тенге"
        return as_level(text, replace(expression, start=bracketed.start(), signed="-"))
    match = _SIGN.search(text, max(0, expression.start - 14), expression.start)
    if match is None and expression.value is not None:
        match = _minus_of_degrees(text, expression) or _second_dash(text, expression)
    if match is None or expression.value is None:
        return expression if expression.value is None else as_level(text, expression)
    if (
        match["word"] is None
        and match["mark"] == "–"
        and not _MINUS_PLACE.search(text, max(0, match.start() - 6), match.start())
    ):
        return expression
    if match["word"] is not None and expression.unit is None and match["word"].lower() == "плюс":
        return expression
    if _is_dash(text, expression, match.start(), match["mark"]):
        return expression
    mark = match["mark"] or {"минус": "-", "плюс": "+"}.get(match["word"].lower(), "±")
    signed = {"+": "+", "±": "±"}.get(mark, "±" if mark.startswith("+") else "-")
    return as_level(text, replace(expression, start=match.start(), signed=signed))


def _minus_of_degrees(text: str, expression: Expression) -> "re.Match[str] | None":
    """As in "ниже – 14 °С": between a preposition and degrees no dash can stand, so it is a minus."""
    if expression.unit is None or expression.unit.code not in _LEVEL_CODES:
        return None
    return _SPACED_MINUS.search(text, max(0, expression.start - 12), expression.start)


def _second_dash(text: str, expression: Expression) -> "re.Match[str] | None":
    """As in "дефицит бюджета – - 5 тысяч тенге": the first dash is punctuation, so the second is a minus."""
    return _SECOND_DASH.search(text, max(0, expression.start - 12), expression.start)


def _is_dash(text: str, expression: Expression, start: int, mark: str | None) -> bool:
    """As in "лошадей -1": a hyphen for a dash between a thing and its count, which is never negative."""
    if mark == "-" and _is_bullet(text, expression, start):
        return True
    if mark == "-" and (_is_of_row(text, expression, start) or _is_of_shares(text, start)):
        return True
    unit = expression.unit
    if mark == "-" and unit is not None and unit.kind is UnitKind.PERCENT and expression.amount > _WHOLE:
        return True  # "выпуск -106,6%": nothing falls by more than all of it
    may_be = unit is None or (
        str(unit.kind) in ("money", "quantity", "counting") and unit.code not in _LEVEL_CODES
    )
    if mark != "-" or not may_be or _LABEL_END.search(text, max(0, start - 30), start) is None:
        return False
    return _BALANCE.search(re.split(r"[.;!?\n]", text[max(0, start - _REACH) : start])[-1]) is None


def _is_bullet(text: str, expression: Expression, start: int) -> bool:
    """As in a line "-89,1% детей ходят в сад;": a hyphen that opens an item, its number before a word."""
    is_level = expression.unit is not None and expression.unit.code in _LEVEL_CODES
    return not is_level and text[:start].endswith("\n") and _ITEM.match(text, expression.end) is not None


def _is_of_row(text: str, expression: Expression, start: int) -> bool:
    """As in "Павлодар -10,2 %, Экибастуз - 8,5 %": one of a row of places, the others with spaced dashes."""
    if _PLACE_END.search(text, max(0, start - 30), start) is None:
        return False
    before, behind = text[max(0, start - _REACH) : start], text[expression.end : expression.end + _REACH]
    return _ROW_MEMBER.search(before) is not None or _ROW_MEMBER.match(behind) is not None


def _is_of_shares(text: str, start: int) -> bool:
    """As in "доля ржи – 32,4%, в том числе озимой -26,7%": a share, the others with spaced dashes."""
    if _LABEL_END.search(text, max(0, start - 30), start) is None:
        return False
    before = re.split(r"[.;!?]\s|\n", text[max(0, start - 3 * _REACH) : start])[-1]
    return _SHARE.search(before) is not None and _SPACED_DASH.search(before) is not None


def _is_level(text: str, expression: Expression) -> bool:
    """Whether the quantity itself is negative ("минус 15 градусов", "сальдо -2,1%"), not a decrease."""
    if expression.unit is None:
        return False
    if expression.unit.code in _LEVEL_CODES:
        return True
    left = text[max(0, expression.start - _REACH) : expression.start]
    clause = re.split(r"[.;!?\n]", left)[-1]
    if _REACHED.search(left):
        return _FALL.search(clause) is None  # "спред сузился до -14 б.п.", but "спад замедлился до -2%"
    is_sum = str(expression.unit.kind) == "money"
    if _BALANCE.search(clause) or (is_sum and _AGAINST.search(left)):  # "19 млрд против минус 1,5 млрд"
        return True
    return str(expression.unit.kind) == "quantity" and not _OPEN_BRACKET.search(left)


def _negative(expression: Expression) -> Expression:
    if expression.value_max is not None:
        return replace(expression, value=-expression.value_max, value_max=0 - expression.amount, signed="")
    return replace(expression, value=-expression.amount, signed="")
