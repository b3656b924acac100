"""spaCy's blank Russian pipeline: tokens and nothing else, the floor of anything built on spaCy."""

import spacy

from benchmarks.extraction.readers import Read


def load() -> Read:
    """The tokenizer; counts tokens."""
    nlp = spacy.blank("ru")
    return lambda text: len(nlp(text))
