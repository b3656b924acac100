"""Names of territories that only stand in the name of something else: "«Астана»", "Игры в Париже".

Belongs here: quoted names, reserves, games, seas and the dateline of an agency. Does not belong here: what
other mentions do (`place_roles`) and the patterns (`place_role_words`).
"""

from extractors.places import place_role_words as near
from extractors.places.place_index import PlaceLevel
from extractors.places.place_settings import PlaceRole, PlaceSetting, capitals

_QUOTED_LIMIT = 70


def title_role(setting: PlaceSetting) -> PlaceRole | None:
    """A name within another name, of games, or of where a message was sent from."""
    is_city = setting.mention.level is PlaceLevel.CITY
    if _in_title(setting) or (is_city and near.LARGER_NAME.search(setting.before)):
        return PlaceRole.TITLE
    behind = setting.mention.end
    is_named = near.RESERVE.match(setting.text, behind) or near.GAMES.search(setting.before)
    return PlaceRole.TITLE if is_named or _is_dateline(setting) else None


def _is_dateline(setting: PlaceSetting) -> bool:
    """Whether a capital only says where a message was sent from: "АСТАНА /Агентство/ – …"."""
    mention = setting.mention
    opens = (
        mention.start == setting.sentence[0]
        and not setting.text[max(0, mention.start - 2) : mention.start].strip()
    )
    return opens and mention.name in capitals() and near.AGENCY.match(setting.text, mention.end) is not None


def _in_title(setting: PlaceSetting) -> bool:
    """Whether a mention stands in a short quotation without a number: a name, not speech."""
    text, mention, sentence = setting.text, setting.mention, setting.sentence
    first = max(sentence[0], mention.start - _QUOTED_LIMIT)
    opening = max(text.rfind(mark, first, mention.start) for mark in "«“„")
    if opening < 0 and text.count('"', sentence[0], mention.start) % 2:
        opening = text.rfind('"', first, mention.start)
    if opening < 0:
        return False
    last = min(sentence[1], opening + _QUOTED_LIMIT + 2)
    closings = (text.find(mark, opening + 1, last) for mark in '»”"')
    closing = min((position for position in closings if position >= 0), default=-1)
    if closing < mention.end:
        return False
    quoted = text[opening:closing]
    return len(quoted) <= _QUOTED_LIMIT and not any(character.isdigit() for character in quoted)
