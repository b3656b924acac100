"""Clauses and sources put between commas: "доля хозяйств, имеющих прибыль, – 70%".

Belongs here: stepping over one to the word that it stands behind. Does not belong here: the clauses of a
sentence and what they state (`stances`).
"""

from collections.abc import Sequence

from extractors.language.words import Word

_INSERTED_REACH = 14


def before_inserted(words: Sequence[Word], index: int) -> int:
    """Skips a clause or source that a comma closes: "доля хозяйств, имеющих прибыль, – 70%"."""
    if words[index].text != ",":
        return index
    for opening in range(index - 1, max(-1, index - _INSERTED_REACH), -1):
        if words[opening].text in ";:()":
            return index
        if words[opening].text == ",":
            return opening - 1 if opening and _is_inserted(words[opening + 1], words[opening + 2]) else index
    return index


def _is_inserted(first: Word, second: Word) -> bool:
    """As in "цена, по которой зерно закупают, –", "ввоз, по оценке банка, –": a clause or a source."""
    if first.lemma == "который" or any(r.is_participle for r in first.readings[:2]):
        return True
    return first.low == "по" or (first.pos == "ADP" and second.lemma == "который")
