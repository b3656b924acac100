"""The days that a relative time names on a given publication date.

Belongs here: what each name of `data/relative_times.tsv` means in days or in a year. Does not belong
here: the wording of a relative time and the expression it makes (`relative_times`).
"""

from collections.abc import Callable
from datetime import date, timedelta

from extractors.model import PeriodGrain
from extractors.times.calendar_terms import day_of, months_before
from extractors.times.time_mentions import Span

_DAY = timedelta(days=1)

# The year that a name means: "в новом году" in autumn is the next one, in winter the current one.
YEARS: dict[str, Callable[[date], int]] = {
    "year_before_last": lambda day: day.year - 2,
    "last_year": lambda day: day.year - 1,
    "last_year_end": lambda day: day.year - 1,
    "elapsed_year": lambda day: day.year - 1,
    "this_year": lambda day: day.year,
    "this_year_start": lambda day: day.year,
    "this_year_end": lambda day: day.year,
    "annual_plan": lambda day: day.year,
    "next_year": lambda day: day.year + 1,
    "new_year": lambda day: day.year + (day.month >= 5),
    "closing_year": lambda day: day.year - (day.month <= 3),
}

# The same of forms that mean one year on any day: years from the one that a text was written in.
YEAR_OFFSETS: dict[str, int] = {
    "year_before_last": -2,
    "last_year": -1,
    "last_year_end": -1,
    "this_year": 0,
    "this_year_start": 0,
    "this_year_end": 0,
    "since_year_start": 0,
    "since_last_year_start": -1,
    "next_year": 1,
}


def named_days(name: str, published: date) -> tuple[PeriodGrain, Span] | None:
    """Grain and days of a name; None for one that names no exact days."""
    for spans in (_days, _weeks, _months, _quarters, _since_year, _since, _academic_years):
        found = spans(published).get(name)
        if found is not None:
            return _GRAINS[spans.__name__], found
    return None


def counted_days(published: date, count: int, unit: str, *, is_back: bool) -> Span:
    """The last or next so many days, weeks, months, quarters or years; the last days end on the eve."""
    sign = -1 if is_back else 1
    if unit.startswith(("дн", "сут", "нед")):
        length = count * (7 if unit.startswith("нед") else 1)
        return (
            (published - length * _DAY, published - _DAY)
            if is_back
            else (published, published + length * _DAY)
        )
    months = count * next((size for stem, size in _MONTHS_IN if unit.startswith(stem)), 12)
    first = months_before(published, -sign * months)
    other = day_of(first.year, first.month, published.day)
    return (other, published) if is_back else (published, other)


_MONTHS_IN = (("месяц", 1), ("квартал", 3), ("десятилет", 120))


def weekday_spans(published: date, word: str) -> tuple[Span, Span]:
    """The last day of a name up to the publication, and the next one from it on: "в среду"."""
    number = next(i for i, stem in enumerate(_WEEKDAYS) if word.startswith(stem))
    back = (published.weekday() - number) % 7
    last, coming = published - back * _DAY, published + (-back % 7) * _DAY
    return (last, last), (coming, coming)


_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")


def _autumn(published: date) -> date:
    """The first day of the academic year at hand; in August that of the one to come."""
    return date(published.year - (published.month < 8), 9, 1)


def next_autumn(published: date) -> Span:
    """The first day of the next academic year: "к началу учебного года откроют 5 школ"."""
    begins = date(published.year, 9, 1)
    begins = begins if published <= begins else date(published.year + 1, 9, 1)
    return begins, begins


def _days(published: date) -> dict[str, Span]:
    return {
        "today": (published, published),
        "yesterday": (published - _DAY, published - _DAY),
        "past_day": (published, published),
        "tomorrow": (published + _DAY, published + _DAY),
        "academic_start": (_autumn(published), _autumn(published)),
    }


def _weeks(published: date) -> dict[str, Span]:
    monday = published - timedelta(days=published.weekday())
    return {
        "past_week": (published - 7 * _DAY, published - _DAY),
        "last_week": (monday - 7 * _DAY, monday - _DAY),
        "this_week": (monday, monday + 6 * _DAY),
        "next_week": (monday + 7 * _DAY, monday + 13 * _DAY),
    }


def _months(published: date) -> dict[str, Span]:
    return {
        "this_month": (months_before(published, 0), months_before(published, -1) - _DAY),
        "last_month": (months_before(published, 1), months_before(published, 0) - _DAY),
        "first_month": (date(published.year, 1, 1), date(published.year, 1, 31)),
        "next_month": (months_before(published, -1), months_before(published, -2) - _DAY),
    }


def _quarters(published: date) -> dict[str, Span]:
    begins = date(published.year, (published.month - 1) // 3 * 3 + 1, 1)
    return {
        "this_quarter": (begins, months_before(begins, -3) - _DAY),
        "last_quarter": (months_before(begins, 3), begins - _DAY),
    }


def _since_year(published: date) -> dict[str, Span]:
    return {"since_year_start": (date(published.year, 1, 1), published)}


def _since(published: date) -> dict[str, Span]:
    monday = published - timedelta(days=published.weekday())
    return {
        "since_week_start": (monday, published),
        "since_month_start": (months_before(published, 0), published),
        "since_last_month": (months_before(published, 1), published),
        "since_last_year_start": (date(published.year - 1, 1, 1), published),
        "last_and_this_year": (date(published.year - 1, 1, 1), date(published.year, 12, 31)),
        "this_and_next_year": (date(published.year, 1, 1), date(published.year + 1, 12, 31)),
    }


def _academic_years(published: date) -> dict[str, Span]:
    """From September to August; in August the new one is at hand, and spoken of from April on."""
    first = published.year - (published.month < 8)
    coming = published.year - (published.month < 4)
    named = {
        "academic_last": first - 1,
        "academic_this": first,
        "academic_new": coming,
        "academic_next": first + 1,
    }
    return {name: (date(year, 9, 1), date(year + 1, 8, 31)) for name, year in named.items()}


_GRAINS = {
    "_days": PeriodGrain.DAY,
    "_weeks": PeriodGrain.WEEK,
    "_months": PeriodGrain.MONTH,
    "_quarters": PeriodGrain.QUARTER,
    "_since_year": PeriodGrain.YEAR_TO_DATE,
    "_since": PeriodGrain.RANGE,
    "_academic_years": PeriodGrain.RANGE,
}
