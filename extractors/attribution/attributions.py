"""Who a text says its numbers come from, if not simply the publisher.

Belongs here: which stretch of text each attribution covers and which of several a number takes. Does
not belong here: the words that attribute (`attribution_words`), reading a name (`attribution_names`),
whom it stands for (`attribution_speakers`) and where direct speech lies (`attribution_quotes`).

The text does not say who publishes it. So an office or institution without a name of its own ("в
ведомстве", "министр") is somebody only where the text has named whom it stands for; otherwise it is
taken for the publisher, and the number has no attribution. A name stands even if it is the publisher's.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.attribution.attribution_covers import Cover, covers_of
from extractors.model import Fact
from extractors.text.layout import Layout


def with_sources(layout: Layout, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, those that are attributed with their source.

    Args:
        layout: The text with its blocks and sentences.
        facts: Its facts, in text order.
    """
    covers = covers_of(layout) if facts else []
    if not covers:
        return list(facts)
    chosen = _chosen(covers, [fact.char_start for fact in facts])
    return [
        replace(fact, attributed_to=cover.source) if cover is not None else fact
        for fact, cover in zip(facts, chosen, strict=True)
    ]


def _chosen(covers: Sequence[Cover], positions: Sequence[int]) -> list[Cover | None]:
    """For each position the surest cover that holds it, of equals the one that starts last."""
    ordered = sorted(covers, key=lambda cover: cover.start)
    active: list[Cover] = []
    taken = 0
    out: list[Cover | None] = []
    for position in positions:
        while taken < len(ordered) and ordered[taken].start <= position:
            active.append(ordered[taken])
            taken += 1
        active = [cover for cover in active if cover.end > position]
        out.append(max(active, key=lambda cover: (cover.rank, cover.start), default=None))
    return out
