"""Parts that only their arrangement shows: behind a colon, in brackets, in the sentences that follow.

Belongs here: breakdowns of a stated total into like amounts that no word announces. Does not belong
here: markers (`part_markers`), frames of two numbers (`part_frames`) and tables (`part_tables`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.model import Kind, Measure, PeriodSource
from extractors.part_numbers import Numbers
from extractors.part_sums import adds_up, cover, sums_near

_COLON = re.compile(r"(?:[^.;:\n]|(?<=тыс)\.|(?<=мл[нр])\.|(?<=млрд)\.){0,70}(?:\([^()]*\))?\s*:\s")
_LABELLED_BRACKET = re.compile(
    r"[\w»\"]\s*\((?:[^()\d]{0,20}\s[–—-]\s)?(?:около\s|более\s|свыше\s|почти\s)?$"
)
_REST = re.compile(r"(?<!\w)остальн[^;:]*$", re.IGNORECASE)
_DASH = re.compile(r"\s[–—-]\s")
_REST_REACH = 60
_BRACKET_REACH = 40
_MOST_PARTS = 60
_SMALL = 100
_MOST_OF_SENTENCE = 24
_HALF = Decimal("0.5")
_NEARLY_ALL = Decimal("0.85")
_SENTENCES_AHEAD = 2


def link_listed_parts(numbers: Numbers) -> None:
    """Links the parts of unannounced breakdowns."""
    for whole in range(len(numbers.facts)):
        if numbers.is_amount(whole) or numbers.facts[whole].kind is Kind.PERCENT:
            _link_behind_colon(numbers, whole)
    for sentence in range(len(numbers.layout.sentences)):
        _link_brackets(numbers, sentence)
    for whole in range(len(numbers.facts)):
        _link_sums(numbers, whole)
        _link_nearly_all(numbers, whole)


def _link_behind_colon(numbers: Numbers, whole: int) -> None:
    """Links "семь медалей: одну золотую, три серебряные и три бронзовые"."""
    fact = numbers.facts[whole]
    colon = _COLON.match(numbers.text, fact.char_end)
    if colon is None or fact.measure is Measure.CHANGE or numbers.is_bracketed(whole):
        return
    end = _end_of_list(numbers, whole, colon.end())
    above = numbers.wholes[whole]
    if fact.kind is Kind.PERCENT and above is not None:
        whole = above
    listed = [i for i in numbers.from_to(colon.end(), end)[:_MOST_PARTS] if not _is_label(numbers, i)]
    parts = _alike(numbers, whole, listed)
    plain = [i for i in listed if numbers.facts[i].kind is not Kind.PERCENT]
    if len(parts) < len(listed) and _add_up_as_counts(numbers, whole, plain, strict=False):
        parts = plain
    told_between = numbers.is_attached(whole) or any(
        not numbers.is_bracketed(i) for i in numbers.from_to(fact.char_end, colon.end())
    )
    if len(parts) < 2 or (told_between and not _add_up_as_counts(numbers, whole, parts, strict=True)):
        return
    if _stay_within(numbers, whole, parts):
        rest = [
            i
            for i in numbers.from_to(numbers.facts[parts[0]].char_end, end)[:_MOST_PARTS]
            if _is_rest(numbers, whole, i)
        ]
        _link_all(numbers, whole, [*parts, *rest], "part_colon")


def _add_up_as_counts(numbers: Numbers, whole: int, listed: Sequence[int], *, strict: bool) -> bool:
    """Whether all items behind a colon, whatever they count, make up the whole: "30 машин: 20 пожарных …"."""
    fact, items = numbers.facts[whole], [numbers.facts[i] for i in listed]
    alike = all(numbers.fits(whole, i) and numbers.facts[i].kind is Kind.COUNT for i in listed)
    if not alike or len(items) < 2:
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


def _link_brackets(numbers: Numbers, sentence: int) -> None:
    """Links "не хватает математиков (612) и физиков (407)" with the total before."""
    span = numbers.layout.sentences[sentence]
    inside = [i for i in numbers.in_sentence(sentence) if numbers.is_amount(i) and _fills_bracket(numbers, i)]
    if not inside:
        return
    first = numbers.facts[inside[0]].char_start
    candidates = [i for i in numbers.before(span.start, first)[::-1] if not numbers.is_bracketed(i)]
    if sentence > 0 and numbers.layout.sentences[sentence - 1].block == span.block:
        candidates += [i for i in numbers.in_sentence(sentence - 1) if not numbers.is_bracketed(i)]
    for whole in numbers.amounts(candidates):
        parts = [
            i for i in _alike(numbers, whole, inside) if numbers.facts[i].kind is numbers.facts[whole].kind
        ]
        if len(parts) == len(inside) and (len(parts) > 1 or _is_time_slice(numbers, whole, parts[0])):
            least = Decimal(0) if numbers.facts[whole].kind is Kind.COUNT else _HALF
            if _stay_within(numbers, whole, parts, least):
                _link_all(numbers, whole, parts, "part_bracket")
                return


def _fills_bracket(numbers: Numbers, index: int) -> bool:
    """Whether a number stands in a bracket behind its label: "математиков (612)", "(в июле – 41)"."""
    fact = numbers.facts[index]
    if not numbers.text.startswith(")", fact.char_end):
        return False
    start = numbers.layout.sentences[numbers.sentence_of(index)].start
    before = numbers.text[max(start, fact.char_start - _BRACKET_REACH) : fact.char_start]
    return _LABELLED_BRACKET.search(before) is not None


def _is_time_slice(numbers: Numbers, whole: int, part: int) -> bool:
    """Whether the part's own stated time lies strictly within the whole's: "396 лицензий (в июле – 41)"."""
    a, b = numbers.facts[whole].period, numbers.facts[part].period
    if a is None or b is None or b.source is not PeriodSource.EXPLICIT:
        return False
    return a.start <= b.start and b.end <= a.end and (a.start, a.end) != (b.start, b.end)


def _link_sums(numbers: Numbers, whole: int) -> None:
    """Links like amounts right behind or right before a number that add up to it exactly."""
    fact = numbers.facts[whole]
    if fact.kind not in (Kind.COUNT, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT) or fact.value_max is not None:
        return
    block = numbers.block_of(whole)
    ahead = [i for i in range(whole + 1, min(whole + 16, len(numbers.facts))) if numbers.block_of(i) == block]
    back = [i for i in range(whole - 1, max(whole - 12, -1), -1) if numbers.block_of(i) == block]
    for side in (ahead, back):
        alike = _alike(numbers, whole, side)
        if fact.kind is Kind.COUNT and fact.value < _SMALL:
            alike = _unbroken(numbers, alike, side)
        for count in sums_near(fact, [numbers.facts[i] for i in alike[:8]]):
            parts = alike[:count]
            if adds_up(fact, [numbers.facts[i] for i in parts], strict=True):
                if any(_stands_beside(numbers, whole, i) for i in parts):
                    return
                _link_all(numbers, whole, parts, "part_sum")
                return


def _unbroken(numbers: Numbers, alike: Sequence[int], side: Sequence[int]) -> list[int]:
    """The first of some like numbers between which no count of something else stands.

    So small a sum that skips counts is chance: "прибыл 21 человек, убыло 8, родилось 18 детей, умерло 13".
    """
    counts = [i for i in side if numbers.facts[i].kind is Kind.COUNT]
    told = [i for i, count in zip(alike, counts, strict=False) if i == count]
    return told if told == alike[: len(told)] else []


def _stands_beside(numbers: Numbers, whole: int, part: int) -> bool:
    """Whether a number is of another territory beside the whole's, or the gap between plan and result."""
    a, b = numbers.facts[whole], numbers.facts[part]
    if a.place is not None and b.place is not None and a.place != b.place and len(a.place_code or "") != 2:
        return True
    return numbers.is_difference(part)


