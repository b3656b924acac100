"""Times and plans that the header of a table gives to its columns.

Belongs here: cells of rows joined by " | " and what the header's cells say of the time of a column.
Does not belong here: other meanings of a header (subjects, units) and prose.
"""

import re
from collections.abc import Callable, Sequence

from extractors.model import PeriodGrain
from extractors.records import record
from extractors.text.sentences import Block, BlockKind
from extractors.times.calendar_terms import month_span
from extractors.times.time_mentions import OWN_ROLES, TimeMention, TimeRole

_PLANNED = re.compile(
    r"^\s*(?:план(?!е)|прогноз|цел(?:ь|ев)|проект(?![а-я]*ы)|утвержден)|\((?:план|прогноз|проект)\)"
)
_YEAR_CELL = re.compile(r"\s*(?P<year>(?:19|20)\d\d)\s*(?:\([а-я]+\)\s*)?")
_CELL = re.compile(r"[^|\n]*")


@record
class Column:
    """What a header cell says.

    Attributes:
        time: The temporal expression in it, None if there is none.
        is_planned: Whether it heads a column of plans.
    """

    time: TimeMention | None
    is_planned: bool


class TableTimes:
    """The columns of the table at hand."""

    def __init__(self, levelled: str, blocks: Sequence[Block]) -> None:
        self._levelled, self._blocks = levelled, blocks
        self._block = -1
        self._columns: list[Column] = []

    def begin(self, block: int, within: Callable[[int, int], Sequence[TimeMention]]) -> None:
        """Moves to a block; the first row of a run of rows is their header.

        Args:
            block: Index of the block.
            within: Tells the times between two offsets.
        """
        if block == self._block:
            return
        is_row = self._blocks[block].kind is BlockKind.ROW
        goes_on = is_row and block > 0 and self._blocks[block - 1].kind is BlockKind.ROW
        self._block = block
        if not is_row:
            self._columns = []
        elif not goes_on:
            header = self._blocks[block]
            self._columns = self._header(header, within(header.start, header.end))

    @property
    def is_in_table(self) -> bool:
        """Whether the block at hand is a row of a table."""
        return self._block >= 0 and self._blocks[self._block].kind is BlockKind.ROW

    def column_of(self, position: int) -> Column | None:
        """The column of a number in the row at hand, None outside tables and in the header itself."""
        if not self._columns or not self.is_in_table:
            return None
        index = self._levelled.count("|", self._blocks[self._block].start, position)
        return self._columns[index] if index < len(self._columns) else None

    def _header(self, block: Block, times: Sequence[TimeMention]) -> list[Column]:
        columns = []
        start = block.start
        while start <= block.end:
            cell = _CELL.match(self._levelled, start, block.end)
            end = cell.end() if cell else start
            inside = [t for t in times if start <= t.start < end and t.role in OWN_ROLES]
            inside = inside or _bare_years(self._levelled, start, end)
            columns.append(
                Column(inside[-1] if inside else None, _PLANNED.search(self._levelled[start:end]) is not None)
            )
            start = end + 1
        return columns


def _bare_years(levelled: str, start: int, end: int) -> list[TimeMention]:
    """The year that is all a head says: "2024"."""
    year = _YEAR_CELL.fullmatch(levelled, start, end)
    if year is None:
        return []
    return [
        TimeMention(
            *year.span("year"),
            TimeRole.PERIOD,
            PeriodGrain.YEAR,
            int(year["year"]),
            lambda named: month_span(named, 1, 12),
        )
    ]
