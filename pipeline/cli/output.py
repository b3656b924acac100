"""How the command line speaks: tables for people, JSON for programs, one red line for errors.

Belongs here: where and how something is printed. Does not belong here: what a command has to say,
how one value is written (`values`). Results go to standard output; errors, progress and remarks to
standard error.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.values import cell_text, json_ready

WIDEST_CELL = 80
# A table in a file or pipe is never folded.
_WIDTH_OF_A_FILE = 10_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: Its heading.
        align: Numbers stand right, everything else left.
    """

    title: str
    align: Literal["left", "right"] = "left"


def out() -> Console:
    """Standard output, as wide as the terminal."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE, highlight=False)


def err() -> Console:
    """Standard error, for everything that is not the result."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_error(message: str) -> None:
    """Says in one red line why the command ends."""
    err().print(Text(f"svodka: {' '.join(message.split())}", style="red"))


def print_remark(message: str) -> None:
    """Says something beside the result, dimmed."""
    err().print(Text(message, style="dim"))


def print_table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    *,
    title: str | None = None,
    widest_cell: int = WIDEST_CELL,
) -> bool:
    """Prints a table, each value on one line as long as the terminal is wide enough.

    Args:
        columns: Its columns.
        rows: Its rows, one value for each column; None shows as a dash.
        title: A heading above it.
        widest_cell: A longer text is cut and ends in "…".

    Returns:
        Whether a text was cut.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        is_number = column.align == "right"
        table.add_column(
            column.title, justify=column.align, header_style="bold", overflow="fold", no_wrap=is_number
        )
    was_cut = False
    for row in rows:
        texts = [" ".join(cell_text(value).split()) for value in row]
        was_cut = was_cut or any(len(text) > widest_cell for text in texts)
        table.add_row(*(_cell(value, text, widest_cell) for value, text in zip(row, texts, strict=True)))
    console = out()
    if title is not None:
        console.print(Text(title, style="bold"))
    console.print(table)
    return was_cut


def print_json(document: object) -> None:
    """Prints one JSON document, indented."""
    sys.stdout.write(json.dumps(json_ready(document), ensure_ascii=False, indent=2) + "\n")


def print_json_line(record: dict[str, object]) -> None:
    """Prints one JSON object on one line and hands it on at once."""
    sys.stdout.write(json.dumps(json_ready(record), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _cell(value: object, text: str, widest: int) -> Text:
    if value is None:
        return Text("–", style="dim")
    return Text(text if len(text) <= widest else text[: widest - 1].rstrip() + "…")
