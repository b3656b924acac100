"""Words that only bound a number or lead to it: "около", "свыше", "лишь", "до".

Belongs here: these words and the step over them to what the number stands by. Does not belong here: what a
bound means for the number (`qualifiers`).
"""

from collections.abc import Sequence

from extractors.language.words import Word

BOUNDING = frozenset(
    {
        "не",
        "ниже",
        "выше",
        "менее",
        "более",
        "больше",
        "меньше",
        "около",
        "порядка",
        "почти",
        "свыше",
        "лишь",
        "только",
        "всего",
        "уже",
        "примерно",
    }
)
"""Words that only bound the number: a label may stand right before them."""
SKIPPED = frozenset(
    {
        "около",
        "порядка",
        "более",
        "свыше",
        "почти",
        "на",
        "в",
        "до",
        "менее",
        "лишь",
        "только",
        "всего",
        "уже",
        "примерно",
        "по",
        "от",
        "с",
        "со",
        "за",
        "не",
        "чуть",
        "больше",
        "меньше",
        "соответственно",
        "их",
        "сразу",
        "у",
        "еще",
        "ещё",
        "чем",
        "из",
        "выше",
        "ниже",
        "минус",
        "плюс",
    }
)
"""Words that bound the number or lead to it: what it belongs to stands before them."""
SKIPPED_BUT_NA = SKIPPED - {"на"}
"""The same where "на" itself tells how the number hangs on what stands before."""


def before_skipped(
    words: Sequence[Word],
    index: int,
    skipped: frozenset[str] = SKIPPED,
    *,
    adverbs: bool = False,
    times: bool = False,
) -> int:
    """Index of the nearest word, from `index` back, that is not skipped; below 0 if there is none.

    Args:
        words: The words of the sentence.
        index: The first word looked at: the one before the number.
        skipped: The words to pass over.
        adverbs: Whether adverbs are passed over too.
        times: Whether words of a time are passed over too.
    """
    while index >= 0:
        word = words[index]
        if not (word.low in skipped or (adverbs and word.pos == "ADV") or (times and word.in_time)):
            break
        index -= 1
    return index
