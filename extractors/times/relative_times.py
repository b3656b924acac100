"""Times told from the publication date: "сегодня", "с начала года", "за минувшие сутки".

Belongs here: the forms of `data/relative_times.tsv` and the expression that a match of one makes;
without a publication date it stands, but names no days. Does not belong here: the days of a form
(`relative_days`), times named by the calendar (`calendar_times`) and their roles (`time_roles`).
"""

import re
from datetime import date
from functools import cache

from extractors.data_tables import table_rows
from extractors.model import PeriodGrain
from extractors.records import record
from extractors.text.late_patterns import LatePattern
from extractors.times.calendar_terms import month_span, season_span, small_count, spaced
from extractors.times.relative_days import (
    YEAR_OFFSETS,
    YEARS,
    counted_days,
    named_days,
    next_autumn,
    weekday_spans,
)
from extractors.times.time_mentions import TimeEdge, TimeMention, TimeRole

_ROLES = {"year_end": TimeRole.DEADLINE, "this_year_end": TimeRole.DEADLINE}
_ANAPHORS = {"anaphor": PeriodGrain.RANGE, "anaphor_years": PeriodGrain.YEAR}
_SHIFTS = {
    "shift": (1, 0, 0),
    "later": (-1, 0, 0),
    "month_shift": (0, 1, 0),
    "week_shift": (0, 0, 7),
    "day_shift": (0, 0, 1),
}  # years, months, days
# Years without a number of their own: the context may give them one.
_BARE_YEARS = frozenset({"year_end", "year_start", "whole_year", "year_results"})
_SEASON_WORD = re.compile(r"(?:осен|весн|лет|зим)[а-я]+$")
_THIS_SEASON = re.compile(r"(?<![а-я])(?:эт|нынешн)[а-я]{1,2}\x20")
# "запасы на зиму", "к осени": the season at hand or to come, not the last one.
_FOR_SEASON = re.compile(r"(?:на|к|под)\x20")
_ELLIPSIS_REACH = 120
_LONGEST_SHIFT = 150
_YEAR_BEGUN = 3  # up to March, "в течение года" tells of the year before


@record
class RelativeRule:
    """One form: its name, the anchors that lead to it, its pattern, whether it may begin before one."""

    name: str
    anchors: tuple[str, ...]
    pattern: LatePattern
    begins_before: bool

    def mention(self, match: "re.Match[str]", published: date | None) -> TimeMention | None:
        """The temporal expression of a match; None where it is none after all."""
        before = match.string[max(0, match.start() - _ELLIPSIS_REACH) : match.start()]
        if self.anchors == ("ellipsis",) and "год" not in before:
            return None
        counted = match.groupdict().get("n")
        count = small_count(counted) if counted else 1
        if count is None:
            return None
        if self.name in _SHIFTS:
            return _shift(self.name, match, count)
        if self.name == "same_date":
            return _same_date(match, published)
        if self.name == "counted":
            return _counted(match, count, published)
        return _mention(self.name, match, published)


@cache
def relative_rules() -> tuple[RelativeRule, ...]:
    """The forms of the table, in its order: of two that read the same place the first wins."""
    rows = table_rows("relative_times.tsv")
    return tuple(
        RelativeRule(
            row["name"],
            tuple(row["anchor"].split(",")),
            LatePattern(spaced(rf"(?<![а-я])(?:{row['pattern']})(?![а-я])")),
            row["begins"] == "before",
        )
        for row in rows
    )


def _shift(name: str, match: "re.Match[str]", count: int) -> TimeMention | None:
    """ "годом ранее", "три месяца назад": the period at hand, so much earlier."""
    if count > _LONGEST_SHIFT:
        return None
    years, months, days = _SHIFTS[name]
    if match.groupdict().get("quarter"):
        months *= 3
    return TimeMention(
        *match.span(),
        TimeRole.SHIFT,
        PeriodGrain.YEAR if years else PeriodGrain.MONTH if months else PeriodGrain.WEEK,
        years_back=years * count,
        months_back=months * count,
        days_back=days * count,
    )


