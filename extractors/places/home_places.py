"""The words that mean the publisher's own country or capital: "в стране", "столица (10)".

Belongs here: telling them from other countries ("соседняя страна", "страны СНГ", "республика
Татарстан"). Does not belong here: names (`places`).
"""

import re

from extractors.places.place_index import Place, PlaceLevel, PlaceMention, load_places
from extractors.text.raw_words import opening_stems, words_of

_HOME = re.compile(
    r"(?<![\w-])(?:(?P<plural>страны|республики)|(?P<country>[Сс]тран(?:а|е|у|ой)|[Рр]еспублик(?:а|е|у|ой))"
    r"|(?P<average>(?:средне)?республиканск(?:ий|ого|ому|им|ом)\s(?:показател|уров)\w*(?=\s*(?:[–—(:-]|\d|составля)))"
    r"|(?P<southern>[Юю]жн(?:ая|ой|ую)\s+столиц(?:а|ы|е|у|ей))|(?P<capital>[Сс]толиц(?:а|ы|е|у|ей)))(?![\w-])"
)
_HOME_STEMS = opening_stems(
    ("страны", "республики", "республиканский", "среднереспубликанский", "южная", "столица")
)
_SOUTHERN_CAPITALS = {"KZ": "Алматы"}
_LOOK_BACK = 40
_WORD_BEFORE = re.compile(r"([\w-]+)[^\S\n]+$")
_OWN = re.compile(r"вс(?:я|ей|ю)|наш(?:а|ей|у)|сво(?:я|ей|ю)|цел(?:ая|ой|ую)|родн(?:ая|ой|ую)")
_AGREES = re.compile(
    r"\w+(?:[ая]я|[ую]ю|ые|[кгхжшщч]ие|(?:н|ск|цк|в|м|г|т|ш|ж|д)ой|[уюая]щей|[вй]шей|тьей)(?:ся)?"
    r"|(?:сосед|послед|древ|даль|ближ|сред|преж|внеш)н(?:ей|ие)|остальные|наши|свои|эт[аиу]|т[аеу]|одн[аиу]|друг\w+"
    r"|все|ка(?:кая|кой|кую|ждая|ждой|ждую)|об(?:е|еих)|две|три|четыре|\d+"
)
_NOUNS_LIKE_ADJECTIVES = re.compile(
    r"систем|главой|основой|сборной|казной|стороной|обороной|программой|защитой|работой|суммой|нормой|реформой|правдой"
)
_LARGE_CITIES = re.compile(r"республиканского\s+значения(?:,|\s+и)\s+$")
"""Behind it "столица" is one of the kinds of cities that a law lists."""
_GOVERNOR = re.compile(
    r"(?!(?:что|чтобы|если|когда|где|как|пока|хотя|поэтому|также|однако)$)(?:[А-Яа-яЁё-]{3,}|из|со?|от|до|для|вне|у)"
)
_OTHER_BEHIND = re.compile(
    r"[^\S\n]+(?:(?!Правительств|Министерств|Президент|Глав|Казахстан|Республики\s+Казахстан|РК(?!\w))[«\"А-ЯЁ]"
    r"|(?:мира|региона|содружества|участни\w+|блока|альянса|союза|соседк\w+|партнер\w*)(?!\w))"
)


def home_places(text: str, publisher_country: str) -> tuple[PlaceMention, ...]:
    """Return where a text means the publisher's country or capital without naming it.

    "В стране", "по всей республике", "экономика страны" are the country, "столица" its capital;
    "соседняя страна", "страны СНГ", "республика Татарстан" and every plural are not.

    Args:
        text: The raw text.
        publisher_country: ISO 3166-1 alpha-2 code of the publisher's country.

    Raises:
        KeyError: The lexicon has no country with that code.
    """
    country = _country(publisher_country)
    named = {"country": country, "plural": country, "average": country}
    if country.capital:
        named["capital"] = load_places()[country.capital]
    if publisher_country in _SOUTHERN_CAPITALS:
        named["southern"] = load_places()[_SOUTHERN_CAPITALS[publisher_country]]
    found = []
    for match in words_of(text).matches(_HOME_STEMS, _HOME, text):
        place = named.get(match.lastgroup or "")
        if place is not None and _means_home(text, match):
            found.append(PlaceMention(place.name, place.code, place.level, match.start(), match.end()))
    return tuple(found)


def _country(code: str) -> Place:
    for place in load_places().values():
        if place.level is PlaceLevel.COUNTRY and place.code == code:
            return place
    raise KeyError(f"no country {code!r} in places.tsv: give an ISO 3166-1 alpha-2 code that is there")


def _means_home(text: str, match: re.Match[str]) -> bool:
    """Whether the words on both sides leave "страна" meaning the publisher's own."""
    if match["average"]:
        return True
    if _LARGE_CITIES.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
        return False
    before = _WORD_BEFORE.search(text[max(0, match.start() - _LOOK_BACK) : match.start()])
    word = before[1].lower() if before else ""
    is_described = _AGREES.fullmatch(word) and not _OWN.fullmatch(word)
    if is_described and not _NOUNS_LIKE_ADJECTIVES.match(word):
        return False
    if match["plural"] and not _GOVERNOR.fullmatch(word):
        return False
    is_singular_country = match.group().lower().startswith("стран") and not match["plural"]
    return is_singular_country or _OTHER_BEHIND.match(text, match.end()) is None
