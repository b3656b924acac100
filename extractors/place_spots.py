"""The territories of each sentence and block of a text, ready to be given to numbers.

Belongs here: names said in one breath, names within one another, and what a row, item, dateline,
heading or lead-in says for all that stands in or under it. Does not belong here: which number gets
which (`place_slots`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.layout import Layout
from extractors.place_anaphora import with_anaphors
from extractors.place_index import PlaceLevel, PlaceMention, parents_of
from extractors.place_roles import roles_of
from extractors.place_settings import PlaceRole
from extractors.place_topic import Territories
from extractors.records import record
from extractors.sentences import Block, BlockKind
from extractors.tables import Cell


@record
class Spot:
    """A territory, or several named in one breath ("в Татарстане и Белгородской области").

    Attributes:
        start: Offset of the first name.
        end: End of the last.
        places: The names.
    """

    start: int
    end: int
    places: tuple[PlaceMention, ...]


@record
class BlockPlace:
    """The territory that a whole block speaks of, and how that is known."""

    place: PlaceMention
    evidence: str


_BEFORE = r"(?:во?\s+|на\s+|по\s+)?(?:г\.\s*|город\w*\s+|республик\w*\s+)?"
_JOINED = re.compile(rf"\s*(?:,|\sи|,?\s+а\s+также|\sили)\s+{_BEFORE}", re.IGNORECASE)
_NESTED = re.compile(rf"[\s,(]+{_BEFORE}", re.IGNORECASE)
_OPENING = re.compile(
    r"\s*(?:(?:[-–—•*]|\d{1,2}[.)])\s*)?(?:(?:в|по)\s+)?(?:г\.|город\w*)?\s*", re.IGNORECASE
)
_MARKER = re.compile(r"(?P<dash>[-–—•▪●·*])|(?P<dot>\d{1,2}\.)|(?P<bracket>\d{1,2}\)|[а-я]\))")
_DATELINE = re.compile(r"\s*(?:[.:–—]|$)")
_CELL_REST = re.compile(r"\s*(?:[,*(]|$)")


def spots_of(layout: Layout, known: Territories) -> list[list[Spot]]:
    """The territories that numbers of each sentence may describe.

    Args:
        layout: The text with its sentences.
        known: The territories it speaks of.
    """
    grouped: list[list[PlaceMention]] = [[] for _ in layout.sentences]
    for mention in known.mentions:
        grouped[layout.sentence_at(mention.start)].append(mention)
    kept: list[list[PlaceMention]] = []
    for sentence, found in zip(layout.sentences, grouped, strict=True):
        roles = roles_of(layout.text, (sentence.start, sentence.end), found, known.country)
        kept.append([m for m, role in zip(found, roles, strict=True) if role is PlaceRole.WHERE])
    return [_joined(layout.text, found) for found in with_anaphors(layout, kept, known.mentions)]


def _joined(text: str, mentions: Sequence[PlaceMention]) -> list[Spot]:
    """Joins territories named in one breath; of one within another the smaller stays."""
    spots: list[Spot] = []
    for mention in mentions:
        last = spots[-1] if spots else None
        if last is None:
            spots.append(Spot(mention.start, mention.end, (mention,)))
        elif _NESTED.fullmatch(text, last.end, mention.start) and _is_inside(last.places[-1], mention):
            spots[-1] = Spot(last.start, mention.end, last.places)
        elif _NESTED.fullmatch(text, last.end, mention.start) and lies_in(mention, last.places[-1]):
            spots[-1] = Spot(last.start, mention.end, (*last.places[:-1], mention))
        elif _JOINED.fullmatch(text, last.end, mention.start):
            spots[-1] = Spot(last.start, mention.end, (*last.places, mention))
        else:
            spots.append(Spot(mention.start, mention.end, (mention,)))
    return spots


def _is_inside(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the first of two names in a row lies in the second; a settlement nobody knows does."""
    is_unlisted = inner.is_unlisted and inner.level is PlaceLevel.CITY
    return lies_in(inner, outer) or (is_unlisted and outer.level is not PlaceLevel.CITY)


def lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether one territory is a direct part of another."""
    return outer.code is not None and outer.code in parents_of(inner.name)


def block_places(layout: Layout, spots: Sequence[Sequence[Spot]]) -> list[BlockPlace | None]:
    """What each block as a whole speaks of, None where it says nothing of the sort.

    Args:
        layout: The text with its blocks.
        spots: The territories of each sentence.
    """
    inside: list[list[Spot]] = [[] for _ in layout.blocks]
    for sentence, found in zip(layout.sentences, spots, strict=True):
        inside[sentence.block].extend(found)
    places: list[BlockPlace | None] = []
    heading: PlaceMention | None = None
    lead: PlaceMention | None = None
    items_sort: str | None = None
    for block, own in zip(layout.blocks, inside, strict=True):
        only = _only_place(own)
        listed = block.kind in (BlockKind.ITEM, BlockKind.ROW)
        if block.kind is BlockKind.HEADING:
            heading = only if only is not None and only.level is not PlaceLevel.COUNTRY else None
        marker = _MARKER.match(layout.text, block.start)
        sort = marker.lastgroup if marker is not None and listed else None
        opens_list = layout.text[block.end - 1] == ":"
        items_sort = items_sort or sort
        if opens_list or not listed or sort != items_sort:
            lead, items_sort = (only if opens_list else None), None
        places.append(
            _by_opening(layout.text, block, own)
            or _by_repetition(own)
            or _known(lead if listed else None, "lead_in")
            or _known(heading, "heading")
        )
    return places


def table_place(layout: Layout, known: Territories, position: int) -> BlockPlace | None:
    """The territory that names the row or heads the column of a cell, None outside tables."""
    place = layout.tables.at(position)
    if place is None:
        return None
    named = [cell for cell in place.table.rows[place.row][: place.column] if cell.is_label]
    cells = [*named, *([place.head] if place.head is not None else [])]
    found = (_named_by(layout.text, cell, known.mentions) for cell in cells)
    return _known(next((mention for mention in found if mention is not None), None), "label")


def _named_by(text: str, cell: Cell, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The territory that is all a cell names ("г. Алматы", "Астана, тенге")."""
    index = bisect_left(mentions, cell.start, key=lambda mention: mention.start)
    mention = mentions[index] if index < len(mentions) else None
    if mention is None or mention.start >= cell.end:
        return None
    opening = _OPENING.match(text, cell.start, cell.end)
    is_first = opening is not None and opening.end() >= mention.start
    return mention if is_first and _CELL_REST.match(text, mention.end, cell.end) else None


def _only_place(spots: Sequence[Spot]) -> PlaceMention | None:
    return spots[0].places[0] if len(spots) == 1 and len(spots[0].places) == 1 else None


def _known(place: PlaceMention | None, evidence: str) -> BlockPlace | None:
    return BlockPlace(place, evidence) if place is not None else None


def _by_opening(text: str, block: Block, spots: Sequence[Spot]) -> BlockPlace | None:
    """An item's label, or the dateline of a paragraph."""
    if block.kind is BlockKind.ROW:
        return None
    first = spots[0].places[0] if spots and len(spots[0].places) == 1 else None
    opening = _OPENING.match(text, block.start, block.end)
    if first is None or opening is None or opening.end() < first.start:
        return None
    return BlockPlace(first, "label") if _DATELINE.match(text, first.end, block.end) else None


def _by_repetition(spots: Sequence[Spot]) -> BlockPlace | None:
    """The one region or city of the lexicon that a block names again and again."""
    spots = [spot for spot in spots if not all(place.is_unlisted for place in spot.places)]
    names = {place.name for spot in spots for place in spot.places}
    if len(spots) < 2 or len(names) != 1 or spots[0].places[0].level is PlaceLevel.COUNTRY:
        return None
    return BlockPlace(spots[0].places[0], "repeated")
