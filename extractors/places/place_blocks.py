"""The territory that a whole block, row or cell of a text speaks of.

Belongs here: what a row, item, dateline, heading or lead-in says for all that stands in or under it. Does
not belong here: the territories of one sentence (`place_spots`) and which number gets which (`place_slots`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.places.place_index import FormKind, PlaceLevel, PlaceMention, fold, forms_by_first_word
from extractors.places.place_spots import Spot
from extractors.places.place_topic import Territories
from extractors.records import record
from extractors.text.layout import Layout
from extractors.text.sentences import Block, BlockKind
from extractors.text.tables import Cell

_OPENING = re.compile(
    r"\s*(?:(?:[-–—•*]|\d{1,2}[.)])\s*)?\**(?:(?:в|по)\s+)?(?:г\.|город\w*)?\s*", re.IGNORECASE
)
_MARKER = re.compile(r"(?P<dash>[-–—•▪●·*])|(?P<dot>\d{1,2}\.)|(?P<bracket>\d{1,2}\)|[а-я]\))")
_DATELINE = re.compile(r"\s*\**(?:[.:–—]|$)")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s*\**(?:г\.\s?|город\s)?")
_EVENT = re.compile(
    r"(?<!\w)(?:посе(?:т|щ)|встре(?:т|ч)|визит|поездк|совещани|форум|саммит|обсуди|обсужд|провел|провёл|прошл|прош[её]л|прибы|"
    r"состоял|выступ)",
    re.IGNORECASE,
)
"""Events, whose place in a heading says nothing of the numbers told there."""
_LINE = re.compile(r"[^.!?:\d\n–—]{2,60}\s[–—-]\s(?:[а-я]+\s)?\d[^!?:\n]{0,80}$")
_CELL_REST = re.compile(r"\s*(?:[,*(]|$)")


@record
class BlockPlace:
    """The territory that a whole block speaks of, and how that is known."""

    place: PlaceMention
    evidence: str


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
    region: PlaceMention | None = None  # all that a line says: "Абайская область:", then lines of its own
    items_sort: str | None = None
    for block, own in zip(layout.blocks, inside, strict=True):
        only = _only_place(own)
        listed = block.kind in (BlockKind.ITEM, BlockKind.ROW)
        if block.kind is BlockKind.HEADING or _is_numbered_name(layout.text, block, only):
            tells = only is not None and only.level is not PlaceLevel.COUNTRY
            heading = only if tells and not _EVENT.search(layout.text, block.start, block.end) else None
        marker = _MARKER.match(layout.text, block.start)
        sort = marker.lastgroup if marker is not None and listed else None
        opens_list = layout.text[block.end - 1] == ":"
        items_sort = items_sort or sort
        if opens_list or not listed or sort != items_sort:
            lead, items_sort = (only if opens_list else None), None
        if opens_list or not _LINE.match(layout.text, block.start, block.end):
            region = only if opens_list and _is_only_name(layout.text, block, only) else None
        places.append(
            _by_opening(layout.text, block, own)
            or _by_repetition(layout.text, own)
            or _known(lead if listed else region, "lead_in")
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
        return _short_of_region(text, cell)
    opening = _OPENING.match(text, cell.start, cell.end)
    is_first = opening is not None and opening.end() >= mention.start
    return mention if is_first and _CELL_REST.match(text, mention.end, cell.end) else None


def _is_numbered_name(text: str, block: Block, only: PlaceMention | None) -> bool:
    """Whether an item is a territory with its number only: it heads what follows."""
    if block.kind is not BlockKind.ITEM or only is None or only.end < block.end - 1:
        return False
    return _NUMBERED.fullmatch(text, block.start, only.start) is not None


def _is_only_name(text: str, block: Block, only: PlaceMention | None) -> bool:
    opening = _OPENING.match(text, block.start, block.end)
    is_first = only is not None and opening is not None and opening.end() >= only.start
    return is_first and only is not None and only.end >= block.end - 1


def _short_of_region(text: str, cell: Cell) -> PlaceMention | None:
    """The region that a cell names without its noun: "Абай" among the regions."""
    word = text[cell.start : cell.end].strip(" *")
    entries = forms_by_first_word().get(fold(word), ())
    found = (entry.place for entry in entries if entry.row.kind is FormKind.AFTER_HEAD and not entry.rest)
    region = next((place for place in found if place.level is PlaceLevel.REGION), None)
    if region is None:
        return None
    return PlaceMention(region.name, region.code, region.level, cell.start, cell.end)


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


def _by_repetition(text: str, spots: Sequence[Spot]) -> BlockPlace | None:
    """The one region or city of the lexicon that a block names again and again, not by "в регионе" alone."""
    if not any(text[spot.start].isupper() for spot in spots):
        return None
    spots = [spot for spot in spots if not all(place.is_unlisted for place in spot.places)]
    names = {place.name for spot in spots for place in spot.places}
    if len(spots) < 2 or len(names) != 1 or spots[0].places[0].level is PlaceLevel.COUNTRY:
        return None
    return BlockPlace(spots[0].places[0], "repeated")
