"""Which territory a number describes.

Belongs here: how far a named territory reaches (label, clause, sentence, row, dateline, heading) and
which of several wins. Does not belong here: finding names (`places`), what a mention does in its
sentence (`place_roles`) and what a sentence or block names (`place_spots`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout import Layout
from extractors.model import Fact, Kind
from extractors.morphology import readings
from extractors.place_index import Place, PlaceLevel, PlaceMention
from extractors.place_settings import has_own_number, is_nominative
from extractors.place_spots import Spot, block_places, lies_in, spots_of, table_place
from extractors.place_topic import Territories
from extractors.sentences import BlockKind

_BRACKET = re.compile(r"\s*\(")
_POSTFIX = re.compile(r"[^.;:()\n]{0,40}?,?\s*[–—,]\s*(?:во?|на|по|у|за)\s+(?:г\.\s*|город\w*\s+)?")
_TIGHT = re.compile(r"[^.,;:()–—\n|]{0,110}")
_LIST = re.compile(r"[^.;:()–—\n|]{0,70}\sи\s[^.;:()–—\n|,]{0,30}")
_SET_SIZE = re.compile(r"(?<!\w)(?:из|среди)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SET_REACH = 40
_OTHERS = re.compile(r"(?<!\w)(?:остальн|прочи|други)\w*\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What a number of other territories stands behind: "в остальных четырёх"."""
_OTHER_LABEL = re.compile(
    r"(?:[,;]|\sи)\s+(?:в|во|на|по)\s+(?:[А-ЯЁ]|сельск|городск|сёлах|селах|городах)[^,.;:()\d\n]{0,60}\s[–—-]\s"
    r"(?:на\s)?$"
    r"|(?<!\w)(?:остальн|прочи|други)[^,.;:()]{0,40}\s[–—-]\s(?:на\s)?$"
)
"""The label of a place that the lexicon does not hold, or of all others, right before a number."""
_STATES = frozenset({"страна", "государство"})
_GOES_ON = re.compile(r"(?<!\w)(?:(?:из|среди)\s+(?:них|котор)|в\s+том\s+числе)", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"(?<!\w)соответственно(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r",\s+([а-яё]+(?:ся)?)\s[^,.;:()–—]{0,80}$")
_ASIDE_REACH = 110
_WORD = re.compile(r"[^\W\d_]+")
_SPOTS_BACK = 6
_RANKED_REACH = 40
_REACH = 900


def place_facts(layout: Layout, known: Territories, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts with the territory that each describes.

    Args:
        layout: The text with its blocks and sentences.
        known: The territories it speaks of.
        facts: Its facts, in text order.
    """
    if not known.mentions:
        return list(facts)
    reader = _Reader(layout, known, facts)
    return [reader.placed(index) for index in range(len(facts))]


class _Reader:
    """The territories of one text, asked fact by fact."""

    def __init__(self, layout: Layout, known: Territories, facts: Sequence[Fact]) -> None:
        self._layout, self._known = layout, known
        self._text = layout.text
        self._facts = facts
        self._fact_starts = [fact.char_start for fact in facts]
        self._spots = spots_of(layout, known)
        self._spot_starts = [[spot.start for spot in spots] for spots in self._spots]
        self._by_block = block_places(layout, self._spots)
        self._topic = known.topic

    def placed(self, index: int) -> Fact:
        """The fact with its place."""
        fact = self._facts[index]
        found = None if self._counts_countries(index) else self._place_of(index)
        if found is None:
            return fact
        place, evidence = found
        return replace(
            fact, place=place.name, place_code=place.code, evidence=(*fact.evidence, f"place_{evidence}")
        )

    def _counts_countries(self, index: int) -> bool:
        """Whether a set of countries is counted: "среди 177 стран", "24-е место из 193"."""
        fact = self._facts[index]
        if fact.subject_head in _STATES and fact.kind is Kind.COUNT:
            return True
        before = self._facts[index - 1] if index else None
        if before is None or before.kind is not Kind.RANK:
            return False
        between = self._text[before.char_end : fact.char_start]
        return len(between) < _SET_REACH and _SET_SIZE.search(between) is not None

    def _place_of(self, index: int) -> tuple[PlaceMention | Place, str] | None:
        fact = self._facts[index]
        at = self._layout.sentence_at(fact.char_start)
        block = self._layout.sentences[at].block
        in_table = table_place(self._layout, self._known, fact.char_start)
        if in_table is not None:
            return in_table.place, in_table.evidence
        if self._layout.blocks[block].kind is not BlockKind.ROW:
            spot, evidence = self._spot_of(index, at)
            if spot is not None:
                place = spot.places[0] if len(spot.places) == 1 else self._respective(index, at, spot)
                return (place, evidence) if place is not None else None
        by_block = self._by_block[block]
        if by_block is not None:
            return by_block.place, by_block.evidence
        return (self._topic, "topic") if self._topic is not None else None

    def _respective(self, index: int, at: int, spot: Spot) -> PlaceMention | None:
        """The first of "в Алматы и Астане – 40 и 35 соответственно" has the first, and so on."""
        end = self._layout.sentences[at].end
        first = bisect_left(self._fact_starts, spot.end)
        last = bisect_left(self._fact_starts, end)
        if last - first != len(spot.places) or not first <= index < last:
            return None
        return spot.places[index - first] if _RESPECTIVELY.search(self._text, spot.end, end) else None

    def _ranked(self, index: int, at: int) -> Spot | None:
        """What takes a place in a ranking: the territory in the nominative, nearest before, else behind."""
        fact = self._facts[index]
        named = [spot for spot in self._spots[at] if is_nominative(self._text, spot.places[-1])]
        before = [spot for spot in named if spot.end <= fact.char_start]
        behind = (spot for spot in named if fact.char_end <= spot.start <= fact.char_end + _RANKED_REACH)
        return before[-1] if before else next(behind, None)

    def _spot_of(self, index: int, at: int) -> tuple[Spot | None, str]:
        spots = self._spots[at]
        ranked = self._ranked(index, at) if self._facts[index].kind is Kind.RANK else None
        if ranked is not None:
            return ranked, "before"
        behind = bisect_left(self._spot_starts[at], self._facts[index].char_end)
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
                continue
            if _leaves_bracket(between) or self._is_aside(spot, between):
                continue
            if self._is_label_of_other(spot, index):
                return None
            if _OTHERS.search(between) or _OTHER_LABEL.search(between):
                return None
            if self._serves_before(spot) and not _GOES_ON.search(between):
                continue
            return spot
        return None

    def _is_label_of_other(self, spot: Spot, index: int) -> bool:
        """Whether a place nobody knows is tied to a number before this one: "с. Бор – 10, котельная – 4"."""
        if not spot.places[-1].is_unlisted or not has_own_number(self._text, spot.places[-1]):
            return False
        return index > 0 and self._facts[index - 1].char_start >= spot.end

    def _is_aside(self, spot: Spot, between: str) -> bool:
        """Whether a participle clause holds the territory ("компания, зарегистрированная в Астане, …")."""
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
        if self._layout.sentence_at(before.char_start) != self._layout.sentence_at(spot.start):
            return False
        return _TIGHT.fullmatch(self._text, before.char_end, spot.start) is not None

    def _reaches_back(self, index: int, after: Spot, forward: Spot | None) -> bool:
        """Whether a territory behind a number is the number's."""
        if has_own_number(self._text, after.places[-1]):
            return False
        end, following = self._facts[index].char_end, index + 1
        if after.start - end > _REACH:
            return False
        if following < len(self._facts) and self._facts[following].char_start < after.start:
            joined = _LIST.fullmatch(self._text, end, self._facts[following].char_start)
            return forward is None and joined is not None and self._reaches_back(following, after, None)
        if _TIGHT.fullmatch(self._text, end, after.start):
            nested = forward is not None and _is_within(after, forward)
            if nested and _has_predicate(self._text[end : after.start]):
                return False
            return forward is None or nested or self._is_served(forward, index)
        if _POSTFIX.fullmatch(self._text, end, after.start):
            return forward is None or self._is_served(forward, index)
        return False

    def _is_served(self, spot: Spot, index: int) -> bool:
        """Whether a number before this one already has the territory."""
        return index > 0 and self._facts[index - 1].char_start >= spot.start


def _has_predicate(between: str) -> bool:
    """Whether a verb or short participle begins something new between a number and a name."""
    found = (readings(word) for word in _WORD.findall(between))
    return any(reading[0].verb_form in ("Fin", "Part") for reading in found if reading)


def _leaves_bracket(between: str) -> bool:
    """Whether a bracket closes that was open before."""
    closing = between.find(")")
    return closing >= 0 and not 0 <= between.find("(") < closing


def _is_within(inner: Spot, outer: Spot) -> bool:
    return any(lies_in(a, b) for a in inner.places for b in outer.places)
