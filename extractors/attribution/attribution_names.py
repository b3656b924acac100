"""Who is named at a place of a text: an institution, an office with its holder, in the nominative.

Belongs here: what sort of name it is and its normal form. Does not belong here: how far it goes
(`attribution_phrases`), what attributes something to it (`attribution_covers`) and whom a bare office
stands for (`attribution_speakers`).
"""

from collections.abc import Sequence
from enum import StrEnum

from extractors.attribution import attribution_words as words
from extractors.attribution.attribution_phrases import DASH, Token, is_name, read_phrase
from extractors.attribution.person_names import is_patronymic, looks_like_surname, name_in_nominative
from extractors.lexicon.acting_nouns import OFFICE_NAME
from extractors.lexicon.nominative import nominative_of
from extractors.lexicon.readings import readings
from extractors.records import record

_ANY_TERRITORY = frozenset({"страна", "республика", "регион", "область", "город", "район", "край"})
_NAME_WORDS = 2
_SHORTEST = 2


class NameKind(StrEnum):
    """How much a name says."""

    NAMED = "named"  # a proper name, or an office or institution with what it is of
    OUTSIDE = "outside"  # people who need no name ("эксперты")
    BARE = "bare"  # an office or institution of the text at hand ("министр", "в ведомстве")
    PRONOUN = "pronoun"


@record
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


def read_name(text: str, position: int, case: str) -> Name | None:
    """The name that starts at a position, None if none does.

    Args:
        text: The raw text.
        position: Where it starts.
        case: UD case in which it stands.
    """
    read = read_phrase(text, position, case)
    return _name(text, *read, case) if read is not None else None


def _name(text: str, tokens: Sequence[Token], head: int, case: str) -> Name | None:
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


def _own_name(tokens: Sequence[Token], head: int, lemma: str) -> tuple[Token, ...]:
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


def _is_part_of_name(token: Token, *, is_head: bool) -> bool:
    if token.sort == "initial":
        return True
    if token.sort == "quoted" or not token.is_proper or token.text.isupper() or OFFICE_NAME.match(token.text):
        return False
    found = readings(token.text)
    is_office = bool(words.OFFICES.fullmatch(token.text)) or (
        bool(found) and found[0].is_animate and not found[0].is_name and not looks_like_surname(token.text)
    )
    is_known = bool(found) and not found[0].is_name and found[0].score > 0.6
    return not (is_office if is_head else is_known)


def _surname(own: Sequence[Token], case: str) -> str:
    named = [token.text for token in own if token.sort == "word"]
    return name_in_nominative(named, case)[-1] if named else ""


def _nominative(
    text: str, tokens: Sequence[Token], own: Sequence[Token], case: str, *, is_person: bool
) -> str:
    start, end = tokens[0].start, tokens[-1].end
    if case == "Nom":
        return _cased(text[start:end], tokens[0], is_person=is_person and tokens[0] not in own)
    cut = own[0].start if own else end
    offices = [nominative_of(office) for office in DASH.split(text[start:cut].rstrip())]
    named = [token.text for token in own if token.sort == "word"]
    inflected = iter(name_in_nominative(named, case) if named else ())
    parts = [next(inflected) if token.sort == "word" else token.text for token in own]
    return " ".join(
        part for part in (_cased(" – ".join(offices), tokens[0], is_person=is_person), *parts) if part
    )


def _cased(phrase: str, first: Token, *, is_person: bool) -> str:
    """An office without the capital that it has from the start of a sentence, an institution with one."""
    if phrase.lower() in words.INSTITUTIONS:
        return phrase.capitalize()
    found = readings(first.text)
    is_office = bool(found) and not found[0].is_name and (found[0].is_animate or found[0].pos == "ADJ")
    is_office = is_office and not OFFICE_NAME.match(first.text)
    is_title = first.text.lower().startswith("премьер")
    return phrase[:1].lower() + phrase[1:] if is_person and is_office and not is_title else phrase


def _kind(text: str, tokens: Sequence[Token], head: int, lemma: str, *, is_person: bool) -> NameKind | None:
    """How much a name says, None where it is nobody's name at all."""
    if lemma in words.PRONOUNS:
        return NameKind.PRONOUN
    if lemma in words.INSTITUTIONS:
        return NameKind.NAMED
    is_generic = lemma in words.GENERIC
    opens = not text[max(0, tokens[0].start - 6) : tokens[0].start].rstrip(' «"–—-')[-1:].strip(".!?:\n")
    rest = [t for t in tokens if t is not tokens[head] and not (opens and t is tokens[0])]
    has_proper = any(t.is_proper and t.text.lower() not in words.GENERIC for t in rest)
    is_own = is_name(tokens[head]) and not words.OFFICES.fullmatch(tokens[head].text)
    if has_proper or (tokens[head].is_proper and not is_generic and (not opens or is_own)):
        return NameKind.NAMED
    behind = [t for t in tokens[head + 1 :] if _says_what(t)]
    if lemma in words.OUTSIDE:
        return NameKind.OUTSIDE
    if is_person and not behind and any(r.number == "Plur" for r in readings(tokens[head].text)[:1]):
        return None
    if is_generic or is_person:
        return NameKind.NAMED if behind else NameKind.BARE
    return None


def _says_what(token: Token) -> bool:
    """Whether a word behind an office or institution tells which one it is."""
    found = readings(token.text)
    nouns = [reading for reading in found if reading.pos == "NOUN" and reading.case in ("Gen", "Dat")]
    return bool(nouns) and not any(r.lemma in words.GENERIC or r.lemma in _ANY_TERRITORY for r in nouns)
