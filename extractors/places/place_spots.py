"""The territories that each sentence of a text names, ready to be given to numbers.

Belongs here: names said in one breath and names within one another. Does not belong here: what a block says
for all that stands in it (`place_blocks`) and which number gets which (`place_slots`).
"""

import re
from collections.abc import Sequence

from extractors.places.place_anaphora import with_anaphors
from extractors.places.place_index import PlaceLevel, PlaceMention, parents_of
from extractors.places.place_roles import roles_of
from extractors.places.place_settings import PlaceRole
from extractors.places.place_topic import Territories
from extractors.records import record
from extractors.text.layout import Layout

_BEFORE = r"(?:во?\s+|на\s+|по\s+)?(?:г\.\s*|(?:город|республик|област|район)\w*\s+)?"
# A name that nobody knows may stand in the row: "Тараз, Екибастуз и Уральск".
_JOINED = re.compile(
    rf"\s*(?:,\s+(?-i:[А-ЯЁ])[а-яё-]+){{0,6}}(?:,|\sи|,?\s+а\s+также|\sили)\s+{_BEFORE}", re.IGNORECASE
)
_NESTED = re.compile(rf"[\s,(]+{_BEFORE}", re.IGNORECASE)


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
