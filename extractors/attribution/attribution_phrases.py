"""How far the name of someone goes: the noun phrase that starts at a place of a text.

Belongs here: its words, its head and where it ends. Does not belong here: what sort of name it is and its
nominative (`attribution_names`).
"""

import re
from collections.abc import Sequence

from extractors.attribution import attribution_words as words
from extractors.attribution.person_names import looks_like_surname
from extractors.lexicon.readings import readings
from extractors.records import record

_CLOSED = frozenset({"PART", "PRON", "CCONJ", "SCONJ", "ADP", "ADV", "DET"})
_TOKEN = re.compile(
    r"(?P<quoted>«[^«»\n]{1,80}(?:«[^«»\n]{1,60}»?[^«»\n]{0,60})?»|[\"“„][^\"“”„\n]{2,60}[\"”])"
    r"|(?P<initial>[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)"
    r"|(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*(?:\.[a-z]{2,3}(?!\w))?)"
)
_GAP = re.compile(r"[ \u00a0]{0,2}")
DASH = re.compile(r"[ \u00a0][–—-][ \u00a0]")
"""What joins two offices of one person."""
_ROMAN = re.compile(r"[IVX]+")
_MOST = 16
_PREPOSITION = "по"
_ADVERBIAL = frozenset({"сравнению", "состоянию", "отношению", "итогам", "результатам", "данным", "мнению"})


@record
class Token:
    """A word, an initial or a quoted name.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: As printed.
        sort: "word", "initial" or "quoted".
    """

    start: int
    end: int
    text: str
    sort: str

    @property
    def is_proper(self) -> bool:
        """Whether it is written as a name: "II квартал" is none."""
        if self.sort != "word":
            return True
        return (self.text[:1].isupper() or "." in self.text) and not _ROMAN.fullmatch(self.text)


def read_phrase(text: str, position: int, case: str) -> tuple[list[Token], int] | None:
    """The words of a name and the index of its head, None where none starts.

    Args:
        text: The raw text.
        position: Where it starts.
        case: UD case in which it stands.
    """
    tokens = _tokens(text, position)
    head = _head(tokens, case)
    if head is None:
        return None
    found = tokens[: _end(text, tokens, head)]
    return (_without_subject(text, found, head) if case == "Gen" else found), head


def _tokens(text: str, position: int) -> list[Token]:
    tokens: list[Token] = []
    while len(tokens) < _MOST:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            break
        tokens.append(Token(match.start(), match.end(), match.group(), match.lastgroup))
        gap = _GAP.match(text, match.end())
        position = gap.end() if gap is not None else match.end()
        dash = DASH.match(text, match.end())
        if dash is not None and _is_office(_TOKEN.match(text, dash.end())):
            position = dash.end()
    return tokens


def _is_office(match: re.Match[str] | None) -> bool:
    """Whether a word is a person by office ("заместитель Премьер-министра – министр …")."""
    found = readings(match.group()) if match is not None else ()
    return bool(found) and found[0].pos == "NOUN" and found[0].is_animate and not found[0].is_name


def _in_case(word: str, case: str, *kinds: str) -> bool:
    return any(reading.case == case and reading.pos in kinds for reading in readings(word))


def _head(tokens: Sequence[Token], case: str) -> int | None:
    """Index of the head: the first noun in the case, behind attributes that agree."""
    for index, token in enumerate(tokens):
        if token.sort != "word":
            return index if token.sort == "initial" else None
        if token.text.lower() in words.PRONOUNS:
            return index
        if any(reading.pos == "ADP" for reading in readings(token.text)[:1]):
            return None  # "в" is also short for a name
        if _in_case(token.text, case, "NOUN"):
            later = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if not (_in_case(token.text, case, "ADJ") and _in_case(later, case, "NOUN", "ADJ")):
                return index
        elif is_name(token):
            return index
        elif not _in_case(token.text, case, "ADJ"):
            return None
    return None


def is_name(token: Token) -> bool:
    """Whether a capitalised word is unknown to the dictionary as anything but a name."""
    found = readings(token.text)
    if not token.is_proper or not found or token.text.isupper():
        return token.is_proper
    if found[0].pos in _CLOSED:
        return False  # "Это большая удача", – отметил министр
    is_surname = looks_like_surname(token.text) and all((r.case, r.number) == ("Gen", "Plur") for r in found)
    return found[0].is_name or found[0].score < 0.5 or is_surname  # "Токаев" reads as of many wines


def _end(text: str, tokens: Sequence[Token], head: int) -> int:
    """How many tokens the name has."""
    wanted, index = "Gen", head + 1
    while index < len(tokens):
        token, low = tokens[index], tokens[index].text.lower()
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if text[tokens[index - 1].end : token.start].strip():
            wanted = "Gen"
        elif low == _PREPOSITION and following is not None and _is_sphere(following.text):
            wanted = "Dat"
        elif low == "и" and following is not None and _continues(following, wanted):
            pass
        elif not _continues(token, wanted) and not _continues(token, "Gen"):
            break
        index += 1
    return index


def _is_sphere(word: str) -> bool:
    """Whether a word behind "по" may say what an office is for: not in "Минфина по сравнению с маем"."""
    return word.lower() not in _ADVERBIAL and _in_case(word, "Dat", "NOUN", "ADJ")


def _continues(token: Token, case: str) -> bool:
    if token.is_proper:
        return True
    found = readings(token.text)
    return bool(found) and found[0].pos in ("NOUN", "ADJ") and _in_case(token.text, case, "NOUN", "ADJ")


def _without_subject(text: str, tokens: list[Token], head: int) -> list[Token]:
    """Leaves out a last noun that is the subject of the next verb ("по данным ведомства цены выросли")."""
    if len(tokens) <= head + 1 or tokens[-1].is_proper or not _in_case(tokens[-1].text, "Nom", "NOUN"):
        return tokens
    if _in_case(tokens[-2].text, "Gen", "ADJ") and not _in_case(tokens[-2].text, "Nom", "ADJ"):
        return tokens
    following = _TOKEN.match(text, tokens[-1].end + 1)
    found = readings(following.group()) if following is not None else ()
    return tokens[:-1] if found and found[0].verb_form in ("Fin", "Part") else tokens
