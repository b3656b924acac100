"""Labels that are proper names: "районами с высокой долей пашни были Сарань (29%), Абай (27%)".

Belongs here: whether a label is a name, what is measured of what it names, and of all others. Does not belong
here: places (`subject_slices`) and names of people (`clause_nouns`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import FRAME_NOUNS
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import CLOSING_QUOTES, adjective_reading
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.questions import Question
from extractors.subjects.slice_indicators import local_indicator
from extractors.subjects.subject_stated import ranked_by, stated_measure

_OTHERS = frozenset({"другой", "прочий", "остальной", "иной"})


def of_others(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "из Китая (42%), России (3%) и других стран (2%)": the row of places ends with the rest."""
    last, opening = discourse.last(), question.sentence.words[label.phrase.first]
    if last is None or opening.lemma not in _OTHERS or label.phrase.head_lemma not in FRAME_NOUNS:
        return None
    is_row = last.subject.label is LabelSort.PLACE and last.family == question.family_code
    return last.subject.by("slice.others") if is_row else None


def is_proper(question: Question, label: Label) -> bool:
    """Whether a label is a proper name in running text: no name is measured, but something of it."""
    words = question.sentence.words
    head = words[label.phrase.head]
    before = words[label.first - 1] if label.first else None
    opens = before is None or before.text in ':«"|.' or before.text.isdigit()
    if label.phrase.head_lemma in FRAME_NOUNS and _is_around_name(words, label, opens=opens):
        return True
    if words[label.last].text in CLOSING_QUOTES and ranked_by(question, label.first) is not None:
        return True
    is_name = not head.readings or head.readings[0].is_name
    return head.text[:1].isupper() and not head.text.isupper() and (is_name or not opens)


def _is_around_name(words: Sequence[Word], label: Label, *, opens: bool) -> bool:
    """Whether the words around a head are a name: a capital behind it, or before it within the sentence."""
    head, first, last = words[label.phrase.head], words[label.phrase.first], words[label.last]
    if last is not head and last.text[:1].isupper():
        return True
    return first is not head and first.text[:1].isupper() and not opens


def next_quoted(question: Question, discourse: Discourse) -> Subject | None:
    """As in "лидеры по охвату – проекты «Вода» (99%), «Дом» (97%)": names alone that go on with a row."""
    words, opening = question.sentence.words, question.number.index - 1
    if opening < 1 or words[opening].text != "(" or words[opening - 1].text not in CLOSING_QUOTES:
        return None
    last = discourse.last_in(question.sentence_index)
    is_row = last is not None and last.in_bracket and last.family == question.family_code
    return last.subject if last is not None and is_row and last.subject.label is LabelSort.PLACE else None


def named_slice(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "районами с высокой долей пашни были Сарань (29%), Абай (27%)"."""
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.subject.label is LabelSort.PLACE:
        return last.subject.by("slice.name")
    words = question.sentence.words
    attributes = [word for word in words[label.first : label.last + 1] if adjective_reading(word, "Nom")]
    if attributes and discourse.lead is not None:
        return question.attributed(discourse.lead, attributes, "lead.adjective")
    found = local_indicator(question, label) or ranked_by(question, label.first)
    found = found or stated_measure(question, label.first)
    if found is None and discourse.lead is not None:
        text = f"{discourse.lead.text} {printed(words, label.phrase.first, label.last)}"
        return replace(discourse.lead, text=text, rule="lead.name", label=LabelSort.PLACE)
    return found.by("slice.name", LabelSort.PLACE) if found else None
