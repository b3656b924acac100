"""What a match of a pattern for days means: dates, weeks and ranges from one day to another.

Belongs here: readings whose ends are named days. Does not belong here: whole months (`calendar_months`),
longer spans of the calendar (`calendar_spans`) and the table of all readings (`calendar_readings`).
"""

import re
from datetime import date

from extractors.model import PeriodGrain
from extractors.times.calendar_terms import day_of, is_backwards, month_number, month_span, years_to_end
from extractors.times.time_mentions import Meaning, Span


def day_range(match: re.Match[str]) -> Meaning | None:
    """ "с 12 по 16 мая", "28 декабря 2024 года – 5 января 2025 года"."""
    second = month_number(match["m2"])
    first = month_number(match["m1"]) if match["m1"] else second
    d1, d2 = int(match["d1"]), int(match["d2"])
    written = int(match["y1"]) if match["y1"] else None
    if not (1 <= d1 <= 31 and 1 <= d2 <= 31) or (first == second and d1 >= d2 and written is None):
        return None
    if is_backwards(written, match["y"]):
        return None
    later = years_to_end(match)

    def span_in(year: int) -> Span:
        end = year + later
        return day_of(written or end - (first > second), first, d1), day_of(end, second, d2)

    return PeriodGrain.RANGE, span_in


def mixed_range(match: re.Match[str]) -> Meaning | None:
    """ "с сентября по 16 февраля 2025 года", "с 5 мая по август": from a month or day to a day or month."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    d1, d2 = int(match["d1"] or 1), int(match["d2"] or 31)
    if (match["d1"] is None) == (match["d2"] is None) or not (1 <= d1 <= 31 and 1 <= d2 <= 31):
        return None
    written = int(match["y1"]) if match["y1"] else None
    if first == last or is_backwards(written, match["y"]):
        return None
    later = years_to_end(match)

    def span_in(year: int) -> Span:
        end = year + later
        return day_of(written or end - (first > last), first, d1), day_of(end, last, d2)

    return PeriodGrain.RANGE, span_in


def edge_range(match: re.Match[str]) -> Meaning | None:
    """ "с конца августа до конца декабря": from the last day of one month to the last of the other."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    written = int(match["y1"]) if match["y1"] else None
    if is_backwards(written, match["y"]):
        return None

    def span_in(year: int) -> Span:
        opening = month_span(written or year - (first > last), first, first)
        closing = month_span(year, last, last)
        return opening[match["e1"].startswith("кон")], closing[match["e2"].startswith("кон")]

    return PeriodGrain.RANGE, span_in


def to_year_end(match: re.Match[str]) -> Meaning | None:
    """ "с 29 июля до конца 2024 года"."""
    month, number = month_number(match["m"]), int(match["d"])
    if not 1 <= number <= 31:
        return None
    return PeriodGrain.RANGE, lambda year: (day_of(year, month, number), date(year, 12, 31))


def numeric_range(match: re.Match[str]) -> Meaning | None:
    """ "с 11.01.2024 по 16.03.2024"."""
    if not all(1 <= int(match[name]) <= 12 for name in ("m1", "m")) or "0" in (match["d1"], match["d"]):
        return None
    first = day_of(int(match["y1"] or match["y"]), int(match["m1"]), min(31, int(match["d1"])))
    last = day_of(int(match["y"]), int(match["m"]), min(31, int(match["d"])))
    return (PeriodGrain.RANGE, lambda _year: (first, last)) if first <= last else None


def numeric_date(match: re.Match[str]) -> Meaning | None:
    """ "14.06.2023", "01.07.25", "2025-08-01"."""
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return PeriodGrain.DAY, lambda year: (day_of(year, month, day),) * 2


def day(match: re.Match[str]) -> Meaning | None:
    """ "1 августа"."""
    month, number = month_number(match["m"]), int(match["d"])
    if not 1 <= number <= 31:
        return None
    return PeriodGrain.DAY, lambda year: (day_of(year, month, number),) * 2


def iso_week(match: re.Match[str]) -> Meaning | None:
    """ "по итогам 46-й недели": the week of the calendar."""
    number = int(match["n"])
    if not 1 <= number <= 52:
        return None

    def span_in(year: int) -> Span:
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)

    return PeriodGrain.WEEK, span_in
