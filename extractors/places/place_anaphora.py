"""What "в области", "в городе" and "здесь" point back to.

Belongs here: the words and the choice of the territory they mean. Does not belong here: words for the
publisher's country (`home_places`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from extractors.places.place_index import Place, PlaceLevel, PlaceMention, parents_of, region_by_code
from extractors.places.place_role_words import LOOK_BACK, PREPOSITION
from extractors.places.place_settings import is_nominative
from extractors.text.layout import Layout
from extractors.text.raw_words import opening_stems, words_of

_GOVERNORS = (
    "экономик|Экономик|бюджет|жител|населени|предприяти|аграри|хозяйств|фермер|школ|вуз|больниц|дорог|акимат|"
    "уровень|газификаци|развити|центр|район|город|сел|улиц|объект|музе|врач|педагог|учреждени|организаци|"
    "состав|колледж|семь|дети|дете|учител|завод|поля|поле|промышленност"
)
_GOVERNOR = rf"(?i:{_GOVERNORS})\w*\s+"
_WITHIN = (
    r"(?:[Вв]|[Вв]о|[Пп]о|[Нн]а\s+территории|(?:[Вв]|[Пп]о)\s+целом\s+по)\s+"
    r"(?:(?:этой|данной|нашей|самой|этом|данном|нашем|самом)\s+)?"
)
_ANAPHOR = re.compile(
    rf"(?<![\w-])(?:(?:{_WITHIN}|{_GOVERNOR})(?:(?P<region>области|регион[аеу]|кра[еюя])|(?P<city>город[аеу]|мегаполис[аеу])"
    r"|(?P<district>район[аеу]))|(?P<here>[Зз]десь))"
    r"(?![\w-])(?!\s+(?:[А-ЯЁ«\"(]|[а-яё]+(?:ск|цк)(?:ой|ая|ую|их|ие|ий|им|ими|ого|ому|ом)\s|\d))"
)
_STEMS = opening_stems(("в", "во", "по", "на", "здесь", *_GOVERNORS.split("|")))
_LOCATIVE = re.compile(r"(?<!\w)(?:в|во|по)\s$", re.IGNORECASE)
_REACH = 12
_LEVELS = {
    "region": (PlaceLevel.REGION,),
    "city": (PlaceLevel.CITY,),
    "district": (PlaceLevel.DISTRICT,),
    "here": (PlaceLevel.REGION, PlaceLevel.CITY, PlaceLevel.DISTRICT),
}


def with_anaphors(
    layout: Layout, mentions: Sequence[Sequence[PlaceMention]], named: Sequence[PlaceMention]
) -> list[list[PlaceMention]]:
    """Adds to the territories of each sentence those that a word points back to.

    Args:
        layout: The text with its sentences.
        mentions: The territories that numbers of each sentence may describe, in text order.
        named: All territories that the text names in whatever role, in text order.
    """
    out = [list(found) for found in mentions]
    if not named:
        return out
    positions = [mention.start for mention in named]
    described = {mention.start for found in mentions for mention in found}
    for match in words_of(layout.text).matches(_STEMS, _ANAPHOR, layout.text):
        meant = _antecedent(layout, named, positions, described, match)
        if meant is not None:
            start = match.start(match.lastgroup or 0)
            found = out[layout.sentence_at(start)]
            found.append(PlaceMention(meant.name, meant.code, meant.level, start, match.end()))
    return [sorted(found, key=lambda mention: mention.start) for found in out]


def _antecedent(
    layout: Layout,
    named: Sequence[PlaceMention],
    positions: Sequence[int],
    described: AbstractSet[int],
    match: re.Match[str],
) -> PlaceMention | Place | None:
    """The last territory of that size before the word, else the first described behind it in its block.

    Without either a region is the only one that the text speaks of.
    """
    levels = _LEVELS[match.lastgroup or "here"]
    at = bisect_left(positions, match.start())
    before = [mention for mention in named[max(0, at - _REACH) : at] if mention.level in levels]
    if before:
        return _setting(layout, before, described) or before[-1]
    if match.lastgroup == "here":
        return None
    _, end = layout.span_of_block(layout.block_at(match.start()))
    behind = named[at : bisect_left(positions, end)]
    own = next((m for m in behind if m.level in levels and m.start in described), None)
    is_region = (match["region"] or "").startswith(("област", "кра"))  # "регион" may be any
    return own or (_only_region(named) if is_region else None)


def _setting(
    layout: Layout, before: Sequence[PlaceMention], described: AbstractSet[int]
) -> PlaceMention | None:
    """Where the paragraph is set, if the last name is an attribute: "в Абае … опыт Жетысу … в регионе"."""
    last = before[-1]
    if last.start not in described or not _is_attribute(layout.text, last):
        return None
    start, _ = layout.span_of_block(layout.block_at(last.start))
    inside = (m for m in reversed(before[:-1]) if m.start >= start and m.start in described)
    return next((m for m in inside if _LOCATIVE.search(layout.text, max(0, m.start - 4), m.start)), None)


def _is_attribute(text: str, mention: PlaceMention) -> bool:
    """Whether a noun governs a name: no preposition before it, and it is no nominative."""
    if is_nominative(text, mention):
        return False
    return PREPOSITION.search(text, max(0, mention.start - LOOK_BACK), mention.start) is None


def _only_region(named: Sequence[PlaceMention]) -> Place | None:
    """The one region that a text names or in which all the towns and districts that it names lie."""
    codes: set[str] = set()
    for mention in named:
        if mention.level is PlaceLevel.REGION and mention.code is not None:
            codes.add(mention.code)
        elif mention.level is not PlaceLevel.COUNTRY:
            codes.update(code for code in parents_of(mention.name) if "-" in code)
        if len(codes) > 1:
            return None
    return region_by_code(codes.pop()) if codes else None
