"""Writing the result of a query: a table for people, CSV, JSON, JSON lines or Parquet for programs.

Belongs here: one writer for each format. Does not belong here: running the query (`sql_query`).
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from pipeline.cli.output import Column, print_remark, print_table
from pipeline.cli.result_format import Format, Layout
from pipeline.cli.sql_query import Answer
from pipeline.cli.values import cell_text, json_ready
from pipeline.errors import SettingsError

Columns = Sequence[str]
Rows = Iterable[Sequence[object]]


def write_result(answer: Answer, layout: Layout) -> None:
    """Writes a result to standard output, or whole to a file.

    Raises:
        SettingsError: The file cannot be written.
    """
    if layout.output is not None:
        _write_file(answer, layout, layout.output)
    elif layout.shape is Format.TABLE:
        _write_table(answer, layout)
    else:
        _TEXT_WRITERS[layout.shape](answer.columns, islice(answer.rows(), layout.limit), sys.stdout)


def _write_file(answer: Answer, layout: Layout, output: Path) -> None:
    with _replacing(output) as path:
        if layout.shape is Format.PARQUET:
            answer.save_parquet(path, layout.limit)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                _TEXT_WRITERS[layout.shape](answer.columns, islice(answer.rows(), layout.limit), file)


def _write_table(answer: Answer, layout: Layout) -> None:
    limit = layout.rows_in_a_table
    rows = list(islice(answer.rows(), limit + 1))
    columns = [
        Column(name, "right" if numeric else "left")
        for name, numeric in zip(answer.columns, answer.numeric, strict=True)
    ]
    was_cut = print_table(columns, rows[:limit], widest_cell=layout.widest_cell)
    remarks = [f"the first {limit} rows (--limit shows more)" if len(rows) > limit else _counted(len(rows))]
    if was_cut:
        remarks.append("texts that end in … are cut (--format csv gives them whole)")
    print_remark("; ".join(remarks))


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"


def _write_csv(columns: Columns, rows: Rows, file: TextIO) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell_text(value) for value in row] for row in rows)


def _write_json(columns: Columns, rows: Rows, file: TextIO) -> None:
    file.write("[")
    for number, row in enumerate(rows):
        file.writelines((",\n" if number else "\n", _json_object(columns, row)))
    file.write("\n]\n")


def _write_json_lines(columns: Columns, rows: Rows, file: TextIO) -> None:
    file.writelines(f"{_json_object(columns, row)}\n" for row in rows)


def _json_object(columns: Columns, row: Sequence[object]) -> str:
    return json.dumps(json_ready(dict(zip(columns, row, strict=True))), ensure_ascii=False)


_TEXT_WRITERS = {
    Format.CSV: _write_csv,
    Format.JSON: _write_json,
    Format.JSONL: _write_json_lines,
}


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A file beside the target that takes its place when all went well."""
    unfinished = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        yield unfinished
        unfinished.replace(target)
    except OSError as error:
        raise SettingsError(
            f"{target} cannot be written ({error.strerror})", remedy="name a file in a folder of yours"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
