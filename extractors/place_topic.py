"""Which country a text as a whole speaks of.

Belongs here: the one foreign country of a text, and what "в стране" means in it. Does not belong
here: the territory of a single number (`place_slots`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.place_index import Place, PlaceLevel, PlaceMention, load_places, parents_of
from extractors.place_roles import is_abroad
from extractors.places import find_places, home_places

_HOME_WORDS = {"KZ": re.compile(r"(?<!\w)(?:казахстан|тенге(?!\w)|₸|астан)", re.IGNORECASE)}
_CURRENCY = re.compile(r"(?:доллар\w*|долл\.?|рубл\w*|фунт\w*|юан\w*|крон\w*|тенге)\s+$", re.IGNORECASE)
_LEAD_CHARACTERS = 400
_ENOUGH = 3
_STEM = 6


@dataclass(frozen=True, slots=True)
class Territories:
    """What a text says of territories.

    Attributes:
        mentions: Every named territory and word for the home country, in text order, none overlapping.
        country: ISO 3166-1 code of the publisher's country.
        topic: The foreign country that the whole text is about, if it is about one.
    """

    mentions: Sequence[PlaceMention]
    country: str
    topic: Place | None


def territories(text: str, country: str) -> Territories:
    """Finds the territories that a text speaks of.

    Where a text names the territories of one foreign country only, and nothing of the
    publisher's, "в стране" is that country.

    Args:
        text: The raw text.
        country: ISO 3166-1 code of the publisher's country.
    """
    named = [place for place in find_places(text) if not _is_currency(text, place)]
    known = [place for place in named if place.code or parents_of(place.name)]
    foreign = _only_country(text, known, country)
    home = foreign.code if foreign is not None and foreign.code is not None else country
    kept: list[PlaceMention] = []
    for mention in sorted((*named, *home_places(text, home)), key=lambda place: place.start):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    is_topic = foreign is not None and all(mention.name == foreign.name for mention in named)
    return Territories(kept, country, foreign if is_topic else None)


def _is_currency(text: str, mention: PlaceMention) -> bool:
    """Whether the country belongs to the name of its money: "долларов США"."""
    return _CURRENCY.search(text, max(0, mention.start - 20), mention.start) is not None


def _only_country(text: str, named: Sequence[PlaceMention], country: str) -> Place | None:
    """The foreign country that all territories of a text lie in, if it is spoken of often and early."""
    if not named or any(not is_abroad(mention, country) for mention in named):
        return None
    codes = {_country_of(mention) for mention in named}
    if len(codes) != 1:
        return None
    (code,) = codes
    home = _HOME_WORDS.get(country)
    if home is not None and home.search(text):
        return None
    place = next(
        (p for p in load_places().values() if p.code == code and p.level is PlaceLevel.COUNTRY), None
    )
    return place if place is not None and _is_prominent(text, named, place) else None


def _country_of(mention: PlaceMention) -> str:
    code = mention.code or next(iter(parents_of(mention.name)), "")
    return code[:2]


def _is_prominent(text: str, named: Sequence[PlaceMention], place: Place) -> bool:
    """Whether the country or its adjective stands in the lead, and it is named often enough."""
    if any(mention.name != place.name for mention in named):
        return len(named) >= _ENOUGH
    stem = re.compile(rf"(?<!\w){re.escape(place.name[:_STEM])}", re.IGNORECASE)
    hits = [match.start() for match in stem.finditer(text)]
    return len(hits) >= _ENOUGH and hits[0] < _LEAD_CHARACTERS
