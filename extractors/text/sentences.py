"""Blocks and sentences of a text.

Belongs here: where paragraphs, list items, table rows and sentences begin and end. Does not
belong here: tokens (`nlp`) and what a heading means for its facts (`context`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from razdel import sentenize

from extractors.records import record


class BlockKind(StrEnum):
    """What sort of block it is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@record
class Block:
    """A paragraph, heading, list item or table row: offsets in the text."""

    start: int
    end: int
    kind: BlockKind


@record
class SentenceSpan:
    """A sentence: offsets in the text and the index of its block."""

    start: int
    end: int
    block: int


# A line break inside a wrapped line is no end of a block: the next line goes on in lower case and is no row.
_BREAK = re.compile(r"(?:\n[ \t\u00a0]*+)+(?:(?![а-яё][^)]|\n)|(?=[^\n|]*[^\n|]\ \|\ ))|\n[ \t\u00a0]*\n\s*")
_ITEM = re.compile(r"(?:[-–—•▪●·*]|\d{1,2}[.)]|[а-я]\))[ \t\u00a0]")
_SENTENCE_END = re.compile(r"[.!?:;…»)\"]\s*$")
_HEADING_LIMIT = 140
_LONGEST, _MOST_NUMBERS = 1_500, 64


def wraps_at(text: str, position: int) -> bool:
    """Whether the line break at a position is inside a wrapped line, so that words go on across it."""
    return _BREAK.match(text, position) is None


def find_blocks(text: str) -> list[Block]:
    """The blocks of a text in order; blank stretches belong to none."""
    blocks: list[Block] = []
    start = 0
    for match in _BREAK.finditer(text):
        _add(text, start, match.start(), blocks)
        start = match.end()
    _add(text, start, len(text), blocks)
    return blocks


def _add(text: str, start: int, end: int, blocks: list[Block]) -> None:
    body = text[start:end]
    stripped = body.strip()
    if not stripped:
        return
    start += len(body) - len(body.lstrip())
    end = start + len(stripped)
    blocks.append(Block(start, end, _kind(stripped)))


def _kind(body: str) -> BlockKind:
    if " | " in body:
        return BlockKind.ROW
    if _ITEM.match(body):
        return BlockKind.ITEM
    if len(body) <= _HEADING_LIMIT and not _SENTENCE_END.search(body):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def find_sentences(
    text: str, blocks: Sequence[Block], joined: Sequence[tuple[int, int]]
) -> list[SentenceSpan]:
    """The sentences of all blocks; none ends inside one of the `joined` spans (numeric expressions)."""
    spans: list[SentenceSpan] = []
    inside = sorted(joined)
    ends = [end for _, end in inside if text[end - 1] == "."]
    glued = [match.end() for match in _GLUED_END.finditer(text)]
    ends = sorted({*ends, *glued}) if glued else ends
    position = 0
    for index, block in enumerate(blocks):
        pieces = _cut_behind(text, _razdel(text, block), ends)
        merged: list[tuple[int, int]] = []
        for start, end in pieces:
            while position < len(inside) and inside[position][1] <= start:
                position += 1
            goes_on = merged and (text[merged[-1][1] - 1] == ";" or _counts_abbreviation(text, merged[-1][1]))
            if goes_on or (merged and position < len(inside) and inside[position][0] < start):
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        for start, end in merged:
            spans.extend(
                SentenceSpan(first, last, index) for first, last in _capped(text, start, end, inside)
            )
    return spans


def _capped(text: str, start: int, end: int, joined: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentence in stretches of bounded length: no rule may take more than linear time on any text."""
    out: list[tuple[int, int]] = []
    while True:
        most = bisect_left(joined, (start,)) + _MOST_NUMBERS
        last = min(start + _LONGEST, joined[most][0] if most < len(joined) else end)
        if end <= last:
            break
        cut = text.rfind(" ", (start + last) // 2, last) + 1 or last
        place = bisect_left(joined, (cut,)) - 1
        if place >= 0 and joined[place][0] < cut < joined[place][1]:
            cut = joined[place][1]
        if cut >= end:
            break
        out.append((start, cut))
        start = cut
    return [*out, (start, end)]


def at_tokens(spans: Sequence[SentenceSpan], offsets: Sequence[int]) -> list[SentenceSpan]:
    """The sentences, each from a token on: a cut within a long token or before a space moves behind it.

    Args:
        spans: Sentences in order.
        offsets: Where the tokens of the text start, in order.
    """
    out: list[SentenceSpan] = []
    for span in spans:
        token = bisect_left(offsets, span.start)
        start = offsets[token] if token < len(offsets) else span.end
        if out and start > span.start:
            out[-1] = replace(out[-1], end=min(start, span.end))
        if start == span.start:
            out.append(span)
        elif start < span.end:
            out.append(replace(span, start=start))
    return out


# What razdel may end a sentence at: punctuation, or a smile.
_INNER_END = re.compile(r"[.?!…;]|[=:]-?[()]")


def _razdel(text: str, block: Block) -> list[tuple[int, int]]:
    if _INNER_END.search(text, block.start, block.end - 1) is None:
        return [(block.start, block.end)]
    return [(block.start + s.start, block.start + s.stop) for s in sentenize(text[block.start : block.end])]


_CAPITAL = re.compile(r"\s+(?=[«\"]?[А-ЯЁA-Z])|(?<=\.)(?=[А-ЯЁ])")
# "на дорогах.Ремонт идёт": a lost space behind a full stop, which after a short word may be an abbreviation.
_GLUED_END = re.compile(r"\.(?:(?<=[а-яё]{6}\.)|(?<=[)%»]\.))(?=[А-ЯЁ][а-яё]{2})")


# "7 тыс. ДТП, в которых", "3 млн. ЭЦП.": an abbreviation that does not open a sentence.
_SCALE_END = re.compile(r"(?:тыс|млн|млрд)\.$")
_ABBREVIATION = re.compile(
    r"\s[А-ЯЁ]{2,6}(?:\s*[.,;:)(–—]|\s*$|\s+(?:и|в|на|с|за|из|по|для|от|со|у|при)\s|\s+[а-яё]+(?:но|то)(?!\w))"
)


def _counts_abbreviation(text: str, end: int) -> bool:
    """Whether what follows a scale word with a dot is the abbreviation that the number counts."""
    is_scale = _SCALE_END.search(text, max(0, end - 5), end) is not None
    return is_scale and _ABBREVIATION.match(text, end) is not None


def _cut_behind(text: str, pieces: list[tuple[int, int]], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Ends a sentence behind "п.п." and "тыс." where a capital follows: the dot serves for both."""
    out: list[tuple[int, int]] = []
    for first, end in pieces:
        start = first
        for cut in ends[bisect_right(ends, first) : bisect_left(ends, end)]:
            gap = _CAPITAL.match(text, cut, end)
            if gap is not None and not _counts_abbreviation(text, cut):
                out.append((start, cut))
                start = gap.end()
        out.append((start, end))
    return out