def _same_date(match: "re.Match[str]", published: date | None) -> TimeMention:
    """ "на ту же дату прошлого года": the day at hand, or that of publication, in the year before."""
    year = published.year - 1 if published is not None else None
    return TimeMention(
        *match.span(), TimeRole.SHIFT, PeriodGrain.DAY, year, years_back=int(published is None)
    )


def _counted(match: "re.Match[str]", count: int, published: date | None) -> TimeMention:
    """ "за последние пять лет", "в ближайшие два месяца": up to the publication or from it on."""
    span = None
    if published is not None and 0 < count <= _LONGEST_SHIFT:
        span = counted_days(published, count, match["unit"], is_back=match["back"] is not None)
    return TimeMention(*match.span(), TimeRole.PERIOD, PeriodGrain.RANGE, span=span)


def _mention(name: str, match: "re.Match[str]", published: date | None) -> TimeMention | None:
    start, end = match.span()
    role = _ROLES.get(name, TimeRole.PERIOD)
    if name in _ANAPHORS:
        return TimeMention(start, end, TimeRole.ANAPHOR, _ANAPHORS[name])
    if published is None:
        return _undated(name, match, role)
    if name in _BARE_YEARS or name in YEARS:
        edge = TimeEdge.START if name.endswith("year_start") else TimeEdge.WHOLE
        year = YEARS[name](published) if name in YEARS else None
        # What the year has come to is told when it is over, and planned before.
        is_told = name == "year_results" or (name == "whole_year" and published.month <= _YEAR_BEGUN)
        grain = PeriodGrain.RANGE if is_told else PeriodGrain.YEAR
        return TimeMention(start, end, role, grain, year, lambda y: month_span(y, 1, 12), edge=edge)
    if name.startswith("season"):
        return _season(name, match, published)
    if name == "weekday":
        last, coming = weekday_spans(published, match["day"])
        return TimeMention(start, end, role, PeriodGrain.DAY, span=last, span_ahead=coming)
    grain, span = named_days(name, published) or (PeriodGrain.RANGE, None)
    ahead = next_autumn(published) if name == "academic_start" else None
    return TimeMention(
        start, end, role, grain, None, None, span, is_present=name == "today", span_ahead=ahead
    )


def _undated(name: str, match: "re.Match[str]", role: TimeRole) -> TimeMention | None:
    """A form in a text without a date: told from the year of the text, or no exact days at all."""
    if name == "elapsed_year":
        return None  # the year just gone by is the one that the text reports on: left to what it has named
    if name not in YEAR_OFFSETS and name not in _BARE_YEARS:
        return TimeMention(*match.span(), role, PeriodGrain.YEAR, is_present=name == "today")
    role = TimeRole.SINCE if name.startswith("since") else role
    edge = TimeEdge.START if name.endswith("year_start") and role is not TimeRole.SINCE else TimeEdge.WHOLE
    return TimeMention(
        *match.span(),
        role,
        PeriodGrain.YEAR,
        span_in=lambda year: month_span(year, 1, 12),
        edge=edge,
        year_offset=YEAR_OFFSETS.get(name),
    )


def _season(name: str, match: "re.Match[str]", published: date) -> TimeMention | None:
    found = _SEASON_WORD.search(match[0])
    if found is None:
        return None
    word = found[0]
    start, end = match.span()
    if name == "season_last":
        ended = season_span(published.year, word)[1] < published
        span = season_span(published.year if ended else published.year - 1, word)
        return TimeMention(start, end, TimeRole.PERIOD, PeriodGrain.RANGE, None, None, span)
    if _FOR_SEASON.match(match[0]) is not None:
        years = range(published.year - 1, published.year + 2)
        coming = next(year for year in years if season_span(year, word)[1] >= published)
        return TimeMention(
            start, end, TimeRole.PERIOD, PeriodGrain.RANGE, coming, lambda year: season_span(year, word)
        )
    is_this = _THIS_SEASON.search(match[0]) is not None and not word.startswith("зим")
    year = published.year if is_this else None
    return TimeMention(
        start, end, TimeRole.PERIOD, PeriodGrain.RANGE, year, lambda year: season_span(year, word)
    )
