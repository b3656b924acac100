"""The change of the number before, said otherwise: "на 250 тыс., или 1,25%", "на 398 млн (324 млн рублей)".

Belongs here: whether the words between two numbers say that both tell one change. Does not belong here:
lists of changes (`change_lists`).
"""

from extractors.changes.change_brackets import closes_behind
from extractors.changes.change_words import COPULAS, change_word, relative_kind
from extractors.language.words import Sentence, Word
from extractors.units.units import UnitKind

_AROUND = frozenset({"на", "почти", "около", "более", "примерно", "порядка", "в"})
_SHARE_BEHIND = frozenset({"от", "к", "всех", "всего", "из"})


def is_restated(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "на 250 тыс., или 1,25%", "на 1 123 больше, что составляет 13%"."""
    told = [word for word in between if word.text not in ",()" and word.low not in _AROUND]
    if told and told[-1].low in ("или", "то") and all(word.pos in ("NOUN", "ADJ") for word in told[:-1]):
        return True
    if told and told[-1].low == "или" and _is_compared(told):
        return True
    if _is_respective(sentence, number, between):
        return True
    if relative_kind(number) is None or not any(word.low == "что" for word in told):
        return False
    behind = sentence.words[number.index + 1].low if number.index + 1 < len(sentence.words) else ""
    return told[-1].lemma in COPULAS and len(told) <= 4 and behind not in _SHARE_BEHIND


def _is_compared(told: list[Word]) -> bool:
    """As in "на 70 человек больше, чем год назад, или на 0,9%": only the comparison stands between."""
    found = change_word(told[0]) or (change_word(told[1]) if len(told) > 1 else None)
    return found is not None and not any(word.pos == "VERB" for word in told)


def _is_respective(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "снизились на 242 и 1 947 соответственно", "соответственно на 242 и 1 947"."""
    first = between[0].index - 1
    around = (
        *sentence.words[number.index + 1 : number.index + 3],
        *sentence.words[max(0, first - 2) : first],
    )
    return len(between) == 1 and between[0].low == "и" and any(w.low == "соответственно" for w in around)


def is_converted(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "на 398 млн сомов (324 млн рублей)": the same sum in another currency."""
    before, own = sentence.words[between[0].index - 1].expression, number.expression
    if len(between) != 1 or between[0].text != "(" or before is None or own is None:
        return False
    units = (before.unit, own.unit)
    if any(unit is None or unit.kind is not UnitKind.MONEY for unit in units):
        return False
    return units[0] != units[1]


def is_other_measure(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "снижена на 375 вагонов (78 тысяч тонн)": the same amount in a bracket, measured otherwise."""
    own, before = number.expression, sentence.words[between[0].index - 1]
    if between[-1].text != "(" or len(between) > 3 or own is None or own.unit is None:
        return False
    told = before.expression.unit if before.expression is not None else None
    is_amount = relative_kind(before) is None and relative_kind(number) is None and own.unit != told
    return (
        is_amount
        and all(word.pos in ("NOUN", "ADJ") for word in between[:-1])
        and closes_behind(sentence, number)
    )
