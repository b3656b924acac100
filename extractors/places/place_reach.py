"""How far a territory named in a sentence reaches: which numbers before and behind it are its own.

Belongs here: what stands between a territory and a number of one sentence. Does not belong here: rows,
headings and rankings (`place_slots`), and what a sentence (`place_spots`) or block (`place_blocks`) names.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.lexicon.readings import readings
from extractors.model import Fact, Kind
from extractors.places.place_index import PlaceLevel
from extractors.places.place_others import tells_of_others
from extractors.places.place_settings import has_own_number
from extractors.places.place_spots import Spot, lies_in
from extractors.text.brackets import leaves_bracket
from extractors.text.layout import Layout

_JOINS = re.compile(r"(?:,|\sи|\sа)\s")
_OWN_LOCATIVE = re.compile(r"(?:(?!\s(?:и|или|а)\s)[^.,;:()–—\n|]){0,80}\s(?:во?|на)\s(?:г\.\s?|городе\s)?")
_BRACKET = re.compile(r"\s*\(")
_POSTFIX = re.compile(r"[^.;:()\n]{0,40}?,?\s*[–—,]\s*(?:во?|на|по|у|за)\s+(?:г\.\s*|город\w*\s+)?")
# "12 – в Алматы, 33 – в Астане": each number is told where it is behind its dash.
_DASHED = re.compile(r"(?:\s[^\W\d_]+){0,3}\s[–—-]\s(?:во?|на|по)\s(?:г\.\s*|город\w*\s+)?")
_CLOSED = re.compile(r"\s?[,;.)]|\sи\s")
_TIGHT = re.compile(r"[^.,;:()–—\n|]{0,110}")
_LIST = re.compile(r"[^.;:()–—\n|]{0,70}\sи\s[^.;:()–—\n|,]{0,30}")
_AVERAGE = "еспубликанск"
_GOES_ON = re.compile(r"(?<!\w)(?:(?:из|среди)\s+(?:них|котор)|в\s+том\s+числе)", re.IGNORECASE)
_ASIDE = re.compile(r",\s+([а-яё]+(?:ся)?)\s[^,.;:()–—]{0,80}$")
_ASIDE_REACH = 110
_WORD = re.compile(r"[^\W\d_]+")
# What a programme of the whole country is named by is of no place behind it.
_PROGRAMME = re.compile(
    r"(?:национальн|республиканск|государственн|президентск)\w+\s(?:программ|проект|инициатив|кампани)\w*\s"
    r"по\s(?:[^\W\d_]+\s){1,3}[^.,;:\n]{1,12}$",
    re.IGNORECASE,
)
_SPOTS_BACK = 6
_REACH = 900


class PlaceReach:
    """How far the territories of one text reach, asked number by number."""

    def __init__(self, layout: Layout, facts: Sequence[Fact], fact_starts: Sequence[int]) -> None:
        """Takes the text with its sentences and its facts, in text order, with where each starts."""
        self._layout, self._text = layout, layout.text
        self._facts, self._fact_starts = facts, fact_starts

    def of(self, index: int, spots: Sequence[Spot], starts: Sequence[int]) -> tuple[Spot | None, str]:
        """The territory of its sentence that reaches a number, None if none does, and from which side.

        Args:
            index: Index of the number among the facts.
            spots: The territories of its sentence.
            starts: Where each of these starts.
        """
        behind = bisect_left(starts, self._facts[index].char_end)
        forward = self._forward(index, spots[max(0, behind - _SPOTS_BACK) : behind])
        if behind < len(spots) and self._reaches_back(index, spots[behind], forward):
            return spots[behind], "behind"
        return forward, "before"

    def _forward(self, index: int, before: Sequence[Spot]) -> Spot | None:
        """The last territory before a number that is still open."""
        start = self._facts[index].char_start
        for spot in reversed(before):
            if start - spot.end > _REACH:
                return None
            between = self._text[spot.end : start]
            if _BRACKET.match(between):
                if ")" not in between:
                    return spot
                if self._has_number(spot.end, spot.end + between.index(")")):
                    continue
            if leaves_bracket(between) or self._is_aside(spot, between):
                continue
            if self._is_label_of_other(spot, index):
                return None
            if tells_of_others(between):
                return None
            if self._serves_before(spot) and not _GOES_ON.search(between):
                continue
            return spot
        return None

    def _has_number(self, start: int, end: int) -> bool:
        """Whether a bracket behind a name holds a number of its own, not a date: "в Твери (392)"."""
        index = bisect_left(self._fact_starts, start)
        return index < len(self._fact_starts) and self._fact_starts[index] < end

    def _is_label_of_other(self, spot: Spot, index: int) -> bool:
        """Whether a place nobody knows is tied to a number before this one: "с. Бор – 10, котельная – 4"."""
        if not spot.places[-1].is_unlisted or not has_own_number(self._text, spot.places[-1]):
            return False
        return index > 0 and self._facts[index - 1].char_start >= spot.end

    def _is_aside(self, spot: Spot, between: str) -> bool:
        """Whether a participle clause holds the territory ("компания, зарегистрированная в Астане, …").

        The mean of a country ("республиканский показатель – 65,9") is of one number only.
        """
        if self._text.find(_AVERAGE, spot.start, spot.end) >= 0:
            return self._has_number(spot.end, spot.end + len(between))
        if "," not in between:
            return False
        start = self._layout.sentences[self._layout.sentence_at(spot.start)].start
        opening = _ASIDE.search(self._text, max(start, spot.start - _ASIDE_REACH), spot.start)
        return opening is not None and any(r.is_participle for r in readings(opening[1])[:2])

    def _serves_before(self, spot: Spot) -> bool:
        """Whether it says where the number before it is: "120 номеров в Бурабае и три центра"."""
        index = bisect_left(self._fact_starts, spot.start) - 1
        if index < 0 or has_own_number(self._text, spot.places[-1]):
            return False
        if any(place.level is PlaceLevel.COUNTRY for place in spot.places):
            return False
        before = self._facts[index]
        if _PROGRAMME.search(self._text, max(0, before.char_start - _ASIDE_REACH), before.char_end):
            return False
        if self._layout.sentence_at(before.char_start) != self._layout.sentence_at(spot.start):
            return False
        if _TIGHT.fullmatch(self._text, before.char_end, spot.start) is not None:
            return True
        is_label = _DASHED.fullmatch(self._text, before.char_end, spot.start) is not None
        return is_label and _CLOSED.match(self._text, spot.end) is not None

    def _reaches_back(self, index: int, after: Spot, forward: Spot | None) -> bool:
        """Whether a territory behind a number is the number's."""
        is_rank = self._facts[index].kind is Kind.RANK  # "за Алматы (2,3 тыс.)" tells the rank's too
        if not is_rank and has_own_number(self._text, after.places[-1]):
            return False
        end, following = self._facts[index].char_end, index + 1
        if after.start - end > _REACH:
            return False
        if _PROGRAMME.search(self._text, max(0, self._facts[index].char_start - _ASIDE_REACH), end):
            return False
        if following < len(self._facts) and self._facts[following].char_start < after.start:
            joined = _LIST.fullmatch(self._text, end, self._facts[following].char_start)
            return forward is None and joined is not None and self._reaches_back(following, after, None)
        if _TIGHT.fullmatch(self._text, end, after.start):
            nested = forward is not None and _is_within(after, forward)
            if nested and _has_predicate(self._text[end : after.start]):
                return False
            if forward is None or nested or self._is_served(forward, index):
                return True
            return self._is_own_member(index, forward, after)
        if _POSTFIX.fullmatch(self._text, end, after.start):
            if forward is None or self._is_served(forward, index):
                return True
            return _DASHED.fullmatch(self._text, end, after.start) is not None
        return False

    def _is_own_member(self, index: int, forward: Spot, after: Spot) -> bool:
        """As in "5 центров в Киеве и 4 центра в Алматы": each member of a row has its own locative."""
        fact = self._facts[index]
        if _JOINS.search(self._text, forward.end, fact.char_start) is None:
            return False
        return _OWN_LOCATIVE.fullmatch(self._text, fact.char_end, after.start) is not None

    def _is_served(self, spot: Spot, index: int) -> bool:
        """Whether a number before this one already has the territory."""
        return index > 0 and self._facts[index - 1].char_start >= spot.start


def _has_predicate(between: str) -> bool:
    """Whether a verb or short participle begins something new between a number and a name."""
    found = (readings(word) for word in _WORD.findall(between))
    return any(reading[0].verb_form in ("Fin", "Part") for reading in found if reading)


def _is_within(inner: Spot, outer: Spot) -> bool:
    return any(lies_in(a, b) for a in inner.places for b in outer.places)
