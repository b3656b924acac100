"""Places that the lexicon does not hold, by what stands before: "в селе Акжар", "сёла Орлы (290), Бор (5)".

Belongs here: names behind the word for a settlement, and names with a number in a bracket in a list that
such a word opens. Does not belong here: districts told by their adjective (`place_districts`) and known
territories (`places`); a place so found has no code and no parent.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from extractors.lexicon.readings import readings
from extractors.places.place_index import PlaceLevel, PlaceMention
from extractors.text.raw_words import opening_stems, words_of

_I = re.IGNORECASE
_NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,}(?:-[А-ЯЁ][а-яё]+)?"
_NAMES = rf"{_NAME}(?:[ \u00a0]{_NAME})?"
_WORD = (
    r"(?<![\w-])(?:сел[оауе]|селом|деревн[яиею]|деревней|пос[её]л(?:ок|ка|ке|ку|ком)|аул(?:а|е|у|ом)?"
    r"|станиц[аыеу]|хутор(?:а|е|у|ом)?|город(?:е|у|ом)?)"
)
# "г." behind a number is a year, "с." a second, "т. д." and "т. п." are no settlements.
_CROP = r"(?<![\w/.-])(?<!\d)(?<!\d[ \u00a0])(?<!т\.[ \u00a0])(?:п|р\.[ \u00a0]?п|пос|д|дер|пгт|г|с)\."
_BEHIND = r"[ \u00a0](?:[А-ЯЁ]\w+(?:ич|вна)(?!\w)|район|област|округ|кра[йяею](?!\w))"
_ONE = re.compile(rf"(?:{_WORD}|{_CROP})[ \u00a0]?[«\"]?(?P<name>{_NAME})(?![\w-]|{_BEHIND})")
_ONE_STEMS = opening_stems(
    (
        "село",
        "деревня",
        "посёлок",
        "аул",
        "станица",
        "хутор",
        "город",
        "п",
        "р",
        "пос",
        "д",
        "дер",
        "пгт",
        "г",
        "с",
    )
)
_OPENING = re.compile(
    r"(?<![\w-])(?:(?P<districts>район(?:ы|ов|ам|ами|ах))|(?:населенн|населённ)\w+\s+пункт\w*|с[её]л(?:а|ах|ам|ами)?"
    r"|деревн(?:и|ях|ям|ями)|пос[её]лк(?:и|ах|ам|ами|ов)|аул(?:ы|ах|ам|ами|ов)|город(?:а|ах|ам|ами|ов))(?![\w-])"
)
_OPENING_STEMS = opening_stems(("район", "населённые", "сёла", "деревни", "посёлки", "аулы", "города"))
_LISTED = re.compile(rf"(?:[:,;–—)]\s+|\sи\s+|(?<=[а-яё])\s+)(?P<name>{_NAMES})(?=\s\([^()]{{0,20}}\d)")
_SENTENCE_END = re.compile(r"\n|[.!?](?=\s+[А-ЯЁ]|$)")
_REACH = 500


def unlisted_places(text: str) -> Iterator[PlaceMention]:
    """Every place named so, known ones too.

    Args:
        text: The raw text.
    """
    words = words_of(text)
    for match in words.matches(_ONE_STEMS, _ONE, text):
        yield _mention(match, _nominative(match["name"]), PlaceLevel.CITY)
    openings = list(words.matches(_OPENING_STEMS, _OPENING, text))
    for opening, following in zip_longest(openings, openings[1:]):
        level = PlaceLevel.CITY if opening["districts"] is None else PlaceLevel.DISTRICT
        end = _end(text, opening.end())
        end = end if following is None else min(end, following.start())
        for match in _LISTED.finditer(text, opening.end(), end):
            yield _mention(match, match["name"], level)


def _mention(match: re.Match[str], name: str, level: PlaceLevel) -> PlaceMention:
    return PlaceMention(name, None, level, *match.span("name"))


def _end(text: str, start: int) -> int:
    """Where the sentence of a list ends, or the stretch that is looked through."""
    found = _SENTENCE_END.search(text, start, start + _REACH)
    return found.start() if found else min(len(text), start + _REACH)


def _nominative(name: str) -> str:
    """A name in the nominative: as printed where it can be one, else its lemma."""
    if name.endswith("у"):
        return name  # "в селе Карасу": most names of such an end keep it
    found = [reading for reading in readings(name) if reading.pos == "NOUN" and reading.number == "Sing"]
    if not found or any(reading.case == "Nom" for reading in found):
        return name
    return "-".join(part.capitalize() for part in found[0].lemma.split("-"))
