"""Changes in brackets behind what changed: "подешевели огурцы (24,8%), рис (7%)".

Belongs here: a percentage alone in its bracket, and whether a bracket holds a number alone. Does not belong
here: rows of brackets whose first names the change (`change_bracket_rows`), a bracket that says the number
before otherwise (`change_restated`).
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
_GROWING = "показателей"  # "за счёт роста показателей в машиностроении (17%)"
_AGAINST = frozenset({"к", "ко", "с", "со"})  # "снижение к уровню прошлого года (2%)"


def bracketed_alone(sentence: Sentence, number: Word) -> Change | None:
    """A percentage alone in its bracket behind what changed: "подешевели огурцы (24,8%), рис (7%)"."""
    if relative_kind(number) is None or not stands_alone(sentence, number):
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


def opens_before(sentence: Sentence, index: int) -> bool:
    """Whether a bracket opens right before a word."""
    return index > 0 and sentence.words[index - 1].text == "("


def closes_behind(sentence: Sentence, number: Word) -> bool:
    """Whether the bracket closes right behind a number."""
    following = sentence.words[number.index + 1 : number.index + 2]
    return not following or following[0].text == ")"


def stands_alone(sentence: Sentence, number: Word) -> bool:
    """Whether a bracket holds the number and nothing else: "(24,8%)"."""
    return opens_before(sentence, number.index) and closes_behind(sentence, number)


def is_amount_alone(sentence: Sentence, number: Word) -> bool:
    """As in "убийств меньше на 5% (603)": a bracket right behind a change that holds an amount alone."""
    if number.index < 2 or not stands_alone(sentence, number):
        return False
    return relative_kind(sentence.words[number.index - 2]) is not None and relative_kind(number) is None
