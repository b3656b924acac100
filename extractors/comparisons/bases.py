"""The stated bases of comparisons in a text, in the nominative: "аналогичный период прошлого года", "план".

Belongs here: how far a base goes behind the words that open it, and its normal form. Does not belong
here: the words (`comparison_words`) and which number is compared with it (`comparisons`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.comparisons import comparison_words as words
from extractors.lexicon.nominative import nominative_of
from extractors.lexicon.readings import readings
from extractors.records import record
from extractors.text.raw_words import words_of
from extractors.times.time_mentions import TimeMention, TimeRole

_AVERAGE = re.compile(r"в\s+среднем\s+по\s+(?P<over>(?:\w+(?:[оеё]й|[оеё]му|[иы]м)\s)?\w+)", re.IGNORECASE)
_LAST = re.compile(r"прошл(?P<ending>ым|ого|ому)(?=\s(?P<behind>[а-яё]+))")
_CASES = {"ым": "Ins", "ого": "Gen", "ому": "Dat"}
_LAST_YEARS = re.compile(r"прошлогодн\w+", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:(?:в|во|на|за|к|ко|по|с)\s+)(?:(?:весь|всего|всём|начале|конце|конец|начало)\s+)?", re.IGNORECASE
)
_YEAR = r"(?:19|20)\d\d(?:-?(?:го|м|му|й|х))?"
_WORD = r"[^\W\d_][\w-]*"
_MONTH = "(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|месяц|квартал)"
_DAY = rf"\d{{1,2}}(?=\s+{_MONTH})"
_PHRASE = re.compile(rf"(?:{_WORD}|{_YEAR}|{_DAY})(?:(?:\s+|[–—-])(?:{_WORD}|{_YEAR})){{0,9}}")
_ORDINAL_YEAR = re.compile(r"^((?:19|20)\d\d)-(?:го|м|му|й)$")
_FROM_TO = re.compile(rf"(?<!\w)с\s+{_MONTH}\w*\s+по\s+.+$", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,2}\s+(?:месяцев|кварталов|недель|дней|лет)(?!\w)", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(rf"\d{{1,2}}\s+{_MONTH}(?:я|а)(?!\w)", re.IGNORECASE)
# "выше показателей августа"
_LONE_MONTH = re.compile(rf"{_MONTH}(?:а|я)(?=[.,;)]|\s(?:на|в)\s\d|$)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"[ \u00a0]{1,2}")
# "на 30% меньше пунктов по сравнению с 2023 годом": the base opens behind these words.
_COMPARING = re.compile(r"(?<!\w)(?:по\s+(?:сравнению|отношению)|в\s+сравнении)(?!\w)", re.IGNORECASE)
_WAS = re.compile(r"был[аои]?\s+", re.IGNORECASE)  # "чем было год назад"
_REACH = 120
_FEW_WORDS = 4


@record
class Base:
    """A stated base of comparison.

    Attributes:
        start: Where the words that open it begin.
        end: Where it ends.
        name: The base in the nominative.
    """

    start: int
    end: int
    name: str


def find_bases(text: str, times: Sequence[TimeMention]) -> list[Base]:
    """Return the bases that a text states, in order, without overlaps.

    Args:
        text: The raw text.
        times: Its temporal expressions, in order.
    """
    return list(_Reader(text, times).bases())


def mark_behind(text: str, end: int) -> str | None:
    """The plan or norm that a share right before it is one of ("98% плана"), in the nominative."""
    space = _SPACE.match(text, end)
    marks = words.MARKS.match(text, space.end()) if space is not None else None
    if marks is None or marks["mark"] is not None:
        return None
    return nominative_of(marks.group())


class _Reader:
    """Reads the bases of one text."""

    def __init__(self, text: str, times: Sequence[TimeMention]) -> None:
        self._text = text
        self._times = times
        self._starts = [time.start for time in times]

    def bases(self) -> Iterator[Base]:
        """The bases, in order."""
        done = 0
        for match in words_of(self._text).matches(words.OPENER_STEMS, words.OPENERS, self._text):
            found = self._read(match) if match.start() >= done else None
            if found is not None:
                done = found.end
                yield found

    def _read(self, match: re.Match[str]) -> Base | None:
        """The base behind an opener, None where what follows is none."""
        if match["done"]:
            return Base(match.start(), match.end(), match["done"].lower())
        opener = match.group().strip().lower()
        named = _special(self._text, opener, match)
        if named is not None:
            return Base(match.start(), *named)
        start = match.end()
        for skipped in (_PREPOSITION if opener == "чем" else None, words.LEVEL):
            found = skipped.match(self._text, start) if skipped is not None else None
            start = found.end() if found is not None else start
        if match["than"] and start > match.end() and (month := _LONE_MONTH.match(self._text, start)):
            return Base(match.start(), month.end(), nominative_of(month.group()))
        end = self._end_of_phrase(start)
        phrase = self._text[start:end].strip()
        if not phrase or _COMPARING.search(phrase) or not self._is_base(match, phrase, (start, end)):
            return None
        stretch = _FROM_TO.search(self._text, match.end(), end)
        if stretch is not None or _COUNTED.match(phrase) or _DAY_OF_MONTH.match(phrase):
            return Base(match.start(), end, phrase if stretch is None else stretch.group())
        return Base(match.start(), end, _ORDINAL_YEAR.sub(r"\1 год", nominative_of(phrase)))

    def _end_of_phrase(self, start: int) -> int:
        """Where a base ends: with the time it names, before a verb or preposition, at a mark."""
        match = _PHRASE.match(self._text, start)
        if match is None:
            return start
        time = self._time_within(start, match.end())
        if time is not None:
            return max(time.end, start)
        stop = words.STOP.search(self._text, start, match.end())
        return _end_of_chain(self._text, start, stop.start() if stop is not None else match.end())

    def _time_within(self, start: int, end: int) -> TimeMention | None:
        """The first time that is named in a stretch, its preposition left outside or not."""
        index = bisect_left(self._starts, start)
        if index and self._times[index - 1].end > start:
            return self._times[index - 1]
        return self._times[index] if index < len(self._times) and self._starts[index] < end else None

    def _is_base(self, match: re.Match[str], phrase: str, span: tuple[int, int]) -> bool:
        """Whether words behind an opener are a base: a time that is one, or words that compare."""
        time = self._time_within(*span)
        if words.COMPARES.match(phrase):
            return time is not None or match["sure"] is not None or words.TIME_NOUN.search(phrase) is not None
        if match["sure"]:
            return time is not None or len(phrase.split()) <= _FEW_WORDS
        if time is None or time.role is not TimeRole.BASE:
            return False
        lead = self._text[max(0, match.start() - _REACH) : match.start()]
        return match["to"] is None or words.RATE.search(lead) is not None


def _end_of_chain(text: str, start: int, end: int) -> int:
    """Where a noun phrase ends: before a finite verb, or a word that no genitive behind its head can be."""
    has_head = False
    for word in _TOKEN.finditer(text, start, end):
        found = readings(word.group())
        if found and found[0].verb_form == "Fin":
            return word.start()
        is_small = found and word.group().islower() and word.group() not in ("же", "и")
        if has_head and is_small and not any(r.case == "Gen" for r in found):
            return word.start()
        is_attribute = words.COMPARES.match(word.group() + " ") is not None  # "прошлым" is a noun too
        has_head = has_head or (bool(found) and found[0].pos == "NOUN" and not is_attribute)
    return end


def _bare_last(text: str, start: int) -> "re.Match[str] | None":
    """As in "в этом году по сравнению с прошлым очередь сократилась": the year is left out."""
    match = _LAST.match(text, start)
    behind = readings(match["behind"]) if match is not None else ()
    case = _CASES[match["ending"]] if match is not None else ""
    return None if not behind or any(r.case == case for r in behind) else match


def _special(text: str, opener: str, match: re.Match[str]) -> tuple[int, str] | None:
    """Bases that are no noun phrase ("чем годом ранее", "чем планировалось"), and plans: end and name."""
    start = match.end()
    if opener in ("чем", "против"):
        was = _WAS.match(text, start)
        adverb = words.ADVERBS.match(text, was.end() if was is not None else start)
        if adverb is not None:
            return adverb.end(), adverb.group().lower()
    if opener == "чем":
        average, planned = _AVERAGE.match(text, start), words.PLANNED.match(text, start)
        if average is not None:
            return average.end(), f"среднее по {average['over']}"
        if planned is not None:
            return planned.end(), "план"
    last_year = _LAST_YEARS.match(text, start) or _bare_last(text, start)
    if last_year is not None and match["to"] is None:
        return last_year.end(), "прошлый год"
    marks = words.MARKS.match(text, start)
    if marks is not None and opener != "вместо":
        named = words.MARK_NAMES.get((marks["mark"] or "").lower())
        return marks.end(), named or nominative_of(marks.group())
    return None
