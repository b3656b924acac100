"""Parts that nothing but their sum shows: like amounts beside a total that make it up.

Belongs here: exact sums right behind or before a number, and sums in the sentences that follow. Does
not belong here: what makes numbers alike (`part_alike`), adding up (`part_sums`) and sums over lines
(`part_lines`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.model import Kind, Measure
from extractors.parts.part_alike import alike, link_all, stay_within
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up, cover, sums_near

_EXTREME = re.compile(r"(?:больше|меньше|чаще)\s+всего(?!\w)|наибольш|наименьш", re.IGNORECASE)
_SMALL = 100
_FEWEST_PARTS, _MOST_PARTS = 2, 8
_AHEAD, _BACK = 16, 12
_MOST_OF_SENTENCE = 24
_NEARLY_ALL = Decimal("0.85")
_SENTENCES_AHEAD = 2


def link_sums(numbers: Numbers, whole: int) -> None:
    """Links like amounts right behind or right before a number that add up to it exactly."""
    fact = numbers.facts[whole]
    if fact.kind not in (Kind.COUNT, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT) or fact.value_max is not None:
        return
    block = numbers.of_block(whole)
    ahead = range(whole + 1, min(whole + _AHEAD, block.stop))
    back = range(whole - 1, max(whole - _BACK, block.start - 1), -1)
    for side in (ahead, back):
        if len(side) < _FEWEST_PARTS:
            continue
        like = alike(numbers, whole, side)
        if fact.kind is Kind.COUNT and fact.value < _SMALL:
            like = _unbroken(numbers, like, side)
        parts = _exact(numbers, whole, like[:_MOST_PARTS])
        if parts:
            if not any(_stands_beside(numbers, whole, i) for i in parts):
                link_all(numbers, whole, parts, "part_sum")
            return


def _exact(numbers: Numbers, whole: int, like: Sequence[int]) -> Sequence[int]:
    """The first of some like numbers that add up to the whole exactly, none where no number of them does."""
    fact, facts = numbers.facts[whole], [numbers.facts[i] for i in like]
    count = next((n for n in sums_near(fact, facts) if adds_up(fact, facts[:n], strict=True)), 0)
    return like[:count]


def _unbroken(numbers: Numbers, like: Sequence[int], side: Sequence[int]) -> list[int]:
    """The first of some like numbers between which no count of something else stands.

    So small a sum that skips counts is chance: "прибыл 21 человек, убыло 8, родилось 18 детей, умерло 13".
    """
    counts = [i for i in side if numbers.facts[i].kind is Kind.COUNT]
    told = [i for i, count in zip(like, counts, strict=False) if i == count]
    return told if told == like[: len(told)] else []


def _stands_beside(numbers: Numbers, whole: int, part: int) -> bool:
    """Whether a number is of another territory beside the whole's, or the gap between plan and result."""
    a, b = numbers.facts[whole], numbers.facts[part]
    if a.place is not None and b.place is not None and a.place != b.place and len(a.place_code or "") != 2:
        return True
    return numbers.is_difference(part)


def link_nearly_all(numbers: Numbers, whole: int) -> None:
    """Links like amounts of the next sentences that make up nearly all of a total and no more."""
    fact = numbers.facts[whole]
    if not numbers.is_amount(whole) or fact.measure is Measure.CHANGE or numbers.is_bracketed(whole):
        return
    sentence, parts = numbers.sentence_of(whole), []
    if _EXTREME.match(numbers.text, numbers.layout.sentences[sentence].start):
        return  # "больше всего школ в Абае – 399": no total
    beside = [i for i in numbers.in_sentence(sentence) if i != whole]
    if any(numbers.stands_in_row(min(i, whole), max(i, whole)) for i in beside):
        return
    for ahead in range(1, _SENTENCES_AHEAD + 1):
        following = numbers.in_sentence(sentence + ahead)
        if not 0 < len(following) <= _MOST_OF_SENTENCE:
            return
        if numbers.block_of(following[0]) != numbers.block_of(whole):
            return
        parts += alike(numbers, whole, following)
        if len(parts) >= 2 and cover(fact, [numbers.facts[i] for i in parts]) >= _NEARLY_ALL:
            if stay_within(numbers, whole, parts):
                link_all(numbers, whole, parts, "part_nearly_all")
            return
