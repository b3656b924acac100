"""The command line `svodka`: its commands, and the one place where an error becomes a line and a code.

Belongs here: assembly. Does not belong here: any command (the modules beside this one). A module
with a command imports what is slow to load inside the command, so that `svodka --help` stays quick.
"""

import sys
from importlib.metadata import version
from typing import Annotated

import typer
from pydantic_core import ValidationError

from pipeline.cli import doctor, evaluate, extract, replay, run, sources, sql, status, ui
from pipeline.cli.exit_codes import exit_code_of, exit_codes_help
from pipeline.cli.output import print_error
from pipeline.cli.settings_fault import settings_fault
from pipeline.errors import ExitCode, SvodkaError
from pipeline.settings import Settings
from warehouse.errors import WarehouseError

app = typer.Typer(
    name="svodka",
    epilog=exit_codes_help(),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    if wanted:
        typer.echo(f"svodka {version('svodka')}")
        raise typer.Exit


@app.callback()
def svodka(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Numeric facts from ministries' Russian press releases, in DuckDB."""


# In the order that `svodka --help` lists them.
app.command()(run.run)
app.command()(ui.ui)
app.command()(sql.sql)
app.command()(extract.extract)
app.add_typer(sources.app, name="sources")
app.command()(status.status)
app.command()(replay.replay)
app.command()(doctor.doctor)
app.command()(evaluate.evaluate)


def main() -> None:
    """Runs the command line; an expected error ends as one line on standard error."""
    try:
        app(prog_name="svodka")
    except (SvodkaError, WarehouseError) as error:
        print_error(str(error))
        sys.exit(exit_code_of(error))
    except ValidationError as error:
        if error.title != Settings.__name__:
            raise
        print_error(settings_fault(error))
        sys.exit(ExitCode.USAGE)
