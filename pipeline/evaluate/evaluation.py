"""Everything one evaluation says, put together once for every way of showing it.

Belongs here: the whole result and its form for programs. Does not belong here: how any part is
counted (the other modules) and shown (`tables`, `report`).
"""

from collections import Counter
from dataclasses import asdict, dataclass

from extractors import EXTRACTOR_VERSION
from pipeline.evaluate.corpus import AnnotationProblem, Corpus
from pipeline.evaluate.figures import (
    CATEGORIES,
    Figures,
    KindFigures,
    Retrieval,
    RuleFigures,
    Share,
    confusion,
    figures_by_kind,
    figures_by_rule,
    figures_by_topic,
    figures_of,
)
from pipeline.evaluate.mistakes import Mistake, find_mistakes
from pipeline.evaluate.reading import Reading, read_texts
from pipeline.evaluate.rejections import RejectionFigures, judge_rejections, rejection_figures
from pipeline.evaluate.reliability import Reliability, reliability_of


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation of one extractor version with one syntax provider on one corpus."""

    syntax: str
    problems: tuple[AnnotationProblem, ...]
    readings: tuple[Reading, ...]
    figures: Figures
    kinds: dict[str, KindFigures]
    rules: dict[str, RuleFigures]
    topics: dict[str, Figures]
    confusions: dict[str, Counter[tuple[str, str]]]
    rejections: dict[str, RejectionFigures]
    reliability: Reliability
    mistakes: dict[str, list[Mistake]]


def evaluate_texts(corpus: Corpus, *, syntax: str) -> Evaluation:
    """Runs the extractor over a corpus and counts everything there is to say about it.

    Raises:
        LookupError: When the syntax provider is not installed.
    """
    return evaluate_readings(read_texts(corpus.texts, syntax=syntax), corpus.problems, syntax=syntax)


def evaluate_readings(
    readings: tuple[Reading, ...], problems: tuple[AnnotationProblem, ...], *, syntax: str
) -> Evaluation:
    """Counts everything there is to say about some readings."""
    return Evaluation(
        syntax=syntax,
        problems=problems,
        readings=readings,
        figures=figures_of(readings),
        kinds=figures_by_kind(readings),
        rules=figures_by_rule(readings),
        topics=figures_by_topic(readings),
        confusions={category: confusion(readings, category) for category in CATEGORIES},
        rejections=rejection_figures(judge_rejections(readings)),
        reliability=reliability_of(readings),
        mistakes=find_mistakes(readings),
    )


def reason_share(rejections: dict[str, RejectionFigures]) -> Share:
    """Annotated rejections that were rejected for the right reason, among all."""
    return Share(
        sum(figures.right for figures in rejections.values()),
        sum(figures.total for figures in rejections.values()),
    )


def as_document(evaluation: Evaluation) -> dict[str, object]:
    """The evaluation as one JSON document; the readings themselves are left out."""
    figures = evaluation.figures
    return {
        "extractor_version": EXTRACTOR_VERSION,
        "syntax": evaluation.syntax,
        "texts": figures.texts,
        "characters": figures.characters,
        "annotation_problems": [asdict(problem) for problem in evaluation.problems],
        "figures": _figures(figures),
        "kinds": {
            kind: {name: _share(share) for name, share in _fields(k).items() if isinstance(share, Share)}
            for kind, k in evaluation.kinds.items()
        },
        "rules": {
            rule: {
                name: _share(part) if isinstance(part, Share) else part for name, part in _fields(r).items()
            }
            for rule, r in evaluation.rules.items()
        },
        "topics": {topic: _figures(f) for topic, f in evaluation.topics.items()},
        "confusions": {
            category: [
                {"stated": stated, "found": found, "count": count}
                for (stated, found), count in counts.most_common()
            ]
            for category, counts in evaluation.confusions.items()
        },
        "rejections": {reason: asdict(r) for reason, r in evaluation.rejections.items()},
        "reliability": asdict(evaluation.reliability),
        "mistakes": {sort: [asdict(m) for m in found] for sort, found in evaluation.mistakes.items()},
    }


def _figures(figures: Figures) -> dict[str, object]:
    return {
        **{name: _retrieval(getattr(figures, name)) for name in ("mention", "core", "strict")},
        "slots": {slot: _share(share) for slot, share in figures.slots.items()},
    }


def _retrieval(retrieval: Retrieval) -> dict[str, object]:
    return {
        **asdict(retrieval),
        "precision": retrieval.precision,
        "recall": retrieval.recall,
        "f1": retrieval.f1,
    }


def _share(share: Share) -> dict[str, object]:
    return {**asdict(share), "ratio": share.ratio}


def _fields(figures: KindFigures | RuleFigures) -> dict[str, object]:
    return {name: getattr(figures, name) for name in figures.__slots__}
