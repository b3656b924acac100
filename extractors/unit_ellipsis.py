"""Units left out: a bare number takes unit, denominator and scale from the number it is set beside.

Belongs here: when "непродовольственные – на 0,5, платные услуги – на 1,1%", "101 гектар из 505" and "из
которых 31,2 млрд составляет экономия" leave the unit out, and whose unit it is. Does not belong here: units
shared by coordinated numbers (`pairs`), columns of a table (`column_units`) and the frames themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.counted_nouns import counts_what_follows
from extractors.ellipsis_frames import (
    crosses_sentence,
    has_dash_after,
    has_dash_before,
    has_verb,
    is_bracketed_apart,
    is_closed,
    is_count_label,
    preposition,
    word_after,
)
from extractors.expression import Expression
from extractors.expressions import is_counting
from extractors.number_words import WordClass
from extractors.numerals import Ending
from extractors.ranks import is_rank
from extractors.units import UnitKind

_I = re.IGNORECASE
_PLAIN = (None, WordClass.CARDINAL, WordClass.SCALE)
_MILLION, _MILLIARD, _THOUSAND = Decimal(10) ** 6, Decimal(10) ** 9, Decimal(1000)
_UNSCALABLE = frozenset({UnitKind.PERCENT, UnitKind.PERCENT_POINTS, UnitKind.RATIO, UnitKind.INDEX})
_TIMES = frozenset({"s", "min", "h", "d", "wk", "mo", "a", "quarter", "half_year", "century"})
_SOFT = r"(?:(?:почти|примерно|около|порядка|более|менее|свыше|уже|всего|лишь|только)\s+){0,2}"
_TIGHT_NEXT = re.compile(
    rf"\s*[,;]?\s*(?:и|или|либо|против|до|с|к|а\sтакже|при|вместо)\s+(?:(?:на|в|до|по|от)\s+)?{_SOFT}", _I
)
_LIST_NEXT = re.compile(
    rf"\s*[,;]\s+(?:(?:и|а)\s+)?(?:[^\W\d_][\w-]*[\s,]+){{1,6}}?(?:[–—-]\s+)?(?:(?:на|в|до|по)\s+)?{_SOFT}",
    _I,
)
_BASE_MARK = re.compile(
    r"\s+(?:(?:от|из|против|вместо|при|на\sфоне)\s+(?:[^\W\d_]+\s+){0,2}|(?:[^\W\d_]+\s+){0,3}(?:против|вместо|при\s[^\W\d_]+)\s+)",
    _I,
)
_COMPARED = re.compile(
    r"\s+(?:больше|меньше|выше|ниже|дольше|дороже|дешевле|короче|длиннее|тяжелее|легче)(?!\w)", _I
)
_ON = re.compile(rf"(?<!\w)на\s+{_SOFT}$", _I)
_EARLIER = re.compile(
    r"(?<!\w)(?:назад|ранее|раньше|прежде|накануне|тогда|годом)\s+(?:было\s+)?[–—-]?\s*$", _I
)
_WAS = re.compile(
    rf"(?<!\w)(?:был[оаи]?|составля\w+|составил\w*|равнял\w+|стоил\w*|держал\w+|планировал\w+)\s+{_SOFT}$", _I
)
_MORE_OF = re.compile(r"(?<!\w)(?:ещё|еще|остальные|оставшиеся)\s+$", _I)
_AND = re.compile(r"(?<!\w)(?:и|а)\s+(?:по\s+)?$", _I)
_REACHED = re.compile(
    rf"(?<!\w)(?:выше|ниже|превы\w+|достиг\w*|достигн\w+|составля\w+|составит\w*|равн\w+|равен|довести\sдо|доведут\sдо|дойд\w+\sдо|снизи\w+\sдо|вырас\w+\sдо|"
    rf"уменьшил\w+\sдо|увеличил\w+\sдо|сократил\w+\sдо|вырос\w*\sдо|поднял\w+\sдо|упал\w*\sдо|отметк\w+|уровн\w+)\s+(?:в\s+)?{_SOFT}$",
    _I,
)
_CHANGE_THEN_LEVEL = re.compile(r"[\s,–—(]*до\s+" + _SOFT, _I)
_OF_WHOLE = re.compile(r"(?<!\w)из\s+(?:\w+\s+)?$", _I)
_REACH = 8
_NEAR, _CLOSE_BY = 140, 45


def infer_units(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, the bare ones with the unit that stands beside them where there is one."""
    out = list(found)
    for index, bare in enumerate(out):
        if not _is_open(text, bare):
            continue
        source = _tight_next(text, out, index) or _before(text, out, index) or _listed_next(text, out, index)
        source = source or _money_of_text(text, out, index)
        if source is not None:
            out[index] = _adopt(bare, source)
    return out


