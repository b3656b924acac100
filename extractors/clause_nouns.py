"""The nominative of a clause by order and case, without help from the tree.

Belongs here: the nearest noun phrase that can be a subject, and what ends the search. Does not
belong here: the verb and its arguments in the tree (`clauses`).
"""

from extractors.conjuncts import as_one
from extractors.discourse import Subject
from extractors.phrase_bounds import phrase_ending
from extractors.phrase_subjects import subject_of, usable
from extractors.phrase_words import is_adjective, is_noun, noun_reading
from extractors.phrases import build, is_preposed
from extractors.questions import Question
from extractors.segments import before_bracket
from extractors.words import Word

_CLAUSE_ENDS = frozenset({";", ":", "(", ")"})


def is_person(words: list[Word], index: int) -> bool:
    """Whether a noun is a person's name, by itself or by the name behind it: no number measures one."""
    following = words[index + 1] if index + 1 < len(words) else None
    return _is_personal_name(words[index]) or (
        following is not None and words[index].text[:1].isupper() and _is_personal_name(following)
    )


def _is_personal_name(word: Word) -> bool:
    return word.text[:1].isupper() and any(
        reading.is_name and reading.is_animate and reading.case == "Nom" for reading in word.readings[:1]
    )


def local_nominative(question: Question, last: int) -> Subject | None:
    """The nearest noun phrase up to `last` that may be a nominative of the same clause."""
    index = local_nominative_index(question, last)
    if index is None:
        return None
    words = question.sentence.words
    return subject_of(words, as_one(words, build(words, index)), "local")


def local_nominative_index(question: Question, last: int) -> int | None:
    """Index of the head of that phrase."""
    words = question.sentence.words
    index = last
    while index >= 0:
        index = _before_plain_bracket(words, index)
        if index < 0:
            return None
        word = words[index]
        if (
            word.text in _CLAUSE_ENDS
            or word.expression is not None
            or (word.text == "," and index != last and _opens_clause(words, index))
        ):
            return None
        if (
            words[index].in_time
            or words[index].in_place
            or not (is_noun(word) or is_adjective(word) or word.text in "»”")
        ):
            index -= 1
            continue
        phrase = phrase_ending(words, index)
        if phrase is None:
            index -= 1
            continue
        head = words[phrase.head]
        nominative = not head.readings or any(
            r.case == "Nom" and r.pos in ("NOUN", "ADJ") for r in head.readings[:4]
        )
        preposed = is_preposed(words, phrase)
        if (
            nominative
            and not preposed
            and not is_person(words, phrase.head)
            and usable(question, phrase)
            and (noun_reading(head) or not head.readings)
        ):
            return phrase.head
        index = phrase.first - 1
    return None


def _before_plain_bracket(words: list[Word], index: int) -> int:
    """Skips a bracket without numbers that closes at `index`."""
    before = before_bracket(words, index)
    return index if any(word.expression for word in words[before + 1 : index]) else before


def _opens_clause(words: list[Word], comma: int) -> bool:
    """Whether a clause of its own begins behind a comma."""
    following = words[comma + 1] if comma + 1 < len(words) else None
    return following is not None and following.low in (
        "что",
        "который",
        "которая",
        "которые",
        "которое",
        "которых",
        "чтобы",
        "а",
        "но",
        "если",
        "где",
        "когда",
        "причём",
        "причем",
        "при",
    )
