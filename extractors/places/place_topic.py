"""Which country a text as a whole speaks of.

Belongs here: the one foreign country of a text, and what "в стране" means in it. Does not belong
here: the territory of a single number (`place_slots`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.places.place_index import Place, PlaceLevel, PlaceMention, load_places, parents_of
from extractors.places.place_settings import can_stand_in, is_abroad, is_nominative
from extractors.places.places import find_places, home_places
from extractors.records import record

_HOME_WORDS = {"KZ": re.compile(r"(?<!\w)(?:казахстан|тенге(?!\w)|₸|астан|рк(?!\w))", re.IGNORECASE)}
_CURRENCY = re.compile(r"(?:доллар\w*|долл\.?|рубл\w*|фунт\w*|юан\w*|крон\w*|тенге)\s+$", re.IGNORECASE)
_MONEY = {
    "RU": re.compile(r"(?<!\w)рубл", re.IGNORECASE),
    "KG": re.compile(r"(?<!\w)сом(?:ов|а|ам)?(?!\w)", re.IGNORECASE),
    "UZ": re.compile(r"(?<!\w)сум(?:ов|а|ам)?(?!\w)", re.IGNORECASE),
    "AM": re.compile(r"(?<!\w)драм(?:ов|а|ам|ы)?(?!\w)", re.IGNORECASE),
    "TJ": re.compile(r"(?<!\w)сомони(?!\w)", re.IGNORECASE),
    "MN": re.compile(r"(?<!\w)тугрик", re.IGNORECASE),
}
"""Money that is counted in one country only; of the two with roubles the other is named where it is meant."""
_SUBJECTS = frozenset({"страна", "республика"})
_FEDERATIONS = frozenset({"RU"})
_LAST_SUBJECT = 300
_MENTIONS_BACK = 50
_LEAD_CHARACTERS = 400
_ENOUGH = 3
_STEM = 6
_IN = "в "


@record
class Territories:
    """What a text says of territories.

    Attributes:
        mentions: Every named territory and word for the home country, in text order, none overlapping.
        country: ISO 3166-1 code of the publisher's country, or of the one a text without it speaks of.
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
    home = foreign.code if foreign is not None and foreign.code is not None else _home(text, known, country)
    here = _HOME_WORDS.get(country)
    points_home = here is None or here.search(text) is not None
    meant = home if points_home else _told_of(text, known) or home
    kept: list[PlaceMention] = []
    for mention in sorted((*named, *home_places(text, meant)), key=lambda place: place.start):
        if not kept or mention.start >= kept[-1].end:
            told = _as_told(text, mention, kept, points_home=points_home)
            kept += [told] if told is not None else []
    is_topic = foreign is not None and all(mention.name == foreign.name for mention in named)
    return Territories(kept, home, foreign if is_topic else None)


def _home(text: str, named: Sequence[PlaceMention], country: str) -> str:
    """The country of "в стране": where nothing points home, the one whose money alone is counted."""
    home = _HOME_WORDS.get(country)
    if home is None or home.search(text):
        return country
    counted = [code for code, money in _MONEY.items() if money.search(text)]
    is_alone = len(counted) == 1 and all(_country_of(mention) == counted[0] for mention in named)
    return counted[0] if is_alone else country


def _told_of(text: str, named: Sequence[PlaceMention]) -> str:
    """The one country that all territories lie in, where something is told of one of them, else ""."""
    codes = {_country_of(mention) for mention in named}
    return codes.pop() if len(codes) == 1 and any(_is_told_of(text, one) for one in named) else ""


def _is_told_of(text: str, mention: PlaceMention) -> bool:
    """As in "в Армении построили 12 школ", "Армения ввезла 5 тонн", but "поставки в Армению"."""
    before = text[max(0, mention.start - len(_IN)) : mention.start].lower()
    return is_nominative(text, mention) or (before == _IN and can_stand_in(text, mention, "Loc"))


def _as_told(
    text: str, mention: PlaceMention, before: Sequence[PlaceMention], *, points_home: bool
) -> PlaceMention | None:
    """A mention, where it is "страна" or "республика" as a subject the country that is the last subject.

    In a text that nowhere points home "в стране" is that country too.

    Russia is a federation: in a text of it "республика" is the one of its republics that was named last.
    """
    word = text[mention.start : mention.end].lower()
    if mention.code in _FEDERATIONS and word.startswith("республик"):
        republic = next((told for told in reversed(before[-_MENTIONS_BACK:]) if _is_republic(told)), None)
        return (
            None
            if republic is None
            else replace(mention, name=republic.name, code=republic.code, level=republic.level)
        )
    is_word = word in _SUBJECTS or (not points_home and word.startswith("стран"))
    if not is_word or not before:
        return mention
    for told in reversed(before):
        if mention.start - told.end > _LAST_SUBJECT:
            return mention
        if told.level is PlaceLevel.COUNTRY:
            is_subject = is_nominative(text, told) and text[told.start : told.end][:1].isupper()
            return replace(mention, name=told.name, code=told.code) if is_subject else mention
    return mention


def _is_republic(mention: PlaceMention) -> bool:
    return mention.level is PlaceLevel.REGION and not mention.name.endswith(("область", "край", "округ"))


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
