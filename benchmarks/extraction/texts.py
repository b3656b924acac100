"""The texts that every contender reads: our corpus and the releases of the test fixtures, or a folder.

Our own texts are written to hold many numbers; ministries' documents hold half as many. How fast a tool is on
those is measured on a folder of them, which the project does not contain.

Belongs here: reading and dealing them out. Does not belong here: who reads them (`contenders`).
"""

from pathlib import Path

from pipeline.parse.html_text import html_text
from pipeline.replica.fixtures import load_fixtures

_ROOT = Path(__file__).resolve().parents[2]
_CORPUS = _ROOT / "tests" / "eval" / "texts"
_RELEASES = _ROOT / "tests" / "fixtures" / "releases"
_RUSSIAN = "ru"


def load_texts() -> list[str]:
    """All Russian texts, as the extractor gets them."""
    corpus = load_folder(_CORPUS)
    releases = [html_text(r.body) for r in load_fixtures(_RELEASES) if r.front.lang == _RUSSIAN]
    return [text for text in (*corpus, *releases) if text.strip()]


def load_folder(folder: Path) -> list[str]:
    """The texts of a folder, a file each."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def halves(texts: list[str], *, swap: bool) -> tuple[list[str], list[str]]:
    """Every second text and the others: one half to warm up on, one to be measured on."""
    even, odd = texts[::2], texts[1::2]
    return (odd, even) if swap else (even, odd)
