"""Which territory a number describes.

Belongs here: which territory wins where the row, the sentence, the block and the text each name one, and
what rankings, lists and counted countries make of it. Does not belong here: how far a territory reaches in
its sentence (`place_reach`), finding names (`places`), what a mention does in its sentence (`place_roles`)
and what a sentence (`place_spots`) or block (`place_blocks`) names.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.model import Fact, Kind
from extractors.places.place_blocks import block_places, table_place
from extractors.places.place_index import Place, PlaceMention
from extractors.places.place_reach import PlaceReach
from extractors.places.place_settings import is_nominative
from extractors.places.place_spots import Spot, spots_of
from extractors.places.place_topic import Territories
from extractors.text.layout import Layout
from extractors.text.sentences import BlockKind

_SET_SIZE = re.compile(r"(?<!\w)(?:из|среди)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SET_REACH = 40
_STATES = frozenset({"страна", "государство"})
_RESPECTIVELY = re.compile(r"(?<!\w)соответственно(?!\w)", re.IGNORECASE)
_RANKED_REACH = 40
_ROW_HEAD = re.compile(r"(?<!\w)(?:город|район|област|регион)(?:ах|ях)\s$")
_ROW_BEHIND = re.compile(r"(?:,|\sи)\s[А-ЯЁӘҒҚҢӨҰҮҺІ]")
_DASH = re.compile(r"\s[–—-]\s(?:г\.\s?|город\s)?")


def place_facts(layout: Layout, known: Territories, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts with the territory that each describes.

    Args:
        layout: The text with its blocks and sentences.
        known: The territories it speaks of.
        facts: Its facts, in text order.
    """
    if not known.mentions:
        return list(facts)
    reader = _Reader(layout, known, facts)
    return [reader.placed(index) for index in range(len(facts))]


class _Reader:
    """The territories of one text, asked fact by fact."""

    def __init__(self, layout: Layout, known: Territories, facts: Sequence[Fact]) -> None:
        self._layout, self._known = layout, known
        self._text = layout.text
        self._facts = facts
        self._fact_starts = [fact.char_start for fact in facts]
        self._spots = spots_of(layout, known)
        self._spot_starts = [[spot.start for spot in spots] for spots in self._spots]
        self._by_block = block_places(layout, self._spots)
        self._topic = known.topic
        self._reach = PlaceReach(layout, facts, self._fact_starts)

    def placed(self, index: int) -> Fact:
        """The fact with its place."""
        fact = self._facts[index]
        found = None if self._counts_countries(index) else self._place_of(index)
        if found is None:
            return fact
        place, evidence = found
        return replace(
            fact, place=place.name, place_code=place.code, evidence=(*fact.evidence, f"place_{evidence}")
        )

    def _counts_countries(self, index: int) -> bool:
        """Whether a set of countries is counted: "среди 177 стран", "24-е место из 193"."""
        fact = self._facts[index]
        if fact.subject_head in _STATES and fact.kind is Kind.COUNT:
            return True
        before = self._facts[index - 1] if index else None
        if before is None or before.kind is not Kind.RANK:
            return False
        between = self._text[before.char_end : fact.char_start]
        return len(between) < _SET_REACH and _SET_SIZE.search(between) is not None

    def _place_of(self, index: int) -> tuple[PlaceMention | Place, str] | None:
        fact = self._facts[index]
        at = self._layout.sentence_at(fact.char_start)
        block = self._layout.sentences[at].block
        in_table = table_place(self._layout, self._known, fact.char_start)
        if in_table is not None:
            return in_table.place, in_table.evidence
        if self._layout.blocks[block].kind is not BlockKind.ROW:
            spot, evidence = self._spot_of(index, at)
            if spot is not None:
                is_one = len(spot.places) == 1 and not self._opens_row(spot)
                place = spot.places[0] if is_one else self._respective(index, at, spot)
                return (place, evidence) if place is not None else None
        by_block = self._by_block[block]
        if by_block is not None:
            return by_block.place, by_block.evidence
        return (self._topic, "topic") if self._topic is not None else None

    def _opens_row(self, spot: Spot) -> bool:
        """Whether names that nobody knows follow: "в городах Абакан и Абаза"."""
        if _ROW_BEHIND.match(self._text, spot.end) is None:
            return False
        return _ROW_HEAD.search(self._text, max(0, spot.start - 12), spot.start) is not None

    def _respective(self, index: int, at: int, spot: Spot) -> PlaceMention | None:
        """The first of "в Алматы и Астане – 40 и 35 соответственно" has the first, and so on."""
        end = self._layout.sentences[at].end
        first = bisect_left(self._fact_starts, spot.end)
        last = bisect_left(self._fact_starts, end)
        if last - first != len(spot.places) or not first <= index < last:
            return None
        return spot.places[index - first] if _RESPECTIVELY.search(self._text, spot.end, end) else None

    def _ranked(self, index: int, at: int) -> Spot | None:
        """What takes a place in a ranking: the territory in the nominative, nearest before, else behind.

        Behind a dash first: "на 2 месте – Алматы, на 3 месте – Астана".
        """
        fact = self._facts[index]
        named = [spot for spot in self._spots[at] if is_nominative(self._text, spot.places[-1])]
        told = next((spot for spot in named if _DASH.fullmatch(self._text, fact.char_end, spot.start)), None)
        if told is not None:
            return told
        before = [spot for spot in named if spot.end <= fact.char_start]
        behind = (spot for spot in named if fact.char_end <= spot.start <= fact.char_end + _RANKED_REACH)
        return before[-1] if before else next(behind, None)

    def _spot_of(self, index: int, at: int) -> tuple[Spot | None, str]:
        ranked = self._ranked(index, at) if self._facts[index].kind is Kind.RANK else None
        if ranked is not None:
            return ranked, "before"
        return self._reach.of(index, self._spots[at], self._spot_starts[at])
