"""Units of a table: a bare number in a cell takes unit and scale from its column, its row or the caption.

Belongs here: which of them is asked for a cell, and numbers that only number rows or columns. Does not belong
here: reading the unit (`named_units`), which cell is which (`tables`), what the cells are about (the subject)
and which rows are parts of which.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractors.expressions.expression import Expression
from extractors.expressions.named_units import (
    NamedUnit,
    unit_of_cell,
    unit_of_head,
    unit_of_label,
    with_named,
)
from extractors.text.table_layout import BAR, find_tables
from extractors.text.tables import Cell, Row, Table

_NUMBER = re.compile(r"[+\-−–]?\d[\d\s\u00a0\u202f.,]*%?")
_LABEL_NUMBER = re.compile(r"\d+(?:\s?[-–]\s?\d+)?(?:\s[«\"][А-Я][»\"])?")
_FEW = 2
_IDENTIFIER_HEAD = re.compile(
    r"(?:код\w*|№|номер|п/п|№\s?п/п|бин|иин|шифр|индекс\sбк|кбк|возраст\w*(?:\sгрупп\w)?|класс\w*|этап\w*)",
    re.IGNORECASE,
)
_RATE_UNIT = re.compile(r"1\s?[а-яё][а-яё²³\d.]*(?:\s[а-яё.]+)?", re.IGNORECASE)
_PARTS = re.compile(r"(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+(?:них|которых))", re.IGNORECASE)


def with_column_units(text: str, found: Sequence[Expression]) -> tuple[list[Expression], list[Expression]]:
    """The expressions, bare ones in a table with the unit of their cell, and those that number its rows."""
    if BAR not in text:
        return list(found), []
    starts = [expression.start for expression in found]
    out = list(found)
    labels: set[int] = set()
    for table in find_tables(text):
        for cell, is_label, unit in _cells(text, table):
            index = bisect_right(starts, cell.start - 1)
            if index >= len(out) or out[index].end > cell.end:
                continue
            if is_label:
                labels.add(index)
            elif unit is not None and _NUMBER.fullmatch(cell.text):
                out[index] = with_named(out[index], unit)
    kept = [expression for index, expression in enumerate(out) if index not in labels]
    return kept, [out[index] for index in sorted(labels)]


def _cells(text: str, table: Table) -> Iterator[tuple[Cell, bool, NamedUnit | None]]:
    """Each cell, whether it only names or numbers something, and the unit of its head, row or caption."""
    caption = unit_of_head(text, table.caption.start, table.caption.end) if table.caption else None
    heads, numbered = _units_of_heads(text, table.head), _numbering(table)
    for row in table.rows:
        unit_cell, named = _unit_of_row(text, table, row)
        for column, cell in enumerate(row):
            is_label = cell.start in numbered or cell is unit_cell or _is_name(table.head_of(column), cell)
            is_label = is_label or _is_rate_unit(row[column + 1 :], cell)
            yield cell, is_label, (heads[column] if column < len(heads) else None) or named or caption


def _is_name(head: Cell | None, cell: Cell) -> bool:
    """Whether the head says that numbers of its column name rows: a code, a class, an age."""
    names = head is not None and _IDENTIFIER_HEAD.fullmatch(head.text) is not None
    return names and _LABEL_NUMBER.fullmatch(cell.text) is not None


def _is_rate_unit(behind: Row, cell: Cell) -> bool:
    """As in "вывоз мусора | 1 м3 | 2 526,59": one unit before the number that is for it."""
    return _RATE_UNIT.fullmatch(cell.text) is not None and any(_NUMBER.fullmatch(c.text) for c in behind)


def _units_of_heads(text: str, head: Row) -> list[NamedUnit | None]:
    """The unit of each column; parts of a total ("в том числе город | село") are in its unit."""
    units: list[NamedUnit | None] = []
    goes_on = False
    for cell in head:
        named = unit_of_head(text, cell.start, cell.end)
        goes_on = named is None and (goes_on or _PARTS.match(cell.text) is not None)
        units.append(units[-1] if goes_on and units else named)
    return units


def _unit_of_row(text: str, table: Table, row: Row) -> tuple[Cell | None, NamedUnit | None]:
    """The cell before the numbers of a row that a unit fills, if any, and the unit, else the label's."""
    for cell in row[1:]:
        if cell.is_numeric and cell.text:
            break
        named = unit_of_cell(text, cell.start, cell.end)
        if named is not None:
            return cell, named
    label = row[table.label] if table.label < len(row) else None
    return None, None if label is None else unit_of_label(text, label.start, label.end)


def _numbering(table: Table) -> set[int]:
    """Where the cells start that only number rows ("1", "2", …) or columns ("1 | 2 | 3")."""
    found = {cell.start for row in table.rows if _numbers_columns(row) for cell in row}
    firsts = [row[0].text.strip(" .") for row in table.rows]
    if len(firsts) > 1 and firsts == [str(number) for number in range(1, len(firsts) + 1)]:
        found |= {row[0].start for row in table.rows}
    return found


def _numbers_columns(row: Row) -> bool:
    filled = [cell.text for cell in row if cell.text]
    return len(filled) > _FEW and filled == [str(number) for number in range(1, len(filled) + 1)]
