"""The subject that the head, label and caption of a table give the number in a cell.

Belongs here: reading a head or label as an indicator or a thing, and joining the two. Does not belong
here: which cell is which (`tables`), putting the subject into the fact (`table_slots`), units
(`column_units`), times (`table_times`) and territories (`place_blocks`).
"""

import re

from extractors.lexicon.subject_lexicon import NAMELESS_MEASURES
from extractors.phrases.plain_phrases import genitive_of_phrase, leading_phrase, with_rest
from extractors.records import record
from extractors.text.tables import Cell, CellPlace, Table

_I = re.IGNORECASE
TOTAL = re.compile(
    r"(?:итого|всего|в\s+целом|общ(?:ий|ая|ее)\s+(?:итог|объ[её]м|сумма|количество)|сумма)(?!\w)", _I
)
_ASIDE = re.compile(r"\s*\([^()]*\)|,.*$|\*+")
_NO_INDICATOR = re.compile(
    r"(?:план|факт|прогноз|отч[её]т|исполнен|освоен|выполнен|значени|показател|наименовани|количеств|число(?!\w)|кол-во|всего|итого|"
    r"стоимость|вес(?!\w)|масса(?!\w)|сумма|ед(?:иниц|\.)|процент|год(?!\w)|к\s|в\s|на\s|за\s|по\s|%|\d|январ|феврал|март|апрел|ма[йя](?!\w)|июн|июл|"
    r"август|сентябр|октябр|ноябр|декабр|[ivx]+\s|рост|темп|изменени|прирост|отклонени|динамик|снижени|увеличени|\+)",
    _I,
)
_NAMELESS = NAMELESS_MEASURES - {"объём"}
_OWN_PREPOSITIONS = frozenset({"в", "из", "от", "для", "о", "об"})
_ROWS_READ = 40  # enough to tell what rows are; all rows for each number would take quadratic time


@record
class TableSubject:
    """A subject read from a table."""

    text: str
    head: str


def subject_of_cell(place: CellPlace, territories: set[int]) -> TableSubject | None:
    """Indicator of the column, thing of the row, or both."""
    table, label = place.table, place.label
    indicator = _indicator(table, place.column, territories)
    if label is None or TOTAL.match(label.text):
        of_rows = None if _lists_territories(table, territories) else _phrase_of(table.head_of(table.label))
        return indicator or of_rows or _caption(table)
    if _names_territory(label.start, label.end, territories):
        return _of_territory(table, place.column, territories)
    return _of_thing(table, label.text, indicator)


def _lists_territories(table: Table, territories: set[int]) -> bool:
    labels = (row[table.label] for row in table.rows[:_ROWS_READ] if table.label < len(row))
    return any(_names_territory(label.start, label.end, territories) for label in labels)


def _names_territory(start: int, end: int, territories: set[int]) -> bool:
    return any(position in territories for position in range(start, end))


def _of_territory(table: Table, column: int, territories: set[int]) -> TableSubject | None:
    """The indicator of a column whose rows are territories; of an only indicator the caption says more."""
    own = _indicator(table, column, territories)
    indicators = {
        named.text
        for i in range(len(table.head))
        if i > table.label and (named := _indicator(table, i, territories))
    }
    caption = _caption(table)
    if own is not None and (len(indicators) > 1 or caption is None):
        return own
    left = next(
        (named for i in range(column, table.label, -1) if (named := _indicator(table, i, territories))), None
    )
    return caption or left


def _of_thing(table: Table, label: str, indicator: TableSubject | None) -> TableSubject | None:
    """The thing of a row, under the indicator of its column: "приток Капшагайского водохранилища"."""
    bare, kind = _ASIDE.sub("", label).strip(), table.head_of(table.label)
    read = leading_phrase(bare)
    if read is None and kind is not None:
        read = leading_phrase(f"{bare} {kind.text.lower()}")  # "Капшагайское" under "Водохранилище"
    if read is None:
        return indicator
    words, phrase = read
    if indicator is None:
        return TableSubject(with_rest(words, phrase, phrase.text), phrase.head_lemma)
    thing = with_rest(words, phrase, genitive_of_phrase(words, phrase))
    return TableSubject(f"{indicator.text} {thing}", indicator.head)


def _indicator(table: Table, column: int, territories: set[int]) -> TableSubject | None:
    """What the head of a column names, None where it names a time, a plan, a unit or a mere measure."""
    head = table.head_of(column)
    text = _ASIDE.sub("", head.text).strip() if head is not None else ""
    if head is None or not text or column <= table.label or _NO_INDICATOR.match(text):
        return None
    if _names_territory(head.start, head.end, territories):
        return None
    named = _phrase(text)
    return None if named is None or named.head in _NAMELESS else named


def _caption(table: Table) -> TableSubject | None:
    return _phrase(table.caption.text) if table.caption is not None else None


def _phrase_of(cell: Cell | None) -> TableSubject | None:
    """What the head of the label column calls the rows ("Программа"), None for "Показатель"."""
    return _phrase(cell.text) if cell is not None and not _NO_INDICATOR.match(cell.text) else None


def _phrase(text: str) -> TableSubject | None:
    """The noun phrase that a head or caption opens with."""
    read = leading_phrase(_ASIDE.sub("", text).strip())
    if read is None:
        return None
    words, phrase = read
    behind = words[phrase.last + 1].low if phrase.last + 1 < len(words) else ""
    own = behind in _OWN_PREPOSITIONS and not any(word.text.isdigit() for word in words)
    text = with_rest(words, phrase, phrase.text) if own else phrase.text
    return TableSubject(text, phrase.head_lemma)
