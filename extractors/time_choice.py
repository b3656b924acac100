"""Which temporal expression of a sentence governs a number.

Belongs here: order, brackets and clause ends between numbers and times in raw text. Does not belong
here: what earlier sentences leave (`period_reader`) and which days a time names (`periods`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.calendar_terms import compiled
from extractors.plan_words import has_verb
from extractors.time_mentions import TimeMention, TimeRole

OWN_ROLES = frozenset({TimeRole.PERIOD, TimeRole.DEADLINE, TimeRole.SINCE, TimeRole.SHIFT, TimeRole.ANAPHOR})
_REACH = 240
_NEAR = 70
_LOOKBACK = 12
_END = re.compile(r"(?<![а-я])до\x20")
_PARTICIPLE_BEHIND = re.compile(
    r"[^,;:()]*,\x20[а-я]{2,}(?:вш|ющ|ящ|ущ|ащ|нн|ем|им)(?:ий|ая|ое|ее|ие|ые|ого|его|ой|ей|ую|юю|ом|ем|ых|их|ым|им)(?:ся)?\x20[^,;:()]*"
)
_HARD = compiled(
    r"[;:!?\n]|\.(?=\s)(?<!г\.)|,? (?:а|но|однако|тогда как|в то время как|хотя|что|чтобы|котор[а-я]+"
    r"|где|когда|если|причем|при этом|зато|поскольку|так как)(?![а-я])"
    r"|(?<![а-я])(?:против|чем|вместо|после|по сравнению|в сравнении|к уровню)(?![а-я])"
)
_BRACKETED = re.compile(r"\([^()]*\)")
_LABEL_DASH = re.compile(r"\x20?(?:-|:|составил[аио]?)?\x20(?:(?:более|около|почти|свыше|порядка)\x20)?")
_CLOSING_DASH = re.compile(r"[^,;:()]{0,40}?\x20-\x20(?P<word>[а-я-]+)")
_DASH_TO_TIME = re.compile(
    r"\x20?(?:[а-я.]{1,20}\x20){0,4}(?:и\x20\d[\d\x20,]*(?:[а-я.]{1,20}\x20){0,4})?"
    r"-\x20(?:(?:уже|еще|только|лишь)\x20)?(?:(?:в|во|за|на|к|до)\x20)?"
)
_SEGMENT_END = re.compile(r"\s*(?:[,;).]|$|\n|\x20и\x20)")
_CONJUNCT = re.compile(r"(?<![а-я])и\x20(?:(?:в|во|за|на|по|до|к)\x20)?$")
_VERB_JOINED = re.compile(r"\x20и\x20(?P<word>[а-я-]+)")
_BARE = re.compile(r"\(\s?(?:(?:было|тогда|около|более|почти|порядка|свыше|там)\x20)*")
_PARTICIPLE = re.compile(
    r",\x20(?:[а-я]+\x20){0,2}(?!данн)[а-я]{2,}(?:(?P<active>вш|ющ|ящ|ущ|ащ)|нн|т|ем|им)"
    r"(?:ий|ая|ое|ее|ие|ые|ого|его|ому|ему|ой|ей|ую|юю|ом|ем|ым|им|ых|их)(?:ся)?\x20[^,]{0,60}$"
)
_SOFT = re.compile(r",|\x20-\x20|[()]")
_AS_OF_REMARK = compiled(
    r"[^,;:()]*, ?(?:[а-я]+ ){0,2}(?:данн|сведени|оценк|информаци|состояни)[а-я]*(?: [а-я]+){0,2} на "
)
_DIGIT = re.compile(r"\d")
_COMMA = re.compile(r",(?!\d)")


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
        self._closings = {closing: index for index, (_opening, closing) in enumerate(self._brackets)}
        own = [time for time in times if time.role in OWN_ROLES]
        self._by_bracket: dict[int, list[TimeMention]] = {}
        for time in own:
            self._by_bracket.setdefault(self.bracket_of(time.start), []).append(time)
        self.horizons = [time for time in times if time.role is TimeRole.HORIZON]
        self._bases = {time.end: time for time in times if time.role is TimeRole.BASE}
        self._taken: set[int] = set()
        self._owned: set[int] = set()

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

    def distributions(self, time: TimeMention) -> int:
        """How often "в 2023 и 2024 годах введено 10 и 12 объектов соответственно" is said of a time."""
        return self._text.count("соответственно", time.end, min(self._end, time.end + 400))

    def govern(self, start: int, end: int) -> TimeMention | None:
        """The expression that governs the number at `start`..`end`, None if the sentence has none for it."""
        suffix = self._year_bracket_behind(end)
        if suffix is not None:
            return suffix
        prefix = self._bracket_before(start)
        if prefix is not None:
            return prefix
        bracket = self.bracket_of(start)
        dashed = self._behind_dash(self._by_bracket.get(bracket, []), end)
        if dashed is not None:
            self._taken.add(dashed.start)
            return dashed
        while bracket >= 0:
            inside = self._among(self._by_bracket.get(bracket, []), start, end)
            inside = inside or self._base_of_bracket(self._brackets[bracket][0], start, end)
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
        return self._only_time(index)

    def _bracket_before(self, start: int) -> TimeMention | None:
        """ "уровень газификации (2024 год) – 98%": a bracket of nothing but a time, still without number."""
        closing = self._text.rfind(")", max(self.start, start - 24), start)
        if closing < 0 or _LABEL_DASH.fullmatch(self._text, closing + 1, start) is None:
            return None
        index = self._closings.get(closing)
        if index is None:
            return None
        opening = self._brackets[index][0]
        low = max(self.start, opening - _REACH)
        clause = max(self._text.rfind(mark, low, opening) for mark in ",;:")
        return None if self._has_number(max(clause, low), opening) else self._only_time(index)

    def _only_time(self, bracket: int) -> TimeMention | None:
        """The time that is all a bracket holds."""
        inside = self._by_bracket.get(bracket, [])
        opening, closing = self._brackets[bracket]
        if len(inside) == 1 and inside[0].start - opening <= 5 and closing - inside[0].end <= 1:
            return inside[0]
        return None

    def _behind_dash(self, times: list[TimeMention], end: int) -> TimeMention | None:
        """ "10 млн – в 2025 году, 12 млн – в 2026 году", "(263 – 2020 год, 267 – 2021 год)"."""
        place = bisect_left(times, end, key=lambda time: time.start)
        if place == len(times) or times[place].start - end > _NEAR:
            return None
        time = times[place]
        is_dashed = _DASH_TO_TIME.fullmatch(self._text, end, time.start) is not None
        return time if is_dashed and _SEGMENT_END.match(self._text, time.end, self._end + 1) else None

    def _base_of_bracket(self, opening: int, start: int, end: int) -> TimeMention | None:
        """ "выросло по сравнению с 2024 годом (51,4 тысячи)": the amount of the base behind its time."""
        base = self._bases.get(opening - 1) or self._bases.get(opening)
        if base is None or self._text[end - 1] == "%" or _BARE.fullmatch(self._text, opening, start) is None:
            return None
        is_same_window = 0 <= base.phrase_start < base.start and base.year is not None
        is_shift = is_same_window or (base.year is None and base.years_back > 0)
        return replace(base, role=TimeRole.SHIFT if is_shift else TimeRole.PERIOD)

    def own_behind(self, end: int) -> TimeMention | None:
        """ "с 463 случаев в 2022 году до …": a time right behind one end of a change is that end's own."""
        times = self.outer()
        place = bisect_left(times, end, key=lambda time: time.start)
        if (
            place == len(times)
            or times[place].start - end > _NEAR
            or times[place].role is not TimeRole.PERIOD
        ):
            return None
        gap = self._text[end : times[place].start]
        if (
            _HARD.search(gap)
            or _SOFT.search(gap)
            or _END.search(gap)
            or self._has_digits(end, end + len(gap))
        ):
            return None
        self._owned.add(times[place].start)
        return times[place]

    def is_participial(self, time: TimeMention) -> bool:
        """ "проект, стартовавший в 2023 году, завершён": the time of a participle, not of the sentence."""
        return self._participle(time) is not None

    def is_aside(self, time: TimeMention) -> bool:
        """ "бедность, снизившаяся к январю до 8,9%, …": the same of an active participle, an event."""
        participle = self._participle(time)
        return participle is not None and participle["active"] is not None

    def _participle(self, time: TimeMention) -> re.Match[str] | None:
        return _PARTICIPLE.search(self._text, max(self.start, time.start - 90), time.start)

    def _before(self, times: list[TimeMention], place: int, start: int) -> TimeMention | None:
        """The nearest time before a number that is not another number's, nor of a participle gone by."""
        near = times[max(0, place - _LOOKBACK) : place]
        for time in reversed(near):
            is_over = "," in self._text[time.end : start] and self._is_passing(time, near)
            if time.start not in self._owned and not is_over:
                return time
        return None

    def _is_passing(self, time: TimeMention, near: Sequence[TimeMention]) -> bool:
        """Whether a time is over at a comma: of a participle, or behind its number ("7% с 6% в мае, …")."""
        is_behind = time.start in self._taken and time is not near[0] and time.role is TimeRole.PERIOD
        return is_behind or self.is_aside(time)

    def _among(self, times: list[TimeMention], start: int, end: int) -> TimeMention | None:
        place = bisect_left(times, start, key=lambda time: time.start)
        before = self._before(times, place, start)
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
        if after.start - end > _REACH:
            return False
        gap = _BRACKETED.sub("", self._text[end : after.start])
        if _HARD.search(gap) or self._is_of_next_verb(after, gap):
            return False
        if _CONJUNCT.search(gap) and self._has_number(after.end, min(self._end, after.end + _NEAR)):
            return False  # "до 6,9% за сентябрь и за 9 месяцев – до 4,8%"
        gap = self._without_apposition(gap, end)
        tight = not _SOFT.search(gap)
        if not alone:
            return tight and after.start - end <= _NEAR and not self._has_digits(end, after.start)
        if tight or _PARTICIPLE_BEHIND.fullmatch(gap):
            return tight or not self._has_number(end, after.start)
        return _AS_OF_REMARK.fullmatch(gap) is not None

    def _without_apposition(self, gap: str, end: int) -> str:
        """ "большая часть – 26 млрд – поступит в 2023 году": a dash that closes what another has opened."""
        closing = _CLOSING_DASH.match(gap)
        if closing is None or not has_verb((closing["word"],)):
            return gap
        is_opened = " - " in self._text[max(self.start, end - _NEAR) : end]
        return gap[closing.start("word") :] if is_opened else gap

    def _is_of_next_verb(self, after: TimeMention, gap: str) -> bool:
        """ "состоит из 30 статей и вводится с 1 января": a time of the next verb."""
        joined = _VERB_JOINED.search(gap)
        if joined is None or not has_verb((joined["word"],)):
            return False
        own_role = after.role in (TimeRole.SINCE, TimeRole.DEADLINE)
        return own_role or self._has_number(after.end, min(self._end, after.end + _NEAR))

    def _prefers_after(self, before: TimeMention, after: TimeMention, start: int) -> bool:
        """Whether the time behind wins over the one before it."""
        if before.start in self._taken:
            return True
        gap = self._text[max(before.end, start - _REACH) : start]
        has_number = self._has_number(before.end, start)
        if has_number:
            return True
        return _is_finer(after, before) or _COMMA.search(gap) is not None

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
