"""Whether a number is an amount or a difference, and which way the difference goes.

Belongs here: the words of change (`data/changes.tsv`) and how a number hangs on one. Does not
belong here: what changed (`subjects`) and what it is compared with (`comparisons`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from extractors.expressions import Expression
from extractors.model import Direction
from extractors.words import Sentence, Word


class ChangeClass(StrEnum):
    """The sort of a word of change."""

    VERB = "verb"
    NOUN = "noun"
    COMPARATIVE = "comparative"


@dataclass(frozen=True, slots=True)
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


_REACH = 18
_MULTIPLE_UP = re.compile(r"удво|утро|учетвер", re.IGNORECASE)
_RATE_NOUNS = frozenset({"темп", "индекс", "уровень", "показатель", "коэффициент", "доля", "вес"})
_COPULAS = frozenset(
    {"составить", "составлять", "достигнуть", "равняться", "быть", "оказаться", "являться", "достичь"}
)
_BARE_OBJECT_VERBS = frozenset({"прибавить", "прибавлять", "потерять", "прирасти"})
_EMPHASIS = frozenset(
    {"сразу", "ещё", "еще", "почти", "около", "более", "свыше", "порядка", "лишь", "только"}
)
_BALANCES = frozenset({"дефицит", "сальдо", "баланс", "температура", "профицит"})


@cache
def change_words() -> dict[str, tuple[ChangeClass, Direction]]:
    """Words of change by lemma."""
    lines = resources.files("extractors.data").joinpath("changes.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {lemma: (ChangeClass(name), Direction(way)) for lemma, name, way in rows}


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


def find_change(
    sentence: Sentence, number: Word, expression: Expression, previous: Change | None
) -> Change | None:
    """The change that a number states, None for a level.

    Args:
        sentence: Its sentence.
        number: The word that is the expression.
        expression: The expression.
        previous: The change of the expression before it in the sentence, if that was one.
    """
    if expression.pair:
        return None
    preposition = _preposition(sentence, number, expression)
    return (
        _signed(sentence, number, expression)
        or _comparative_behind(sentence, number, preposition)
        or _noun_before(sentence, number, preposition)
        or _bare_object(sentence, number)
        or _governed(sentence, number, expression, preposition)
        or _coordinated(sentence, number, preposition, previous)
    )


def _preposition(sentence: Sentence, number: Word, expression: Expression) -> str:
    """The preposition of the number, qualifiers skipped; "в" of "в 2 раза" counts as one."""
    if expression.unit is not None and expression.unit.code == "times":
        return "в"
    index = number.index - 1
    while index >= 0 and (
        sentence.words[index].low
        in {
            "более",
            "менее",
            "около",
            "почти",
            "порядка",
            "чем",
            "примерно",
            "свыше",
            "чуть",
            "целых",
            "ещё",
            "еще",
            "сразу",
            "более,",
        }
    ):
        index -= 1
    word = sentence.words[index] if index >= 0 else None
    return word.low if word is not None and (word.pos == "ADP" or word.low in ("на", "до", "в", "с")) else ""


def _signed(sentence: Sentence, number: Word, expression: Expression) -> Change | None:
    if expression.signed not in ("+", "-") or expression.unit is None:
        return None
    if str(expression.unit.kind) not in ("percent", "percent_points", "money", "quantity"):
        return None
    if expression.unit.code == "Cel" or any(
        word.lemma in _BALANCES for word in sentence.words[max(0, number.index - 6) : number.index]
    ):
        return None
    return Change(Direction.UP if expression.signed == "+" else Direction.DOWN, -1, None, "change.sign")


def _comparative_behind(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    if preposition not in ("на", "в"):
        return None
    for word in sentence.words[number.index + 1 : number.index + 4]:
        found = change_word(word)
        if found is not None and found[0] is ChangeClass.COMPARATIVE:
            return Change(found[1], word.index, found[0], "change.comparative")
        if word.expression is not None or word.pos in ("VERB", "PUNCT"):
            break
    for word in reversed(sentence.words[max(0, number.index - 3) : number.index]):
        found = change_word(word)
        if found is not None and found[0] is ChangeClass.COMPARATIVE:
            return Change(found[1], word.index, found[0], "change.comparative")
    return None


def _noun_before(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "рост 3%", "прирост – 34,2%", "снижение на 5%", "рост составил 5%", "рост инвестиций на 5%"."""
    if preposition in ("до", "с", "от", "из"):
        return None
    nearest_noun = ""
    for word in reversed(sentence.words[max(0, number.index - 14) : number.index]):
        if word.expression is not None or word.text in ";().":
            break
        if word.text == "," and nearest_noun:
            break
        found = change_word(word)
        if found is not None and found[0] is ChangeClass.NOUN:
            before = sentence.words[word.index - 1] if word.index else None
            if before is not None and before.lemma in _RATE_NOUNS:
                return None
            if preposition in ("на", "в") or not nearest_noun or _is_label(sentence, word, number):
                return Change(found[1], word.index, found[0], "change.noun")
            return None
        if word.pos == "VERB" and word.lemma not in _COPULAS:
            break
        if word.pos == "NOUN":
            nearest_noun = nearest_noun or word.lemma
    return None


