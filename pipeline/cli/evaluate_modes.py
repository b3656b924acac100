"""What `svodka evaluate` can do with annotated texts.

Belongs here: one function for each thing the command is asked for. Does not belong here: the
options (`evaluate`), the tables (`evaluation_output`) and the figures (`pipeline.evaluate`).
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import typer
from rich.text import Text

from pipeline.cli.evaluation_output import print_evaluation, show_table
from pipeline.cli.output import err, print_json, print_remark
from pipeline.cli.text_file import write_text_file
from pipeline.errors import ExitCode
from pipeline.evaluate.agreement import compare_passes
from pipeline.evaluate.agreement_tables import agreement_tables
from pipeline.evaluate.baseline import BASELINE, baseline_file, baseline_of, corpus_digest
from pipeline.evaluate.confidence_fit import fit_weights, outcomes_of, weights_file
from pipeline.evaluate.corpus import AnnotationProblem, corpus_folders, load_corpus
from pipeline.evaluate.evaluation import Evaluation, as_document, evaluate_texts
from pipeline.evaluate.html.report import evaluation_page
from pipeline.evaluate.tables import weights_table


@dataclass(frozen=True, slots=True)
class Scored:
    """An evaluation and the folders it is of."""

    texts: Path
    facts: Path
    evaluation: Evaluation


def score(paths: list[Path], *, only: str, syntax: str) -> Scored:
    """Runs the extractor over the corpus.

    Raises:
        CorpusError: The paths hold no annotated corpus.
    """
    texts, facts = corpus_folders(paths)
    return Scored(texts, facts, evaluate_texts(load_corpus(texts, facts, only=only), syntax=syntax))


def print_figures(scored: Scored, *, by: Iterable[str], errors: int) -> None:
    """Prints the tables."""
    print_evaluation(scored.evaluation, by=by, errors=errors)


def print_document(scored: Scored) -> None:
    """Prints everything as JSON."""
    print_json(as_document(scored.evaluation))


def write_report(path: Path, scored: Scored) -> None:
    """Writes the HTML report."""
    write_text_file(path, evaluation_page(scored.evaluation))


def write_floors(scored: Scored) -> None:
    """Writes the baseline beside the folder of annotations."""
    baseline = baseline_of(scored.evaluation, corpus_digest(scored.texts, scored.facts))
    write_text_file(scored.facts.parent / BASELINE, baseline_file(baseline))


def write_weights(path: Path, scored: Scored) -> None:
    """Fits the weights of confidence, prints and writes them; the next run of the extractor uses them."""
    weights = fit_weights(outcomes_of(scored.evaluation.readings))
    show_table(weights_table(weights))
    write_text_file(path, weights_file(weights))


def compare_annotations(paths: list[Path], second: Path, *, only: str, as_json: bool) -> None:
    """Prints how far the annotations in `paths` and those in `second` agree.

    Raises:
        CorpusError: The paths hold no annotated corpus, or the two passes share no file.
    """
    texts, first = corpus_folders(paths)
    agreement = compare_passes(texts, first, second, only=only)
    if as_json:
        print_json(asdict(agreement))
    else:
        for table in agreement_tables(agreement):
            show_table(table)
        print_remark("Facts of the first pass stand first; files that only one pass has were left out.")
    report_problems(agreement.problems)


def report_problems(problems: Iterable[AnnotationProblem]) -> None:
    """Lists mistakes in annotation files.

    Raises:
        typer.Exit: With 4, when there are any.
    """
    lines = [f"{problem.doc_id} {problem.entry}: {problem.message}" for problem in problems]
    for line in lines:
        err().print(Text(line, style="red"))
    if lines:
        raise typer.Exit(ExitCode.CHECK_FAILED)
