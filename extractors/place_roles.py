"""What a named territory does in its sentence: whether numbers may describe it.

Belongs here: telling "в Астане", "экономики страны", "Казахстан занимает" from destinations ("в
Китай"), partners ("с Китаем"), origins ("из России"), routes ("Астана – Токио"), offices
("Министерство финансов РК") and quoted names. Does not belong here: finding names (`places`) and
which number belongs to which territory (`place_slots`).
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors import place_role_words as near
from extractors.morphology import readings
from extractors.place_index import PlaceLevel, PlaceMention, load_places, parents_of


class PlaceRole(StrEnum):
    """What a mention does."""

    WHERE = "where"  # a territory that numbers may describe
    COMPARED = "compared"  # "выше, чем в Алматы"
    TOWARDS = "towards"  # "в Китай", "до Алматы"
    PARTNER = "partner"  # "с Китаем", "из России", "между Казахстаном и Венгрией"
    ROUTE = "route"  # "Астана – Токио", "трасса Алматы – Хоргос"
    EXAMPLE = "example"  # "в шести регионах, включая Алматы, …"
    OFFICE = "office"  # "Министерство финансов РК"
    TITLE = "title"  # inside a quoted name


_ROLE_OF = {
    "из": PlaceRole.PARTNER, "с": PlaceRole.PARTNER, "со": PlaceRole.PARTNER, "между": PlaceRole.PARTNER,
    "к": PlaceRole.TOWARDS, "ко": PlaceRole.TOWARDS, "до": PlaceRole.TOWARDS, "от": PlaceRole.TOWARDS,
    "против": PlaceRole.PARTNER, "о": PlaceRole.OFFICE, "об": PlaceRole.OFFICE, "кроме": PlaceRole.COMPARED,
    "без": PlaceRole.COMPARED, "при": PlaceRole.OFFICE, "за": PlaceRole.OFFICE, "над": PlaceRole.OFFICE,
}  # fmt: skip
_QUOTED_LIMIT = 70


@dataclass(frozen=True, slots=True)
class _Setting:
    """A mention and what stands around it."""

    text: str
    sentence: tuple[int, int]
    mention: PlaceMention
    before: str
    is_foreign: bool

    @property
    def around(self) -> tuple[int, int]:
        """Offsets of the words of the sentence that can govern the mention."""
        first, last = self.sentence
        return max(first, self.mention.start - near.GOVERNED), min(last, self.mention.end + near.GOVERNED)


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
        role = _role(_Setting(text, sentence, mention, before, is_abroad(mention, country)))
        if index and role is PlaceRole.WHERE and not near.PREPOSITION.search(before):
            between = text[mentions[index - 1].end : mention.start]
            if near.COORDINATED.fullmatch(between):
                role = roles[-1]
        roles.append(role)
    return roles


def _role(setting: _Setting) -> PlaceRole:
    """The role by the first rule that sees one; a plain mention is a territory."""
    return next((role for rule in _RULES if (role := rule(setting)) is not None), PlaceRole.WHERE)


def _title(setting: _Setting) -> PlaceRole | None:
    is_city = setting.mention.level is PlaceLevel.CITY
    if _in_title(setting) or (is_city and near.LARGER_NAME.search(setting.before)):
        return PlaceRole.TITLE
    behind = setting.mention.end
    is_named = near.RESERVE.match(setting.text, behind) or near.GAMES.search(setting.before)
    return PlaceRole.TITLE if is_named or _is_dateline(setting) else None


def _is_dateline(setting: _Setting) -> bool:
    """Whether a capital only says where a message was sent from: "АСТАНА /Агентство/ – …"."""
    mention = setting.mention
    opens = (
        mention.start == setting.sentence[0]
        and not setting.text[max(0, mention.start - 2) : mention.start].strip()
    )
    return opens and mention.name in _capitals() and near.AGENCY.match(setting.text, mention.end) is not None


def _of_change(setting: _Setting) -> PlaceRole | None:
    """A country that labels a change of trade with it: "в Узбекистан – рост на 31%"."""
    is_country = setting.mention.level is PlaceLevel.COUNTRY
    labels = is_country and near.LABEL_OF_CHANGE.match(setting.text, setting.mention.end)
    return PlaceRole.WHERE if labels else None


def _allotted(setting: _Setting) -> PlaceRole | None:
    """A territory whose authority gets money: "выделить акимату Атырауской области 4 млрд тенге"."""
    return PlaceRole.WHERE if near.ALLOTTED.search(setting.before) else None


def _route(setting: _Setting) -> PlaceRole | None:
    """A dash between two names, or the word for a way before one."""
    level = setting.mention.level
    behind = near.DASH_BEHIND.match(setting.text, setting.mention.end, setting.sentence[1])
    joined = (behind is not None and level is not PlaceLevel.COUNTRY) or (
        level is PlaceLevel.CITY and near.DASH_BEFORE.search(setting.before) is not None
    )
    return PlaceRole.ROUTE if joined or near.ROUTE_WORD.search(setting.before) else None


def _bracketed(setting: _Setting) -> PlaceRole | None:
    """A number in a bracket right behind a name is the name's: "больше, чем в Тверской области (392)"."""
    is_country = setting.mention.level is PlaceLevel.COUNTRY
    if near.LABEL_BRACKET.match(setting.text, setting.mention.end) is None:
        return None
    return PlaceRole.WHERE if not is_country or near.BETWEEN.search(setting.before) else None


