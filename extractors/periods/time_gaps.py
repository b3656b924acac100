"""What stands between a number and a time of its sentence, and whether the time reaches across it.

Belongs here: clause ends, figures, participles and verbs in a gap of raw text. Does not belong here: times in
brackets (`bracketed_times`) and which of several times governs a number (`time_choice`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.stances.plan_words import has_verb, speaks_of_future
from extractors.times.calendar_terms import compiled
from extractors.times.time_mentions import TimeMention, TimeRole

_REACH = 240
_NEAR = 70
_PARTICIPLE_BEHIND = re.compile(
    r"[^,;:()]*,\x20[а-я]{2,}(?:вш|ющ|ящ|ущ|ащ|нн|ем|им)(?:ий|ая|ое|ее|ие|ые|ого|его|ой|ей|ую|юю|ом|ем|ых|их|ым|им)(?:ся)?\x20[^,;:()]*"
)
_HARD = compiled(
    r"[;:!?\n]|\.(?=\s)(?<!г\.)(?<!(?:руб|чел|куб|тыс|млн)\.)(?<!(?:барр|долл|млрд|трлн)\.)(?<!(?:кв|ед|шт)\.)|(?<=[а-я]{5})\.(?=[а-я]|$)"
    r"|,? (?:а|но|однако|тогда как|в то время как|хотя|что|чтобы"
    r"|(?<!из\x20)котор[а-я]+|где|когда|если|причем|при этом|зато|поскольку|так как)(?![а-я])"
    r"|(?<![а-я])(?:против|чем|вместо|после|по сравнению|в сравнении|к уровню)(?![а-я])"
)
_OTHER_END = re.compile(r"[^,;:()\d]{0,20}\x20со?\x20\d(?:[^,;:()]|,\d)*$")  # "до 3,8% с 4% в сентябре"
_BRACKETED = re.compile(r"\([^()]*\)")
_CLOSING_DASH = re.compile(r"[^,;:()]{0,40}?\x20-\x20(?P<word>[а-я-]+)")
_CONJUNCT = re.compile(r"(?<![а-я])и\x20(?:(?:в|во|за|на|по|до|к)\x20)?(?:(?:начал|конец|конц)[а-я]?\x20)?$")
_VERB_JOINED = re.compile(r"(?P<first>[а-я-]+)?\x20и\x20(?P<word>[а-я-]+)")
_PARTICIPLE = re.compile(
    r",\x20(?:[а-я]+\x20){0,2}(?!данн|(?:про(?:ход|шед|вод)|состояв|дл)[а-я]*?(?:вш|ящ))[а-я]{2,}(?:(?P<active>вш|(?:гиб|ник|шед|нес|рос|стиг|верг)ш|ющ|ящ|ущ|ащ)|нн|(?<=[ыя])т|(?<=нача)т|(?<=разви)т|ем|им)"
    r"(?:ый|ий|ая|ое|ее|ие|ые|ого|его|ому|ему|ой|ей|ую|юю|ом|ем|ым|им|ых|их)(?:ся)?\x20[^,]{0,60}$"
)
# "продолжило начавшееся в сентябре восстановление: добыча выросла": before its noun, without a comma.
_ATTRIBUTE = re.compile(
    r"(?<![,:;(])\x20(?!про(?:ход|шед)|минув|истек|бывш|предшест)[а-я]{3,}вш"
    r"(?:ий|ая|ее|ие|его|ему|ей|ую|юю|ем|им|их|ими)(?:ся)?\x20(?:[а-я]+\x20){0,2}$"
)
# "Доля, в 2021 году составлявшая 84%, сократилась": the time stands before its participle.
_PARTICIPLE_NEXT = re.compile(
    r"\x20(?:[а-я]+\x20){0,2}[а-я]{2,}(?P<active>вш|(?:гиб|ник|шед|нес|рос|стиг|верг)ш)(?:ий|ая|ее|ие|его|ему|ей|ую|юю|ем|им|их|ими)(?:ся)?\x20"
)
_OPENING = re.compile(r",\x20(?:еще\x20)?(?:[вкс]о?|за|на)?\x20?$")
_ROW = re.compile(r"[^,;:()]*?(?P<first>[а-я-]+),\x20(?P<last>[а-я-]+)(?:\x20[^,;:()]*)?")
SOFT = re.compile(r",(?!\d)|\x20-\x20|[()]")
"""Marks that part a time from a number behind which another one may govern."""
_AS_OF_REMARK = compiled(
    r"[^,;:()]*, ?(?:[а-я]+ ){0,2}(?:данн|сведени|оценк|информаци|состояни)[а-я]*(?: [а-я]+){0,2} на "
)
_DIGIT = re.compile(r"\d")


class TimeGaps:
    """The gaps between the times and numbers of one sentence."""

    def __init__(
        self, levelled: str, start: int, end: int, times: Sequence[TimeMention], numbers: Sequence[int]
    ) -> None:
        """Takes the levelled text, the bounds of the sentence, its times, and where its numbers begin."""
        self._text, self._start, self._end = levelled, start, end
        self._starts, self._ends = [time.start for time in times], [time.end for time in times]
        self._numbers = numbers

    def has_number(self, start: int, end: int) -> bool:
        """Whether a number that may state a fact begins between two offsets."""
        place = bisect_left(self._numbers, start)
        return place < len(self._numbers) and self._numbers[place] < end

    def has_digits(self, start: int, end: int) -> bool:
        """Whether figures outside temporal expressions stand between two offsets."""
        for match in _DIGIT.finditer(self._text, start, end):
            place = bisect_left(self._starts, match.start() + 1) - 1
            if place < 0 or self._ends[place] <= match.start():
                return True
        return False

    def is_plain(self, start: int, end: int) -> bool:
        """Whether neither a mark, a word that opens a clause nor a figure stands between two offsets."""
        gap = self._text[start:end]
        return not (_HARD.search(gap) or SOFT.search(gap) or self.has_digits(start, end))

    def reaches(self, after: TimeMention, end: int, *, alone: bool) -> bool:
        """Whether a time behind the number may govern it, no clause end or other number in between."""
        if after.start - end > _REACH:
            return False
        gap = _BRACKETED.sub("", self._text[end : after.start])
        if _HARD.search(gap) or self._is_of_next_verb(after, gap):
            return False
        if _CONJUNCT.search(gap) and self.has_number(after.end, min(self._end, after.end + _NEAR)):
            return False  # "до 6,9% за сентябрь и за 9 месяцев – до 4,8%"
        if _OTHER_END.match(gap) is not None:
            return False
        gap = self._without_apposition(gap, end)
        tight = not SOFT.search(gap)
        if not alone:
            is_free = _DIGIT.search(gap) is None or not self.has_digits(end, after.start)
            return tight and after.start - end <= _NEAR and is_free
        if tight or _PARTICIPLE_BEHIND.fullmatch(gap) or _is_row_of_verbs(gap):
            return tight or not self.has_number(end, after.start)
        return _AS_OF_REMARK.fullmatch(gap) is not None

    def _without_apposition(self, gap: str, end: int) -> str:
        """ "большая часть – 26 млрд – поступит в 2023 году": a dash that closes what another has opened."""
        closing = _CLOSING_DASH.match(gap)
        if closing is None or not has_verb((closing["word"],)):
            return gap
        is_opened = " - " in self._text[max(self._start, end - _NEAR) : end]
        return gap[closing.start("word") :] if is_opened else gap

    def _is_of_next_verb(self, after: TimeMention, gap: str) -> bool:
        """ "состоит из 30 статей и вводится с 1 января": a time of the next verb, not of a row of verbs.

        So is that of a plan: "построены на 68% и будут сданы в ноябре".
        """
        joined = [
            joint["word"] for joint in _VERB_JOINED.finditer(gap) if not has_verb((joint["first"] or "",))
        ]
        if not any(has_verb((word,)) for word in joined):
            return False
        is_own = after.role in (TimeRole.SINCE, TimeRole.DEADLINE) or speaks_of_future(joined)
        return is_own or self.has_number(after.end, min(self._end, after.end + _NEAR))

    def is_participial(self, time: TimeMention) -> bool:
        """ "проект, стартовавший в 2023 году, завершён": the time of a participle, not of the sentence."""
        return self._participle(time) is not None

    def is_aside(self, time: TimeMention) -> bool:
        """ "бедность, снизившаяся к январю до 8,9%, …": the same of an active participle, an event."""
        participle = self._participle(time)
        return participle is not None and participle["active"] is not None

    def _participle(self, time: TimeMention) -> re.Match[str] | None:
        before = _PARTICIPLE.search(self._text, max(self._start, time.start - 90), time.start)
        if before is not None or not _OPENING.search(
            self._text, max(self._start, time.start - 9), time.start
        ):
            return before
        return _PARTICIPLE_NEXT.match(self._text, time.end, self._end)

    def is_of_attribute(self, time: TimeMention) -> bool:
        """ "продолжило начавшееся в сентябре восстановление": a time that tells which thing is meant."""
        return _ATTRIBUTE.search(self._text, max(self._start, time.start - 60), time.start) is not None


def _is_row_of_verbs(gap: str) -> bool:
    """ "7 тыс. км дорог построили, расширили и осветили с начала года": verbs that share their time."""
    row = _ROW.fullmatch(gap)
    return row is not None and has_verb((row["first"],)) and has_verb((row["last"],))
