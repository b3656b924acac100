"""Percentages and fractions that are a share of a total stated before.

Belongs here: "взыскан 61 процент", "горожане составляют 62,9%", "около трети доходов". Does not belong
here: shares with a marker ("62% из них") or in a frame ("на X пришлось 70%").
"""

import re

from extractors.lexicon.readings import readings
from extractors.model import Kind, Measure
from extractors.parts.part_numbers import Numbers

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RATES = re.compile(
    r"(?<!\w)(?:уров|темп|рост|индекс|ставк|рентаб|инфляц|безработ|износ|загруз|готовност|при(?:рост|бав)|вырос|сниз|увелич|"
    r"план|средн|норм|показател|охват|обеспеч|исполн|освоен)",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;]")
_SENTENCES_BACK, _SHORT, _ALL = 3, 2, 100


def link_shares(numbers: Numbers) -> None:
    """Links each percentage that stands for a share of an earlier amount."""
    for part, fact in enumerate(numbers.facts):
        if fact.kind is not Kind.PERCENT or fact.measure is Measure.CHANGE or fact.per is not None:
            continue
        for rule in (_done_to, _done_next, _of_people, _of_noun):
            whole = rule(numbers, part)
            if whole is not None:
                numbers.link(part, whole, "part_share")
                break


def _amount_before(numbers: Numbers, part: int) -> int | None:
    """The nearest amount before a number in its sentence, if only words stand between."""
    if part == 0 or numbers.sentence_of(part - 1) != numbers.sentence_of(part):
        return None
    return part - 1 if numbers.is_amount(part - 1) and numbers.fits(part - 1, part) else None


def _done_to(numbers: Numbers, part: int) -> int | None:
    """The amount before "отгружено 87%": what was done to that share of it."""
    whole = _amount_before(numbers, part)
    if whole is None or numbers.noun_behind(part):
        return None
    words = _WORD.findall(numbers.between(whole, part))[-3:]
    if not words or words[-1].lower() in ("на", "до", "с", "в"):
        return None
    return whole if any(_is_participle(word) for word in words) else None


def _done_next(numbers: Numbers, part: int) -> int | None:
    """The amount before "68% удовлетворено, отказано – 4%": shares of one whole that make up no more."""
    before, total = part - 1, numbers.facts[part].value
    while numbers.in_one_sentence(before, part) and numbers.facts[before].kind is Kind.PERCENT:
        whole, total = numbers.wholes[before], total + numbers.facts[before].value
        if whole is None or total > _ALL:
            return None
        if numbers.is_amount(whole) and numbers.in_one_sentence(whole, part) and whole == before - 1:
            words = _WORD.findall(numbers.between(part - 1, part))
            return whole if words and _is_participle(words[-1]) and not numbers.noun_behind(part) else None
        before -= 1
    return None


def _is_participle(word: str) -> bool:
    found = readings(word)
    return (
        bool(found) and found[0].pos == "VERB" and found[0].verb_form == "Part" and found[0].tense == "Past"
    )


def _of_people(numbers: Numbers, part: int) -> int | None:
    """The people of whom "женщин – 53,3%" or "горожане составляют 62,9%" is said."""
    for whole in numbers.told_before(part):
        if numbers.facts[whole].kind is not Kind.COUNT:
            continue
        between = numbers.text[numbers.facts[whole].char_end : numbers.facts[part].char_start]
        counted = numbers.noun_behind(whole)
        if not _are_people(counted) or _RATES.search(between) or not numbers.fits(whole, part):
            return None
        comma = _APART.search(between)
        start = max(
            numbers.facts[part - 1].char_end, numbers.facts[whole].char_end + (comma.start() if comma else 0)
        )
        named = _WORD.findall(numbers.text[start : numbers.facts[part].char_start])
        return whole if comma and any(_are_people(word) for word in named) else None
    return None


def _are_people(word: str) -> bool:
    """Whether a word names living beings in the plural or its lemma does."""
    found = readings(word) if len(word) > _SHORT else ()
    return any(reading.is_animate for reading in found)


def _of_noun(numbers: Numbers, part: int) -> int | None:
    """The amount before a fraction of the same noun or of the same people: "Около трети доходов …"."""
    noun, fact = numbers.noun_behind(part), numbers.facts[part]
    if not noun or any(character.isdigit() for character in fact.quote):
        return None
    sentence = numbers.sentence_of(part)
    for back in range(_SENTENCES_BACK):
        for whole in reversed(numbers.in_sentence(sentence - back)):
            if whole >= part or not numbers.is_amount(whole) or not numbers.fits(whole, part):
                continue
            counted = numbers.noun_behind(whole)
            if noun in (numbers.facts[whole].subject_head, counted):
                return whole
            if back == 1 and _are_people(noun) and _are_people(counted):
                return whole
    return None
