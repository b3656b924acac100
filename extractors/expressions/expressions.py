"""Numeric expressions: amount, range, unit, sign and denominator joined into one quote.

Belongs here: how the pieces of a number combine as printed ("от 5 до 7 млрд тенге", "$1,2 млрд",
"в 2,3 раза"). Does not belong here: the pieces themselves (`amounts`, `ranges`, `signs`,
`unit_after`, `denominators`), and whether the expression states a fact (`guards`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.amounts import read_amount
from extractors.expressions.bounded_units import unit_behind_bound
from extractors.expressions.compounds import join_compounds
from extractors.expressions.expression import Expression
from extractors.expressions.inversions import with_inversions
from extractors.expressions.label_units import with_label_units
from extractors.expressions.pairs import share_ends
from extractors.expressions.ranges import join_range
from extractors.expressions.signs import with_sign
from extractors.expressions.unit_after import meant_unit
from extractors.numbers.atoms import Atom, first_from
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.units.units import Unit, UnitKind, load_units, match_per_at, match_unit_before

__all__ = ["Expression", "find_expressions"]

_TIMES_BEFORE = re.compile(
    r"(?<!\w)в(?:[ \u00a0]+(?:более[ \u00a0]+чем|более|почти|примерно|около))?[ \u00a0]+\Z", re.IGNORECASE
)
_SHORT_TIMES = re.compile(r"[ \u00a0]?р(?:\.|(?=[ ,;)]|$))")
# "превышает два раза", "разрыв составил 8 раз": a multiple without its preposition.
_EXCEEDS = re.compile(
    r"(?<!\w)(?:превы(?:ша\w+|сил\w*|сит)|состав(?:ля[ею]т|ил[аио]?|ит))\s+(?:(?:более|почти|уже|около)\s+)?$",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"[ \u00a0]с[ \u00a0](?:лишним|небольшим)(?=[ \u00a0])", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s+(?:больше|меньше|выше|ниже|дороже|дешевле|быстрее|чаще|реже|лучше|хуже|превы\w+)(?!\w)",
    re.IGNORECASE,
)
# "100 тыс. – в год": the dash sets a second rate beside the first.
_DASHED_TIME = re.compile(
    r"[ \u00a0][–—](?=[ \u00a0]в[ \u00a0](?:год|месяц|день|сутки|неделю|час)\s*(?:[.,;)]|$))"
)
# "2,5-кратный рост", "5-ти кратное увеличение": a multiple whose number is in digits.
_FOLD_TAIL = re.compile(
    r"[-‑–]?(?:х|ти|ёх|ех|и)?[-‑–\u00a0 ]?кратн(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми|о)(?!\w)",
    re.IGNORECASE,
)
_TIME_CODES = frozenset({"s", "min", "h", "d", "wk", "mo", "quarter", "half_year", "a", "century"})
_PART_UNITS = frozenset({"percent", "percent_points", "quantity", "money"})
_WHOLE_ONLY = (WordClass.ORDINAL, WordClass.MULTIPLE, WordClass.FOLD, WordClass.OCCASION)
# Units that are hundredths of another in law, printed in the larger one's code.
_CONVERTED = {"kopeck": "RUB", "tiyn": "KZT", "US_cent": "USD", "eurocent": "EUR", "bp": "pp"}


def find_expressions(text: str, atoms: Sequence[Atom]) -> list[Expression]:
    """All numeric expressions that the atoms form, left to right, none overlapping.

    Every atom lies in exactly one of them, or in the unit or denominator of one ("м3",
    "на 100 тыс. населения").
    """
    found: list[Expression] = []
    index = 0
    while index < len(atoms):
        floor = found[-1].end if found else 0
        expression, index = _read(text, atoms, index, floor)
        index = first_from(atoms, index, expression.per_end)
        found.append(expression)
    labelled = with_label_units(text, join_compounds(text, found))
    return share_ends(text, with_inversions(text, labelled))


def _read(text: str, atoms: Sequence[Atom], index: int, floor: int) -> tuple[Expression, int]:
    """The expression that begins with atom `index`, and the index of the next unread atom.

    What stands before `floor` is the number's before: the sign in "5$ 7".
    """
    low, after = read_amount(text, atoms, index)
    low, after = join_range(text, atoms, after, low) or (low, after)
    if low.value is None:
        return low, after
    fold = _FOLD_TAIL.match(text, low.number_end) if low.word_class is None else None
    if fold is not None:
        return _in_folds(low, fold.end()), after
    found = with_sign(text, _with_per(text, _with_unit(text, low, floor)))
    return (found if found.start >= floor else replace(found, start=low.start)), after


def _in_folds(amount: Expression, end: int) -> Expression:
    return replace(
        amount,
        end=end,
        per_end=end,
        number_end=end,
        word_class=WordClass.FOLD,
        ending=Ending.NONE,
        words=("кратный",),
    )


def _with_unit(text: str, expression: Expression, floor: int) -> Expression:
    """Joins the unit behind (or the currency sign before) the number."""
    if expression.ending in (Ending.ORDINAL, Ending.COMPOUND) or expression.word_class in _WHOLE_ONLY:
        return expression
    before = match_unit_before(text, expression.start)
    if before is not None and before.start >= floor:
        return replace(expression, start=before.start, unit=before.unit)
    after = meant_unit(text, expression)
    more = _AND_MORE.match(text, expression.end) if after is None else None
    if more is not None:
        grown = replace(expression, end=more.end(), per_end=more.end(), number_end=more.end())
        after = meant_unit(text, grown)
        expression = expression if after is None else grown
    if after is None:
        return unit_behind_bound(text, expression) or _with_short_times(text, expression)
    if expression.word_class is WordClass.PART:
        return _part_of_unit(expression, after.unit, after.end, after.per)
    joined = replace(expression, end=after.end, per_end=after.end, unit=after.unit, per=after.per)
    return _as_times(text, expression, joined) if after.unit.code == "times" else joined


def _part_of_unit(expression: Expression, unit: Unit, end: int, per: str | None) -> Expression:
    """As in "треть процентного пункта" is 0.33 points; "половина дня" stays a part, of time."""
    if unit.code in _TIME_CODES or str(unit.kind) not in _PART_UNITS:
        return expression
    value = expression.fraction if expression.fraction is not None else expression.value
    return replace(
        expression, end=end, per_end=end, value=value, unit=unit, per=per, word_class=WordClass.CARDINAL
    )


def _as_times(text: str, bare: Expression, joined: Expression) -> Expression:
    """As in "в 2,3 раза", "1,3 раза", "вырос в 5 раз" are ratios; "два раза в неделю" counts occasions."""
    led = _TIMES_BEFORE.search(text, max(0, bare.start - 18), bare.start)
    if led is not None:
        return replace(joined, start=led.start())
    if joined.per is None and match_per_at(text, joined.end) is not None:
        return replace(joined, unit=None)  # "два-три раза в неделю"
    is_ratio = (
        bare.amount != int(bare.amount)
        or (not bare.scaled and "," in text[bare.start : bare.number_end])
        or _COMPARED.match(text, joined.end)
        or _EXCEEDS.search(text, max(0, bare.start - 24), bare.start)
    )
    return joined if is_ratio else replace(joined, unit=None)


def _with_short_times(text: str, expression: Expression) -> Expression:
    """As in "в 1,15 р." is a ratio where "1,15 р." would be roubles."""
    led = _TIMES_BEFORE.search(text, max(0, expression.start - 18), expression.start)
    short = _SHORT_TIMES.match(text, expression.end)
    if led is None or short is None or expression.value is None or expression.value > 1000:
        return expression
    return replace(
        expression, start=led.start(), end=short.end(), per_end=short.end(), unit=load_units()["times"]
    )


def _with_per(text: str, expression: Expression) -> Expression:
    """Joins the denominator printed right behind the number and its unit."""
    if expression.per is not None or expression.ending is Ending.ORDINAL:
        return expression
    dash = _DASHED_TIME.match(text, expression.end)
    per = match_per_at(text, dash.end() if dash else expression.end)
    return expression if per is None else replace(expression, per=per.code, per_end=per.end)


def converted(expression: Expression) -> Expression:
    """A number of kopecks in roubles, of basis points in percentage points."""
    code = _CONVERTED.get(expression.unit.code) if expression.unit is not None else None
    if code is None or expression.unit is None or expression.value is None:
        return expression
    factor: Decimal = expression.unit.factor
    most = expression.value_max
    return replace(
        expression,
        value=expression.value * factor,
        value_max=None if most is None else most * factor,
        unit=load_units()[code],
    )


def is_counting(unit: Unit | None) -> bool:
    """Whether a number with this unit counts things ("42 единицы", "пять штук", or no unit at all)."""
    return unit is None or unit.kind is UnitKind.COUNTING
