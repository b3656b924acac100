"""What a match of a calendar pattern means: its calendar unit and its days as a function of the year.

Belongs here: one reading for each name in the table `data/calendar_times.tsv`. Does not belong here:
the patterns themselves and where they are tried (`calendar_times`), words of the calendar (`calendar_terms`).
"""

import re
from collections.abc import Callable
from datetime import date

from extractors.calendar_terms import day_of, month_number, month_span, ordinal_of, season_span, small_count
from extractors.model import PeriodGrain
from extractors.time_mentions import Span

Meaning = tuple[PeriodGrain, Callable[[int], Span]]
Match = re.Match[str]

_LED = re.compile(
    r"(?<![а-я])(?:в|во|за|на|к|ко|до|с|со|по|от|чем|и|начал[еау]|конец|конц[еауо]м?|середин[еыу]|итогам"
    r"|течение|уровн[юя]|текущего|прошлого|этого|относительно|против|весь|всего|только)\x20+$"
)
_LABELLED = re.compile(r"\x20?[-:]\x20(?:(?:более|около|почти|свыше|порядка)\x20)?[\d+$₸-]")
_LINE_REACH = 600


def day_range(match: Match) -> Meaning | None:
    """ "с 12 по 16 мая", "28 декабря 2024 года – 5 января 2025 года"."""
    second = month_number(match["m2"])
    first = month_number(match["m1"]) if match["m1"] else second
    d1, d2 = int(match["d1"]), int(match["d2"])
    written = int(match["y1"]) if match["y1"] else None
    if not (1 <= d1 <= 31 and 1 <= d2 <= 31) or (first == second and d1 >= d2 and written is None):
        return None
    if written is not None and match["y"] and written > int(match["y"]):
        return None

    def span_in(year: int) -> Span:
        return day_of(written or year - (first > second), first, d1), day_of(year, second, d2)

    return PeriodGrain.RANGE, span_in


def edge_range(match: Match) -> Meaning | None:
    """ "с конца августа до конца декабря": from the last day of one month to the last of the other."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    written = int(match["y1"]) if match["y1"] else None
    if written is not None and match["y"] and written > int(match["y"]):
        return None

    def span_in(year: int) -> Span:
        opening = month_span(written or year - (first > last), first, first)
        closing = month_span(year, last, last)
        return opening[match["e1"].startswith("кон")], closing[match["e2"].startswith("кон")]

    return PeriodGrain.RANGE, span_in


def to_year_end(match: Match) -> Meaning | None:
    """ "с 29 июля до конца 2024 года"."""
    month, number = month_number(match["m"]), int(match["d"])
    if not 1 <= number <= 31:
        return None
    return PeriodGrain.RANGE, lambda year: (day_of(year, month, number), date(year, 12, 31))


def numeric_range(match: Match) -> Meaning | None:
    """ "с 11.01.2024 по 16.03.2024"."""
    if not all(1 <= int(match[name]) <= 12 for name in ("m1", "m")) or "0" in (match["d1"], match["d"]):
        return None
    first = day_of(int(match["y1"]), int(match["m1"]), min(31, int(match["d1"])))
    last = day_of(int(match["y"]), int(match["m"]), min(31, int(match["d"])))
    return (PeriodGrain.RANGE, lambda _year: (first, last)) if first <= last else None


def numeric_date(match: Match) -> Meaning | None:
    """ "14.06.2023", "01.07.25", "2025-08-01"."""
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return PeriodGrain.DAY, lambda year: (day_of(year + 2000 * (year < 100), month, day),) * 2


def day(match: Match) -> Meaning | None:
    """ "1 августа"."""
    month, number = month_number(match["m"]), int(match["d"])
    if not 1 <= number <= 31:
        return None
    return PeriodGrain.DAY, lambda year: (day_of(year, month, number),) * 2


def iso_week(match: Match) -> Meaning | None:
    """ "по итогам 46-й недели": the week of the calendar."""
    number = int(match["n"])
    if not 1 <= number <= 52:
        return None

    def span_in(year: int) -> Span:
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)

    return PeriodGrain.WEEK, span_in


def month_range(match: Match) -> Meaning | None:
    """ "январь–сентябрь", "с ноября 2023 по март 2024 года", "в мае, июне и июле"."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    joint = match["joint"].strip()
    is_apart = joint == "и" and last != first % 12 + 1 and "," not in match[0]
    if is_apart or (joint == "до" and not match["from"]):
        return None
    written = int(match["y1"]) if match["y1"] else None
    if written is not None and match["y"] and written > int(match["y"]):
        return None

    def span_in(year: int) -> Span:
        return date(written or year - (first > last), first, 1), month_span(year, last, last)[1]

    return PeriodGrain.RANGE, span_in


def month_part(match: Match) -> Meaning | None:
    """ "в первой декаде мая", "за первые три недели октября"."""
    month = month_number(match["m"])
    first, last = _part_days(match)
    if not 1 <= first <= last:
        return None
    return PeriodGrain.RANGE, lambda year: (day_of(year, month, first), day_of(year, month, last))


def _part_days(match: Match) -> tuple[int, int]:
    """First and last day of the part; (0, 0) for a count that is none."""
    if match["n"]:
        count = small_count(match["n"]) or 0
        length = count * (7 if match["unit"].startswith("нед") else 1)
        return (1, length) if 1 <= length <= 28 else (0, 0)
    number, size = ordinal_of(match["q"]), 10 if match["part"].startswith("дек") else 15
    return (number - 1) * size + 1, number * size if number < 30 // size else 31


