"""Times in the brackets of a sentence: "80 школ (2023)", "уровень газификации (2024 год) – 98%".

Belongs here: which times stand in which bracket, and a bracket that holds nothing but a time or the
amount of a base. Does not belong here: which time governs a number (`time_choice`) and gaps without
brackets (`time_gaps`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.model import PeriodGrain
from extractors.periods.time_gaps import SOFT, TimeGaps
from extractors.text.brackets import Brackets
from extractors.times.time_mentions import OWN_ROLES, TimeMention, TimeRole

_REACH = 240
_LABEL_DASH = re.compile(
    r"\x20?(?:(?:по|в)\x20[а-я]+\x20){0,1}(?:-|:|состав(?:ил[аио]?|ля[а-я]+))?\x20(?:(?:более|около|почти|свыше|порядка)\x20)?"
)
_DATA = re.compile(
    r"\(\s?(?:данные|сведения|оценка|итоги|по итогам|по данным|по состоянию|факт"
    r"|(?:ввод|запуск|пуск|сдача|завершение|открытие)(?:\x20[а-я-]+){0,2}?)\x20(?:(?:за|на|по|во?|к)\x20)?"
)
_AS_OF = re.compile(r"\(\s?по\x20состоянию\x20на\x20")
_FROM = re.compile(r"\(со?\x20")  # "с начала сезона (с 1 сентября 2025 года) учтено 5 тысяч"
_AS_OF_REACH = 40
_LEVELS = ("уров", "показател", "значени")  # "выше уровня прошлого года (33,6%)"
_BARE = re.compile(r"\(\s?(?:(?:было|тогда|около|более|почти|порядка|свыше|там)\x20)*")


class BracketedTimes:
    """The times of one sentence by the bracket that they stand in."""

    def __init__(
        self, levelled: str, start: int, end: int, times: Sequence[TimeMention], gaps: TimeGaps
    ) -> None:
        """Takes the levelled text, the bounds of the sentence, its times, and the gaps between these."""
        self._text, self._start, self._end = levelled, start, end
        self._gaps = gaps
        self._brackets = Brackets(levelled, start, end)
        self.around = self._brackets.around
        self._inside: dict[int, list[TimeMention]] = {}
        for time in times:
            if time.role in OWN_ROLES:
                bracket = self.around(time.start)
                bracket = -1 if bracket >= 0 and self._says_as_of(bracket, time) else bracket
                self._inside.setdefault(bracket, []).append(time)
        self._bases = {time.end: time for time in times if time.role is TimeRole.BASE}

    def _says_as_of(self, bracket: int, time: TimeMention) -> bool:
        """ "в области (по состоянию на 1 мая) имеется 12 школ": a bracket that says when for its clause."""
        opening, closing = self.bounds(bracket)
        is_since = (
            time.role is TimeRole.SINCE and _FROM.fullmatch(self._text, opening, time.start) is not None
        )
        is_as_of = is_since or _AS_OF.fullmatch(self._text, opening, time.start) is not None
        is_all = is_as_of and closing - time.end <= 1
        return is_all and not self._gaps.has_digits(max(self._start, opening - _AS_OF_REACH), opening)

    def inside(self, bracket: int) -> list[TimeMention]:
        """The times that govern numbers in a bracket of the sentence, -1 for those outside all."""
        return self._inside.get(bracket, [])

    def bounds(self, bracket: int) -> tuple[int, int]:
        """Offsets of the two brackets of a pair."""
        return self._brackets.pairs[bracket]

    def of_label(self, start: int, end: int) -> TimeMention | None:
        """The time of a bracket of its own right behind a number, or before the one that it labels."""
        return self._behind(end) or self._before(start)

    def closing(self, end: int) -> TimeMention | None:
        """The time that is all a bracket holds which closes right before an offset."""
        return self._only_time(self._brackets.closing_at(end - 1))

    def _behind(self, end: int) -> TimeMention | None:
        """ "80 школ (2023) и 100 (2024)": a bracket that holds nothing but a time."""
        opening = self._text.find("(", end, min(self._end, end + 32))
        if opening < 0 or self._gaps.has_number(end, opening) or SOFT.search(self._text, end, opening):
            return None
        return self._only_time(self._brackets.opening_at(opening))

    def _before(self, start: int) -> TimeMention | None:
        """ "уровень газификации (2024 год) – 98%": a bracket of nothing but a time, still without number."""
        closing = self._text.rfind(")", max(self._start, start - 24), start)
        if closing < 0 or _LABEL_DASH.fullmatch(self._text, closing + 1, start) is None:
            return None
        bracket = self._brackets.closing_at(closing)
        if bracket < 0:
            return None
        opening = self.bounds(bracket)[0]
        low = max(self._start, opening - _REACH)
        clause = max(self._text.rfind(mark, low, opening) for mark in ",;:")
        return None if self._gaps.has_number(max(clause, low), opening) else self._only_time(bracket)

    def _only_time(self, bracket: int) -> TimeMention | None:
        """The time that is all a bracket holds."""
        inside = self.inside(bracket) if bracket >= 0 else []
        if len(inside) != 1:
            return None
        opening, closing = self.bounds(bracket)
        is_first = inside[0].start - opening <= 5 or _DATA.fullmatch(self._text, opening, inside[0].start)
        return inside[0] if is_first and closing - inside[0].end <= 1 else None

    def base_behind(self, bracket: int, start: int, end: int) -> TimeMention | None:
        """ "выросло по сравнению с 2024 годом (51,4 тысячи)": the amount of the base behind its time."""
        opening = self.bounds(bracket)[0]
        base = self._bases.get(opening - 1) or self._bases.get(opening)
        if base is None or _BARE.fullmatch(self._text, opening, start) is None:
            return None
        is_level = base.phrase_start >= 0 and self._text.startswith(_LEVELS, base.phrase_start)
        if self._text[end - 1] == "%" and not is_level:
            return None
        is_same_window = 0 <= base.phrase_start < base.start and base.year is not None
        is_same_window = is_same_window and (not is_level or base.grain is PeriodGrain.YEAR)
        is_shift = is_same_window or (base.year is None and base.years_back > 0)
        return replace(base, role=TimeRole.SHIFT if is_shift else TimeRole.PERIOD)
