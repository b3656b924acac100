"""Units that a number before prints: "101 гектар из 505", "из которых 31,2 млрд составляет экономия".

Belongs here: the nearest number that can lend its unit, and how the bare one must stand to it. Does not
belong here: units of the next number (`ellipsis_next`) and sums of money at large (`ellipsis_sums`).
"""

from collections.abc import Sequence

from extractors.expressions.ellipsis_alike import (
    bracketed_alike,
    fits,
    is_beside_brackets,
    is_change_of_alike,
    is_share_of_alike,
    lends_scale,
    scale_before,
)
from extractors.expressions.ellipsis_frames import (
    crosses_sentence,
    fills_bracket,
    has_dash_before,
    is_bracketed_apart,
    is_closed,
    is_decimal,
    preposition,
    same_stretch,
)
from extractors.expressions.ellipsis_labels import is_count_label, is_spending
from extractors.expressions.ellipsis_marks import (
    is_change_then_level,
    is_of_them,
    is_parallel,
    is_set_against,
    states_level,
)
from extractors.expressions.ellipsis_open import PLAIN
from extractors.expressions.ellipsis_sums import (
    MILLION,
    counts_others,
    is_like_sum,
    is_priced,
    is_sum_of_counted,
)
from extractors.expressions.expression import Expression
from extractors.expressions.expressions import is_counting
from extractors.units.units import UnitKind

# How many times larger the value of another time may be.
_ALIKE = 3
_WHOLE = 100  # percent
_REACH, _NEXT_SENTENCE = 8, 80


def nearest_before(text: str, found: Sequence[Expression], index: int) -> Expression | None:
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
    if source.value is None or source.word_class not in PLAIN:
        return False
    if bare.scale >= MILLION and not source.scaled and source.value < 1000:
        return False
    return not (is_decimal(bare) and source.value == int(source.value))


def _lends(text: str, bare: Expression, source: Expression, found: Sequence[Expression], index: int) -> bool:
    """Whether the bare number stands so to the source that the unit must be the same."""
    far = crosses_sentence(text, source.end, bare.start)
    if far and bare.amount > _WHOLE and source.unit is not None and source.unit.kind is UnitKind.PERCENT:
        return is_decimal(bare) and _goes_on(text, bare, source)
    if bare.scaled and far:
        is_like = is_like_sum(bare, source) and not counts_others(text, bare, found[index - 1].per_end)
        return is_like or _is_part_of(text, bare, source)
    if bare.scaled:
        return True
    if source is found[index - 1] and is_of_them(text, bare):
        return True
    if fills_bracket(text, bare) and (text.startswith(")", source.end) or _is_former(text, bare, source)):
        return not far
    if is_decimal(bare):
        return not far or _goes_on(text, bare, source)
    if not far and is_set_against(text, bare, source):
        return True
    if is_parallel(text, bare, source, far=far) or is_priced(text, bare, source, found, index):
        return True
    return has_dash_before(text, bare) and _is_between(text, found, index, source)


def _is_part_of(text: str, bare: Expression, source: Expression) -> bool:
    """As in "План – 45 тыс. тонн. Из них вывезено 30 тыс.": less of the same, in the same scale."""
    return bare.scale == source.scale and bare.amount <= source.amount and is_of_them(text, bare)


def _is_former(text: str, bare: Expression, source: Expression) -> bool:
    """As in "215 ц/га (198)": a bracket right behind an amount, with a number about as large."""
    if text[source.per_end : bare.start] != " (" or source.unit is None:
        return False
    is_measured = source.unit.kind in (UnitKind.QUANTITY, UnitKind.MONEY)
    return is_measured and _ALIKE * bare.amount >= source.amount / source.scale >= bare.amount / _ALIKE


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
