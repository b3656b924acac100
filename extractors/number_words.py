"""Numbers in words: where they stand in raw text and what they are worth.

Belongs here: how the words of `data/number_words.tsv` combine into one number ("сто двадцать
одна тысяча пятьсот"). Does not belong here: digits (`numerals`), units and ranges
(`expressions`), and whether a number states a fact (`guards`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import resources


class WordClass(StrEnum):
    """The sort of a number word."""

    CARDINAL = "cardinal"
    COLLECTIVE = "collective"
    SCALE = "scale"
    PART = "part"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    FOLD = "fold"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One form of the table; `value` is None for an indefinite word ("сотни")."""

    form: str
    word_class: WordClass
    value: Decimal | None
    lemma: str


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words.

    Attributes:
        start: Offset of its first letter.
        end: Offset after its last letter.
        value: Its value; None where the words name no definite one ("сотни тысяч").
        word_class: The class of the number as a whole.
        words: The words it consists of, folded (lower case, ё as е).
    """

    start: int
    end: int
    value: Decimal | None
    word_class: WordClass
    words: tuple[str, ...]


@cache
def load_number_words() -> dict[str, NumberWord]:
    """The table of forms, by folded form."""
    lines = (
        resources.files("extractors.data").joinpath("number_words.tsv").read_text("utf-8").splitlines()[1:]
    )
    table = {}
    for line in lines:
        form, name, value, lemma = line.split("\t")
        table[form] = NumberWord(form, WordClass(name), Decimal(value) if value else None, lemma)
    return table


def fold(word: str) -> str:
    """Lower case with ё read as е: the key of the table."""
    return word.lower().replace("ё", "е")


@cache
def _word_pattern() -> re.Pattern[str]:
    forms = sorted(load_number_words(), key=len, reverse=True)
    alternatives = "|".join(re.escape(form).replace("е", "[её]") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])", re.IGNORECASE)


_GAP = re.compile(r"[ \u00a0\u202f\u2009\n]{1,3}")
_JOINING = frozenset({WordClass.CARDINAL, WordClass.SCALE, WordClass.ORDINAL})


def find_word_numbers(text: str) -> Iterator[WordNumber]:
    """All numbers in words, left to right, each as long as its words combine."""
    run: list[tuple[re.Match[str], NumberWord]] = []
    table = load_number_words()
    for match in _word_pattern().finditer(text):
        word = table[fold(match[0])]
        if run and not (_GAP.fullmatch(text, run[-1][0].end(), match.start()) and _joins(run, word)):
            yield _close(run)
            run = []
        run.append((match, word))
    if run:
        yield _close(run)


def _joins(run: list[tuple[re.Match[str], NumberWord]], word: NumberWord) -> bool:
    """Whether `word` continues the number that `run` began."""
    last = run[-1][1]
    if last.word_class is WordClass.INDEFINITE:
        return word.word_class is WordClass.SCALE
    if word.word_class is WordClass.PART:
        # "две трети", "три четверти"
        return (
            last.word_class is WordClass.CARDINAL
            and len(run) == 1
            and last.value in (Decimal(1), Decimal(2), Decimal(3))
        )
    if (
        last.word_class not in _JOINING
        or word.word_class not in _JOINING
        or last.word_class is WordClass.ORDINAL
    ):
        return False
    return _fits(run, word)


def _fits(run: list[tuple[re.Match[str], NumberWord]], word: NumberWord) -> bool:
    """Whether magnitudes descend as in "сто двадцать один" and scales ascend only over a group."""
    assert word.value is not None
    assert run[-1][1].value is not None
    if word.word_class is WordClass.SCALE:
        scales = [w.value for _, w in run if w.word_class is WordClass.SCALE and w.value is not None]
        return run[-1][1].word_class is not WordClass.SCALE and all(word.value < scale for scale in scales)
    group = []
    for _, previous in reversed(run):
        if previous.word_class is WordClass.SCALE:
            break
        group.append(previous.value or Decimal(0))
    if not group:
        return True
    return _magnitude(group[0]) > _magnitude(word.value) and group[0] % 10 == 0 and group[0] >= 20


def _magnitude(value: Decimal) -> int:
    """1 for units and teens, 2 for tens, 3 for hundreds; teens close a group like units."""
    if value >= 100:
        return 3
    return 2 if value >= 20 else 1


def _close(run: list[tuple[re.Match[str], NumberWord]]) -> WordNumber:
    words = [word for _, word in run]
    start, end = run[0][0].start(), run[-1][0].end()
    forms = tuple(word.form for word in words)
    last = words[-1]
    if any(word.value is None for word in words):
        return WordNumber(start, end, None, WordClass.INDEFINITE, forms)
    if last.word_class is WordClass.PART:
        times = words[0].value if len(words) > 1 and words[0].value is not None else Decimal(1)
        return WordNumber(start, end, _part(last, times), WordClass.PART, forms)
    if last.word_class in (WordClass.ORDINAL, WordClass.COLLECTIVE, WordClass.MULTIPLE, WordClass.FOLD):
        return WordNumber(start, end, combine(words), last.word_class, forms)
    only_scale = all(word.word_class is WordClass.SCALE for word in words)
    return WordNumber(
        start, end, combine(words), WordClass.SCALE if only_scale else WordClass.CARDINAL, forms
    )


def _part(part: NumberWord, times: Decimal) -> Decimal:
    if part.lemma == "треть":
        return {Decimal(1): Decimal("33.333333"), Decimal(2): Decimal("66.666667")}.get(
            times, Decimal("33.333333")
        )
    assert part.value is not None
    return part.value * times


def combine(words: list[NumberWord]) -> Decimal:
    """The value of cardinal words with scales: groups are summed, each times its scale."""
    total = group = Decimal(0)
    for word in words:
        assert word.value is not None
        if word.word_class is WordClass.SCALE:
            total += (group or Decimal(1)) * word.value
            group = Decimal(0)
        else:
            group += word.value
    return total + group
