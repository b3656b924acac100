"""How far two annotation passes over the same texts agree.

Belongs here: their comparison. Does not belong here: when slots agree (`agreement_rules`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.agreement_rules import SLOTS
from pipeline.evaluate.alignment import Alignment, align
from pipeline.evaluate.corpus import AnnotatedText, AnnotationProblem, CorpusError, load_corpus
from pipeline.evaluate.figures import Retrieval, Share, slot_shares
from pipeline.evaluate.statement import Statement, slot_text, value_text


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that the two passes see differently.

    Attributes:
        doc_id: The text.
        quote: The number.
        slot: The slot, or "fact" when only one pass has the fact.
        first: What the first pass says.
        second: What the second pass says.
    """

    doc_id: str
    quote: str
    slot: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two passes compared; the first takes the place of what is found, the second of what is stated.

    Attributes:
        texts: How many texts both passes have.
        mention: Facts that both have.
        strict: Facts that both have with everything the strict measure asks for.
        slots: Agreement of each slot over the facts that both have.
        disagreements: Everything else, in text order.
        problems: Mistakes in the files of either pass.
    """

    texts: int
    mention: Retrieval
    strict: Retrieval
    slots: dict[str, Share]
    disagreements: tuple[Disagreement, ...]
    problems: tuple[AnnotationProblem, ...]


def compare_passes(texts: Path, first: Path, second: Path, *, only: str = "*") -> Agreement:
    """Compares two folders of annotation files over one folder of texts.

    Files that only one pass has are left out: a second pass may cover a sample.

    Raises:
        CorpusError: A folder holds no file of the format, or the passes share none.
    """
    one, two = load_corpus(texts, first, only=only), load_corpus(texts, second, only=only)
    seconds = {text.doc_id: text for text in two.texts}
    shared = [(text, seconds[text.doc_id]) for text in one.texts if text.doc_id in seconds]
    if not shared:
        raise CorpusError(f"{first} and {second} share no file")
    compared = [(a, b, _align(a, b)) for a, b in shared]
    pairs = [pair for _, _, alignment in compared for pair in alignment.pairs]
    found = sum(len(a.facts) for a, _ in shared)
    stated = sum(len(b.facts) for _, b in shared)
    return Agreement(
        texts=len(shared),
        mention=Retrieval(len(pairs), found, stated),
        strict=Retrieval(sum(pair.is_strictly_right for pair in pairs), found, stated),
        slots=slot_shares(alignment for _, _, alignment in compared),
        disagreements=tuple(d for a, b, alignment in compared for d in _disagreements(a, b, alignment)),
        problems=one.problems + two.problems,
    )


def _align(first: AnnotatedText, second: AnnotatedText) -> Alignment:
    return align(first.facts, second.facts, open_period=False)


def _disagreements(
    first: AnnotatedText, second: AnnotatedText, alignment: Alignment
) -> Iterator[Disagreement]:
    rows: list[tuple[int, Disagreement]] = []
    for index in alignment.invented:
        fact = first.facts[index]
        rows.append((fact.start, _only_one(first.doc_id, fact, in_first=True)))
    for index in alignment.missed:
        fact = second.facts[index]
        rows.append((fact.start, _only_one(first.doc_id, fact, in_first=False)))
    for pair in alignment.pairs:
        ours, theirs = first.facts[pair.found], second.facts[pair.stated]
        for slot in SLOTS:
            if slot in pair.wrong:
                said = _slot(first, ours, slot), _slot(second, theirs, slot)
                rows.append((ours.start, Disagreement(first.doc_id, ours.quote, slot, *said)))
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _only_one(doc_id: str, fact: Statement, *, in_first: bool) -> Disagreement:
    text = value_text(fact)
    return Disagreement(
        doc_id, fact.quote, "fact", text if in_first else "none", "none" if in_first else text
    )


def _slot(text: AnnotatedText, fact: Statement, slot: str) -> str:
    if slot == "part_of":
        return "none" if fact.part_of is None else text.facts[fact.part_of].quote
    return slot_text(fact, slot)
