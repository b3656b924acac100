"""natasha: segmentation, morphology and syntax, without names (we look for none either)."""

import inspect
import warnings
from typing import Any

from benchmarks.extraction.readers import Read

# pymorphy2, which natasha is built on, calls what Python 3.11 removed; this is all it uses of it.
if not hasattr(inspect, "getargspec"):
    inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]  # the module lacks it
warnings.filterwarnings("ignore", category=UserWarning, module="pymorphy2")

import natasha  # type: ignore[import-untyped]  # noqa: E402 - it publishes no types; needs the line above


def load() -> Read:
    """The chain of natasha's own documentation."""
    parse = chain()
    return lambda text: len(parse(text).tokens)


def money_and_dates() -> tuple[Any, Any]:
    """The two extractors, each a function from a text to its matches."""
    vocabulary = natasha.MorphVocab()
    return natasha.MoneyExtractor(vocabulary), natasha.DatesExtractor(vocabulary)


def chain() -> Any:  # noqa: ANN401 - natasha publishes no types
    """A function from a text to natasha's document."""
    segmenter = natasha.Segmenter()
    embedding = natasha.NewsEmbedding()
    morphology = natasha.NewsMorphTagger(embedding)
    syntax = natasha.NewsSyntaxParser(embedding)

    def parse(text: str) -> Any:  # noqa: ANN401 - the same
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        return doc

    return parse
