"""Which number before a marker is the whole of the parts that it announces.

Belongs here: choosing among the numbers of its sentence and of the one before. Does not belong here: the
markers (`part_markers`) and whether one amount can be a part of another (`part_fit`).
"""

import re
from collections.abc import Sequence

from extractors.lexicon.readings import readings
from extractors.model import Kind
from extractors.parts.part_numbers import Numbers
from extractors.text.sentences import BlockKind

_NAMED_KINDS = {
    "сумм": Kind.MONEY,
    "общего числ": Kind.COUNT,
    "количеств": Kind.COUNT,
    "площад": Kind.QUANTITY,
}
_THAT_SUM = "этой суммы"  # the sum told last: "всего 9 млн, из них 5 – на школы. Из этой суммы 2 млн …"
_OUT_OF_SUCH = "из числа"
_TOLD = re.compile(
    r"(?:(?:как\s+)?(?:отмеча|сообща|уточня|подч[её]ркива|добавля)\w+(?:\s\w+){0,3}"
    r"|по\s(?:его|е[её]|их)\sсловам),(?:\sчто)?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?<!\w)из\s(?:этих\s|всех\s)?$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)со?\s$", re.IGNORECASE)
_TO = re.compile(r"(?<!\w)до\s(?:\w+\s)?$", re.IGNORECASE)


def whole_before(numbers: Numbers, part: int, position: int, marker: str = "") -> int | None:
    """The number before a marker that a part belongs to.

    The nearest of the sentence that fits, one of the same noun first; brackets and numbers that only
    describe another come last. Without any, the first that fits of the sentence before.
    """
    sentence = numbers.layout.sentence_at(position)
    start = numbers.layout.sentences[sentence].start
    same = [i for i in numbers.before(start, position) if _may_hold(numbers, i, part)]
    if marker.lower().startswith(_OUT_OF_SUCH):
        return _of_such(numbers, sentence, marker, part)
    kind = next((kind for stem, kind in _NAMED_KINDS.items() if stem in marker.lower()), None)
    chosen = _best(numbers, _of_kind(numbers, same, kind), part)
    if chosen is not None:
        return chosen
    if sentence == 0 or not _goes_back(numbers, sentence, position, marker):
        return None
    before = [i for i in numbers.in_sentence(sentence - 1) if _may_hold(numbers, i, part)]
    before = [i for i in before if not _is_parted(numbers, i)] or before
    told = _of_kind(numbers, [i for i in before if not numbers.is_bracketed(i)], kind)
    return _best(numbers, told[::-1] if _THAT_SUM in marker.lower() else told, part)


def _may_hold(numbers: Numbers, whole: int, part: int) -> bool:
    """Whether a number can be the whole of a part; what something fell or rose from is no longer there."""
    return whole != part and numbers.fits(whole, part) and not _is_left(numbers, whole)


def _is_parted(numbers: Numbers, whole: int) -> bool:
    """As in "из 54 педагогов 21 учится. Из них 5 …": the first number of "из" has its part told already."""
    return (
        _OUT_OF.search(
            numbers.text, max(0, numbers.facts[whole].char_start - 12), numbers.facts[whole].char_start
        )
        is not None
    )


def _is_left(numbers: Numbers, whole: int) -> bool:
    """Whether a number is the first of "с 8884 до 4897"."""
    start = numbers.facts[whole].char_start
    if not numbers.in_one_sentence(whole, whole + 1) or not _FROM.search(
        numbers.text, max(0, start - 4), start
    ):
        return False
    return _TO.search(numbers.between(whole, whole + 1)) is not None


def _of_such(numbers: Numbers, sentence: int, marker: str, part: int) -> int | None:
    """The number of the sentence before that counts what "из числа зарегистрированных семей" names."""
    named = {reading.lemma for reading in readings(marker.rsplit(maxsplit=1)[-1])[:2]}
    before = numbers.in_sentence(sentence - 1)
    return next((i for i in before if numbers.noun_behind(i) in named and numbers.fits(i, part)), None)


def _of_kind(numbers: Numbers, candidates: Sequence[int], kind: Kind | None) -> Sequence[int]:
    """The candidates of the kind that a marker names ("из общей суммы"), all where it names none."""
    return candidates if kind is None else [i for i in candidates if numbers.facts[i].kind is kind]


def _best(numbers: Numbers, candidates: Sequence[int], part: int) -> int | None:
    noun = numbers.noun_behind(part)
    alike = [i for i in candidates if noun and numbers.noun_behind(i) == noun]
    if alike:
        return next((i for i in alike if not numbers.is_bracketed(i)), alike[0])
    free = [i for i in candidates if not numbers.is_bracketed(i)]
    plain = [i for i in free if not numbers.is_attached(i)]
    plain = [i for i in plain if _is_of_one_time(numbers, i, part)] or plain
    return next(iter((*plain, *free, *candidates)), None)


def _is_of_one_time(numbers: Numbers, whole: int, part: int) -> bool:
    """As in "в 2026 году – 40 млрд, в 2027 – 42, из них налоги в 2026 году – 8": the whole of that year."""
    period = numbers.facts[whole].period
    return period is not None and period == numbers.facts[part].period


def _goes_back(numbers: Numbers, sentence: int, position: int, marker: str) -> bool:
    """Whether a marker may speak of the sentence before.

    Within a paragraph any but "включая", which names what stands right before it; across paragraphs
    only one that opens its own, where nothing else could be its whole; "в частности" only gives examples.
    """
    spans, blocks = numbers.layout.sentences, numbers.layout.blocks
    if spans[sentence - 1].block == spans[sentence].block:
        return not marker.lower().startswith("включая")
    if marker.lower().startswith("в частности"):
        return False
    block = blocks[spans[sentence].block]
    opening = numbers.text[block.start : position].strip(" -–—•\u00a0")
    opens = not opening or _TOLD.fullmatch(opening) is not None
    return bool(marker) and opens and block.kind is not BlockKind.ROW
