"""`svodka status`: what is in the home.

Belongs here: the command's options. Does not belong here: finding it out (`home_state`) and the
words (`home_report`).
"""

from datetime import UTC, datetime
from typing import Annotated

import typer


def status(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what is in the home: rows, newest release, last runs, problems, disk use, age of the snapshot."""
    from pipeline.cli.home_report import print_home  # noqa: PLC0415 - loads Dagster, seconds
    from pipeline.settings import Settings  # noqa: PLC0415 - loads pydantic

    print_home(Settings(), now=datetime.now(UTC), as_json=as_json)
