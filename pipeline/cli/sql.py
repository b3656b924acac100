"""`svodka sql`: questions to the published snapshot.

Belongs here: the command's options and where the SQL comes from. Does not belong here: running it
and writing results (`sql_session`), the dialogue (`sql_shell`).
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.result_format import Format, Layout, choose_format
from pipeline.errors import SettingsError


def sql(
    query: Annotated[
        str | None,
        typer.Argument(help="SQL, statements apart by ';'. Without it: standard input, or a shell."),
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", help="Read the SQL from a file.", exists=True, dir_okay=False),
    ] = None,
    shape: Annotated[
        Format | None, typer.Option("--format", help="Default: what --output ends in, else table.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the result to a file.", dir_okay=False)
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=0, help="Most rows to give. Default: 100 in a table, else all.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="Value of $NAME in the SQL; repeatable.")
    ] = None,
) -> None:
    """Ask the published snapshot, read-only; works while a run is going on.

    Begin with the tables facts and releases: svodka sql "SELECT * FROM facts LIMIT 5"
    """
    layout = Layout(choose_format(shape, output), output, limit)
    parameters = dict(_parameter(text) for text in param or ())
    text = _text(query, file)

    from pipeline.cli.sql_session import Session  # noqa: PLC0415 - loads DuckDB and the settings

    session = Session.of_settings(layout)
    if text is not None:
        session.ask(text, parameters)
        return

    from pipeline.cli.sql_shell import run_shell  # noqa: PLC0415 - only where there is a dialogue

    run_shell(session)


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (equals and name.isidentifier()):
        raise SettingsError(f"--param {text!r} is not NAME=VALUE", remedy="write --param since=2025-01-01")
    return name, value


def _text(query: str | None, file: Path | None) -> str | None:
    """The SQL, or None where a person sits at the terminal."""
    if query is not None and file is not None:
        raise SettingsError("SQL given twice", remedy="give a query or --file, not both")
    if file is not None:
        return file.read_text(encoding="utf-8")
    if query is not None:
        return query
    return None if sys.stdin.isatty() else sys.stdin.read()
