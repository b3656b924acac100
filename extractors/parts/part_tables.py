"""Parts of the totals of a table: rows against "Итого", "Всего" or the country.

Belongs here: which row of a table is the whole of which. Does not belong here: which cell
is which (`tables`) and totals of prose.
"""

import re

from extractors.model import Kind, Measure
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up
from extractors.subjects.table_subjects import TOTAL
from extractors.text.tables import CellPlace, Table

_COUNTRY = re.compile(
    r"\s*(?:республика\s+казахстан|казахстан|рк|по\s+(?:республике|стране)|российская\s+федерация)\s*$",
    re.IGNORECASE,
)
_SUMS = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY})


def link_table_parts(numbers: Numbers) -> None:
    """Links the cells of a column with the cell of its total, where the column holds amounts."""
    for table, columns in _columns(numbers):
        for cells in columns.values():
            _link_column(numbers, table, cells)


def _columns(numbers: Numbers) -> list[tuple[Table, dict[int, dict[int, int]]]]:
    """For each table its numbers by column and row; a cell with two numbers is left out."""
    found: list[tuple[Table, dict[int, dict[int, int]]]] = []
    for index, fact in enumerate(numbers.facts):
        place = numbers.layout.tables.at(fact.char_start)
        if place is None:
            continue
        if not found or found[-1][0] is not place.table:
            found.append((place.table, {}))
        if _fills(place, fact.quote):
            found[-1][1].setdefault(place.column, {})[place.row] = index
    return found


def _fills(place: CellPlace, quote: str) -> bool:
    return sum(c.isdigit() for c in place.cell.text) == sum(c.isdigit() for c in quote)


def _link_column(numbers: Numbers, table: Table, cells: dict[int, int]) -> None:
    rows = sorted(cells)
    if len(rows) < 3 or any(numbers.facts[cells[row]].kind not in _SUMS for row in rows):
        return
    totals = [row for row in rows if _is_total(table, row)]
    if len(totals) == 1 and totals[0] in (rows[0], rows[-1]):
        _link_total(numbers, cells, totals[0], sure=True)
        return
    country = [row for row in rows if _COUNTRY.match(_label(table, row))]
    if len(country) == 1 and country[0] in (rows[0], rows[-1]):
        _link_total(numbers, cells, country[0], sure=False)


def _link_total(numbers: Numbers, cells: dict[int, int], total: int, *, sure: bool) -> None:
    """Links all other rows with the total; the country's row may be an average, so it must add up."""
    whole = cells[total]
    parts = [index for row, index in cells.items() if row != total]
    amounts = [numbers.facts[index] for index in parts]
    if any(
        not numbers.fits(whole, index) or numbers.facts[index].measure is Measure.CHANGE for index in parts
    ):
        return
    if sure or adds_up(numbers.facts[whole], amounts, strict=False):
        for index in parts:
            numbers.link(index, whole, "part_row")


def _is_total(table: Table, row: int) -> bool:
    return TOTAL.match(_label(table, row)) is not None


def _label(table: Table, row: int) -> str:
    """The first cell of a row that holds words."""
    return next((cell.text for cell in table.rows[row] if cell.is_label), "")
