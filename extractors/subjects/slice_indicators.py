"""The indicator that a slice stands behind in its own segment: "дефицит в области – 350".

Belongs here: finding that indicator, and slices that are themselves what has a share. Does not belong here:
what is sliced where the segment names nothing (`subject_slices`).
"""

from extractors.changes.change_words import ChangeClass, change_word
from extractors.language.inserted_clauses import before_inserted
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import AGENT_NOUNS, FRAME_NOUNS
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_stated import stated_measure

_ROW_REACH = 30


def local_indicator(question: Question, label: Label) -> Subject | None:
    """The indicator that stands before the slice in its segment: "дефицит в области – 350"."""
    words = question.sentence.words
    segment = segment_start(words, label.first)
    most = _most_of(question, segment, label.first)
    if most is not None:
        return most
    if segment > 0 and words[segment - 1].expression is not None and not _owns(words, label):
        return _topic(question, label) if label.joint == "dash" else None
    last = label.first - 1
    found = local_nominative(question, before_inserted(words, last) if last > 0 else last)
    is_frame = found is not None and (found.head in FRAME_NOUNS or found.head in AGENT_NOUNS)
    return stated_measure(question, label.first) if is_frame else found


def _owns(words: list[Word], label: Label) -> bool:
    """As in "акцизы (5 млрд) и налоги на имущество (2 млрд)": a nominative right before the slice owns it."""
    before = words[label.first - 1] if label.joint == "bracket" and label.first else None
    return before is not None and is_noun(before) and any(r.case == "Nom" for r in before.readings[:1])


def _most_of(question: Question, start: int, end: int) -> Subject | None:
    """As in "больше всего безработных живёт в области – 8%": the genitive of what there is most of."""
    words = question.sentence.words
    index = next((i for i in range(start, end - 1) if words[i].low == "всего"), end)
    if index >= end - 1 or index == 0 or words[index - 1].low not in ("больше", "меньше", "более", "менее"):
        return None
    phrase = usable(question, phrase_at(words, index + 1))
    if phrase is None or phrase.last >= end or not _may_be_genitive(words[phrase.head]):
        return None
    return subject_of(words, phrase, "most_of")


def _may_be_genitive(word: Word) -> bool:
    return word.has("NOUN", "Gen") or word.has("ADJ", "Gen")


def _topic(question: Question, label: Label) -> Subject | None:
    """As in "задолженность перед 9 тыс. работников – 5": the nominative that opens the sentence."""
    words = question.sentence.words
    between = words[: label.first]
    if any(word.pos == "VERB" or word.text in ("–", "—", ":", ";", ",") for word in between):
        return None
    phrase = usable(question, phrase_at(words, 0))
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return subject_of(words, phrase, "topic")


def among(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "среди опрошенных 88% довольны": a share of them, where nothing is parted before."""
    is_bare = label.joint == "adjacent" and question.family is Family.PERCENT and question.change is None
    if not is_bare or question.sentence.words[label.first].low != "среди":
        return None
    if discourse.last_in(question.sentence_index) is not None or local_indicator(question, label) is not None:
        return None
    return subject_of(question.sentence.words, label.phrase, "slice.among", label=label.sort)


def indicator_behind(question: Question, label: Label) -> Subject | None:
    """As in "в Абайской (-2%) и Костанайской (-6%) областях спад производства": told behind the row."""
    words = question.sentence.words
    if label.joint != "bracket" or label.sort is not LabelSort.PLACE or question.family is not Family.PERCENT:
        return None
    depth, first = 1, question.number.index + 1
    for index in range(first, min(len(words) - 1, first + _ROW_REACH)):
        depth += (words[index].text == "(") - (words[index].text == ")")
        if words[index].text in ";:" or (words[index].expression is not None and depth < 1):
            return None
        if depth < 1 and _is_noun_of_change(words[index]):
            phrase = usable(question, phrase_at(words, index + 1))
            is_of = phrase is not None and _may_be_genitive(words[phrase.head])
            return subject_of(words, phrase, "slice.behind", label=label.sort) if phrase and is_of else None
    return None


def _is_noun_of_change(word: Word) -> bool:
    entry = change_word(word) if word.pos == "NOUN" else None
    return entry is not None and entry[0] is ChangeClass.NOUN
