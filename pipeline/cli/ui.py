"""`svodka ui`: Dagster's web pages on 127.0.0.1, over the runs and data of this home.

Belongs here: the options and what is said. Does not belong here: the processes
(`pipeline.ui_servers`).
"""

import signal
import webbrowser
from types import FrameType
from typing import Annotated, NoReturn

import typer

from pipeline.cli.output import out, print_remark
from pipeline.settings import Settings


def ui(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 3000,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Only to look: nothing can be started, no schedule runs.")
    ] = False,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
) -> None:
    """Look at assets, runs and checks in the browser; turn the daily schedule on there. Ctrl-C stops it.

    There is no login: it listens on 127.0.0.1 only. For others, put a proxy with a login before it.
    """
    from pipeline.ui_servers import ui_servers  # noqa: PLC0415 - loads Dagster, seconds

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with ui_servers(Settings(), port=port, read_only=read_only) as servers:
            print_remark("starting Dagster, some ten seconds …")
            servers.wait_until_it_answers()
            out().print(f"{servers.address}  (Ctrl-C stops it)")
            if not no_open:
                webbrowser.open(servers.address)
            servers.wait()
    except KeyboardInterrupt:
        print_remark("stopped")


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    """A polite kill ends it as Ctrl-C does."""
    raise KeyboardInterrupt
