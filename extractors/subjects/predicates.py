"""The verb that a number is said with.

Belongs here: the predicate of a fact. Does not belong here: the verb that decides on the subject
(`clause_verbs`) and tense (`clause_tense`).
"""

from extractors.language.words import Sentence, Word

_STEPS = 7


def predicate_of(sentence: Sentence, number: Word) -> str | None:
    """Lemma of the nearest verb above the number in the tree; without a tree of the nearest verb."""
    index, steps = number.head, 0
    while index >= 0 and steps < _STEPS:
        word = sentence.words[index]
        if word.pos == "VERB":
            return word.lemma
        index, steps = word.head, steps + 1
    if number.relation:
        return None
    verbs = [word for word in sentence.words if word.pos == "VERB"]
    return min(verbs, key=lambda word: abs(word.index - number.index)).lemma if verbs else None
