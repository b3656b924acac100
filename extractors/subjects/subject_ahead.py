"""Rules for numbers whose noun stands with a later number: "в Риге – 12, в Осло – 15 музеев".

Belongs here: rows of slices that name what they count once, behind their last number. Does not belong here:
attributes that share a noun (`subject_attributes`) and nouns named before (`subject_slices`).
"""

from extractors.phrases.phrase_bounds import phrase_at
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.labels import find_label
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question

_RULE = "counted.ahead"
_DASHES = frozenset("–—-")
_SLICES = (LabelSort.PLACE, LabelSort.TIME)
_REACH = 24


def counted_ahead(question: Question, discourse: Discourse) -> Subject | None:
    """As in "в 2023 году – 96, в 2024 – 112, в 2025 году – 131 заявление"."""
    words, index = question.sentence.words, question.number.index
    if index + 1 >= len(words) or words[index + 1].text not in ",;" or words[index - 1].text not in _DASHES:
        return None
    last = discourse.last_in(question.sentence_index)
    if last is not None:
        return last.subject if last.subject.rule == _RULE else None
    label = find_label(question.sentence, question.number)
    if label is None or label.sort not in _SLICES:
        return None
    for ahead in range(index + 2, min(len(words) - 1, index + _REACH)):
        if words[ahead].pos == "VERB":
            return None
        told = words[ahead].expression
        if told is None or words[ahead].in_time or words[ahead + 1].text in ",;":
            continue
        is_row = words[ahead - 1].text in _DASHES and told.unit is None
        phrase = phrase_at(words, ahead + 1) if is_row and ahead in question.sentence.counted else None
        return subject_of(words, phrase, _RULE) if phrase is not None else None
    return None
