"""Number atoms: every number of a text, in digits or words, in one ordered stream.

Belongs here: putting digits and number words side by side and telling scale words ("тыс.",
"миллиона") from numbers. Does not belong here: how atoms join into one expression
(`amounts`, `expressions`) and whether that expression states a fact (`guards`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.numbers.number_table import WordClass
from extractors.numbers.number_words import find_word_numbers
from extractors.numbers.numerals import Ending, find_numerals
from extractors.records import record
from extractors.text.raw_words import RawWords
from extractors.text.sentences import wraps_at


@record
class Atom:
    """One number before scales, ranges and units are joined to it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last, a glued ending included.
        value: Its value; None for an indefinite one ("сотни") or one too long to count anything.
        word_class: Class of a number in words, None for digits.
        ending: What letters glued to digits say; NONE for words.
        words: The folded words of a number in words.
        fraction: The plain value of a part in words.
        approximate: Whether the order of the words says "about".
    """

    start: int
    end: int
    value: Decimal | None
    word_class: WordClass | None
    ending: Ending
    words: tuple[str, ...] = ()
    fraction: Decimal | None = None
    approximate: bool = False


_SCALE = re.compile(
    r"[ \u00a0\u202f\u2009]{0,2}(?P<glued>тыс|млн|млрд|трлн)"
    r"(?:\.(?=[а-яё$])|(?=тенге|руб|долл|леев|сом|сум|тонн))|"
    r"[ \u00a0\u202f\u2009]{0,2}(?P<line>\n)?(?:(?P<word>тысяч(?:[аиуе]|ам|ами|ах|ью|ей)?"
    r"|(?:миллион|миллиард|триллион)(?:а|у|е|ов|ом|ы|ам|ами|ах)?)"
    r"|(?P<short>тыс|млн|млрд|трлн)(?: \.(?= [а-яё])|\.?))(?![а-яё\d-])|"
    # "345 т. руб.", "12 т.чел."
    r"[ \u00a0\u202f\u2009]{0,2}(?P<thousand>т)(?:\.|(?=[ \u00a0]))"
    r"(?=[ \u00a0]?(?:р\.|руб(?:\.|л|(?!\w))|тг|тенге|чел|гол|экз|шт|тн))",
    re.IGNORECASE,
)
_GLYPH = re.compile("[½¼¾⅓⅔⅛]")
_GLYPH_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125"}
_SCALE_VALUES = {
    "т": Decimal(10) ** 3,
    "тыс": Decimal(10) ** 3,
    "млн": Decimal(10) ** 6,
    "мил": Decimal(10) ** 6,
    "млр": Decimal(10) ** 9,
    "трл": Decimal(10) ** 12,
    "три": Decimal(10) ** 12,
}


def find_atoms(text: str, words: RawWords) -> list[Atom]:
    """All numbers of the text, in order, none overlapping.

    Args:
        text: The raw text.
        words: Its words (`raw_words`).
    """
    atoms = [Atom(n.start, n.end, n.value, None, n.ending) for n in find_numerals(text)]
    atoms += [
        Atom(w.start, w.end, w.value, w.word_class, Ending.NONE, w.words, w.fraction, w.approximate)
        for w in find_word_numbers(text, words)
    ]
    return sorted(_with_glyphs(text, atoms), key=lambda atom: atom.start)


def _with_glyphs(text: str, atoms: list[Atom]) -> list[Atom]:
    """Adds fractions of one sign: a part of its own ("¼ территории") or of the whole before it ("1½")."""
    glyphs = list(_GLYPH.finditer(text))
    ends = {atom.end: index for index, atom in enumerate(atoms)} if glyphs else {}
    for match in glyphs:
        part = Decimal(_GLYPH_PARTS[match[0]])
        whole = ends.get(match.start())
        if whole is None:
            share = (100 * part).normalize() + 0
            atoms.append(
                Atom(match.start(), match.end(), share, WordClass.PART, Ending.NONE, (match[0],), part)
            )
            continue
        value = atoms[whole].value
        atoms[whole] = replace(atoms[whole], end=match.end(), value=None if value is None else value + part)
    return atoms


def first_from(atoms: Sequence[Atom], index: int, position: int) -> int:
    """Index of the first atom at or after `index` that starts at or after `position`."""
    if index >= len(atoms) or atoms[index].start >= position:
        return index
    return bisect_left(atoms, position, index, key=lambda atom: atom.start)


def scale_at(text: str, position: int) -> tuple[Decimal, int] | None:
    """The scale word that starts at `position` (after spaces), with its end, its dot included."""
    match = _SCALE.match(text, position)
    if match is None or (match["line"] and not wraps_at(text, match.start("line"))):
        return None
    word = (match["word"] or match["short"] or match["glued"] or match["thousand"]).lower()
    value = Decimal(10) ** 9 if word.startswith("миллиард") else _SCALE_VALUES[word[:3]]
    return value, match.end()
