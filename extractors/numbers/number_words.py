"""Numbers in words: where they stand in raw text.

Belongs here: the words of a text that are in the table, and runs of them that make one number. Does not
belong here: the words themselves (`number_table`), which of them join (`number_joining`) and what they are
worth (`number_worth`), digits (`numerals`), units and ranges (`expressions`), and whether a number states a
fact.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractors.numbers.number_joining import Placed, joins
from extractors.numbers.number_table import WordClass, load_number_words
from extractors.numbers.number_worth import WordNumber, number_of
from extractors.text.folding import fold
from extractors.text.raw_words import STEM, RawWord, RawWords
from extractors.text.sentences import wraps_at

_GAP = re.compile(r"[ \u00a0\u202f\u2009]{1,3}|[ \u00a0]?\n[ \u00a0]?")
_DIGITS_BEFORE = re.compile(r"\d(?:-?[а-я]{1,3})?[ \u00a0\u202f\u2009]{0,2}\n?\Z")
# "семью" is the family unless a noun in the same case follows or a hyphen ("семью-восемью").
_FAMILY = "семью"
_INSTRUMENTAL_NEXT = re.compile(r"[ \u00a0]+[а-я]+(?:ами|ями|ьми|стами|ью)(?![а-я])|[-‑–]восемью")


def find_word_numbers(text: str, words: RawWords) -> Iterator[WordNumber]:
    """All numbers in words, left to right, each as long as its words combine.

    Args:
        text: The raw text.
        words: Its words (`raw_words`).
    """
    folded = fold(text)
    run: list[Placed] = []
    for start, word in _placed_words(folded, words.starting(_stems())):
        if run and not (_is_next(text, folded, run, start) and joins(folded, run, start, word)):
            yield number_of(folded, run)
            run = []
        run.append((start, word))
    if run:
        yield number_of(folded, run)


@cache
def _stems() -> frozenset[str]:
    return frozenset(form[:STEM] for form in load_number_words())


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
