"""Title, date and main content of a saved HTML page.

Belongs here: the conventions that most sites share. Does not belong here: the selectors of one
site (its adapter) and turning HTML into text (`pipeline.parse.html_text`).
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag

_CONTENT = ("article", "main", '[role="main"]', "body")
_TITLES = ('meta[property="og:title"]', "h1", "title")
_DATES = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    '[itemprop="datePublished"][datetime]',
    "time[datetime]",
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says.

    Attributes:
        title: Its title, "" if there is none.
        content: HTML of its main part, without navigation.
        published: Its publication time as printed, None if not stated.
    """

    title: str
    content: str
    published: str | None


def read_page(markup: str) -> Page:
    """Reads a page, or a fragment, which is all content."""
    soup = BeautifulSoup(f"<body>{markup}" if "<body" not in markup.lower() else markup, "lxml")
    title = _first(soup, _TITLES)
    published = _first(soup, _DATES)
    content = _first(soup, _CONTENT)
    if content is not None:
        for aside in content.find_all(["nav", "header", "footer", "aside", "title"]):
            # A header inside the article may hold its heading; navigation never does.
            if aside.find("h1") is None:
                aside.decompose()
    return Page(
        title="" if title is None else str(title.get("content") or title.get_text()),
        content="" if content is None else content.decode_contents(),
        published=None if published is None else str(published.get("content") or published.get("datetime")),
    )


def _first(soup: BeautifulSoup, selectors: tuple[str, ...]) -> Tag | None:
    return next((found for selector in selectors if (found := soup.select_one(selector)) is not None), None)
