"""Tables of a raw text: runs of lines whose cells are joined by " | ", their head, label column and caption.

Belongs here: which cell is what in a table. Does not belong here: what a head says of its column's
units (`column_units`), times (`table_times`) and subjects (`table_subjects`).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

BAR = " | "
_NUMERIC = re.compile(
    r"\s*(?:[+\-−–±≈~<>]\s?)?(?:в\s)?\d[\d\s\u00a0\u202f.,]*(?:%|п\.\s?п\.?|р(?:аза?)?\.?)?\s*[*¹²³]*\s*|\s*[-–—x×…]\s*|\s*"
)
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*(?:г(?:\.|ода?)?)?\s*")
_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_CAPTION_LIMIT = 220


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without the spaces around it, and where that stands."""

    text: str
    start: int
    end: int

    @property
    def is_numeric(self) -> bool:
        """Whether it holds a number, a dash for none, or nothing."""
        return _NUMERIC.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether it holds words."""
        return _HAS_WORD.search(self.text) is not None and not self.is_numeric


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: The line above it, None where there is none or it is a paragraph of prose.
        head: The cells that head the columns, () where the first row already holds data.
        rows: The rows under the head.
        label: Index of the column whose cells name the rows.
    """

    caption: Cell | None
    head: Row
    rows: tuple[Row, ...]
    label: int

    def head_of(self, column: int) -> Cell | None:
        """The cell that heads a column, None where none does."""
        return self.head[column] if column < len(self.head) else None


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a position lies in a table.

    Attributes:
        table: The table.
        row: Index of the row among `table.rows`.
        column: Index of the column.
    """

    table: Table
    row: int
    column: int

    @property
    def cell(self) -> Cell:
        """The cell itself."""
        return self.table.rows[self.row][self.column]

    @property
    def label(self) -> Cell | None:
        """The cell that names the row, None where it is empty or missing."""
        cells = self.table.rows[self.row]
        named = cells[self.table.label] if self.table.label < min(len(cells), self.column) else None
        if named is None or not named.is_label:
            named = next((cell for cell in cells[: self.column] if cell.is_label), None)
        return named

    @property
    def head(self) -> Cell | None:
        """The cell that heads the column."""
        found = self.table.head_of(self.column)
        return found if found is not None and found.text else None


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a text, asked by position."""

    found: Sequence[Table]
    _cells: list[tuple[int, int, CellPlace]] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        cells = [
            (cell.start, cell.end, CellPlace(table, r, c))
            for table in self.found
            for r, row in enumerate(table.rows)
            for c, cell in enumerate(row)
        ]
        object.__setattr__(self, "_cells", cells)
        object.__setattr__(self, "_starts", [start for start, _, _ in cells])

    def at(self, position: int) -> CellPlace | None:
        """Where a position lies among the rows of a table, None outside them."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0:
            start, end, place = self._cells[index]
            if start <= position < end:
                return place
            if end > start:
                return None
            index -= 1  # an empty cell at the same offset
        return None


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
