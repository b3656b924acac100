"""Words of the calendar: month names, counts of months and regex fragments for years.

Belongs here: the vocabulary that `times` builds its patterns from, and plain calendar
arithmetic. Does not belong here: any pattern or meaning of a whole expression (`times`).
"""

import re
from calendar import monthrange
from datetime import date

from extractors.number_words import fold, load_number_words

SPACE = r"[ \u00a0\u202f]"
DASH = rf"{SPACE}?[-–—]{SPACE}?"
MONTH = (
    r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяею]|ём|ем)"
    r"|(?:март|август)(?:а|е|у|ом)?|ма(?:й|я|е|ю|ем))\b"
)
YEAR = r"(?:19|20)\d\d"
YEAR_WORD = (
    rf"(?:-?(?:й|м|го|ом|ый|х|ому|е|ые))?{SPACE}?"
    rf"(?:гг\.?|г\.{SPACE}?г\.|г\.(?!\w)|г(?![\w.])|год(?:а|у|е|ом|ов|ы|ах|ам|ами)?\b)"
)
RELATIVE_YEAR = (
    r"(?:этого|текущего|нынешнего|сего|прошлого|прошедшего|минувшего|предыдущего|следующего|будущего|того же)"
)
# A year behind a month or quarter, written out or relative; groups y and rel.
OPTIONAL_YEAR = rf"(?:{SPACE}*[,(]?{SPACE}*(?:(?P<y>{YEAR})(?:{YEAR_WORD})?|(?P<rel>{RELATIVE_YEAR}){SPACE}+(?:года|г\.)))?"
QUARTER = r"(?:IV|I{1,3}|[1-4](?:-?(?:й|м|го|ом|ый|ого|му))?|перв\w+|втор\w+|трет\w+|четв[её]рт\w+)"
COUNT = r"(?:\d{1,2}(?:-?(?:ти|х|и|м))?|[а-яё]+)"

_MONTH_STEMS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def month_number(word: str) -> int:
    """1..12 for any form of a month's name.

    Raises:
        ValueError: When the word is no month.
    """
    low = fold(word)
    for number, stem in enumerate(_MONTH_STEMS, 1):
        if low.startswith(stem) and not (stem == "ма" and low.startswith("март")):
            return number
    raise ValueError(f"not a month: {word!r}")


def month_span(year: int, first: int, last: int) -> tuple[date, date]:
    """First day of month `first` to last day of month `last` of a year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


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
    low = fold(printed)
    for stem, number in (("перв", 1), ("втор", 2), ("трет", 3), ("четв", 4)):
        if low.startswith(stem):
            return number
    return int(low[0]) if low[0].isdigit() else _ROMAN[low]


def years_shift(relative: str) -> int:
    """Years from the publication year for "прошлого" (-1), "текущего" (0), "следующего" (1)."""
    low = fold(relative)
    if low.startswith(("прошл", "прошед", "минув", "предыд")):
        return -1
    return 1 if low.startswith(("след", "будущ")) else 0
