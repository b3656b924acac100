"""Changes in brackets behind what changed: "подешевели огурцы (24,8%), рис (7%)".

Belongs here: a percentage alone in its bracket, and where a bracket closes. Does not belong here: a bracket
that says the number before otherwise (`change_restated`).
"""

from extractors.changes.change_words import (
    RATE_NOUNS,
    REPORTING_VERBS,
    Change,
    ChangeClass,
    change_word,
    relative_kind,
)
from extractors.language.words import Sentence, Word
from extractors.model import Direction
from extractors.phrases.segments import before_bracket

_REACH = 48
_LONGEST_BRACKET = 8
_ROW_REACH, _LONGEST_ROW, _ROWS_REACH = 30, 12, 90
_GROWING = "показателей"  # "за счёт роста показателей в машиностроении (17%)"
_AGAINST = frozenset({"к", "ко", "с", "со"})  # "снижение к уровню прошлого года (2%)"


def bracketed_alone(sentence: Sentence, number: Word) -> Change | None:
    """A percentage alone in its bracket behind what changed: "подешевели огурцы (24,8%), рис (7%)"."""
    if relative_kind(number) is None or number.index == 0 or not closes_behind(sentence, number):
        return None
    if sentence.words[number.index - 1].text != "(":
        return None
    index = number.index - 2
    floor = max(0, number.index - _REACH)
    while index >= floor:
        word = sentence.words[index]
        skipped = _one_in_bracket(sentence, index) if word.text == ")" else 0
        if skipped:
            index -= skipped
            continue
        if word.expression is not None or word.text in ";:().":
            return None
        if (
            word.lemma in RATE_NOUNS
            and word.low != _GROWING
            and sentence.words[index - 1].low not in _AGAINST
        ):
            return None
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            return _governs_list(sentence, word, found)
        is_finite = word.pos == "VERB" and bool(word.readings) and word.readings[0].verb_form == "Fin"
        if is_finite and word.lemma not in REPORTING_VERBS:
            return None
        index -= 1
    return None


def ratio_of_row(sentence: Sentence, number: Word) -> Change | None:
    """A ratio alone in its bracket behind one that says more: "(в 2 раза выше среднего), 4 (в 3 раза)"."""
    for _ in range(_LONGEST_ROW):
        if not _is_ratio(number) or not closes_behind(sentence, number) or not _opens(sentence, number):
            return None
        before = sentence.words[max(0, number.index - _ROW_REACH) : number.index - 1]
        told = next((word for word in reversed(before) if _is_ratio(word) and _opens(sentence, word)), None)
        if told is None:
            return None
        own = _change_behind(sentence, told)
        if own is not None:
            return own
        number = told
    return None


def percentage_of_row(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "овец – 21 млн (рост на 3%), лошадей – 4 млн (на 6%)": a row before has the word of change."""
    if preposition != "на" or not _has_bracket(sentence, number):
        return None
    rows = 0
    for word in reversed(sentence.words[max(0, number.index - _ROWS_REACH) : number.index - 2]):
        if word.pos == "VERB" or rows == _LONGEST_ROW:
            return None
        if word.expression is None or relative_kind(word) is None:
            continue
        if not _has_bracket(sentence, word):
            return _change_before(sentence, word)
        rows += 1
    return None


def _has_bracket(sentence: Sentence, number: Word) -> bool:
    """As in "(на 6%)": a relative number with a bracket of its own that holds no other word."""
    words, opening = sentence.words, number.index - 2
    if opening < 0 or words[opening].text != "(" or words[opening + 1].low != "на":
        return False
    return relative_kind(number) is not None and closes_behind(sentence, number)


def _change_before(sentence: Sentence, number: Word) -> Change | None:
    """As in "(рост на 3%": the noun of change that opens the number's own bracket."""
    words, floor = sentence.words, max(-1, number.index - _LONGEST_BRACKET)
    opening = next((i for i in range(number.index - 1, floor, -1) if words[i].text == "("), -1)
    noun = words[opening + 1]
    found = change_word(noun) if opening >= 0 and closes_behind(sentence, number) else None
    if found is None:
        return None
    return Change(found[1], noun.index, found[0], "change.bracket")


def _change_behind(sentence: Sentence, number: Word) -> Change | None:
    """As in "(в 2 раза выше среднего": the word of change in the number's own bracket."""
    for word in sentence.words[number.index + 1 : number.index + 4]:
        found = change_word(word)
        if found is not None and word.text != ")":
            return Change(found[1], word.index, found[0], "change.bracket")
        if word.text == ")":
            return None
    return None


def _is_ratio(word: Word) -> bool:
    unit = word.expression.unit if word.expression is not None else None
    return unit is not None and unit.code == "times"


def _opens(sentence: Sentence, number: Word) -> bool:
    return number.index > 0 and sentence.words[number.index - 1].text == "("


def _one_in_bracket(sentence: Sentence, closing: int) -> int:
    """How many words a bracket takes that opens with a relative number, 0 for any other.

    As in "(7%)", "(на 7%)", "(109% к уровню марта)".
    """
    opening = before_bracket(sentence.words, closing, max(0, closing - _LONGEST_BRACKET)) + 1
    number = opening + 1 + (sentence.words[opening + 1].low == "на")
    if sentence.words[opening].text != "(" or relative_kind(sentence.words[number]) is None:
        return 0
    return closing - opening + 1


def _governs_list(sentence: Sentence, word: Word, found: tuple[ChangeClass, Direction]) -> Change | None:
    """The change, unless something measures it already or a rate or share is what changed."""
    following = sentence.words[word.index + 1 : word.index + 3]
    before = sentence.words[max(0, word.index - 3) : word.index]
    if any(w.lemma in RATE_NOUNS and w.low != _GROWING for w in (*before, *following)):
        return None
    return Change(found[1], word.index, found[0], "change.bracket")


def closes_behind(sentence: Sentence, number: Word) -> bool:
    """Whether the bracket closes right behind a number."""
    following = sentence.words[number.index + 1 : number.index + 2]
    return not following or following[0].text == ")"


def is_amount_alone(sentence: Sentence, number: Word) -> bool:
    """As in "убийств меньше на 5% (603)": a bracket right behind a change that holds an amount alone."""
    if number.index < 2 or sentence.words[number.index - 1].text != "(":
        return False
    is_behind = relative_kind(sentence.words[number.index - 2]) is not None
    return is_behind and relative_kind(number) is None and closes_behind(sentence, number)
