"""Which number words go on with the number that others began: "сто двадцать один", "две пятых".

Belongs here: order and magnitude of the words of one number. Does not belong here: where the words stand
(`number_words`) and what they are worth together (`number_worth`).
"""

from extractors.numbers.number_table import NumberWord, WordClass
from extractors.numbers.word_fractions import is_fraction

Placed = tuple[int, NumberWord]

SCALES_AND_GROUPS = frozenset({WordClass.SCALE, WordClass.GROUP})
_JOINING = frozenset({WordClass.CARDINAL, WordClass.SCALE, WordClass.GROUP, WordClass.ORDINAL})


def joins(folded: str, run: list[Placed], start: int, word: NumberWord) -> bool:
    """Whether `word` continues the number that `run` began."""
    last = run[-1][1]
    if last.word_class is WordClass.INDEFINITE:
        return word.word_class in SCALES_AND_GROUPS
    if word.word_class is WordClass.PART:
        # "две трети", "три четверти"
        return len(run) == 1 and last.word_class is WordClass.CARDINAL and last.value in (1, 2, 3)
    if last.word_class not in _JOINING or word.word_class not in _JOINING:
        return False
    if last.word_class is WordClass.ORDINAL:
        return False
    if word.word_class is WordClass.ORDINAL and is_fraction(folded, [w for _, w in run], start, word):
        return True
    return _fits([w for _, w in run], word)


def _fits(run: list[NumberWord], word: NumberWord) -> bool:
    """Whether magnitudes descend as in "сто двадцать один" and scales only come after a group."""
    last, value = run[-1], word.number
    if word.word_class is WordClass.GROUP:
        return len(run) == 1 and last.word_class is WordClass.CARDINAL and last.number < 10
    if word.word_class is WordClass.SCALE:
        scales = (w.number for w in run if w.word_class is WordClass.SCALE)
        return last.word_class is not WordClass.SCALE and all(value < scale for scale in scales)
    if last.word_class is WordClass.GROUP:
        return False
    if last.word_class is WordClass.SCALE:
        return value < 1000
    return last.number % 10 == 0 and last.number >= 20 and value < (100 if last.number >= 100 else 10)
