"""Whom a bare office, a surname or a pronoun stands for ("По его словам", "отметил министр").

Belongs here: who was named before, and by what. Does not belong here: reading one name
(`attribution_names`).
"""

from bisect import bisect_left
from collections.abc import Callable

from extractors.attribution import attribution_words as words
from extractors.attribution.attribution_names import Name, NameKind, read_name
from extractors.lexicon.readings import readings
from extractors.text.raw_words import words_of

Fits = Callable[[Name], bool]

_MOST = 50
_TITLES = frozenset({"господин", "госпожа"})
_CASES = frozenset({"Nom", "Gen", "Dat", "Ins"})


class Speakers:
    """The sources of one text in order: those that were quoted, and the office holders it names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quoted: list[Name] = []
        self._holders: list[Name] | None = None
        self._holder_starts: list[int] = []

    def resolve(self, name: Name) -> str | None:
        """Who a name stands for, None where that is the publisher or nobody that the text names.

        Args:
            name: A name; names have to be asked for in text order.
        """
        found = self._found(name)
        if found is None:
            return name.text if name.kind is NameKind.OUTSIDE else None
        self._quoted.append(found)
        return found.text

    def last(self) -> Name | None:
        """The source that was resolved last."""
        return self._quoted[-1] if self._quoted else None

    def _found(self, name: Name) -> Name | None:
        if name.kind is NameKind.NAMED:
            return self._in_full(name)
        if name.kind is NameKind.PRONOUN or (name.is_person and name.head in words.ANYONE):
            return self._latest(name.start, lambda known: known.is_person)
        return self._latest(
            name.start, lambda known: known.is_person == name.is_person and known.head == name.head
        )

    def _in_full(self, name: Name) -> Name:
        """A surname, or a name without office, as it was given in full before."""
        first = name.text.split()[0]
        if not name.surname or (first[:1].islower() and first not in _TITLES):
            return name
        known = self._latest(name.start, lambda known: known.surname == name.surname)
        return known if known is not None and len(known.text) > len(name.text) else name

    def _latest(self, before: int, fits: Fits) -> Name | None:
        """The last name before a position that fits, among those quoted and the office holders."""
        quoted = next((name for name in reversed(self._quoted[-_MOST:]) if fits(name)), None)
        holders = self._office_holders()
        index = bisect_left(self._holder_starts, before)
        held = next((name for name in reversed(holders[max(0, index - _MOST) : index]) if fits(name)), None)
        if quoted is not None and held is not None and quoted.start <= held.start < quoted.end:
            return quoted
        both = [name for name in (quoted, held) if name is not None]
        return max(both, key=lambda name: name.start, default=None)

    def _office_holders(self) -> list[Name]:
        """Everybody whom the text names with office and name, looked for once."""
        if self._holders is None:
            offices = words_of(self._text).matches(words.OFFICE_STEMS, words.OFFICES, self._text)
            found = (self._holder(match.start(), match.group()) for match in offices)
            self._holders = []
            for name in found:
                # "заместитель министра" is read before the minister inside it, who holds no such office.
                if name is not None and not (self._holders and name.start < self._holders[-1].end):
                    self._holders.append(name)
            self._holder_starts = [name.start for name in self._holders]
        return self._holders

    def _holder(self, start: int, word: str) -> Name | None:
        cases = dict.fromkeys(reading.case for reading in readings(word) if reading.pos == "NOUN")
        names = (read_name(self._text, start, case) for case in cases if case in _CASES)
        return next((name for name in names if name is not None and name.surname), None)
