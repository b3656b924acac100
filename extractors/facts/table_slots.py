"""Facts in tables with what their head, label and caption say: subject, change and rank.

Belongs here: filling the slots of a fact from its cell. Does not belong here: reading a subject from
head and label (`table_subjects`), which cell is which (`tables`), units (`column_units`), times and
plans (`table_times`), territories (`place_blocks`) and totals (`part_tables`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.confidence import confidence_of
from extractors.model import Direction, Fact, Kind, Measure
from extractors.places.place_topic import Territories
from extractors.subjects.table_subjects import TableSubject, subject_of_cell
from extractors.text.layout import Layout
from extractors.text.tables import CellPlace

_I = re.IGNORECASE
_DIFFERENCE = re.compile(
    r"(?:абсолютн\w+\s+)?(?:прирост|изменени|отклонени|динамик|разниц)|\+\s?/\s?[-–−]", _I
)
_RISE = re.compile(r"(?:рост|увеличени)(?!\w*\s+(?:к|в\s+%))", _I)
_FALL = re.compile(r"(?:снижени|сокращени|падени|спад)", _I)
_OWN_MEASURE = re.compile(
    r"(?:темп|индекс|дол[яи]|удельн|уровень|план|факт|всего|объ[её]м|на\s+(?:начало|конец)|число|кол|\d)", _I
)
_RANK = re.compile(r"(?:место|позиция|ранг)(?!\w)", _I)
_INDEX_FROM = 60


def with_table_slots(layout: Layout, known: Territories, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, those in tables with what their head, label and caption say.

    Args:
        layout: The text with its tables.
        known: The territories it speaks of.
        facts: Its facts, in text order.
    """
    if not layout.tables.found:
        return list(facts)
    starts = {mention.start for mention in known.mentions}
    return [_read(fact, layout.tables.at(fact.char_start), starts) for fact in facts]


def _read(fact: Fact, place: CellPlace | None, territories: set[int]) -> Fact:
    if place is None:
        return fact
    return _with_subject(_with_change(fact, place), subject_of_cell(place, territories))


def _with_subject(fact: Fact, named: TableSubject | None) -> Fact:
    if named is None:
        return fact
    kept = tuple(name for name in fact.evidence if not name.startswith("subject_"))
    evidence = (*kept, "subject_table")
    return replace(
        fact,
        subject=named.text,
        subject_head=named.head,
        rule="table",
        evidence=evidence,
        confidence=confidence_of(evidence),
    )


def _with_change(fact: Fact, place: CellPlace) -> Fact:
    """The fact as a difference or a rank where the head of its column says so."""
    head = place.head.text if place.head is not None else ""
    if _RANK.match(head) and fact.kind is Kind.COUNT:
        return replace(fact, kind=Kind.RANK)
    caption = place.table.caption
    if caption is not None and not _OWN_MEASURE.match(head):
        head = head if _says_change(head) else caption.text
    if fact.measure is Measure.CHANGE:
        return fact
    is_small = fact.kind is not Kind.PERCENT or fact.value < _INDEX_FROM
    if _DIFFERENCE.match(head):
        direction = Direction.DOWN if fact.value < 0 else Direction.UP
    elif _RISE.match(head) and is_small:
        direction = Direction.UP
    elif _FALL.match(head):
        direction = Direction.DOWN
    else:
        return fact
    return replace(fact, value=abs(fact.value), measure=Measure.CHANGE, direction=direction)


def _says_change(head: str) -> bool:
    return any(pattern.match(head) for pattern in (_DIFFERENCE, _RISE, _FALL))
