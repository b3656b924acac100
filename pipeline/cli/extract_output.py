"""What `svodka extract` found, written text by text.

Belongs here: a table for people, CSV, JSON and JSON lines of the same records. Does not belong
here: the records (`extractors.json_lines`).
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator

from extractors import extract as extract_facts
from extractors.json_lines import FACT_FIELDS, REJECTION_FIELDS, Document, Record, records
from pipeline.cli.extract import ExtractFormat
from pipeline.cli.output import Column, print_json_line, print_remark, print_table
from pipeline.cli.values import cell_text

_PER_TEXT = Iterator[tuple[Document, list[Record]]]


def write_extractions(
    documents: Iterable[Document], shape: ExtractFormat, *, syntax: str, rejected: bool
) -> None:
    """Reads texts and writes what each holds before the next one is read.

    Args:
        documents: The texts.
        shape: How it is written.
        syntax: Name of the syntax provider.
        rejected: Whether numbers that state no fact are wanted too.
    """
    _WRITERS[shape](_extracted(documents, syntax, rejected=rejected))


def _extracted(documents: Iterable[Document], syntax: str, *, rejected: bool) -> _PER_TEXT:
    for document in documents:
        extraction = extract_facts(document.text, published=document.published, syntax=syntax)
        yield document, list(records(document.doc_id, extraction, rejected=rejected))


def _write_json_lines(extracted: _PER_TEXT) -> None:
    for _, found in extracted:
        for record in found:
            print_json_line(record)


def _write_json(extracted: _PER_TEXT) -> None:
    separator = "[\n"
    for _, found in extracted:
        for record in found:
            sys.stdout.write(separator + json.dumps(record, ensure_ascii=False))
            separator = ",\n"
        sys.stdout.flush()
    sys.stdout.write("[]\n" if separator == "[\n" else "\n]\n")


def _write_csv(extracted: _PER_TEXT) -> None:
    columns = dict.fromkeys((*FACT_FIELDS, *REJECTION_FIELDS))
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n", restval="")
    writer.writeheader()
    for _, found in extracted:
        for record in found:
            writer.writerow({name: cell_text(value) for name, value in record.items()})
        sys.stdout.flush()


def _write_tables(extracted: _PER_TEXT) -> None:
    for document, found in extracted:
        facts = [record for record in found if "rejected" not in record]
        rejections = [record for record in found if "rejected" in record]
        print_table(_FACT_COLUMNS, map(_fact_row, facts), title=f"{document.doc_id}, facts: {len(facts)}")
        if rejections:
            rows = [(record["quote"], record["reason"], record["rule"]) for record in rejections]
            print_table(_REJECTION_COLUMNS, rows, title=f"Numbers that state no fact: {len(rows)}")
        if document.published is None:
            print_remark(
                "No publication day is known, so relative periods stay open (--published gives one)."
            )


_FACT_COLUMNS = (
    Column("quote"),
    Column("bound"),
    Column("value", "right"),
    Column("unit"),
    Column("subject"),
    Column("change"),
    Column("period"),
    Column("place"),
    Column("confidence", "right"),
)
_REJECTION_COLUMNS = (Column("quote"), Column("reason"), Column("rule"))


def _fact_row(fact: Record) -> tuple[object, ...]:
    upper = "" if fact["value_max"] is None else f"…{fact['value_max']}"
    per = "" if fact["per"] is None else f" per {fact['per']}"
    return (
        fact["quote"],
        None if fact["qualifier"] == "exact" else fact["qualifier"],
        f"{fact['value']}{upper}",
        f"{fact['unit'] or fact['kind']}{per}",
        fact["subject"] or None,
        None if fact["measure"] == "level" else fact["direction"] or fact["measure"],
        _period(fact),
        fact["place"],
        fact["confidence"],
    )


def _period(fact: Record) -> str | None:
    days = dict.fromkeys((fact["period_start"], fact["period_end"]))
    stated = "…".join(str(day) for day in days if day is not None)
    planned = "planned" if fact["modality"] == "planned" else ""
    return f"{stated} {planned}".strip() or None


_WRITERS = {
    ExtractFormat.TABLE: _write_tables,
    ExtractFormat.CSV: _write_csv,
    ExtractFormat.JSON: _write_json,
    ExtractFormat.JSONL: _write_json_lines,
}
