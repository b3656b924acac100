"""Parts that stand one on each line of a list, above or under a total that they make up exactly.

Belongs here: sums over the lines of a list whose lead-in announces no parts. Does not belong here:
sums within a paragraph (`part_lists`) and the totals of tables (`part_tables`).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.model import Kind, Measure
from extractors.parts.part_items import item_number
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up, sums_near
from extractors.text.sentences import BlockKind

_SUMS = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY})
_LINES = 24
_ABOVE = 3
_LINE = 600
# A total so small may be the sum of what stands by it by chance.
_SMALL = 3
_EXACT = 10_000
_TOTAL = re.compile(r"[-–—•\s]*(?:итого|всего)\W", re.IGNORECASE)


def link_lines(numbers: Numbers) -> None:
    """Links the numbers of the lines above or under a total that add up to it."""
    if not _has_lines(numbers):
        return
    for whole, fact in enumerate(numbers.facts):
        if fact.kind not in _SUMS or fact.measure is Measure.CHANGE or fact.value_max is not None:
            continue
        is_short, is_total = _digits(fact.value) < _SMALL, _is_total(numbers, whole)
        if is_short and not is_total and not _leads(numbers, whole):
            continue
        for step in (-1,) if is_total else (1,) if is_short else (1, -1):
            if _link_run(numbers, whole, step):
                break


def link_exact_sums(numbers: Numbers) -> None:
    """Links the counts of the next paragraphs that make up a long exact count, once or told in two ways."""
    for whole, fact in enumerate(numbers.facts):
        if fact.kind is not Kind.COUNT or fact.value_max is not None or not _is_long(fact.value):
            continue
        last = numbers.block_of(whole) + _ABOVE
        run = [
            i
            for i in range(whole + 1, min(whole + _LINES, len(numbers.facts)))
            if numbers.block_of(i) <= last
            and numbers.facts[i].kind is Kind.COUNT
            and numbers.facts[i].measure is not Measure.CHANGE
            and numbers.facts[i].value < fact.value
        ]
        _link_exact(numbers, whole, run)


def _link_exact(numbers: Numbers, whole: int, run: Sequence[int]) -> None:
    total, running, parts = numbers.facts[whole].value, Decimal(0), list[int]()
    for index in run:
        running += numbers.facts[index].value
        parts.append(index)
        if running == total and len(parts) > 1:
            for part in parts:
                numbers.link(part, whole, "part_sum")
            running, parts = Decimal(0), []


def _is_long(value: Decimal) -> bool:
    return value >= _EXACT and _digits(value) > _SMALL + 1


def _has_lines(numbers: Numbers) -> bool:
    return any(_is_line(numbers, block) for block in range(len(numbers.layout.blocks)))


def _is_line(numbers: Numbers, block: int) -> bool:
    """Whether a block is a line of a list: an item, a short line or one that ends with a semicolon."""
    span = numbers.layout.blocks[block]
    if span.kind in (BlockKind.ITEM, BlockKind.HEADING):
        return span.end - span.start <= _LINE
    return span.kind is not BlockKind.ROW and numbers.text[span.end - 1] == ";"


def _link_run(numbers: Numbers, whole: int, step: int) -> bool:
    """Links the lines that follow one another under (1) or above (-1) a total, if they add up to it."""
    run = list(_run(numbers, whole, step))
    fact = numbers.facts[whole]
    leads = _leads(numbers, whole) if step == 1 else _is_total(numbers, whole)
    for count in sums_near(fact, [numbers.facts[i] for i in run]):
        parts = run[:count]
        is_telling = _is_telling(fact.value, count, leads=leads, is_all=count == len(run))
        if is_telling and adds_up(fact, [numbers.facts[i] for i in parts], strict=True):
            for part in parts:
                numbers.link(part, whole, "part_line")
            return True
    return False


def _is_total(numbers: Numbers, whole: int) -> bool:
    """Whether a line says that it sums up the ones above: "Итого: 20000"."""
    block = numbers.layout.blocks[numbers.block_of(whole)]
    return _TOTAL.match(numbers.text, block.start, numbers.facts[whole].char_start) is not None


def _leads(numbers: Numbers, whole: int) -> bool:
    """Whether the block of a number ends with a colon."""
    return numbers.text[numbers.layout.blocks[numbers.block_of(whole)].end - 1] == ":"


def _is_telling(total: Decimal, count: int, *, leads: bool, is_all: bool) -> bool:
    """Whether a sum is no chance: enough digits for so many parts, or all lines under a lead-in."""
    digits = _digits(total)
    return (leads and is_all) or digits > _SMALL or (digits == _SMALL and (count > 2 or leads))


def _run(numbers: Numbers, whole: int, step: int) -> Iterator[int]:
    """For each line of the list next to a total its first number that fits."""
    blocks = numbers.layout.blocks
    at, seen, apart = numbers.block_of(whole) + step, 0, 0
    own = item_number(numbers.text, blocks[numbers.block_of(whole)].start)
    while 0 <= at < len(blocks) and seen < _LINES:
        if (
            own is not None
            and not _is_total(numbers, whole)
            and item_number(numbers.text, blocks[at].start) == (own[0] + step, own[1])
        ):
            return  # "1) доходы – 5; 2) затраты – 5": items beside the total's own
        chosen = _first_alike(numbers, whole, at) if _is_line(numbers, at) or seen else None
        if chosen is None:
            apart += 1
            if seen or apart >= _ABOVE:
                return
        else:
            seen += 1
            yield chosen
        if step == 1 and seen and _ends_list(numbers, at):
            return
        at += step


def _ends_list(numbers: Numbers, block: int) -> bool:
    """Whether a line is the last of its list, as its full stop shows."""
    span = numbers.layout.blocks[block]
    return span.kind is BlockKind.PARAGRAPH and numbers.text[span.end - 1] == "."


def _first_alike(numbers: Numbers, whole: int, block: int) -> int | None:
    span = numbers.layout.blocks[block]
    inside: Sequence[int] = numbers.from_to(span.start, span.end)[:6]
    for index in inside:
        if (
            numbers.wholes[index] is None
            and numbers.facts[index].kind in _SUMS
            and numbers.facts[index].measure is not Measure.CHANGE
            and numbers.fits(whole, index)
            and not numbers.is_difference(index)
        ):
            return index
    return None


def _digits(value: Decimal) -> int:
    """How many digits of a value are more than its scale."""
    return len(value.normalize().as_tuple().digits)
