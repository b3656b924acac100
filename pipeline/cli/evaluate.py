"""`svodka evaluate`: how right the extractor is on texts annotated by hand.

Belongs here: the options of the command. Does not belong here: the figures (`pipeline.evaluate`)
and how they are printed (`evaluation_output`).
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from pipeline.cli.output import err, print_json
from pipeline.cli.page_file import write_page
from pipeline.errors import ExitCode


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
) -> None:
    """Scores the extractor on annotated texts.

    An annotation with a mistake is set aside and listed on standard error; the exit code is then 4.
    """
    from pipeline.cli.evaluation_output import print_evaluation  # noqa: PLC0415 - keeps --help quick
    from pipeline.cli.syntax_choice import usable_syntax  # noqa: PLC0415 - the same
    from pipeline.evaluate.corpus import corpus_folders, load_corpus  # noqa: PLC0415 - the same
    from pipeline.evaluate.evaluation import as_document, evaluate_texts  # noqa: PLC0415 - the same
    from pipeline.evaluate.html.report import evaluation_page  # noqa: PLC0415 - the same

    corpus = load_corpus(*corpus_folders(paths), only=only)
    evaluation = evaluate_texts(corpus, syntax=usable_syntax(syntax))
    if html is not None:
        write_page(html, evaluation_page(evaluation))
    if as_json:
        print_json(as_document(evaluation))
    else:
        print_evaluation(evaluation, by=by or [], errors=errors)
    for problem in corpus.problems:
        err().print(Text(f"{problem.doc_id} {problem.entry}: {problem.message}", style="red"))
    if corpus.problems:
        raise typer.Exit(ExitCode.CHECK_FAILED)
