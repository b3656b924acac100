"""Times named by the calendar: dates, months, quarters, halves and years, alone or as ranges.

Belongs here: the patterns over levelled text and the days each names as a function of the year.
Does not belong here: times told from the publication date (`relative_times`) and choosing among
rules that read the same place (`times`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from extractors.calendar_terms import (
    COUNT,
    MONTH,
    OPTIONAL_YEAR,
    QUARTER,
    RELATIVE_YEAR,
    YEAR,
    YEAR_ENDING,
    YEAR_WORD,
    compiled,
    day_of,
    month_number,
    month_span,
    ordinal_of,
    small_count,
    years_shift,
)
from extractors.model import PeriodGrain
from extractors.time_mentions import Span, TimeMention, TimeRole

Meaning = tuple[PeriodGrain, Callable[[int], Span]]
Reader = Callable[["re.Match[str]"], Meaning | None]


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """A pattern and what a match of it means; None where it means no time after all."""

    pattern: "re.Pattern[str]"
    read: Reader
    role: TimeRole = TimeRole.PERIOD

    def mention(self, match: "re.Match[str]", published: date | None) -> TimeMention | None:
        """The temporal expression of a match."""
        meaning = self.read(match)
        if meaning is None:
            return None
        year = _year_of(match, published)
        is_unknown = year is None and _relative_year(match) not in (None, "того же")
        return TimeMention(
            *match.span(),
            self.role,
            meaning[0],
            year,
            None if is_unknown else meaning[1],
            listed=_listed_years(match[0]) if self.read is _years else (),
        )


def _year_of(match: "re.Match[str]", published: date | None) -> int | None:
    groups = match.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    relative = _relative_year(match)
    if relative is not None and published is not None and relative != "того же":
        return published.year + years_shift(relative)
    return None


def _relative_year(match: "re.Match[str]") -> str | None:
    groups = match.groupdict()
    return groups.get("rel") or groups.get("abbr")


def _day_range(match: "re.Match[str]") -> Meaning | None:
    second = month_number(match["m2"])
    first = month_number(match["m1"]) if match["m1"] else second
    d1, d2 = int(match["d1"]), int(match["d2"])
    if not (1 <= d1 <= 31 and 1 <= d2 <= 31) or (first == second and d1 >= d2 and not match["y1"]):
        return None
    written = int(match["y1"]) if match["y1"] else None

    def span_in(year: int) -> Span:
        return day_of(written or year - (first > second), first, d1), day_of(year, second, d2)

    return (
        (PeriodGrain.RANGE, span_in)
        if written is None or not match["y"] or written <= int(match["y"])
        else None
    )


def _numeric_date(match: "re.Match[str]") -> Meaning | None:
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return PeriodGrain.DAY, lambda year: (day_of(year + 2000 * (year < 100), month, day),) * 2


def _day(match: "re.Match[str]") -> Meaning | None:
    month, day = month_number(match["m"]), int(match["d"])
    return (PeriodGrain.DAY, lambda year: (day_of(year, month, day),) * 2) if 1 <= day <= 31 else None


def _month_range(match: "re.Match[str]") -> Meaning | None:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    joint = match["joint"].strip()
    if joint == "и" and last != first % 12 + 1 and "," not in match[0]:
        return None
    if joint == "до" and not match["from"]:
        return None
    written = int(match["y1"]) if match["y1"] else None

    def span_in(year: int) -> Span:
        return date(written or year - (first > last), first, 1), month_span(year, last, last)[1]

    return PeriodGrain.RANGE, span_in


_LED = compiled(
    r"(?<![а-я])(?:в|во|за|на|к|ко|до|с|со|по|от|чем|и|начал[еау]|конец|конц[еауо]м?|середин[еыу]|итогам|течение|уровн[юя]|"
    r"текущего|прошлого|этого|относительно|против|весь|всего|только)\x20+$"
)


def _is_led(match: "re.Match[str]") -> bool:
    """Whether a preposition leads to a bare month, or it is a cell of a table."""
    text, start = match.string, match.start()
    in_cell = text.startswith(" |", match.end()) and text[max(0, start - 2) : start] in ("", "\n", "| ")
    return in_cell or _LED.search(text, max(0, start - 16), start) is not None


def _month(match: "re.Match[str]") -> Meaning | None:
    named = match["y"] or match["rel"] or match["abbr"]
    if not named and (match["m"].endswith(".") or not _is_led(match)):
        return None
    month = month_number(match["m"])
    return PeriodGrain.MONTH, lambda year: month_span(year, month, month)


def _quarters(match: "re.Match[str]") -> Meaning:
    numbers = sorted((ordinal_of(match["q"]), ordinal_of(match["q2"] or match["q"])))
    grain = PeriodGrain.RANGE if match["q2"] else PeriodGrain.QUARTER
    return grain, lambda year: month_span(year, 3 * numbers[0] - 2, 3 * numbers[1])


def _half(match: "re.Match[str]") -> Meaning | None:
    number = ordinal_of(match["q"]) if match.groupdict().get("q") else 1
    if number > 2:
        return None
    return PeriodGrain.HALF_YEAR, lambda year: month_span(year, 6 * number - 5, 6 * number)


def _first_months(months_each: int) -> Reader:
    def read(match: "re.Match[str]") -> Meaning | None:
        count = small_count(match["n"])
        if count is None or not 1 <= count * months_each <= 12:
            return None
        return PeriodGrain.RANGE, lambda year: month_span(year, 1, count * months_each)

    return read


def _years(match: "re.Match[str]") -> Meaning | None:
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", match[0])]
    first, last = min(years), max(years)
    return PeriodGrain.RANGE, lambda _year: (date(first, 1, 1), date(last, 12, 31))


def _listed_years(printed: str) -> tuple[int, ...]:
    """The years of "2023, 2024 и 2025"; none for a range."""
    return tuple(int(year) for year in re.findall(r"(?:19|20)\d\d", printed)) if " и " in printed else ()


def _short_years(match: "re.Match[str]") -> Meaning | None:
    """ "в 2024–25 годах"."""
    first = int(match["y1"])
    last = first // 100 * 100 + int(match["y2"])
    return (
        (PeriodGrain.RANGE, lambda _year: (date(first, 1, 1), date(last, 12, 31))) if first < last else None
    )


def _cell_year(match: "re.Match[str]") -> Meaning | None:
    """A bare year in the first cell of a row, or in the header of a table, whose other figures are years too."""
    text = match.string
    start = text.rfind("\n", max(0, match.start() - 600), match.start()) + 1
    end = text.find("\n", match.end(), match.end() + 600)
    line = text[start : end if end >= 0 else match.end() + 600]
    above = text[max(0, start - 400) : max(0, start - 1)].rsplit("\n", 1)[-1]
    is_header = "|" not in above and re.fullmatch(r"[^\d]*(?:(?:19|20)\d\d[^\d]*)+", line) is not None
    return _year(match) if is_header or match.start() == start else None


def _academic(match: "re.Match[str]") -> Meaning:
    first = int(match["y1"])
    return PeriodGrain.RANGE, lambda _year: (date(first, 9, 1), date(first + 1, 8, 31))


def _decade(match: "re.Match[str]") -> Meaning:
    printed = int(match["decade"])
    first = printed if printed >= 1900 else 1900 + printed
    return PeriodGrain.RANGE, lambda _year: (date(first, 1, 1), date(first + 9, 12, 31))


_SEASONS = {"осен": 9, "весн": 3, "лет": 6, "зим": 12}


def _season(match: "re.Match[str]") -> Meaning:
    first = _SEASONS[match["s"]]
    return PeriodGrain.RANGE, lambda year: season_span(year, first)


def season_span(year: int, first: int) -> Span:
    """The three months from month `first` of a year; winter ends in the next."""
    return date(year, first, 1), month_span(year + (first == 12), (first + 1) % 12 + 1, (first + 1) % 12 + 1)[
        1
    ]


def season_of(printed: str) -> int:
    """The first month of the season that a word names ("осенью" is 9)."""
    return next(month for stem, month in _SEASONS.items() if printed.startswith(stem))


def _year(_match: "re.Match[str]") -> Meaning:
    return PeriodGrain.YEAR, lambda year: month_span(year, 1, 12)


def _year_half(match: "re.Match[str]") -> Meaning:
    number = ordinal_of(match["q"])
    return PeriodGrain.HALF_YEAR, lambda year: month_span(year, 6 * number - 5, 6 * number)


def _month_part(match: "re.Match[str]") -> Meaning | None:
    """ "в первой декаде мая", "за первые три недели октября"."""
    month = month_number(match["m"])
    if match["n"]:
        count = small_count(match["n"])
        length = count * (7 if match["unit"].startswith("нед") else 1) if count else 0
        if not 1 <= length <= 28:
            return None
        return PeriodGrain.RANGE, lambda year: (day_of(year, month, 1), day_of(year, month, length))
    number, size = ordinal_of(match["q"]), 10 if match["part"].startswith("дек") else 15
    last = number * size if number < 30 // size else 31
    return PeriodGrain.RANGE, lambda year: (
        day_of(year, month, (number - 1) * size + 1),
        day_of(year, month, last),
    )


_OVER = r"(?:за|по (?:итогам|результатам)|итог(?:и|ам)|в течение|(?<![а-я])в) (?:все |весь |первы[ех] |прошедши[ех] |истекши[ех] |минувши[ех] )?"
_YEAR_LIST = rf"{YEAR}{YEAR_ENDING}(?:, ?{YEAR}{YEAR_ENDING})*"
_JOINT = r"(?: ?- ?| (?:и|по|до) | (?:год[ауе]?|г\.) (?:по|до) )"
_BEHIND_PREPOSITION = "|".join(
    rf"(?<=\b{word}\x20)" for word in ("в", "к", "с", "на", "до", "за", "по", "чем")
)

_YEARS_BEHIND = compiled(rf" ?\((?:с )?{YEAR}(?: ?- ?| по | и ){YEAR}(?:{YEAR_WORD})?\)")


def years_behind(levelled: str, end: int) -> TimeMention | None:
    """The years in the bracket behind "за пять лет (2020–2024 годы)", with the bracket's own offsets."""
    match = _YEARS_BEHIND.match(levelled, end)
    meaning = _years(match) if match is not None else None
    if match is None or meaning is None:
        return None
    return TimeMention(*match.span(), TimeRole.PERIOD, meaning[0], None, meaning[1])


