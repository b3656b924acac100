"""Parts listed behind a colon: "семь медалей: одну золотую, три серебряные и три бронзовые".

Belongs here: how far such a list goes, and which of its numbers are parts. Does not belong here: what
makes numbers alike (`part_alike`), lines under a number (`part_lines`) and markers (`part_markers`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.model import Kind, Measure
from extractors.parts.part_alike import alike, link_all, stay_within
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up, cover

_COLON = re.compile(r"(?:[^.;:\n]|(?<=тыс)\.|(?<=мл[нр])\.|(?<=млрд)\.){0,70}(?:\([^()]*\))?\s*:\s")
_COLON_REACH = 120  # farther off none begins, nor a bracket before it
_REST = re.compile(r"(?<!\w)остальн[^;:]*$", re.IGNORECASE)
_DASH = re.compile(r"\s[–—-]\s")
_REST_REACH = 60
_MOST_PARTS = 60
_HALF = Decimal("0.5")


def link_behind_colon(numbers: Numbers, whole: int) -> None:
    """Links "семь медалей: одну золотую, три серебряные и три бронзовые"."""
    fact = numbers.facts[whole]
    ahead = numbers.text[fact.char_end : fact.char_end + _COLON_REACH]
    if ":" not in ahead and "(" not in ahead:
        return
    colon = _COLON.match(numbers.text, fact.char_end)
    if colon is None or fact.measure is Measure.CHANGE or numbers.is_bracketed(whole):
        return
    end = _end_of_list(numbers, whole, colon.end())
    above = numbers.wholes[whole]
    if fact.kind is Kind.PERCENT and above is not None:
        whole = above
    parts = _parts_between(numbers, whole, colon.end(), end)
    told_between = numbers.is_attached(whole) or any(
        not numbers.is_bracketed(i) for i in numbers.from_to(fact.char_end, colon.end())
    )
    if len(parts) < 2 or (told_between and not _add_up_as_counts(numbers, whole, parts, strict=True)):
        return
    if stay_within(numbers, whole, parts):
        behind = numbers.from_to(numbers.facts[parts[0]].char_end, end)[:_MOST_PARTS]
        rest = [i for i in behind if _is_rest(numbers, whole, i)]
        link_all(numbers, whole, [*parts, *rest], "part_colon")


def _parts_between(numbers: Numbers, whole: int, start: int, end: int) -> list[int]:
    """The numbers of a list that can be parts: like amounts, or all counts where these make up the whole."""
    listed = [i for i in numbers.from_to(start, end)[:_MOST_PARTS] if not _is_label(numbers, i)]
    parts = alike(numbers, whole, listed)
    plain = [i for i in listed if numbers.facts[i].kind is not Kind.PERCENT]
    if len(parts) < len(listed) and _add_up_as_counts(numbers, whole, plain, strict=False):
        return plain
    return parts


def _add_up_as_counts(numbers: Numbers, whole: int, listed: Sequence[int], *, strict: bool) -> bool:
    """Whether all items behind a colon, whatever they count, make up the whole: "30 машин: 20 пожарных …"."""
    fact, items = numbers.facts[whole], [numbers.facts[i] for i in listed]
    are_counts = all(numbers.fits(whole, i) and numbers.facts[i].kind is Kind.COUNT for i in listed)
    if not are_counts or len(items) < 2:
        return False
    is_bare = not numbers.noun_behind(whole) and numbers.text.startswith(":", fact.char_end)
    return adds_up(fact, items, strict=strict) or (is_bare and _HALF <= cover(fact, items) <= 1)


def _is_label(numbers: Numbers, index: int) -> bool:
    """Whether a number belongs to the label of the next one: "в остальных четырёх – 1 042"."""
    following = index + 1
    return (
        following < len(numbers.facts)
        and _DASH.fullmatch(numbers.text, numbers.facts[index].char_end, numbers.facts[following].char_start)
        is not None
    )


def _end_of_list(numbers: Numbers, whole: int, start: int) -> int:
    """Where the items behind a colon end: with the sentence, or with the list under it."""
    layout, block = numbers.layout, numbers.block_of(whole)
    if numbers.text[start : layout.blocks[block].end].strip():
        return layout.sentences[numbers.sentence_of(whole)].end
    return numbers.end_of_list(block)


def _is_rest(numbers: Numbers, whole: int, part: int) -> bool:
    """Whether the last item of a breakdown is told as a share: "остальное – одна десятая объёма"."""
    fact = numbers.facts[part]
    before = numbers.text[max(0, fact.char_start - _REST_REACH) : fact.char_start]
    return fact.kind is Kind.PERCENT and numbers.fits(whole, part) and _REST.search(before) is not None