def _compared(setting: _Setting) -> PlaceRole | None:
    return PlaceRole.COMPARED if near.COMPARED.search(setting.before) else None


def _example(setting: _Setting) -> PlaceRole | None:
    is_closed = near.CLOSED_BEHIND.match(setting.text, setting.mention.end)
    return PlaceRole.EXAMPLE if is_closed and near.EXAMPLE.search(setting.before) else None


def _behind_preposition(setting: _Setting) -> PlaceRole | None:
    preposition = near.PREPOSITION.search(setting.before)
    if preposition is None:
        return None
    word = preposition["word"].lower()
    if word == "за" and near.LABEL_BRACKET.match(setting.text, setting.mention.end):
        return PlaceRole.WHERE
    if word in _ROLE_OF:
        return _ROLE_OF[word]
    if word == "по" and _is_office(setting.before[: preposition.start()]):
        return PlaceRole.OFFICE
    if near.WITHIN_HEAD.search(preposition.group()):
        return PlaceRole.WHERE
    if word in ("в", "во", "на"):
        return _behind_in(setting, preposition.group().strip().lower())
    return PlaceRole.WHERE


def _behind_in(setting: _Setting, printed: str) -> PlaceRole:
    """Where is "в Китае", "в Китай" is towards; cities take "в", so "на Балхаше" is the lake."""
    if printed == "на" and setting.mention.level is PlaceLevel.CITY:
        return PlaceRole.TITLE
    if not _has_case(setting, "Acc") or _has_case(setting, "Loc"):
        return PlaceRole.WHERE
    welcomes = not setting.is_foreign and near.INFLOW.search(setting.text, *setting.around)
    return PlaceRole.WHERE if welcomes else PlaceRole.TOWARDS


def _office(setting: _Setting) -> PlaceRole | None:
    return PlaceRole.OFFICE if _is_office(setting.before) and _has_case(setting, "Gen") else None


def _partner(setting: _Setting) -> PlaceRole | None:
    """A foreign capital that stands for its government, a recipient, an origin, a side of trade."""
    mention = setting.mention
    if not setting.is_foreign:
        return None
    trades = mention.level is PlaceLevel.COUNTRY and near.TRADE.search(setting.text, *setting.around)
    if (
        trades
        and near.TRADER_BEHIND.match(setting.text, mention.end)
        and is_nominative(setting.text, mention)
    ):
        return None
    if mention.name in _capitals() or _is_recipient(setting) or near.FOREIGN_ORIGIN.search(setting.before):
        return PlaceRole.PARTNER
    return PlaceRole.PARTNER if trades else None


_RULES = (
    _title,
    _route,
    _bracketed,
    _compared,
    _example,
    _allotted,
    _of_change,
    _behind_preposition,
    _office,
    _partner,
)


def is_abroad(mention: PlaceMention, country: str) -> bool:
    """Whether a territory lies outside the publisher's country."""
    if mention.code is not None:
        return mention.code[:2] != country
    parents = parents_of(mention.name)
    return bool(parents) and all(parent[:2] != country for parent in parents)


def _has_case(setting: _Setting, case: str) -> bool:
    """Whether the first word of a mention may stand in a case; a word nobody knows may in any."""
    word = near.WORD.match(setting.text, setting.mention.start)
    found = readings(word.group()) if word else ()
    return not found or any(reading.case == case for reading in found)


def _is_recipient(setting: _Setting) -> bool:
    """Whether a dative stands right behind a verb: "должен Белоруссии", "поставил Кубе"."""
    words = near.WORD.findall(setting.before)
    if not words or not setting.before.rstrip().endswith(words[-1]):
        return False
    found = readings(words[-1])
    is_verb = bool(found) and all(reading.pos == "VERB" for reading in found)
    return is_verb and _has_case(setting, "Dat") and not _has_case(setting, "Nom")


@functools.cache
def _capitals() -> frozenset[str]:
    return frozenset(place.capital for place in load_places().values() if place.capital)


def _is_office(before: str) -> bool:
    """Whether a word for an office governs the genitive chain that ends here."""
    offices = list(near.OFFICE.finditer(before))
    if not offices:
        return False
    chain = before[offices[-1].end() :]
    if near.CHAIN_END.search(chain):
        return False
    cases: tuple[str, ...] = ("Gen",)
    for word in near.WORD.findall(chain):
        if word == "по":
            cases = ("Gen", "Dat")
        elif word != "и" and not word.isupper() and not _can_be(word, cases):
            return False
    return True


def _can_be(word: str, cases: Sequence[str]) -> bool:
    found = readings(word)
    return not found or any(reading.case in cases for reading in found)


def is_nominative(text: str, mention: PlaceMention) -> bool:
    """Whether a name may be the subject of its clause: a nominative behind no preposition."""
    before = text[max(0, mention.start - near.LOOK_BACK) : mention.start]
    word = near.WORD.match(text, mention.start)
    found = readings(word.group()) if word else ()
    is_nominative = not found or any(reading.case == "Nom" for reading in found)
    return is_nominative and near.PREPOSITION.search(before) is None


def _in_title(setting: _Setting) -> bool:
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


def has_own_number(text: str, mention: PlaceMention) -> bool:
    """Whether a dash, colon or bracket behind a mention ties a number to it."""
    is_governed = text[mention.start : mention.end] in near.HOME_GENITIVE
    return (near.GOVERNED_BEHIND if is_governed else near.LABEL_BEHIND).match(text, mention.end) is not None
