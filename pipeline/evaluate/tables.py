"""An evaluation as tables in the terminal.

Belongs here: which table has which columns. Does not belong here: the figures themselves
(`evaluation`) and how a table is printed (`pipeline.cli`).
"""

from collections.abc import Iterable, Iterator

from pipeline.evaluate.confidence_fit import Weight
from pipeline.evaluate.evaluation import Evaluation, reason_share
from pipeline.evaluate.figures import Figures, Share
from pipeline.evaluate.table import Table, of_text, ratio_text, retrieval_texts

_WHOLE = "all"


def summary_tables(evaluation: Evaluation) -> Iterator[Table]:
    """The tables everybody wants: headline, slots, kinds, confusions, rejections, reliability."""
    yield headline(evaluation.figures)
    yield slots(evaluation.figures)
    yield kinds(evaluation)
    yield from confusions(evaluation)
    yield rejections(evaluation)
    yield reliability(evaluation)


def headline(figures: Figures) -> Table:
    """Precision, recall and F1 of the three measures."""
    measures = {"mention": figures.mention, "core": figures.core, "strict": figures.strict}
    title = f"{figures.texts} texts, {figures.mention.stated} facts annotated, {figures.mention.found} found"
    return Table(
        title,
        ("", "precision", "recall", "F1"),
        tuple((name, *retrieval_texts(retrieval)) for name, retrieval in measures.items()),
    )


def slots(figures: Figures) -> Table:
    """Accuracy of each slot."""
    rows = tuple((slot, ratio_text(share), of_text(share)) for slot, share in figures.slots.items())
    return Table("Slots of the facts found", ("slot", "accuracy", "right"), rows)


def kinds(evaluation: Evaluation) -> Table:
    """How each kind fares."""
    rows = tuple(
        (
            kind,
            str(k.mention.total),
            ratio_text(k.mention),
            ratio_text(k.core),
            ratio_text(k.strict),
            str(k.found.total),
            ratio_text(k.found),
        )
        for kind, k in evaluation.kinds.items()
    )
    headings = (
        "kind",
        "annotated",
        "mention recall",
        "core recall",
        "strict recall",
        "found",
        "kind precision",
    )
    return Table("Kinds", headings, rows)


def confusions(evaluation: Evaluation) -> Iterator[Table]:
    """For each category what was taken for what, the most frequent first; right ones are left out."""
    for category, counts in evaluation.confusions.items():
        rows = tuple(
            (stated, found, str(count)) for (stated, found), count in counts.most_common() if stated != found
        )
        if rows:
            yield Table(f"Confusion of {category}", ("annotated", "found", "facts"), rows)


def rejections(evaluation: Evaluation) -> Table:
    """What became of the numbers that are no facts."""
    whole = reason_share(evaluation.rejections)
    rows = tuple(
        (
            reason,
            str(r.total),
            ratio_text(Share(r.right, r.total)),
            str(r.other_reason),
            str(r.taken_for_fact),
            str(r.unseen),
        )
        for reason, r in evaluation.rejections.items()
    )
    title = f"Rejections: {ratio_text(whole)} with the right reason ({of_text(whole)})"
    return Table(title, ("reason", "annotated", "right", "other reason", "taken for a fact", "unseen"), rows)


def reliability(evaluation: Evaluation) -> Table:
    """The share right of each tenth of confidence."""
    found = evaluation.reliability
    rows = tuple(
        (f"{b.low:.1f}–{b.high:.1f}", str(b.facts), f"{b.confidence:.3f}", f"{b.right:.3f}")
        for b in found.bins
    )
    title = (
        f"Confidence against share strictly right: expected calibration error {found.expected_error:.3f},"
        f" Brier score {found.brier:.3f}"
    )
    return Table(title, ("confidence", "facts", "mean", "right"), rows)


def slot_mistakes(evaluation: Evaluation, most: int = 6) -> Table:
    """The most frequent mistakes of each slot."""
    rows: list[tuple[str, ...]] = []
    for slot in evaluation.figures.slots:
        counts: dict[tuple[str, str], int] = {}
        for mistake in evaluation.mistakes.get(slot, ()):
            key = mistake.wanted, mistake.got
            counts[key] = counts.get(key, 0) + 1
        frequent = sorted(counts.items(), key=lambda item: -item[1])[:most]
        rows += [(slot, wanted, got, str(count)) for (wanted, got), count in frequent]
    return Table("Most frequent mistakes of each slot", ("slot", "annotated", "found", "facts"), tuple(rows))


def rules(evaluation: Evaluation) -> Table:
    """How right the facts of each rule are."""
    rows = tuple(
        (
            rule,
            str(r.mention.total),
            ratio_text(r.mention),
            ratio_text(r.head),
            ratio_text(r.strict),
            f"{r.confidence:.3f}",
        )
        for rule, r in evaluation.rules.items()
    )
    return Table("Rules", ("rule", "facts", "mention", "subject head", "strict", "mean confidence"), rows)


def topics(evaluation: Evaluation) -> Table:
    """The measures of each topic."""
    headings = ("topic", "texts", "facts", "mention F1", "core F1", "strict F1", "subject", "period")
    groups = {**evaluation.topics, _WHOLE: evaluation.figures}
    return Table("Topics", headings, tuple(_topic(topic, figures) for topic, figures in groups.items()))


def weights_table(weights: Iterable[Weight]) -> Table:
    """Fitted confidence weights with what they were read off."""
    rows = tuple(
        (w.evidence, str(w.facts), ratio_text(Share(w.right, w.facts)), str(w.penalty)) for w in weights
    )
    return Table("Confidence weights", ("evidence", "facts", "strictly right", "penalty"), rows)


def error_lines(evaluation: Evaluation, most: int) -> Iterator[tuple[str, Iterable[str]]]:
    """For each sort of mistake a heading and its worst cases as lines."""
    for sort, found in evaluation.mistakes.items():
        lines = (
            f"{m.doc_id}  …{m.before}⟦{m.quote}⟧{m.after}…"
            f"\n      annotated: {m.wanted or 'nothing'}   found: {m.got or 'nothing'}"
            + (f"   ({m.rule}, confidence {m.confidence})" if m.rule else "")
            for m in found[:most]
        )
        yield f"{sort}: {len(found)}", lines


def _topic(topic: str, figures: Figures) -> tuple[str, ...]:
    return (
        topic,
        str(figures.texts),
        str(figures.mention.stated),
        *(f"{r.f1:.3f}" for r in (figures.mention, figures.core, figures.strict)),
        ratio_text(figures.slots["subject"]),
        ratio_text(figures.slots["period"]),
    )
