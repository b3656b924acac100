"""Units left out: a bare number takes unit, denominator and scale from the number it is set beside.

Belongs here: which numbers are asked in which order, and what is taken over. Does not belong here: whether
a number is bare (`ellipsis_open`), numbers behind (`ellipsis_next`) and before it (`ellipsis_before`), units
shared by coordinated numbers (`pairs`) and columns of a table (`column_units`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.expressions.ellipsis_before import nearest_before
from extractors.expressions.ellipsis_frames import is_decimal
from extractors.expressions.ellipsis_labels import is_count_label
from extractors.expressions.ellipsis_next import listed_next, tight_next
from extractors.expressions.ellipsis_open import is_open
from extractors.expressions.ellipsis_sums import is_money_of_text, is_printed_sum, is_sum_by_label
from extractors.expressions.expression import Expression
from extractors.expressions.signs import as_level
from extractors.units.units import UnitKind

_OUT_OF = re.compile(r"\s+из\s+(?:[^\W\d_]+(?:ых|их)\s+)?")
_NEXT_PAIR = re.compile(
    r"(?:\s[^\W\d_]+){0,3}[,;]\s(?:(?:а|и)\s)?(?:[^\W\d_][\w-]*\s){1,6}?[–—-]\s(?:с|со|от)\s",
    re.IGNORECASE,
)


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
        if _goes_on_as_pair(text, out, index):
            out[index : index + 2] = (_adopt(end, out[index - 1]) for end in out[index : index + 2])
            continue
        if not is_open(text, bare) or _is_whole_of_count(text, out, index) or _starts_count(text, out, index):
            continue
        source = _beside(text, out, index) or _in_money_of_text(text, out, index, last_sum, last_money)
        if source is not None:
            out[index] = as_level(text, _adopt(bare, source))
            _hand_back(out, index)
    return out


def _goes_on_as_pair(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "по мясу – с 40 до 28%, по сыру – с 52 до 49": two bare ends behind two ends with a unit."""
    if found[index].pair != "from" or not 0 < index < len(found) - 1:
        return False
    before, upper = found[index - 1], found[index + 1]
    if found[index].unit is not None or upper.unit is not None or upper.pair != "to":
        return False
    if before.pair != "to" or before.unit is None or is_count_label(text, found[index], before.per_end):
        return False
    return _NEXT_PAIR.fullmatch(text, before.per_end, found[index].start) is not None


def _starts_count(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "с 5 млн до 7 млн пассажиров": the start of a movement whose end counts something."""
    if found[index].pair != "from" or index + 1 == len(found):
        return False
    reached = found[index + 1]
    return reached.pair == "to" and reached.unit is None and not is_open(text, reached)


def _is_whole_of_count(text: str, found: Sequence[Expression], index: int) -> bool:
    """As in "четверо из пяти", "1,2 млрд из обещанных двух": the whole of what was counted is a count too."""
    if index == 0 or found[index - 1].unit is not None:
        return False
    if found[index - 1].word_class is None and not found[index - 1].scaled:
        return False
    return _OUT_OF.fullmatch(text, found[index - 1].per_end, found[index].start) is not None


def _beside(text: str, found: Sequence[Expression], index: int) -> Expression | None:
    """The number beside a bare one that lends its unit, None if none does."""
    return (
        tight_next(text, found, index)
        or nearest_before(text, found, index)
        or listed_next(text, found, index)
    )


def _in_money_of_text(
    text: str,
    found: Sequence[Expression],
    index: int,
    last_sum: Expression | None,
    last_money: Expression | None,
) -> Expression | None:
    """The last sum of the text, or the last number in money, where the bare number must be a sum too."""
    if last_sum is not None and is_money_of_text(text, found, index):
        return replace(last_sum, per=None)
    if last_money is not None and is_sum_by_label(text, found, index):
        return replace(last_money, per=None)
    return None


def _hand_back(out: list[Expression], index: int) -> None:
    """As in "с 26,9 до 30 млрд": the start of a movement has the unit that its end took over."""
    reached = out[index]
    if index > 0 and reached.pair == "to" and out[index - 1].pair == "from" and out[index - 1].unit is None:
        out[index - 1] = replace(out[index - 1], unit=reached.unit, per=reached.per, inferred=True)


def _adopt(bare: Expression, source: Expression) -> Expression:
    """The bare number with unit, denominator and scale of another; a large number keeps its own scale.

    Not a large fraction, nor one beside a number as large: "3 456,7 млн тенге: 2024 г. – 1 234,5".
    """
    value, most = bare.value, bare.value_max
    is_alike = is_decimal(bare) or source.amount >= 1000 * source.scale
    if not bare.scaled and source.scale > 1 and value is not None and (is_alike or abs(value) < 1000):
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
