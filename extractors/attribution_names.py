"""Who is named at a place of a text: an institution, an office with its holder, in the nominative.

Belongs here: how far such a name goes and what sort it is. Does not belong here: the words that
attribute something to it (`attributions`) and whom a bare office stands for (`attribution_speakers`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors import attribution_words as words
from extractors.morphology import readings
from extractors.nominative import nominative_of
from extractors.person_names import is_patronymic, looks_like_surname, name_in_nominative

_TOKEN = re.compile(
    r"(?P<quoted>«[^«»\n]{1,80}(?:«[^«»\n]{1,60}»?[^«»\n]{0,60})?»|[\"“„][^\"“”„\n]{2,60}[\"”])"
    r"|(?P<initial>[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)"
    r"|(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*(?:\.[a-z]{2,3}(?!\w))?)"
)
_GAP = re.compile(r"[ \u00a0]{0,2}")
_DASH = re.compile(r"[ \u00a0][–—-][ \u00a0]")
_MOST = 16
_NAME_WORDS = 2
_SHORTEST = 2
_PREPOSITION = "по"


class NameKind(StrEnum):
    """How much a name says."""

    NAMED = "named"  # a proper name, or an office or institution with what it is of
    OUTSIDE = "outside"  # people who need no name ("эксперты")
    BARE = "bare"  # an office or institution of the text at hand ("министр", "в ведомстве")
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Name:
    """Someone named in a text.

    Attributes:
        start: Where the name begins.
        end: Where it ends.
        text: The name in the nominative.
        head: Lemma of its head.
        kind: How much it says.
        is_person: Whether its head is a person.
        surname: The last word of a person's own name, "" if it has none.
    """

    start: int
    end: int
    text: str
    head: str
    kind: NameKind
    is_person: bool
    surname: str


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    sort: str

    @property
    def is_proper(self) -> bool:
        return self.sort != "word" or self.text[:1].isupper() or "." in self.text


def read_name(text: str, position: int, case: str) -> Name | None:
    """The name that starts at a position, None if none does.

    Args:
        text: The raw text.
        position: Where it starts.
        case: UD case in which it stands.
    """
    tokens = _tokens(text, position)
    head = _head(tokens, case)
    if head is None:
        return None
    end = _end(text, tokens, head)
    found = _without_subject(text, tokens[:end], head) if case == "Gen" else tokens[:end]
    return _name(text, found, head, case)


def _tokens(text: str, position: int) -> list[_Token]:
    tokens: list[_Token] = []
    while len(tokens) < _MOST:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            break
        tokens.append(_Token(match.start(), match.end(), match.group(), match.lastgroup))
        gap = _GAP.match(text, match.end())
        position = gap.end() if gap is not None else match.end()
        dash = _DASH.match(text, match.end())
        if dash is not None and _is_office(_TOKEN.match(text, dash.end())):
            position = dash.end()
    return tokens


def _is_office(match: re.Match[str] | None) -> bool:
    """Whether a word is a person by office ("заместитель Премьер-министра – министр …")."""
    found = readings(match.group()) if match is not None else ()
    return bool(found) and found[0].pos == "NOUN" and found[0].is_animate and not found[0].is_name


def _in_case(word: str, case: str, *kinds: str) -> bool:
    return any(reading.case == case and reading.pos in kinds for reading in readings(word))


def _head(tokens: Sequence[_Token], case: str) -> int | None:
    """Index of the head: the first noun in the case, behind attributes that agree."""
    for index, token in enumerate(tokens):
        if token.sort != "word":
            return index if token.sort == "initial" else None
        if token.text.lower() in words.PRONOUNS:
            return index
        if _in_case(token.text, case, "NOUN"):
            later = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if not (_in_case(token.text, case, "ADJ") and _in_case(later, case, "NOUN")):
                return index
        elif _is_name(token):
            return index
        elif not _in_case(token.text, case, "ADJ"):
            return None
    return None


def _is_name(token: _Token) -> bool:
    """Whether a capitalised word is unknown to the dictionary as anything but a name."""
    found = readings(token.text)
    return token.is_proper and (not found or token.text.isupper() or found[0].is_name or found[0].score < 0.5)


def _end(text: str, tokens: Sequence[_Token], head: int) -> int:
    """How many tokens the name has."""
    wanted, index = "Gen", head + 1
    while index < len(tokens):
        token, low = tokens[index], tokens[index].text.lower()
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if text[tokens[index - 1].end : token.start].strip():
            wanted = "Gen"
        elif low == _PREPOSITION and following is not None and _in_case(following.text, "Dat", "NOUN", "ADJ"):
            wanted = "Dat"
        elif low == "и" and following is not None and _continues(following, wanted):
            pass
        elif not _continues(token, wanted) and not _continues(token, "Gen"):
            break
        index += 1
    return index


def _continues(token: _Token, case: str) -> bool:
    if token.is_proper:
        return True
    found = readings(token.text)
    return bool(found) and found[0].pos in ("NOUN", "ADJ") and _in_case(token.text, case, "NOUN", "ADJ")


def _without_subject(text: str, tokens: list[_Token], head: int) -> list[_Token]:
    """Leaves out a last noun that is the subject of the next verb ("по данным ведомства цены выросли")."""
    if len(tokens) <= head + 1 or tokens[-1].is_proper or not _in_case(tokens[-1].text, "Nom", "NOUN"):
        return tokens
    if _in_case(tokens[-2].text, "Gen", "ADJ") and not _in_case(tokens[-2].text, "Nom", "ADJ"):
        return tokens
    following = _TOKEN.match(text, tokens[-1].end + 1)
    found = readings(following.group()) if following is not None else ()
    return tokens[:-1] if found and found[0].verb_form in ("Fin", "Part") else tokens


def _name(text: str, tokens: Sequence[_Token], head: int, case: str) -> Name | None:
    first = readings(tokens[head].text) if tokens[head].sort == "word" else ()
    noun = next((r for r in first if r.pos == "NOUN" and r.case == case), None)
    lemma = noun.lemma if noun is not None else tokens[head].text.lower()
    is_person = tokens[head].sort == "initial" or (noun is not None and (noun.is_animate or noun.is_name))
    own = _own_name(tokens, head, lemma)
    is_person = is_person or bool(own)
    kind = _kind(text, tokens, head, lemma, is_person=is_person)
    start, end = tokens[0].start, tokens[-1].end
    if kind is None or end - start < _SHORTEST:
        return None
    return Name(
        start,
        end,
        _nominative(text, tokens, own, case, is_person=is_person),
        lemma,
        kind,
        is_person,
        _surname(own, case),
    )


def _own_name(tokens: Sequence[_Token], head: int, lemma: str) -> tuple[_Token, ...]:
    """The tokens of a person's own name: the proper words that end the phrase."""
    if lemma in words.INSTITUTIONS or lemma in words.GENERIC:
        return ()
    first = len(tokens)
    while first > head and _is_part_of_name(tokens[first - 1], is_head=first - 1 == head):
        first -= 1
    own = tuple(tokens[first:])
    if len(own) > _NAME_WORDS and not any(is_patronymic(token.text) for token in own):
        own = own[-_NAME_WORDS:]
    is_full = len(own) > 1 or (bool(own) and looks_like_surname(own[0].text))
    return own if is_full else ()


