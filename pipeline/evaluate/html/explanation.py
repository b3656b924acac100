"""An explanation as an HTML page: the text with its numbers, each with its slots, rule and evidence.

Belongs here: the order of the page. Does not belong here: the words (`pipeline.evaluate.explanation`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluate.explanation import Explained
from pipeline.evaluate.html.element import Markup, tag
from pipeline.evaluate.html.legend import kind_legend
from pipeline.evaluate.html.marks import PLAIN, REJECTED, Line, Mark, anchor, marked_text
from pipeline.evaluate.html.page import page


@dataclass(frozen=True, slots=True)
class ExplainedText:
    """A text and its numbers.

    Attributes:
        doc_id: Its name.
        about: A line below the name, such as the day of publication.
        text: The text.
        numbers: Its numbers in text order.
    """

    doc_id: str
    about: str
    text: str
    numbers: Sequence[Explained]


def explanation_page(texts: Iterable[ExplainedText]) -> str:
    """The whole page."""
    return page(
        "svodka: numbers explained",
        tag("header", tag("h1", "Numbers explained")),
        kind_legend(),
        (_text(text, place) for place, text in enumerate(texts)),
    )


def _text(text: ExplainedText, place: int) -> Markup:
    prefix = f"text{place}"
    facts = sum(number.kind is not None for number in text.numbers)
    rows = (_row(number, prefix) for number in text.numbers)
    headings = ("number", "read as", "slots", "rule", "evidence", "confidence")
    return tag(
        "article",
        tag("h3", text.doc_id),
        tag("p", f"{text.about} · {facts} facts, {len(text.numbers) - facts} rejections", class_="aside"),
        marked_text(text.text, map(_mark, text.numbers), prefix=prefix),
        tag(
            "figure",
            tag(
                "table",
                tag("thead", tag("tr", (tag("th", heading) for heading in headings))),
                tag("tbody", rows),
                class_="explained",
            ),
        ),
    )


def _mark(number: Explained) -> Mark:
    lines = [Line(name, content) for name, content in number.slots]
    lines.append(Line("rule", number.rule))
    if number.kind is not None:
        lines.append(Line("evidence", ", ".join(number.evidence) or "none"))
        lines.append(Line("confidence", number.confidence))
    state = REJECTED if number.kind is None else PLAIN
    return Mark(number.start, number.end, state, number.kind or "", number.reading, tuple(lines))


def _row(number: Explained, prefix: str) -> Markup:
    slots = (tag("span", tag("b", name), " ", content) for name, content in number.slots)
    return tag(
        "tr",
        tag("td", tag("a", number.quote, href=f"#{anchor(prefix, number.start)}")),
        tag("td", number.reading),
        tag("td", slots, class_="slots"),
        tag("td", number.rule),
        tag("td", ", ".join(number.evidence)),
        tag("td", number.confidence, class_="n"),
        class_="rejected" if number.kind is None else None,
    )
