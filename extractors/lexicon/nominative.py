"""A noun phrase brought from any case into the nominative, its number kept.

Belongs here: inflecting the attributes and head that open a phrase. Does not belong here: finding
phrases (`phrases`) and the normal form of subjects, which is singular.
"""

import re
from functools import lru_cache

from pymorphy3.analyzer import Parse

from extractors.lexicon.dictionary import parses

_TOKEN = re.compile(
    r"(?:(?:пресс|вице|премьер|экс|генерал|бизнес|медиа)-)?[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\w-]*|[^\w\s]|\s+",
    re.IGNORECASE,
)
_ATTRIBUTES = ("ADJF", "PRTF")
_PARTICLES = frozenset({"же", "и", "или", "за", "в", "на", "по", "с", "до"})
# Ministries whose short name ends in a genitive ("Минэкономразвития"), acronyms with small letters ("АСПиР").
_CROPPED = re.compile(r"[Мм]ин\w*(?:[иая]ия|ости|ития|ики|уки|уры|ифры|ироды|оны|щиты|труда|огии|ания)")
_MIXED = re.compile(r"[а-яё][А-ЯЁ]|[А-ЯЁ]{2}[а-яё]")
_DASHES = ("-", "–", "—")
_MONTH = re.compile(
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяюею]м?|(?:март|август)(?:а|у|ом|е)?|ма[йяюе]м?"
)
_ROMAN = re.compile("[IVXLC]+")
_READINGS = 6
_STEM = 4
_ACRONYM = 7
_CACHE = 8192


@lru_cache(maxsize=_CACHE)
def nominative_of(phrase: str) -> str:
    """The phrase with its head noun and the attributes before it in the nominative, the rest as printed.

    Args:
        phrase: A noun phrase in any case: "аналогичному периоду прошлого года", "января–июля 2024 года".
    """
    tokens = _TOKEN.findall(phrase)
    head = next(
        (
            i
            for i, token in enumerate(tokens)
            if _CROPPED.fullmatch(token)
            or _is_acronym(tokens, i)
            or (_parse(token, ("NOUN",)) is not None and not _is_attribute(tokens, i))
        ),
        None,
    )
    if head is None:
        return " ".join(_one(token, None) for token in phrase.split())
    noun = _parse(tokens[head], ("NOUN",))
    out = [_one(token, noun) for token in tokens[:head]]
    out.append(_inflected(tokens[head], noun))
    rest = _with_tight_dash(tokens[head:])[1:]
    if len(rest) > 1 and rest[0] in "–—-" and _parse(rest[1], ("NOUN",)) is not None:
        out += [rest[0], _inflected(rest[1], _parse(rest[1], ("NOUN",)))]
        rest = rest[2:]
    return "".join([*out, *rest])


def _with_tight_dash(tokens: list[str]) -> list[str]:
    """As in "январю – апрелю 2024 года": months that a dash between spaces joins, without these spaces."""
    if "".join(tokens[1:4]).strip() in _DASHES and len(tokens) > 4:
        ends = (tokens[0].lower(), tokens[4].lower())
        if all(_MONTH.fullmatch(end) for end in ends):
            return [tokens[0], tokens[2], *tokens[4:]]
    return tokens


def _is_acronym(tokens: list[str], index: int) -> bool:
    """As in "ГУ МЧС по Томской области", but not "IT-компаниям": it heads the phrase and has no cases."""
    behind = tokens[index + 1 : index + 2]
    is_whole = not behind or behind[0].isspace()
    token = tokens[index]
    is_word = is_whole and 1 < len(token) < _ACRONYM and token.isalpha()
    return is_word and token.isupper() and _ROMAN.fullmatch(token) is None


def _is_attribute(tokens: list[str], index: int) -> bool:
    """Whether a word that may be a noun is an attribute of the noun behind it ("данному периоду")."""
    later = [token for token in tokens[index + 1 : index + 6] if token.isalpha()]
    return _parse(tokens[index], _ATTRIBUTES) is not None and any(
        _parse(token, ("NOUN",)) is not None for token in later
    )


@lru_cache(maxsize=_CACHE)
def _parse(word: str, parts: tuple[str, ...]) -> Parse | None:
    """The likeliest reading of a word as one of some parts of speech."""
    if not word.replace("-", "").isalpha() or len(word) < 2 or (word.isupper() and len(word) < _ACRONYM):
        return None
    if word.lower() in _PARTICLES or _CROPPED.fullmatch(word) or _MIXED.search(word):
        return None
    return next((parse for parse in parses(word)[:_READINGS] if parse.tag.POS in parts), None)


def _one(word: str, noun: Parse | None) -> str:
    """An attribute in the nominative, agreeing with its noun."""
    parse = _parse(word, _ATTRIBUTES)
    if parse is None:
        return word
    if noun is None:
        wanted = {"nomn", parse.tag.number or "sing"} | ({parse.tag.gender} if parse.tag.gender else set())
    elif noun.tag.number == "plur":
        wanted = {"nomn", "plur"}
    else:
        wanted = {"nomn", "sing", noun.tag.gender or "masc"}
    found = _superlative(parse, wanted) if "Supr" in parse.tag else parse.inflect(wanted)
    return _cased(str(found.word), word) if found is not None else word


def _superlative(parse: Parse, wanted: set[str]) -> Parse | None:
    """The form of the same superlative: "высшей" is of "высшая", not of "высочайшая"."""
    forms = [form for form in parse.lexeme if wanted | {"Supr"} <= set(form.tag.grammemes)]
    return next((form for form in forms if form.word[:_STEM] == parse.word[:_STEM]), None)


def _inflected(word: str, parse: Parse | None) -> str:
    found = parse.inflect({"nomn", parse.tag.number or "sing"}) if parse is not None else None
    if found is None:
        return word
    return _cased(str(found.word), word)


def _cased(form: str, printed: str) -> str:
    """A form with the capitals of the word as printed."""
    parts = zip(form.split("-"), printed.split("-"), strict=False)
    return "-".join(part[:1].upper() + part[1:] if old[:1].isupper() else part for part, old in parts)
