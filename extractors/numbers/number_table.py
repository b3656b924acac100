"""The table of number words and the one way a word is spelled in it.

Belongs here: reading `data/number_words.tsv` and folding case and ё away. Does not belong here:
how words combine into one number (`number_joining`, `number_worth`) and where they stand in a text.
"""

from decimal import Decimal
from enum import StrEnum
from functools import cache

from extractors.data_tables import table_rows
from extractors.records import record


class WordClass(StrEnum):
    """The sort of a number word, and of the number that words make."""

    CARDINAL = "cardinal"
    COLLECTIVE = "collective"
    SCALE = "scale"
    GROUP = "group"
    PART = "part"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    OCCASION = "occasion"
    FOLD = "fold"
    INDEFINITE = "indefinite"


class Alone(StrEnum):
    """Whether a scale or group word without a number before it names one of it."""

    YES = "yes"
    GOVERNED = "governed"  # "около тысячи" does, "тысячи людей" does not
    NO = "no"
    ANY_OTHER_WORD = ""


@record
class NumberWord:
    """One form of the table.

    Attributes:
        form: The form as `fold` spells it.
        word_class: Its sort.
        value: Its value; None for an indefinite word ("несколько").
        lemma: Its lemma.
        alone: What it names without a number before it.
    """

    form: str
    word_class: WordClass
    value: Decimal | None
    lemma: str
    alone: Alone

    @property
    def number(self) -> Decimal:
        """The value of a definite word.

        Raises:
            ValueError: For an indefinite word.
        """
        if self.value is None:
            raise ValueError(f"{self.form!r} names no definite number")
        return self.value


@cache
def load_number_words() -> dict[str, NumberWord]:
    """The table of forms, by folded form."""
    return {row["form"]: _number_word(row) for row in table_rows("number_words.tsv")}


def _number_word(row: dict[str, str]) -> NumberWord:
    value = Decimal(row["value"]) if row["value"] else None
    return NumberWord(row["form"], WordClass(row["class"]), value, row["lemma"], Alone(row["alone"]))
