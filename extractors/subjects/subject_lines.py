"""Lines that are a name and a number: "поступления от продажи земли 10 млн тенге;", "39 га пашня".

Belongs here: a nominative that is all of its line beside the number, prepositions within or no dash. Does not
belong here: labels of plain names (`labels`) and slices of what was named before (`subject_slices`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import NAMELESS_MEASURES
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun, noun_reading
from extractors.phrases.phrases import build
from extractors.phrases.segments import before_bracket
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_LONGEST, _LONGEST_CAPTION = 14, 8
_DASHES = frozenset("–—-")
_CLOSING = frozenset(",;.:")
_ENDING = frozenset(";:")
_MANY = 2
_MEANS = frozenset({"среднем", "целом"})
_INSIDE = frozenset({"ADP", "NOUN", "ADJ", "PROPN", "CCONJ"})


def line_item(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "сальдо по операциям с активами – 5 млн", "поступления трансфертов 172 млн;": all of the line."""
    words, number = question.sentence.words, question.number.index
    last = _last_of_name(words, number)
    if last <= 0 or question.change is not None or not _is_closed(words, number):
        return None
    if not is_noun(words[last]) or words[last].low in _MEANS or words[last].lemma in NAMELESS_MEASURES:
        return None  # "зарплата в среднем 5 млн", "объём расходов в сумме 5 млн"
    first = _first_of_name(words, last)
    prepositions = sum(word.pos == "ADP" for word in words[first : last + 1])
    if last < number - 1 and words[number - 1].text in _DASHES and prepositions < _MANY:
        return None  # such a label is a name, or a slice of one
    phrase = usable(question, phrase_at(words, first)) if _opens_line(words, first) else None
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    whole = phrase if phrase.last >= last else build(words, phrase.head, first, last)
    return subject_of(words, whole, "line.item")


def _first_of_name(words: Sequence[Word], last: int) -> int:
    """Index of the first of the words up to `last` that are nothing but nouns and what stands by them."""
    first = last
    while first > 0 and last - first < _LONGEST:
        index = before_bracket(words, first - 1)  # "дефицит (профицит) бюджета"
        before = words[max(0, index)]
        if before.pos not in _INSIDE or before.in_time or before.expression:
            break
        first = max(0, index)
    return first


def _opens_line(words: Sequence[Word], first: int) -> bool:
    """Whether a line begins at a word: behind a list mark, a semicolon, the sum before and its comma."""
    before = words[first - 1] if first else None
    if before is None or before.text in _ENDING:
        return True
    return (
        first > 1
        and before.text in (")", ",")
        and (words[first - 2].pos == "SYM" or words[first - 2].expression is not None)
    )


def _last_of_name(words: Sequence[Word], number: int) -> int:
    """Index of the word that the name of a line ends with: a dash may stand before the sum."""
    return number - 1 - (number > 1 and words[number - 1].text in _DASHES)


def _is_closed(words: Sequence[Word], number: int) -> bool:
    return number + 1 >= len(words) or words[number + 1].text in _CLOSING


def captioned(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "3917 тыс. га сельскохозяйственные угодья": a line that is a number and its nominative."""
    words, first = question.sentence.words, question.number.index + 1
    if first != 1 or first >= len(words) or len(words) > _LONGEST_CAPTION:
        return None
    phrase = usable(question, phrase_at(words, first))
    if phrase is None or any(word.pos == "VERB" or word.expression for word in words[first:]):
        return None
    return subject_of(words, phrase, "caption") if noun_reading(words[phrase.head], "Nom") else None
