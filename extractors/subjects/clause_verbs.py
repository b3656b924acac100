"""The verb of a number: through the tree, or the nearest finite one in its segment.

Belongs here: finding the verb and its form. Does not belong here: its subject and object (`clauses`).
"""

from extractors.changes.change_words import ChangeClass
from extractors.language.words import Word
from extractors.lexicon.readings import Reading
from extractors.phrases.segments import segment_start
from extractors.subjects.questions import Question


def governing_verb(question: Question) -> Word | None:
    """The verb that the number hangs on, through other words if need be."""
    words, change = question.sentence.words, question.change
    start = segment_start(words, question.number.index)
    if change is not None and change.word >= 0 and change.word_class is ChangeClass.VERB:
        in_later_clause = segment_start(words, change.word) > question.number.index + 1
        nearer = [word for word in words[start : question.number.index] if _is_finite(word)]
        return nearer[-1] if in_later_clause and nearer else words[change.word]
    above = _verb_above(question)
    beyond = above is not None and segment_start(words, above.index) > question.number.index + 1
    if above is None or above.index < start or beyond:
        nearer = [word for word in words[start : question.number.index] if _is_finite(word)]
        return nearer[-1] if nearer else (None if beyond else above)
    return above


def _is_finite(word: Word) -> bool:
    return word.pos == "VERB" and bool(word.readings) and word.readings[0].verb_form in ("Fin", "Part")


def _verb_above(question: Question) -> Word | None:
    words = question.sentence.words
    index, steps = question.number.head, 0
    while index >= 0 and steps < 6:
        if words[index].pos == "VERB":
            return words[index]
        index, steps = words[index].head, steps + 1
    return None


def verb_lemma(verb: Word) -> str:
    """The lemma of the verb's likeliest reading."""
    return verb.readings[0].lemma if verb.readings else verb.lemma


def is_active(verb: Word) -> bool:
    """Whether a verb form is active: its subject acts."""
    reading: Reading | None = verb.readings[0] if verb.readings else None
    return (
        reading is not None
        and reading.verb_form in ("Fin", "Inf", "Conv")
        and not verb.low.endswith(("ся", "сь"))
    )


def is_impersonal(verb: Word) -> bool:
    """Whether a verb is a neuter short participle: "собрано", which may have no nominative."""
    return any((r.verb_form, r.gender) == ("Part", "Neut") for r in verb.readings[:1])
