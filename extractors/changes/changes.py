"""Whether a number is an amount or a difference, and which way the difference goes.

Belongs here: the order of the rules, signs and the preposition of a number. Does not belong here: the words
(`change_words`), how a number hangs on them (`change_comparatives`, `change_verbs`, `change_nouns`,
`change_paces`), numbers that go on from the one before (`change_lists`, `change_restated`, `change_brackets`,
`change_bracket_rows`), what changed (`subjects`) and what it is compared with (`comparisons`).
"""

from extractors.changes.change_bracket_rows import percentage_of_row, ratio_of_row
from extractors.changes.change_brackets import bracketed_alone
from extractors.changes.change_comparatives import comparative_near
from extractors.changes.change_lists import coordinated, dashed, listed, resumed
from extractors.changes.change_nouns import noun_before, noun_right_behind
from extractors.changes.change_paces import pace_reached
from extractors.changes.change_verbs import bare_object, governed, verb_right_behind
from extractors.changes.change_words import QUALIFIERS, Change, change_word
from extractors.expressions.expressions import Expression
from extractors.language.words import Sentence, Word
from extractors.model import Direction
from extractors.phrases.bounding_words import before_skipped

_SIGNED_KINDS = frozenset({"percent", "percent_points", "money", "quantity", "ratio"})
_BALANCE_REACH, _BESIDE, _REACH = 6, 4, 8
_BALANCES = frozenset({"дефицит", "сальдо", "баланс", "температура", "профицит"})


def find_change(
    sentence: Sentence,
    number: Word,
    expression: Expression,
    previous: Change | None,
    earlier: Change | None = None,
) -> Change | None:
    """The change that a number states, None for a level.

    Args:
        sentence: Its sentence.
        number: The word that is the expression.
        expression: The expression.
        previous: The change of the expression before it in the sentence, if that was one.
        earlier: The last change of the sentence before, if it ended with one.
    """
    preposition = _preposition(sentence, number, expression)
    paced = pace_reached(sentence, number, preposition)
    if expression.pair or paced is not None:
        return paced
    return (
        _signed(sentence, number, expression)
        or comparative_near(sentence, number, preposition)
        or noun_right_behind(sentence, number, preposition)
        or noun_before(sentence, number, preposition)
        or bare_object(sentence, number)
        or verb_right_behind(sentence, number, preposition)
        or listed(sentence, number, preposition, previous)
        or governed(sentence, number, expression, preposition)
        or coordinated(sentence, number, preposition, previous)
        or dashed(sentence, number, preposition)
        or bracketed_alone(sentence, number)
        or ratio_of_row(sentence, number)
        or percentage_of_row(sentence, number, preposition)
        or resumed(sentence, number, preposition, earlier)
    )


def _preposition(sentence: Sentence, number: Word, expression: Expression) -> str:
    """The preposition of the number, qualifiers skipped; "в" of "в 2 раза" counts as one."""
    if expression.unit is not None and expression.unit.code == "times":
        return "в"
    index = before_skipped(sentence.words, number.index - 1, QUALIFIERS)
    if index > 1 and sentence.words[index].low == "сумму":
        if sentence.words[index - 2].pos == "NOUN" and change_word(sentence.words[index - 2]) is None:
            return ""  # "3,7 млн договоров на сумму 20 млрд"
        index -= 1
    word = sentence.words[index] if index >= 0 else None
    return word.low if word is not None and (word.pos == "ADP" or word.low in ("на", "до", "в", "с")) else ""


def _signed(sentence: Sentence, number: Word, expression: Expression) -> Change | None:
    """As in "импорт +5%": a sign states a change, but not of temperatures and balances, which have one."""
    if expression.signed not in ("+", "-"):
        return None
    if expression.unit is None:
        is_change = _is_beside_number(sentence, number)
    else:
        is_change = str(expression.unit.kind) in _SIGNED_KINDS and expression.unit.code != "Cel"
    if not is_change:
        return None
    before = sentence.words[max(0, number.index - _BALANCE_REACH) : number.index]
    if any(word.lemma in _BALANCES for word in before):
        return None
    return Change(Direction.UP if expression.signed == "+" else Direction.DOWN, -1, None, "change.sign")


def _is_beside_number(sentence: Sentence, number: Word) -> bool:
    """As in "аварий на 4% меньше (-19)", "312 пожаров (+5)": a signed count in the bracket of a number."""
    words, opening = sentence.words, number.index - 1
    if words[opening].text == ";":  # "490 430 (АППГ – 480 151; +10 279)"
        opening = next((i for i in range(opening, max(0, opening - _REACH), -1) if words[i].text == "("), 0)
    if opening < 1 or words[opening].text != "(":
        return False
    return any(word.expression is not None for word in words[max(0, opening - _BESIDE) : opening])
