"""Parts and wholes: which fact another is a part of.

Belongs here: the order in which the constructions are asked, from the surest to the weakest. Does not
belong here: the constructions themselves (`part_markers`, `part_frames`, …).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.model import Fact
from extractors.parts.part_brackets import link_listed_brackets
from extractors.parts.part_continued import link_continued_parts
from extractors.parts.part_frames import link_framed_parts
from extractors.parts.part_groups import link_groups
from extractors.parts.part_lines import link_exact_sums, link_lines
from extractors.parts.part_lists import link_listed_parts
from extractors.parts.part_markers import link_marked_parts
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_restated import link_restated_shares
from extractors.parts.part_shares import link_shares
from extractors.parts.part_sums import adds_up, cover
from extractors.parts.part_tables import link_table_parts
from extractors.text.layout import Layout

_COMPLETE = frozenset({"part_colon", "part_line", "part_row", "part_sum"})


def link_parts(layout: Layout, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, the parts with the index of their whole.

    A whole whose parts were added up says so in its evidence: `parts_add_up`, or
    `parts_do_not_add_up` where they make more of it than there is, or less although the writer lists
    them as all of it.

    Args:
        layout: The text with its blocks and sentences.
        facts: Its facts, in text order.
    """
    numbers = Numbers(layout, facts)
    link_table_parts(numbers)
    link_listed_brackets(numbers)
    link_marked_parts(numbers)
    link_continued_parts(numbers)
    link_exact_sums(numbers)
    link_framed_parts(numbers)
    link_groups(numbers)
    link_shares(numbers)
    link_listed_parts(numbers)
    link_lines(numbers)
    link_restated_shares(numbers)
    parts: dict[int, list[int]] = {}
    for part, whole in enumerate(numbers.wholes):
        if whole is not None:
            parts.setdefault(whole, []).append(part)
    return [_linked(numbers, index, parts.get(index, ())) for index in range(len(facts))]


def _linked(numbers: Numbers, index: int, parts: Sequence[int]) -> Fact:
    fact, whole = numbers.facts[index], numbers.wholes[index]
    told = [numbers.evidence[index]] if whole is not None else []
    told += _sum_check(numbers, index, parts)
    return replace(fact, part_of=whole, evidence=(*fact.evidence, *told)) if told else fact


def _sum_check(numbers: Numbers, whole: int, linked: Sequence[int]) -> list[str]:
    """What adding up the parts of a whole in its own unit shows, if there are at least two."""
    fact = numbers.facts[whole]
    parts = [numbers.facts[part] for part in linked if numbers.facts[part].kind is fact.kind]
    if len(parts) < 2:
        return []
    if adds_up(fact, parts, strict=False) or _add_up_in_turn(fact, parts):
        return ["parts_add_up"]
    is_complete = len(parts) == len(linked) and all(numbers.evidence[part] in _COMPLETE for part in linked)
    return ["parts_do_not_add_up"] if is_complete or cover(fact, parts) > 1 else []


def _add_up_in_turn(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether a whole is broken down more than once, each time completely: by sex, then by place."""
    told: list[Fact] = []
    for part in parts:
        told.append(part)
        if len(told) > 1 and adds_up(whole, told, strict=True):
            told = []
    return not told
