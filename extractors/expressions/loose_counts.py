"""Counts in words that state no fact: "оба", "все трое", "первая десятка", "делит на две части".

Belongs here: cardinal and collective words by what stands around them, and the size that tells families
apart, in digits too. Does not belong here: "один" (`loose_ones`), parts and multiples (`loose_parts`).
"""

import re

from extractors.expressions.expression import Expression
from extractors.expressions.loose_ones import one_alone
from extractors.expressions.verdicts import Verdict
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.model import RejectionReason as R

_I = re.IGNORECASE
_TOP_TEN = re.compile(r"(?<!\w)(?:перв\w+|втор\w+|лучш\w+|мировую|мировой|замкн\w+|замыка\w+|во?)\s+$", _I)
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


def collective(text: str, expression: Expression) -> Verdict | None:
    """As in "оба", "все трое": a collective word that names those already told of."""
    if expression.words[0] in _BOTH:
        return R.OTHER, "both"
    if _ALL_OF_THEM.search(text, max(0, expression.start - 8), expression.start):
        return R.OTHER, "all_of_them"
    return cardinal(text, expression)


def cardinal(text: str, expression: Expression) -> Verdict | None:
    """As in "вошёл в десятку", "две страны", "один из": a number in words that counts nothing here."""
    if expression.words[0].startswith(
        ("десятк", "двадцатк", "тройк", "пятёрк", "пятерк")
    ) and _TOP_TEN.search(text, max(0, expression.start - 16), expression.start):
        return R.NAME, "top_ten"
    if _is_frame(text, expression):
        return R.OTHER, "frame"
    family = family_size(text, expression)
    if family is not None:
        return family
    if expression.value == 2 and _PAIR_NOUN.match(text, expression.end):
        return R.OTHER, "pair"
    return one_alone(text, expression) if expression.value == 1 and expression.value_max is None else None


def family_size(text: str, expression: Expression) -> Verdict | None:
    """As in "семей, имеющих 4 и более детей": the number only says which families are meant."""
    if not _OR_MORE.match(text, expression.end):
        return None
    is_led = _HAVING.search(text, max(0, expression.start - 40), expression.start) is not None
    return (R.ATTRIBUTE, "family_size") if is_led else None


def _is_frame(text: str, expression: Expression) -> bool:
    """As in "один из трёх не учится", "делит выборку на две части": the number only frames a share."""
    start, end = expression.start, expression.end
    if _ONE_OF.search(text, max(0, start - 16), start) and not counts_what_follows(text, end):
        return True
    return _HALVES.match(text, end) is not None and (
        _DIVIDED.search(text, max(0, start - 90), start) is not None
    )
