"""Spelling variants of units that are not worth a row each of the table.

Belongs here: odd spaces, dots, product signs, superscripts, Latin look-alikes, and which words and signs
can be one expression. Does not belong here: the forms themselves (`unit_form_table`), where a form ends
(`unit_ends`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

SPACES = r"[ \t\u00a0\u2007\u2009\u202f]"

_ATOM = re.compile(r"[A-Za-zА-Яа-яЁёµμ]+|[0-9²³₂]|[^\w\s]|º")
_GAP = re.compile(SPACES + "{0,3}")
_SUPERSCRIPTS = str.maketrans("²³₂μº", "232µ°")
SLASHES = "/⁄∕"
_PRODUCT_SIGNS = "·*×⋅∙•∗"
HYPHENS = "-‐‑"
_LATIN_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXacekmopxy", "АВСЕНКМОРТХасекморху")
_HAS_CYRILLIC = re.compile("[А-Яа-яЁё]")
# "м 3 /год", "72 тыс. м 2 жилья", "360 м 2.": a raised digit stands apart; "300 м 2 дома" are two numbers.
_EXPONENT_APART = re.compile(
    r"м [23](?:(?=\s?/[а-яё]|\s?(?:[;:)(|]|[.,](?!\d)|$)|\s(?:[–—-]|и|на|в|за|из|по|с|для|от|до|при)\s)"
    r"|(?:(?<=тыс\. м [23])|(?<=тыс м [23])|(?<=тысяч м [23])|(?<=млн м [23])|(?<=млн\. м [23]))(?![\d.,]))",
    re.MULTILINE,
)
_TAILED_ATOMS = 9
_ATOMS = 20_000


def skip_spaces(text: str, position: int) -> int:
    """Return the first position from this one on that holds no space (a line break is none)."""
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def form_key(text: str) -> str:
    """Return a form's spelling without what writers vary: spaces, dots, ё, kinds of product sign."""
    return " ".join(spelled(atom) for atom in _ATOM.findall(text) if atom != ".")


def atoms_from(text: str, position: int) -> Iterator[tuple[str, int, int]]:
    """Words, digits and signs from a position on, with start and end, while they can be one expression."""
    end = position
    for _ in range(_TAILED_ATOMS):
        start = end
        if end > position:
            if text.startswith(".", end):
                end += 1
            start = skip_spaces(text, end)
        match = _ATOM.match(text, start)
        if match is None or not _continues(text, end, match, first=end == position):
            return
        end = match.end()
        yield spelled(match.group()), start, end


def _continues(text: str, previous_end: int, match: re.Match[str], *, first: bool) -> bool:
    """Whether an atom may belong to the expression before it, judging by the space between."""
    if first:
        return True
    character = match.group()[0]
    is_apart = match.start() > previous_end
    follows_dot = text[previous_end - 1] == "."
    if character in HYPHENS:
        return not is_apart and text[match.end() : match.end() + 1].isalpha()
    if character.isalpha():
        return not (is_apart and follows_dot and character.isupper() and len(match.group()) == 1)
    if not is_apart or character in SLASHES or character == "%" or character in _PRODUCT_SIGNS:
        return True
    return character in "23" and _EXPONENT_APART.match(text, previous_end - 1) is not None


@lru_cache(maxsize=_ATOMS)
def spelled(atom: str) -> str:
    """One atom without spelling variants: ё, superscripts, product signs, Latin look-alikes."""
    if atom in _PRODUCT_SIGNS or atom in HYPHENS:
        return "-"
    if atom in SLASHES:
        return "/"
    plain = atom.replace("ё", "е").replace("Ё", "Е").translate(_SUPERSCRIPTS)
    return plain.translate(_LATIN_TO_CYRILLIC) if _HAS_CYRILLIC.search(plain) else plain
