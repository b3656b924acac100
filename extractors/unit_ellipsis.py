"""Units left out: a bare number takes unit, denominator and scale from the number it is set beside.

Belongs here: whose unit a bare number takes over ("продукты – на 0,5, услуги – на 1,1%", "101 гектар из 505",
"из которых 31,2 млрд составляет экономия"). Does not belong here: units shared by coordinated numbers
(`pairs`), columns of a table (`column_units`) and frames, marks and labels themselves (`ellipsis_*`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.counted_nouns import counts_what_follows
from extractors.ellipsis_alike import (
    bracketed_alike,
    fits,
    is_beside_brackets,
    is_change_of_alike,
    is_share_of_alike,
    lends_scale,
    scale_before,
)
from extractors.ellipsis_frames import (
    SOFT,
    crosses_sentence,
    fills_bracket,
    has_dash_before,
    has_verb,
    is_bracketed_apart,
    is_closed,
    is_decimal,
    preposition,
    same_stretch,
)
from extractors.ellipsis_labels import is_count_label, is_spending
from extractors.ellipsis_marks import is_change_then_level, is_parallel, is_set_against, states_level
from extractors.ellipsis_sums import (
    MILLION,
    is_like_sum,
    is_money_of_text,
    is_priced,
    is_printed_sum,
    is_sum_by_label,
    is_sum_of_counted,
)
from extractors.expression import Expression
from extractors.expressions import is_counting
from extractors.number_words import WordClass
from extractors.numerals import Ending
from extractors.ranks import is_rank
from extractors.signs import as_level
from extractors.units import UnitKind

_I = re.IGNORECASE
_PLAIN = (None, WordClass.CARDINAL, WordClass.SCALE)
_TIGHT_NEXT = re.compile(
    rf"\s*[,;]?\s*(?:и|(?<!,\s)или(?!\sна)|либо|против|до|с|к|а\sтакже|при|вместо)\s+(?:(?:на|в|до|по|от)\s+)?{SOFT}",
    _I,
)
_LIST_NEXT = re.compile(
    rf"\s*[,;]\s+(?:(?:и|а)\s+)?(?:[^\W\d_][\w-]*[\s,]+){{1,6}}?(?:[–—-]\s+)?(?:(?:на|в|до|по)\s+)?{SOFT}", _I
)
# "сад на 280 – 1,1 млрд": the number belongs to a label, behind whose dash stands the sum.
_LABELS = re.compile(r"\s[–—]\s[$€₸]?\d[\d ,.]{0,12}\s?(?:млн|млрд|трлн)")
_REACH, _NEXT_SENTENCE = 8, 80


def infer_units(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, the bare ones with the unit that stands beside them where there is one."""
    out = list(found)
    last_sum = next((e for e in found if is_printed_sum(e)), None)
    last_money: Expression | None = None
    for index, bare in enumerate(out):
        if is_printed_sum(bare):
            last_sum = bare
        if bare.unit is not None and bare.unit.kind is UnitKind.MONEY:
            last_money = bare
        if not _is_open(text, bare):
            continue
        source = _tight_next(text, out, index) or _before(text, out, index) or _listed_next(text, out, index)
        if source is None and last_sum is not None and is_money_of_text(text, out, index):
            source = replace(last_sum, per=None)
        if source is None and last_money is not None and is_sum_by_label(text, out, index):
            source = replace(last_money, per=None)
        if source is not None:
            out[index] = as_level(text, _adopt(bare, source))
            _hand_back(out, index)
    return out


def _hand_back(out: list[Expression], index: int) -> None:
    """As in "с 26,9 до 30 млрд": the start of a movement has the unit that its end took over."""
    reached = out[index]
    if index > 0 and reached.pair == "to" and out[index - 1].pair == "from" and out[index - 1].unit is None:
        out[index - 1] = replace(out[index - 1], unit=reached.unit, per=reached.per, inferred=True)


def _is_open(text: str, bare: Expression) -> bool:
    """Whether a number has no unit, no counted noun behind it and is no rank."""
    return (
        bare.unit is None
        and bare.value is not None
        and bare.end == bare.number_end  # "два раза" counts occasions
        and not bare.approximate
        and bare.word_class in _PLAIN
        and not (bare.word_class is WordClass.CARDINAL and bare.value == 1)
        and bare.ending in (Ending.NONE, Ending.CARDINAL)
        and not _LABELS.match(text, bare.per_end)
        and not counts_what_follows(text, bare.per_end, bare.scale)
        and not is_rank(text, bare)
    )


def _adopt(bare: Expression, source: Expression) -> Expression:
    value, most = bare.value, bare.value_max
    if not bare.scaled and source.scale > 1 and value is not None and abs(value) < 1000:
        value, most = value * source.scale, most * source.scale if most is not None else None
    scale = bare.scale if bare.scaled else source.scale
    return replace(
        bare,
        value=value,
        value_max=most,
        unit=source.unit,
        per=bare.per or source.per,
        inferred=source.unit is not None,
        scale=scale,
        scaled=scale > 1,
    )


