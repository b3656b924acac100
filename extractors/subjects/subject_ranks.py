"""Places in a ranking: "по сбору льна третье место", "87 позицию по уровню цен" are places by something.

Belongs here: the noun of a place and what it goes by. Does not belong here: nouns behind what a rank goes by
("второй по вкладу инвестор": `subject_marks`) and whether a number is a rank (`ranks`).
"""

from extractors.language.words import Word
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import Question

_PLACES = {"место": "Neut", "месте": "Neut", "позицию": "Fem", "позиция": "Fem", "позиции": "Fem"}
_LEMMAS = {"Neut": "место", "Fem": "позиция"}
_OUTCOMES = frozenset({"итог", "результат", "данные", "мнение", "слово"})
_BY = frozenset({"по", "среди"})


def place_by(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "занимает 87 позицию по уровню цен", "по сбору льна – третье место"."""
    words, noun = question.sentence.words, _place_noun(question)
    if noun is None:
        return None
    behind, start = noun.index + 1, segment_start(words, question.number.index)
    by = _measure(words, behind) if behind < len(words) and words[behind].low in _BY else ""
    leads = (_measure(words, i) for i in range(start, question.number.index) if words[i].low == "по")
    by = by or next((lead for lead in leads if lead), "")
    lemma = _LEMMAS[_PLACES[noun.low.split()[-1]]]
    is_named = noun is question.number or noun.low == "позиции"  # "на пятой позиции", no counted noun
    return (
        Subject(lemma, lemma, "rank", _PLACES[noun.low.split()[-1]], adjunct=by) if by or is_named else None
    )


def _place_noun(question: Question) -> Word | None:
    """The noun in the number's own words or right behind it."""
    words, number = question.sentence.words, question.number
    if number.low.split()[-1] in _PLACES:
        return number
    following = words[number.index + 1] if number.index + 1 < len(words) else None
    return following if following is not None and following.low in _PLACES else None


def _measure(words: list[Word], preposition: int) -> str:
    """The phrase behind a preposition as printed, "" for a time or a territory."""
    phrase = phrase_at(words, preposition + 1) if preposition + 1 < len(words) else None
    if phrase is None or words[phrase.head].in_time or words[phrase.head].in_place:
        return ""
    if phrase.head_lemma in _OUTCOMES:
        return ""  # "по итогам года"
    is_by = words[preposition].low != "по" or words[phrase.head].has("NOUN", "Dat")
    return f"{words[preposition].low} {printed(words, preposition + 1, phrase.last)}" if is_by else ""
