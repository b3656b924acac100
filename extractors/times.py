"""Temporal expressions in raw text: where they stand and what calendar time they name.

Belongs here: dates, months, quarters, years and relative times ("с начала года"). Does not
belong here: the role of a time in its sentence (`time_roles`), which fact it belongs to
(`periods`), and measured lengths of time such as "срок 5 лет" (`guards` tells them apart).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from extractors.calendar_terms import (
    COUNT,
    DASH,
    MONTH,
    OPTIONAL_YEAR,
    QUARTER,
    SPACE,
    YEAR,
    YEAR_WORD,
    day_of,
    month_number,
    month_span,
    ordinal_of,
    small_count,
    years_shift,
)
from extractors.model import PeriodGrain
from extractors.number_words import fold

Span = tuple[date, date]


class TimeRole(StrEnum):
    """What a temporal expression does in its sentence."""

    PERIOD = "period"  # when something holds or happened
    DEADLINE = "deadline"  # "к 2030 году", "до конца года"
    SINCE = "since"  # "с 2020 года": from then to the publication day
    BASE = "base"  # what a change is compared with
    DOCUMENT = "document"  # the date of an act: "от 5 мая 2024 года № 12"
    SHIFT = "shift"  # "тремя годами раньше": moves the year of what follows


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One temporal expression.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        role: What it does in its sentence.
        grain: The calendar unit named.
        year: The year written or meant by "прошлого года", None if none was.
        span_in: The days named, as a function of the year.
        span: The days named where no year is needed ("сегодня"), else None.
    """

    start: int
    end: int
    role: TimeRole
    grain: PeriodGrain
    year: int | None
    span_in: Callable[[int], Span] | None = None
    span: Span | None = None


