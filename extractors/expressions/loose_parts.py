"""Parts and multiples that count nothing: "первая половина года", "двукратный" without what grew.

Belongs here: "половина", "четверть", "двукратный" by the words around them. Does not belong here: how such
words are read (`word_fractions`), changes (`changes`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.verdicts import Verdict
from extractors.model import RejectionReason as R

_I = re.IGNORECASE
_PART_LOOSE = re.compile(
    r"(?:перв\w+|втор\w+|трет(?:ий|ья|ью|ьей|ье|ьего)|четв[её]рт\w+|I{1,3}|IV|\d(?:-?\w{1,2})?)\s+$", _I
)
_PART_TIME = re.compile(
    r"\s+(?:\d{4}|век\w*|год\w*|дня|месяц\w*|лета|осени|зимы|весны|[XIV]+|финал\w*|матч\w*|столети\w+|часа|минуты|суток|недели|квартала"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я|март?а|августа|мая)(?!\w)",
    _I,
)
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


def part_of_time(text: str, expression: Expression) -> Verdict | None:
    """As in "первая половина 2024 года": a part of a length of time."""
    before = _PART_LOOSE.search(text, max(0, expression.start - 30), expression.start)
    return (R.PERIOD, "part_of_time") if before or _PART_TIME.match(text, expression.end) else None


def fold_alone(text: str, expression: Expression) -> Verdict | None:
    """As in "двукратный чемпион": a multiple where nothing grows, falls or is compared."""
    grows = _FOLD_AFTER.match(text, expression.end) or _FOLD_BEFORE.search(
        text, max(0, expression.start - 30), expression.start
    )
    return None if grows else (R.ATTRIBUTE, "fold")
