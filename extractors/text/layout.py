"""Where in a text a position lies: its sentence, its block and its cell.

Belongs here: lookups over blocks and sentences (`sentences`) and tables (`tables`). Does not belong here:
finding them, and what a heading or row means.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field

from extractors.records import record
from extractors.text.sentences import Block, SentenceSpan
from extractors.text.table_layout import find_tables
from extractors.text.tables import Tables


@record
class Layout:
    """A text with its blocks and sentences.

    Attributes:
        text: The raw text.
        blocks: Its blocks, in order.
        sentences: Its sentences, in order.
        tables: Its tables.
    """

    text: str
    blocks: Sequence[Block]
    sentences: Sequence[SentenceSpan]
    tables: Tables = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", Tables(find_tables(self.text)))
        object.__setattr__(self, "_starts", [sentence.start for sentence in self.sentences])

    def sentence_at(self, position: int) -> int:
        """Index of the last sentence that starts at or before a position; 0 before the first."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def block_at(self, position: int) -> int:
        """Index of the block of that sentence."""
        return self.sentences[self.sentence_at(position)].block

    def span_of_block(self, block: int) -> tuple[int, int]:
        """Start and end of a block."""
        return self.blocks[block].start, self.blocks[block].end
