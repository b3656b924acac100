"""A table as plain text cells, for the terminal and the page alike.

Belongs here: its form and how a figure is written. Does not belong here: any particular table
(`tables`, `agreement_tables`).
"""

from dataclasses import dataclass

from pipeline.evaluate.figures import Retrieval, Share

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, the headings (a name first, figures after it) and rows."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def retrieval_texts(retrieval: Retrieval) -> tuple[str, str, str]:
    """Precision, recall and F1."""
    return f"{retrieval.precision:.3f}", f"{retrieval.recall:.3f}", f"{retrieval.f1:.3f}"


def ratio_text(share: Share) -> str:
    """A share of 1; a dash where nothing was judged."""
    return NOTHING if share.ratio is None else f"{share.ratio:.3f}"


def of_text(share: Share) -> str:
    """So many of so many."""
    return f"{share.right} of {share.total}"
