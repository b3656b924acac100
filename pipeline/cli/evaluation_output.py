"""An evaluation printed in the terminal.

Belongs here: which tables are printed, in which order. Does not belong here: their content
(`pipeline.evaluate.tables`) and the options of the command (`evaluate`).
"""

from collections.abc import Callable, Iterable, Mapping

from rich.text import Text

from pipeline.cli.output import Column, out, print_table
from pipeline.evaluate import tables
from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.table import NOTHING, Table

BREAKDOWNS: Mapping[str, Callable[[Evaluation], Table]] = {
    "kind": tables.kinds,
    "slot": tables.slot_mistakes,
    "rule": tables.rules,
    "topic": tables.topics,
}


def print_evaluation(evaluation: Evaluation, *, by: Iterable[str], errors: int) -> None:
    """Prints the summary, the wanted breakdowns and up to `errors` mistakes of each sort."""
    for table in tables.summary_tables(evaluation):
        show_table(table)
    for name in by:
        show_table(BREAKDOWNS[name](evaluation))
    if errors:
        for heading, lines in tables.error_lines(evaluation, errors):
            out().print(Text(f"\n{heading}", style="bold"))
            for line in lines:
                out().print(Text(f"  {line}"))


def show_table(table: Table) -> None:
    """Prints a table; whatever looks like a figure stands right."""
    columns = [
        Column(heading, "right" if all(_is_figure(row[place]) for row in table.rows) else "left")
        for place, heading in enumerate(table.headings)
    ]
    out().print(Text(f"\n{table.title}", style="bold"))
    if table.rows:
        print_table(columns, table.rows)


def _is_figure(cell: str) -> bool:
    return cell == NOTHING or cell.replace(".", "", 1).isdigit()