_I = re.IGNORECASE
_OVER = rf"(?:за|по{SPACE}+(?:итогам|результатам)|в{SPACE}+течение|(?<!\w)в){SPACE}+(?:первы[ех]{SPACE}+|прошедши[ех]{SPACE}+)?"
_DATE_RANGE = re.compile(
    rf"(?<![\d.,])(?P<d1>\d{{1,2}})(?:{SPACE}+(?P<m1>{MONTH}))?(?:{DASH}|{SPACE}+(?:по|до|и){SPACE}+)"
    rf"(?P<d2>\d{{1,2}}){SPACE}+(?P<m2>{MONTH}){OPTIONAL_YEAR}",
    _I,
)
_NUMERIC_DATE = re.compile(
    rf"(?<![\d.,])(?P<d>\d{{1,2}})\.(?P<m>\d{{2}})\.(?P<y>\d{{4}}|\d{{2}})(?!\d|\.\d)(?:{SPACE}?г(?:\.|ода\b))?",
    _I,
)
_ISO_DATE = re.compile(rf"(?<![\d.,-])(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])")
_DAY = re.compile(
    rf"(?<![\d.,])[«\"]?(?P<d>\d{{1,2}})(?:-?(?:го|е))?[»\"]?{SPACE}+(?P<m>{MONTH}){OPTIONAL_YEAR}", _I
)
_QUARTERS = re.compile(
    rf"(?<![\w.,])(?P<q>{QUARTER})(?:(?:{SPACE}+и{SPACE}+|{DASH})(?P<q2>{QUARTER}))?{SPACE}+"
    rf"(?:квартал\w*|кв\.){OPTIONAL_YEAR}",
    _I,
)
_HALF = re.compile(
    rf"(?:(?<![\w.,])(?P<q>I{{1,2}}|[12](?:-?(?:м|й|е|го|ом))?|перв\w+|втор\w+){SPACE}+|(?:за|по{SPACE}+итогам){SPACE}+)"
    rf"полугоди\w+{OPTIONAL_YEAR}",
    _I,
)
_N_QUARTERS = re.compile(rf"{_OVER}(?P<n>{COUNT}){SPACE}+квартал(?:а|ов)\b{OPTIONAL_YEAR}", _I)
_N_MONTHS = re.compile(rf"{_OVER}(?P<n>{COUNT}){SPACE}+месяц(?:ев|а|ы)\b{OPTIONAL_YEAR}", _I)
_MONTH_RANGE = re.compile(
    rf"(?<!\w)(?P<m1>{MONTH})(?:{DASH}|{SPACE}+(?:по|и){SPACE}+)(?P<m2>{MONTH}){OPTIONAL_YEAR}", _I
)
_MONTH_ONE = re.compile(rf"(?<!\w)(?P<m>{MONTH}){OPTIONAL_YEAR}", _I)
_YEARS = re.compile(
    rf"(?<![\d.,№])(?P<y1>{YEAR})(?:-?(?:й|м|го|х))?(?:{SPACE}+год[ауе]?)?(?:{DASH}|{SPACE}+(?:и|по|до){SPACE}+)"
    rf"(?P<y2>{YEAR}){YEAR_WORD}",
    _I,
)
_SEASON = re.compile(
    rf"(?<!\w)(?P<s>осен|весн|лет)(?:ь|ью|и|ы|ой|у|ом|о)?{SPACE}+(?P<y>{YEAR}){YEAR_WORD}", _I
)
_YEAR_ONE = re.compile(rf"(?<![\d.,№/])(?P<y>{YEAR}){YEAR_WORD}", _I)
_YEAR_BARE = re.compile(
    rf"(?<!\w)(?:в|к|с|на|до|за|по|чем){SPACE}+(?P<y>{YEAR})(?:-?(?:й|м|го|ом|му))?(?=[,;.)]|{SPACE}+[–—-]|\s+[а-яё]{{1,2}}\s|$|"
    rf"{SPACE}+(?:было|стал|план|увел|сниз|рост|вырос|состав))",
    _I,
)
_BRACKET_YEAR = re.compile(rf"(?<=\()(?P<y>{YEAR})(?=[,;)]|{SPACE}?[–—-])")
_YEARS_AGO = re.compile(
    rf"(?<!\w)(?P<n>{COUNT}){SPACE}+(?:годами|годам|года|лет|год){SPACE}+(?:ранее|раньше|назад)", _I
)
_RELATIVE_FORMS: tuple[tuple[str, str], ...] = (
    (r"на сегодня\w*(?: день)?|сегодня|сейчас|ныне|в настоящ(?:ее время|ий момент)|"
     r"на (?:данный|текущий|сегодняшний) (?:момент|день)|к настоящему (?:времени|моменту)", "today"),
    (r"с начала (?:(?:этого|текущего|нынешнего) )?года", "since_year_start"),
    (r"(?:до|к) конц[ау] (?:(?:этого|текущего|нынешнего) )?года", "to_year_end"),
    (r"(?:в )?позапрошло(?:го|м) год[ае]", "year_before_last"),
    (r"за (?:прошедшие |минувшие |последние |истекшие )?сутки", "past_day"),
    (r"вчера", "yesterday"),
    (r"(?:за (?:прошедшую |минувшую |прошлую )|на (?:прошлой|минувшей) )недел[юе]", "past_week"),
    (r"(?:в|за) (?:этом|текущем) месяце", "this_month"),
    (r"(?:в|за) (?:прошл|минувш|прошедш)(?:ом|ем|ый|ий) месяце?", "last_month"),
    (r"годом (?:ранее|раньше)|год назад", "year_before"),
    (r"(?:(?:в|за) )?(?:прошл|прошедш|минувш|предыдущ)(?:ом|ем|ый|ий|ого|его|ым|ому) год(?:у|а|ом)?(?!\w)", "last_year"),
    (r"(?:(?:в|на) )?(?:следующ|будущ)(?:ем|ий|его) год(?:у|а)?(?!\w)", "next_year"),
    (r"(?:(?:в|за) )?(?:этом|текущ(?:ем|ий|его)|нынешн(?:ем|ий|его)|этот|этого) год(?:у|а)?(?!\w)|"
     r"в течение (?:всего )?года|за год(?= )|по итогам года", "this_year"),
)  # fmt: skip
_RELATIVE = [
    (re.compile(rf"(?<!\w)(?:{forms.replace(' ', SPACE)})(?!\w)", _I), name)
    for forms, name in _RELATIVE_FORMS
]
_MONTH_LED = re.compile(
    r"(?<!\w)(?:в|во|за|на|к|ко|до|с|по|от|чем|начал[еау]|конц[еауо]м?|середин[еыу]|итогам|течение|уровню|текущего|"
    r"прошлого|этого|прошлогодн\w+)\s+$",
    _I,
)


def _year_of(match: re.Match[str], published: date | None) -> int | None:
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("rel") and published is not None:
        return published.year + years_shift(groups["rel"])
    return None


def _date_range(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    second = month_number(match["m2"])
    first = month_number(match["m1"]) if match["m1"] else second
    d1, d2 = int(match["d1"]), int(match["d2"])
    if not (1 <= d1 <= 31 and 1 <= d2 <= 31) or (first == second and d1 >= d2):
        return None
    return PeriodGrain.RANGE, lambda year: (
        day_of(year - (first > second), first, d1),
        day_of(year, second, d2),
    )


def _numeric_date(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return PeriodGrain.DAY, lambda year: (day_of(year + 2000 * (year < 100), month, day),) * 2


def _day(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    month, day = month_number(match["m"]), int(match["d"])
    return (PeriodGrain.DAY, lambda year: (day_of(year, month, day),) * 2) if 1 <= day <= 31 else None


def _quarters(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]]:
    numbers = sorted((ordinal_of(match["q"]), ordinal_of(match["q2"] or match["q"])))
    grain = PeriodGrain.RANGE if match["q2"] else PeriodGrain.QUARTER
    return grain, lambda year: month_span(year, 3 * numbers[0] - 2, 3 * numbers[1])


def _half(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]]:
    second = match["q"] is not None and ordinal_of(match["q"]) == 2
    return PeriodGrain.HALF_YEAR, lambda year: month_span(year, 7 if second else 1, 12 if second else 6)


def _first_months(match: re.Match[str], months_each: int) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    count = small_count(match["n"])
    if count is None or not 1 <= count * months_each <= 12:
        return None
    return PeriodGrain.RANGE, lambda year: month_span(year, 1, count * months_each)


def _month_range(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]]:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    return PeriodGrain.RANGE, lambda year: (
        date(year - (first > last), first, 1),
        month_span(year, last, last)[1],
    )