def _link_nearly_all(numbers: Numbers, whole: int) -> None:
    """Links like amounts of the next sentences that make up nearly all of a total and no more."""
    fact = numbers.facts[whole]
    if not numbers.is_amount(whole) or fact.measure is Measure.CHANGE or numbers.is_bracketed(whole):
        return
    sentence, parts = numbers.sentence_of(whole), []
    beside = [i for i in numbers.in_sentence(sentence) if i != whole]
    if any(numbers.stands_in_row(min(i, whole), max(i, whole)) for i in beside):
        return
    for ahead in range(1, _SENTENCES_AHEAD + 1):
        following = numbers.in_sentence(sentence + ahead)
        if not 0 < len(following) <= _MOST_OF_SENTENCE or numbers.block_of(following[0]) != numbers.block_of(
            whole
        ):
            return
        parts += _alike(numbers, whole, following)
        if len(parts) >= 2 and cover(fact, [numbers.facts[i] for i in parts]) >= _NEARLY_ALL:
            if _stay_within(numbers, whole, parts):
                _link_all(numbers, whole, parts, "part_nearly_all")
            return


def _alike(numbers: Numbers, whole: int, indices: Sequence[int]) -> list[int]:
    """The numbers that fit a whole, speak of the same noun or leave it out, and of no other time."""
    return [
        i
        for i in indices
        if numbers.wholes[i] is None
        and numbers.fits(whole, i)
        and numbers.facts[i].kind is not Kind.PERCENT
        and not numbers.is_attached(i)
        and (numbers.facts[whole].kind is not Kind.COUNT or numbers.shares_noun(whole, i))
        and _is_of_time(numbers, whole, i)
    ]


def _is_of_time(numbers: Numbers, whole: int, part: int) -> bool:
    a, b = numbers.facts[whole].period, numbers.facts[part].period
    if a is None or b is None or b.source is not PeriodSource.EXPLICIT:
        return True
    return a.start <= b.start and b.end <= a.end


def _stay_within(numbers: Numbers, whole: int, parts: Sequence[int], least: Decimal = Decimal(0)) -> bool:
    """Whether parts make up no more of a whole than there is, and at least a given share."""
    chosen = [numbers.facts[i] for i in parts]
    share = cover(numbers.facts[whole], chosen)
    return least <= share <= 1 or adds_up(numbers.facts[whole], chosen, strict=False)


def _link_all(numbers: Numbers, whole: int, parts: Sequence[int], evidence: str) -> None:
    for part in parts:
        numbers.link(part, whole, evidence)
