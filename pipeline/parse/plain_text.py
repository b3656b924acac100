"""Clean text without markup: invisible characters out, ordinary white space in order.

Belongs here: what holds for every text we store, whatever it was printed in. Does not belong here:
markup (`html_text`).
"""

import html
import re
import unicodedata

# Zero-width and other invisible characters, soft hyphens, direction marks, control characters
# (tab and line ends apart), halves of surrogate pairs. None of them may stand inside a number.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_SPACES = re.compile(r"[ \t\x0b\x0c]+")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_WHITE = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_PARAGRAPH_END = re.compile(r"\n{3,}")
# White space that carries meaning inside numbers stays as it is, but not at the ends of a line.
_LINE_EDGE = " \u00a0\u2007\u2009\u202f"


def without_invisible(text: str) -> str:
    """The text in Unicode form NFC, without characters that nobody sees."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """Ordinary white space collapsed to single spaces; the odd spaces inside numbers are kept."""
    return _WHITE.sub(" ", text).strip(_LINE_EDGE)


def plain_text(text: str) -> str:
    """A plain text with its lines kept: at most one empty line between paragraphs.

    Args:
        text: Text without markup, any line ends.
    """
    lines = _LINE_END.split(without_invisible(text))
    tidy = "\n".join(_SPACES.sub(" ", line).strip(_LINE_EDGE) for line in lines)
    return _PARAGRAPH_END.sub("\n\n", tidy).strip("\n")


def title_text(raw: str) -> str:
    """A title on one line, with ordinary spaces only.

    Args:
        raw: A title as a site gives it; entities may have been escaped twice.
    """
    unescaped = html.unescape(html.unescape(raw))
    return " ".join(without_invisible(unescaped).split())
