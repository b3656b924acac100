"""Which temporal expression of a sentence governs a number.

Belongs here: order, brackets and clause ends between numbers and times in raw text. Does not belong
here: what earlier sentences leave (`period_reader`) and which days a time names (`periods`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.calendar_terms import compiled
from extractors.time_mentions import TimeMention, TimeRole

OWN_ROLES = frozenset({TimeRole.PERIOD, TimeRole.DEADLINE, TimeRole.SINCE, TimeRole.SHIFT, TimeRole.ANAPHOR})
_REACH = 240
_NEAR = 70
_PARTICIPLE_BEHIND = re.compile(
    r"[^,;:()]*,\x20[а-я]{2,}(?:вш|ющ|ящ|ущ|ащ|нн|ем|им)(?:ий|ая|ое|ее|ие|ые|ого|его|ой|ей|ую|юю|ом|ем|ых|их|ым|им)(?:ся)?\x20[^,;:()]*"
)
_HARD = compiled(
    r"[;:!?\n]|\.(?=\s)(?<!г\.)|,? (?:а|но|однако|тогда как|в то время как|хотя|что|чтобы|котор[а-я]+"
    r"|где|когда|если|причем|при этом|зато|поскольку|так как)(?![а-я])"
    r"|(?<![а-я])(?:против|чем|вместо|по сравнению|в сравнении|к уровню)(?![а-я])"
)
_SOFT = re.compile(r",|\x20-\x20|[()]")
_AS_OF_REMARK = compiled(
    r"[^,;:()]*, ?(?:[а-я]+ ){0,2}(?:данн|сведени|оценк|информаци|состояни)[а-я]*(?: [а-я]+){0,2} на "
)
_DIGIT = re.compile(r"\d")
_SEPARATOR = compiled(r"[,;:(]| (?:и|а|но|против|или) | - ")


class SentenceTimes:
    """The temporal expressions of one sentence, and the brackets that part it."""

    def __init__(
        self, levelled: str, start: int, end: int, times: Sequence[TimeMention], numbers: Sequence[int]
    ) -> None:
        """Takes the levelled text, the bounds of the sentence, its times, and where its numbers begin."""
        self._text = levelled
        self._numbers = numbers
        self.start, self._end = start, end
        self._starts, self._ends = [t.start for t in times], [t.end for t in times]
        self._brackets = _brackets(levelled, start, end)
        own = [time for time in times if time.role in OWN_ROLES]
        self._by_bracket: dict[int, list[TimeMention]] = {}
        for time in own:
            self._by_bracket.setdefault(self.bracket_of(time.start), []).append(time)
        self.horizons = [time for time in times if time.role is TimeRole.HORIZON]
        self._taken: set[int] = set()

    def bracket_of(self, position: int) -> int:
        """Index of the innermost bracket around a position, -1 outside all."""
        found = -1
        for index in range(bisect_left(self._brackets, (position, 0)) - 1, -1, -1):
            if self._brackets[index][1] > position:
                found = index
                break
            if position - self._brackets[index][0] > _REACH * 4:
                break
        return found

    def outer(self) -> list[TimeMention]:
        """The expressions outside every bracket."""
        return self._by_bracket.get(-1, [])

    def is_taken(self, time: TimeMention) -> bool:
        """Whether the time stands behind the number that it governs."""
        return time.start in self._taken

    def govern(self, start: int, end: int) -> TimeMention | None:
        """The expression that governs the number at `start`..`end`, None if the sentence has none for it."""
        suffix = self._year_bracket_behind(end)
        if suffix is not None:
            return suffix
        bracket = self.bracket_of(start)
        while bracket >= 0:
            inside = self._among(self._by_bracket.get(bracket, []), start, end)
            if inside is not None:
                return inside
            start, end = self._brackets[bracket][0], self._brackets[bracket][1] + 1
            bracket = self.bracket_of(start)
        return self._among(self.outer(), start, end)

    def _year_bracket_behind(self, end: int) -> TimeMention | None:
        """ "80 школ (2023) и 100 (2024)": a bracket that holds nothing but a time."""
        opening = self._text.find("(", end, min(self._end, end + 32))
        if opening < 0 or self._has_number(end, opening) or _SOFT.search(self._text, end, opening):
            return None
        index = bisect_left(self._brackets, (opening, 0))
        if index >= len(self._brackets) or self._brackets[index][0] != opening:
            return None
        inside = self._by_bracket.get(index, [])
        closing = self._brackets[index][1]
        if len(inside) == 1 and inside[0].start - opening <= 5 and closing - inside[0].end <= 1:
            return inside[0]
        return None

    def _among(self, times: list[TimeMention], start: int, end: int) -> TimeMention | None:
        place = bisect_left(times, start, key=lambda time: time.start)
        before = times[place - 1] if place else None
        after = times[place] if place < len(times) and times[place].start >= end else None
        if after is not None and not self._reaches(after, end, alone=before is None):
            after = None
        if before is None or after is None:
            chosen = before or after
        else:
            chosen = after if self._prefers_after(before, after, start) else before
        if chosen is None:
            return None
        if chosen is after:
            self._taken.add(chosen.start)
        elif chosen.start in self._taken and chosen.role is TimeRole.SHIFT:
            return None
        return chosen

    def _reaches(self, after: TimeMention, end: int, *, alone: bool) -> bool:
        """Whether a time behind the number may govern it, no clause end or other number in between."""
        text = self._text
        if after.start - end > _REACH or _HARD.search(text, end, after.start):
            return False
        tight = not _SOFT.search(text, end, after.start)
        if not alone:
            return tight and after.start - end <= _NEAR and not self._has_digits(end, after.start)
        if tight or _PARTICIPLE_BEHIND.fullmatch(text, end, after.start):
            return tight or not self._has_number(end, after.start)
        return _AS_OF_REMARK.fullmatch(text, end, after.start) is not None

    def _prefers_after(self, before: TimeMention, after: TimeMention, start: int) -> bool:
        """Whether the time behind wins over the one before it."""
        if before.start in self._taken:
            return True
        gap = self._text[max(before.end, start - _REACH) : start]
        has_number = self._has_number(before.end, start)
        if has_number and _SEPARATOR.search(gap):
            return True
        return _is_finer(after, before) or ("," in gap and not has_number)

    def _has_digits(self, start: int, end: int) -> bool:
        """Whether figures outside temporal expressions stand between two offsets."""
        for match in _DIGIT.finditer(self._text, start, end):
            place = bisect_left(self._starts, match.start() + 1) - 1
            if place < 0 or self._ends[place] <= match.start():
                return True
        return False

    def _has_number(self, start: int, end: int) -> bool:
        """Whether a number that may state a fact begins between two offsets."""
        place = bisect_left(self._numbers, start)
        return place < len(self._numbers) and self._numbers[place] < end


def _is_finer(one: TimeMention, other: TimeMention) -> bool:
    """ "в 2025 году планируется ввести 217 школ к концу декабря": a month within the year."""
    order = ("year", "year_to_date", "half_year", "range", "quarter", "month", "week", "day")
    return order.index(one.grain) > order.index(other.grain)


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Opening and closing offsets of the round brackets of a sentence, by opening."""
    found: list[tuple[int, int]] = []
    open_at: list[int] = []
    for match in re.compile(r"[()]").finditer(text, start, end):
        if match[0] == "(":
            open_at.append(match.start())
        elif open_at:
            found.append((open_at.pop(), match.start()))
    return sorted(found)
