"""Districts that the lexicon does not hold, by their form: "в Светлогорском районе".

Belongs here: the one pattern of a district's name and its nominative. Does not belong here: known
territories (`places`); an unknown district has no code and no parent.
"""

import re
from collections.abc import Iterable, Iterator

from extractors.places.place_index import PlaceLevel, PlaceMention

_DISTRICT = re.compile(
    r"(?<![\w-])(?P<stem>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:ск|цк))(?:ий|ого|ому|им|ом)\s+"
    r"(?:муниципальн\w{2,3}\s+)?район(?:а|у|ом|е)?(?![\w-])"
)
_LISTED = re.compile(
    r"(?<![\w-])(?P<stem>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:ск|цк))(?:ий|ом)(?=\s\([^()\n]{1,60}\)"
    r"(?:(?:,\s|\sи\s)(?:[^.\n]|\.(?!\s[А-ЯЁ])){0,200}(?:ий|ом|\))|)\sрайон(?:ы|ах)(?!\w))"
)
"""One of a list that shares its noun: "Сосновский (8%) и Озёрский (5%) районы"."""

_IN_ROW = re.compile(
    r"(?:[,;]|\sи|\sид[её]т|\sследу[её]т|\sследом)\s+(?:а\s)?(?:(?:в|во|по)\s+)?(?P<adjective>(?P<stem>[А-ЯЁ][а-яё]+(?:ск|цк))(?:ий|ом|ому|ого))"
    r"(?=\s*(?:[-–—(:]\s*)?(?:на\s+)?\d|\s[–—]\s(?:[^\W\d_]+\s){1,3}(?:на\s)?\d"
    r"|\s(?:был[аои]?|зафиксирова\w+|отмеч\w+|построен\w*|введен\w*|собра\w+|убра\w+|посея\w+|остал\w+|состав\w+|снизил\w+|вырос\w*)\s)"
)
# "по районам: Марьинский – 5 км, Томский – 8", each in a line of its own or in one row.
_OPENS_ROW = re.compile(r"(?<!\w)район(?:ам|ах|ов|ы|ами)(?:\s[^\W\d_]+){0,7}:\s")
_NEXT_IN_ROW = re.compile(
    r"(?:(?<=[:;,]\s)|(?<=\sи\s)|(?<=\n))(?:[-–—•*]\s)?(?P<adjective>(?P<stem>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:ск|цк))ий)"
    r"(?=(?:\s?[–—:]|\s-)\s(?:около\s|более\s)?\d|\s\(\d)"
)
_ENDS_ROW = re.compile(r"[.!?]\s+[А-ЯЁ]|\n")
_ENDS_LIST = re.compile(r"[.!?]\s+[А-ЯЁ]|\n\s*\n")
_ROW_REACH, _LIST_REACH = 300, 900
_NOUN = "район"


def _named_districts(text: str) -> Iterable[re.Match[str]]:
    return _DISTRICT.finditer(text) if _NOUN in text else ()


def districts_in_row(text: str) -> Iterator[PlaceMention]:
    """Those of a row of numbers whose noun stands with its first: "в Марьинском районе – 5, Томском – 8".

    Args:
        text: The raw text.
    """
    yield from _listed(text, _named_districts(text), _IN_ROW, _ENDS_ROW, _ROW_REACH)


def districts_in_list(text: str) -> Iterator[PlaceMention]:
    """Those of a row whose noun only opens it: "дороги по районам: Марьинский – 5 км, Томский – 8 км".

    Args:
        text: The raw text.
    """
    openers = _OPENS_ROW.finditer(text) if _NOUN in text else ()
    yield from _listed(text, openers, _NEXT_IN_ROW, _ENDS_LIST, _LIST_REACH)


def _listed(
    text: str,
    openers: Iterable[re.Match[str]],
    member: re.Pattern[str],
    closing: re.Pattern[str],
    reach: int,
) -> Iterator[PlaceMention]:
    """The adjectives of districts behind each opener, up to what ends its row; each is told once."""
    done = 0
    for first in openers:
        end = closing.search(text, first.end(), first.end() + reach)
        last = end.start() if end is not None else first.end() + reach
        for match in member.finditer(text, max(done, first.end()), last):
            yield PlaceMention(
                f"{match['stem']}ий район", None, PlaceLevel.DISTRICT, *match.span("adjective")
            )
            done = match.end()


def unknown_districts(text: str) -> Iterator[PlaceMention]:
    """Every district named in the singular, in text order, known ones too.

    Args:
        text: The raw text.
    """
    listed = _LISTED.finditer(text) if _NOUN in text else ()
    for match in (*_named_districts(text), *listed):
        yield PlaceMention(f"{match['stem']}ий район", None, PlaceLevel.DISTRICT, *match.span())
