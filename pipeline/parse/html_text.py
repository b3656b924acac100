"""From HTML to text that keeps the structure a reader sees.

Belongs here: which tags break a line, which part a word, which vanish. Does not belong here: text
without markup (`plain_text`).

Paragraphs and headings stand apart by an empty line, list items are lines that start with "- ",
table rows are lines whose cells are joined by " | ". Inline tags leave no trace, so a number that
an editor cut with tags is whole again.
"""

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from pipeline.parse.plain_text import one_line, without_invisible

_DROPPED_TAGS = "script style iframe noscript template svg math object embed audio video canvas head select"
_BLOCK_TAGS = (
    "p div h1 h2 h3 h4 h5 h6 ul ol dl table caption blockquote section article aside header footer main nav "
    "figure figcaption address hr pre center form fieldset details summary body"
)
_LINE_TAGS = "dt dd tr thead tbody tfoot legend"
_DROPPED = frozenset(_DROPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_LINES = frozenset(_LINE_TAGS.split())
_CELLS = ("td", "th")
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

    def break_block(self, *, lines: int = 2) -> None:
        self._close_line()
        self._open_gap(lines)

    def enter_list(self) -> None:
        self.break_block()
        self._list_depth += 1

    def leave_list(self) -> None:
        self._close_line()
        self._list_depth -= 1
        self._open_gap(2)

    def start_item(self) -> None:
        self.break_block(lines=1)
        self._mark = "- "

    def end_item(self) -> None:
        self.break_block(lines=1)
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


def _write_children(tag: Tag, writer: _Writer) -> None:
    for child in tag.children:
        if isinstance(child, Tag):
            _write_tag(child, writer)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            writer.add(child)


def _write_tag(tag: Tag, writer: _Writer) -> None:
    name = tag.name
    if name in _DROPPED:
        return
    if name == "br":
        writer.break_line()
    elif name in {"ul", "ol"}:
        writer.enter_list()
        _write_children(tag, writer)
        writer.leave_list()
    elif name == "li":
        writer.start_item()
        _write_children(tag, writer)
        writer.end_item()
    elif name == "tr":
        _write_row(tag, writer)
    elif name == "sup":
        writer.add(_flat_text(tag).translate(_SUPERSCRIPT))
    elif name in _BLOCKS or name in _LINES:
        lines = 2 if name in _BLOCKS else 1
        writer.break_block(lines=lines)
        _write_children(tag, writer)
        writer.break_block(lines=lines)
    else:
        _write_children(tag, writer)


def _write_row(row: Tag, writer: _Writer) -> None:
    """A row on one line; a row of a single cell is layout, and its content stands as it is."""
    cells = row.find_all(_CELLS, recursive=False)
    if len(cells) < 2:
        writer.break_block(lines=1)
        _write_children(row, writer)
        writer.break_block(lines=1)
        return
    texts = [_flat_text(cell) for cell in cells]
    if any(texts):
        writer.break_block(lines=1)
        writer.add(" | ".join(texts))
        writer.break_block(lines=1)


def _flat_text(tag: Tag) -> str:
    """The text of a tag on one line."""
    writer = _Writer()
    _write_children(tag, writer)
    return one_line(writer.text())
