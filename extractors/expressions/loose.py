"""Numbers whose own words show that they count nothing: ordinals, "один из", "оба", years, parts of a time.

Belongs here: which rule is asked about a number without a unit. Does not belong here: the rules for digits
(`loose_digits`) and for each sort of word (`loose_counts`, `loose_ones`, `loose_parts`), lengths of time
(`durations`), ranks (`ranks`) and fixed shapes in raw text (`guards`).
"""

from extractors.expressions.described_times import described_time
from extractors.expressions.expression import Expression
from extractors.expressions.loose_counts import cardinal, collective
from extractors.expressions.loose_digits import bare_digits, inline_marker, label
from extractors.expressions.loose_parts import fold_alone, part_of_time
from extractors.expressions.ranks import is_rank
from extractors.expressions.verdicts import Verdict
from extractors.model import RejectionReason as R
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending


def loose_reason(text: str, expression: Expression) -> Verdict | None:
    """Why a number without a unit of time states no fact, with the rule; None if it may state one."""
    if expression.value is None:
        is_code = expression.word_class is None
        return (R.IDENTIFIER, "long_digits") if is_code else (R.INDEFINITE, "indefinite")
    if expression.word_class is WordClass.ORDINAL or expression.ending is Ending.ORDINAL:
        return None if is_rank(text, expression) else (R.ORDINAL, "ordinal")
    if expression.unit is not None or expression.scaled:
        return None
    described = described_time(text, expression)
    if described is not None:
        return described
    if expression.word_class is None:
        return inline_marker(text, expression) or bare_digits(text, expression) or label(text, expression)
    return _WORD_RULES.get(expression.word_class, cardinal)(text, expression)


def _occasion(_text: str, expression: Expression) -> Verdict | None:
    return None if expression.per is not None else (R.OTHER, "occasion")


_WORD_RULES = {
    WordClass.PART: part_of_time,
    WordClass.FOLD: fold_alone,
    WordClass.OCCASION: _occasion,
    WordClass.COLLECTIVE: collective,
}
