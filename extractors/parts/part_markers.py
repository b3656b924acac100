"""Parts that a marker announces: "из них 5", "5 из них", "в том числе", "причём", "а всего".

Belongs here: the markers. Does not belong here: which number before one is the whole (`part_wholes`), how
far a breakdown goes (`part_extents`), breakdowns without a marker (`part_frames`, `part_lists`, `part_sums`).
"""

import re
from itertools import zip_longest

from extractors.model import Kind, Measure
from extractors.parts.part_alike import stay_within
from extractors.parts.part_extents import end_of_breakdown, is_reach, leaves
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up
from extractors.parts.part_wholes import whole_before
from extractors.text.raw_words import inner_stems, opening_stems, words_of

_I = re.IGNORECASE
_OUT_OF_THEM = (
    r"(?:из|среди)\s+(?:них|которых|коих|которой|которого|этих|этого|этой\s+суммы|их\s+числа)"
    r"|от\s+(?:них(?!\s+[^\W\d_]+(?:л|ли|ем|им)(?!\w)|\s+мы(?!\w))|этих|этого|этой\s+суммы|их\s+числа)"
    r"|из\s+числа\s+[^\W\d_]+(?:ых|их)\s+[^\W\d_]+"
    r"|из\s+(?:общего\s+(?:числа|количества|объ[её]ма)|общей\s+(?:суммы|площади|протяж[её]нности|численности)|указанн\w+|данн(?:ых|ого|ой))"
)
_BEFORE_PARTS = re.compile(
    rf"(?<!\w)(?<!кажд(?:ый|ая|ое|ой|ом)\s)(?:{_OUT_OF_THEM}|в\s+т(?:ом|\.)\s*ч(?:исле|\.)|в\s+(?:их|его|е[её])\s+(?:числе|составе|структуре)|в\s+числе\s+(?:которых|них)|включая"
    r"|(?:част[ьи]|большинство)\s+котор(?:ых|ого|ой)(?=\s*\()"
    r"|в\s+частности|в\s+составе\s+котор\w+)(?!\w)",
    _I,
)
_OPENING_PARTS = opening_stems(("из", "среди", "от", "в", "включая", "часть", "части", "большинство"))
_BEHIND_PART = re.compile(
    r"\s+(?:от\s+)?(?:этой\s+суммы|этих\s+средств|этого\s+объ[её]ма)(?!\w)|(?:\s+с\s+лишним)?(?:\s+[^\W\d_][\w-]*){0,3}?\s+(?:из|среди)\s+(?:них|которых|этих\s+[^\W\d_]+|этого\s+числа|общего\s+числа)(?!\w)",
    _I,
)
_THEM = re.compile(r"\s+из\s+них(?!\w)", _I)
_MOREOVER = re.compile(r"(?<!\w)прич[её]м\s+(?=[^.;:()]{0,60}$)", _I)
_MOREOVER_STEMS, _TOTAL_STEMS = inner_stems(["причём"]), inner_stems(["всего", "итого"])
_TOTAL_AFTER = re.compile(
    r"(?:,\s+|\s+)(?:а\s+всего(?:\s+(?:же|–|—|-|их))?|(?<!выше\s)(?<!ниже\s)всего\s+(?:же|–|—|-)|итого)[^\d.;()]{0,25}$",
    _I,
)
_PLACED = re.compile(r"(?<!\w)(?:в|во|на)\s$", _I)
_EARLIER = re.compile(
    r"[^()]{0,30}(?:годом\sранее|год\sназад|в\s(?:прошлом|предыдущем)|в\s(?:19|20)\d\d\s)", _I
)
_FRAMED = re.compile(r"[^.;:()\d]{0,30}\s[–—-]\s[^.;:()\d]{1,60},\s(?:(?:а|и|ещё|еще)\s)?")
_DASH = re.compile(r"\s[–—-]\s")
# Words that count things of their own: "40 человек и 9 единиц".
_MEASURED_OFF = re.compile(r"единиц|штук|голов|экземпляр|особ")
_REACH = 90
_MOST_PARTS = 60


