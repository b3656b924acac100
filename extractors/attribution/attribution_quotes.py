"""Stretches of direct speech: quotations and the dash of a dialogue, with the speaker of each.

Belongs here: where what somebody says begins and ends, over paragraphs too, and which verb of speech
goes with it. Does not belong here: reading those verbs (`attribution_speech`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.attribution.attribution_names import read_name
from extractors.attribution.attribution_speech import Spoken
from extractors.records import record
from extractors.text.layout import Layout
from extractors.text.sentences import Block

_QUOTE = re.compile('[«»„“”"]')
_SPEECH_DASH = re.compile(r"[–—-][ \u00a0]")
_OPENING_DASH = re.compile(r"(?<=[.!?…:])[ \u00a0][–—-][ \u00a0](?=[А-ЯЁ])")
_GOES_ON = re.compile(r"[^.!?…\n]{0,120}[.!?…][ \u00a0][–—-][ \u00a0](?=[А-ЯЁ])")
_REPLY = re.compile(r"[,.!?…»\"”]+\s*[–—-]\s*$")
_DASH_BEFORE = re.compile(r"[,.!?…»\s][–—-]\s*$")
_BEHIND = re.compile(r"[»\"”]?[ \u00a0]?(?:[,.!?…]+[ \u00a0]?(?:[–—-]\s?)?|[–—-]\s?)")
_SENTENCE_END = re.compile(r"[.!?…](?:\s|$)")
_LEAD = 300
_GAP = 60
_SHORTEST = 25
_FEWEST_WORDS = 4
_MOST_BLOCKS = 8


@record
class Quotation:
    """A stretch of direct speech: offsets of what is inside the quotes."""

    start: int
    end: int


def find_quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """Return the quotations that are long enough to be speech, in order, none inside another.

    Args:
        text: The raw text.
        blocks: Its blocks.
    """
    return [found for found in _outermost(text, blocks) if _is_speech(text[found.start : found.end])]


def quoted_speech(
    layout: Layout, quotations: Sequence[Quotation], spoken: Sequence[Spoken]
) -> Iterator[tuple[Quotation, str]]:
    """The stretches of direct speech with their speakers, as far as those are known.

    Args:
        layout: The text with its blocks.
        quotations: Its quotations, in order.
        spoken: Its verbs of speech with their speakers, in order.
    """
    starts = [verb.start for verb in spoken]
    last: tuple[int, str | None] = (-1, None)
    for quotation in quotations:
        source = _speaker(layout, quotation, spoken, starts, last)
        last = layout.block_at(quotation.end), source
        if source is not None:
            yield quotation, source
    for verb in spoken:
        dialogue = _dialogue(layout, verb) if verb.source is not None else None
        if dialogue is not None and verb.source is not None:
            yield dialogue, verb.source


def _dialogue(layout: Layout, verb: Spoken) -> Quotation | None:
    """The direct speech between dashes that a verb is set in: "– …, – сказал министр. – …"."""
    text, block = layout.text, layout.blocks[layout.block_at(verb.start)]
    if not _DASH_BEFORE.search(text, max(block.start + 2, verb.start - 4), verb.start):
        return None
    goes_on = _GOES_ON.match(text, verb.end, block.end) is not None
    if _SPEECH_DASH.match(text, block.start):
        return Quotation(block.start, block.end)
    openings = [match.end() for match in _OPENING_DASH.finditer(text, block.start, verb.start - 3)]
    if not openings and not goes_on:
        return None
    return Quotation(openings[-1] if openings else block.start, block.end if goes_on else verb.start)


def _speaker(
    layout: Layout,
    quotation: Quotation,
    spoken: Sequence[Spoken],
    starts: Sequence[int],
    last: tuple[int, str | None],
) -> str | None:
    """Who says a quotation: named behind it, inside it, before its colon, or whoever spoke just before."""
    text, index = layout.text, bisect_left(starts, quotation.start)
    for verb in spoken[index : bisect_left(starts, quotation.end)]:
        if verb.is_behind and _REPLY.search(text, max(quotation.start, verb.start - 6), verb.start):
            return verb.source
    behind = _BEHIND.match(text, quotation.end)
    following = bisect_left(starts, quotation.end)
    if behind is not None and following < len(spoken):
        gap = text[behind.end() : min(starts[following], behind.end() + _GAP + 1)]
        if len(gap) <= _GAP and not _SENTENCE_END.search(gap) and "\n" not in gap:
            return spoken[following].source
    block = layout.block_at(quotation.start)
    lead = text[max(layout.blocks[block].start, quotation.start - _LEAD) : quotation.start - 1].rstrip()
    before = spoken[index - 1] if index else None
    is_near = before is not None and layout.block_at(before.start) == block
    if lead.endswith(":"):
        return before.source if before is not None and is_near else _named_before_colon(text, layout, block)
    if not _SENTENCE_END.search(text, quotation.start, quotation.end + 2):
        return None
    if before is not None and is_near and quotation.start - before.end <= _LEAD:
        return before.source
    return last[1] if block - last[0] <= 1 and len(lead) <= 1 else None


def _named_before_colon(text: str, layout: Layout, block: int) -> str | None:
    """The speaker in "Ерлан Садыков, начальник управления связи: «…»"."""
    name = read_name(text, layout.blocks[block].start, "Nom")
    if name is None or not name.is_person:
        return None
    rest = text[name.end : name.end + 2]
    office = read_name(text, name.end + 2, "Nom") if rest == ", " else None
    if office is not None and office.is_person and not office.surname:
        return f"{office.text} {name.text}"
    return name.text if name.surname else None


def _is_speech(inside: str) -> bool:
    return len(inside) >= _SHORTEST and len(inside.split()) >= _FEWEST_WORDS


def _outermost(text: str, blocks: Sequence[Block]) -> Iterator[Quotation]:
    """Quotations by the depth of their marks; speech that a block leaves open goes on in the next."""
    starts = [block.start for block in blocks]
    depth, first, opened_in, last_block = 0, -1, -1, -1
    for match in _QUOTE.finditer(text):
        block = max(bisect_right(starts, match.start()) - 1, 0)
        if block != last_block:
            stays = depth > 0 and block - opened_in <= _MOST_BLOCKS and _leads(text, starts[opened_in], first)
            depth, last_block = int(stays), block
        if _opens(text, match):
            if depth == 0:
                first, opened_in = match.end(), block
            depth += not (depth and match.start() == starts[block])
        elif depth:
            depth -= 1
            if depth == 0:
                yield Quotation(first, match.start())


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark opens: a straight one by the space before it."""
    if match.group() != '"':
        return match.group() in "«“„"
    before = text[match.start() - 1 : match.start()]
    return not before or before.isspace() or before in "(«—–-"


def _leads(text: str, block_start: int, first: int) -> bool:
    """Whether a quotation opens its block or stands behind a colon: speech over several paragraphs does."""
    lead = text[max(block_start, first - _LEAD) : first - 1].strip(" \u00a0–—-")
    return not lead or lead.endswith(":")
