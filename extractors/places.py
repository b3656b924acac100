"""Which territories a text names, and where.

Belongs here: finding names in every case form, acronyms, adjectives with or without their
"область" or "район", and the words that mean the publisher's own country. Does not belong
here: the lexicon (`extractors.place_index`), what tells a name from a word
(`extractors.place_context`), and which number a place belongs to. Adjectives of countries
("казахстанский") and people ("казахстанцы") are no places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.place_context import follows_head, head_end, is_allowed, shares_head, stands_alone
from extractors.place_index import Entry, FormKind, Place, PlaceLevel, fold, forms_by_first_word, load_places

__all__ = ["PlaceLevel", "PlaceMention", "find_places", "home_places"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A territory named in a text.

    Attributes:
        name: Canonical nominative name.
        code: ISO 3166-1 alpha-2 or ISO 3166-2, None where there is none.
        level: How large the territory is.
        start: Offset of the mention.
        end: End offset, exclusive.
    """

    name: str
    code: str | None
    level: PlaceLevel
    start: int
    end: int


_CAPITAL_WORD = re.compile(r"(?<!\w)[А-ЯЁӘҒҚҢӨҰҮҺІ][\w’']*(?:-[\w’']+)*")
_NEXT_WORD = re.compile(r"[ \t\u00a0]{1,3}([\w’'.]+(?:-[\w’']+)*|[–—])")
_HOME = re.compile(
    r"(?<![\w-])(?:(?P<country>стран(?:а|ы|е|у|ой)|республик(?:а|и|е|у|ой))|(?P<capital>столиц(?:а|ы|е|у|ей)))(?![\w-])"
)
_WORD_BEFORE = re.compile(r"([\w-]+)\s+$")
_OWN = re.compile(r"(?:вс|наш|сво)\w{1,3}|цел(?:ой|ую|ая)|родн(?:ой|ую|ая)")
_ADJECTIVE_OR_PRONOUN = re.compile(
    r"\w+(?:[оеё]й|ая|яя|ую|юю|ые|ие|ых|их)|эт[аиоу]\w*|т[аеу]|одн[аиу]|друг\w+|кажд\w+|мног\w+|некоторы\w+|\w+[иы]м[иы]?"
)
_NAMED_BEHIND = re.compile(
    r"\s+[«\"А-ЯЁ]|\s+(?:мира|региона|содружества|участни\w+|блока|альянса|союза|соседк\w+)(?!\w)"
)
_OF_HOME = re.compile(r"\s+(?:Республики\s+)?(?:Казахстана?|РК)(?!\w)")


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Return every territory that a text names, in text order and without overlaps.

    Args:
        text: The raw text.
    """
    return tuple(_mentions(text))


def home_places(text: str, publisher_country: str) -> tuple[PlaceMention, ...]:
    """Return where a text means the publisher's country or capital without naming it.

    "В стране", "по всей республике", "экономика страны" are the country, "столица" its capital;
    "соседняя страна", "страны СНГ", "республика Татарстан" and every plural are not.

    Args:
        text: The raw text.
        publisher_country: ISO 3166-1 alpha-2 code of the publisher's country.

    Raises:
        KeyError: The lexicon has no country with that code.
    """
    country = _country(publisher_country)
    capital = load_places()[country.capital] if country.capital else None
    found = []
    for match in _HOME.finditer(text):
        place = country if match["country"] else capital
        if place is not None and _means_home(text, match):
            found.append(_mention(place, match.start(), match.end()))
    return tuple(found)


def _mentions(text: str) -> Iterator[PlaceMention]:
    index = forms_by_first_word()
    done = 0
    for match in _CAPITAL_WORD.finditer(text):
        if match.start() < done:
            continue
        for start, word in _parts(match, index):
            mention = _at(text, start, start + len(word), index.get(fold(word), ()))
            if mention is not None:
                yield mention
                done = mention.end


def _parts(match: re.Match[str], index: object) -> Iterator[tuple[int, str]]:
    """The word itself, or the capitalised parts of a compound that is no name ("Алматы-Ташкент")."""
    word = match.group()
    if "-" not in word or fold(word) in index:  # type: ignore[operator]
        yield match.start(), word
        return
    start = match.start()
    for part in word.split("-"):
        if part[:1].isupper():
            yield start, part
        start += len(part) + 1


def _at(text: str, start: int, end: int, entries: tuple[Entry, ...]) -> PlaceMention | None:
    for entry in entries:
        name_end = _end_of_words(text, end, entry.rest)
        if name_end is None:
            continue
        mention_end = _end_of_mention(text, start, name_end, entry)
        if mention_end is not None:
            return _mention(entry.place, start, mention_end)
    return None


def _end_of_words(text: str, end: int, words: tuple[str, ...]) -> int | None:
    """Where the further words of a name end, None if other words stand there."""
    for word in words:
        match = _NEXT_WORD.match(text, end)
        if match is None or fold(match[1]).rstrip(".") != word.rstrip("."):
            return None
        end = match.end() if word.endswith(".") else match.start(1) + len(match[1].rstrip("."))
    return end


def _end_of_mention(text: str, start: int, end: int, entry: Entry) -> int | None:
    """Where a mention ends if what stands around the name allows it, its head noun taken in."""
    row = entry.row
    if row.kind is FormKind.ACRONYM:
        return end if text[start:end] == row.text else None
    if not is_allowed(text, start, end, row.guard):
        return None
    if row.kind is FormKind.NAME:
        return end
    if row.kind is FormKind.AFTER_HEAD:
        return end if follows_head(text, start, row.head) else None
    with_head = head_end(text, end, row.head)
    if with_head is not None:
        return with_head
    is_region = entry.place.level is PlaceLevel.REGION
    is_elliptic = shares_head(text, end, row.head) or (is_region and stands_alone(text, end))
    return end if is_elliptic else None


def _mention(place: Place, start: int, end: int) -> PlaceMention:
    return PlaceMention(place.name, place.code, place.level, start, end)


def _country(code: str) -> Place:
    for place in load_places().values():
        if place.level is PlaceLevel.COUNTRY and place.code == code:
            return place
    raise KeyError(f"no country {code!r} in places.tsv: give an ISO 3166-1 alpha-2 code that is there")


def _means_home(text: str, match: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
    word = before[1].lower() if before else ""
    if _ADJECTIVE_OR_PRONOUN.fullmatch(word) and not _OWN.fullmatch(word):
        return False
    behind = match.end()
    return _OF_HOME.match(text, behind) is not None or _NAMED_BEHIND.match(text, behind) is None