def _is_part_of_name(token: _Token, *, is_head: bool) -> bool:
    if token.sort == "initial":
        return True
    if token.sort == "quoted" or not token.is_proper or token.text.isupper():
        return False
    found = readings(token.text)
    is_office = bool(words.OFFICES.fullmatch(token.text)) or (
        bool(found) and found[0].is_animate and not found[0].is_name and not looks_like_surname(token.text)
    )
    is_known = bool(found) and not found[0].is_name and found[0].score > 0.6
    return not (is_office if is_head else is_known)


def _surname(own: Sequence[_Token], case: str) -> str:
    named = [token.text for token in own if token.sort == "word"]
    return name_in_nominative(named, case)[-1] if named else ""


def _nominative(
    text: str, tokens: Sequence[_Token], own: Sequence[_Token], case: str, *, is_person: bool
) -> str:
    start, end = tokens[0].start, tokens[-1].end
    if case == "Nom":
        return _cased(text[start:end], tokens[0], is_person=is_person and tokens[0] not in own)
    cut = own[0].start if own else end
    offices = [nominative_of(office) for office in _DASH.split(text[start:cut].rstrip())]
    named = [token.text for token in own if token.sort == "word"]
    inflected = iter(name_in_nominative(named, case) if named else ())
    parts = [next(inflected) if token.sort == "word" else token.text for token in own]
    return " ".join(
        part for part in (_cased(" – ".join(offices), tokens[0], is_person=is_person), *parts) if part
    )


def _cased(phrase: str, first: _Token, *, is_person: bool) -> str:
    """An office without the capital that it has from the start of a sentence, an institution with one."""
    if phrase.lower() in words.INSTITUTIONS:
        return phrase.capitalize()
    found = readings(first.text)
    is_office = bool(found) and not found[0].is_name and (found[0].is_animate or found[0].pos == "ADJ")
    is_title = first.text.lower().startswith("премьер")
    return phrase[:1].lower() + phrase[1:] if is_person and is_office and not is_title else phrase


def _kind(text: str, tokens: Sequence[_Token], head: int, lemma: str, *, is_person: bool) -> NameKind | None:
    """How much a name says, None where it is nobody's name at all."""
    if lemma in words.PRONOUNS:
        return NameKind.PRONOUN
    if lemma in words.INSTITUTIONS:
        return NameKind.NAMED
    is_generic = lemma in words.GENERIC
    opens = not text[max(0, tokens[0].start - 6) : tokens[0].start].rstrip(' «"–—-')[-1:].strip(".!?:\n")
    rest = [t for t in tokens if t is not tokens[head] and not (opens and t is tokens[0])]
    has_proper = any(t.is_proper and t.text.lower() not in words.GENERIC for t in rest)
    if has_proper or (tokens[head].is_proper and not is_generic and (not opens or _is_name(tokens[head]))):
        return NameKind.NAMED
    behind = [t for t in tokens[head + 1 :] if _says_what(t)]
    if lemma in words.OUTSIDE:
        return NameKind.OUTSIDE
    if is_generic or is_person:
        return NameKind.NAMED if behind else NameKind.BARE
    return None


def _says_what(token: _Token) -> bool:
    """Whether a word behind an office or institution tells which one it is."""
    found = readings(token.text)
    nouns = [reading for reading in found if reading.pos == "NOUN" and reading.case in ("Gen", "Dat")]
    return bool(nouns) and not any(
        r.lemma in words.GENERIC or r.lemma in ("страна", "республика", "регион") for r in nouns
    )
