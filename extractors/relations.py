"""Parts and wholes: which fact another is a part of.

Belongs here: the markers of a breakdown ("из них", "в том числе", "включая") and the whole they
point back to. Does not belong here: adding parts up (the warehouse does, in SQL).
"""

import re
from collections.abc import Sequence

from extractors.model import Fact, Kind, Measure

_MARKER = re.compile(
    r"(?<!\w)(?:из\s+них|из\s+(?:этих|этого|этой)\b|в\s+том\s+числе|в\s+их\s+числе|из\s+которых|из\s+которого|в\s+числе\s+которых|включая|среди\s+них|из\s+общего\s+(?:числа|количества|объ[её]ма)|"
    r"из\s+указанн\w+|в\s+частности)(?!\w)",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(r"(?:а\s+всего|всего\s+(?:же|–|—|-)|итого)\s*", re.IGNORECASE)
_REACH = 420


def find_wholes(
    text: str, sentences: Sequence[tuple[int, int, int]], facts: Sequence[Fact]
) -> list[int | None]:
    """For each fact, the index of its whole.

    Args:
        text: The whole text.
        sentences: Start, end and block of each sentence.
        facts: The facts, in text order.
    """
    wholes: list[int | None] = [None] * len(facts)
    where = [_sentence_of(sentences, fact.char_start) for fact in facts]
    for match in _MARKER.finditer(text):
        home = _sentence_of(sentences, match.start())
        whole = _whole_before(facts, where, sentences, home, match.start())
        if whole is None:
            continue
        for index, fact in enumerate(facts):
            if (
                fact.char_start < match.end()
                or where[index] != home
                or index == whole
                or wholes[index] is not None
            ):
                continue
            if fact.char_start - match.end() > _REACH or _leaves_breakdown(
                text, match.end(), fact.char_start
            ):
                break
            if _comparable(facts[whole], fact):
                wholes[index] = whole
    _link_totals(text, facts, where, wholes)
    return wholes


def _sentence_of(sentences: Sequence[tuple[int, int, int]], position: int) -> int:
    for index, (start, end, _) in enumerate(sentences):
        if start <= position < end:
            return index
    return -1


def _whole_before(
    facts: Sequence[Fact],
    where: Sequence[int],
    sentences: Sequence[tuple[int, int, int]],
    home: int,
    position: int,
) -> int | None:
    """The last level before the marker in its sentence, else the last of the sentence before in the block."""
    same = [
        i
        for i, f in enumerate(facts)
        if where[i] == home and f.char_end <= position and f.measure is Measure.LEVEL
    ]
    if same:
        return same[-1]
    block = sentences[home][2] if home >= 0 else -1
    earlier = [
        i
        for i, f in enumerate(facts)
        if where[i] == home - 1
        and home > 0
        and sentences[home - 1][2] == block
        and f.measure is Measure.LEVEL
    ]
    return earlier[0] if earlier else None


def _leaves_breakdown(text: str, start: int, end: int) -> bool:
    return ";" in text[start:end] and _MARKER.search(text, start, end) is not None


def _comparable(whole: Fact, part: Fact) -> bool:
    if part.measure is Measure.CHANGE:
        return False
    if part.kind is Kind.PERCENT:
        return True
    if part.kind is not whole.kind or part.unit != whole.unit:
        return False
    return part.value <= whole.value


def _link_totals(text: str, facts: Sequence[Fact], where: Sequence[int], wholes: list[int | None]) -> None:
    """ "217 школ к концу 2024 года, а всего 369": the total stands behind its part."""
    for index in range(1, len(facts)):
        between = text[facts[index - 1].char_end : facts[index].char_start]
        if (
            where[index] == where[index - 1]
            and _TOTAL_AFTER.search(between)
            and _comparable(facts[index], facts[index - 1])
        ):
            wholes[index - 1] = index
