"""The same releases, typed otherwise, hold the same facts: every slot of every fact stays."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import Extraction, Fact, extract
from pipeline.evaluate.corpus import load_corpus

HERE = Path(__file__).parent
# Some of them: each is read once more for every way of typing.
_SOME = 12
_WAYS: dict[str, Callable[[str], str]] = {
    "spaces that don't break": lambda text: text.replace(" ", "\u00a0"),
    "Latin o inside words": lambda text: text.replace("остав", "oстав").replace("ного", "нoго"),
}


def _slots(found: Extraction, text: str) -> list[Fact]:
    """The facts without what is copied from the text, each checked to be quoted from it."""
    for fact in found.facts:
        assert text[fact.char_start : fact.char_end] == fact.quote
    return [replace(fact, quote="", compared_with=None, attributed_to=None) for fact in found.facts]


@pytest.mark.parametrize("way", _WAYS)
def test_the_facts_are_those_of_the_text_as_it_was_typed(way: str) -> None:
    corpus = load_corpus(HERE / "texts", HERE / "facts")
    changed = 0
    for document in corpus.texts[:_SOME]:
        typed = _WAYS[way](document.text)
        changed += typed != document.text
        plain = extract(document.text, published=document.published)
        assert _slots(extract(typed, published=document.published), typed) == _slots(plain, document.text)
    assert changed
