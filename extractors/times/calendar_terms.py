"""Words of the calendar: how a text is levelled for matching, and fragments for months and years.

Belongs here: the vocabulary that `calendar_times` and `relative_times` build their patterns from,
and plain calendar arithmetic. Does not belong here: the pattern or meaning of a whole expression.
"""

import re
from calendar import monthrange
from datetime import date

from extractors.numbers.number_table import load_number_words
from extractors.text.folding import fold

MONTH = (
    r"(?:(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяею]|ем)"
    r"|(?:март|август)(?:а|е|у|ом)?|ма(?:й|я|е|ю|ем))(?![а-я])"
    r"|(?:янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек)(?:\.|(?=-(?!го|ка))|(?=\x20(?:19|20)\d\d(?!\d))))"
)
YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
YEAR_ENDING = r"(?:-?(?:ый|ом|ому|ого|ых|го|му|й|м|х|е))?"
YEAR_WORD = (
    rf"(?:{YEAR_ENDING} ?(?:гг\.?|г\. ?г\.|г\.(?![а-я])|г(?![а-я.])"
    r"|год(?:а|у|е|ом|ов|ы|ах|ам|ами)?(?![а-я])))"
)
RELATIVE_YEAR = (
    r"(?:этого|текущего|нынешнего|сего|прошлого|прошедшего|минувшего|истекшего|предыдущего|предшествующего|"
    r"уходящего|следующего|будущего|наступающего|того же)"
)
# A year behind a month or quarter, written out or relative; groups y, rel and abbr.
OPTIONAL_YEAR = (
    rf"(?:,? ?\(?(?:(?P<y>{YEAR})(?:{YEAR_WORD}|{YEAR_ENDING}(?![а-я-]))"
    rf"|(?P<rel>{RELATIVE_YEAR}) (?:года|г\.)"
    rf"|(?P<abbr>[тсп])\. ?г\.))?"
)
QUARTER = r"(?:(?:iv|i{1,3}|[1-4])(?:-?(?:го|ом|ый|му|й|м))?|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+)"
COUNT = r"(?:\d{1,2}(?:-?(?:ти|х|и|м|ми))?|[а-я]+)"

_MONTH_STEMS = (
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
_ORDINALS = (("перв", 1), ("втор", 2), ("трет", 3), ("четв", 4))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# A line break inside a wrapped line: the next line goes on in lower case.
_WRAP = re.compile(r"\n(?=[а-яё])")
_CYRILLIC_ONE = "\u0456"  # typed for the Roman one: "І полугодие"
_ODD_SPACES = ("\u00a0", "\u202f", "\u2009", "\t")
_ODD_DASHES = ("–", "—", "‑", "−")


def level(text: str) -> str:
    """The text in lower case, ё as е, with one sort of space, dash and Roman one; every offset stays."""
    out = fold(_WRAP.sub(" ", text)).replace(_CYRILLIC_ONE, "i")
    for space in _ODD_SPACES:
        out = out.replace(space, " ")
    for dash in _ODD_DASHES:
        out = out.replace(dash, "-")
    return out


def spaced(pattern: str) -> str:
    """A pattern over levelled text, in which a blank stands for one or two."""
    return pattern.replace(" ?", r"\x20{0,2}").replace(" ", r"\x20{1,2}")


def compiled(pattern: str) -> re.Pattern[str]:
    """The same, compiled."""
    return re.compile(spaced(pattern))


def month_number(word: str) -> int:
    """1..12 for any form of a month's name.

    Raises:
        ValueError: When the word is no month.
    """
    low = fold(word)
    for number, stem in enumerate(_MONTH_STEMS, 1):
        if low.startswith(stem):
            return number
    raise ValueError(f"not a month: {word!r}")


def month_span(year: int, first: int, last: int) -> tuple[date, date]:
    """First day of month `first` to last day of month `last` of a year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def months_before(day: date, count: int) -> date:
    """The first day of the month `count` months before the month of `day` (after it if negative)."""
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def day_of(year: int, month: int, day: int) -> date:
    """The day, or the month's last day where the month is shorter (29 February)."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def small_count(printed: str) -> int | None:
    """A count in digits ("9", "9-ти") or one word in any case ("девяти"), None if it is neither."""
    digits = re.match(r"\d+", printed)
    if digits:
        return int(digits[0])
    word = load_number_words().get(fold(printed))
    if word is None or word.value is None or word.value != int(word.value):
        return None
    return int(word.value)


def ordinal_of(printed: str) -> int:
    """1..4 for "I", "2-м", "третьем" and their kin (halves and quarters of a year).

    Raises:
        KeyError: When the word is none of them.
    """
    for stem, number in _ORDINALS:
        if printed.startswith(stem):
            return number
    return int(printed[0]) if printed[0].isdigit() else _ROMAN[printed.rstrip("-гомыйуе")]


def years_shift(relative: str) -> int:
    """Years from the publication year for "прошлого" (-1), "текущего" (0), "следующего" (1)."""
    if relative.startswith(("прошл", "прошед", "минув", "истек", "преды", "предш", "п")):
        return -1
    return 1 if relative.startswith(("след", "буд", "наст")) else 0


_SEASONS = {"осен": 9, "весн": 3, "лет": 6, "зим": 12}


def season_span(year: int, word: str) -> tuple[date, date]:
    """The three months of the season that a word names ("осенью"); winter ends in the next year.

    Raises:
        ValueError: When the word names no season.
    """
    first = next((month for stem, month in _SEASONS.items() if word.startswith(stem)), None)
    if first is None:
        raise ValueError(f"not a season: {word!r}")
    last = (first + 1) % 12 + 1
    return date(year, first, 1), month_span(year + (first == 12), last, last)[1]


def is_backwards(first: int | None, last: str | None) -> bool:
    """Whether the years written at both ends of a range run backwards: then it is none."""
    return first is not None and last is not None and first > int(last)


def years_to_end(match: re.Match[str]) -> int:
    """ "с сентября по март 2024/2025 года": 1 where the year of a range is one of two, told by the first."""
    return int(bool(match["y"]) and match.string.startswith("/", match.end("y")))