def link_marked_parts(numbers: Numbers) -> None:
    """Links every part that a marker in its sentence, or before its list, announces."""
    taken = _link_parts_before_markers(numbers)
    found = words_of(numbers.text).matches(_OPENING_PARTS, _BEFORE_PARTS, numbers.text)
    markers = [marker for marker in found if marker.end() not in taken]
    for marker, following in zip_longest(markers, markers[1:]):
        _link_parts_behind(numbers, marker, following.start() if following else len(numbers.text))
    _link_moreover(numbers)
    _link_totals_behind(numbers)


def _link_parts_before_markers(numbers: Numbers) -> set[int]:
    """Links "62% из них", "29 из которых", "больше трети из них"; where their markers end."""
    taken: set[int] = set()
    for index, fact in enumerate(numbers.facts):
        marker = _BEHIND_PART.match(numbers.text, fact.char_end)
        if marker is None:
            continue
        taken.add(marker.end())
        beside = _beside(numbers, index)
        whole = whole_before(numbers, index, fact.char_start) if beside is None else beside
        if whole is not None:
            numbers.link(index, whole, "part_marked")
            _link_labelled_behind(numbers, index, whole)
    return taken


def _beside(numbers: Numbers, index: int) -> int | None:
    """As in "ремонт шести из них идёт, снос двух из них начнётся": the whole that "из них" named before."""
    told = index - 1
    if not numbers.in_one_sentence(told, index):
        return None
    if not all(_THEM.match(numbers.text, numbers.facts[i].char_end) for i in (told, index)):
        return None
    whole = numbers.wholes[told]
    is_shared = (
        whole is not None and numbers.fits(whole, index) and stay_within(numbers, whole, (told, index))
    )
    return whole if is_shared else None


def _link_labelled_behind(numbers: Numbers, part: int, whole: int) -> None:
    """Links the 3 of "12 школ, 5 из которых – в сёлах, 3 – частные": the number is told in the same frame."""
    for index in range(part + 1, min(part + _MOST_PARTS, len(numbers.facts))):
        is_framed = _FRAMED.fullmatch(numbers.between(index - 1, index)) is not None
        if not is_framed or _DASH.match(numbers.text, numbers.facts[index].char_end) is None:
            return
        if not numbers.fits(whole, index):
            return
        numbers.link(index, whole, "part_marked")


def _link_parts_behind(numbers: Numbers, marker: re.Match[str], following: int) -> None:
    """Links the parts behind a marker, up to the next one."""
    text, layout = numbers.text, numbers.layout
    end = min(end_of_breakdown(numbers, marker), following)
    last = marker.end()
    first_part: int | None = None
    block = layout.block_at(marker.start())
    linked: list[int] = []
    for index in numbers.from_to(marker.end(), end)[:_MOST_PARTS]:
        fact = numbers.facts[index]
        gap = text[last : fact.char_start]
        if first_part is None and not is_reach(gap) and numbers.block_of(index) == block:
            return
        if first_part is not None and leaves(numbers, first_part, index, gap):
            return
        if first_part is not None and _is_aside(numbers, first_part, index):
            continue
        whole = _shared_whole(numbers, first_part, index)
        whole = whole_before(numbers, index, marker.start(), marker.group()) if whole is None else whole
        if whole is not None and _is_of_other_noun(numbers, marker, whole, index, first=first_part is None):
            continue
        if whole is not None and not (fact.kind is Kind.PERCENT and first_part is None and "," in gap):
            numbers.link(index, whole, "part_marked")
            first_part = index if first_part is None else first_part
            linked.append(index)
            if len(linked) > 1 and adds_up(
                numbers.facts[whole], [numbers.facts[i] for i in linked], strict=True
            ):
                return
        elif first_part is None and marker.group().lower().startswith("из общ"):
            return  # "из общего числа 6 школ" names the whole itself
        elif first_part is None and layout.sentence_at(fact.char_start) != layout.sentence_at(marker.start()):
            return
        last = fact.char_end


