"""Units of a table: a bare number in a cell takes unit and scale from the head of its column or the caption.

Belongs here: rows of cells joined by " | ", their head and the caption above it. Does not belong here: what
the cells are about (the subject) and which rows are parts of which.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.expressions.expression import Expression
from extractors.numbers.atoms import scale_at
from extractors.records import record
from extractors.units.units import Unit, UnitKind, match_unit_at

_BAR = " | "
_DIGIT = re.compile(r"\d")
_NUMERIC_CELL = re.compile(r"\s*[+\-−–]?\d[\d\s\u00a0\u202f.,]*%?\s*")
_UNIT_PLACE = re.compile(r"(?:[,(|]\s*|(?<!\w)в\s+|(?<!\w)на\s+|(?<=\n))")
_FEW = 2
_IDENTIFIER_HEAD = re.compile(
    r"\s*(?:код\w*|№|номер|п/п|№\s?п/п|бин|иин|шифр|индекс\sбк|кбк)\s*", re.IGNORECASE
)


@record
class ColumnUnit:
    """What the head of a column says of its numbers."""

    unit: Unit
    per: str | None
    scale: Decimal


@record
class _Cell:
    start: int
    end: int


def with_column_units(text: str, found: Sequence[Expression]) -> tuple[list[Expression], list[Expression]]:
    """The expressions, bare ones in a table with the unit of their column, and those that number its rows."""
    if _BAR not in text:
        return list(found), []
    starts = [expression.start for expression in found]
    out = list(found)
    labels: set[int] = set()
    for rows in _tables(text):
        head, body = _head_and_body(text, rows)
        units = _column_units(text, head)
        numbered = {cell.start for row in body if _numbers_columns(text, row) for cell in row}
        if _is_numbering(text, body):
            numbered |= {row[0].start for row in body}
        for column, cell in ((column, cell) for row in body for column, cell in enumerate(row[: len(head)])):
            index = bisect_right(starts, cell.start - 1)
            if index >= len(out) or out[index].end > cell.end or not _fills(text, cell):
                continue
            unit = units[column]
            if _is_identifier(text, head[column]) or cell.start in numbered:
                labels.add(index)
            elif unit is not None:
                out[index] = _with(out[index], unit)
    kept = [expression for index, expression in enumerate(out) if index not in labels]
    return kept, [out[index] for index in sorted(labels)]


def _tables(text: str) -> list[list[list[_Cell]]]:
    """Runs of lines with the same kind of bars, each line as its cells."""
    tables: list[list[list[_Cell]]] = []
    previous_end = -1
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _BAR in line:
            if previous_end != start - 1 or not tables:
                tables.append([])
            tables[-1].append(_cells(line, start))
            previous_end = end
        start = end + 1
    return [rows for rows in tables if len(rows) > 1]


def _cells(line: str, start: int) -> list[_Cell]:
    cells = []
    for piece in line.split("|"):
        cells.append(_Cell(start, start + len(piece)))
        start += len(piece) + 1
    return cells


def _fills(text: str, cell: _Cell) -> bool:
    return _NUMERIC_CELL.fullmatch(text, cell.start, cell.end) is not None


def _head_and_body(
    text: str, rows: Sequence[Sequence[_Cell]]
) -> tuple[Sequence[_Cell], Sequence[Sequence[_Cell]]]:
    """The cells that head the columns, and the rows under them.

    A head of two lines has one cell that spans the cells of the second: the first without a unit of its own.
    """
    head, second = rows[0], rows[1]
    if len(rows) < 3 or any(_fills(text, cell) for cell in second):
        return head, rows[1:]
    width = len(rows[2])
    if len(second) == width:
        return second, rows[2:]
    if len(head) - 1 + len(second) == width:
        spanning = next(
            (i for i, cell in enumerate(head) if i and _unit_in(text, cell.start, cell.end) is None), None
        )
        if spanning is not None:
            return [*head[:spanning], *second, *head[spanning + 1 :]], rows[2:]
    return head, rows[2:]


def _column_units(text: str, head: Sequence[_Cell]) -> list[ColumnUnit | None]:
    """The unit of each column: of its head, else of the caption where the head names none."""
    caption = _unit_in(text, *_line_above(text, head[0].start))
    return [_head_unit(text, cell, caption) for cell in head]


def _is_identifier(text: str, cell: _Cell) -> bool:
    return _IDENTIFIER_HEAD.fullmatch(text, cell.start, cell.end) is not None


def _is_numbering(text: str, body: Sequence[Sequence[_Cell]]) -> bool:
    """Whether the first cells of the rows count the rows."""
    firsts = [text[row[0].start : row[0].end].strip(" .") for row in body]
    return len(firsts) > 1 and firsts == [str(number) for number in range(1, len(firsts) + 1)]


def _numbers_columns(text: str, row: Sequence[_Cell]) -> bool:
    """Whether a row only numbers the columns: "1 | 2 | 3"."""
    cells = [text[cell.start : cell.end].strip() for cell in row]
    filled = [cell for cell in cells if cell]
    return len(filled) > _FEW and filled == [str(number) for number in range(1, len(filled) + 1)]


def _head_unit(text: str, cell: _Cell, caption: ColumnUnit | None) -> ColumnUnit | None:
    return _unit_in(text, cell.start, cell.end) or caption


def _line_above(text: str, start: int) -> tuple[int, int]:
    """The nearest line with words above a table."""
    end = start - 1
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        if text[begin:end].strip():
            return begin, end
        end = begin - 1
    return 0, 0


def _unit_in(text: str, start: int, end: int) -> ColumnUnit | None:
    """The last unit of a head or caption, with its scale: "Стоимость, млн долларов США"."""
    found = None
    for place in _UNIT_PLACE.finditer(text, max(0, start - 1), end):
        scale = scale_at(text, place.end())
        match = match_unit_at(text, scale[1] if scale else place.end())
        if match is None or match.end > end or match.unit.kind is UnitKind.COUNTING:
            continue
        is_short_time = match.unit.code in ("s", "h") and not text[match.end : end].strip(" )")
        if match.ambiguous and match.per is None and not is_short_time:
            continue
        found = ColumnUnit(match.unit, match.per, scale[0] if scale else Decimal(1))
    return found


def _with(expression: Expression, column: ColumnUnit) -> Expression:
    if expression.unit is not None or expression.value is None or expression.scaled:
        return expression
    most = expression.value_max
    return replace(
        expression,
        value=expression.value * column.scale,
        value_max=None if most is None else most * column.scale,
        unit=column.unit,
        per=column.per,
        inferred=True,
    )
