"""Rows of what an indicator is for, each with its number in a bracket: "цены на мел (2%), соль и соду (3%)".

Belongs here: members that leave the preposition of the first out. Does not belong here: slices with a
preposition of their own (`subject_slices`) and rows of genitives (`subject_carried`).
"""

from extractors.phrases.phrase_form import printed
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.questions import Question

_RULE = "slice.list"
_FOR = "на"


def member(subject: Subject, shown: str, rule: str = _RULE) -> Subject:
    """The indicator of a further member of its row; "на" is left out before all but the first."""
    is_bare = subject.adjunct.startswith(f"{_FOR} ") and shown and not shown.startswith(f"{_FOR} ")
    return subject.sliced(f"{_FOR} {shown}" if is_bare else shown, rule, LabelSort.OBLIQUE)


def joined_members(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "цены на мел (2%), соль и соду (3%)": two members that share a bracket."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    if label.joint != "bracket" or last is None or not last.in_bracket or last.family != question.family_code:
        return None
    first = segment_start(words, label.first)
    if first < 2 or [words[first - 2].text, words[first - 1].text] != [")", ","]:
        return None
    own = words[first : label.last + 1]
    is_row = last.subject.adjunct.startswith(f"{_FOR} ") and any(word.low == "и" for word in own)
    if not is_row or any(word.pos in ("VERB", "ADP") for word in own):
        return None
    return member(last.subject, printed(words, first, label.last))
