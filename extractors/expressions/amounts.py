"""Amounts: a number with its scale words, as one quote.

Belongs here: "1 млн 350 тыс.", "170 тыс 206", "две с половиной тысячи", "400 с лишним тысяч", "5 000 (пять
тысяч)". Does not belong here: ranges (`ranges`), units (`expressions`) and single numbers (`atoms`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import gcd

from extractors.expressions.expression import Expression
from extractors.numbers.atoms import Atom, first_from, scale_at
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending

ONE = Decimal(1)
_AND_PART = re.compile(
    r"[ \u00a0]{1,2}с[ \u00a0]{1,2}(?P<part>половиной|четвертью|третью)(?![\w-])", re.IGNORECASE
)
_PARTS = {"половиной": Decimal("0.5"), "четвертью": Decimal("0.25"), "третью": Decimal("0.333333")}
_GROUP = re.compile(r"[ \u00a0]{1,2}(?P<stem>десятк|сот|дюжин)(?:ов|ни|ен|ня|а|ы|)(?![\w-])", re.IGNORECASE)
_GROUPS = {"десятк": Decimal(10), "сот": Decimal(100), "дюжин": Decimal(12)}
_AND_MORE = re.compile(r"[ \u00a0]{1,2}с[ \u00a0]{1,2}(?:лишним|небольшим)(?=[ \u00a0])", re.IGNORECASE)
_BRACKETED = re.compile(r"[ \u00a0\u202f\u2009]{0,2}\([ \u00a0]?")
# As in "0,5 (ноль целых пять десятых) процента".
_SPELLED = re.compile(
    r"(?:[а-яё]+\s){1,6}?цел(?:ых|ая|ой)\s(?:и\s)?(?:[а-яё]+\s){1,6}?(?:десят|сот|тысячн)[а-яё]+[ \u00a0]?\)",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"[ \u00a0]?\)")
_LONG = 100  # "12 тыс. 340,5 рубля" is one sum, "12 тыс. 4,5%" are two numbers
_SIX_PLACES = Decimal("0.000001")
_PLAIN_CLASSES = (None, WordClass.CARDINAL)


def read_amount(text: str, atoms: Sequence[Atom], index: int) -> tuple[Expression, int]:
    """The amount that begins with atom `index`, and the index of the next unread atom."""
    atom = atoms[index]
    amount = _bare(atom)
    fraction = _slashed(text, atoms, index)
    if fraction is not None:
        return fraction, index + 2
    if atom.value is None or atom.ending not in (Ending.NONE, Ending.CARDINAL):
        return amount, index + 1
    if atom.word_class is WordClass.PART:
        amount = _part_of_scale(text, amount, atoms, index + 1)
        return amount, first_from(atoms, index + 1, amount.end)
    if atom.word_class in _PLAIN_CLASSES or atom.word_class is WordClass.SCALE:
        amount = _with_part(text, amount)
        amount = _with_scale(text, amount, atoms, first_from(atoms, index + 1, amount.end))
        amount, index = _with_smaller(text, atoms, first_from(atoms, index + 1, amount.end), amount)
        amount = _with_part(text, amount)
        return _restated(text, atoms, first_from(atoms, index, amount.end), amount)
    return amount, index + 1


def _bare(atom: Atom) -> Expression:
    scale = _scale_in_words(atom)
    return Expression(
        atom.start,
        atom.end,
        atom.value,
        None,
        None,
        None,
        atom.end,
        atom.end,
        atom.word_class,
        atom.ending,
        atom.words,
        scale > 1,
        scale=scale,
        fraction=atom.fraction,
        approximate=atom.approximate,
    )


def _slashed(text: str, atoms: Sequence[Atom], index: int) -> Expression | None:
    """As in "1/4 дохода": a fraction in digits is a part."""
    if index + 1 >= len(atoms):
        return None
    low, high = atoms[index], atoms[index + 1]
    if not text.startswith("/", low.end) or high.start != low.end + 1 or low.word_class or high.word_class:
        return None
    if low.value is None or high.value is None or not 0 < low.value < high.value <= 100:
        return None
    if low.value % 1 or high.value % 1 or gcd(int(low.value), int(high.value)) > 1:
        return None  # "10/20 тонн" are two numbers
    share = (100 * low.value / high.value).quantize(_SIX_PLACES).normalize() + 0
    fraction = (low.value / high.value).quantize(_SIX_PLACES)
    part = replace(_bare(low), end=high.end, per_end=high.end, number_end=high.end, value=share)
    return replace(part, word_class=WordClass.PART, fraction=fraction)


def _scale_in_words(atom: Atom) -> Decimal:
    """The last scale among the words of a number: a thousand in "две тысячи"."""
    if atom.word_class not in (WordClass.CARDINAL, WordClass.SCALE) or atom.value is None:
        return ONE
    last = atom.words[-1]
    for stem, zeros in (("тысяч", 3), ("миллион", 6), ("миллиард", 9), ("триллион", 12)):
        if stem in last:
            return Decimal(10) ** zeros
    return ONE


def _grown(amount: Expression, value: Decimal, end: int, scale: Decimal) -> Expression:
    return replace(amount, value=value, end=end, per_end=end, number_end=end, scaled=scale > 1, scale=scale)


def _with_part(text: str, amount: Expression) -> Expression:
    """Takes in "с половиной": half of one, or of the scale before it."""
    match = _AND_PART.match(text, amount.end)
    if match is None or amount.value is None:
        return amount
    value = amount.value + _PARTS[match["part"].lower()] * amount.scale
    group = _GROUP.match(text, match.end())
    if group is None or amount.scaled:
        return _grown(amount, value, match.end(), amount.scale)
    times = next(times for stem, times in _GROUPS.items() if group["stem"].lower() == stem)
    return _grown(amount, value * times, group.end(), amount.scale)


def _scale_behind(
    text: str, position: int, atoms: Sequence[Atom], following: int
) -> tuple[Decimal, int] | None:
    """The scale word at a position, unless it leads the next number: "трети тысяч двести"."""
    scale = scale_at(text, position)
    if scale is None or any(atom.start < scale[1] < atom.end for atom in atoms[following : following + 1]):
        return None
    return scale


def _with_scale(text: str, amount: Expression, atoms: Sequence[Atom], following: int) -> Expression:
    more = _AND_MORE.match(text, amount.end)
    scale = _scale_behind(text, more.end() if more else amount.end, atoms, following)
    if scale is None or amount.value is None or amount.scaled:
        return amount
    return _grown(amount, amount.value * scale[0], scale[1], scale[0])


def _part_of_scale(text: str, amount: Expression, atoms: Sequence[Atom], following: int) -> Expression:
    """As in "четверть миллиона" is a number, "четверть населения" a share."""
    scale = _scale_behind(text, amount.end, atoms, following)
    if scale is None or amount.fraction is None:
        return amount
    grown = _grown(amount, amount.fraction * scale[0], scale[1], scale[0])
    return replace(grown, word_class=WordClass.CARDINAL, fraction=None)


def _with_smaller(text: str, atoms: Sequence[Atom], index: int, amount: Expression) -> tuple[Expression, int]:
    """Adds "350 тыс." to "1 млн", "206" or "340,5" to "170 тыс": smaller groups that follow directly."""
    while index < len(atoms) and amount.scaled and amount.value is not None:
        atom = atoms[index]
        gap = text[amount.end : atom.start]
        if not gap or len(gap) > 2 or not gap.isspace() or "\n" in gap or atom.value is None:
            break
        if (
            atom.word_class not in _PLAIN_CLASSES
            or atom.ending is not Ending.NONE
            or not 0 < atom.value < 1000
        ):
            break
        smaller = _scale_behind(text, atom.end, atoms, index + 1)
        if smaller is not None and smaller[0] < amount.scale:
            value = amount.value + atom.value * smaller[0]
            amount = _grown(amount, value, smaller[1], smaller[0])
            index = first_from(atoms, index + 1, amount.end)
            continue
        is_rest = (atom.value == int(atom.value) or atom.value >= _LONG) and amount.amount % 1000 == 0
        if smaller is None and amount.scale == 1000 and is_rest:
            return replace(_grown(amount, amount.amount + atom.value, atom.end, ONE), scaled=True), index + 1
        break
    return amount, index


def _restated(text: str, atoms: Sequence[Atom], index: int, amount: Expression) -> tuple[Expression, int]:
    """Takes "(пять тысяч)" behind "5 000" and "(2)" behind "двум" into the quote: the same number again."""
    bracket = _BRACKETED.match(text, amount.end)
    if index >= len(atoms) or bracket is None or atoms[index].start != bracket.end():
        return amount, index
    spelled = _SPELLED.match(text, bracket.end()) if amount.word_class is None else None
    if spelled is not None:
        end = spelled.end()
        return replace(amount, end=end, number_end=end, per_end=end), first_from(atoms, index, end)
    again, after = _again(text, atoms, index)
    close = _CLOSE.match(text, again.end)
    if close is None or again.value is None or (again.word_class is None) == (amount.word_class is None):
        return amount, index
    end = close.end()
    scale = None if amount.scaled else scale_at(text, end)
    if again.value == amount.value and scale is not None:
        grown = _grown(amount, amount.value * scale[0], scale[1], scale[0])
    elif again.value == amount.value:
        grown = replace(amount, end=end, number_end=end, per_end=end)
    else:
        return amount, index
    return grown, first_from(atoms, after, grown.end)


def _again(text: str, atoms: Sequence[Atom], index: int) -> tuple[Expression, int]:
    amount = _bare(atoms[index])
    if atoms[index].word_class in _PLAIN_CLASSES and atoms[index].ending is Ending.NONE:
        amount = _with_scale(text, amount, atoms, first_from(atoms, index + 1, amount.end))
        return _with_smaller(text, atoms, first_from(atoms, index + 1, amount.end), amount)
    return amount, index + 1
