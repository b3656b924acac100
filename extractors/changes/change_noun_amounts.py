"""Numbers beside a noun of change that are not by how much it changed: "темп роста – 105%", "ростом 51 см".

Belongs here: rates, indices, statures and counts of what is changed. Does not belong here: finding the noun
(`change_nouns`).
"""

from itertools import pairwise

from extractors.changes.change_words import COPULAS, RATE_NOUNS, relative_kind
from extractors.language.words import Sentence, Word
from extractors.phrases.relative_pronouns import PRONOUN, stands_for

_RATE_REACH, _SHARE_REACH, _TITLE_REACH, _JOINED_REACH = 3, 7, 6, 6
_WHOLE = 100
AMOUNTS = frozenset(
    {"рост", "прирост", "прибавка", "прибавление", "убыль", "падение", "спад", "скачок", "подъём"}
    | {"сокращение"}
)
"""Nouns whose number is an amount of the change itself: "прирост 3 млн"."""
_OPENING = frozenset({",", "уже"})
_SIGNS = frozenset({"плюс", "минус"})


def measures_else(sentence: Sentence, noun: Word, number: Word, preposition: str) -> bool:
    """Whether the number is no amount of the change that the noun names."""
    return (
        _names_a_rate(sentence, noun, number)
        or _is_object(noun, number, is_relative=relative_kind(number) is not None)
        or _is_stature(noun, number)
        or _is_shared_in(sentence, noun)
        or _is_in_title(sentence, noun, number)
        or (not preposition and (_is_index(number) or _is_reason(sentence, noun, number)))
    )


def is_of_owner(sentence: Sentence, noun: Word, number: Word) -> bool:
    """As in "рост торговли, которая составила 3 млрд", "рост доли, составляющей 3%": that is no change.

    A pronoun or participle that does not agree with the noun of change is said of what changes.
    """
    return any(
        before.low in _OPENING and _is_of_another(word, noun)
        for before, word in pairwise(sentence.words[noun.index + 1 : number.index])
    )


def _is_of_another(word: Word, noun: Word) -> bool:
    if word.lemma == PRONOUN:
        return not stands_for(word, noun, "Nom")
    own = {(r.case, r.number, r.gender) for r in word.readings if r.is_participle and r.lemma in COPULAS}
    return bool(own) and all((r.case, r.number, r.gender) not in own for r in noun.readings)


def _is_stature(noun: Word, number: Word) -> bool:
    """As in "ростом 51 см": how tall somebody is."""
    unit = number.expression.unit if number.expression is not None else None
    return noun.low == "ростом" and unit is not None and unit.base_unit == "m"


def _is_reason(sentence: Sentence, noun: Word, number: Word) -> bool:
    """As in "уволен по сокращению 91 слесарь": why something happened, right before what is counted."""
    is_led = noun.index > 0 and sentence.words[noun.index - 1].low == "по"
    return is_led and number.index == noun.index + 1


def _is_shared_in(sentence: Sentence, noun: Word) -> bool:
    """As in "вклад торговли в прирост выпуска составил 2 п.п.": what something adds to the change."""
    before = sentence.words[max(0, noun.index - _SHARE_REACH) : noun.index]
    is_into = bool(before) and before[-1].low == "в"
    return is_into and any(word.lemma == "вклад" for word in before)


def _is_in_title(sentence: Sentence, noun: Word, number: Word) -> bool:
    """As in "101 «Точка роста», 2 «Кванториума»": the name of something that closes before the number."""
    behind = sentence.words[noun.index + 1 : min(number.index, noun.index + _TITLE_REACH)]
    if not any(word.text == "»" for word in behind):
        return False
    before = sentence.words[max(0, noun.index - _TITLE_REACH) : noun.index]
    mark = next((word.text for word in reversed(before) if word.text in "«»"), "")
    return mark == "«"


def _is_index(number: Word) -> bool:
    """As in "рост – 123,4%": a percentage of the base, not by how much it was passed."""
    expression = number.expression
    return (
        relative_kind(number) == "percent"
        and expression is not None
        and (expression.value is not None and _WHOLE < expression.value < 2 * _WHOLE)
    )


def _names_a_rate(sentence: Sentence, noun: Word, number: Word) -> bool:
    """Whether the noun only says of what a rate or count is one: "темп роста", "число случаев снижения".

    A rate of growth far below a hundred per cent is the growth itself: "темп роста составил 8,4%".
    """
    if (
        relative_kind(number) == "percent"
        and number.expression is not None
        and _is_rate_itself(sentence, noun)
    ):
        return number.expression.amount > _WHOLE / 2
    before = sentence.words[max(0, noun.index - _RATE_REACH) : noun.index]
    for word in reversed(before):
        if word.lemma in RATE_NOUNS:
            return noun.has("NOUN", "Gen")
        if word.pos not in ("ADJ", "NOUN"):
            return False
    return False


def _is_rate_itself(sentence: Sentence, noun: Word) -> bool:
    """As in "темп роста": a rate right before a noun of change."""
    return noun.index > 0 and sentence.words[noun.index - 1].lemma == "темп"


def _is_object(noun: Word, number: Word, *, is_relative: bool) -> bool:
    """Whether the number counts what is changed: "расширение трёх заповедников", "плюс 203 нарушения"."""
    if is_relative or number.index != noun.index + 1 or number.expression is None:
        return False
    unit = number.expression.unit
    is_money = unit is not None and str(unit.kind) == "money"
    return noun.lemma in _SIGNS if is_money else noun.lemma not in AMOUNTS


def joins_verb(sentence: Sentence, joint: Word) -> bool:
    """Whether "и" joins a verb of amount to another verb, with no more than a time before it."""
    if not any(
        word.pos == "VERB" for word in sentence.words[max(0, joint.index - _JOINED_REACH) : joint.index]
    ):
        return False
    for word in sentence.words[joint.index + 1 : joint.index + 1 + _JOINED_REACH]:
        if word.pos == "VERB" or word.expression is not None:
            return word.lemma in COPULAS
        if not (word.in_time or word.pos in ("ADP", "ADV")):
            return False
    return False
