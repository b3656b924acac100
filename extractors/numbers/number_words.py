"""Numbers in words: where they stand in raw text and what they are worth.

Belongs here: how number words combine into one number ("сто двадцать одна тысяча пятьсот", "две
пятых", "два десятка"). Does not belong here: the words themselves (`number_table`), digits
(`numerals`), units and ranges (`expressions`), and whether a number states a fact.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractors.numbers.number_table import Alone, NumberWord, WordClass, load_number_words
from extractors.numbers.word_fractions import NOT_A_PART, fraction_of, is_fraction, part_noun_end
from extractors.records import record
from extractors.text.folding import fold
from extractors.text.raw_words import RawWord
from extractors.text.sentences import wraps_at

__all__ = ["WordClass", "WordNumber", "find_word_numbers", "fold", "load_number_words"]


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


Placed = tuple[int, NumberWord]

_GAP = re.compile(r"[ \u00a0\u202f\u2009]{1,3}|[ \u00a0]?\n[ \u00a0]?")
_DIGITS_BEFORE = re.compile(r"\d(?:-?[а-я]{1,3})?[ \u00a0\u202f\u2009]{0,2}\n?\Z")
_JOINING = frozenset({WordClass.CARDINAL, WordClass.SCALE, WordClass.GROUP, WordClass.ORDINAL})
_COUNTED = frozenset({WordClass.SCALE, WordClass.GROUP})
_WHOLE = frozenset(
    {WordClass.ORDINAL, WordClass.COLLECTIVE, WordClass.MULTIPLE, WordClass.OCCASION, WordClass.FOLD}
)
_GOVERNORS = re.compile(
    r"(?<!\w)(?:около|порядка|более|менее|больше|меньше|свыше|почти|до|от|из|с|со|у|для|без|выше|ниже|половин\w|трети|"
    r"четверти|размере|количестве|объеме|отметки|рубежа|порога)\s+(?:\w+\s+)?$"
)
# "семью" is the family unless a noun in the same case follows or a hyphen ("семью-восемью").
_FAMILY = "семью"
_INSTRUMENTAL_NEXT = re.compile(r"[ \u00a0]+[а-я]+(?:ами|ями|ьми|стами|ью)(?![а-я])|[-‑–]восемью")


def find_word_numbers(text: str, words: Iterable[RawWord]) -> Iterator[WordNumber]:
    """All numbers in words, left to right, each as long as its words combine.

    Args:
        text: The raw text.
        words: Its words (`raw_words`).
    """
    folded = fold(text)
    run: list[Placed] = []
    for start, word in _placed_words(folded, words):
        if run and not (_is_next(text, folded, run, start) and _joins(folded, run, start, word)):
            yield _close(folded, run)
            run = []
        run.append((start, word))
    if run:
        yield _close(folded, run)


def _placed_words(folded: str, words: Iterable[RawWord]) -> Iterator[Placed]:
    """Number words with their offsets; none that is a piece of a longer word."""
    table = load_number_words()
    last_end = -1
    for start, form in words:
        word = table.get(form)
        if word is None:
            continue
        end = start + len(form)
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if (before.isalnum() or before == "_") or (after.isalnum() or after == "_"):
            continue
        if before in ("-", "‑") and last_end != start - 1:
            continue
        if word.form == _FAMILY and last_end != start - 1 and _INSTRUMENTAL_NEXT.match(folded, end) is None:
            continue
        last_end = end
        if word.word_class is WordClass.SCALE and _DIGITS_BEFORE.search(folded, max(0, start - 8), start):
            continue  # "5 тысяч двести": it scales the digits
        yield start, word


def _is_next(text: str, folded: str, run: list[Placed], start: int) -> bool:
    last_start, last = run[-1]
    gap_start = last_start + len(last.form)
    if _GAP.fullmatch(folded, gap_start, start) is None:
        return False
    line = folded.find("\n", gap_start, start)
    return line < 0 or wraps_at(text, line)


def _joins(folded: str, run: list[Placed], start: int, word: NumberWord) -> bool:
    """Whether `word` continues the number that `run` began."""
    last = run[-1][1]
    if last.word_class is WordClass.INDEFINITE:
        return word.word_class in _COUNTED
    if word.word_class is WordClass.PART:
        # "две трети", "три четверти"
        return len(run) == 1 and last.word_class is WordClass.CARDINAL and last.value in (1, 2, 3)
    if last.word_class not in _JOINING or word.word_class not in _JOINING:
        return False
    if last.word_class is WordClass.ORDINAL:
        return False
    if word.word_class is WordClass.ORDINAL and is_fraction(folded, [w for _, w in run], start, word):
        return True
    return _fits([w for _, w in run], word)


def _fits(run: list[NumberWord], word: NumberWord) -> bool:
    """Whether magnitudes descend as in "сто двадцать один" and scales only come after a group."""
    last, value = run[-1], word.number
    if word.word_class is WordClass.GROUP:
        return len(run) == 1 and last.word_class is WordClass.CARDINAL and last.number < 10
    if word.word_class is WordClass.SCALE:
        scales = (w.number for w in run if w.word_class is WordClass.SCALE)
        return last.word_class is not WordClass.SCALE and all(value < scale for scale in scales)
    if last.word_class is WordClass.GROUP:
        return False
    if last.word_class is WordClass.SCALE:
        return value < 1000
    return last.number % 10 == 0 and last.number >= 20 and value < (100 if last.number >= 100 else 10)


def _close(folded: str, run: list[Placed]) -> WordNumber:
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
    if forms == ("третью",) and NOT_A_PART.match(folded, end):
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
    only_scale = all(word.word_class in _COUNTED for word in words)
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
