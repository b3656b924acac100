"""The words of a raw text, once for every rule that starts at one, and a quick look at how they begin.

Belongs here: cutting a folded text into runs of letters, and trying a pattern only at words that can open it.
Does not belong here: tokens of the pipeline (`nlp`), which keep punctuation and expressions.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain

from extractors.text.folding import fold

RawWord = tuple[int, str]
"""Offset and folded form of a run of letters."""

STEM = 3
_INNER_STEM = 4
_WORD = re.compile(r"[^\W\d_]+")


class RawWords:
    """All runs of letters of a text, in order."""

    def __init__(self, text: str) -> None:
        self.words: list[RawWord] = [(match.start(), match[0]) for match in _WORD.finditer(fold(text))]
        self._by_stem: defaultdict[str, list[RawWord]] = defaultdict(list)
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for word in self.words:
            start, form = word
            self._by_stem[form[:STEM]].append(word)
            self._starts[form[:_INNER_STEM]].append(start)
        self._starts_by_stems: dict[frozenset[str], list[int]] = {}

    def starting(self, stems: AbstractSet[str]) -> list[RawWord]:
        """The words that begin with one of `stems` (of `STEM` letters, or whole shorter words), in order."""
        return sorted(word for stem in stems & self._by_stem.keys() for word in self._by_stem[stem])

    def holds(self, stems: frozenset[str]) -> bool:
        """Whether a word of the text begins with one of `stems` (`inner_stems`)."""
        return not stems.isdisjoint(self._starts)

    def has_stem(self, stems: frozenset[str], start: int, end: int) -> bool:
        """Whether a word that starts within a stretch begins with one of `stems` (`inner_stems`)."""
        starts = self._starts_by_stems.get(stems)
        if starts is None:
            starts = sorted(chain.from_iterable(self._starts[stem] for stem in stems & self._starts.keys()))
            self._starts_by_stems[stems] = starts
        return bisect_left(starts, start) < bisect_left(starts, end)

    def matches(self, stems: frozenset[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """What `pattern.finditer(text)` finds: each match starts at a word of `stems` (`opening_stems`)."""
        done = 0
        for start, _ in self.starting(stems):
            if start >= done:
                match = pattern.match(text, start)
                if match is not None:
                    done = match.end()
                    yield match


@lru_cache(maxsize=2)
def words_of(text: str) -> RawWords:
    """The words of a text; those of the last text are at hand for the next rule."""
    return RawWords(text)


def opening_stems(patterns: Iterable[str]) -> frozenset[str]:
    """The beginnings of the words that can open patterns, cut to three letters.

    Raises:
        ValueError: When a pattern does not begin with letters that settle its beginning.
    """
    stems: set[str] = set()
    for pattern in patterns:
        run = _WORD.match(fold(pattern))
        rest = "" if run is None else pattern[run.end() :]
        if run is None or (len(run[0]) <= STEM and rest.startswith(("[", "(", "\\w", "*", "+", "{"))):
            raise ValueError(f"a pattern must begin with more than {STEM} letters or a short word: {pattern}")
        stems.add(run[0][:STEM])
        if rest.startswith("?"):
            stems.add(run[0][:-1][:STEM])
    return frozenset(stems)


def inner_stems(patterns: Iterable[str]) -> frozenset[str]:
    """The first four letters of every run of letters in patterns: a match holds a word that begins so."""
    runs = (run for pattern in patterns for run in _WORD.findall(fold(pattern)))
    return frozenset(run[:_INNER_STEM] for run in runs if len(run) >= STEM)
