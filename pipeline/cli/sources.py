"""`svodka sources`: who is read, what came of it, and whether a site still knows them.

Belongs here: the commands' options. Does not belong here: the facts about sources
(`source_facts`) and the registry (`pipeline.sources`).
"""

from typing import Annotated

import typer

from pipeline.errors import ExitCode

app = typer.Typer(invoke_without_command=True)


@app.callback()
def sources(
    context: typer.Context,
    *,
    family: Annotated[str | None, typer.Option(help="Only this family, such as kz.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the sources: ministry, slug, releases so far, how the last fetch ended."""
    if context.invoked_subcommand is not None:
        return

    from pipeline.cli.source_facts import print_sources  # noqa: PLC0415 - loads Dagster, seconds
    from pipeline.settings import Settings  # noqa: PLC0415 - loads pydantic

    print_sources(Settings(), family, as_json=as_json)


@app.command()
def check(
    key: Annotated[str, typer.Argument(help="Key of the source, such as kz_economy.")],
    *,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Ask this replica of the site instead.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ask the live site, in one polite request, whether it knows the source under its slug."""
    from pipeline.cli.source_check import print_check  # noqa: PLC0415 - loads the HTTP client
    from pipeline.settings import Settings  # noqa: PLC0415 - loads pydantic

    code = print_check(key, Settings(), base_url=base_url, as_json=as_json)
    if code is not ExitCode.OK:
        raise typer.Exit(code)
