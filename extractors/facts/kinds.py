"""What sort of number a fact states: its kind, its unit and its value with the sign.

Belongs here: kind and unit from the expression and what was counted, the written value. Does not belong
here: reading numbers and units (`expressions`), ranks (`ranks`), changes (`changes`).
"""

from decimal import Decimal

from extractors.changes.change_words import Change
from extractors.expressions.expressions import Expression
from extractors.expressions.ranks import is_rank
from extractors.lexicon.counted_nouns import counts_what_follows
from extractors.lexicon.subject_lexicon import INDEX_NOUNS
from extractors.model import Kind
from extractors.numbers.number_table import WordClass
from extractors.subjects.discourse import Subject
from extractors.subjects.questions import Family
from extractors.units.units import UnitKind

_THOUSAND = 1000
FAMILIES = {
    Kind.COUNT: Family.COUNT,
    Kind.RANK: Family.COUNT,
    Kind.PERCENT: Family.PERCENT,
    Kind.PERCENT_POINTS: Family.PERCENT,
    Kind.RATIO: Family.QUANTITY,
    Kind.INDEX: Family.QUANTITY,
    Kind.QUANTITY: Family.QUANTITY,
    Kind.MONEY: Family.MONEY,
}
"""The sort of number that rules for subjects know, by kind."""


def kind_of(text: str, expression: Expression) -> tuple[Kind, str | None]:
    """Kind and unit code by the expression alone; the unit is None where only things are counted."""
    if expression.unit is None or expression.unit.kind is UnitKind.COUNTING:
        if is_rank(text, expression):
            return Kind.RANK, None
        if expression.word_class in (WordClass.MULTIPLE, WordClass.FOLD):
            return Kind.RATIO, "times"
        if expression.word_class is WordClass.PART:
            return Kind.PERCENT, "%"
        return Kind.COUNT, None
    kind = Kind(expression.unit.kind.value)
    return kind, None if kind is Kind.INDEX else expression.unit.code


def settled_kind(text: str, kind: Kind, expression: Expression, subject: Subject | None) -> Kind:
    """A bare number of an index or rate is no count; nor is a fraction that counts no noun."""
    if kind is not Kind.COUNT or subject is None or expression.scaled or expression.value is None:
        return kind
    is_carried = expression.value == expression.value.to_integral_value() and expression.value >= _THOUSAND
    fractional = expression.value.as_tuple().exponent != 0 and not is_carried  # "135,0", but "с 1,6 до 3 млн"
    if subject.head in INDEX_NOUNS:
        is_count = not fractional and expression.per and counts_what_follows(text, expression.end)
        return kind if is_count else Kind.INDEX
    is_bare = fractional and expression.per is None and not subject.rule.startswith("counted")
    return Kind.INDEX if is_bare else kind


def signed_value(expression: Expression, change: Change | None) -> Decimal:
    """The value of a fact: a minus belongs to it unless it only tells the direction of a change."""
    assert expression.value is not None
    is_negative = expression.signed == "-" and change is None
    return plain(expression.value.copy_negate() if is_negative else expression.value)


def plain(value: Decimal) -> Decimal:
    """The same value, to the last digit, without the zeros that a scale leaves: 498300, not 498300.0."""
    whole = value.to_integral_value()
    return whole if whole == value else Decimal(f"{value:f}".rstrip("0"))
