"""Lines of text with the gaps between them: paragraphs, list items, table rows.

Belongs here: how blocks are laid out as plain text. Does not belong here: which tag is which block
(`html_text`).
"""

from pipeline.parse.plain_text import one_line, without_invisible


class TextLines:
    """Collects lines; a line is closed by whatever breaks it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._gap = 0
        self._mark = ""
        self._list_depth = 0

    def add(self, text: str) -> None:
        """Adds to the open line; white space is tidied when the line is closed."""
        self._line.append(text)

    def break_line(self) -> None:
        """`<br>`: the next text starts a line; a second one in a row starts a paragraph."""
        closed = self._close_line()
        self._open_gap(1 if closed else 2)

    def break_block(self) -> None:
        """What follows is a paragraph of its own."""
        self._close_line()
        self._open_gap(2)

    def break_row(self) -> None:
        """What follows is a line of its own."""
        self._close_line()
        self._open_gap(1)

    def enter_list(self) -> None:
        """What follows are items, until `leave_list`."""
        self.break_block()
        self._list_depth += 1

    def leave_list(self) -> None:
        """Ends the innermost list."""
        self._close_line()
        self._list_depth -= 1
        self._open_gap(2)

    def start_item(self) -> None:
        """The next line is the first of an item and gets its mark."""
        self.break_row()
        self._mark = "- "

    def end_item(self) -> None:
        """Ends an item; an empty one leaves no mark."""
        self.break_row()
        self._mark = ""

    def text(self) -> str:
        """Everything so far."""
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
