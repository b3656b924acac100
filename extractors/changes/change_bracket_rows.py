"""Rows of brackets of which the first names the change: "(рост на 3%), … (на 6%)".

Belongs here: the way back along such a row, and the word of change in its first bracket. Does not belong
here: a percentage alone in its bracket behind a word of change that stands outside (`change_brackets`).
"""

from extractors.changes.change_brackets import closes_behind, opens_before, stands_alone
from extractors.changes.change_words import Change, change_word, relative_kind
from extractors.language.words import Sentence, Word

_LONGEST_ROW, _LONGEST_BRACKET = 12, 8
_RATIO_REACH, _PERCENTAGE_REACH = 30, 90


def ratio_of_row(sentence: Sentence, number: Word) -> Change | None:
    """A ratio alone in its bracket behind one that says more: "(в 2 раза выше среднего), 4 (в 3 раза)"."""
    for _ in range(_LONGEST_ROW):
        if not _is_ratio(number) or not stands_alone(sentence, number):
            return None
        before = sentence.words[max(0, number.index - _RATIO_REACH) : number.index - 1]
        told = next((w for w in reversed(before) if _is_ratio(w) and opens_before(sentence, w.index)), None)
        if told is None:
            return None
        own = _change_behind(sentence, told)
        if own is not None:
            return own
        number = told
    return None


def percentage_of_row(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "овец – 21 млн (рост на 3%), лошадей – 4 млн (на 6%)": a row before has the word of change."""
    if preposition != "на" or not _is_bare_row(sentence, number):
        return None
    rows = 0
    for word in reversed(sentence.words[max(0, number.index - _PERCENTAGE_REACH) : number.index - 2]):
        if word.pos == "VERB" or rows == _LONGEST_ROW:
            return None
        if word.expression is None or relative_kind(word) is None:
            continue
        if not _is_bare_row(sentence, word):
            return _change_before(sentence, word)
        rows += 1
    return None


def _is_bare_row(sentence: Sentence, number: Word) -> bool:
    """As in "(на 6%)": a relative number with a bracket of its own that holds no other word."""
    on = number.index - 1
    if on < 1 or sentence.words[on].low != "на" or not opens_before(sentence, on):
        return False
    return relative_kind(number) is not None and closes_behind(sentence, number)


def _change_before(sentence: Sentence, number: Word) -> Change | None:
    """As in "(рост на 3%": the noun of change that opens the number's own bracket."""
    floor = max(0, number.index - _LONGEST_BRACKET)
    own = reversed(sentence.words[floor : number.index])
    noun = next((word for word in own if opens_before(sentence, word.index)), None)
    return _in_bracket(noun) if noun is not None and closes_behind(sentence, number) else None


def _change_behind(sentence: Sentence, number: Word) -> Change | None:
    """As in "(в 2 раза выше среднего": the word of change in the number's own bracket."""
    for word in sentence.words[number.index + 1 : number.index + 4]:
        if word.text == ")":
            return None
        found = _in_bracket(word)
        if found is not None:
            return found
    return None


def _in_bracket(word: Word) -> Change | None:
    """The change a word inside a bracket tells."""
    found = change_word(word)
    return Change(found[1], word.index, found[0], "change.bracket") if found is not None else None


def _is_ratio(word: Word) -> bool:
    unit = word.expression.unit if word.expression is not None else None
    return unit is not None and unit.code == "times"
