"""Answers "which releases does the site show" for a project, a language and an edition.

Belongs here: versions, language fallback, order, duplicates. Does not belong here: reading
files (`fixtures`), arguments (`query`) and the shape of answers (`graphql_api`, `rest`, `pages`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from pipeline.replica.fixtures import ContentType, ReleaseText
from pipeline.replica.query import ProjectFilter, instant

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class ReleaseStore:
    """All texts of all releases; immutable, so safe to share between threads."""

    def __init__(self, texts: Iterable[ReleaseText]) -> None:
        self._items: dict[tuple[ContentType, int], list[ReleaseText]] = defaultdict(list)
        for text in texts:
            self._items[text.front.content_type, text.front.id].append(text)

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every slug under which some release is listed, sorted."""
        return tuple(sorted({slug for texts in self._items.values() for t in texts for slug in slugs_of(t)}))

    def listing(
        self,
        content_type: ContentType,
        *,
        edition: int,
        projects: ProjectFilter | None = None,
        language: str | None = None,
        newest_first: bool = True,
    ) -> list[ReleaseText]:
        """The rows of a list, whole: undated ones last, equal times by falling id."""
        rows = [
            row
            for (kind, _), texts in self._items.items()
            if kind is content_type
            for row in _rows(_current(texts, edition), language)
            if projects is None or any(projects.matches(slug) for slug in slugs_of(row))
        ]
        rows.sort(key=lambda row: row.front.id, reverse=True)
        rows.sort(key=lambda row: instant(row.front.created_date) or _LONG_AGO, reverse=newest_first)
        rows.sort(key=lambda row: instant(row.front.created_date) is None)
        return rows

    def find(
        self, content_type: ContentType, release_id: int, *, edition: int, language: str | None = None
    ) -> ReleaseText | None:
        """The text of one release, None when this edition of the site has no such item."""
        current = _current(self._items.get((content_type, release_id), []), edition)
        return next(_rows(current, language), None)


def slugs_of(text: ReleaseText) -> tuple[str, ...]:
    """The slugs of all projects that list the release, its own first."""
    return (text.slug, *text.front.also_under)


def _current(texts: Sequence[ReleaseText], edition: int) -> list[ReleaseText]:
    """The texts of one release that the edition shows, one a language, its own first; empty if it is gone."""
    newest: dict[str | None, ReleaseText] = {}
    for text in sorted(texts, key=lambda text: (text.is_copy, text.version)):
        if text.version <= edition:
            newest[text.front.lang if text.is_copy else None] = text
    own = newest.get(None)
    if own is None:
        return []
    vanishes = own.front.vanishes_in_edition
    return [] if vanishes is not None and vanishes <= edition else list(newest.values())


def _rows(current: Sequence[ReleaseText], language: str | None) -> Iterator[ReleaseText]:
    """The rows of one release in a list.

    They are in the language asked for, else in its own; who asks for none gets English where there is some.
    """
    if not current:
        return
    own, wanted = current[0], language or "en"
    row = next((text for text in current if text.front.lang == wanted), own)
    yield row
    if own.front.listed_twice:
        yield from [text for text in current if text is not row] or [row]
