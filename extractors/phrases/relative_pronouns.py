"""The noun that "который" stands for: it shares its number and, in the singular, its gender.

Belongs here: agreement of the pronoun with nouns before it. Does not belong here: what is said of that noun
(`clause_arguments`, `subject_shown`) and whether a number is its change (`change_nouns`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.readings import Reading
from extractors.phrases.phrase_words import is_noun

PRONOUN = "который"


def stands_for(pronoun: Word, noun: Word, case: str) -> bool:
    """Whether the pronoun, in that case, can stand for a noun."""
    wanted = {_form(reading) for reading in pronoun.readings if reading.case == case}
    return any(_form(reading) in wanted for reading in noun.readings if reading.pos == "NOUN")


def nearest_owner(words: Sequence[Word], pronoun: int, case: str, reach: int) -> int | None:
    """Index of the nearest noun that the pronoun at an index can stand for, at most `reach` words before."""
    behind = words[max(0, pronoun - reach) : pronoun]
    owner = next((w for w in reversed(behind) if is_noun(w) and stands_for(words[pronoun], w, case)), None)
    return owner.index if owner is not None else None


def _form(reading: Reading) -> tuple[str, str]:
    return reading.number, reading.gender if reading.number == "Sing" else ""