def _is_label(sentence: Sentence, noun: Word, number: Word) -> bool:
    """Whether noun and number are joined by a dash, a colon or a copula."""
    between = sentence.words[noun.index + 1 : number.index]
    return any(word.text in "–—-:" or word.lemma in _COPULAS for word in between)


def _bare_object(sentence: Sentence, number: Word) -> Change | None:
    if number.index == 0:
        return None
    index = number.index - 1
    while index > 0 and (sentence.words[index].pos == "ADV" or sentence.words[index].low in _EMPHASIS):
        index -= 1
    word = sentence.words[index]
    found = change_word(word)
    if found is None or found[0] is not ChangeClass.VERB or word.lemma not in _BARE_OBJECT_VERBS:
        return None
    return Change(found[1], word.index, found[0], "change.object")


def _governed(sentence: Sentence, number: Word, expression: Expression, preposition: str) -> Change | None:
    is_multiple = (
        expression.unit is None
        and expression.word_class is not None
        and str(expression.word_class) in ("multiple", "fold")
    )
    if preposition not in ("на", "в") and not is_multiple:
        return None
    if preposition == "на" and _counts_in_place(sentence, number):
        return None
    if preposition == "в" and not (expression.unit is not None and expression.unit.code == "times"):
        return None
    for word in _governors(sentence, number):
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            return Change(found[1], word.index, found[0], "change.governed")
        if word.pos == "VERB" and word.lemma not in _COPULAS:
            break
    return _nearest_verb(sentence, number)


def _counts_in_place(sentence: Sentence, number: Word) -> bool:
    """As in "на 10 участках": the counted noun stands in the locative, so nothing changed by ten."""
    for word in sentence.words[number.index + 1 : number.index + 4]:
        if word.has("NOUN"):
            return word.has("NOUN", "Loc") and not word.has("NOUN", "Gen")
        if not word.has("ADJ"):
            return False
    return False


def _governors(sentence: Sentence, number: Word) -> list[Word]:
    found, index, steps = [], number.head, 0
    while index >= 0 and steps < 5:
        found.append(sentence.words[index])
        index, steps = sentence.words[index].head, steps + 1
    return found


def _nearest_verb(sentence: Sentence, number: Word) -> Change | None:
    """Without help from the tree: the nearest verb on the left, then on the right in the clause."""
    for word in reversed(sentence.words[max(0, number.index - _REACH) : number.index]):
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            return Change(found[1], word.index, found[0], "change.nearest")
        if (
            word.text in ";()"
            or word.expression is not None
            or (word.pos == "VERB" and word.readings and word.readings[0].verb_form in ("Fin", "Part"))
        ):
            break
    for word in sentence.words[number.index + 1 : number.index + 8]:
        if word.text in ",;:()" or word.expression is not None:
            break
        found = change_word(word)
        if found is not None:
            return Change(found[1], word.index, found[0], "change.nearest")
    return None


def _coordinated(
    sentence: Sentence, number: Word, preposition: str, previous: Change | None
) -> Change | None:
    """As in "грабежей – на 31,6%, разбоев – в полтора раза": a list of changes goes on."""
    if previous is None or preposition in ("до", "с", "из", "от") or _relative_kind(number) is None:
        return None
    between: list[Word] = []
    for word in reversed(sentence.words[: number.index]):
        if word.expression is not None:
            break
        between.append(word)
    else:
        return None
    if not between:
        return None
    bracketed = len(between) == 1 and between[0].text == "("
    if not bracketed and _relative_kind(sentence.words[between[-1].index - 1]) is None:
        return None
    if any(word.pos == "VERB" or word.lemma in _RATE_NOUNS or word.text == ";" for word in between):
        return None
    if bracketed and number.index + 1 < len(sentence.words) and sentence.words[number.index + 1].text != ")":
        return None
    return Change(previous.direction, previous.word, previous.word_class, "change.coordinated")


def _relative_kind(word: Word) -> str | None:
    """The kind of a relative number (percent, points, times, parts), None for any other."""
    expression = word.expression
    if expression is None:
        return None
    if expression.unit is not None:
        kind = str(expression.unit.kind)
        return kind if kind in ("percent", "percent_points", "ratio") else None
    word_class = str(expression.word_class or "")
    return word_class if word_class in ("part", "multiple", "fold") else None
