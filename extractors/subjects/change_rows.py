"""Rows of genitives of one noun of change: "рост экспорта муки на 5%, соли на 3% и цен в 2 раза".

Belongs here: the genitive right before a further number of such a row. Does not belong here: genitives that
a dash or bracket ties to their number (`genitive_rows`), the first one (`subject_moves`).
"""

from extractors.lexicon.subject_lexicon import MEASURES
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import noun_reading
from extractors.subjects.discourse import Subject
from extractors.subjects.genitive_chains import kept_chain
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_OPENS = frozenset({",", "и", "а", "числе"})
_WITHIN = frozenset({"в", "во"})
_ROW = "change.row"


def next_of_row(question: Question, first: int) -> Subject | None:
    """What changes by a further number: the genitive before it, in the place of the one at `first`."""
    words = question.sentence.words
    if words[first].low in _WITHIN:
        return None  # "рост в торговле на 5%, связи на 3%"
    phrase = usable(question, noun_phrase_left_of(words, before_skipped(words, question.number.index - 1)))
    if phrase is None or phrase.first < 1 or words[phrase.first - 1].low not in _OPENS:
        return None
    reading = noun_reading(words[phrase.head])
    if reading is None or reading.case != "Gen":
        return None
    own = subject_of(words, phrase, _ROW)
    whole = usable(question, phrase_at(words, first)) if words[first].expression is None else None
    if (
        whole is None
        or noun_reading(words[whole.head], "Gen") is None
        or own.complement
        or own.head in MEASURES
    ):
        return own
    named = subject_of(words, whole, _ROW)
    if not named.complement:
        return own
    shown = printed(words, phrase.first, phrase.last)
    return named.with_complement(kept_chain(named.complement, words[phrase.head]) + shown, _ROW)
