"""The verb of a number: through the tree, or the nearest finite one in its segment.

Belongs here: finding the verb and its form. Does not belong here: its subject and object (`clauses`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import Change, ChangeClass
from extractors.language.words import Sentence, Word
from extractors.lexicon.readings import Reading
from extractors.phrases.segments import before_bracket, segment_start


def governing_verb(sentence: Sentence, number: Word, change: Change | None) -> Word | None:
    """The verb that a number hangs on, through other words if need be.

    Args:
        sentence: The sentence of the number.
        number: The word that is the number.
        change: The change that it states, None for a level.
    """
    words = sentence.words
    start = segment_start(words, number.index)
    if change is not None and change.word >= 0 and change.word_class is ChangeClass.VERB:
        in_later_clause = segment_start(words, change.word) > number.index + 1
        nearer = [word for word in words[start : number.index] if _is_finite(word)]
        return nearer[-1] if in_later_clause and nearer else words[change.word]
    above = _verb_above(words, number)
    beyond = above is not None and _is_beyond(words, number, segment_start(words, above.index))
    if above is None or above.index < start or beyond:
        nearer = [word for word in words[start : number.index] if _is_finite(word)]
        return nearer[-1] if nearer else (None if beyond else above)
    return above


def _is_beyond(words: Sequence[Word], number: Word, start: int) -> bool:
    """Whether the segment of a verb starts behind another mark or number than "3 млрд (7 млн евро) дали"."""
    if start <= number.index + 1:
        return False
    return words[start].text != ")" or before_bracket(words, start, number.index) != number.index


def _is_finite(word: Word) -> bool:
    return word.pos == "VERB" and bool(word.readings) and word.readings[0].verb_form in ("Fin", "Part")


def _verb_above(words: Sequence[Word], number: Word) -> Word | None:
    index, steps = number.head, 0
    while index >= 0 and steps < 6:
        if words[index].pos == "VERB":
            return words[index]
        index, steps = words[index].head, steps + 1
    return None


def verb_lemma(verb: Word) -> str:
    """The lemma of the verb's likeliest reading."""
    return verb.readings[0].lemma if verb.readings else verb.lemma


def likely_readings(verb: Word) -> Sequence[Reading]:
    """Its readings; an infinitive is no imperative: in "экспорт может вырасти" nothing is grown."""
    if not verb.readings or verb.readings[0].verb_form != "Inf":
        return verb.readings
    return [reading for reading in verb.readings if reading.verb_form == "Inf"]


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
