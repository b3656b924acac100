"""From HTML to text that keeps the structure a reader sees.

Belongs here: which tags break a line, which part a word, which vanish. Does not belong here: text
without markup (`plain_text`).

Paragraphs and headings stand apart by an empty line, list items are lines that start with "- ",
table rows are lines whose cells are joined by " | ". Inline tags leave no trace, so a number that
an editor cut with tags is whole again.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from pipeline.parse.plain_text import one_line, without_invisible
from pipeline.parse.text_lines import TextLines

_DROPPED_TAGS = "script style iframe noscript template svg math object embed audio video canvas head select"
_BLOCK_TAGS = (
    "p div h1 h2 h3 h4 h5 h6 dl table caption blockquote section article aside header footer main nav "
    "figure figcaption address hr pre center form fieldset details summary body"
)
_LINE_TAGS = "dt dd tr td th thead tbody tfoot legend"
_DROPPED = frozenset(_DROPPED_TAGS.split())
_CELLS = frozenset({"td", "th"})
# A raised digit is an exponent or a footnote mark; as a plain digit it would join the number.
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def html_text(markup: str) -> str:
    """The text of an HTML fragment or page.

    Args:
        markup: HTML; entities are unescaped once.

    Returns:
        Unicode NFC text. Runs of ordinary white space are one space; no-break and thin spaces stay.
    """
    soup = BeautifulSoup(f"<body>{without_invisible(markup)}", "lxml")
    lines = TextLines()
    _write_children(soup, lines)
    return lines.text()


_Step = Callable[[TextLines], None]
_AROUND: dict[str, tuple[_Step, _Step]] = {
    **dict.fromkeys(_BLOCK_TAGS.split(), (TextLines.break_block, TextLines.break_block)),
    **dict.fromkeys(_LINE_TAGS.split(), (TextLines.break_row, TextLines.break_row)),
    **dict.fromkeys(("ul", "ol"), (TextLines.enter_list, TextLines.leave_list)),
    "li": (TextLines.start_item, TextLines.end_item),
}


def _write_children(root: Tag, lines: TextLines) -> None:
    """Walks the tree without recursion: hostile markup nests deeper than Python's stack."""
    open_tags: list[tuple[Iterator[PageElement], Callable[[], None]]] = [(root.children, _nothing)]
    while open_tags:
        children, leave = open_tags[-1]
        child = next(children, None)
        if child is None:
            leave()
            open_tags.pop()
        elif isinstance(child, Tag):
            leave_child = _enter(child, lines)
            if leave_child is not None:
                open_tags.append((child.children, leave_child))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            lines.add(child)


def _enter(tag: Tag, lines: TextLines) -> Callable[[], None] | None:
    """Writes what a tag opens with; returns what closes it, None if its content is dealt with."""
    if _write_whole(tag, lines):
        return None
    around = _AROUND.get(tag.name)
    if around is None:
        return _nothing
    opened, closed = around
    opened(lines)
    return partial(closed, lines)


def _write_whole(tag: Tag, lines: TextLines) -> bool:
    """Writes a tag whose content needs more than walking through it; False for all others."""
    if tag.name == "br":
        lines.break_line()
    elif tag.name == "sup":
        lines.add(_flat_text(tag).translate(_SUPERSCRIPT))
    elif tag.name == "tr" and len(cells := _cells(tag)) > 1:
        _write_row(cells, lines)
    else:
        return tag.name in _DROPPED
    return True


def _nothing() -> None:
    """What an inline tag leaves behind."""


def _cells(row: Tag) -> list[Tag]:
    return [child for child in row.children if isinstance(child, Tag) and child.name in _CELLS]


def _write_row(cells: Iterable[Tag], lines: TextLines) -> None:
    """A row of several cells on one line; a row of a single cell is layout and never comes here."""
    texts = [_flat_text(cell) for cell in cells]
    if any(texts):
        lines.break_row()
        lines.add(" | ".join(texts))
        lines.break_row()


def _flat_text(tag: Tag) -> str:
    """The text of a tag on one line."""
    lines = TextLines()
    _write_children(tag, lines)
    return one_line(lines.text())