MONTH_RULES = (
    CalendarRule(compiled(
        rf"(?:(?<![а-я])(?:с|со|от) )?(?<![\d.,])(?P<d1>\d{{1,2}})(?:-?го)?(?: (?P<m1>{MONTH}))?(?: (?P<y1>{YEAR}){YEAR_WORD}?)?(?: ?- ?| (?:по|до|и) )"
        rf"(?P<d2>\d{{1,2}})(?:-?(?:го|е))? (?P<m2>{MONTH}){OPTIONAL_YEAR}"), _day_range),
    CalendarRule(compiled(
        rf"(?<![\d.,])[«\"]?(?P<d>\d{{1,2}})(?:-?(?:го|е|му))?[»\"]? (?P<m>{MONTH}){OPTIONAL_YEAR}"), _day),
    CalendarRule(compiled(
        rf"(?:(?P<from>(?<![а-я])со?) )?(?<![а-я])(?P<m1>{MONTH})(?: (?P<y1>{YEAR}){YEAR_WORD}?)?(?:, {MONTH})*"
        rf"(?P<joint> ?- ?| (?:по|и|до) )(?P<m2>{MONTH}){OPTIONAL_YEAR}"), _month_range),
    CalendarRule(compiled(
        rf"(?:за )?(?:первы[ех] (?P<n>{COUNT}) (?P<unit>недел[иь]|дн(?:я|ей))|(?P<q>перв|втор|трет)[а-я]+ (?P<part>декад[аеуы]|половин[аеуы])) "
        rf"(?P<m>{MONTH}){OPTIONAL_YEAR}"), _month_part),
    CalendarRule(compiled(rf"(?<![а-я])(?P<m>{MONTH}){OPTIONAL_YEAR}"), _month),
)  # fmt: skip
QUARTER_RULES = (
    CalendarRule(compiled(
        rf"(?<![\w.,])(?P<q>{QUARTER})(?:(?: и | ?- ?|, (?:{QUARTER} и )?)(?P<q2>{QUARTER}))? (?:квартал[а-я]*|кв\.){OPTIONAL_YEAR}"), _quarters),
    CalendarRule(compiled(rf"{_OVER}(?P<n>{COUNT}) квартал(?:а|ов)(?![а-я]){OPTIONAL_YEAR}"), _first_months(3)),
)  # fmt: skip
HALF_RULES = (
    CalendarRule(compiled(
        rf"(?<![\w.,])(?P<q>i{{1,2}}|[12](?:-?(?:го|ом|м|й|е))?|перв[а-я]+|втор[а-я]+) полугоди[а-я]+{OPTIONAL_YEAR}"), _half),
    CalendarRule(compiled(r"за (?:первые )?полгода"), _half),
    CalendarRule(compiled(rf"(?:за|по итогам|итоги|в|к) полугоди[а-я]+{OPTIONAL_YEAR}"), _half),
    CalendarRule(compiled(
        r"(?<![а-я])полугодов[а-я]+(?= (?:статистик|показател|итог|результат|отчет|данн|прибыл|доход|выручк|объем|план))"), _half),
)  # fmt: skip
MONTHS_RULES = (
    CalendarRule(
        compiled(rf"(?<=[:,-]\x20)(?P<n>{COUNT}) месяц(?:ев|а)(?=\n|$){OPTIONAL_YEAR}"), _first_months(1)
    ),
    CalendarRule(
        compiled(rf"{_OVER}(?P<n>{COUNT}) (?:месяц(?:ев|ам|а|ы)(?![а-я])|мес\.){OPTIONAL_YEAR}"),
        _first_months(1),
    ),
    CalendarRule(
        compiled(
            rf"(?<![\w.,])(?P<n>{COUNT}) (?:месяц(?:ев|ами|ам|ах|а|ы)|мес\.)(?= ?(?:{YEAR}|{RELATIVE_YEAR} года|[тсп]\. ?г\.)){OPTIONAL_YEAR}"
        ),
        _first_months(1),
    ),
)
DATE_RULES = (
    CalendarRule(
        compiled(
            r"(?<![\d.,])(?P<d>\d{1,2})\.(?P<m>\d{2})\.(?P<y>\d{4}|\d{2})(?!\d|\.\d)(?: ?г(?:\.(?![а-я])|ода(?![а-я])))?"
        ),
        _numeric_date,
    ),
)
YEAR_WORD_RULES = (
    CalendarRule(compiled(rf"(?<![а-я])(?P<q>перв|втор)(?:ой|ую|ая) половин[аеуы] (?:(?P<rel>{RELATIVE_YEAR}) )?года"), _year_half),
)  # fmt: skip
SEASON_RULES = (
    CalendarRule(
        compiled(
            rf"(?<![а-я])(?P<s>осен|весн|лет|зим)(?:ью|ь|и|ой|ы|у|ом|о|а|е) (?P<y>{YEAR})(?:[/-](?:20)?\d\d)?(?:{YEAR_WORD})?"
        ),
        _season,
    ),
)
YEAR_RULES = (
    CalendarRule(compiled(rf"(?<![\d.,-])(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"), _numeric_date),
    CalendarRule(compiled(rf"(?P<y1>{YEAR}) ?[/-] ?(?:20)?\d\d(?:-?(?:го|м|й))? учебн[а-я]+ год[а-я]*"), _academic),
    CalendarRule(compiled(rf"(?P<y1>{YEAR})/(?:20)?\d\d (?:год[а-я]*|гг?\.)"), _academic),
    CalendarRule(compiled(
        rf"(?<![\d.,]){_YEAR_LIST}(?: и {YEAR})? ?(?:г\. ?р\.|год(?:а|ов) рождения)"), _year, TimeRole.DOCUMENT),
    CalendarRule(compiled(rf"(?:(?<![а-я])со? )?(?<![\d.,№/]){_YEAR_LIST}{_JOINT}{YEAR}{YEAR_WORD}"), _years),
    CalendarRule(compiled(rf"(?<![а-я])со? {YEAR}{YEAR_ENDING} (?:по|до) {YEAR}{YEAR_ENDING}(?![а-я-])"), _years),
    CalendarRule(compiled(rf"(?<![\d.,№/]){YEAR}-(?:й|м|го|х|е){_JOINT}{YEAR}-(?:й|м|го|х|е)(?![а-я-])"), _years),
    CalendarRule(compiled(rf"(?:{_BEHIND_PREPOSITION}|(?<=\()){YEAR} ?- ?{YEAR}(?![\w-])"), _years),
    CalendarRule(compiled(r"(?<!\d)(?P<decade>(?:19|20)\d0)-?(?:х|е)(?: год[а-я]*| гг\.?)?(?![а-я])"), _decade),
    CalendarRule(compiled(
        rf"(?<![а-я])(?P<q>перв|втор)(?:ой|ую|ая) половин[аеуы] (?P<y>{YEAR}){YEAR_WORD}"), _year_half),
    CalendarRule(compiled(rf"(?<![а-я])за (?:истекш|прошедш|текущ)[а-я]+ период (?P<y>{YEAR}){YEAR_WORD}"), _year, TimeRole.SINCE),
    CalendarRule(compiled(rf"(?<![\d.,№/])(?P<y>{YEAR}){YEAR_WORD}"), _year),
    CalendarRule(compiled(rf"(?<![\d.,№/-])(?P<y>{YEAR})-(?:ый|ом|го|му|й|м|х|е)(?![а-я-])"), _year),
    CalendarRule(compiled(
        rf"(?:{_BEHIND_PREPOSITION})(?P<y>{YEAR})(?=[,;)]|\.(?!\d)| -|\s*$|\n| (?:[а-я]{{1,2}} |было|стал|план|увел|сниз|рост|вырос|состав))"), _year),
    CalendarRule(compiled(rf"(?<![\d.,№/])(?P<y1>{YEAR})-(?P<y2>\d\d)(?= ?(?:гг|год))(?:{YEAR_WORD})"), _short_years),
    CalendarRule(compiled(rf"(?<![\d.,№/])(?P<y>{YEAR})(?:-?(?:й|м|го))? (?:финансов|календарн|отчетн|бюджетн)[а-я]+ год[а-я]*"), _year),
    CalendarRule(compiled(rf"(?:(?<=[,;]\x20)|(?<=\n)|(?<=\n-\x20))(?P<y>{YEAR})(?= ?[-:] ?(?:\d|более|около|свыше|почти))"), _year),
    CalendarRule(compiled(rf"(?:(?<=\|\x20)|(?<=\n)|(?<![\w\W]))(?P<y>{YEAR})(?=\x20\||\n|$)"), _cell_year),
    CalendarRule(compiled(rf"(?<=\()(?P<y>{YEAR})(?=[,;):]| ?-)"), _year),
)  # fmt: skip
