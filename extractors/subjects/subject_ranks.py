"""Places in a ranking: "по сбору льна третье место", "87 позицию по уровню цен" are places by something.

Belongs here: the noun of a place and what it goes by. Does not belong here: nouns behind what a rank goes by
("второй по вкладу инвестор": `subject_marks`) and whether a number is a rank (`ranks`).
"""

from collections.abc import Sequence
from functools import partial

from extractors.language.words import Word
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question

_PLACES = {
    "место": "Neut",
    "месте": "Neut",
    "места": "Neut",
    "позицию": "Fem",
    "позиция": "Fem",
    "позиции": "Fem",
}
_REACHING = frozenset({"на", "до"})
_MOVE_WORDS = 3
_PLACE = "место"
_LEMMAS = {"Neut": _PLACE, "Fem": "позиция"}
_DASHES = frozenset("–—-")
_OUTCOMES = frozenset({"итог", "результат", "данные", "мнение", "слово"})
# "на втором месте по городам": what is ranked, not what it goes by.
_AMONG = frozenset({"город", "регион", "область", "район", "страна", "республика", "отрасль", "мир"})
_BY = frozenset({"по", "среди"})


def place_by(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "занимает 87 позицию по уровню цен", "по сбору льна – третье место"."""
    words, noun = question.sentence.words, _place_noun(question)
    if noun is None:
        return _next_by(question)
    behind, start = noun.index + 1, segment_start(words, _first_end(words, question.number))
    leads = [i for i in range(start, question.number.index) if words[i].low == "по"]
    if behind < len(words) and words[behind].low in _BY:
        leads.insert(0, behind)
    measured = next(((i, phrase) for i in leads if (phrase := _measure(words, i)) is not None), None)
    gender = _PLACES[noun.low.split()[-1]]
    lemma = _LEMMAS[gender]
    if measured is None:
        # "на пятой позиции", "с 6-го места": no counted noun
        is_named = noun is question.number or noun.low == "позиции" or _is_ordinal(question.number)
        return Subject(lemma, lemma, "rank", gender) if is_named else None
    preposition, phrase = measured
    by = f"{words[preposition].low} {printed(words, preposition + 1, phrase.last)}"
    is_measure = words[preposition].low == "по" and phrase.head_lemma not in _AMONG
    inner = subject_of(words, phrase, "rank.by") if is_measure else None
    return Subject(lemma, lemma, "rank", gender, inner=inner, adjunct=by)


def _next_by(question: Question) -> Subject | None:
    """As in "первое место по льну, второе – по ржи": the next one of a row, its noun left out."""
    words, dash = question.sentence.words, question.number.index + 1
    if dash + 2 >= len(words) or words[dash].text not in _DASHES or words[dash + 1].low != "по":
        return None
    phrase = _measure(words, dash + 1) if _is_ordinal(question.number) else None
    if phrase is None:
        return None
    by = f"по {printed(words, dash + 2, phrase.last)}"
    return Subject(_PLACE, _PLACE, "rank", "Neut", adjunct=by)


def _place_noun(question: Question) -> Word | None:
    """The noun in the number's own words, right behind it, or at the other end of a move."""
    words, number = question.sentence.words, question.number
    own = _noun_of(words, number)
    if own is not None or not _is_ordinal(number):
        return own
    if _is_joint(words, number.index + 1) and number.index + 2 < len(words):
        return _noun_of(words, words[number.index + 2])  # "с 6-го на 9-е место"
    if _is_joint(words, number.index - 1):  # "с 35-го места на 30-е"
        before = words[max(0, number.index - 1 - _MOVE_WORDS) : number.index - 1]
        return next((noun for noun in map(partial(_noun_of, words), before) if noun is not None), None)
    return None


def _noun_of(words: Sequence[Word], number: Word) -> Word | None:
    """The noun of a rank in its own words or right behind it."""
    if number.expression is None:
        return None
    following = words[number.index + 1 : number.index + 2]
    return next((word for word in (number, *following) if word.low.split()[-1] in _PLACES), None)


def _first_end(words: Sequence[Word], number: Word) -> int:
    """Where a move between places begins whose end the number may be, else the number itself."""
    if not _is_joint(words, number.index - 1):
        return number.index
    before = words[max(0, number.index - 1 - _MOVE_WORDS) : number.index - 1]
    return next((word.index for word in before if word.expression is not None), number.index)


def _is_ordinal(number: Word) -> bool:
    """As in "30-е", "девятого"."""
    expression = number.expression
    if expression is None:
        return False
    return expression.word_class is WordClass.ORDINAL or expression.ending is Ending.ORDINAL


def _is_joint(words: Sequence[Word], index: int) -> bool:
    """As in "с 35-го места на 30-е": what leads to the end of a move."""
    return 0 < index < len(words) and words[index].low in _REACHING


def _measure(words: list[Word], preposition: int) -> Phrase | None:
    """The phrase behind a preposition, None for a time or a territory."""
    phrase = phrase_at(words, preposition + 1) if preposition + 1 < len(words) else None
    if phrase is None or words[phrase.head].in_time or words[phrase.head].in_place:
        return None
    if phrase.head_lemma in _OUTCOMES:
        return None  # "по итогам года"
    is_by = words[preposition].low != "по" or words[phrase.head].has("NOUN", "Dat")
    return phrase if is_by else None
