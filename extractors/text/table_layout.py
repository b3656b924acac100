"""Finding tables in a raw text: which lines make one, and which of them are caption, head and rows.

Belongs here: lines and cells, and their parts in the table. Does not belong here: what a table is once
found (`tables`), and what its head says (`column_units`, `table_times`, `table_subjects`).
"""

import re
from collections.abc import Sequence

from extractors.text.tables import Cell, Row, Table

BAR = " | "
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*(?:г(?:\.|ода?)?)?\s*")
_CAPTION_LIMIT = 220


def find_tables(text: str) -> tuple[Table, ...]:
    """Return the tables of a text, in order.

    Args:
        text: The raw text.
    """
    if BAR not in text:
        return ()
    return tuple(_table(text, lines) for lines in _runs(text))


def _runs(text: str) -> list[list[Row]]:
    """Runs of at least two lines with bars, each line as its cells."""
    runs: list[list[Row]] = []
    previous_end, start = -1, 0
    for line in text.split("\n"):
        if BAR in line:
            if previous_end != start - 1 or not runs:
                runs.append([])
            runs[-1].append(_row(line, start))
            previous_end = start + len(line)
        start += len(line) + 1
    return [rows for rows in runs if len(rows) > 1]


def _row(line: str, start: int) -> Row:
    cells = []
    for piece in line.split("|"):
        shown = piece.strip()
        begin = start + piece.index(shown)
        cells.append(Cell(shown, begin, begin + len(shown)))
        start += len(piece) + 1
    return tuple(cells)


def _table(text: str, lines: Sequence[Row]) -> Table:
    head, rows = _head_and_rows(lines)
    return Table(_caption(text, lines[0][0].start), head, tuple(rows), _label_column(rows))


def _head_and_rows(lines: Sequence[Row]) -> tuple[Row, Sequence[Row]]:
    """The cells that head the columns, and the rows under them.

    A head of two lines has one cell that spans the cells of the second.
    """
    first, second = lines[0], lines[1]
    if _holds_data(first):
        return (), lines
    if len(lines) < 3 or _holds_data(second):
        return first, lines[1:]
    width = len(lines[2])
    if len(second) == width and len(first) != width:
        return second, lines[2:]
    if len(first) - 1 + len(second) == width and len(first) > 1:
        spanning = _spanning(first)
        return (*first[:spanning], *second, *first[spanning + 1 :]), lines[2:]
    return first, lines[1:]


def _spanning(head: Row) -> int:
    """Index of the cell that the second line of a head details: the first without a unit."""
    return next((i for i, cell in enumerate(head) if i and "," not in cell.text), 1)


def _holds_data(row: Row) -> bool:
    """Whether some cell behind the first is a number that is no year."""
    return any(cell.text and cell.is_numeric and not _YEAR.fullmatch(cell.text) for cell in row[1:])


def _label_column(rows: Sequence[Row]) -> int:
    """The first column whose cells are mostly words."""
    width = max(len(row) for row in rows) if rows else 0
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row)]
        if 2 * sum(cell.is_label for cell in cells) >= len(cells):
            return column
    return 0


def _caption(text: str, start: int) -> Cell | None:
    """The nearest line with words above a table, if it reads like a caption."""
    line_start = text.rfind("\n", 0, start) + 1
    end = line_start - 1
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip()
        if line:
            is_prose = len(line) > _CAPTION_LIMIT or (line.endswith((".", "!", "?")) and ". " in line)
            return None if is_prose or BAR in line else Cell(line, begin, end)
        end = begin - 1
    return None
