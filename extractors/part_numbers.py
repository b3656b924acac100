"""The numbers of a text as candidates for wholes and parts.

Belongs here: what can be told of one number or of a pair without a marker (its sentence, its own noun,
whether it stands aside, whether one can be a part of another) and the links found so far. Does
not belong here: the constructions that make a number a part (`part_markers`, `part_frames`, …).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.layout import Layout
from extractors.model import Fact, Kind, Measure, Qualifier
from extractors.morphology import readings
from extractors.sentences import Block, BlockKind
from extractors.units import load_units

_ADDITIVE = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY})
_SHARES = frozenset({Kind.PERCENT, Kind.PERCENT_POINTS})
_NEXT_WORD = re.compile(r"[ \u00a0\u202f]{1,3}[«\"]?([^\W\d_]+(?:-[^\W\d_]+)*)")
_ATTRIBUTES = 4
_BRACKET_REACH = 400
# A breakdown of more numbers is a table in prose; looking further would cost time and find nothing.
_MOST = 24
_LIKELY = 0.1
_TIMES = frozenset({"a", "mo", "wk", "d", "h"})
_SIZES = 20
_LINE = 200
_ALL = 100
_ATTACHED = re.compile(
    r"(?:\s+[^\W\d_][\w-]*){1,4}\s+(?:общей\s+\w+\s+)?(?:на|по|с|общей|площадью|длиной|стоимостью)\s+$"
)
_DIFFERENCE = re.compile(
    r"(?<!\w)(?:недобор|недостач|разниц|отставани|отклонени|превышени|профицит|дефицит|сальдо)\w*[^.;,]*$",
    re.IGNORECASE,
)
_DIFFERENCE_REACH = 40
_SLACK = {
    Qualifier.ABOUT: Decimal("1.05"),
    Qualifier.OVER: Decimal("1.2"),
    Qualifier.AT_LEAST: Decimal("1.5"),
}


class Numbers:
    """The facts of a text and the links between them.

    Attributes:
        layout: The text with its blocks and sentences.
        facts: The facts, in text order.
        wholes: For each fact the index of its whole, None as long as none is known.
        evidence: For each linked fact the construction that showed it.
    """

    def __init__(self, layout: Layout, facts: Sequence[Fact]) -> None:
        self.layout = layout
        self.text = layout.text
        self.facts = facts
        self.wholes: list[int | None] = [None] * len(facts)
        self.evidence: dict[int, str] = {}
        self._starts = [fact.char_start for fact in facts]
        self._sentences = [layout.sentence_at(start) for start in self._starts]
        self._nouns: dict[int, str] = {}

    def link(self, part: int, whole: int, evidence: str) -> None:
        """Makes a number a part, unless it already is one or that would close a circle."""
        if self.wholes[part] is not None or part == whole:
            return
        above: int | None = whole
        while above is not None:
            if above == part:
                return
            above = self.wholes[above]
        self.wholes[part] = whole
        self.evidence[part] = evidence

    # ----- where numbers stand

    def sentence_of(self, index: int) -> int:
        """Index of the sentence of a number."""
        return self._sentences[index]

    def block_of(self, index: int) -> int:
        """Index of the block of a number."""
        return self.layout.sentences[self._sentences[index]].block

    def from_to(self, start: int, end: int) -> range:
        """The numbers that start between two offsets."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def in_sentence(self, sentence: int) -> range:
        """The first numbers of a sentence; none for an index outside the text."""
        if not 0 <= sentence < len(self.layout.sentences):
            return range(0)
        span = self.layout.sentences[sentence]
        return self.from_to(span.start, span.end)[:_MOST]

    def before(self, start: int, end: int) -> range:
        """The numbers between two offsets that are nearest to the second, nearest first."""
        return self.from_to(start, end)[::-1][:_MOST]

    def told_before(self, index: int) -> range:
        """The numbers of the sentence that stand before a number, nearest first."""
        start = self.layout.sentences[self._sentences[index]].start
        return self.before(start, self.facts[index].char_start)

    def between(self, first: int, second: int) -> str:
        """The text between two numbers."""
        return self.text[self.facts[first].char_end : self.facts[second].char_start]

    def end_of_list(self, block: int) -> int:
        """Where the list under a block ends: its items, or unmarked lines.

        Unmarked lines end with semicolons, or are short, hold a number and end like headings do;
        the last of them may end with a full stop.
        """
        blocks, goes_on = self.layout.blocks, False
        while block + 1 < len(blocks):
            following = blocks[block + 1]
            is_line = self._is_line(following)
            is_last = goes_on and following.end - following.start <= _LINE
            if following.kind is BlockKind.ROW or not (
                is_line or is_last or following.kind is BlockKind.ITEM
            ):
                break
            goes_on, block = is_line and following.kind is not BlockKind.ITEM, block + 1
        return blocks[block].end

    def _is_line(self, block: Block) -> bool:
        """Whether a block is an unmarked line of a list that goes on."""
        if block.kind is BlockKind.HEADING:
            return bool(self.from_to(block.start, block.end))
        return self.text[block.end - 1] == ";"

    def is_bracketed(self, index: int) -> bool:
        """Whether a number stands in a bracket of its sentence."""
        fact = self.facts[index]
        start = max(self.layout.sentences[self._sentences[index]].start, fact.char_start - _BRACKET_REACH)
        return self.text.rfind("(", start, fact.char_start) > self.text.rfind(")", start, fact.char_start)

    def is_attached(self, index: int) -> bool:
        """Whether a number only describes what the one before counts: "217 школ на 460 тысяч мест"."""
        if index == 0 or self._sentences[index] != self._sentences[index - 1]:
            return False
        return _ATTACHED.fullmatch(self.between(index - 1, index)) is not None

    # ----- what numbers are

    def is_difference(self, index: int) -> bool:
        """Whether a number is told to be what two others differ by: "дефицит – 400 млн", "недобор"."""
        start = self.facts[index].char_start
        return _DIFFERENCE.search(self.text, max(0, start - _DIFFERENCE_REACH), start) is not None

    def noun_behind(self, index: int) -> str:
        """Lemma of the noun that stands right behind a number, "" where none does."""
        if index not in self._nouns:
            self._nouns[index] = _noun_behind(self.text, self.facts[index].char_end)
        return self._nouns[index]

    def is_amount(self, index: int) -> bool:
        """Whether a number is an amount that can have parts."""
        return self.facts[index].kind in _ADDITIVE

    def fits(self, whole: int, part: int) -> bool:
        """Whether one number can be a part of another by kind, unit and size."""
        a, b = self.facts[whole], self.facts[part]
        if b.measure is Measure.CHANGE and a.measure is Measure.LEVEL:
            return False
        if b.kind is Kind.PERCENT and a.kind in _ADDITIVE:
            return b.value <= 100 and b.per is None
        if a.kind is Kind.PERCENT and a.value > _ALL:
            return False
        if b.kind is Kind.PERCENT_POINTS and a.kind is Kind.PERCENT:
            return b.value <= a.value
        if a.kind is not b.kind or a.kind not in _ADDITIVE | _SHARES or a.per != b.per:
            return False
        return _is_added(a) and _same_unit(a, b) and _size(b) <= _limit(a)

    def shares_noun(self, first: int, second: int) -> bool:
        """Whether two counts count the same noun, or the second leaves it out."""
        noun = self.noun_behind(second)
        return not noun or noun == self.noun_behind(first) or noun in self.facts[first].subject.split()

    def stands_in_row(self, first: int, second: int) -> bool:
        """Whether two numbers state levels of one kind, unit and size, as the members of a list do."""
        a, b = self.facts[first], self.facts[second]
        is_alike = (a.kind, a.unit, a.measure) == (b.kind, b.unit, b.measure)
        return is_alike and b.value * _SIZES >= a.value

    def amounts(self, indices: Sequence[int]) -> Iterator[int]:
        """The amounts among some numbers that state a level."""
        return (i for i in indices if self.is_amount(i) and self.facts[i].measure is Measure.LEVEL)