def _is_open(text: str, bare: Expression) -> bool:
    """Whether a number has no unit, no counted noun behind it and is no rank."""
    return (
        bare.unit is None
        and bare.value is not None
        and bare.per is None
        and bare.word_class in _PLAIN
        and bare.ending in (Ending.NONE, Ending.CARDINAL)
        and not counts_what_follows(text, bare.end)
        and not is_rank(text, bare)
    )


def _adopt(bare: Expression, source: Expression) -> Expression:
    assert bare.value is not None
    value, most = bare.value, bare.value_max
    if not bare.scaled and source.scaled and abs(value) < 1000:
        value, most = value * source.scale, most * source.scale if most is not None else None
    return replace(bare, value=value, value_max=most, unit=source.unit, per=source.per, inferred=True)


def _fits(text: str, bare: Expression, source: Expression) -> bool:
    """Whether a number can be of the source's unit at all."""
    assert bare.value is not None
    if source.unit is None or is_counting(source.unit):
        return False
    if source.unit.kind is UnitKind.RATIO:
        return not bare.scaled and preposition(text, bare) == "в"
    if source.unit.kind in _UNSCALABLE or source.unit.code in _TIMES:
        return not bare.scaled and abs(bare.value) < 1000
    return True


def _same_block(text: str, first_end: int, second_start: int) -> bool:
    return "\n" not in text[first_end:second_start]


