"""Numeric expressions: number, scale, range, unit and denominator joined into one quote.

Belongs here: how the atoms of a number combine as printed ("от 5 до 7 млрд тенге", "$1,2 млрд",
"5 000 (пять тысяч)", "в 2,3 раза"). Does not belong here: reading digits and words (`atoms`), the
table of units (`units`), and whether the expression states a fact (`guards`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.atoms import Atom, scale_at
from extractors.number_words import WordClass
from extractors.numerals import Ending
from extractors.units import Unit, UnitMatch, match_per_at, match_unit_at, match_unit_before


@dataclass(frozen=True, slots=True)
class Expression:
    """One numeric expression of the text.

    Attributes:
        start: Offset of the quote.
        end: End of the quote, exclusive.
        value: Value with scale and sign; None for an indefinite number ("сотни тысяч").
        value_max: Upper end of a range.
        unit: The unit printed behind or before it, None if there is none.
        per: Code of a printed denominator.
        per_end: End of everything that belongs to the expression, the denominator included.
        number_end: End of number and scale, where the unit begins.
        word_class: Class of a number in words, None for digits.
        ending: What letters glued to digits say.
        words: The folded words of a number in words.
        scaled: Whether a scale word stands in it.
        signed: "+" or "-" where a sign or sign word is part of it, "" else.
        pair: "from" and "to" for the two ends of "с A до B", "" else.
    """

    start: int
    end: int
    value: Decimal | None
    value_max: Decimal | None
    unit: Unit | None
    per: str | None
    per_end: int
    number_end: int
    word_class: WordClass | None
    ending: Ending
    words: tuple[str, ...]
    scaled: bool
    signed: str = ""
    pair: str = ""


_GAP = r"[ \u00a0\u202f\u2009]{0,2}"
_UNIT_GAP = re.compile(r"[ \u00a0\u202f\u2009]{0,2}\n?")
_SIGN = re.compile(
    r"(?:(?<![\w\d%.,)])(?P<mark>[+\-−–±])|(?<!\w)(?P<word>минус|плюс)[ \u00a0]+)$", re.IGNORECASE
)
_RANGE_DASH = re.compile(rf"{_GAP}[-–—−]{_GAP}|\s?(?:\.\.\.|…)\s?")
_TO = re.compile(r"\s+(?:до|по)\s+(?:почти\s+|примерно\s+|более\s+)?", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"(?<!\w)от\s+$", re.IGNORECASE)
_WITH_BEFORE = re.compile(r"(?<!\w)со?\s+(?:почти\s+|примерно\s+|более\s+)?$", re.IGNORECASE)
_BRACKETED = re.compile(rf"{_GAP}\(")
_TIMES_BEFORE = re.compile(r"(?<!\w)в(?:\s+(?:более\s+чем|более|почти|примерно))?\s+$", re.IGNORECASE)
_COORDINATION = re.compile(r"\s*(?:,|\s(?:и|или|либо)\s)\s*(?:и\s+)?", re.IGNORECASE)


def find_expressions(text: str, atoms: Sequence[Atom]) -> list[Expression]:
    """All numeric expressions that the atoms form, left to right, none overlapping.

    Every atom lies in exactly one of them, or in the unit or denominator of one ("м3",
    "на 100 тыс. населения").
    """
    found: list[Expression] = []
    index = 0
    while index < len(atoms):
        expression, index = _read(text, atoms, index)
        index = _next(atoms, index, expression.per_end)
        found.append(expression)
    return _share_ends(text, found)


def _read(text: str, atoms: Sequence[Atom], index: int) -> tuple[Expression, int]:
    """The expression that begins with atom `index`, and the index of the next unread atom."""
    low, after = _amount(text, atoms, index)
    low, after = _skip_restated(text, atoms, after, low)
    joined = _range(text, atoms, after, low)
    if joined is not None:
        low, after = joined
    return _with_unit(text, _with_sign(text, low)), after


def _amount(text: str, atoms: Sequence[Atom], index: int) -> tuple[Expression, int]:
    """Number with its scales: "1 млн 350 тыс.", "170 тыс 206", "двадцать три миллиона"."""
    atom = atoms[index]
    value, end, scaled = atom.value, atom.end, False
    after = index + 1
    if (
        value is not None
        and atom.ending in (Ending.NONE, Ending.CARDINAL)
        and atom.word_class in (None, WordClass.CARDINAL)
    ):
        scale = scale_at(text, end)
        if scale is not None:
            value, end, scaled = value * scale[0], scale[1], True
            after = _next(atoms, after, end)
            value, end, after = _further_scales(text, atoms, after, value, end, scale[0])
    scaled = scaled or any(word[:3] in ("тыс", "мил", "три") and len(word) > 5 for word in atom.words)
    return (
        Expression(
            atom.start,
            end,
            value,
            None,
            None,
            None,
            end,
            end,
            atom.word_class,
            atom.ending,
            atom.words,
            scaled,
        ),
        after,
    )


def _next(atoms: Sequence[Atom], index: int, pos: int) -> int:
    """Index of the first atom at or after `index` that starts at or after `pos`."""
    while index < len(atoms) and atoms[index].start < pos:
        index += 1
    return index


def _further_scales(
    text: str, atoms: Sequence[Atom], index: int, value: Decimal, end: int, scale: Decimal
) -> tuple[Decimal, int, int]:
    """Adds "350 тыс." to "1 млн", "206" to "170 тыс": smaller groups that follow directly."""
    while index < len(atoms):
        atom = atoms[index]
        gap = text[end : atom.start]
        if not gap or len(gap) > 2 or not gap.isspace() or "\n" in gap or atom.value is None:
            break
        if (
            atom.word_class not in (None, WordClass.CARDINAL)
            or atom.ending is not Ending.NONE
            or atom.value >= 1000
        ):
            break
        smaller = scale_at(text, atom.end)
        if smaller is not None and smaller[0] < scale:
            value, end, scale = value + atom.value * smaller[0], smaller[1], smaller[0]
            index = _next(atoms, index + 1, end)
            continue
        if smaller is None and scale == 1000 and atom.value == int(atom.value) and atom.value >= 100:
            return value + atom.value, atom.end, index + 1
        break
    return value, end, index


def _skip_restated(text: str, atoms: Sequence[Atom], index: int, low: Expression) -> tuple[Expression, int]:
    """Takes "(пять тысяч)" behind "5 000" into the quote: the same number in words."""
    if index >= len(atoms) or low.value is None or low.word_class is not None:
        return low, index
    bracket = _BRACKETED.match(text, low.end)
    if bracket is None or atoms[index].start != bracket.end() or atoms[index].word_class is None:
        return low, index
    words, after = _amount(text, atoms, index)
    close = re.compile(r"\s?\)").match(text, words.end)
    if close is None:
        return low, index
    end, value, scaled = close.end(), low.value, low.scaled
    scale = scale_at(text, end)
    if words.value == value and scale is not None:
        value, end, scaled = value * scale[0], scale[1], True
    elif words.value != value:
        return low, index
    return replace(low, end=end, number_end=end, per_end=end, value=value, scaled=scaled), _next(
        atoms, after, end
    )


def _range(text: str, atoms: Sequence[Atom], index: int, low: Expression) -> tuple[Expression, int] | None:
    """The range that `low` opens ("10–15%", "от 5 до 7 млрд"), None if it opens none."""
    if index >= len(atoms) or low.value is None or low.ending not in (Ending.NONE, Ending.CARDINAL):
        return None
    low_unit = unit_after(text, low.end)
    joint_from = low_unit.end if low_unit is not None else low.end
    dash = _RANGE_DASH.match(text, low.end) or _RANGE_DASH.match(text, joint_from)
    to = _TO.match(text, joint_from) if _FROM_BEFORE.search(text, 0, low.start) else None
    joint = to or dash
    if joint is None or atoms[index].start != joint.end():
        return None
    high, after = _amount(text, atoms, index)
    if (
        high.value is None
        or high.word_class not in (None, WordClass.CARDINAL)
        or high.ending is not Ending.NONE
    ):
        return None
    value = low.value
    if high.scaled and not low.scaled and atoms[index].value is not None and value < atoms[index].value:
        scale = high.value / atoms[index].value if atoms[index].value else Decimal(1)
        value = value * scale
    if value >= high.value or (low_unit is not None and joint is dash and unit_after(text, high.end) is None):
        return None
    return replace(high, start=low.start, value=value, value_max=high.value), after


def _with_sign(text: str, expression: Expression) -> Expression:
    match = _SIGN.search(text, max(0, expression.start - 8), expression.start)
    if match is None or expression.value is None:
        return expression
    mark = match["mark"] or {"минус": "-", "плюс": "+"}[match["word"].lower()]
    return replace(expression, start=match.start(), signed={"+": "+", "±": "±"}.get(mark, "-"))


def _with_unit(text: str, expression: Expression) -> Expression:
    """Joins the unit behind (or the currency sign before) the number, and what it is counted per."""
    before = match_unit_before(text, expression.start)
    if before is not None:
        expression = replace(expression, start=before.start, unit=before.unit)
    after = unit_after(text, expression.end) if before is None else None
    if after is not None and not _year_mark(text, expression, after.end):
        expression = replace(expression, end=after.end, per_end=after.end, unit=after.unit, per=after.per)
        if after.unit.code == "times":
            expression = _with_times(text, expression)
    if expression.per is None:
        per = match_per_at(text, expression.end)
        if per is not None:
            expression = replace(expression, per=per.code, per_end=per.end)
    return expression


def unit_after(text: str, position: int) -> UnitMatch | None:
    """The unit behind a number, at most two spaces or a line break away."""
    return match_unit_at(text, _UNIT_GAP.match(text, position).end())


def _year_mark(text: str, expression: Expression, end: int) -> bool:
    """Whether the "г." behind a number marks a year, not grams."""
    mark = text[expression.end : end].strip(" .\u00a0\u202f")
    return mark == "г" and expression.value is not None and 1900 <= expression.value <= 2100


def _with_times(text: str, expression: Expression) -> Expression:
    match = _TIMES_BEFORE.search(text, max(0, expression.start - 18), expression.start)
    return replace(expression, start=match.start()) if match else expression


def _share_ends(text: str, found: list[Expression]) -> list[Expression]:
    """Gives "с 3,2 тыс. до 5,2 тыс. км" and "10 и 12 процентов" the unit printed once."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        first, second = out[i], out[i + 1]
        if first.value is None or second.value is None or len(text[first.end : second.start]) > 14:
            continue
        between = _TO.fullmatch(text, first.per_end, second.start)
        if between is not None and _WITH_BEFORE.search(text, max(0, first.start - 14), first.start):
            first, second = _as_pair(first, second)
            out[i], out[i + 1] = first, second
        elif (
            _COORDINATION.fullmatch(text, first.end, second.start)
            and first.unit is None
            and second.unit is not None
            and second.unit.kind in ("percent", "percent_points", "money", "quantity", "ratio")
            and first.word_class is second.word_class
        ):
            out[i] = replace(first, unit=second.unit, per=second.per)
    return out


def _as_pair(first: Expression, second: Expression) -> tuple[Expression, Expression]:
    unit = first.unit or second.unit
    value = first.value
    if second.scaled and not first.scaled and value is not None and second.value is not None:
        for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6, Decimal(10) ** 3):
            if second.value >= scale:
                value = value * scale
                break
    return (
        replace(first, unit=unit, per=first.per or second.per, value=value, pair="from"),
        replace(second, unit=second.unit or unit, pair="to"),
    )