def _noun_behind(text: str, end: int) -> str:
    adjective = ""
    for _ in range(_ATTRIBUTES):
        match = _NEXT_WORD.match(text, end)
        found = readings(match[1]) if match else ()
        if match is None or not found:
            return match[1].lower() if match is not None and match[1].isupper() else adjective
        noun = next((r for r in found if r.pos == "NOUN" and (r is found[0] or r.score > _LIKELY)), None)
        if noun is not None and (noun is found[0] or noun.case == "Gen"):
            return noun.lemma
        if found[0].pos != "ADJ":
            return adjective
        adjective = match[1].lower() if found[0].is_participle else ""
        end = match.end()
    return adjective


def _is_added(fact: Fact) -> bool:
    """Whether amounts of this sort add up: those in a time do, yields and prices do not."""
    return fact.per is None or fact.per in _TIMES


def _same_unit(a: Fact, b: Fact) -> bool:
    if a.unit == b.unit:
        return True
    if a.kind is not Kind.QUANTITY or a.unit is None or b.unit is None:
        return False
    units = load_units()
    return a.unit in units and b.unit in units and units[a.unit].base_unit == units[b.unit].base_unit


def _size(fact: Fact) -> Decimal:
    return in_base_unit(fact, fact.value)


def _limit(fact: Fact) -> Decimal:
    largest = fact.value_max if fact.value_max is not None else fact.value
    return in_base_unit(fact, largest) * _SLACK.get(fact.qualifier, Decimal(1))


def in_base_unit(fact: Fact, value: Decimal) -> Decimal:
    """A value of a quantity in the base unit of its kind; other values as they are."""
    if fact.kind is not Kind.QUANTITY or fact.unit is None:
        return value
    unit = load_units().get(fact.unit)
    return value * unit.factor if unit is not None else value