def _month_one(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    led = _MONTH_LED.search(match.string, max(0, match.start() - 14), match.start())
    if match["y"] is None and match["rel"] is None and led is None:
        return None
    month = month_number(match["m"])
    return PeriodGrain.MONTH, lambda year: month_span(year, month, month)


def _season(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]]:
    first = {"осен": 9, "весн": 3, "лет": 6}[fold(match["s"])]
    return PeriodGrain.RANGE, lambda year: month_span(year, first, first + 2)


def _year_one(_match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]]:
    return PeriodGrain.YEAR, lambda year: month_span(year, 1, 12)


def _n_quarters(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    return _first_months(match, 3)


def _n_months(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]] | None:
    return _first_months(match, 1)


def _years(match: re.Match[str]) -> tuple[PeriodGrain, Callable[[int], Span]]:
    first, last = sorted((int(match["y1"]), int(match["y2"])))
    return PeriodGrain.RANGE, lambda _year: (date(first, 1, 1), date(last, 12, 31))


_CALENDAR_RULES: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[PeriodGrain, Callable[[int], Span]] | None]], ...
] = (
    (_DATE_RANGE, _date_range),
    (_NUMERIC_DATE, _numeric_date),
    (_ISO_DATE, _numeric_date),
    (_DAY, _day),
    (_QUARTERS, _quarters),
    (_HALF, _half),
    (_N_QUARTERS, _n_quarters),
    (_N_MONTHS, _n_months),
    (_YEARS, _years),
    (_MONTH_RANGE, _month_range),
    (_MONTH_ONE, _month_one),
    (_SEASON, _season),
    (_YEAR_ONE, _year_one),
    (_YEAR_BARE, _year_one),
    (_BRACKET_YEAR, _year_one),
)


_RELATIVE_YEARS = {"year_before_last": -2, "last_year": -1, "year_before": -1, "this_year": 0, "next_year": 1}


def _relative(match: re.Match[str], name: str, published: date | None) -> TimeMention:
    """A relative time; without a publication date it stands, but names no days."""
    role = TimeRole.DEADLINE if name == "to_year_end" else TimeRole.PERIOD
    if published is None:
        return TimeMention(*match.span(), role, PeriodGrain.YEAR, None)
    if name in _RELATIVE_YEARS:
        year = published.year + _RELATIVE_YEARS[name]
        return TimeMention(*match.span(), role, PeriodGrain.YEAR, year, lambda y: month_span(y, 1, 12))
    grain, span = _relative_days(name, published)
    return TimeMention(*match.span(), role, grain, published.year, None, span)


def _relative_days(name: str, published: date) -> tuple[PeriodGrain, Span]:
    day, month_start = timedelta(days=1), published.replace(day=1)
    last_month_end = month_start - day
    return {
        "today": (PeriodGrain.DAY, (published, published)),
        "yesterday": (PeriodGrain.DAY, (published - day, published - day)),
        "past_day": (PeriodGrain.DAY, (published - day, published)),
        "past_week": (PeriodGrain.WEEK, (published - 7 * day, published)),
        "this_month": (PeriodGrain.MONTH, month_span(published.year, published.month, published.month)),
        "last_month": (PeriodGrain.MONTH, (last_month_end.replace(day=1), last_month_end)),
        "since_year_start": (PeriodGrain.YEAR_TO_DATE, (date(published.year, 1, 1), published)),
        "to_year_end": (PeriodGrain.YEAR, month_span(published.year, 1, 12)),
    }[name]


def find_times(text: str, published: date | None) -> list[TimeMention]:
    """All temporal expressions of a text in order, none overlapping, roles not yet told apart.

    Of two rules that read the same place, the more specific one, which stands first, wins.
    """
    found: list[TimeMention] = []
    claimed = bytearray(len(text))

    def claim(start: int, end: int) -> bool:
        if any(claimed[start:end]):
            return False
        claimed[start:end] = b"\x01" * (end - start)
        return True

    for pattern, read in _CALENDAR_RULES:
        for match in pattern.finditer(text):
            meaning = read(match)
            if meaning is not None and claim(*match.span()):
                grain, span_in = meaning
                found.append(
                    TimeMention(*match.span(), TimeRole.PERIOD, grain, _year_of(match, published), span_in)
                )
    for match in _YEARS_AGO.finditer(text):
        count = small_count(match["n"])
        if count is not None and claim(*match.span()):
            year = published.year - count if published else None
            found.append(
                TimeMention(
                    *match.span(), TimeRole.SHIFT, PeriodGrain.YEAR, year, lambda y: month_span(y, 1, 12)
                )
            )
    for pattern, name in _RELATIVE:
        found.extend(
            _relative(match, name, published) for match in pattern.finditer(text) if claim(*match.span())
        )
    return sorted(found, key=lambda mention: mention.start)
