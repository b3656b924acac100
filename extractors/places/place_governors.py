"""What the word that governs the name of a territory makes of it: a preposition, an office, a verb.

Belongs here: "в Китай", "из России", "Министерство финансов РК", "поставил Кубе" and sides of trade. Does
not belong here: what stands behind a name (`place_roles`) and the patterns (`place_role_words`).
"""

from collections.abc import Sequence

from extractors.lexicon.readings import readings
from extractors.places import place_role_words as near
from extractors.places.place_index import PlaceLevel
from extractors.places.place_settings import PlaceRole, PlaceSetting, capitals, has_case, is_nominative

_ROLE_OF = {
    "из": PlaceRole.PARTNER, "с": PlaceRole.PARTNER, "со": PlaceRole.PARTNER, "между": PlaceRole.PARTNER,
    "к": PlaceRole.TOWARDS, "ко": PlaceRole.TOWARDS, "до": PlaceRole.TOWARDS, "от": PlaceRole.TOWARDS,
    "против": PlaceRole.PARTNER, "о": PlaceRole.OFFICE, "об": PlaceRole.OFFICE, "кроме": PlaceRole.COMPARED,
    "без": PlaceRole.COMPARED, "при": PlaceRole.OFFICE, "за": PlaceRole.OFFICE, "над": PlaceRole.OFFICE,
}  # fmt: skip
_VERB_REACH = 10


def preposition_role(setting: PlaceSetting) -> PlaceRole | None:
    """The role that a preposition gives: "из России", "к Астане", "в Китай"."""
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
    if near.ONTO.search(preposition.group()):
        return PlaceRole.WHERE if _welcomes(setting) else PlaceRole.TOWARDS
    if near.WITHIN_HEAD.search(preposition.group()):
        return PlaceRole.WHERE
    if word in ("в", "во", "на"):
        if near.VENUE.search(setting.before, 0, preposition.start()):
            return PlaceRole.TITLE
        return _behind_in(setting, preposition.group().strip().lower())
    return PlaceRole.WHERE


def _behind_in(setting: PlaceSetting, printed: str) -> PlaceRole:
    """Where is "в Китае", "в Китай" is towards; cities take "в", so "на Балхаше" is the lake."""
    if printed == "на" and setting.mention.level is PlaceLevel.CITY:
        return PlaceRole.TITLE
    if not has_case(setting, "Acc") or has_case(setting, "Loc"):
        return PlaceRole.WHERE
    return PlaceRole.WHERE if _welcomes(setting) else PlaceRole.TOWARDS


def _welcomes(setting: PlaceSetting) -> bool:
    """Whether something comes into a territory at home: "инвестиции в Казахстан"."""
    return not setting.is_foreign and near.INFLOW.search(setting.text, *setting.around) is not None


def office_role(setting: PlaceSetting) -> PlaceRole | None:
    """A territory in the genitive behind a word for an office: "Министерство финансов РК"."""
    is_named = _is_office(setting.before) or near.MET.search(setting.before) is not None
    is_genitive = has_case(setting, "Gen") or near.TOWN_MARK.search(setting.before) is not None
    return PlaceRole.OFFICE if is_named and is_genitive else None


def partner_role(setting: PlaceSetting) -> PlaceRole | None:
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
    speaks = mention.name in capitals() and not (has_case(setting, "Gen") and not has_case(setting, "Nom"))
    if _opens_clause(setting) or (mention.name in capitals() and not speaks):
        return None
    if speaks or _is_recipient(setting) or near.FOREIGN_ORIGIN.search(setting.before):
        return PlaceRole.PARTNER
    return PlaceRole.PARTNER if trades else None


def _opens_clause(setting: PlaceSetting) -> bool:
    """Whether a country opens its sentence and its verb follows: "Китай в мае купил"."""
    if setting.mention.level is not PlaceLevel.COUNTRY or setting.mention.start != setting.sentence[0]:
        return False
    if not is_nominative(setting.text, setting.mention):
        return False
    behind = near.WORD.findall(setting.text, setting.mention.end, setting.around[1])[:_VERB_REACH]
    verb = next((word for word in behind if any(r.verb_form == "Fin" for r in readings(word)[:1])), "")
    return bool(verb) and not verb.startswith(("вложи", "вклад", "инвест"))


def _is_recipient(setting: PlaceSetting) -> bool:
    """Whether a dative stands right behind a verb: "должен Белоруссии", "поставил Кубе"."""
    words = near.WORD.findall(setting.before)
    if not words or not setting.before.rstrip().endswith(words[-1]):
        return False
    found = readings(words[-1])
    is_verb = bool(found) and all(reading.pos == "VERB" for reading in found)
    return is_verb and has_case(setting, "Dat") and not has_case(setting, "Nom")


def _is_office(before: str) -> bool:
    """Whether a word for an office governs the genitive chain that ends here."""
    offices = list(near.OFFICE.finditer(before))
    if not offices:
        return False
    chain = near.TOWN_MARK.sub("", before[offices[-1].end() :])
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
