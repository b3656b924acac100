"""Marked numbers in a running text.

Belongs here: what a mark is and the text with its marks as HTML. Does not belong here: what a mark
says (`report` from an evaluation, `explanation` from an extraction).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.evaluate.html.element import Markup, join, tag

RIGHT = "right"
WRONG = "wrong"
MISSED = "missed"
INVENTED = "invented"
REJECTED = "rejected"
PLAIN = "plain"
_GRAVITY = (PLAIN, REJECTED, RIGHT, WRONG, INVENTED, MISSED)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the card that a mark shows.

    Attributes:
        name: What it is about, such as a slot.
        value: What was found.
        wanted: What the annotation says, where that differs.
    """

    name: str
    value: str
    wanted: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One number to be marked.

    Attributes:
        start: Offset in the text.
        end: End offset, exclusive.
        state: One of this module's states.
        kind: Kind of the fact, "" for a rejection.
        title: Heading of its card.
        lines: Lines of its card.
    """

    start: int
    end: int
    state: str
    kind: str
    title: str
    lines: tuple[Line, ...] = field(default=())


def marked_text(text: str, marks: Iterable[Mark], *, prefix: str) -> Markup:
    """The text as paragraphs, each number marked and holding its card.

    Args:
        text: The whole text.
        marks: Marks; those that overlap share one highlight and show their cards together.
        prefix: Start of the ids: each mark can be linked to as `anchor(prefix, mark.start)`.
    """
    pieces: list[Markup] = []
    position = 0
    for cluster in _clusters(sorted(marks, key=lambda mark: (mark.start, mark.end))):
        start, end = cluster[0].start, max(mark.end for mark in cluster)
        pieces += [_prose(text[position:start]), _highlight(text[start:end], cluster, prefix)]
        position = end
    pieces.append(_prose(text[position:]))
    return tag("div", tag("p", pieces), class_="prose")


def anchor(prefix: str, start: int) -> str:
    """The id of the mark that starts at an offset."""
    return f"{prefix}-{start}"


def _clusters(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Groups of marks that overlap, in order."""
    group: list[Mark] = []
    end = 0
    for mark in marks:
        if group and mark.start >= end:
            yield group
            group = []
        group.append(mark)
        end = max(end, mark.end)
    if group:
        yield group


def _prose(text: str) -> Markup:
    """Running text; a blank line starts a paragraph, any other line end is kept."""
    return Markup("</p><p>".join(_lines(paragraph) for paragraph in text.split("\n\n")))


def _lines(text: str) -> Markup:
    return Markup("<br>".join(join(line) for line in text.split("\n")))


def _highlight(text: str, marks: Sequence[Mark], prefix: str) -> Markup:
    state = max((mark.state for mark in marks), key=_GRAVITY.index)
    kind = next((mark.kind for mark in marks if mark.kind), "")
    first, *others = sorted({mark.start for mark in marks})
    return tag(
        "mark",
        _lines(text),
        (tag("span", id=anchor(prefix, start)) for start in others),
        tag("span", map(_card, marks), class_="card", hidden=True),
        class_=f"{state} kind-{kind}" if kind else state,
        id=anchor(prefix, first),
        tabindex="0",
    )


def _card(mark: Mark) -> Markup:
    lines = (
        tag(
            "span",
            tag("b", line.name),
            tag("span", line.value, class_="got" if line.wanted is None else "got differs"),
            tag("i", line.wanted) if line.wanted is not None else None,
        )
        for line in mark.lines
    )
    heading = tag("strong", mark.title, class_=f"kind-{mark.kind}" if mark.kind else "")
    return tag("span", heading, lines, class_=f"entry {mark.state}")
