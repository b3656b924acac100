"""Subjects that name a change: the indicator is what changes.

Belongs here: reading "рост экспорта", "динамика цен" as the export and the prices. Does not belong
here: whether a number is a change (`changes`) and the order of rules (`subject_rules`).
"""

from extractors.changes.change_words import ChangeClass, change_words
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, SUMS_OF_CHANGE, TRANSPARENT_NOUNS
from extractors.subjects.discourse import Subject
from extractors.subjects.questions import Family, Question

_NAMED_OUTRIGHT = ("counted", "at")
BALANCES = (
    *("естественный прирост", "естественная убыль", "миграционный прирост", "миграционная убыль"),
    "превышение скорости",
)
"""Indicators of their own, though their noun is one of change: births less deaths and the like."""
_PACE = "темп"  # "темп роста экспорта" is of the export, "темп инвестиций" is itself


def what_changes(subject: Subject) -> Subject | None:
    """The subject itself, the genitive behind a word of change, None for a word of change alone."""
    if subject.rule.startswith(_NAMED_OUTRIGHT) or not _names_change(subject.head):
        return subject
    if subject.text.startswith(BALANCES):
        return subject
    inner = subject.inner
    if subject.head == _PACE and (inner is None or not _names_change(inner.head)):
        return subject
    if inner is None:
        return None
    return what_changes(inner.by(subject.rule, subject.label))


def _names_change(head: str) -> bool:
    entry = None if head in SUMS_OF_CHANGE else change_words().get(head)
    return head in TRANSPARENT_NOUNS or head == _PACE or (entry is not None and entry[0] is ChangeClass.NOUN)


def counted_by(question: Question, subject: Subject) -> Subject:
    """As in "число краж – 300": a whole number counts what the number is of."""
    is_number_of = question.family is Family.COUNT and subject.head in COUNT_NOUNS
    return subject.inner.by(subject.rule, subject.label) if is_number_of and subject.inner else subject
