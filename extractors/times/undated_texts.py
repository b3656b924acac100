"""The year that a text without a publication date was written in, as its own dates tell it.

Belongs here: "этого года" and "в прошлом году" of an undated text. Does not belong here: texts with a
date (`relative_days`) and times without any year (`context_years`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.lexicon.readings import readings
from extractors.model import PeriodGrain
from extractors.times.time_mentions import TimeMention, TimeRole

_REACH = 90
_AHEAD = re.compile(
    r"ожида|планир|предполага|прогноз|намеч|предстоит|(?<![а-я])(?:буд[еу]т|должн)|(?<![а-я])(?:до|к|на)\x20\|"
)
_WORD = re.compile(r"[а-я-]+")
_STOP = re.compile(r"[.!?\n]\s")
_LOOKING_BACK = frozenset({TimeRole.BASE, TimeRole.SHIFT})


def dated_by_text(levelled: str, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The expressions of an undated text, those told from its year resolved, or inexact if it has none."""
    if all(time.year_offset is None for time in times):
        return list(times)
    year = _written_in(levelled, times)
    return [_dated(time, year) for time in times]


def _dated(time: TimeMention, year: int | None) -> TimeMention:
    if time.year_offset is None:
        return time
    if year is None:
        return replace(time, span_in=None)
    return replace(time, year=year + time.year_offset)


def _written_in(levelled: str, times: Sequence[TimeMention]) -> int | None:
    """The newest year told of: itself where only a part of it is told, the next where all of it is."""
    told = [(time.year, _is_whole(time)) for time in times if time.year and not _is_ahead(levelled, time)]
    newest = max((year for year, _ in told), default=None)
    if newest is None:
        return None
    return newest + any(is_whole for year, is_whole in told if year == newest)


def _is_whole(time: TimeMention) -> bool:
    """Whether the time reaches to the end of its year."""
    last = time.span_in(time.year)[1] if time.span_in is not None and time.year is not None else None
    is_year_end = last is not None and last.month == 12 and last.day == 31
    return time.role in _LOOKING_BACK or (is_year_end and time.role is not TimeRole.SINCE)


def _is_ahead(levelled: str, time: TimeMention) -> bool:
    """Whether the time is a deadline or stands beside words of planning."""
    if time.role is TimeRole.DOCUMENT:
        return time.grain is not PeriodGrain.DAY
    if time.role in _LOOKING_BACK:
        return False
    if time.role not in (TimeRole.PERIOD, TimeRole.SINCE):
        return True
    before = _STOP.split(levelled[max(0, time.start - _REACH) : time.start])[-1]
    behind = _STOP.split(levelled[time.end : time.end + _REACH])[0]
    if time.grain is not PeriodGrain.YEAR:
        return False
    around = before + "|" + behind
    return _AHEAD.search(around) is not None or any(_is_future(word) for word in _WORD.findall(around))


def _is_future(word: str) -> bool:
    """Whether a word is a verb in the future tense and nothing else."""
    found = readings(word)
    return bool(found) and all(reading.tense == "Fut" for reading in found)
