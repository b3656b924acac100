"""`svodka evaluate`: how right the extractor is on texts annotated by hand.

Belongs here: the options of the command. Does not belong here: what it does
(`evaluate_modes`) and the figures (`pipeline.evaluate`).
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Breakdown(StrEnum):
    """What the figures can be broken down by."""

    KIND = "kind"
    SLOT = "slot"
    RULE = "rule"
    TOPIC = "topic"


def evaluate(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="A folder with texts/ and facts/, or those two folders."),
    ],
    *,
    by: Annotated[
        list[Breakdown] | None, typer.Option(help="Break the figures down further; may be repeated.")
    ] = None,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="Show up to N mistakes of each sort in context.")
    ] = 0,
    only: Annotated[
        str, typer.Option(metavar="PATTERN", help="Only the texts whose name fits, such as 'a*'.")
    ] = "*",
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a report with every text to this HTML page.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON document.")] = False,
    syntax: Annotated[
        str | None, typer.Option(help="Syntax provider: slovnet, none or a spaCy pipeline.")
    ] = None,
    agreement: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Instead: how far the annotations agree with a second pass in FOLDER."
        ),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write floors a hair below these figures to PATH.")
    ] = False,
    fit_confidence: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Fit the weights of confidence and write them to FILE."),
    ] = None,
) -> None:
    """Scores the extractor on annotated texts.

    An annotation with a mistake is set aside and listed on standard error; the exit code is then 4.
    """
    from pipeline.cli import evaluate_modes as modes  # noqa: PLC0415 - loads spaCy; --help stays quick
    from pipeline.cli.syntax_choice import usable_syntax  # noqa: PLC0415 - the same

    if agreement is not None:
        modes.compare_annotations(paths, agreement, only=only, as_json=as_json)
        return
    if write_baseline and only != "*":
        raise typer.BadParameter("a baseline is of the whole corpus; leave --only out", param_hint="--only")
    scored = modes.score(paths, only=only, syntax=usable_syntax(syntax))
    if html is not None:
        modes.write_report(html, scored)
    if write_baseline:
        modes.write_floors(scored)
    if as_json:
        modes.print_document(scored)
    else:
        modes.print_figures(scored, by=by or [], errors=errors)
    if fit_confidence is not None:
        modes.write_weights(fit_confidence, scored)
    modes.report_problems(scored.evaluation.problems)
