"""Words of change ("вырасти", "прирост", "выше") and the record of a change.

Belongs here: the table `data/changes.tsv` and how a word of a sentence is looked up in it. Does not
belong here: how a number hangs on such a word (`changes`).
"""

from enum import StrEnum
from functools import cache

from extractors.data_tables import table_rows
from extractors.language.words import Word
from extractors.model import Direction
from extractors.records import record


class ChangeClass(StrEnum):
    """The sort of a word of change."""

    VERB = "verb"
    NOUN = "noun"
    COMPARATIVE = "comparative"


@record
class Change:
    """A difference.

    Attributes:
        direction: Which way it goes.
        word: Index of the word of change in the sentence, -1 for a bare sign.
        word_class: Its class, None for a bare sign.
        rule: How it was found.
    """

    direction: Direction
    word: int
    word_class: ChangeClass | None
    rule: str


RATE_NOUNS = frozenset(
    {"темп", "индекс", "уровень", "показатель", "коэффициент", "доля", "вес", "число", "количество", "цель"}
)
"""Nouns of a level: "темп роста – 105%", "число случаев превышения – 1 378" are no changes."""
COPULAS = frozenset(
    {"составить", "составлять", "достигнуть", "равняться", "быть", "оказаться", "являться", "достичь"}
)
"""Verbs that only join an amount to its noun."""
REPORTING_VERBS = frozenset(
    {
        "ожидаться",
        "прогнозироваться",
        "планироваться",
        "заложить",
        "сохраниться",
        "сохраняться",
        "удержать",
        "удержаться",
        "удерживаться",
        "держаться",
        "находиться",
        "оставаться",
        "остаться",
        "запланировать",
        "спрогнозировать",
        "предусмотреть",
    }
    | {
        "произойти",
        "происходить",
        "зафиксировать",
        "фиксироваться",
        "отметить",
        "отмечаться",
        "наблюдаться",
        "сложиться",
        "зарегистрировать",
        "обеспечить",
        "допустить",
        "показать",
        "показывать",
        "продемонстрировать",
        "демонстрировать",
    }
)
"""Verbs that report a change and leave its amount to its noun ("рост ожидается на уровне 5%")."""
SPANS = frozenset({"предел", "коридор", "уровень", "размер", "диапазон", "район", "сумма", "объём", "объем"})
"""Nouns that only hold an amount ("в пределах 5%")."""
QUALIFIERS = frozenset(
    {"более", "менее", "около", "почти", "порядка", "чем", "примерно", "свыше"}
    | {"чуть", "целых", "ещё", "еще", "сразу", "максимум", "минимум", "лишь", "всего"}
)
"""Words that may stand between the preposition and the amount of a change."""
RELATIVE = frozenset({"percent", "percent_points", "ratio", "part", "multiple", "fold"})
"""Kinds of numbers that say how much something changed by themselves."""


@cache
def change_words() -> dict[str, tuple[ChangeClass, Direction]]:
    """Words of change by lemma."""
    rows = table_rows("changes.tsv")
    return {row["lemma"]: (ChangeClass(row["class"]), Direction(row["direction"])) for row in rows}


def change_word(word: Word) -> tuple[ChangeClass, Direction] | None:
    """The class and direction of a word of change, None for any other word."""
    table = change_words()
    if word.low in table and table[word.low][0] is ChangeClass.COMPARATIVE:
        return table[word.low]
    for reading in word.readings[:3]:
        entry = table.get(reading.lemma)
        if entry is not None and (entry[0] is ChangeClass.NOUN) == (reading.pos == "NOUN"):
            return entry
    return None


def is_comparative(word: Word) -> bool:
    """Whether a word compares ("больше", "ниже"): a genitive behind it is what something is compared with."""
    found = change_word(word)
    return found is not None and found[0] is ChangeClass.COMPARATIVE


def relative_kind(word: Word) -> str | None:
    """The kind of a relative number (percent, points, times, parts), None for any other word."""
    expression = word.expression
    if expression is None:
        return None
    kind = expression.unit.kind if expression.unit is not None else expression.word_class
    return str(kind) if str(kind) in RELATIVE else None
