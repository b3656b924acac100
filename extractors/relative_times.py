"""Times told from the publication date: "сегодня", "с начала года", "за минувшие сутки".

Belongs here: what each form of `data/relative_times.tsv` means on a given publication date. Without
one a relative time still stands, but names no days. Does not belong here: times named by the
calendar (`calendar_times`) and their roles (`time_roles`).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from extractors.calendar_terms import (
    COUNT,
    compiled,
    month_span,
    months_before,
    small_count,
)
from extractors.calendar_times import season_of, season_span
from extractors.model import PeriodGrain
from extractors.time_mentions import Span, TimeEdge, TimeMention, TimeRole

_DAY = timedelta(days=1)
_YEARS = {
    "year_before_last": -2, "last_year": -1, "last_year_end": -1, "elapsed_year": -1, "this_year": 0, "whole_year": 0, "annual_plan": 0, "next_year": 1,
}  # fmt: skip
_ROLES = {"year_end": TimeRole.DEADLINE, "anaphor": TimeRole.ANAPHOR}
_SEASON_WORD = re.compile(r"(?:осен|весн|лет|зим)[а-я]+$")
_NUMBERED = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class RelativeRule:
    """One form: its name, the anchors that lead to it, and its pattern over levelled text."""

    name: str
    anchors: tuple[str, ...]
    pattern: "re.Pattern[str]"

    def mention(self, match: "re.Match[str]", published: date | None) -> TimeMention | None:
        """The temporal expression of a match; None where it is none after all."""
        if (
            self.anchors == ("ellipsis",)
            and "год" not in match.string[max(0, match.start() - 120) : match.start()]
        ):
            return None
        counted = match.groupdict().get("n")
        if counted is not None and small_count(counted) is None and not _NUMBERED.match(counted):
            return None
        return _meaning(self.name, match, published)


@cache
def relative_rules() -> tuple[RelativeRule, ...]:
    """The forms of the table, in its order: of two that read the same place the first wins."""
    lines = resources.files("extractors.data").joinpath("relative_times.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return tuple(
        RelativeRule(name, tuple(anchors.split(",")), compiled(rf"(?<![а-я])(?:{pattern})(?![а-я])"))
        for name, anchors, pattern in rows
    )


_AGO = compiled(
    rf"(?<![\w.,])(?:(?P<n>{COUNT}) (?:годами|годам|года|лет|год)|год(?:ом)?) (?:назад|ранее|раньше)(?![а-я])"
)


def shift_mention(match: "re.Match[str]") -> TimeMention | None:
    """ "годом ранее", "три года назад": the period at hand, some years back."""
    count = small_count(match["n"]) if match["n"] else 1
    if count is None or count > 150:
        return None
    return TimeMention(*match.span(), TimeRole.SHIFT, PeriodGrain.YEAR, years_back=count)


def shift_pattern() -> "re.Pattern[str]":
    """The pattern of `shift_mention`."""
    return _AGO


def _meaning(name: str, match: "re.Match[str]", published: date | None) -> TimeMention | None:
    start, end = match.span()
    role = _ROLES.get(name, TimeRole.PERIOD)
    if name in ("year_end", "year_start", "whole_year"):
        edge = TimeEdge.START if name == "year_start" else TimeEdge.WHOLE
        span_in = None if published is None else lambda year: month_span(year, 1, 12)
        return TimeMention(start, end, role, PeriodGrain.YEAR, None, span_in, edge=edge)
    if name == "anaphor":
        return TimeMention(start, end, role, PeriodGrain.RANGE)
    if published is None and name == "elapsed_year":
        return None  # the year that the text reports on: left to what it has named
    if published is None:
        return TimeMention(start, end, role, PeriodGrain.YEAR, is_present=name == "today")
    if name in _YEARS:
        return _whole_year(start, end, role, published.year + _YEARS[name])
    if name in _YEAR_CHOICES:
        return _whole_year(start, end, role, _YEAR_CHOICES[name](published))
    if name.startswith("season"):
        return _season(name, match, published)
    grain, span = _days(name, published)
    return TimeMention(start, end, role, grain, None, None, span, is_present=name == "today")


def _whole_year(start: int, end: int, role: TimeRole, year: int) -> TimeMention:
    return TimeMention(start, end, role, PeriodGrain.YEAR, year, lambda y: month_span(y, 1, 12))


# "в новом году" in autumn is the next one, in spring the current; "по итогам года" in spring is the one gone by.
_YEAR_CHOICES = {
    "new_year": lambda day: day.year + (day.month >= 9),
    "closing_year": lambda day: day.year - (day.month <= 3),
    "year_results": lambda day: day.year - (day.month <= 6),
}


def _season(name: str, match: "re.Match[str]", published: date) -> TimeMention:
    word = _SEASON_WORD.search(match[0])
    first = season_of(word[0]) if word else 6
    start, end = match.span()
    if name == "season_last":
        year = max(
            y
            for y in (published.year - 1, published.year)
            if season_span(y, first)[1] < published or y < published.year
        )
        return TimeMention(
            start, end, TimeRole.PERIOD, PeriodGrain.RANGE, None, None, season_span(year, first)
        )
    return TimeMention(start, end, TimeRole.PERIOD, PeriodGrain.RANGE, None, lambda y: season_span(y, first))


def _days(name: str, published: date) -> tuple[PeriodGrain, Span | None]:
    """Grain and days of a form that needs no year; None for one that names no exact days."""
    year_start, month_start = date(published.year, 1, 1), published.replace(day=1)
    monday = published - timedelta(days=published.weekday())
    quarter_start = date(published.year, (published.month - 1) // 3 * 3 + 1, 1)
    last_quarter = months_before(quarter_start, 3)
    spans: dict[str, tuple[PeriodGrain, Span]] = {
        "today": (PeriodGrain.DAY, (published, published)),
        "yesterday": (PeriodGrain.DAY, (published - _DAY, published - _DAY)),
        "past_day": (PeriodGrain.DAY, (published - _DAY, published - _DAY)),
        "past_week": (PeriodGrain.WEEK, (published - 7 * _DAY, published - _DAY)),
        "last_week": (PeriodGrain.WEEK, (monday - 7 * _DAY, monday - _DAY)),
        "this_week": (PeriodGrain.WEEK, (monday, monday + 6 * _DAY)),
        "next_week": (PeriodGrain.WEEK, (monday + 7 * _DAY, monday + 13 * _DAY)),
        "this_month": (PeriodGrain.MONTH, (month_start, months_before(published, -1) - _DAY)),
        "since_month_start": (PeriodGrain.RANGE, (month_start, published)),
        "since_week_start": (PeriodGrain.RANGE, (monday, published)),
        "last_month": (PeriodGrain.MONTH, (months_before(published, 1), month_start - _DAY)),
        "next_month": (
            PeriodGrain.MONTH,
            (months_before(published, -1), months_before(published, -2) - _DAY),
        ),
        "since_last_month": (PeriodGrain.RANGE, (months_before(published, 1), published)),
        "this_quarter": (PeriodGrain.QUARTER, (quarter_start, months_before(quarter_start, -3) - _DAY)),
        "last_quarter": (PeriodGrain.QUARTER, (last_quarter, quarter_start - _DAY)),
        "since_year_start": (PeriodGrain.YEAR_TO_DATE, (year_start, published)),
        "since_last_year_start": (PeriodGrain.RANGE, (date(published.year - 1, 1, 1), published)),
    }
    found = spans.get(name)
    return found if found is not None else (PeriodGrain.RANGE, None)
