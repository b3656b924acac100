"""The times and places that a sentence mentions, out of those of the whole text.

Belongs here: which mentions lie in a sentence, and marking the words that belong to one. Does not belong
here: finding them (`times`, `places`).
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from extractors.language.words import Sentence
from extractors.places.places import PlaceMention
from extractors.times.time_mentions import TimeMention

_Mention = TypeVar("_Mention", TimeMention, PlaceMention)


def mentions_within(
    mentions: Sequence[_Mention], starts: Sequence[int], sentence: Sentence
) -> Sequence[_Mention]:
    """The mentions that start in a sentence; all of them lie in text order."""
    return mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def mark_mentions(sentence: Sentence, times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> None:
    """Marks the words of a sentence that belong to a time, a place or a unit that a label names."""
    for _, expression in sentence.numbers():
        if expression.label is not None:
            for word in sentence.words_in(*expression.label):
                word.in_time = True
    for time in times:
        for word in sentence.words_in(time.start, time.end):
            word.in_time = True
    for place in places:
        for word in sentence.words_in(place.start, place.end):
            word.in_place = True
