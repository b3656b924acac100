"""An evaluation as an HTML page: figures on top, every text with its facts, misses and inventions below.

Belongs here: the order of the page and what its marks say. Does not belong here: figures
(`pipeline.evaluate`) and markup of charts, tables and marks (the modules beside this one).
"""

from collections import Counter
from collections.abc import Iterator

from extractors import EXTRACTOR_VERSION
from pipeline.evaluate import tables
from pipeline.evaluate.agreement_rules import SLOTS
from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.figures import Figures, figures_of
from pipeline.evaluate.html.charts import bar, confusion_matrix, headline_card, reliability_chart
from pipeline.evaluate.html.element import Markup, tag
from pipeline.evaluate.html.legend import kind_legend, state_legend
from pipeline.evaluate.html.marks import (
    INVENTED,
    MISSED,
    REJECTED,
    RIGHT,
    WRONG,
    Line,
    Mark,
    anchor,
    marked_text,
)
from pipeline.evaluate.html.page import folded, page, table
from pipeline.evaluate.mistakes import REJECTION, Mistake
from pipeline.evaluate.reading import Reading
from pipeline.evaluate.statement import slot_text, value_text

_MEANINGS = {
    "mention": "the right number in the right place",
    "core": "and range, qualifier, kind and unit",
    "strict": "and subject, change, period and modality",
}
_MISTAKES_SHOWN = 200


def evaluation_page(evaluation: Evaluation) -> str:
    """The whole report."""
    return page(
        "svodka: how right the extractor is",
        _head(evaluation),
        _figures(evaluation.figures),
        _confidence(evaluation),
        _details(evaluation),
        _mistakes(evaluation),
        tag("h2", "Texts", id="texts"),
        kind_legend(),
        state_legend(),
        _filters(),
        map(_text, evaluation.readings),
    )


def _head(evaluation: Evaluation) -> Markup:
    figures = evaluation.figures
    facts = figures.mention
    return tag(
        "header",
        tag("h1", "How right the extractor is"),
        tag(
            "p",
            f"{figures.texts} texts, {figures.characters:,} characters · {facts.stated:,} facts annotated, "
            f"{facts.found:,} found · extractor {EXTRACTOR_VERSION}, syntax {evaluation.syntax}",
            class_="aside",
        ),
        (
            tag("p", f"{problem.doc_id} {problem.entry}: {problem.message}", class_="problem")
            for problem in evaluation.problems
        ),
    )


def _figures(figures: Figures) -> Markup:
    cards = (headline_card(name, _MEANINGS[name], getattr(figures, name)) for name in _MEANINGS)
    rows = (
        tag(
            "li",
            tag("span", slot.replace("_", " ")),
            bar(share.ratio),
            tag("span", "–" if share.ratio is None else f"{share.ratio:.3f}", class_="n"),
            title=f"{share.right} of {share.total}",
        )
        for slot, share in figures.slots.items()
    )
    return tag(
        "section",
        tag("div", cards, class_="cards"),
        tag("figure", tag("figcaption", "Slots of the facts found"), tag("ul", rows, class_="bars")),
    )


def _confidence(evaluation: Evaluation) -> Markup:
    return tag(
        "section",
        tag("h2", "Confidence"),
        tag(
            "div",
            reliability_chart(evaluation.reliability),
            table(tables.reliability(evaluation)),
            class_="side-by-side",
        ),
    )


def _details(evaluation: Evaluation) -> Markup:
    return tag(
        "section",
        tag("h2", "Details"),
        table(tables.kinds(evaluation)),
        tag(
            "div",
            (confusion_matrix(f"Confusion of {name}", c) for name, c in evaluation.confusions.items()),
            class_="columns",
        ),
        table(tables.rejections(evaluation)),
        folded("Rules", table(tables.rules(evaluation))),
        folded("Topics", table(tables.topics(evaluation))),
    )


def _mistakes(evaluation: Evaluation) -> Markup:
    return tag(
        "section",
        tag("h2", "Mistakes"),
        (
            folded(
                f"{sort.replace('_', ' ')}: {len(found)}",
                tag("ul", map(_mistake, found[:_MISTAKES_SHOWN]), class_="mistakes"),
                tag("p", f"The first {_MISTAKES_SHOWN} are listed.")
                if len(found) > _MISTAKES_SHOWN
                else None,
            )
            for sort, found in evaluation.mistakes.items()
        ),
    )


