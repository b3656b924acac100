"""Parts of a whole named with "из" before them: "из 54 педагогов 21", "из 300 заявок 49% одобрено, 21% нет".

Belongs here: the first part behind such a whole, and the bare shares and amounts that go on with it. Does not
belong here: other frames (`part_frames`) and markers (`part_markers`).
"""

import re

from extractors.lexicon.readings import are_of_people, readings
from extractors.model import Kind
from extractors.parts.part_numbers import Numbers

_I = re.IGNORECASE
SOFT = r"(?:(?:почти|примерно|около|порядка|более|свыше|всех|общих)\s+){0,2}"
"""Words that may stand between a preposition and its number."""
PARTICIPLE = r"(?:[а-яё]+(?:нных|тых|вших|щих|щихся|вшихся|мых)\s+(?:[а-яё]+\s+){0,4})?"
"""A participle and what it governs before a whole: "из запланированных на год"."""
_FROM_BEFORE = re.compile(rf"(?<!\w)из\s+{PARTICIPLE}{SOFT}$", _I)
_NEXT = re.compile(
    r"^[^.;:()\d]{0,60}(?:,|\sи)\s+(?:а\s+|ещё\s+|еще\s+)?$"
    r"|^[^.;:()\d]{0,60};\s[^.,;:()\d]{3,60}\s[–—-]\s$"  # "; в средней степени готовности – 18 домов"
)
_FROM_REACH, _LED = 80, 12
_AHEAD = 12
_ALL = 100
_PERSON = "человек"


def link_parts_of_from(numbers: Numbers, whole: int) -> None:
    """Links "из 54 педагогов 21 моложе", "из 885 километров открыто движение по 846-ти"."""
    fact = numbers.facts[whole]
    start = numbers.layout.sentences[numbers.sentence_of(whole)].start
    before = numbers.text[max(start, fact.char_start - _FROM_REACH) : fact.char_start]
    if not numbers.is_amount(whole) or _FROM_BEFORE.search(before) is None:
        return
    if whole > 0 and numbers.wholes[whole - 1] == whole:
        return
    for part in range(whole + 1, min(whole + _AHEAD, len(numbers.facts))):
        if not numbers.in_one_sentence(whole, part):
            return
        if not numbers.fits(whole, part) or _is_another_whole(numbers, part):
            continue
        noun = numbers.noun_behind(part)
        is_share = numbers.facts[part].kind is Kind.PERCENT
        if (
            is_share
            or not noun
            or _is_of(noun, numbers.noun_behind(whole))
            or numbers.facts[part].unit is not None
        ):
            numbers.link(part, whole, "part_from")
            if is_share:
                _link_further_shares(numbers, part, whole)
            else:
                _link_further_amounts(numbers, part, whole)
        return


def _is_another_whole(numbers: Numbers, part: int) -> bool:
    """As in "помощь получили 30 человек из 5 семей, а выплату 29 из 4": "из" leads both."""
    start = numbers.facts[part].char_start
    return _FROM_BEFORE.search(numbers.text[max(0, start - _LED) : start]) is not None


def _is_of(noun: str, whole: str) -> bool:
    """Whether the part counts what the whole does: "из 900 рабочих обучено 120 человек" too."""
    return noun == whole or (noun == _PERSON and are_of_people(readings(whole)))


def _link_further_shares(numbers: Numbers, first: int, whole: int) -> None:
    """Links "из 900 заявок 49% одобрено, 21% отклонено, 30% на рассмотрении": shares that make up no more."""
    total = numbers.facts[first].value
    for part in range(first + 1, min(first + _AHEAD, len(numbers.facts))):
        fact = numbers.facts[part]
        total += fact.value
        if fact.kind is not Kind.PERCENT or not numbers.in_one_sentence(first, part):
            return
        if total > _ALL or not numbers.fits(whole, part):
            return
        numbers.link(part, whole, "part_from")


def _link_further_amounts(numbers: Numbers, first: int, whole: int) -> None:
    """Links "из 300 заявок 210 одобрено, 90 отклонено": bare amounts that together make up no more."""
    fact, total = numbers.facts[first], numbers.facts[first].value
    for part in range(first + 1, min(first + _AHEAD, len(numbers.facts))):
        other = numbers.facts[part]
        total += other.value
        if (other.kind, other.unit) != (fact.kind, fact.unit) or total > numbers.facts[whole].value:
            return
        if not numbers.in_one_sentence(first, part) or _NEXT.search(numbers.between(part - 1, part)) is None:
            return
        if numbers.noun_behind(part) not in ("", numbers.noun_behind(whole)) or not numbers.fits(whole, part):
            return
        numbers.link(part, whole, "part_from")
