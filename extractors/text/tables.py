"""Tables of a raw text: runs of lines whose cells are joined by " | ", asked by position.

Belongs here: what a table, its cells, its head and its label column are. Does not belong here: telling
these apart in the text (`table_layout`), and what a head says of its column's units (`column_units`),
times (`table_times`) and subjects (`table_subjects`).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field

from extractors.records import record

_NUMERIC = re.compile(
    r"\s*(?:[+\-−–±≈~<>]\s?)?(?:в\s)?\d[\d\s\u00a0\u202f.,]*(?:%|п\.\s?п\.?|р(?:аза?)?\.?)?\s*[*¹²³]*\s*|\s*[-–—x×…]\s*|\s*"
)
_HAS_WORD = re.compile(r"[^\W\d_]{2}")


@record
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


@record
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


@record
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


@record
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
