"""The mistakes of an evaluation, each with its place in the text, the worst of each sort first.

Belongs here: what went wrong, wanted and got, in words. Does not belong here: counting (`figures`)
and showing (`tables`, `report`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors import Fact
from pipeline.evaluate.agreement_rules import SLOTS
from pipeline.evaluate.alignment import Pair, overlap
from pipeline.evaluate.reading import Reading
from pipeline.evaluate.rejections import judge_rejections
from pipeline.evaluate.statement import Statement, slot_text, value_text

MISSED = "missed"
INVENTED = "invented"
REJECTION = "rejection"
_CONTEXT = 70
_NO_CONFIDENCE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong about one number.

    Attributes:
        sort: `missed`, `invented`, `rejection` or the name of the wrong slot.
        doc_id: The text.
        start: Offset of the number.
        end: End offset, exclusive.
        before: Text before it, shortened.
        quote: The number as printed.
        after: Text behind it, shortened.
        wanted: What the annotation says, "" for an invented fact.
        got: What was found, "" where nothing was.
        rule: The rule that found it, "" where nothing was.
        confidence: How sure the extractor was, 0 where nothing was found.
    """

    sort: str
    doc_id: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    wanted: str
    got: str
    rule: str
    confidence: Decimal


def find_mistakes(readings: Iterable[Reading]) -> dict[str, list[Mistake]]:
    """All mistakes by sort; within a sort the most confident first, then in text order."""
    sorts: defaultdict[str, list[Mistake]] = defaultdict(list)
    for reading in readings:
        for mistake in mistakes_of(reading):
            sorts[mistake.sort].append(mistake)
    order = (MISSED, INVENTED, *SLOTS, REJECTION)
    return {
        sort: sorted(sorts[sort], key=lambda mistake: (-mistake.confidence, mistake.doc_id, mistake.start))
        for sort in order
        if sort in sorts
    }


def mistakes_of(reading: Reading) -> Iterator[Mistake]:
    """The mistakes in one text."""
    yield from (_missed(reading, index) for index in reading.alignment.missed)
    yield from (_invented(reading, index) for index in reading.alignment.invented)
    for pair in reading.alignment.pairs:
        yield from (_wrong_slot(reading, pair, slot) for slot in SLOTS if slot in pair.wrong)
    yield from _wrong_rejections(reading)


def _mistake(
    reading: Reading, sort: str, span: tuple[int, int], *, wanted: str, got: str, fact: Fact | None
) -> Mistake:
    text = reading.annotated.text
    return Mistake(
        sort=sort,
        doc_id=reading.annotated.doc_id,
        start=span[0],
        end=span[1],
        before=_one_line(text[max(0, span[0] - _CONTEXT) : span[0]]),
        quote=_one_line(text[span[0] : span[1]]),
        after=_one_line(text[span[1] : span[1] + _CONTEXT // 2]),
        wanted=wanted,
        got=got,
        rule=fact.rule if fact else "",
        confidence=fact.confidence if fact else _NO_CONFIDENCE,
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _missed(reading: Reading, index: int) -> Mistake:
    stated = reading.annotated.facts[index]
    near = next((i for i, found in enumerate(reading.found) if overlap(found, stated)), None)
    rejection = next(
        (r for r in reading.extraction.rejected if r.char_start < stated.end and stated.start < r.char_end),
        None,
    )
    if near is not None:
        got = value_text(reading.found[near])
    else:
        got = f"rejected as {rejection.reason} by {rejection.rule}" if rejection else ""
    return _mistake(
        reading,
        MISSED,
        (stated.start, stated.end),
        wanted=value_text(stated),
        got=got,
        fact=None if near is None else reading.extraction.facts[near],
    )


def _invented(reading: Reading, index: int) -> Mistake:
    fact = reading.extraction.facts[index]
    span = (fact.char_start, fact.char_end)
    reason = next((r.reason for r in reading.annotated.rejected if r.start < span[1] and span[0] < r.end), "")
    wanted = f"rejected as {reason}" if reason else ""
    return _mistake(reading, INVENTED, span, wanted=wanted, got=value_text(reading.found[index]), fact=fact)


def _wrong_slot(reading: Reading, pair: Pair, slot: str) -> Mistake:
    stated = reading.annotated.facts[pair.stated]
    fact = reading.extraction.facts[pair.found]
    found = reading.found[pair.found]
    if slot == "part_of":
        wanted, got = _whole_text(reading.annotated.facts, stated), _whole_text(reading.found, found)
    else:
        wanted, got = slot_text(stated, slot), slot_text(found, slot)
    return _mistake(reading, slot, (fact.char_start, fact.char_end), wanted=wanted, got=got, fact=fact)


def _whole_text(statements: Sequence[Statement], part: Statement) -> str:
    return "none" if part.part_of is None else statements[part.part_of].quote


def _wrong_rejections(reading: Reading) -> Iterator[Mistake]:
    for judged in judge_rejections([reading]):
        if judged.outcome in ("other_reason", "unseen"):
            got = f"{judged.found.reason} by {judged.found.rule}" if judged.found else "unseen"
            span = (judged.stated.start, judged.stated.end)
            yield _mistake(reading, REJECTION, span, wanted=judged.stated.reason, got=got, fact=None)
