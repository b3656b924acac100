"""What stands around a place name and decides whether it is one.

Belongs here: the guards for names that are also words or people ("Семей", "Абай", "Владимир"),
names inside other names ("улица Алматинская", «Астана»), and the head noun that adjectives
share in a list. Does not belong here: the names themselves and their lookup.
"""

import re

from extractors.lexicon.readings import readings
from extractors.places.place_index import Guard

_WORD_BACK = 20
_LOOK_BACK = 90
_LOOK_AHEAD = 400
_CAPITAL = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_NAME = rf"[{_CAPITAL}][\w’'-]*"
_JOINT = r"(?:,\s+|\s+и\s+|,?\s+а\s+также\s+)"
_SETTLEMENT_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:г|гор|город\w{{0,3}})\.?\s*(?:{_NAME}{_JOINT}){{0,6}}|(?<!\w)(?:в|во|из)\s+)$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"(?<!\w)(?:имени|им\.|улиц\w{1,3}|ул\.|проспект\w{0,2}|просп\.|пр\.|пр-т\w?|бульвар\w{0,2}|микрорайон\w{0,2}|мкр\.?"
    r"|озер\w{1,2}|оз\.|рек\w{1,2}|хребт?\w{0,2}|стади[оа]н\w{0,2}|отел\w{1,2}|гостиниц\w{1,2}|шоссе)\s*[«\"“„]?$",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n|•]|\n\s*[-–—])[\s«\"“„(]*$")
_HEADS = {
    "область": r"област(?:ь|и|ью|ей|ям|ями|ях)|обл",
    "край": r"кра(?:й|я|ю|ем|е|ев|ям|ями|ях)",
    "округ": r"округ(?:а|у|ом|е|и|ов|ам|ами|ах)?",
    "регион": r"регион(?:а|у|ом|е)?",
    "район": r"район(?:а|у|ом|е|ы|ов|ам|ами|ах)?|р-н(?:а|у|ом|е|ы|ов)?",
}
_ASIDE = r"(?:\s*\([^()\n]{1,40}\))?"
_ADJECTIVE = rf"[{_CAPITAL}][\w-]*(?:ой|ая|ую|ий|ый|ого|ому|им|ым|ом)"
_HEAD_BEHIND = {
    head: re.compile(rf"\s+(?:{forms})(?!\w)\.?", re.IGNORECASE) for head, forms in _HEADS.items()
}
_HEAD_AFTER_LIST = {
    head: re.compile(rf"{_ASIDE}(?:{_JOINT}(?:во?\s+)?{_ADJECTIVE}{_ASIDE}){{1,20}}\s+(?:{forms})(?!\w)")
    for head, forms in _HEADS.items()
}
_HEAD_BEFORE = {
    head: re.compile(
        rf"(?:{forms})\.?\s+(?:(?:имени|им\.)\s*)?(?:«|\")?(?:{_NAME}{_JOINT}){{0,6}}$", re.IGNORECASE
    )
    for head, forms in _HEADS.items()
}
_STANDS_ALONE = re.compile(r"[^\S\n]*(?:[(–—:;,.|\d-]|$|\n|и\s)")
_AGREEING_ENDS = {"ой": ("е", "и", "ы", "ой", "ей", "ью"), "ая": ("а", "я", "ь"), "ую": ("у", "ю", "ь")}
_LOWER_WORD = re.compile(r"[^\S\n]+([а-яё]+)(?![\w-])")
_SINGULARS = {("Sing", ""), ("Sing", "Masc"), ("Sing", "Fem")}
_OPENING, _CLOSING = '«"“„', '»"”“'


def is_allowed(text: str, start: int, end: int, guard: Guard) -> bool:
    """Whether a name at a place in a text means the territory.

    Args:
        text: The raw text.
        start: Where the name starts.
        end: Where it ends.
        guard: What the lexicon asks for.
    """
    if _is_part_of_name(text, start, end) or _NAMED_AFTER.search(text, max(0, start - _WORD_BACK), start):
        return False
    if guard is Guard.NONE:
        return True
    before = text[max(0, start - _LOOK_BACK) : start]
    if _SETTLEMENT_BEFORE.search(before):
        return True
    if guard is not Guard.START or text[start:end].isupper():
        return False
    return not _SENTENCE_START.search(before) or _acts(text, end)


def _acts(text: str, end: int) -> bool:
    """Whether a finite verb follows right behind a name: "Куба планирует"."""
    following = _LOWER_WORD.match(text, end)
    found = readings(following[1]) if following is not None else ()
    verb = found[0] if found else None
    return verb is not None and verb.verb_form == "Fin" and (verb.number, verb.gender) in _SINGULARS


def head_end(text: str, end: int, head: str) -> int | None:
    """Return where the head noun right behind adjectives ends ("Туркестанской области"), or None."""
    match = _HEAD_BEHIND[head].match(text, end)
    if match is None:
        return None
    ends_in_dot = match.group().endswith(".") and not match.group().lower().endswith("обл.")
    return match.end() - 1 if ends_in_dot else match.end()


def shares_head(text: str, end: int, head: str) -> bool:
    """Whether adjectives end a list whose head noun comes last ("Абайском и Шетском районах")."""
    return _HEAD_AFTER_LIST[head].match(text, end, end + _LOOK_AHEAD) is not None


def stands_alone(text: str, end: int) -> bool:
    """Whether nothing behind an adjective can be its noun ("Туркестанской (16)", "в Абайской показатель")."""
    if _STANDS_ALONE.match(text, end):
        return True
    following = _LOWER_WORD.match(text, end)
    agreeing = _AGREEING_ENDS.get(text[end - 2 : end].lower())
    return following is not None and agreeing is not None and not following[1].endswith(agreeing)


def follows_head(text: str, start: int, head: str) -> bool:
    """Whether a name stands behind its head noun, also in a list ("областях Абай, Жетысу и Улытау")."""
    return _HEAD_BEFORE[head].search(text[max(0, start - _LOOK_BACK) : start]) is not None


def _is_part_of_name(text: str, start: int, end: int) -> bool:
    """A name alone in quotation marks, or followed by a number («Казахстан-2050»), is a title."""
    following = text[end : end + 2]
    is_numbered = len(following) == 2 and following[0] in "-–" and following[1].isdigit()
    is_quoted = start > 0 and text[start - 1] in _OPENING and following[:1] in _CLOSING and following != ""
    return is_numbered or is_quoted
