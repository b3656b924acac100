"""Times named by the calendar: dates, months, quarters, halves and years, alone or as ranges.

Belongs here: the rules of `data/calendar_times.tsv` and the expression that a match of one makes. Does
not belong here: what a match means (`calendar_readings`), times told from the publication date
(`relative_times`) and choosing among rules that read the same place (`times`).
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from extractors.data_tables import table_rows
from extractors.records import record
from extractors.text.late_patterns import LatePattern
from extractors.times.calendar_readings import READINGS
from extractors.times.calendar_spans import first_months, years
from extractors.times.calendar_terms import (
    COUNT,
    MONTH,
    OPTIONAL_YEAR,
    QUARTER,
    RELATIVE_YEAR,
    YEAR,
    YEAR_ENDING,
    YEAR_WORD,
    compiled,
    spaced,
    years_shift,
)
from extractors.times.time_mentions import Meaning, TimeMention, TimeRole

_OVER = (
    r"(?:за|по (?:итогам|результатам)|итог(?:и|ам)|в течение|на протяжении|(?<![а-я])в) "
    r"(?:все |весь |первы[ех] |прошедши[ех] |истекши[ех] |минувши[ех] )?"
)
_LAST_CENTURY = 60
_REPORTED_WITHIN = timedelta(days=150)
_PREPOSITIONS = ("в", "к", "с", "на", "до", "за", "по", "чем")
_FRAGMENTS = {
    "MONTH": MONTH,
    "OPTIONAL_YEAR": OPTIONAL_YEAR,
    "QUARTER": QUARTER,
    "RELATIVE_YEAR": RELATIVE_YEAR,
    "YEAR_LIST": rf"{YEAR}{YEAR_ENDING}(?:, ?{YEAR}{YEAR_ENDING})*",
    "YEAR_ENDING": YEAR_ENDING,
    "YEAR_WORD": YEAR_WORD,
    "YEAR": YEAR,
    "COUNT": COUNT,
    "OVER": _OVER,
    "JOINT": r"(?: ?- ?| (?:и|по|до) | (?:год[ауе]?|г\.) (?:по|до) )",
    "BEHIND_PREPOSITION": "|".join(rf"(?<=\b{word}\x20)" for word in _PREPOSITIONS),
}
_YEARS_BEHIND = compiled(rf"(?: [а-я-]+){{0,3}} ?\((?:с )?{YEAR}(?: ?- ?| по | и ){YEAR}(?:{YEAR_WORD})?\)")


@record
class CalendarRule:
    """One row of the table.

    Attributes:
        anchors: The anchors that lead to it.
        pattern: Its pattern over levelled text.
        read: What a match means; None where it means no time after all.
        begins_before: Whether it may begin before its anchor.
        role: The role that its own words tell.
    """

    anchors: tuple[str, ...]
    pattern: LatePattern
    read: Callable[["re.Match[str]"], Meaning | None]
    role: TimeRole
    begins_before: bool

    def mention(self, match: "re.Match[str]", published: date | None) -> TimeMention | None:
        """The temporal expression of a match."""
        meaning = self.read(match)
        if meaning is None:
            return None
        groups = match.groupdict()
        relative = groups.get("rel") or groups.get("abbr")
        year = _year_of(groups, relative, published)
        is_unknown = year is None and relative not in (None, "того же")
        offset = years_shift(relative) if is_unknown and relative is not None else None
        listed = _listed_years(match[0]) if self.read is years else ()
        span_in = None if self._is_any_window(meaning, year, relative, published) else meaning[1]
        return TimeMention(
            *match.span(), self.role, meaning[0], year, span_in, listed=listed, year_offset=offset
        )

    def _is_any_window(
        self, meaning: Meaning, year: int | None, relative: str | None, published: date | None
    ) -> bool:
        """ "за три месяца" in October: not the first ones of the year, which nobody reports so late."""
        if self.read is not first_months or year is not None or relative is not None or published is None:
            return False
        return published - meaning[1](published.year)[1] > _REPORTED_WITHIN


@cache
def calendar_rules() -> tuple[CalendarRule, ...]:
    """The rules of the table, in its order: of two that read the same place the first wins."""
    rows = table_rows("calendar_times.tsv")
    return tuple(
        CalendarRule(
            tuple(row["anchor"].split(",")),
            LatePattern(spaced(_expanded(row["pattern"]))),
            READINGS[row["reading"]],
            TimeRole(row["role"] or TimeRole.PERIOD),
            row["begins"] == "before",
        )
        for row in rows
    )


def _expanded(pattern: str) -> str:
    for name, fragment in _FRAGMENTS.items():
        pattern = pattern.replace(f"%{name}%", fragment)
    return pattern


def years_behind(levelled: str, end: int) -> TimeMention | None:
    """The years in the bracket behind "за пять лет (2020–2024 годы)", with the offsets of what is between."""
    match = _YEARS_BEHIND.match(levelled, end)
    if match is None:
        return None
    grain, span_in = years(match)
    return TimeMention(*match.span(), TimeRole.PERIOD, grain, None, span_in)


def _year_of(groups: dict[str, str | None], relative: str | None, published: date | None) -> int | None:
    written = groups.get("y")
    if written:
        return _full_year(int(written))
    if relative is not None and relative != "того же" and published is not None:
        return published.year + years_shift(relative)
    return None


def _full_year(year: int) -> int:
    """ "01.06.98", "01.07.25": two digits are of the hundred years around the turn of the century."""
    if year >= 100:
        return year
    return year + (1900 if year >= _LAST_CENTURY else 2000)


def _listed_years(printed: str) -> tuple[int, ...]:
    """The years of "2023, 2024 и 2025"; none for a range."""
    return tuple(int(year) for year in re.findall(r"(?:19|20)\d\d", printed)) if " и " in printed else ()
