"""Breakdowns that go on behind their sentence: "Из них пшеницы собрано 8 т. Ячменя – 2 т".

Belongs here: parts of the sentences after an announced part. Does not belong here: the marker and its own
sentence (`part_markers`, `part_extents`).
"""

from extractors.model import Fact, Kind, Measure
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up, cover

_SENTENCES = 8


def link_continued_parts(numbers: Numbers) -> None:
    """Links the parts that the sentences after an announced breakdown add to it."""
    parts: dict[int, list[int]] = {}
    for part, whole in enumerate(numbers.wholes):
        if whole is not None and whole < part and numbers.evidence[part] == "part_marked":
            parts.setdefault(whole, []).append(part)
    for whole, linked in parts.items():
        told = [numbers.facts[i] for i in linked]
        is_alike = all(fact.kind is numbers.facts[whole].kind for fact in told)
        if is_alike and not adds_up(numbers.facts[whole], told, strict=False):
            _link_rest(numbers, whole, linked)
            _link_parallel(numbers, whole, linked)


def _link_rest(numbers: Numbers, whole: int, linked: list[int]) -> None:
    """Links the next number where it is exactly what the parts leave of the whole."""
    following = linked[-1] + 1
    if following >= len(numbers.facts) or numbers.block_of(following) != numbers.block_of(linked[-1]):
        return
    is_near = numbers.sentence_of(following) - numbers.sentence_of(linked[-1]) <= 1
    if not is_near or not _continues(numbers, whole, following):
        return
    if adds_up(numbers.facts[whole], [numbers.facts[i] for i in (*linked, following)], strict=True):
        numbers.link(following, whole, "part_rest")


def _link_parallel(numbers: Numbers, whole: int, linked: list[int]) -> None:
    """Links the numbers of the next sentences that have the verb and the unit of the announced part."""
    first = numbers.facts[linked[0]]
    if first.predicate is None or not _opens_with_marker(numbers, linked[0]):
        return
    sentence, block = numbers.sentence_of(linked[-1]), numbers.block_of(linked[-1])
    chosen = list(linked)
    for ahead in range(sentence + 1, sentence + 1 + _SENTENCES):
        alike = [
            i
            for i in numbers.in_sentence(ahead)
            if numbers.block_of(i) == block
            and _is_told_alike(numbers.facts[i], first)
            and _continues(numbers, whole, i)
        ]
        if len(alike) != 1 or cover(numbers.facts[whole], [numbers.facts[i] for i in (*chosen, *alike)]) > 1:
            return
        numbers.link(alike[0], whole, "part_continued")
        chosen += alike


def _opens_with_marker(numbers: Numbers, part: int) -> bool:
    """Whether the whole stands before the sentence of its part, so that the marker opens it."""
    whole = numbers.wholes[part]
    return whole is not None and numbers.sentence_of(whole) < numbers.sentence_of(part)


def _is_told_alike(fact: Fact, first: Fact) -> bool:
    return (fact.kind, fact.unit, fact.predicate) == (first.kind, first.unit, first.predicate)


def _continues(numbers: Numbers, whole: int, index: int) -> bool:
    fact = numbers.facts[index]
    if numbers.wholes[index] is not None or fact.kind is Kind.PERCENT or fact.measure is Measure.CHANGE:
        return False
    return numbers.fits(whole, index) and not numbers.is_difference(index) and not numbers.is_bracketed(index)
