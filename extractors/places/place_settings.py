"""A mention of a territory with what stands around it, and what that shows of its grammar.

Belongs here: the roles that a mention can have, its cases, and whether it lies abroad. Does not belong
here: the rules that give it a role (`place_roles`, `place_titles`, `place_governors`) and their patterns
(`place_role_words`).
"""

import functools
from enum import StrEnum

from extractors.lexicon.readings import readings
from extractors.places import place_role_words as near
from extractors.places.place_index import PlaceMention, load_places, parents_of
from extractors.records import record


class PlaceRole(StrEnum):
    """What a mention does."""

    WHERE = "where"  # a territory that numbers may describe
    COMPARED = "compared"  # "выше, чем в Алматы"
    TOWARDS = "towards"  # "в Китай", "до Алматы"
    PARTNER = "partner"  # "с Китаем", "из России", "между Казахстаном и Венгрией"
    ROUTE = "route"  # "Астана – Токио", "трасса Алматы – Хоргос"
    EXAMPLE = "example"  # "в шести регионах, включая Алматы, …"
    OFFICE = "office"  # "Министерство финансов РК"
    TITLE = "title"  # inside a quoted name


@record
class PlaceSetting:
    """A mention and what stands around it.

    Attributes:
        text: The raw text.
        sentence: Start and end of its sentence.
        mention: The mention.
        before: The text of the sentence before it, as far as governors are looked for.
        is_foreign: Whether the territory lies outside the publisher's country.
    """

    text: str
    sentence: tuple[int, int]
    mention: PlaceMention
    before: str
    is_foreign: bool

    @property
    def around(self) -> tuple[int, int]:
        """Offsets of the words of the sentence that can govern the mention."""
        first, last = self.sentence
        return max(first, self.mention.start - near.GOVERNED), min(last, self.mention.end + near.GOVERNED)


def has_case(setting: PlaceSetting, case: str) -> bool:
    """Whether a mention may stand in a case."""
    return can_stand_in(setting.text, setting.mention, case)


def can_stand_in(text: str, mention: PlaceMention, case: str) -> bool:
    """Whether the first word of a mention in a text may stand in a case; a word nobody knows may in any."""
    word = near.WORD.match(text, mention.start)
    found = readings(word.group()) if word else ()
    return not found or any(reading.case == case for reading in found)


@functools.cache
def capitals() -> frozenset[str]:
    """The names of all capitals."""
    return frozenset(place.capital for place in load_places().values() if place.capital)


def is_abroad(mention: PlaceMention, country: str) -> bool:
    """Whether a territory lies outside the publisher's country."""
    if mention.code is not None:
        return mention.code[:2] != country
    parents = parents_of(mention.name)
    return bool(parents) and all(parent[:2] != country for parent in parents)


def is_nominative(text: str, mention: PlaceMention) -> bool:
    """Whether a name may be the subject of its clause: a nominative behind no preposition."""
    if not can_stand_in(text, mention, "Nom"):
        return False
    return near.PREPOSITION.search(text[max(0, mention.start - near.LOOK_BACK) : mention.start]) is None


def has_own_number(text: str, mention: PlaceMention) -> bool:
    """Whether a dash, colon or bracket behind a mention ties a number to it."""
    is_governed = text[mention.start : mention.end] in near.HOME_GENITIVE
    return (near.GOVERNED_BEHIND if is_governed else near.LABEL_BEHIND).match(text, mention.end) is not None
