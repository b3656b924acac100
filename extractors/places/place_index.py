"""The place lexicon in memory: places, their case forms, and lookup by first word.

Belongs here: reading `data/places.tsv` and the generated `data/places_forms.tsv`. Does not
belong here: where in a text a place is mentioned (`places`).
"""

import functools
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from extractors.data_tables import table_rows
from extractors.records import record

FORM_COLUMNS = ("form", "place", "kind", "head", "guard")
_FOLD = str.maketrans("ёәғқңөұүһіi’", "еагкноуухии'")


class PlaceLevel(StrEnum):
    """How large a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    DISTRICT = "district"


class FormKind(StrEnum):
    """How a form names its place."""

    NAME = "name"
    ACRONYM = "acronym"
    ATTRIBUTE = "attribute"
    AFTER_HEAD = "after_head"


class Guard(StrEnum):
    """What must stand around a form that is also an ordinary word or a person's name."""

    NONE = ""
    SETTLEMENT = "settlement"
    START = "start"


@record
class Place:
    """One territory.

    Attributes:
        name: Canonical nominative name.
        code: ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a region or city, None without one.
        level: How large it is.
        parents: Codes of the territories it lies in; more than one where districts share a name.
        capital: Name of a country's capital, where this project knows it.
    """

    name: str
    code: str | None
    level: PlaceLevel
    parents: tuple[str, ...]
    capital: str | None


@record
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

    @property
    def is_unlisted(self) -> bool:
        """Whether the lexicon does not hold it, so that nothing is known of where it lies."""
        return self.code is None and not parents_of(self.name)


@record
class FormRow:
    """One case form; a row of `places_forms.tsv`.

    Attributes:
        text: The form, capitals as in running text.
        place: Canonical name of the place.
        kind: A name ("Астане"), an acronym ("ЗКО"), adjectives before a head ("Туркестанской") or a
            name after one ("район Байтерек").
        head: The head noun of the last two kinds, else empty.
        guard: What must stand around it.
    """

    text: str
    place: str
    kind: FormKind
    head: str
    guard: Guard

    def as_row(self) -> tuple[str, ...]:
        """Return the cells in the order of `FORM_COLUMNS`."""
        return (self.text, self.place, self.kind, self.head, self.guard)


@record
class Entry:
    """A form ready to be compared: its words after the first, folded, and what it names."""

    rest: tuple[str, ...]
    row: FormRow
    place: Place


def fold(word: str) -> str:
    """Return a word in lower case without ё, Kazakh letters ("i" is one) and kinds of apostrophe."""
    return word.lower().translate(_FOLD)


@functools.cache
def load_places() -> Mapping[str, Place]:
    """Return every place by canonical name."""
    places = {}
    for row in table_rows("places.tsv"):
        parents = tuple(filter(None, row["parent"].split(";")))
        level = PlaceLevel(row["level"])
        places[row["name"]] = Place(row["name"], row["code"] or None, level, parents, row["capital"] or None)
    return MappingProxyType(places)


def parents_of(name: str) -> tuple[str, ...]:
    """Codes of the territories that one lies in, () where the lexicon does not hold it."""
    place = load_places().get(name)
    return place.parents if place is not None else ()


@functools.cache
def region_by_code(code: str) -> Place | None:
    """Return the region with an ISO 3166-2 code, None where the lexicon holds none."""
    found = (place for place in load_places().values() if place.code == code)
    return next((place for place in found if place.level is PlaceLevel.REGION), None)


@functools.cache
def forms_by_first_word() -> Mapping[str, tuple[Entry, ...]]:
    """Return the forms by their folded first word, longest first, those with a head noun before names."""
    found: dict[str, list[Entry]] = {}
    places = load_places()
    for cells in table_rows("places_forms.tsv"):
        row = FormRow(
            cells["form"], cells["place"], FormKind(cells["kind"]), cells["head"], Guard(cells["guard"])
        )
        first, *rest = row.text.split()
        found.setdefault(fold(first), []).append(Entry(tuple(map(fold, rest)), row, places[row.place]))
    return MappingProxyType(
        {word: tuple(sorted(entries, key=_precedence)) for word, entries in found.items()}
    )


def _precedence(entry: Entry) -> tuple[int, bool]:
    """Longer first; "Каркаралинском районе" before Каркаралинск, whose instrumental it also is."""
    return -len(entry.rest), not entry.row.head