def _shared_whole(numbers: Numbers, first: int | None, part: int) -> int | None:
    """As in "в том числе 4 случая с травмами, 18 – без них": the whole of the part before."""
    whole = numbers.wholes[first] if first is not None else None
    if whole is None or numbers.noun_behind(part) or _MEASURED_OFF.search(numbers.facts[part].quote):
        return None
    if not numbers.fits(whole, part):
        return None
    one, other = numbers.facts[whole], numbers.facts[part]
    is_same = other.kind is Kind.COUNT and one.subject_head == other.subject_head
    return whole if is_same else None


def _is_of_other_noun(numbers: Numbers, marker: re.Match[str], whole: int, part: int, *, first: bool) -> bool:
    """Whether a count of other things only says where ("77 за рубежом в 62 странах") or is an example."""
    if numbers.facts[part].kind is not Kind.COUNT or numbers.shares_noun(whole, part):
        return False
    if first:
        return marker.group().lower().startswith("в частности")
    start = numbers.facts[part].char_start
    return _PLACED.search(numbers.text, max(0, start - 4), start) is not None


def _is_aside(numbers: Numbers, part: int, index: int) -> bool:
    """Whether a number only says how a part has changed, or what it was: "ржи – 26,7% (23,4%)"."""
    fact = numbers.facts[index]
    in_bracket = numbers.between(index - 1, index).strip() == "("
    if in_bracket and _EARLIER.match(numbers.text, fact.char_end):
        return True
    if fact.kind is not Kind.PERCENT:
        return False
    if fact.measure is Measure.CHANGE and numbers.is_amount(part):
        return True
    return in_bracket and numbers.facts[index - 1].kind is Kind.PERCENT


def _link_moreover(numbers: Numbers) -> None:
    """Links "90, причём пять новых …", "201,4 млн долларов, причём 137 миллионов составил импорт"."""
    if not words_of(numbers.text).holds(_MOREOVER_STEMS):
        return
    for index in range(1, len(numbers.facts)):
        fact = numbers.facts[index]
        sentence = numbers.layout.sentences[numbers.sentence_of(index)]
        before = numbers.text[max(sentence.start, fact.char_start - _REACH) : fact.char_start]
        if _MOREOVER.search(before) is None:
            continue
        whole = _level_before(numbers, whole_before(numbers, index, fact.char_start), index)
        if whole is not None and numbers.shares_noun(whole, index):
            numbers.link(index, whole, "part_moreover")


def _level_before(numbers: Numbers, whole: int | None, part: int) -> int | None:
    """As in "собрано 75 тонн, на 15 больше плана, причём 12 – фермерами": the level, no difference."""
    if whole is None or numbers.facts[whole].measure is Measure.LEVEL or whole == 0:
        return whole
    before = whole - 1
    is_level = numbers.facts[before].measure is Measure.LEVEL and numbers.in_one_sentence(before, whole)
    return before if is_level and numbers.fits(before, part) else whole


def _link_totals_behind(numbers: Numbers) -> None:
    """Links "217 школ к концу 2024 года, а всего 369": the total stands behind its part."""
    if not words_of(numbers.text).holds(_TOTAL_STEMS):
        return
    for index in range(1, len(numbers.facts)):
        if numbers.sentence_of(index) != numbers.sentence_of(index - 1):
            continue
        if _TOTAL_AFTER.search(numbers.between(index - 1, index)) and numbers.fits(index, index - 1):
            for part in _summed_before(numbers, index):
                numbers.link(part, index, "part_total_behind")


def _summed_before(numbers: Numbers, total: int) -> list[int]:
    """The numbers before a total that make it up ("май – 12, июнь – 13; итого – 25"), else the last one."""
    parts, fact = [total - 1], numbers.facts[total]
    while (
        len(parts) < _MOST_PARTS
        and numbers.in_one_sentence(parts[-1] - 1, total)
        and numbers.fits(total, parts[-1] - 1)
    ):
        parts.append(parts[-1] - 1)
        if adds_up(fact, [numbers.facts[i] for i in parts], strict=False):
            return parts
    return parts[:1]
