"""Names of persons brought from an oblique case into the nominative ("Болата Акчулакова": "Болат Акчулаков").

Belongs here: the endings of given names and surnames (`data/name_endings.tsv`), which the dictionary
mostly does not hold. Does not belong here: the office before a name (`nominative`).
"""

from collections.abc import Sequence
from functools import cache

from extractors.data_tables import table_rows
from extractors.lexicon.dictionary import analyzer
from extractors.lexicon.readings import readings

_SURNAMES = {
    "Masc": ("ова", "ева", "ёва", "ина", "ына", "ого", "ову", "еву", "ину", "ому", "ым", "им"),
    "Fem": ("овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой"),
}
_BARE = (
    *("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ская", "цкая"),
    *("улы", "ұлы", "кызы", "қызы", "бек", "бай", "енко", "ян"),
)
_PATRONYMICS = ("вич", "вича", "вичу", "вичем", "вна", "вны", "вне", "вной", "улы", "ұлы", "кызы", "қызы")
_SHORTEST = 4


@cache
def _endings() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Ending and nominative ending by case and gender, in the order of the table."""
    rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table_rows("name_endings.tsv"):
        rows.setdefault((row["case"], row["gender"]), []).append((row["ending"], row["nominative"]))
    return {key: tuple(pairs) for key, pairs in rows.items()}


def name_in_nominative(words: Sequence[str], case: str) -> list[str]:
    """The words of one person's name in the nominative, those that do not decline as they are.

    Args:
        words: Given name and surname, or the surname alone, as printed.
        case: UD case in which they are printed.
    """
    if case == "Nom":
        return list(words)
    gender = _gender(words, case)
    return [_nominative(word, case, gender) for word in words]


def looks_like_surname(word: str) -> bool:
    """Whether a word ends like a surname in any case ("Садыков", "Садыковой", "Ахметбекулы")."""
    return word.lower().endswith((*_BARE, *_SURNAMES["Masc"], *_SURNAMES["Fem"]))


def is_patronymic(word: str) -> bool:
    """Whether a word ends like a patronymic in any case."""
    return word.lower().endswith(_PATRONYMICS)


def _gender(words: Sequence[str], case: str) -> str:
    """Told by the surname's ending, else by the given name, else by whether anything could be cut off."""
    last = words[-1].lower()
    for gender, endings in _SURNAMES.items():
        if last.endswith(endings):
            return gender
    named = (r for r in readings(words[0]) if r.is_name and r.case == case)
    known = next((r for r in named if r.gender in _SURNAMES), None)
    if known is not None:
        return known.gender
    return "Fem" if words[0].lower().endswith(("ы", "ии")) else "Masc"


def _nominative(word: str, case: str, gender: str) -> str:
    if len(word) < _SHORTEST or word.isupper():
        return word
    if analyzer().word_is_known(word) and not word.endswith(_SURNAMES[gender]):
        for reading in readings(word):
            if reading.is_name and reading.case == case and reading.gender == gender:
                return reading.lemma.capitalize()
    for ending, nominative in _endings().get((case, gender), ()):
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + nominative
    return word