def _tight_next(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """As in "3,1 против 1,7%", "на 1,1 млрд, до $52,4 млрд": the next number is set right against it."""
    if index + 1 >= len(found) or found[index].pair == "to":
        return None
    bare, source = found[index], found[index + 1]
    if not fits(text, bare, source) or not _TIGHT_NEXT.fullmatch(text, bare.end, source.start):
        return None
    return source


def _listed_next(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """As in "составит 480, в Кызылординской – 350 млн м³": the list prints its unit at the end."""
    bare, floor = found[index], found[index - 1].per_end if index else 0
    gap_start = bare.end
    for source in found[index + 1 : index + 4]:
        if "\n" in text[bare.end : source.start] or crosses_sentence(text, bare.end, source.start):
            return None
        if _LIST_NEXT.fullmatch(text, gap_start, source.start) is None:
            return None
        if source.unit is None and _is_open(text, source):
            gap_start = source.end
            continue
        is_alike = has_dash_before(text, source) or preposition(text, source) == preposition(text, bare)
        is_listed = is_alike and fits(text, bare, source) and not has_verb(text, gap_start, source.start)
        is_same_frame = is_count_label(text, source, gap_start)
        return source if is_listed and (is_same_frame or not is_count_label(text, bare, floor)) else None
    return None


def _before(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """The nearest number before, as far as it can lend its unit."""
    bare = found[index]
    floor = found[index - 1].per_end if index else 0
    is_alike = is_share_of_alike(text, found, index) or is_change_of_alike(text, found, index)
    if is_count_label(text, bare, floor) and not is_alike:
        return scale_before(text, found, index)
    alike = bracketed_alike(text, found, index) if fills_bracket(text, bare) else None
    return alike or _nearest(text, found, index, floor)


def _nearest(text: str, found: Sequence[Expression], index: int, floor: int) -> Expression | None:
    bare = found[index]
    aside: Expression | None = None
    for position in range(index - 1, max(-1, index - 1 - _REACH), -1):
        source = found[position]
        if not same_stretch(text, source, bare):
            break
        if _is_passed_over(text, bare, source):
            aside = aside or source
            continue
        if source.unit is None or is_counting(source.unit):
            if lends_scale(text, bare, source):
                return source
            if _stops(bare, source):
                return None
            continue
        if not fits(text, bare, source):
            continue
        if is_sum_of_counted(text, bare, found, position) and not is_spending(text, bare, floor):
            return None
        return source if _lends(text, bare, source, found, index) else None
    return aside if aside is not None and is_beside_brackets(text, bare, aside) else None


def _is_passed_over(text: str, bare: Expression, source: Expression) -> bool:
    """Whether a number stands aside: in a bracket of its own, or as the change before a level."""
    if is_bracketed_apart(text, source.end, bare.start):
        return not (fills_bracket(text, bare) and text.startswith(")", source.end))
    return is_change_then_level(text, source, bare)


def _stops(bare: Expression, source: Expression) -> bool:
    """Whether a count between makes it unlikely that the bare number is of an earlier unit."""
    if source.value is None or source.word_class not in _PLAIN:
        return False
    if bare.scale >= MILLION and not source.scaled and source.value < 1000:
        return False
    return not (is_decimal(bare) and source.value == int(source.value))


def _lends(text: str, bare: Expression, source: Expression, found: Sequence[Expression], index: int) -> bool:
    """Whether the bare number stands so to the source that the unit must be the same."""
    far = crosses_sentence(text, source.end, bare.start)
    if bare.scaled:
        return not far or is_like_sum(bare, source)
    if fills_bracket(text, bare) and text.startswith(")", source.end):
        return not far
    if is_decimal(bare):
        return not far or _goes_on(text, bare, source)
    if not far and is_set_against(text, bare, source):
        return True
    if is_parallel(text, bare, source, far=far) or is_priced(text, bare, source, found, index):
        return True
    return has_dash_before(text, bare) and _is_between(text, found, index, source)


def _goes_on(text: str, bare: Expression, source: Expression) -> bool:
    """As in "27,2% этого объёма. В 2021 году было 21,1": a level again, in the next sentence."""
    if has_dash_before(text, bare) or states_level(text, bare):
        return True
    is_share = source.unit is not None and source.unit.kind is UnitKind.PERCENT
    if is_share and is_closed(text, bare) and bare.start - source.end <= _NEXT_SENTENCE:
        return True
    return preposition(text, bare) != "" and preposition(text, bare) == preposition(text, source)


def _is_between(text: str, found: Sequence[Expression], index: int, source: Expression) -> bool:
    """Whether the next number of the sentence has the unit of the one before."""
    if index + 1 >= len(found):
        return False
    bare, following = found[index], found[index + 1]
    return following.unit == source.unit and not crosses_sentence(text, bare.end, following.start)