def _tight_next(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """ "3,1 против 1,7%", "на 1,1 млрд, до $52,4 млрд": the next number is set right against this one."""
    if index + 1 >= len(found):
        return None
    bare, source = found[index], found[index + 1]
    if not _fits(text, bare, source) or not _TIGHT_NEXT.fullmatch(text, bare.end, source.start):
        return None
    return source


def _listed_next(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """ "составит 480, в Кызылординской – 350 млн м³": the list prints its unit at the end."""
    bare, floor = found[index], found[index - 1].per_end if index else 0
    for source in found[index + 1 : index + 4]:
        if not _same_block(text, bare.end, source.start) or crosses_sentence(text, bare.end, source.start):
            return None
        if source.unit is None:
            if _is_open(text, source) and _LIST_NEXT.fullmatch(text, bare.end, source.start):
                continue
            return None
        is_listed = has_dash_before(text, source) or preposition(text, source) == preposition(text, bare)
        gap_start = found[found.index(source) - 1].end
        if (
            _fits(text, bare, source)
            and is_listed
            and _LIST_NEXT.fullmatch(text, gap_start, source.start)
            and not has_verb(text, gap_start, source.start)
            and not is_count_label(text, bare, floor)
        ):
            return source
        return None
    return None


def _before(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """The nearest number before, as far as it can lend its unit."""
    bare = found[index]
    floor = found[index - 1].per_end if index else 0
    for source in reversed(found[max(0, index - _REACH) : index]):
        if not _same_block(text, source.end, bare.start):
            return None
        if is_bracketed_apart(text, source.end, bare.start) or _is_change_of_level(text, source, bare):
            continue
        if source.unit is None or is_counting(source.unit):
            if _stops(text, bare, source):
                return None
            continue
        if not _fits(text, bare, source):
            continue
        return source if _lends(text, bare, source, found, index, floor) else None
    return None


def _is_change_of_level(text: str, source: Expression, bare: Expression) -> bool:
    """ "на 2,7%, до 43 146": the level has not the unit of the change, unless that is in points."""
    if source.unit is None or source.unit.kind is not UnitKind.PERCENT:
        return False
    return _ON.search(text, max(0, source.start - 20), source.start) is not None and (
        _CHANGE_THEN_LEVEL.fullmatch(text, source.end, bare.start) is not None
    )


def _stops(text: str, bare: Expression, source: Expression) -> bool:
    """Whether a count between makes it unlikely that the bare number is of an earlier unit."""
    if source.value is None or source.word_class not in _PLAIN:
        return False
    is_small = not source.scaled and source.value < 1000
    if bare.scale >= _MILLION and is_small:
        return False
    is_decimal = bare.value is not None and bare.value != int(bare.value) and not bare.scaled
    return not (is_decimal and source.value == int(source.value))


def _lends(
    text: str, bare: Expression, source: Expression, found: Sequence[Expression], index: int, floor: int
) -> bool:
    """Whether the bare number stands so to the source that the unit must be the same."""
    assert source.unit is not None
    far = crosses_sentence(text, source.end, bare.start)
    if is_count_label(text, bare, floor):
        return False
    if bare.scaled:
        return not far or bare.scale >= _MILLION or source.unit.kind is UnitKind.MONEY
    is_decimal = bare.value is not None and bare.value != int(bare.value)
    if not far and (is_decimal or _is_set_against(text, bare, source)):
        return True
    return _is_parallel(text, bare, source, far=far) or (
        has_dash_before(text, bare) and _is_between(text, found, index, source)
    )


def _is_set_against(text: str, bare: Expression, source: Expression) -> bool:
    """ "101 гектар из 505", "на 30 больше", "(год назад 44)", "а 5 – местная", "выше 99."."""
    start = bare.start
    gap = start - source.end
    if (
        source.unit is not None
        and source.unit.kind is not UnitKind.PERCENT
        and _BASE_MARK.fullmatch(text, source.per_end, start)
    ):
        return True
    if _COMPARED.match(text, bare.end) and _ON.search(text, max(0, start - 20), start):
        return True
    if gap > _NEAR:
        return False
    left = max(0, start - 40)
    if _EARLIER.search(text, left, start) or (_WAS.search(text, left, start) and is_closed(text, bare)):
        return True
    if has_dash_after(text, bare):
        if _MORE_OF.search(text, left, start) or has_dash_after(text, source):
            return True
        if word_after(text, bare) == word_after(text, source):
            return True
    if is_closed(text, bare) and (
        _REACHED.search(text, left, start) or _OF_WHOLE.search(text, max(0, source.start - 12), source.start)
    ):
        return True
    return (
        gap <= _CLOSE_BY
        and not has_verb(text, source.end, start)
        and (
            _AND.search(text, left, start) is not None
            or source.unit is not None
            and source.unit.kind is UnitKind.MONEY
        )
    )


def _is_parallel(text: str, bare: Expression, source: Expression, *, far: bool) -> bool:
    """ "на Петропавловской ТЭЦ – 73,5%, на Риддерской – 83": the same frame once more."""
    if bare.start - source.end > _NEAR:
        return False
    own = preposition(text, bare)
    if own and own == preposition(text, source) and is_closed(text, bare):
        return True
    return not far and has_dash_before(text, bare) and is_closed(text, bare)


def _is_between(text: str, found: Sequence[Expression], index: int, source: Expression) -> bool:
    """Whether the next number of the sentence has the unit of the one before."""
    if index + 1 >= len(found):
        return False
    bare, following = found[index], found[index + 1]
    return following.unit == source.unit and not crosses_sentence(text, bare.end, following.start)


def _money_of_text(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """Thousands of millions of nothing are money: of the last sum before, else of the first in the text."""
    bare = found[index]
    if bare.scale < _MILLIARD or is_count_label(text, bare, found[index - 1].per_end if index else 0):
        return None
    sums = [e for e in found if e.unit is not None and e.unit.kind is UnitKind.MONEY and not e.inferred]
    before = [e for e in sums if e.end <= bare.start]
    source = before[-1] if before else (sums[0] if sums else None)
    return None if source is None else replace(source, per=None)