def _mistake(mistake: Mistake) -> Markup:
    said = f" · {mistake.rule}, confidence {mistake.confidence}" if mistake.rule else ""
    # A rejection is marked where it was found, which need not be where it is annotated.
    place = mistake.doc_id if mistake.sort == REJECTION else anchor(mistake.doc_id, mistake.start)
    return tag(
        "li",
        tag("a", mistake.doc_id, href=f"#{place}"),
        " …",
        mistake.before,
        tag("b", mistake.quote),
        mistake.after,
        "…",
        tag(
            "span",
            "annotated ",
            tag("i", mistake.wanted or "nothing"),
            " found ",
            tag("span", mistake.got or "nothing", class_="differs"),
            said,
        ),
    )


def _filters() -> Markup:
    return tag(
        "p",
        tag("label", tag("input", type="checkbox", id="only-mistakes"), " only texts with mistakes"),
        tag("label", tag("input", type="checkbox", id="only-wrong"), " highlight mistakes only"),
        tag("input", type="search", id="search", placeholder="search texts", aria_label="Search texts"),
        class_="filters",
    )


def _text(reading: Reading) -> Markup:
    annotated = reading.annotated
    figures = figures_of([reading])
    marks = [*_pair_marks(reading), *_invented_marks(reading), *_missed_marks(reading), *_rejections(reading)]
    states = Counter(mark.state for mark in marks)
    faults = {name: states[name] for name in (WRONG, MISSED, INVENTED) if states[name]}
    return tag(
        "article",
        tag("h3", tag("a", annotated.doc_id, href=f"#{annotated.doc_id}"), f" {annotated.topic or ''}"),
        tag(
            "p",
            f"{annotated.published or 'no date'} · strict F1 {figures.strict.f1:.2f}, mention F1 "
            f"{figures.mention.f1:.2f}" + "".join(f" · {count} {name}" for name, count in faults.items()),
            class_="aside",
        ),
        marked_text(annotated.text, marks, prefix=annotated.doc_id),
        id=annotated.doc_id,
        class_="faulty" if faults else None,
    )


def _pair_marks(reading: Reading) -> Iterator[Mark]:
    for pair in reading.alignment.pairs:
        fact, found = reading.extraction.facts[pair.found], reading.found[pair.found]
        stated = reading.annotated.facts[pair.stated]
        slots = [
            Line(slot.replace("_", " "), slot_text(found, slot), slot_text(stated, slot) if wrong else None)
            for slot in SLOTS
            if slot != "part_of"
            for wrong in (slot in pair.wrong,)
            if wrong or slot_text(found, slot) != "none"
        ]
        if "part_of" in pair.wrong or found.part_of is not None:
            slots.append(_part_line(reading, pair.found, pair.stated, wrong="part_of" in pair.wrong))
        slots.append(Line("rule", f"{fact.rule}, confidence {fact.confidence}"))
        slots.append(Line("evidence", ", ".join(fact.evidence) or "none"))
        state = WRONG if pair.wrong else RIGHT
        yield Mark(
            fact.char_start,
            fact.char_end,
            state,
            found.kind,
            f"{found.value:f} {found.unit or ''}",
            tuple(slots),
        )


def _part_line(reading: Reading, found: int, stated: int, *, wrong: bool) -> Line:
    whole = reading.found[found].part_of
    wanted = reading.annotated.facts[stated].part_of
    return Line(
        "part of",
        "none" if whole is None else reading.found[whole].quote,
        None if not wrong else "none" if wanted is None else reading.annotated.facts[wanted].quote,
    )


def _invented_marks(reading: Reading) -> Iterator[Mark]:
    for index in reading.alignment.invented:
        fact, found = reading.extraction.facts[index], reading.found[index]
        lines = (
            Line("found", value_text(found)),
            Line("subject", fact.subject or "none"),
            Line("rule", f"{fact.rule}, confidence {fact.confidence}"),
        )
        yield Mark(fact.char_start, fact.char_end, INVENTED, found.kind, "Invented", lines)


def _missed_marks(reading: Reading) -> Iterator[Mark]:
    for index in reading.alignment.missed:
        stated = reading.annotated.facts[index]
        lines = (Line("annotated", value_text(stated)), Line("subject", stated.subject))
        yield Mark(stated.start, stated.end, MISSED, stated.kind, "Missed", lines)


def _rejections(reading: Reading) -> Iterator[Mark]:
    for rejection in reading.extraction.rejected:
        lines = (Line("reason", rejection.reason.value), Line("rule", rejection.rule))
        yield Mark(rejection.char_start, rejection.char_end, REJECTED, "", "Rejected", lines)
