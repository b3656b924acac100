"""What a match of a pattern for months means: one month, a range of them, or a part of one.

Belongs here: readings that name a month, and whether a bare name of a month is meant as a time. Does
not belong here: ranges between named days (`calendar_days`) and months counted from January on
(`calendar_spans`).
"""

import re
from datetime import date

from extractors.model import PeriodGrain
from extractors.times.calendar_terms import (
    day_of,
    is_backwards,
    month_number,
    month_span,
    ordinal_of,
    small_count,
    years_to_end,
)
from extractors.times.time_mentions import Meaning, Span

_LED = re.compile(
    r"(?<![а-я])(?:в|во|за|на|к|ко|до|с|со|по|от|чем|и|начал[еауо]|конец|конц[еауо]м?|середин[еыу]|итогам"
    r"|течение|уровн[юя]|относительно|против|весь|всего|только"
    r"|(?:текущ|прошл|нынешн|прошедш|минувш|истекш)(?:[ео]м|[ео]го|ий|ый)|эт(?:ого|от|ом))\x20+$"
)
_LABELLED = re.compile(r"\x20?[-:]\x20(?:(?:более|около|почти|свыше|порядка)\x20)?[\d+$₸-]")


def month_range(match: re.Match[str]) -> Meaning | None:
    """ "январь–сентябрь", "с ноября 2023 по март 2024 года", "в мае, июне и июле"."""
    first, last = month_number(match["m1"]), month_number(match["m2"])
    joint = match["joint"].strip()
    is_apart = joint == "и" and last != first % 12 + 1 and "," not in match[0]
    if is_apart or (joint == "до" and not match["from"]):
        return None
    written = int(match["y1"]) if match["y1"] else None
    if is_backwards(written, match["y"]):
        return None

    later = years_to_end(match)

    def span_in(year: int) -> Span:
        end = year + later
        return date(written or end - (first > last), first, 1), month_span(end, last, last)[1]

    return PeriodGrain.RANGE, span_in


def month_and_half(match: re.Match[str]) -> Meaning | None:
    """ "за январь и половину февраля 2025 года": to the middle of the second month."""
    first, last = month_number(match["m1"]), month_number(match["m"])
    if first >= last:
        return None
    return PeriodGrain.RANGE, lambda year: (date(year, first, 1), date(year, last, 15))


def month_part(match: re.Match[str]) -> Meaning | None:
    """ "в первой декаде мая", "за первые три недели октября"."""
    month = month_number(match["m"])
    first, last = _part_days(match)
    if not 1 <= first <= last:
        return None
    return PeriodGrain.RANGE, lambda year: (day_of(year, month, first), day_of(year, month, last))


def _part_days(match: re.Match[str]) -> tuple[int, int]:
    """First and last day of the part; (0, 0) for a count that is none."""
    if match["n"]:
        count = small_count(match["n"]) or 0
        length = count * (7 if match["unit"].startswith("нед") else 1)
        return (1, length) if 1 <= length <= 28 else (0, 0)
    number, size = ordinal_of(match["q"]), 10 if match["part"].startswith("дек") else 15
    return (number - 1) * size + 1, number * size if number < 30 // size else 31


def month(match: re.Match[str]) -> Meaning | None:
    """ "марте 2024 года"; a bare month only behind a preposition, as a label or in a cell of its own."""
    named = match["y"] or match["rel"] or match["abbr"]
    if not named and (match["m"].endswith(".") or not (_is_led(match) or _is_label(match))):
        return None
    number = month_number(match["m"])
    return PeriodGrain.MONTH, lambda year: month_span(year, number, number)


def month_adjective(match: re.Match[str]) -> Meaning:
    """ "апрельская зарплата"."""
    number = month_number(match["m"])
    return PeriodGrain.MONTH, lambda year: month_span(year, number, number)


def _is_led(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    in_cell = text.startswith(" |", match.end()) and text[max(0, start - 2) : start] in ("", "\n", "| ")
    return in_cell or _LED.search(text, max(0, start - 16), start) is not None


def _is_label(match: re.Match[str]) -> bool:
    """ "- февраль – 444 млрд", "март: 311", "(апрель – 253)"."""
    text, start = match.string, match.start()
    opens = (
        start == 0 or text[start - 1] in "\n(" or text[max(0, start - 2) : start] in (", ", "; ", ": ", "- ")
    )
    return opens and _LABELLED.match(text, match.end()) is not None
