"""One numeric expression of a text: the record that the rules of numbers, units and facts share.

Belongs here: its shape. Does not belong here: how it is read from a text (`expressions`).
"""

from decimal import Decimal

from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.records import record
from extractors.units.units import Unit


@record
class Expression:
    """One numeric expression of the text.

    Attributes:
        start: Offset of the quote.
        end: End of the quote, exclusive.
        value: Value with scale and sign; None for an indefinite number ("сотни тысяч").
        value_max: Upper end of a range.
        unit: The unit printed behind or before it, or taken over from another; None if there is none.
        per: Code of a denominator.
        per_end: End of everything that belongs to the expression, the denominator included.
        number_end: End of number and scale, where the unit begins.
        word_class: Class of a number in words, None for digits.
        ending: What letters glued to digits say.
        words: The folded words of a number in words.
        scaled: Whether a scale word stands in it.
        signed: "+" or "-" where a sign or sign word states a change, "" else.
        pair: "from" and "to" for the two ends of "с A до B", "" else.
        scale: The last scale word's value, 1 without one.
        fraction: The plain value of a part in words ("треть" is 0.333333).
        inferred: Whether the unit was taken over from another expression.
        approximate: Whether the order of words says "about" ("человек восемьсот").
        label: Where the words stand that name its unit before it ("Добыча угля, тыс. тонн – 12"), if any do.
    """

    start: int
    end: int
    value: Decimal | None
    value_max: Decimal | None
    unit: Unit | None
    per: str | None
    per_end: int
    number_end: int
    word_class: WordClass | None
    ending: Ending
    words: tuple[str, ...]
    scaled: bool
    signed: str = ""
    pair: str = ""
    scale: Decimal = Decimal(1)
    fraction: Decimal | None = None
    inferred: bool = False
    approximate: bool = False
    label: tuple[int, int] | None = None

    @property
    def amount(self) -> Decimal:
        """The value of a definite number.

        Raises:
            ValueError: For an indefinite one.
        """
        if self.value is None:
            raise ValueError(f"the number at {self.start} is indefinite")
        return self.value
