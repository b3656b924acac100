"""Which temporal expression of a sentence governs a number.

Belongs here: order and dashes between numbers and times in raw text, and which times are spent. Does not
belong here: times in brackets (`bracketed_times`), what may stand between (`time_gaps`), what earlier
sentences leave (`period_reader`) and which days a time names (`periods`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.periods.bracketed_times import BracketedTimes
from extractors.periods.time_gaps import TimeGaps
from extractors.times.time_mentions import TimeMention, TimeRole

_REACH = 240
_NEAR = 70
_LOOKBACK = 12
_END = re.compile(r"(?<![а-я])до\x20")
_DASH_TO_TIME = re.compile(
    r"\x20?(?:[а-я.]{1,20}\x20){0,4}(?:и\x20\d[\d\x20,]*(?:[а-я.]{1,20}\x20){0,4})?"
    r"-\x20(?:(?:уже|еще|только|лишь)\x20)?(?:(?:в|во|за|на|к|до)\x20)?"
)
_SEGMENT_END = re.compile(r"[»\"”]?\s*(?:[,;).]|$|\n|\x20и\x20)")
_COMMA = re.compile(r",(?!\d)")
_OF_END = frozenset({TimeRole.PERIOD, TimeRole.SHIFT})  # "до 12,4% с 12,6% месяцем ранее"
_GRAINS = ("year", "year_to_date", "half_year", "range", "quarter", "month", "week", "day")
"""From coarse to fine."""


class SentenceTimes:
    """The temporal expressions of one sentence, and the brackets that part it.

    Attributes:
        start: Where the sentence begins.
        horizons: The years in the names of programmes.
    """

    def __init__(
        self, levelled: str, start: int, end: int, times: Sequence[TimeMention], numbers: Sequence[int]
    ) -> None:
        """Takes the levelled text, the bounds of the sentence, its times, and where its numbers begin."""
        self._text = levelled
        self.start, self._end = start, end
        self.horizons = [time for time in times if time.role is TimeRole.HORIZON]
        self._times = times
        self._gaps = TimeGaps(levelled, start, end, times, numbers)
        self._bracketed = BracketedTimes(levelled, start, end, times, self._gaps)
        self._taken: set[int] = set()
        self._owned: set[int] = set()

    def is_bracketed(self, position: int) -> bool:
        """Whether a position stands in a bracket."""
        return self._bracketed.around(position) >= 0

    def outer(self) -> list[TimeMention]:
        """The expressions outside every bracket."""
        return self._bracketed.inside(-1)

    def closing(self) -> list[TimeMention]:
        """ "Итоги месяца (май 2025 г.)": the expression that is all of a bracket at the end."""
        end = self._end - 1 if self._text[self._end - 1 : self._end] in (".", ":") else self._end
        time = self._bracketed.closing(end)
        return [time] if time is not None else []

    def is_taken(self, time: TimeMention) -> bool:
        """Whether the time stands behind the number that it governs."""
        return time.start in self._taken

    def distributions(self, time: TimeMention) -> int:
        """How often "в 2023 и 2024 годах введено 10 и 12 объектов соответственно" is said of a time."""
        return self._text.count("соответственно", time.end, min(self._end, time.end + 400))

    def is_participial(self, time: TimeMention) -> bool:
        """Whether a time is that of a participle, not of the sentence."""
        return self._gaps.is_participial(time)

    def is_aside(self, time: TimeMention) -> bool:
        """Whether a time is that of an active participle, an event aside."""
        return self._gaps.is_aside(time)

    def window_after_base(self, position: int) -> TimeMention | None:
        """ "по сравнению с январём–июнем 2024 года рост на 5%": the window of its base, a year later."""
        base = self.last_before(position)
        if base is None or base.role is not TimeRole.BASE or base.year is None or base.span_in is None:
            return None
        first, last = base.span_in(base.year)
        is_from_new_year = (first.month, first.day) == (1, 1) and last.month not in (1, 12)
        if not is_from_new_year or ";" in self._text[base.end : position]:
            return None
        return replace(base, role=TimeRole.PERIOD, year=base.year + 1)

    def is_closed_aside(self, time: TimeMention) -> bool:
        """ "цех, открытый в 2019 году, выпускает 8 тонн": a participle with its time between two commas."""
        is_closed = time.role is TimeRole.PERIOD and self._text.startswith(",", time.end)
        return is_closed and self._gaps.is_participial(time)

    def govern(self, start: int, end: int) -> TimeMention | None:
        """The expression that governs the number at `start`..`end`, None if the sentence has none for it."""
        labelled = self._bracketed.of_label(start, end)
        if labelled is not None:
            return labelled
        bracket = self._bracketed.around(start)
        dashed = self._behind_dash(self._bracketed.inside(bracket), end)
        if dashed is not None:
            self._taken.add(dashed.start)
            return dashed
        while bracket >= 0:
            inside = self._among(self._bracketed.inside(bracket), start, end)
            inside = inside or self._bracketed.base_behind(bracket, start, end)
            if inside is not None:
                return inside
            start, closing = self._bracketed.bounds(bracket)
            end = closing + 1
            bracket = self._bracketed.around(start)
        return self._among(self.outer(), start, end)

    def _behind_dash(self, times: list[TimeMention], end: int) -> TimeMention | None:
        """ "10 млн – в 2025 году, 12 млн – в 2026 году", "(263 – 2020 год, 267 – 2021 год)"."""
        time = self._next(times, end)
        if time is None or _DASH_TO_TIME.fullmatch(self._text, end, time.start) is None:
            return None
        return time if _SEGMENT_END.match(self._text, time.end, self._end + 1) else None

    def own_behind(self, end: int) -> TimeMention | None:
        """ "с 463 случаев в 2022 году до …": a time right behind one end of a change is that end's own."""
        time = self._next(self._bracketed.inside(self._bracketed.around(end)), end)
        if time is None or time.role not in _OF_END or not self._gaps.is_plain(end, time.start):
            return None
        if _END.search(self._text[end : time.start]):
            return None
        self._owned.add(time.start)
        return time

    def last_before(self, position: int) -> TimeMention | None:
        """The last time of the sentence, in a bracket or not, that begins before an offset."""
        place = bisect_left(self._times, position, key=lambda time: time.start)
        return self._times[place - 1] if place else None

    def _next(self, times: list[TimeMention], end: int) -> TimeMention | None:
        """The first of some times behind an offset, if it is near."""
        place = bisect_left(times, end, key=lambda time: time.start)
        return times[place] if place < len(times) and times[place].start - end <= _NEAR else None

    def _among(self, times: list[TimeMention], start: int, end: int) -> TimeMention | None:
        """The one of some times that governs a number."""
        place = bisect_left(times, start, key=lambda time: time.start)
        before = self._before(times, place, start)
        after = self._after(times, place, end, alone=before is None)
        if after is not None and (before is None or self._prefers_after(before, after, start)):
            self._taken.add(after.start)
            return after
        is_spent = before is not None and before.start in self._taken and before.role is TimeRole.SHIFT
        return None if is_spent else before

    def _after(self, times: list[TimeMention], place: int, end: int, *, alone: bool) -> TimeMention | None:
        """The next time behind a number, if it reaches back to it."""
        after = times[place] if place < len(times) and times[place].start >= end else None
        return after if after is not None and self._gaps.reaches(after, end, alone=alone) else None

    def _before(self, times: list[TimeMention], place: int, start: int) -> TimeMention | None:
        """The nearest time before a number that is not another number's, nor of a participle gone by."""
        near = times[max(0, place - _LOOKBACK) : place]
        for time in reversed(near):
            is_over = "," in self._text[time.end : start] and self._is_passing(time, near)
            is_over = is_over or (":" in self._text[time.end : start] and self._gaps.is_of_attribute(time))
            if time.start not in self._owned and not is_over:
                return time
        return None

    def _is_passing(self, time: TimeMention, near: Sequence[TimeMention]) -> bool:
        """Whether a time is over at a comma: of a participle, or behind its number ("7% с 6% в мае, …")."""
        is_behind = time.start in self._taken and time is not near[0] and time.role is TimeRole.PERIOD
        return is_behind or self._gaps.is_aside(time)

    def _prefers_after(self, before: TimeMention, after: TimeMention, start: int) -> bool:
        """Whether the time behind wins over the one before it."""
        if before.start in self._taken or self._gaps.has_number(before.end, start):
            return True
        low = max(before.end, start - _REACH)
        return _is_finer(after, before) or _COMMA.search(self._text, low, start) is not None


def _is_finer(one: TimeMention, other: TimeMention) -> bool:
    """ "в 2025 году планируется ввести 217 школ к концу декабря": a month within the year."""
    return _GRAINS.index(one.grain) > _GRAINS.index(other.grain)
