"""`svodka extract`: the numbers of a text, without a warehouse.

Belongs here: the command's options. Does not belong here: reading texts (`extract_input`) and
writing what was found (`extract_output`).
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ExtractFormat(StrEnum):
    """How the numbers of a text are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


def extract(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Texts, HTML pages (.html, .htm) or JSON lines (.jsonl); '-' or none: standard input."
        ),
    ] = None,
    *,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Input is JSON lines {"id", "published", "text"}, output too.')
    ] = False,
    html: Annotated[bool, typer.Option("--html", help="Standard input is HTML.")] = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Also give the numbers that state no fact, with the reason.")
    ] = False,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Day of publication, which 'since the beginning of the year' refers to; unknown by default.",
        ),
    ] = None,
    syntax: Annotated[
        str | None,
        typer.Option(
            metavar="slovnet|none|NAME", help="Syntax provider, or the name of an installed spaCy pipeline."
        ),
    ] = None,
    shape: Annotated[
        ExtractFormat | None, typer.Option("--format", help="Default: table, with --jsonl jsonl.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the text with each number, its rule and its evidence.")
    ] = False,
    explain_page: Annotated[
        Path | None, typer.Option("--explain-html", metavar="FILE", help="The same as an HTML page.")
    ] = None,
) -> None:
    """Extract numeric facts from texts; answers text by text, as they come.

    For example: svodka extract --published 2025-12-19 release.txt
    """
    from pipeline.cli.explain import explain_documents  # noqa: PLC0415 - loads spaCy and the models
    from pipeline.cli.extract_input import read_documents  # noqa: PLC0415 - the same
    from pipeline.cli.extract_output import write_extractions  # noqa: PLC0415 - the same
    from pipeline.cli.syntax_choice import usable_syntax  # noqa: PLC0415 - the same

    documents = read_documents(
        files or [],
        as_json_lines=jsonl,
        as_html=html,
        published=None if published is None else published.date(),
    )
    if explain or explain_page is not None:
        explain_documents(documents, syntax=usable_syntax(syntax), page=explain_page)
        return
    default = ExtractFormat.JSONL if jsonl else ExtractFormat.TABLE
    write_extractions(documents, shape or default, syntax=usable_syntax(syntax), rejected=rejected)
