"""How far the breakdown behind a marker goes: "в том числе 24 …, 15 …; кроме того, 3 …".

Belongs here: where the parts of a breakdown begin and end. Does not belong here: the markers and their
wholes (`part_markers`).
"""

import re

from extractors.lexicon.readings import readings
from extractors.parts.part_numbers import Numbers

_CLAUSE_BREAK = re.compile(r"[.;]|\n\n")
_YEAR_MARK = re.compile(r"(?<=\d\s)г{1,2}\.")
_JOINT = re.compile(r"[,;]|\sи\s")
# What may stand between a marker and the list under it: the colon, or words that name the parts before it.
_LEAD_IN = re.compile(r"[\s:]*(?:[^\d:.;()]{0,90}:\s*)?")
# A clause behind a semicolon that says of its own subject how much it is: "…; вывоз муки составил 5 тонн".
_AMOUNTS = re.compile(r"\s(?:состав(?:ил|ля|ит|ят)|достиг|насчитыва)[а-я]*\s(?:[а-яё]+\s)?$")
_BESIDES = re.compile(r"(?<!\w)(?:кроме\s+того|помимо\s+того|наряду\s+с)(?!\w)", re.IGNORECASE)
_REACH = 90
_LIST_REACH = 260
_LOOK_BACK = 400


def is_reach(gap: str) -> bool:
    """Whether a first part can stand this far behind its marker: no clause ends in between."""
    gap = _YEAR_MARK.sub("", gap)
    return len(gap) <= _REACH and _CLAUSE_BREAK.search(gap) is None and gap.count(",") <= 1


def end_of_breakdown(numbers: Numbers, marker: re.Match[str]) -> int:
    """Where the parts behind a marker end: the bracket, the sentence, or the list under it."""
    text, layout = numbers.text, numbers.layout
    at = layout.sentence_at(marker.start())
    sentence = layout.sentences[at]
    opening, closing = (
        text.rfind("(", max(sentence.start, marker.start() - _LOOK_BACK), marker.start()),
        text.rfind(")", max(sentence.start, marker.start() - _LOOK_BACK), marker.start()),
    )
    if opening > closing:
        close = text.find(")", marker.end(), min(sentence.end, marker.end() + _LOOK_BACK))
        inner = text.find("(", marker.end(), min(sentence.end, marker.end() + _LOOK_BACK))
        if close >= 0 and not 0 <= inner < close:
            return close
    block = sentence.block
    if _LEAD_IN.fullmatch(text, marker.end(), layout.blocks[block].end):
        return numbers.end_of_list(block)
    while text[sentence.end - 1] == ";" and at + 1 < len(layout.sentences):
        at += 1
        if layout.sentences[at].block != block:
            break
        sentence = layout.sentences[at]
    return sentence.end


def leaves(numbers: Numbers, first: int, index: int, gap: str) -> bool:
    """Whether a number behind the first part belongs to something else again.

    Where the marker opens its sentence, as the first part's whole in another one shows, all clauses
    of the sentence speak of parts.
    """
    if numbers.block_of(first) != numbers.block_of(index):
        return False
    if ":" in gap or _BESIDES.search(gap):
        return True
    if ";" in gap and numbers.facts[index].kind is not numbers.facts[first].kind:
        return True
    if ";" in gap and _AMOUNTS.search(gap) and not _AMOUNTS.search(numbers.between(first - 1, first)):
        return True
    if len(gap) > _LIST_REACH:
        return True
    whole = numbers.wholes[first]
    if whole is not None and numbers.sentence_of(whole) != numbers.sentence_of(first):
        return False
    noun, told = numbers.noun_behind(index), numbers.noun_behind(first)
    return bool(noun) and noun != told and _has_verb(gap if told else _JOINT.split(gap)[-1])


def _has_verb(gap: str) -> bool:
    """Whether a finite verb or short participle stands in a stretch of text."""
    for word in re.findall(r"[^\W\d_]+", gap):
        found = readings(word)
        if found and found[0].pos == "VERB" and found[0].verb_form in ("Fin", "Part"):
            return True
    return False
