"""Changes that the lead-in of a list states for its items: "Прирост запасов составил:", "Подешевели:".

Belongs here: finding the lead-in of items and the change that it leaves without an amount. Does not
belong here: changes within a sentence (`changes`) and under the head of a table (`table_slots`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.changes.change_noun_amounts import AMOUNTS
from extractors.changes.change_words import COPULAS, RATE_NOUNS, ChangeClass, change_words
from extractors.lexicon.readings import readings
from extractors.model import Direction, Fact, Kind, Measure
from extractors.records import record
from extractors.text.layout import Layout
from extractors.text.sentences import BlockKind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"(?<!\w)на\s+(?:\w+\s+)?$", re.IGNORECASE)
_OTHER = re.compile(r"(?<!\w)(?:до|с|от|из)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LEAD_REACH = 300
_RELATIVE = frozenset({Kind.PERCENT, Kind.PERCENT_POINTS, Kind.RATIO})


@record
class _Lead:
    """The change that a lead-in states.

    Attributes:
        direction: Which way it goes.
        of_amounts: Whether any amount behind it is its own ("прирост составил"), not only percentages.
    """

    direction: Direction
    of_amounts: bool


def with_list_changes(layout: Layout, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, those in items with the change that the lead-in of their list states.

    Args:
        layout: The text with its blocks.
        facts: Its facts, in text order.
    """
    out = list(facts)
    leads: dict[int, _Lead | None] = {}
    last_block = -1
    for index, fact in enumerate(facts):
        block = layout.block_at(fact.char_start)
        is_first, last_block = block != last_block, block
        if not is_first or fact.measure is Measure.CHANGE or not _is_listed(layout, block):
            continue
        if block not in leads:
            leads[block] = _lead_of(layout, block, leads)
        lead = leads[block]
        if lead is not None and _takes(layout.text[layout.blocks[block].start : fact.char_start], fact, lead):
            out[index] = replace(fact, measure=Measure.CHANGE, direction=lead.direction)
    return out


def _is_item(layout: Layout, block: int) -> bool:
    """Whether a block is an item, or a line that a semicolon shows to be one."""
    span = layout.blocks[block]
    return span.kind is BlockKind.ITEM or layout.text[span.end - 1] == ";"


def _is_listed(layout: Layout, block: int) -> bool:
    """Whether a block is an item, or the last line of a list."""
    return _is_item(layout, block) or (block > 0 and layout.text[layout.blocks[block - 1].end - 1] == ";")


def _lead_of(layout: Layout, block: int, leads: dict[int, _Lead | None]) -> _Lead | None:
    """The change stated by the lead-in of an item; items in a row have the same."""
    before = block - 1
    if before < 0:
        return None
    if _is_item(layout, before):
        return leads.get(before) if before in leads else _lead_of_run(layout, before, leads)
    return _read(layout, before)


def _lead_of_run(layout: Layout, item: int, leads: dict[int, _Lead | None]) -> _Lead | None:
    """The lead-in of a run of items of which the first ones hold no number."""
    run = []
    while item >= 0 and _is_item(layout, item) and item not in leads:
        run.append(item)
        item -= 1
    lead = leads[item] if item in leads else _read(layout, item) if item >= 0 else None
    leads.update(dict.fromkeys(run, lead))
    return lead


def _read(layout: Layout, block: int) -> _Lead | None:
    start, end = layout.span_of_block(block)
    text = layout.text[max(start, end - _LEAD_REACH) : end].rstrip()
    if not text.endswith(":"):
        return None
    words = [match.group() for match in _WORD.finditer(text[text.rfind(". ") + 1 :])]
    lemmas = [{reading.lemma for reading in readings(word)[:3]} for word in words]
    table = change_words()
    for index in range(len(words) - 1, -1, -1):
        for lemma in lemmas[index] & table.keys():
            found, direction = table[lemma]
            if found is ChangeClass.COMPARATIVE or any(
                RATE_NOUNS & near for near in lemmas[max(0, index - 2) : index]
            ):
                continue
            is_noun = found is ChangeClass.NOUN
            own = is_noun and lemma in AMOUNTS and _has_no_verb(words[index + 1 :])
            return _Lead(direction, of_amounts=own)
    return None


def _has_no_verb(words: Sequence[str]) -> bool:
    """Whether nothing but copulas follows the noun: its amounts are the items."""
    for word in words:
        found = readings(word)
        if found and found[0].pos == "VERB" and found[0].lemma not in COPULAS:
            return False
    return True


def _takes(lead_text: str, fact: Fact, lead: _Lead) -> bool:
    """Whether the first number of an item is the amount of its lead-in's change."""
    if _OTHER.search(lead_text):
        return False
    words = [readings(word) for word in _WORD.findall(lead_text)]
    if any(found and (found[0].verb_form == "Fin" or found[0].lemma in RATE_NOUNS) for found in words):
        return False
    return fact.kind in _RELATIVE or lead.of_amounts or _BEFORE.search(lead_text) is not None
