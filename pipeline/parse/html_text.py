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
    writer = _Writer()
    _write_children(soup, writer)
    return writer.text()


class _Writer:
    """Collects lines; a line is closed by whatever breaks it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._gap = 0
        self._mark = ""
        self._list_depth = 0

    def add(self, text: str) -> None:
        self._line.append(text)

    def break_line(self) -> None:
        """`<br>`: the next text starts a line; a second one in a row starts a paragraph."""
        closed = self._close_line()
        self._open_gap(1 if closed else 2)

    def break_block(self) -> None:
        self._close_line()
        self._open_gap(2)

    def break_row(self) -> None:
        self._close_line()
        self._open_gap(1)

    def enter_list(self) -> None:
        self.break_block()
        self._list_depth += 1

    def leave_list(self) -> None:
        self._close_line()
        self._list_depth -= 1
        self._open_gap(2)

    def start_item(self) -> None:
        self.break_row()
        self._mark = "- "

    def end_item(self) -> None:
        self.break_row()
        self._mark = ""

    def text(self) -> str:
        self._close_line()
        return "".join(self._lines)

    def _open_gap(self, lines: int) -> None:
        # Inside a list every break is one line, so that items stand together.
        self._gap = max(self._gap, 1 if self._list_depth else lines)

    def _close_line(self) -> bool:
        line = one_line(without_invisible("".join(self._line)))
        self._line.clear()
        if not line:
            return False
        gap = "\n" * self._gap if self._lines else ""
        self._lines.append(f"{gap}{self._mark}{line}")
        self._gap, self._mark = 0, ""
        return True


_Step = Callable[[_Writer], None]
_AROUND: dict[str, tuple[_Step, _Step]] = {
    **dict.fromkeys(_BLOCK_TAGS.split(), (_Writer.break_block, _Writer.break_block)),
    **dict.fromkeys(_LINE_TAGS.split(), (_Writer.break_row, _Writer.break_row)),
    **dict.fromkeys(("ul", "ol"), (_Writer.enter_list, _Writer.leave_list)),
    "li": (_Writer.start_item, _Writer.end_item),
}


def _write_children(root: Tag, writer: _Writer) -> None:
    """Walks the tree without recursion: hostile markup nests deeper than Python's stack."""
    open_tags: list[tuple[Iterator[PageElement], Callable[[], None]]] = [(root.children, _nothing)]
    while open_tags:
        children, leave = open_tags[-1]
        child = next(children, None)
        if child is None:
            leave()
            open_tags.pop()
        elif isinstance(child, Tag):
            leave_child = _enter(child, writer)
            if leave_child is not None:
                open_tags.append((child.children, leave_child))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            writer.add(child)


def _enter(tag: Tag, writer: _Writer) -> Callable[[], None] | None:
    """Writes what a tag opens with; returns what closes it, None if its content is dealt with."""
    if _write_whole(tag, writer):
        return None
    around = _AROUND.get(tag.name)
    if around is None:
        return _nothing
    opened, closed = around
    opened(writer)
    return partial(closed, writer)


def _write_whole(tag: Tag, writer: _Writer) -> bool:
    """Writes a tag whose content needs more than walking through it; False for all others."""
    if tag.name == "br":
        writer.break_line()
    elif tag.name == "sup":
        writer.add(_flat_text(tag).translate(_SUPERSCRIPT))
    elif tag.name == "tr" and len(cells := _cells(tag)) > 1:
        _write_row(cells, writer)
    else:
        return tag.name in _DROPPED
    return True


def _nothing() -> None:
    """What an inline tag leaves behind."""


def _cells(row: Tag) -> list[Tag]:
    return [child for child in row.children if isinstance(child, Tag) and child.name in _CELLS]


def _write_row(cells: Iterable[Tag], writer: _Writer) -> None:
    """A row of several cells on one line; a row of a single cell is layout and never comes here."""
    texts = [_flat_text(cell) for cell in cells]
    if any(texts):
        writer.break_row()
        writer.add(" | ".join(texts))
        writer.break_row()


def _flat_text(tag: Tag) -> str:
    """The text of a tag on one line."""
    writer = _Writer()
    _write_children(tag, writer)
    return one_line(writer.text())
