"""`svodka run`: fetch and process in one go, with progress and a closing table.

Belongs here: the options and what they mean together. Does not belong here: the run (`pipeline.run`)
and how its end is told (`run_tables`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.output import print_error, print_json, print_remark
from pipeline.cli.progress_bars import ProgressBars
from pipeline.errors import ExitCode, SettingsError
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.run.plan import RunPlan

# What a shell makes of a command that Ctrl-C ended.
_INTERRUPTED = 130


def run(
    *,
    replica: Annotated[
        bool,
        typer.Option("--replica", help="Fetch example releases from a replica of the sites on this machine."),
    ] = False,
    sources: Annotated[
        str | None,
        typer.Option(
            help="Keys or families of sources with commas between.", metavar="NAMES", show_default="all"
        ),
    ] = None,
    files: Annotated[
        Path | None, typer.Option(help="Take in a folder or file of releases (text, HTML, JSON, JSON lines).")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(help="First month of publication.", metavar="YYYY-MM", show_default="last month"),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(help="Last month of publication.", metavar="YYYY-MM", show_default="this month"),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report as JSON, without progress.")
    ] = False,
) -> None:
    """Fetch releases, read their facts and publish them. The same again changes nothing.

    A source that fails, fails alone: its reason is one line, the others land, and the exit code is 3.
    """
    from pipeline.cli.run_tables import exit_code_of_run, print_report, report_document  # noqa: PLC0415 - loads Dagster, seconds
    from pipeline.run.execute import execute  # noqa: PLC0415 - the same
    from pipeline.run.lock import run_lock  # noqa: PLC0415 - the same

    settings = Settings()
    try:
        with (
            _planned(replica=replica, sources=sources, files=files, since=since, until=until) as (
                plan,
                base_url,
            ),
            run_lock(
                settings, on_wait=lambda: print_remark("another run is at work here; waiting for its end")
            ),
            ProgressBars(shown=not as_json) as bars,
        ):
            report = execute(plan, settings, base_url_override=base_url, progress=bars)
    except KeyboardInterrupt as interrupt:
        print_error("interrupted; what had landed is stored, and the same command goes on from there")
        raise typer.Exit(_INTERRUPTED) from interrupt
    if as_json:
        print_json(report_document(report))
    else:
        print_report(report)
    code = exit_code_of_run(report)
    if code is not ExitCode.OK:
        raise typer.Exit(code)


@contextmanager
def _planned(
    *, replica: bool, sources: str | None, files: Path | None, since: str | None, until: str | None
) -> Iterator[tuple["RunPlan", str | None]]:
    """The plan, and the address of the replica that serves it for as long as the block lasts."""
    from pipeline.replica import DEFAULT_FIXTURES_DIR, Replica  # noqa: PLC0415 - only where it is wanted
    from pipeline.replica.fixtures import load_fixtures  # noqa: PLC0415 - the same
    from pipeline.run.plan import RunPlan, choose_sources, live_months, replica_months  # noqa: PLC0415 - loads Dagster

    if files is not None and not files.exists():
        raise SettingsError(f"--files {files} does not exist", remedy="name a folder or file of releases")
    if replica:
        texts = load_fixtures(DEFAULT_FIXTURES_DIR)
        with Replica(texts) as served:
            chosen = choose_sources(sources, slugs=frozenset(served.slugs))
            yield RunPlan(chosen, replica_months(texts, since, until), files), served.base_url
        return
    # Whoever hands over files and names no source wants just these.
    chosen = () if files is not None and sources is None else choose_sources(sources)
    yield RunPlan(chosen, live_months(since, until), files), None
