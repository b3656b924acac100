"""Parts told by the noun of their whole again: "построены 45 новых школ. 11 из новых школ возвели инвесторы".

Belongs here: a count with "из" and such a noun behind it. Does not belong here: pronouns for the whole
("из них": `part_markers`) and wholes with a number right there ("11 из 45": `part_frames`).
"""

from extractors.model import Measure
from extractors.parts.part_numbers import Numbers
from extractors.subjects.subject_groups import GROUP


def link_groups(numbers: Numbers) -> None:
    """Links counts of some of what a count in the same sentence, or the one before, counts all of."""
    for part, fact in enumerate(numbers.facts):
        whole = _whole_of(numbers, part) if fact.rule == GROUP else None
        if whole is not None:
            numbers.link(part, whole, "part_group")


def _whole_of(numbers: Numbers, part: int) -> int | None:
    fact, sentence = numbers.facts[part], numbers.sentence_of(part)
    before: tuple[int, ...] = (*numbers.told_before(part), *reversed(numbers.in_sentence(sentence - 1)))
    for whole in before:
        other = numbers.facts[whole]
        is_same = other.subject == fact.subject and numbers.wholes[whole] is None
        if is_same and other.measure is Measure.LEVEL and numbers.fits(whole, part):
            return whole
    return None
