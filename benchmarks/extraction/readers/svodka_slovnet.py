"""Our extractor with the dependency trees of slovnet, as it runs by default."""

from benchmarks.extraction.readers import Read
from benchmarks.extraction.readers.svodka_none import reader


def load() -> Read:
    """The extractor, its models loaded by a first text."""
    return reader("slovnet")
