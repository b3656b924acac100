"""Parts that a frame of two numbers shows: "8 блоков из 10", "на X пришлось 5".

Belongs here: frames in which the words between whole and part say enough. Does not belong here:
markers (`part_markers`), "из N …" (`part_selections`), lists (`part_lists`) and sums (`part_sums`).
"""

import re

from extractors.lexicon.readings import readings
from extractors.model import Kind, Measure
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_selections import PARTICIPLE, SOFT, link_parts_of_from
from extractors.text.raw_words import words_of
from extractors.text.sentences import BlockKind

_I = re.IGNORECASE
_OUT_OF = re.compile(rf"(?:\s+[^\W\d_][\w-]*){{0,4}}\s+(?:из|от)\s+{PARTICIPLE}{SOFT}$", _I)
_FRACTION_THEN = re.compile(r"(?:\s+[^\W\d_][\w-]*){1,3}:\s+$")
_FELL_ON = re.compile(
    r"(?<!\w)(?:при(?:шлось|шлась|шл[ио]|ш[её]лся|ходится|ходилось|ходятся|дётся|дется))(?!\w)", _I
)
_FELL_STEMS, _FIRST_STEMS = frozenset({"приш", "прих", "прид"}), frozenset({"перв"})
_ON = re.compile(r"(?<!\w)на\s+(?:долю\s+)?(?!одно|кажд|душу|1\s|тысяч|сто\s|\d)", _I)
_FIRST = re.compile(r"(?<!\w)перв(?:ых|ые)\s+$", _I)
_ASIDE = re.compile(r"[;,]\s+(?:а\s+|и\s+)?$")
_LABEL_END = re.compile(r"(?:\s[–—-]\s*|\()$")
_ALREADY = re.compile(r"\s+уже(?!\w)", _I)
_ONLY_OF = re.compile(r":\s+одних\s+(?:только\s+)?[^.;:()\d]{0,60}$", _I)
_ITEM = re.compile(r";\s+$")
_BACK, _NEAR = 3, 8


def link_framed_parts(numbers: Numbers) -> None:
    """Links the parts that stand in a frame with their whole."""
    for index in range(len(numbers.facts)):
        _link_part_of_next(numbers, index)
    words = words_of(numbers.text)
    may_fall, may_be_first = words.holds(_FELL_STEMS), words.holds(_FIRST_STEMS)
    for index in range(len(numbers.facts)):
        link_parts_of_from(numbers, index)
        if may_fall:
            _link_fallen_on(numbers, index)
        if may_be_first:
            _link_first_ones(numbers, index)
        _link_repeated_noun(numbers, index)
        _link_done_already(numbers, index)


def _link_part_of_next(numbers: Numbers, index: int) -> None:
    """Links "8 блоков из 10", "40 из намеченных 95", a fraction told in such numbers after a colon."""
    if not numbers.in_one_sentence(index, index + 1):
        return
    part, whole = numbers.facts[index], numbers.facts[index + 1]
    if part.kind is Kind.RANK or _OUT_OF.fullmatch(numbers.between(index, index + 1)) is None:
        return
    if not numbers.fits(index + 1, index) or (part.kind is whole.kind and part.value == whole.value):
        return
    if part.kind is Kind.COUNT and not (
        numbers.shares_noun(index, index + 1) or _is_done_behind(numbers, index + 1)
    ):
        return
    numbers.link(index, index + 1, "part_out_of")
    told_before = numbers.in_one_sentence(index - 1, index) and numbers.facts[index - 1].kind is Kind.PERCENT
    if told_before and _FRACTION_THEN.fullmatch(numbers.between(index - 1, index)):
        numbers.link(index - 1, index + 1, "part_out_of")


def _is_done_behind(numbers: Numbers, whole: int) -> bool:
    """As in "357 крыш из 481 запланированной": a participle behind the whole names nothing else."""
    found = readings(numbers.noun_behind(whole))
    return bool(found) and found[0].pos == "ADJ" and any(reading.is_participle for reading in found)


