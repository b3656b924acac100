"""What number words are worth together: "сто двадцать одна тысяча", "тысяч двести", "две пятых".

Belongs here: the value of joined words, and words that name no definite number ("десятки тысяч"). Does not
belong here: which words are joined (`number_joining`), fractions (`word_fractions`).
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from extractors.numbers.number_joining import SCALES_AND_GROUPS, Placed
from extractors.numbers.number_table import Alone, NumberWord, WordClass
from extractors.numbers.word_fractions import fraction_of, is_before_accusative, is_fraction, part_noun_end
from extractors.records import record

_WHOLE = frozenset(
    {WordClass.ORDINAL, WordClass.COLLECTIVE, WordClass.MULTIPLE, WordClass.OCCASION, WordClass.FOLD}
)
_GOVERNORS = re.compile(
    r"(?<!\w)(?:около|порядка|более|менее|больше|меньше|свыше|почти|до|от|из|с|со|у|для|без|выше|ниже|половин\w|трети|"
    r"четверти|размере|количестве|объеме|отметки|рубежа|порога)\s+(?:\w+\s+)?$"
)


@record
class WordNumber:
    """A number in words.

    Attributes:
        start: Offset of its first letter.
        end: Offset after its last letter.
        value: Its value, a part as a percentage; None where the words name no definite one ("сотни тысяч").
        word_class: The class of the number as a whole.
        words: The words it consists of, folded.
        fraction: The plain value of a part ("треть" is 0.333333), None for any other number.
        approximate: Whether the order says "about" ("тысяч двести").
    """

    start: int
    end: int
    value: Decimal | None
    word_class: WordClass
    words: tuple[str, ...]
    fraction: Decimal | None = None
    approximate: bool = False


def number_of(folded: str, run: list[Placed]) -> WordNumber:
    """The number that joined words make, with its place in the folded text."""
    words = [word for _, word in run]
    start, end = run[0][0], run[-1][0] + len(words[-1].form)
    forms = tuple(word.form for word in words)
    first, last = words[0], words[-1]
    if _is_inverted(folded, start, words):
        return WordNumber(
            start,
            end,
            combine([*words[1:], first]),
            WordClass.CARDINAL,
            (*forms[1:], forms[0]),
            approximate=True,
        )
    if any(word.value is None for word in words) or _is_loose(folded, start, words):
        return WordNumber(start, end, None, WordClass.INDEFINITE, forms)
    if forms == ("третью",) and is_before_accusative(folded, end):
        return WordNumber(start, end, Decimal(3), WordClass.ORDINAL, forms)
    if last.word_class is WordClass.PART or (
        len(words) > 1 and is_fraction(folded, words[:-1], run[-1][0], last)
    ):
        share, fraction = fraction_of(words)
        return WordNumber(start, end, share, WordClass.PART, forms, fraction)
    part_end = part_noun_end(folded, end, last) if len(words) == 1 else None
    if part_end is not None:
        share, fraction = fraction_of(words)
        return WordNumber(start, part_end, share, WordClass.PART, forms, fraction)
    if last.word_class in _WHOLE:
        return WordNumber(start, end, combine(words), last.word_class, forms)
    only_scale = all(word.word_class in SCALES_AND_GROUPS for word in words)
    name = WordClass.SCALE if only_scale else WordClass.CARDINAL
    return WordNumber(start, end, combine(words), name, forms)


def _is_loose(folded: str, start: int, words: list[NumberWord]) -> bool:
    """Whether a scale or group word leads and names no one number: "тысячи людей", "десятки тысяч"."""
    first = words[0]
    if first.alone is Alone.NO:
        return True
    if first.alone is Alone.GOVERNED:
        return _GOVERNORS.search(folded, max(0, start - 30), start) is None
    return first.lemma == "один" and len(words) == 2 and folded[max(0, start - 3) : start] == "не "


def _is_inverted(folded: str, start: int, words: list[NumberWord]) -> bool:
    """As in "тысяч двести", "тысячи две": the scale before its number; "около тысячи двухсот" is 1200."""
    if words[0].word_class is not WordClass.SCALE or len(words) < 2:
        return False
    if words[0].alone is Alone.GOVERNED and _GOVERNORS.search(folded, max(0, start - 30), start):
        return False
    is_led = words[0].alone in (Alone.NO, Alone.GOVERNED)
    return is_led and all(word.word_class is WordClass.CARDINAL for word in words[1:])


def combine(words: Iterable[NumberWord]) -> Decimal:
    """The value of cardinal words with scales: groups are summed, each times its scale."""
    total = group = Decimal(0)
    for word in words:
        if word.word_class is WordClass.SCALE:
            total += (group or Decimal(1)) * word.number
            group = Decimal(0)
        elif word.word_class is WordClass.GROUP:
            group = (group or Decimal(1)) * word.number
        else:
            group += word.number
    return total + group
