"""Parts in brackets behind their labels: "не хватает математиков (612) и физиков (407)".

Belongs here: which numbers fill a bracket, and finding the total before them. Does not belong here:
what makes numbers alike (`part_alike`) and shares in a bracket (`part_shares`).
"""

import re
from decimal import Decimal

from extractors.model import Kind, PeriodSource
from extractors.parts.part_alike import alike, link_all, stay_within
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_sums import adds_up

_LABELLED_BRACKET = re.compile(
    r"[\w»\"]\s*\((?:[^()\d]{0,20}\s[–—-]\s)?(?:около\s|более\s|свыше\s|почти\s)?$"
)
_OPENED = re.compile(r"[^.;:()\d\n]{0,70}\(")
_BRACKET_REACH = 40
_HALF = Decimal("0.5")


def link_brackets(numbers: Numbers, sentence: int) -> None:
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
            i for i in alike(numbers, whole, inside) if numbers.facts[i].kind is numbers.facts[whole].kind
        ]
        if len(parts) == len(inside) and (len(parts) > 1 or _is_time_slice(numbers, whole, parts[0])):
            least = Decimal(0) if numbers.facts[whole].kind is Kind.COUNT else _HALF
            if stay_within(numbers, whole, parts, least):
                link_all(numbers, whole, parts, "part_bracket")
                return


def link_listed_brackets(numbers: Numbers) -> None:
    """Links "500 единиц техники (300 тракторов и 200 комбайнов)": all that a bracket counts makes it up.

    Asked before markers: in "из них в сёлах – 5 (в Кольцове – 2, в Заре – 3)" the 2 is a part of the 5.
    """
    for whole, fact in enumerate(numbers.facts):
        if numbers.is_amount(whole) or fact.kind is Kind.PERCENT:
            _link_listed_bracket(numbers, whole)


def _link_listed_bracket(numbers: Numbers, whole: int) -> None:
    """Links what the bracket behind a number counts with it, where that adds up."""
    fact = numbers.facts[whole]
    opened = _OPENED.match(numbers.text, fact.char_end)
    end = numbers.text.find(")", opened.end()) if opened is not None else -1
    if opened is None or end < 0 or numbers.is_bracketed(whole):
        return
    parts = numbers.from_to(opened.end(), end)
    if len(parts) < 2 or numbers.sentence_of(parts[-1]) != numbers.sentence_of(whole):
        return
    is_like = all(numbers.fits(whole, i) and numbers.is_amount(i) for i in parts)
    if is_like and adds_up(fact, [numbers.facts[i] for i in parts], strict=True):
        link_all(numbers, whole, list(parts), "part_bracket")


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
