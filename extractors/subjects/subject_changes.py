"""Subjects that name a change: the indicator is what changes.

Belongs here: reading "рост экспорта", "динамика цен" as the export and the prices. Does not belong
here: whether a number is a change (`changes`) and the order of rules (`subject_rules`).
"""

from extractors.changes.change_words import ChangeClass, change_words
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import (
    COUNT_NOUNS,
    POINTING_NOUNS,
    POPULATIONS,
    SUMS_OF_CHANGE,
    TRANSPARENT_NOUNS,
    UNIT_INDICATORS,
)
from extractors.subjects.discourse import Subject
from extractors.subjects.questions import Family, Question

_NAMED_OUTRIGHT = ("counted", "at")
BALANCES = (
    *("естественный прирост", "естественная убыль", "миграционный прирост", "миграционная убыль"),
    *("превышение скорости", "превышение доходов", "превышение расходов"),
)
"""Indicators of their own, though their noun is one of change: births less deaths and the like."""
_THIS = "это"
_STRENGTH = "численность"
_HERDS = frozenset({"сила", "скот", "птица", "поголовье", "стадо", "рогатый"})
_POWER = "W"
BUILDING = frozenset(
    {"строительство", "возведение", "реконструкция", "модернизация", "восстановление", "ремонт", "расширение"}
    | {"ввод", "запуск", "пуск", "монтаж", "установка", "создание", "проект", "реализация"}
)
"""Nouns of building: what they build has a size, not they."""
_BUILT = frozenset({"проект", "установка"})  # "8 проектов на 228 МВт"
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
    if inner is None or _points_back(inner):
        return None
    return what_changes(inner.by(subject.rule, subject.label))


def _points_back(inner: Subject) -> bool:
    """As in "увеличение этого числа": it stands for what was named before."""
    opening, _, rest = inner.text.partition(" ")
    return opening == _THIS and inner.head in POINTING_NOUNS and rest == inner.head


def _names_change(head: str) -> bool:
    entry = None if head in SUMS_OF_CHANGE else change_words().get(head)
    return head in TRANSPARENT_NOUNS or head == _PACE or (entry is not None and entry[0] is ChangeClass.NOUN)


def counted_by(question: Question, subject: Subject) -> Subject:
    """As in "число краж – 300": a whole number counts what the number is of."""
    return of_number(subject) if question.family is Family.COUNT else subject


def of_built(question: Question, subject: Subject) -> Subject:
    """As in "начато строительство станции (100 МВт)": power is of what is built, not of its building."""
    unit, inner = question.expression.unit, subject.inner
    is_power = unit is not None and unit.base_unit == _POWER
    is_size = question.family is Family.COUNT and question.preposition == "на" and question.change is None
    if is_size and subject.head in BUILDING and inner is not None:
        return inner.by(subject.rule)  # "запуск фермы на 400 голов"
    if not is_power or subject.head not in BUILDING or (inner is None and subject.head in _BUILT):
        return subject
    capacity = UNIT_INDICATORS[_POWER]  # "модернизация и ввод мощностей на 26 ГВт"
    return inner.by(subject.rule) if inner is not None else Subject(capacity, capacity, subject.rule, "Fem")


def of_number(subject: Subject) -> Subject:
    """What a noun of number counts: "численность занятых" the employed, but that of a body only itself."""
    inner = subject.inner
    if subject.head not in COUNT_NOUNS or inner is None:
        return subject
    if subject.head == _STRENGTH and _is_body(inner.head, subject.complement):
        return subject
    return inner.by(subject.rule, subject.label)


def _is_body(head: str, printed: str) -> bool:
    """As in "численность управления", "численность области": one thing that people work or live in."""
    nouns = (r for word in printed.split() for r in readings(word)[:3] if r.pos == "NOUN" and r.lemma == head)
    noun = next(nouns, None)
    is_one = noun is not None and noun.number == "Sing" and not noun.is_animate
    return is_one and head not in POPULATIONS | _HERDS
