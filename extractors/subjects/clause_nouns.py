"""The nominative of a clause by order and case, without help from the tree.

Belongs here: the nearest noun phrase that can be a subject, and what ends the search. Does not
belong here: the verb and its arguments in the tree (`clauses`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.conjuncts import as_one, from_first
from extractors.phrases.phrase_bounds import phrase_ending
from extractors.phrases.phrase_words import OPENING_QUOTES, is_adjective, is_noun, noun_reading
from extractors.phrases.phrases import Phrase, build, is_counted, is_preposed
from extractors.phrases.segments import before_bracket
from extractors.subjects.discourse import Subject
from extractors.subjects.label_words import before_rate
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_CLAUSE_ENDS = frozenset({";", ":", "(", ")"})
_CLOSING_QUOTES = frozenset("»”")  # a straight quote may open as well
_LIKELY, _LONGEST_ROW = 4, 6
_CLAUSE_OPENERS = frozenset(
    {"что", "который", "которая", "которые", "которое", "которых", "чтобы", "а"}
    | {"но", "если", "где", "когда", "причём", "причем", "при"}
)


def is_person(words: Sequence[Word], index: int) -> bool:
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
        index = before_rate(words, index) if index > 1 else index
        if index < 0 or _ends_clause(words, index, last):
            return None
        phrase = phrase_ending(words, index) if _may_end_phrase(words[index]) else None
        if phrase is None:
            index -= 1
        elif _is_subject(question, phrase):
            return phrase.head
        else:
            index = from_first(words, phrase).first - 1
    return None


def agreeing_nominative(question: Question, last: int) -> Subject | None:
    """As in "плата за свет, газ и воду увеличилась": the nearest that its verb agrees with, if any."""
    words, verb = question.sentence.words, question.verb
    own = verb.readings[:1] if verb is not None else ()
    gender = next((r.gender for r in own if (r.tense, r.number) == ("Past", "Sing")), "")
    nearest = index = local_nominative_index(question, last)
    if not gender or gender == "Neut" or nearest is None or verb is None or verb.index < nearest:
        return local_nominative(question, last)
    for _ in range(_LONGEST_ROW):
        if index is None or any(r.gender == gender for r in words[index].readings if r.case == "Nom"):
            break
        index = local_nominative_index(question, index - 1)
    if index is None or index == nearest:
        return local_nominative(question, last)
    return subject_of(words, build(words, index), "local")


def _ends_clause(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether the clause that holds `last` begins behind the word at `index`."""
    word = words[index]
    if word.text in _CLAUSE_ENDS or word.expression is not None:
        return True
    return word.text == "," and index != last and _opens_clause(words, index)


def _may_end_phrase(word: Word) -> bool:
    if word.in_time or word.in_place:
        return False
    return is_noun(word) or is_adjective(word) or word.text in _CLOSING_QUOTES


def _is_subject(question: Question, phrase: Phrase) -> bool:
    """Whether a phrase may be the subject of its clause: a nominative that can name an indicator."""
    words = question.sentence.words
    head = words[phrase.head]
    if is_counted(words, phrase) and head.text.isupper():
        return False  # "22% ВВП против 25%": a genitive
    if (
        not _is_nominative(head)
        or is_preposed(words, from_first(words, phrase))
        or is_person(words, phrase.head)
        or _is_put_in(words, phrase)
    ):
        return False
    if (
        phrase.first > 1
        and words[phrase.first - 1].text in OPENING_QUOTES
        and words[phrase.first - 2].pos == "ADP"
    ):
        return False  # "к югу от «Нура»"
    return usable(question, phrase) is not None and (noun_reading(head) is not None or not head.readings)


def _is_put_in(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "сегодня, как отметил министр, завершено 5 км": somebody who only says so."""
    before = words[max(0, phrase.first - 2) : phrase.first]
    return len(before) > 1 and before[0].low == "как" and before[1].pos == "VERB"


def _is_nominative(head: Word) -> bool:
    """Whether a word has a nominative among its likely readings; one without readings may be anything."""
    likely = head.readings[:_LIKELY]
    return not likely or any(r.case == "Nom" and r.pos in ("NOUN", "ADJ") for r in likely)


def _before_plain_bracket(words: Sequence[Word], index: int) -> int:
    """Skips a bracket without numbers that closes at `index`."""
    before = before_bracket(words, index)
    return index if any(word.expression for word in words[before + 1 : index]) else before


def _opens_clause(words: Sequence[Word], comma: int) -> bool:
    """Whether a clause of its own begins behind a comma."""
    following = words[comma + 1] if comma + 1 < len(words) else None
    return following is not None and following.low in _CLAUSE_OPENERS
