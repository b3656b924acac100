"""Noun phrases joined by commas and a conjunction: "лук и морковь", "отравления, ожоги и травмы".

Belongs here: finding the members of such a row from its last one, and the row as one phrase. Does not
belong here: single phrases (`phrases`) and what a row measures (`subjects`).
"""

from collections.abc import Sequence

from extractors.phrase_words import is_noun
from extractors.phrases import Phrase, is_preposed, phrase_ending
from extractors.words import Word

_LONGEST = 8


def members(words: Sequence[Word], last: Phrase) -> list[Phrase]:
    """The members of the row that ends with a phrase, first to last; the phrase alone if it is in no row."""
    row = [last]
    joint = last.first - 1
    while joint > 0 and len(row) < _LONGEST and words[joint].low in (("и",) if len(row) == 1 else (",",)):
        before = phrase_ending(words, joint - 1) if is_noun(words[joint - 1]) else None
        if before is None or not _same_case(words[before.head], words[last.head]):
            break
        row.insert(0, before)
        joint = before.first - 1
    return row if not is_preposed(words, row[0]) else [last]


def _same_case(one: Word, other: Word) -> bool:
    return any(one.has("NOUN", case) and other.has("NOUN", case) for case in ("Nom", "Gen"))


def as_one(words: Sequence[Word], last: Phrase) -> Phrase:
    """The row that ends with a phrase as one phrase: its head is that of the first member."""
    row = members(words, last)
    one_case = any(all(words[member.head].has("NOUN", case) for member in row) for case in ("Nom", "Gen"))
    if len(row) == 1 or not one_case:
        return last
    text = ", ".join(member.text for member in row[:-1])
    return Phrase(row[0].head, row[0].first, last.last, f"{text} и {last.text}", row[0].head_lemma)
