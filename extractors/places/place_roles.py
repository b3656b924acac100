"""What a named territory does in its sentence: whether numbers may describe it.

Belongs here: the order of the rules, and those that look at labels, routes, comparisons and examples.
Does not belong here: names in other names (`place_titles`), what governs a name (`place_governors`),
finding names (`places`) and which number belongs to which territory (`place_slots`).
"""

from collections.abc import Sequence

from extractors.places import place_role_words as near
from extractors.places.place_governors import office_role, partner_role, preposition_role
from extractors.places.place_index import PlaceLevel, PlaceMention
from extractors.places.place_settings import PlaceRole, PlaceSetting, is_abroad, is_nominative
from extractors.places.place_titles import title_role


def roles_of(
    text: str, sentence: tuple[int, int], mentions: Sequence[PlaceMention], country: str
) -> list[PlaceRole]:
    """Return the role of each mention of one sentence.

    Args:
        text: The raw text.
        sentence: Start and end of the sentence.
        mentions: The mentions in it, in text order.
        country: ISO 3166-1 code of the publisher's country.
    """
    roles: list[PlaceRole] = []
    for index, mention in enumerate(mentions):
        before = text[max(sentence[0], mention.start - near.LOOK_BACK) : mention.start]
        role = _role(PlaceSetting(text, sentence, mention, before, is_abroad(mention, country)))
        if index and role in (PlaceRole.WHERE, PlaceRole.PARTNER) and not near.PREPOSITION.search(before):
            between = text[mentions[index - 1].end : mention.start]
            if near.COORDINATED.fullmatch(between):
                role = roles[-1]
        roles.append(role)
    return roles


def _role(setting: PlaceSetting) -> PlaceRole:
    """The role by the first rule that sees one; a plain mention is a territory."""
    return next((role for rule in _RULES if (role := rule(setting)) is not None), PlaceRole.WHERE)


def _of_change(setting: PlaceSetting) -> PlaceRole | None:
    """A country that labels its number: "в Узбекистан – рост на 31%", "направления: Иран – 2 тонны"."""
    if setting.mention.level is not PlaceLevel.COUNTRY:
        return None
    if near.LABEL_OF_CHANGE.match(setting.text, setting.mention.end):
        return PlaceRole.WHERE
    text, mention = setting.text, setting.mention
    is_listed = near.LISTED.search(setting.before) and near.LABEL_DASH.match(text, mention.end)
    opens = is_listed and text.rfind(":", setting.sentence[0], mention.start) >= 0
    return PlaceRole.WHERE if opens and is_nominative(text, mention) else None


def _allotted(setting: PlaceSetting) -> PlaceRole | None:
    """A territory whose authority gets money: "выделить акимату Атырауской области 4 млрд тенге"."""
    return PlaceRole.WHERE if near.ALLOTTED.search(setting.before) else None


def _route(setting: PlaceSetting) -> PlaceRole | None:
    """A dash between two names, or the word for a way before one."""
    level = setting.mention.level
    behind = near.DASH_BEHIND.match(setting.text, setting.mention.end, setting.sentence[1])
    joined = (behind is not None and level is not PlaceLevel.COUNTRY) or (
        level is PlaceLevel.CITY and near.DASH_BEFORE.search(setting.before) is not None
    )
    return PlaceRole.ROUTE if joined or near.ROUTE_WORD.search(setting.before) else None


def _bracketed(setting: PlaceSetting) -> PlaceRole | None:
    """A number in a bracket right behind a name is the name's: "больше, чем в Тверской области (392)"."""
    is_country = setting.mention.level is PlaceLevel.COUNTRY
    if near.LABEL_BRACKET.match(setting.text, setting.mention.end) is None:
        return None
    return PlaceRole.WHERE if not is_country or near.BETWEEN.search(setting.before) else None


def _compared(setting: PlaceSetting) -> PlaceRole | None:
    return PlaceRole.COMPARED if near.COMPARED.search(setting.before) else None


def _example(setting: PlaceSetting) -> PlaceRole | None:
    is_closed = near.CLOSED_BEHIND.match(setting.text, setting.mention.end)
    return PlaceRole.EXAMPLE if is_closed and near.EXAMPLE.search(setting.before) else None


_RULES = (
    title_role,
    _route,
    _bracketed,
    _compared,
    _example,
    _allotted,
    _of_change,
    preposition_role,
    office_role,
    partner_role,
)
