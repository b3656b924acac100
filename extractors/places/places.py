"""Which territories a text names, and where.

Belongs here: finding names in every case form, acronyms, and adjectives with or without their
"область" or "район". Does not belong here: the lexicon (`place_index`), what tells
a name from a word (`place_context`), "в стране" (`home_places`), and which
number a place belongs to. Adjectives of countries ("казахстанский") and people ("казахстанцы")
are no places.
"""

import re
from collections.abc import Iterator, Mapping

from extractors.places.home_places import home_places
from extractors.places.place_context import follows_head, head_end, is_allowed, shares_head, stands_alone
from extractors.places.place_districts import districts_in_list, districts_in_row, unknown_districts
from extractors.places.place_index import Entry, FormKind, PlaceLevel, PlaceMention, fold, forms_by_first_word
from extractors.places.place_unlisted import unlisted_places

__all__ = ["PlaceLevel", "PlaceMention", "find_places", "home_places"]

_CAPITAL_WORD = re.compile(r"(?<!\w)[А-ЯЁӘҒҚҢӨҰҮҺІ][\w’']*(?:-[\w’']+)*")
_NEXT_WORD = re.compile(r"[ \t\u00a0]{1,3}([\w’'.]+(?:-[\w’']+)*|[–—])")


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Return every territory that a text names, in text order and without overlaps.

    Args:
        text: The raw text.
    """
    rows = (*districts_in_row(text), *districts_in_list(text))
    found = [*rows, *_mentions(text), *unknown_districts(text), *unlisted_places(text)]
    kept: list[PlaceMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


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


def _parts(match: re.Match[str], index: Mapping[str, tuple[Entry, ...]]) -> Iterator[tuple[int, str]]:
    """The word itself, or the capitalised parts of a compound that is no name ("Алматы-Ташкент")."""
    word = match.group()
    if "-" not in word or fold(word) in index:
        yield match.start(), word
        return
    start = match.start()
    for part in word.split("-"):
        if part[:1].isupper():
            yield start, part
        start += len(part) + 1


def _at(text: str, start: int, end: int, entries: tuple[Entry, ...]) -> PlaceMention | None:
    """The longest name that starts with a word and may stand here."""
    following = _NEXT_WORD.match(text, end) if entries else None
    second_word = fold(following[1]).rstrip(".") if following else None
    for entry in entries:
        if entry.rest and entry.rest[0].rstrip(".") != second_word:
            continue
        name_end = _end_of_words(text, end, entry.rest)
        mention_end = None if name_end is None else _end_of_mention(text, start, name_end, entry)
        if mention_end is not None:
            place = entry.place
            return PlaceMention(place.name, place.code, place.level, start, mention_end)
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
    if row.kind is FormKind.AFTER_HEAD:
        return end if follows_head(text, start, row.head) else None
    if not is_allowed(text, start, end, row.guard):
        return None
    if row.kind is FormKind.NAME:
        return end
    with_head = head_end(text, end, row.head)
    if with_head is not None:
        return with_head
    is_region = entry.place.level is PlaceLevel.REGION
    is_region = is_region and row.head != "регион"  # "Тверской" alone is no region
    is_elliptic = shares_head(text, end, row.head) or (is_region and stands_alone(text, end))
    return end if is_elliptic else None
