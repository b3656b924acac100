"""What the words above a list or under a heading say its items measure.

Belongs here: which block introduces another, and the antecedents it leaves to the items. Does not belong
here: the indicator that such a block names (`lead_names`) and reading the items (`subjects`).
"""

import re
from collections.abc import Sequence
from functools import partial

from extractors.lexicon.subject_lexicon import MEASURES
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.lead_names import named_in
from extractors.text.sentences import Block, BlockKind

_LONGEST_LEAD = 400
_GOING_ON = (";", ",")
_NUMBER = re.compile(r"\d")
_NONE = -1
_KEPT = 12
_LOOK_BACK = 3


class LeadIns:
    """The blocks that introduce others, and what the numbers in them left behind."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._leads = _leads(text, blocks)
        self._blocks = blocks
        self._left: dict[int, list[Antecedent]] = {}

    def leave(self, block: int, discourse: Discourse) -> None:
        """Notes what the numbers of a block left for a list that it introduces."""
        if block >= 0:
            self._left[block] = discourse.antecedents[-_KEPT:]

    def start_of(self, block: int) -> int:
        """Where a block begins."""
        return self._blocks[block].start

    def discourse_of(self, block: int, start: int) -> Discourse:
        """What a block's lead-in or heading leaves and names, and what its own text before says.

        Args:
            block: Index of the block.
            start: Offset of the first sentence in it that holds a number.
        """
        lead = self._leads[block]
        begins = max(self._blocks[block].start, start - _LONGEST_LEAD)
        topic = partial(named_in, self._text[begins:start].strip(" ."))
        earlier = self._left.get(block - 1, [])
        earlier_topic = partial(self._named_before, block)
        if lead == _NONE:
            return Discourse(name_topic=topic, earlier=earlier, name_earlier_topic=earlier_topic)
        span = self._blocks[lead]
        named = partial(named_in, self._text[max(span.start, span.end - _LONGEST_LEAD) : span.end])
        left = self._left.get(lead, [])
        if block - 1 != lead:
            left = left + self._left.get(block - 1, [])
        return Discourse(left[-_KEPT:], named, topic, earlier, earlier_topic)

    def _named_before(self, block: int) -> Subject | None:
        """What the nearest blocks before name, where no number stands in them."""
        for index in range(block - 1, max(-1, block - 1 - _LOOK_BACK), -1):
            span = self._blocks[index]
            if index in self._left:
                return self._left[index][-1].subject if self._left[index] else None
            named = named_in(self._text[span.start : min(span.end, span.start + _LONGEST_LEAD)])
            if named is not None and named.head in MEASURES:
                return named
        return None


def _leads(text: str, blocks: Sequence[Block]) -> list[int]:
    """For each block the index of the one that introduces it, -1 for none."""
    leads: list[int] = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        if before is None or block.kind is BlockKind.ROW:
            leads.append(_NONE)
        elif before.kind is BlockKind.HEADING and _NUMBER.search(text, before.start, before.end):
            leads.append(leads[-1])
        elif text[before.start : before.end].endswith(":") or before.kind is BlockKind.HEADING:
            leads.append(index - 1)
        elif block.kind is BlockKind.ITEM and before.kind is BlockKind.ITEM:
            leads.append(leads[-1])
        else:
            goes_on = text[before.start : before.end].endswith(_GOING_ON)
            leads.append(leads[-1] if goes_on else _NONE)
    return leads
