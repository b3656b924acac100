"""`svodka replay`: from the raw zone to the published snapshot, without the network.

Belongs here: the command. Does not belong here: the run (`pipeline.run`), which records it in
Dagster like any other.
"""

from typing import Annotated

import typer

from pipeline.errors import ExitCode


def replay(
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report as JSON, without progress.")
    ] = False,
) -> None:
    """Do again what is not done yet with the stored answers of the sites; asks no site.

    A warehouse that was deleted, or that an older version made, is rebuilt from the raw zone.
    """
    from pipeline.cli.replay_run import process_raw_zone  # noqa: PLC0415 - loads Dagster, seconds
    from pipeline.settings import Settings  # noqa: PLC0415 - loads pydantic

    code = process_raw_zone(Settings(), as_json=as_json)
    if code is not ExitCode.OK:
        raise typer.Exit(code)
