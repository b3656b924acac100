"""Measures stated before a number in whatever case: "лидируют по доле пашни", "по запасам второе место".

Belongs here: finding such a measure, what something is ranked by, what those do who are listed. Does not
belong here: measures right beside the number (`subject_instrument`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import AGENT_NOUNS, MEASURES, RANKING_WORDS
from extractors.phrases.phrase_attributes import first_attribute
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import Phrase, build
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

# A ranking word and a place: "месте в мире".
_RANK_REACH = 3
_PLACE_REACH = 7
_ADJUNCTS = frozenset({"в", "на"})


def stated_measure(question: Question, end: int) -> Subject | None:
    """The nearest measure named before `end` in whatever case: "лидируют по доле пашни"."""
    words = question.sentence.words
    for index in range(end - 1, -1, -1):
        if words[index].text == ";":
            return None
        if words[index].low == "по" and _ranks(words, index):
            return _stated(question, phrase_at(words, index + 1))
        if _is_measure(words[index]):
            return _stated(question, _measure_before(words, index) or build(words, index, index))
    return None


def _measure_before(words: list[Word], index: int) -> Phrase | None:
    """As in "объём инвестиций в основной капитал": the measure before a noun of its adjunct."""
    preposition = first_attribute(words, index) - 1
    if preposition < 1 or words[preposition].low not in _ADJUNCTS:
        return None
    owner = noun_phrase_left_of(words, preposition - 1)
    return owner if owner is not None and _is_measure(words[owner.head]) else None


def _stated(question: Question, phrase: Phrase | None) -> Subject | None:
    found = usable(question, phrase)
    return subject_of(question.sentence.words, found, "stated") if found else None


def _is_measure(word: Word) -> bool:
    return is_noun(word) and any(r.lemma in MEASURES for r in word.readings if r.pos == "NOUN")


def ranked_by(question: Question, end: int) -> Subject | None:
    """As in "лидируют по запасам Турция (404 тонны)": what a place named at `end` is ranked by."""
    words = question.sentence.words
    by = next((i for i in range(end - 2, -1, -1) if words[i].low == "по" and _ranks(words, i)), None)
    return _stated(question, phrase_at(words, by + 1)) if by is not None else None


def ranking(question: Question, label: Label) -> Subject | None:
    """As in "в пятёрке стран по запасам газа (3 трлн м3)": what something is ranked by has the number."""
    words = question.sentence.words
    if words[label.first].low != "по" or label.joint == "comma" or not _ranks(words, label.first):
        return None
    return subject_of(words, label.phrase, "label.ranking", label=label.sort)


def _ranks(words: Sequence[Word], index: int) -> bool:
    """As in "лидеры по вводу", "по запасам находится на втором месте": what something is ranked by."""
    before = words[max(0, index - _RANK_REACH) : index]
    behind = words[index + 1 : index + 1 + _PLACE_REACH]
    return any(word.lemma in RANKING_WORDS for word in before) or any(
        word.lemma == "место" for word in behind
    )


def acted_by(question: Question, label: Label) -> Subject | None:
    """As in "инвесторами стали Нидерланды (4 млрд)": what those do whom the places are told to be."""
    words, first = question.sentence.words, label.first
    if label.sort is not LabelSort.PLACE or question.family is Family.COUNT:
        return None
    start = segment_start(words, first - (first > 0 and words[first - 1].text == ":"))
    lemmas = (reading.lemma for word in words[start:first] for reading in word.readings)
    noun = next((AGENT_NOUNS[lemma] for lemma in lemmas if lemma in AGENT_NOUNS), "")
    return Subject(noun, noun, "agent") if noun else None