def _link_fallen_on(numbers: Numbers, part: int) -> None:
    """Links "на страны ЕАЭС пришлось 21,1 миллиарда", "на долю инвесторов придётся три четверти"."""
    fact = numbers.facts[part]
    if fact.measure is Measure.CHANGE or fact.per is not None:
        return
    sentence = numbers.layout.sentences[numbers.sentence_of(part)]
    before = numbers.text[max(sentence.start, fact.char_start - 90) : fact.char_start]
    fallen = list(_FELL_ON.finditer(before))
    behind = before[fallen[-1].end() :] if fallen else ""
    on = _ON.search(before)
    if not fallen or on is None or any(c.isdigit() for c in behind) or behind.rstrip().endswith("на"):
        return
    whole = _total_before(numbers, part, fact.char_start - len(before) + on.start())
    if whole is not None:
        numbers.link(part, whole, "part_fallen_on")


def _total_before(numbers: Numbers, part: int, position: int) -> int | None:
    """The nearest amount before a part, in its sentence, the ones before or the paragraph above the table."""
    sentence = numbers.sentence_of(part)
    for index in numbers.amounts(numbers.told_before(part)):
        if numbers.facts[index].char_end <= position and numbers.fits(index, part):
            return index
    for back in range(1, _BACK + 1):
        for index in numbers.amounts(_told_before(numbers, sentence, back)):
            if numbers.fits(index, part) and not numbers.is_bracketed(index):
                return index
    return None


def _told_before(numbers: Numbers, sentence: int, back: int) -> range:
    """The numbers of the sentence so many before, rows of a table left out."""
    at = sentence
    while at > 0 and back > 0:
        at -= 1
        block = numbers.layout.blocks[numbers.layout.sentences[at].block]
        back -= block.kind is not BlockKind.ROW
    return numbers.in_sentence(at) if back == 0 else range(0)


def _link_first_ones(numbers: Numbers, part: int) -> None:
    """Links "27 поручений, срок исполнения первых шести – …"."""
    fact = numbers.facts[part]
    if not numbers.in_one_sentence(part - 1, part) or fact.kind is not Kind.COUNT:
        return
    is_first = _FIRST.search(numbers.between(part - 1, part)) and not numbers.noun_behind(part)
    if is_first and numbers.fits(part - 1, part):
        numbers.link(part, part - 1, "part_first_ones")


def _link_repeated_noun(numbers: Numbers, part: int) -> None:
    """Links "протянут в 2 606 сёл; 504 села подключат уже в этом году": the noun comes again."""
    fact, noun = numbers.facts[part], numbers.noun_behind(part)
    if fact.kind is not Kind.COUNT or not noun or part == 0:
        return
    sentence = numbers.sentence_of(part)
    start = numbers.layout.sentences[max(sentence - 1, 0)].start
    for whole in numbers.before(start, fact.char_start):
        if whole >= part or numbers.noun_behind(whole) != noun or not numbers.fits(whole, part):
            continue
        between = numbers.text[numbers.facts[whole].char_end : fact.char_start]
        is_clause = (";" in between or ", а в " in between) and _LABEL_END.search(between) is None
        is_clause = is_clause and numbers.block_of(whole) == numbers.block_of(part)
        is_clause = is_clause and not _goes_on_in_row(numbers, part, noun)
        if is_clause and not numbers.is_bracketed(whole) and fact.value < numbers.facts[whole].value:
            numbers.link(part, whole, "part_repeated_noun")
        return


def _goes_on_in_row(numbers: Numbers, part: int, noun: str) -> bool:
    """As in "242 иска о плате; 74 иска о жилье; 25 исков о детях": items of a row, parts of none."""
    told = numbers.in_sentence(numbers.sentence_of(part))
    near = range(max(told.start, part - _NEAR), min(told.stop, part + _NEAR))
    items = [i for i in near if numbers.noun_behind(i) == noun and _ITEM.search(numbers.between(i - 1, i))]
    return len(items) > 1


def _link_done_already(numbers: Numbers, part: int) -> None:
    """Links "620 миллионов на реставрацию, 390 уже освоили", "187 тысяч: одних студентов – 40 тысяч"."""
    whole = part - 1
    if not numbers.in_one_sentence(whole, part) or not numbers.fits(whole, part):
        return
    between, end = numbers.between(whole, part), numbers.facts[part].char_end
    is_done = _ASIDE.search(between) and _ALREADY.match(numbers.text, end) and not numbers.noun_behind(part)
    if numbers.is_amount(whole) and (is_done or _ONLY_OF.search(between)):
        numbers.link(part, whole, "part_already")
