"""Our extractor without dependency trees."""

from datetime import date

from benchmarks.extraction.readers import Read
from extractors import extract

_PUBLISHED = date(2025, 12, 1)


def load() -> Read:
    """The extractor, its data loaded by a first text."""
    return reader("none")


def reader(syntax: str) -> Read:
    """Extracts with a syntax provider; counts facts and rejections."""

    def read(text: str) -> int:
        found = extract(text, published=_PUBLISHED, syntax=syntax)
        return len(found.facts) + len(found.rejected)

    return read