def month(match: Match) -> Meaning | None:
    """ "марте 2024 года"; a bare month only behind a preposition, as a label or in a cell of its own."""
    named = match["y"] or match["rel"] or match["abbr"]
    if not named and (match["m"].endswith(".") or not (_is_led(match) or _is_label(match))):
        return None
    number = month_number(match["m"])
    return PeriodGrain.MONTH, lambda year: month_span(year, number, number)


def month_adjective(match: Match) -> Meaning:
    """ "апрельская зарплата"."""
    number = month_number(match["m"])
    return PeriodGrain.MONTH, lambda year: month_span(year, number, number)


def _is_led(match: Match) -> bool:
    text, start = match.string, match.start()
    in_cell = text.startswith(" |", match.end()) and text[max(0, start - 2) : start] in ("", "\n", "| ")
    return in_cell or _LED.search(text, max(0, start - 16), start) is not None


def _is_label(match: Match) -> bool:
    """ "- февраль – 444 млрд", "март: 311", "(апрель – 253)"."""
    text, start = match.string, match.start()
    opens = (
        start == 0 or text[start - 1] in "\n(" or text[max(0, start - 2) : start] in (", ", "; ", ": ", "- ")
    )
    return opens and _LABELLED.match(text, match.end()) is not None


def quarters(match: Match) -> Meaning:
    """ "III квартал", "втором и третьем кварталах"."""
    numbers = sorted((ordinal_of(match["q"]), ordinal_of(match["q2"] or match["q"])))
    grain = PeriodGrain.RANGE if match["q2"] else PeriodGrain.QUARTER
    return grain, lambda year: month_span(year, 3 * numbers[0] - 2, 3 * numbers[1])


def half(match: Match) -> Meaning | None:
    """ "втором полугодии"; without a number the first."""
    number = ordinal_of(match["q"]) if match.groupdict().get("q") else 1
    if number > 2:
        return None
    return PeriodGrain.HALF_YEAR, lambda year: month_span(year, 6 * number - 5, 6 * number)


def first_months(match: Match) -> Meaning | None:
    """ "за 9 месяцев": from January on."""
    return _first(match, 1)


def first_quarters(match: Match) -> Meaning | None:
    """ "за три квартала": from January on."""
    return _first(match, 3)


def _first(match: Match, months_each: int) -> Meaning | None:
    count = small_count(match["n"])
    if count is None or not 1 <= count * months_each <= 12:
        return None
    return PeriodGrain.RANGE, lambda year: month_span(year, 1, count * months_each)


def year_half(match: Match) -> Meaning:
    """ "первой половине 2025 года"."""
    return half(match) or year(match)


def season(match: Match) -> Meaning:
    """ "летом 2024 года"."""
    return PeriodGrain.RANGE, lambda year: season_span(year, match["s"])


def year(_match: Match) -> Meaning:
    """ "2024 год"."""
    return PeriodGrain.YEAR, lambda year: month_span(year, 1, 12)


def cell_year(match: Match) -> Meaning | None:
    """A bare year in the first cell of a row, or in a head that holds no figures but years."""
    text = match.string
    low = max(0, match.start() - _LINE_REACH)
    start = max(low, text.rfind("\n", low, match.start()) + 1)
    if match.start() == start:
        return year(match)
    end = text.find("\n", match.end(), match.end() + _LINE_REACH)
    line = text[start : end if end >= 0 else match.end() + _LINE_REACH]
    above = text[max(0, start - _LINE_REACH) : max(0, start - 1)].rsplit("\n", 1)[-1]
    is_header = "|" not in above and re.fullmatch(r"[^\d]*(?:(?:19|20)\d\d[^\d]*)+", line) is not None
    return year(match) if is_header else None


def years(match: Match) -> Meaning:
    """ "2026–2028 годах", "2023, 2024 и 2025 годы"."""
    written = [int(number) for number in re.findall(r"(?:19|20)\d\d", match[0])]
    return _whole_years(min(written), max(written))


def short_years(match: Match) -> Meaning | None:
    """ "2024–25 гг."."""
    first = int(match["y1"])
    last = first // 100 * 100 + int(match["y2"])
    return _whole_years(first, last) if first < last else None


def decade(match: Match) -> Meaning:
    """ "1990-х годах"."""
    return _whole_years(int(match["decade"]), int(match["decade"]) + 9)


def _whole_years(first: int, last: int) -> Meaning:
    return PeriodGrain.RANGE, lambda _year: (date(first, 1, 1), date(last, 12, 31))


def academic(match: Match) -> Meaning:
    """ "2025/2026 учебный год": from September to August."""
    first = int(match["y1"])
    return PeriodGrain.RANGE, lambda _year: (date(first, 9, 1), date(first + 1, 8, 31))


READINGS: dict[str, Callable[[Match], Meaning | None]] = {
    reading.__name__: reading
    for reading in (
        day_range, edge_range, to_year_end, numeric_range, numeric_date, day, iso_week,
        month_range, month_part, month, month_adjective, quarters, half,
        year_half, first_months, first_quarters, season, year, cell_year, years, short_years, decade,
        academic,
    )
}  # fmt: skip
