"""The stretches of a text that its attributions cover, each with its source.

Belongs here: what a phrase ("по данным …"), a verb of speech and a quotation reach: the sentence, the
sentences that "об этом" points at, the whole quotation. Does not belong here: who speaks
(`attribution_speech`) and which number takes which (`attributions`).
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from extractors.attribution import attribution_words as words
from extractors.attribution.attribution_names import Name, NameKind, read_name
from extractors.attribution.attribution_quotes import find_quotations, quoted_speech
from extractors.attribution.attribution_speakers import Speakers
from extractors.attribution.attribution_speech import Spoken, read_speech
from extractors.records import record
from extractors.text.layout import Layout
from extractors.text.raw_words import words_of
from extractors.text.sentences import BlockKind

_CLOSES = re.compile(r"[\s»\"”]*(?:\([^()\n]{1,40}\)\s*)?(?:$|[.;!?…])")
_DASHED = re.compile(r"[,–—\-»\"”]\s*$")
_CASES = {"data": "Gen", "words": "Gen", "link": "Acc", "document": "Gen", "witness": "Gen"}
_NEAR = 60
_VERB_REACH = 30


class Rank(IntEnum):
    """How surely a stretch is attributed; the surest one wins."""

    SPEECH = 1
    QUOTATION = 2
    DATA = 3


@record
class Cover:
    """A stretch of text that is attributed to someone.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        source: Who says it, in the nominative.
        rank: How surely.
    """

    start: int
    end: int
    source: str
    rank: Rank


def covers_of(layout: Layout) -> list[Cover]:
    """Return what the attributions of a text cover; stretches may overlap."""
    return list(_Reader(layout).covers())


class _Reader:
    """Reads the attributions of one text in order."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._text = layout.text
        self._speakers = Speakers(layout.text)
        self._spoken: list[Spoken] = []
        self._done = 0

    def covers(self) -> Iterator[Cover]:
        """Every stretch that is attributed to someone known."""
        for match in words_of(self._text).matches(words.OPENER_STEMS, words.OPENERS, self._text):
            if match.start() < self._done:
                continue
            if match["say"] or match["say_that"] or match["reckon"]:
                yield from self._speech(match)
            else:
                yield from self._phrase(match)
        quotations = find_quotations(self._text, self._layout.blocks)
        for quotation, source in quoted_speech(self._layout, quotations, self._spoken):
            yield Cover(quotation.start, quotation.end, source, Rank.QUOTATION)

    def _speech(self, match: re.Match[str]) -> Iterator[Cover]:
        spoken = read_speech(self._layout, match, self._speakers)
        if spoken is None:
            return
        self._spoken.append(spoken)
        self._done = spoken.end
        if spoken.source is not None:
            start, end = self._reach(spoken)
            yield Cover(start, end, spoken.source, Rank.SPEECH)

    def _reach(self, spoken: Spoken) -> tuple[int, int]:
        """What is said: what "об этом" points back at, the sentence before an aside, or what follows."""
        sentence = self._layout.sentences[self._layout.sentence_at(spoken.start)]
        lead = self._text[sentence.start : spoken.start]
        if words.THIS.search(lead[-_NEAR:]) or words.THIS.search(self._text, spoken.start, spoken.end):
            return self._pointed_at(spoken.start), spoken.start
        if spoken.is_aside or (spoken.is_behind and _DASHED.search(lead)):
            return sentence.start, sentence.end
        return spoken.start, self._end_of_list(sentence.end)

    def _pointed_at(self, position: int) -> int:
        """Where the sentences begin that "об этом" means: those of its block, else the block before."""
        index = self._layout.block_at(position)
        sentence = self._layout.sentences[self._layout.sentence_at(position)]
        blocks = self._layout.blocks
        if sentence.start > blocks[index].start or index == 0:
            return blocks[index].start
        index -= 1
        while index > 0 and blocks[index].kind is BlockKind.ITEM:
            index -= 1
        return blocks[index].start

    def _end_of_list(self, end: int) -> int:
        """The end of a sentence, or of the list that its colon opens."""
        if self._text[end - 1 : end] != ":":
            return end
        index = self._layout.block_at(end - 1) + 1
        blocks = self._layout.blocks
        while index < len(blocks) and blocks[index].kind in (BlockKind.ITEM, BlockKind.ROW):
            end = blocks[index].end
            index += 1
        return end

    def _phrase(self, match: re.Match[str]) -> Iterator[Cover]:
        """What "по данным …" covers: its sentence, or the bracket that it stands in."""
        name = self._named_by(match)
        source = self._speakers.resolve(name) if name is not None else None
        if name is None or source is None:
            return
        self._done = name.end
        if match["origin"]:
            yield from self._table_above(match.start(), source)
            return
        sentence = self._layout.sentences[self._layout.sentence_at(match.start())]
        closes = _CLOSES.match(self._text, name.end, sentence.end) is not None
        opening = self._text.rfind("(", sentence.start, match.start())
        if opening >= 0 and ")" not in self._text[opening : match.start()]:
            closing = self._text.find(")", name.end, sentence.end)
            is_alone = closing == name.end and not self._text[opening + 1 : match.start()].strip()
            start, end = (sentence.start, closing) if is_alone else (opening, closing)
            yield Cover(start, end if closing >= 0 else sentence.end, source, Rank.DATA)
            return
        part = max(self._text.rfind(";", sentence.start, match.start()), sentence.start)
        is_link = match["link"] is not None or match["witness"] is not None or self._is_quoted_from(match)
        if is_link and words.THIS.search(self._text[part : match.start()]):
            yield Cover(self._pointed_at(match.start()), match.start(), source, Rank.SPEECH)
            return
        start = part if closes or is_link else match.start()
        yield Cover(start, self._end_of_list(sentence.end), source, Rank.DATA)

    def _is_quoted_from(self, match: re.Match[str]) -> bool:
        """Whether the verb of a document stands right before it: "… выросли, говорится в отчёте палаты"."""
        before = self._text[max(0, match.start() - _VERB_REACH) : match.start()]
        return match["document"] is not None and words.DOCUMENT_VERB_LAST.search(before) is not None

    def _table_above(self, position: int, source: str) -> Iterator[Cover]:
        """The table right above a line that names its origin."""
        blocks = self._layout.blocks
        last = self._layout.block_at(position) - 1
        first = last
        while first >= 0 and blocks[first].kind is BlockKind.ROW:
            first -= 1
        if first < last:
            yield Cover(blocks[first + 1].start, blocks[last].end, source, Rank.DATA)

    def _named_by(self, match: re.Match[str]) -> Name | None:
        """Whom a phrase names."""
        if match["origin"]:
            return read_name(self._text, match.end() + 1, "Nom")
        if match["his"]:
            return Name(match.start(), match.end(), "он", "он", NameKind.PRONOUN, is_person=True, surname="")
        start = match.end() + 1
        data = words.DATA_OF.match(self._text, start) if match["link"] else None
        if data is not None:
            return read_name(self._text, data.end(), "Gen")
        name = read_name(self._text, start, _CASES[match.lastgroup or ""])
        document = words.DOCUMENTS.match(self._text, start)
        if name is not None and document is not None:
            name = read_name(self._text, document.end() + 1, "Gen")
        if match["document"] and name is not None and not match.group().lower().startswith("согласно"):
            around = self._text[max(0, match.start() - _NEAR) : name.end + _NEAR]
            return name if words.DOCUMENT_VERB.search(around) else None
        return name
