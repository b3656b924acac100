"""What a match of a pattern for quarters, halves, seasons and years means.

Belongs here: readings of spans longer than a month. Does not belong here: named months
(`calendar_months`), named days (`calendar_days`) and the table of all readings (`calendar_readings`).
"""

import re
from datetime import date

from extractors.model import PeriodGrain
from extractors.times.calendar_terms import month_span, ordinal_of, season_span, small_count
from extractors.times.time_mentions import Meaning

_LINE_REACH = 600

_ELLIPSIS_REACH = 120


def quarters(match: re.Match[str]) -> Meaning:
    """ "III квартал", "втором и третьем кварталах"."""
    other = match.groupdict().get("q2")
    numbers = sorted((ordinal_of(match["q"]), ordinal_of(other or match["q"])))
    grain = PeriodGrain.RANGE if other else PeriodGrain.QUARTER
    return grain, lambda year: month_span(year, 3 * numbers[0] - 2, 3 * numbers[1])


def same_quarter(match: re.Match[str]) -> Meaning | None:
    """ "во II квартале – 11%, в I – 10%": the word is left out where it stands shortly before."""
    before = match.string[max(0, match.start() - _ELLIPSIS_REACH) : match.start()]
    quarter, half_year = before.rfind("квартал"), before.rfind("полугоди")
    if quarter == half_year:
        return None
    return half(match) if half_year > quarter else quarters(match)


def half(match: re.Match[str]) -> Meaning | None:
    """ "втором полугодии"; without a number the first."""
    number = ordinal_of(match["q"]) if match.groupdict().get("q") else 1
    if number > 2:
        return None
    return PeriodGrain.HALF_YEAR, lambda year: month_span(year, 6 * number - 5, 6 * number)


def first_months(match: re.Match[str]) -> Meaning | None:
    """ "за 9 месяцев": from January on."""
    return _first(match, 1)


def first_quarters(match: re.Match[str]) -> Meaning | None:
    """ "за три квартала": from January on."""
    return _first(match, 3)


def _first(match: re.Match[str], months_each: int) -> Meaning | None:
    count = small_count(match["n"])
    if count is None or not 1 <= count * months_each <= 12:
        return None
    return PeriodGrain.RANGE, lambda year: month_span(year, 1, count * months_each)


def year_half(match: re.Match[str]) -> Meaning:
    """ "первой половине 2025 года"."""
    return half(match) or year(match)


def season(match: re.Match[str]) -> Meaning:
    """ "летом 2024 года"."""
    return PeriodGrain.RANGE, lambda year: season_span(year, match["s"])


def year(_match: re.Match[str]) -> Meaning:
    """ "2024 год"."""
    return PeriodGrain.YEAR, lambda year: month_span(year, 1, 12)


def cell_year(match: re.Match[str]) -> Meaning | None:
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


def years(match: re.Match[str]) -> Meaning:
    """ "2026–2028 годах", "2023, 2024 и 2025 годы"."""
    written = [int(number) for number in re.findall(r"(?:19|20)\d\d", match[0])]
    return _whole_years(min(written), max(written))


def short_years(match: re.Match[str]) -> Meaning | None:
    """ "2024–25 гг."."""
    first = int(match["y1"])
    last = first // 100 * 100 + int(match["y2"])
    return _whole_years(first, last) if first < last else None


def decade(match: re.Match[str]) -> Meaning:
    """ "1990-х годах"."""
    first = int(match["decade"])
    first += 1900 if first < 100 else 0
    return _whole_years(first, first + 9)


def _whole_years(first: int, last: int) -> Meaning:
    return PeriodGrain.RANGE, lambda _year: (date(first, 1, 1), date(last, 12, 31))


def academic(match: re.Match[str]) -> Meaning:
    """ "2025/2026 учебный год": from September to August."""
    first = int(match["y1"])
    return PeriodGrain.RANGE, lambda _year: (date(first, 9, 1), date(first + 1, 8, 31))
