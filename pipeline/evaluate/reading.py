"""The extractor run over annotated texts, each result laid beside its annotation.

Belongs here: running and pairing, for facts and for rejections. Does not belong here: counting
(`figures`, `rejections`) and showing (`tables`, `report`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from extractors import Extraction, Fact, extract
from pipeline.evaluate.alignment import Alignment, align
from pipeline.evaluate.corpus import AnnotatedText
from pipeline.evaluate.statement import Statement, statements_of


@dataclass(frozen=True, slots=True)
class Reading:
    """One annotated text as the extractor read it.

    Attributes:
        annotated: The text and its annotation.
        extraction: What the extractor made of it.
        found: The extracted facts in the form they are compared in, in their order.
        alignment: Indices into `found` and the annotated facts.
    """

    annotated: AnnotatedText
    extraction: Extraction
    found: tuple[Statement, ...]
    alignment: Alignment

    def right_facts(self) -> Iterable[tuple[Fact, bool]]:
        """Each found fact with whether it is strictly right; an invented one is not."""
        right = {pair.found for pair in self.alignment.pairs if pair.is_strictly_right}
        return ((fact, index in right) for index, fact in enumerate(self.extraction.facts))


def compare(annotated: AnnotatedText, extraction: Extraction) -> Reading:
    """Lays an extraction beside the annotation of the same text."""
    found = statements_of(extraction.facts)
    return Reading(annotated, extraction, found, align(found, annotated.facts))


def read_texts(texts: Iterable[AnnotatedText], *, syntax: str) -> tuple[Reading, ...]:
    """Extracts and compares every text, in order.

    Args:
        texts: What to read.
        syntax: Name of the syntax provider.

    Raises:
        LookupError: When the syntax provider is not installed.
    """
    return tuple(
        compare(annotated, extract(annotated.text, published=annotated.published, syntax=syntax))
        for annotated in texts
    )
