import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import RejectionReason
from pipeline.evaluate.corpus import AnnotationProblem
from pipeline.evaluate.evaluation import evaluate_readings
from pipeline.evaluate.explanation import explain
from pipeline.evaluate.html.element import Markup, join, tag
from pipeline.evaluate.html.explanation import ExplainedText, explanation_page
from pipeline.evaluate.html.marks import PLAIN, WRONG, Line, Mark, marked_text
from pipeline.evaluate.html.report import evaluation_page
from tests.unit.evaluate.samples import TEXT, fact, reading, rejection, stated

VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """The text a reader sees, marks and ids of a page; complains of elements that do not nest."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.cards = 0
        self.visible = ""
        self.marks: list[str] = []
        self.ids: list[str] = []
        self.feed(content)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        if tag == "mark":
            self.marks.append(found.get("class") or "")
        if tag == "br":
            self.visible += "\n"
        if tag not in VOID:
            self.open.append("card" if found.get("class") == "card" else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, "card")
        self.visible += "\n\n" if tag == "p" else ""

    def handle_data(self, data: str) -> None:
        if not {"card", "style", "script", "title"} & set(self.open):
            self.visible += data


def test_text_is_escaped_and_markup_is_not() -> None:
    made = tag(
        "a", "<b> & ", tag("i", "x"), None, ["1", Markup("<br>")], href='"quoted"', hidden=True, id=None
    )

    assert made == '<a href="&quot;quoted&quot;" hidden>&lt;b&gt; &amp; <i>x</i>1<br></a>'
    assert join("<", Markup(">")) == "&lt;>"


def test_marks_that_overlap_share_a_highlight() -> None:
    marks = [
        Mark(3, 7, PLAIN, "count", "one", (Line("unit", "t"),)),
        Mark(5, 9, WRONG, "", "two", (Line("unit", "t", "kg"),)),
        Mark(20, 23, PLAIN, "money", "three"),
    ]

    page = Page(marked_text(TEXT, marks, prefix="d"))

    assert page.marks == ["wrong kind-count", "plain kind-money"]
    assert page.ids == ["d-3", "d-5", "d-20"]


@given(
    text=st.text(alphabet="аб1 <&\n", max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 6)), max_size=6),
)
def test_marking_keeps_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Mark(start, min(len(text), start + length), PLAIN, "count", "t")
        for start, length in spans
        if start < len(text)
    ]

    page = Page(marked_text(text, marks, prefix="d"))

    assert page.visible.removesuffix("\n\n").split() == text.split()


@pytest.fixture(scope="module")
def report() -> str:
    readings = (
        reading(
            [fact(), fact("80", "80"), fact("2025", "2025")],
            [stated(), stated("80", "80", qualifier="over"), stated("3%", "3", kind="percent", unit="%")],
            topic="a <topic>",
        ),
        reading([], [], found_rejections=[rejection("2025", RejectionReason.DATE)], doc_id="s2"),
    )
    problem = AnnotationProblem("s1", "facts[3]", "a mistake & its place")
    return evaluation_page(evaluate_readings(readings, (problem,), syntax="none"))


def test_the_report_shows_every_text_with_its_verdicts(report: str) -> None:
    page = Page(report)

    assert "a <topic>" in page.visible
    assert "a mistake & its place" in page.visible
    for paragraph in TEXT.split("\n\n"):
        assert page.visible.count(paragraph) >= 2
    states = [name.split()[0] for name in page.marks[-5:]]
    assert states == ["invented", "right", "wrong", "missed", "rejected"]
    assert {"s1", "s2", "s1-20", "texts"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_link_of_the_report_leads_somewhere(report: str) -> None:
    links = re.findall(r'href="#([^"]+)"', report)

    assert len(links) > 4
    assert set(links) <= set(Page(report).ids)


def test_the_report_loads_nothing_from_elsewhere(report: str) -> None:
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?:", report)


def test_an_explanation_names_rule_and_evidence() -> None:
    numbers = explain(
        reading([fact()], [], found_rejections=[rejection("2025", RejectionReason.DATE)]).extraction
    )
    content = explanation_page([ExplainedText("s1", "published 2025-12-01", TEXT, numbers)])

    page = Page(content)

    assert [name.split()[0] for name in page.marks[-2:]] == ["rejected", "plain"]
    assert "1 facts, 1 rejections" in page.visible
    for words in ("subject_counted", "counted", "rejected: date", "120 count", "0.90"):
        assert words in page.visible
