"""Small charts in plain HTML and SVG.

Belongs here: drawing given figures. Does not belong here: which figures are drawn (`report`).
"""

from collections import Counter
from collections.abc import Iterable

from pipeline.evaluate.figures import Retrieval
from pipeline.evaluate.html.element import Markup, tag
from pipeline.evaluate.reliability import Reliability, ReliabilityBin

_SIZE = 220
_EDGE = 28


def bar(ratio: float | None) -> Markup:
    """A share of 1 as a bar; None is an empty one."""
    share = 0.0 if ratio is None else ratio
    return tag("span", tag("span", style=f"width:{share * 100:.1f}%"), class_="bar")


def headline_card(name: str, meaning: str, retrieval: Retrieval) -> Markup:
    """One measure as a card: F1 large, precision and recall below."""
    return tag(
        "section",
        tag("h3", name),
        tag("p", f"{retrieval.f1:.3f}", class_="figure"),
        bar(retrieval.f1),
        tag(
            "p",
            f"precision {retrieval.precision:.3f} · recall {retrieval.recall:.3f}",
            class_="aside",
        ),
        tag("p", meaning, class_="aside"),
        class_="card-headline",
    )


def confusion_matrix(title: str, counts: Counter[tuple[str, str]]) -> Markup:
    """Annotated values (rows) against found ones (columns); mistakes are tinted by their share of the row."""
    stated_sizes: Counter[str] = Counter()
    for (stated, _), count in counts.items():
        stated_sizes[stated] += count
    found_names = sorted({found for _, found in counts}, key=lambda found: (-stated_sizes[found], found))
    head = tag("tr", tag("th", "annotated ↓ found →"), (tag("th", name, class_="n") for name in found_names))
    rows = (
        tag(
            "tr",
            tag("th", stated),
            (_confusion_cell(stated, found, counts[stated, found], size) for found in found_names),
        )
        for stated, size in stated_sizes.most_common()
    )
    return tag("figure", tag("figcaption", title), tag("table", tag("thead", head), tag("tbody", rows)))


def _confusion_cell(stated: str, found: str, count: int, row: int) -> Markup:
    if not count:
        return tag("td", "·", class_="n empty")
    if stated == found:
        return tag("td", str(count), class_="n diagonal")
    tint = min(75, 12 + round(250 * count / row))
    return tag(
        "td", str(count), class_="n", style=f"background:color-mix(in srgb,var(--bad) {tint}%,transparent)"
    )


def reliability_chart(reliability: Reliability) -> Markup:
    """Confidence against share right: on the diagonal a confidence keeps its promise."""
    most = max((found.facts for found in reliability.bins), default=1)
    side = _SIZE + 2 * _EDGE
    return tag(
        "svg",
        _axes(),
        (_dot(found, most) for found in reliability.bins),
        viewBox=f"0 0 {side} {side}",
        class_="chart",
        role="img",
        aria_label="Share of right facts against confidence",
    )


def _axes() -> Iterable[Markup]:
    low, high = _EDGE, _EDGE + _SIZE
    for tenth in range(0, 11, 5):
        place = _EDGE + _SIZE * tenth / 10
        yield _line(place, low, place, high, "grid")
        yield _line(low, place, high, place, "grid")
        yield _label(place, high + 16, f"{tenth / 10:g}", "middle")
        yield _label(low - 6, high - _SIZE * tenth / 10 + 4, f"{tenth / 10:g}", "end")
    yield _line(low, high, high, low, "diagonal")
    yield _label(_EDGE + _SIZE / 2, high + 30, "confidence", "middle")
    yield _label(low + 4, low - 8, "share right", "start")


def _dot(found: ReliabilityBin, most: int) -> Markup:
    x = _EDGE + _SIZE * found.confidence
    y = _EDGE + _SIZE * (1 - found.right)
    radius = 3 + 11 * (found.facts / most) ** 0.5
    title = f"{found.facts} facts: confidence {found.confidence:.3f}, right {found.right:.3f}"
    return tag("circle", tag("title", title), cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{radius:.1f}")


def _line(x1: float, y1: float, x2: float, y2: float, name: str) -> Markup:
    return tag("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", class_=name)


def _label(x: float, y: float, text: str, anchor: str) -> Markup:
    return tag("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor)
