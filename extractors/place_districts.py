"""Districts that the lexicon does not hold, by their form: "в Светлогорском районе".

Belongs here: the one pattern of a district's name and its nominative. Does not belong here: known
territories (`places`); an unknown district has no code and no parent.
"""

import re
from collections.abc import Iterator

from extractors.place_index import PlaceLevel, PlaceMention

_DISTRICT = re.compile(
    r"(?<![\w-])(?P<stem>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:ск|цк))(?:ий|ого|ому|им|ом)\s+"
    r"(?:муниципальн\w{2,3}\s+)?район(?:а|у|ом|е)?(?![\w-])"
)


def unknown_districts(text: str) -> Iterator[PlaceMention]:
    """Every district named in the singular, in text order, known ones too.

    Args:
        text: The raw text.
    """
    for match in _DISTRICT.finditer(text):
        yield PlaceMention(f"{match['stem']}ий район", None, PlaceLevel.DISTRICT, *match.span())
