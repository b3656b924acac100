"""Parts that only their arrangement shows: behind a colon, in brackets, in the sentences that follow.

Belongs here: the order in which the arrangements are asked. Does not belong here: the arrangements
themselves (`part_colons`, `part_brackets`, `part_totals`), markers (`part_markers`), frames of two
numbers (`part_frames`) and tables (`part_tables`).
"""

from extractors.model import Kind
from extractors.parts.part_brackets import link_brackets
from extractors.parts.part_colons import link_behind_colon
from extractors.parts.part_numbers import Numbers
from extractors.parts.part_totals import link_nearly_all, link_sums


def link_listed_parts(numbers: Numbers) -> None:
    """Links the parts of unannounced breakdowns."""
    for whole in range(len(numbers.facts)):
        if numbers.is_amount(whole) or numbers.facts[whole].kind is Kind.PERCENT:
            link_behind_colon(numbers, whole)
    for sentence in range(len(numbers.layout.sentences)):
        link_brackets(numbers, sentence)
    for whole in range(len(numbers.facts)):
        link_sums(numbers, whole)
        link_nearly_all(numbers, whole)
