"""The page around a report or explanation: self-contained, one file, nothing loaded from elsewhere.

Belongs here: the skeleton and plain tables. Does not belong here: what the page is about.
"""

from importlib.resources import files

from pipeline.evaluate.html.element import Content, Markup, tag
from pipeline.evaluate.table import Table

_FIGURES = frozenset("0123456789.–")


def page(title: str, *content: Content) -> str:
    """A whole HTML document."""
    head = tag(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        tag("title", title),
        tag("style", Markup(_asset("page.css"))),
    )
    card = tag("div", id="card", role="tooltip", hidden=True)
    body = tag("body", tag("main", *content), card, tag("script", Markup(_asset("page.js"))))
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def table(content: Table) -> Markup:
    """A table with its title; columns of figures stand right."""
    right = [
        all(set(row[place]) <= _FIGURES for row in content.rows) for place in range(len(content.headings))
    ]
    head = tag("tr", (_cell("th", text, right=r) for text, r in zip(content.headings, right, strict=True)))
    rows = (
        tag("tr", (_cell("td", text, right=r) for text, r in zip(row, right, strict=True)))
        for row in content.rows
    )
    return tag(
        "figure",
        tag("figcaption", content.title),
        tag("table", tag("thead", head), tag("tbody", rows)),
    )


def folded(heading: str, *content: Content) -> Markup:
    """Content behind a heading that opens it."""
    return tag("details", tag("summary", heading), *content)


def _cell(name: str, text: str, *, right: bool) -> Markup:
    return tag(name, text, class_="n" if right else None)


def _asset(name: str) -> str:
    return files("pipeline.evaluate.html").joinpath(name).read_text(encoding="utf-8")
