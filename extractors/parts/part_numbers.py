"""The numbers of a text as candidates for wholes and parts.

Belongs here: where each number stands (its sentence, block, list, bracket) and the links found so far.
Does not belong here: what two facts have in common (`part_fit`), the noun of a number (`part_nouns`)
and the constructions that make a number a part (`part_markers`, `part_frames`, …).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.model import Fact, Measure
from extractors.parts.part_fit import can_be_part, is_amount, stand_in_row
from extractors.parts.part_items import item_number
from extractors.parts.part_nouns import counted_noun
from extractors.text.layout import Layout
from extractors.text.sentences import Block, BlockKind

_BRACKET_REACH = 400
# A breakdown of more numbers is a table in prose; looking further would cost time and find nothing.
_MOST = 24
_LINE = 200
_ATTACHED = re.compile(
    r"(?:\s+[^\W\d_][\w-]*){1,4}\s+(?:общей\s+\w+\s+)?(?:на|по|с|общей|площадью|длиной|стоимостью)\s+$"
    r"|(?:\s+[^\W\d_][\w-]*){0,4}\s+с\s+(?:созданием|охватом|участием)\s+$"
    r"|(?:\s+[^\W\d_][\w-]*){0,4},?\s+(?:или|при\s+(?:\w+\s+)?(?:план|норм)\w+)\s+$"
)
_DIFFERENCE = re.compile(
    r"(?<!\w)(?:недобор|недостач|разниц|отставани|отклонени|превышени|профицит|дефицит|сальдо)\w*[^.;,]*$",
    re.IGNORECASE,
)
_DIFFERENCE_REACH = 40


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
        self._blocks = [layout.sentences[sentence].block for sentence in self._sentences]
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

    def in_one_sentence(self, first: int, second: int) -> bool:
        """Whether two indexes are of numbers, and these stand in one sentence."""
        if first < 0 or second >= len(self.facts):
            return False
        return self.sentence_of(first) == self.sentence_of(second)

    def sentence_of(self, index: int) -> int:
        """Index of the sentence of a number."""
        return self._sentences[index]

    def block_of(self, index: int) -> int:
        """Index of the block of a number."""
        return self._blocks[index]

    def of_block(self, index: int) -> range:
        """The numbers of the block of a number."""
        block = self._blocks[index]
        return range(bisect_left(self._blocks, block), bisect_right(self._blocks, block))

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

        An item ends where the next of its own numbers stands: "1) доходы, в том числе: … 2) затраты"; so does
        one whose marker stands on the line below it.
        Unmarked lines end with semicolons, or are short, hold a number and end like headings do;
        the last of them may end with a full stop.
        """
        blocks, goes_on = self.layout.blocks, False
        own = item_number(self.text, blocks[block].start)
        if own is None and block:
            own = item_number(self.text, blocks[block - 1].start)
        while block + 1 < len(blocks):
            following = blocks[block + 1]
            if own is not None and item_number(self.text, following.start) == (own[0] + 1, own[1]):
                break
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
        """Whether a number only describes the one before: "217 школ на 460 тысяч мест", "5, или 8%"."""
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
            self._nouns[index] = counted_noun(self.text, self.facts[index].char_end)
        return self._nouns[index]

    def is_amount(self, index: int) -> bool:
        """Whether a number is an amount that can have parts."""
        return is_amount(self.facts[index])

    def fits(self, whole: int, part: int) -> bool:
        """Whether one number can be a part of another by kind, unit and size."""
        return can_be_part(self.facts[whole], self.facts[part])

    def shares_noun(self, first: int, second: int) -> bool:
        """Whether two counts count the same noun, or the second leaves it out."""
        noun = self.noun_behind(second)
        return not noun or noun == self.noun_behind(first) or noun in self.facts[first].subject.split()

    def stands_in_row(self, first: int, second: int) -> bool:
        """Whether two numbers state levels of one kind, unit and size, as the members of a list do."""
        return stand_in_row(self.facts[first], self.facts[second])

    def amounts(self, indices: Sequence[int]) -> Iterator[int]:
        """The amounts among some numbers that state a level."""
        return (i for i in indices if self.is_amount(i) and self.facts[i].measure is Measure.LEVEL)
