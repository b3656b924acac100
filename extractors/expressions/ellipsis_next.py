"""Units that the next number prints: "3,1 против 1,7%", "продукты – на 0,5, услуги – на 1,1%".

Belongs here: a number set right against the next one, and lists with the unit at their end. Does not belong
here: units of numbers before (`ellipsis_before`).
"""

import re
from collections.abc import Sequence

from extractors.expressions.ellipsis_alike import fits
from extractors.expressions.ellipsis_frames import (
    SOFT,
    crosses_sentence,
    has_dash_before,
    has_verb,
    is_decimal,
    preposition,
)
from extractors.expressions.ellipsis_labels import is_count_label
from extractors.expressions.ellipsis_open import is_open
from extractors.expressions.expression import Expression

_I = re.IGNORECASE
_TIGHT_NEXT = re.compile(
    rf"\s*[,;]?\s*(?:и|(?<!,\s)или(?!\sна)|либо|против|до|с|к|а\sтакже|при|вместо)\s+(?:(?:на|в|до|по|от)\s+)?{SOFT}",
    _I,
)
_TO_LEVEL = re.compile(
    rf"\.?,?\s+(?:и\s+)?(?:[^\W\d_]+\s+){{0,2}}(?:состав\w+|достиг\w+|дош\w+\sдо|до)\s+{SOFT}", _I
)
_AND = re.compile(r"\s+и\s+(?:до\s+)?", _I)
_THOUSAND, _FAR = 1000, 10
_OUT_OF = re.compile(r"\s+из\s+(?:[^\W\d_]+(?:ых|их)\s+)?", _I)
_LIST_NEXT = re.compile(
    rf"\s*[,;]\s+(?!или\s)(?:(?:и|а)\s+)?(?:(?:[^\W\d_]|\d{{1,2}}-[ейя])[\w-]*[\s,]+){{1,6}}?(?:[–—-]\s+)?(?:(?:на|в|до|по)\s+)?{SOFT}",
    _I,
)
_AT_MARK = re.compile(r"(?<!\w)при\s(?:план|лимит|норм|прогноз|задани|квот)\w*\s$", _I)
_SUM_OF_IT = re.compile(r",?\s+(?:[^\W\d_]+\s+){0,2}?(?:суммой|стоимостью|на\s(?:общую\s)?сумму)\s", _I)
_PARTING = re.compile(r"\s*[,;]\s+(?:из\s+(?:них|которых)|в\s+том\s+числе)\s", _I)


def tight_next(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """As in "3,1 против 1,7%", "на 1,1 млрд, до $52,4 млрд": the next number is set right against it."""
    if index + 1 >= len(found) or found[index].pair == "to":
        return None
    bare, source = found[index], found[index + 1]
    if _shares_scale(text, bare, source):
        return source
    if not fits(text, bare, source):
        return None
    if source.unit is not None and text[bare.end : source.start] == "/":
        return source  # "205/250 тенге"
    if bare.scaled and source.scaled and _TO_LEVEL.fullmatch(text, bare.end, source.start):
        return source  # "долг сократился на 3 млн и составил 9 млн тенге"
    if source.unit is not None and _OUT_OF.fullmatch(text, bare.end, source.start):
        return source  # "освоено 3,2 из 4,9 млрд тенге"
    return source if _TIGHT_NEXT.fullmatch(text, bare.end, source.start) else None


def _shares_scale(text: str, bare: Expression, source: Expression) -> bool:
    """As in "открыто 12 и 15 тыс. мест": the scale of two numbers of things joined by "и" stands once.

    Not that of a far smaller fraction: "в сёлах, соответственно, 327 и 11,9 тыс.".
    """
    if source.unit is not None or source.scale == 1 or bare.scaled or bare.amount >= _THOUSAND:
        return False
    printed = source.amount / source.scale
    if printed != int(printed) and not is_decimal(bare) and bare.amount >= _FAR * printed:
        return False
    return _AND.fullmatch(text, bare.end, source.start) is not None


def listed_next(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """As in "составит 480, в Кызылординской – 350 млн м³": the list prints its unit at the end."""
    bare, floor = found[index], found[index - 1].per_end if index else 0
    if _AT_MARK.search(text, floor, bare.start):
        return None
    gap_start = bare.end
    for source in found[index + 1 : index + 4]:
        if "\n" in text[bare.end : source.start] or crosses_sentence(text, bare.end, source.start):
            return None
        if _LIST_NEXT.fullmatch(text, gap_start, source.start) is None:
            return None
        if _PARTING.match(text, gap_start) and not is_decimal(bare):
            return None  # "одобрено 386, из них 41% – в сёлах"
        if _SUM_OF_IT.match(text, gap_start):
            return None  # "одобрено 31, на сумму 4 млрд тенге"
        if source.unit is None and is_open(text, source):
            gap_start = source.end
            continue
        led_by, own = preposition(text, source), preposition(text, bare)
        is_alike = led_by == own or (has_dash_before(text, source) and led_by != "на")
        is_listed = is_alike and fits(text, bare, source) and not has_verb(text, gap_start, source.start)
        is_same_frame = is_count_label(text, source, gap_start)
        return source if is_listed and (is_same_frame or not is_count_label(text, bare, floor)) else None
    return None
