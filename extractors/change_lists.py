"""Changes that go on from the number before: lists, equal amounts, brackets.

Belongs here: "грабежей – на 31,6%, разбоев – в полтора раза", "на 250 тыс., или 1,25%", "подешевели
огурцы (24,8%)". Does not belong here: a number that hangs on a word of change itself (`changes`).
"""

from extractors.change_words import (
    COPULAS,
    RATE_NOUNS,
    Change,
    ChangeClass,
    change_word,
    relative_kind,
)
from extractors.model import Direction
from extractors.words import Sentence, Word

_REACH = 24
_SHARE_BEHIND = frozenset({"от", "к", "всех", "всего", "из"})


def coordinated(sentence: Sentence, number: Word, preposition: str, previous: Change | None) -> Change | None:
    """The change before, where a list of changes goes on or the same change is said otherwise.

    Args:
        sentence: The sentence.
        number: The word that is the number.
        preposition: Its preposition, "" for none.
        previous: The change of the number before it, if that was one.
    """
    if previous is None or preposition in ("до", "с", "из", "от"):
        return None
    between = _between(sentence, number)
    if not between:
        return None
    going_on = Change(previous.direction, previous.word, previous.word_class, "change.coordinated")
    if _is_restated(sentence, number, between):
        return going_on
    kind = relative_kind(number)
    if kind is None or (preposition == "в" and kind in ("percent", "percent_points")):
        return None
    bracketed = len(between) == 1 and between[0].text == "("
    if not bracketed and relative_kind(sentence.words[between[0].index - 1]) is None:
        return None
    if any(_ends_list(word, preposition) for word in between):
        return None
    return going_on if not bracketed or _closes(sentence, number) else None


def _between(sentence: Sentence, number: Word) -> list[Word]:
    """The words between the number before and this one; none where this is the first."""
    between: list[Word] = []
    for word in reversed(sentence.words[max(0, number.index - 3 * _REACH) : number.index]):
        if word.expression is not None:
            return between[::-1]
        between.append(word)
    return []


def _ends_list(word: Word, preposition: str) -> bool:
    """Whether a word between two numbers begins something new; so does a bracket that closes."""
    if word.text == ")":
        return not preposition
    return word.pos == "VERB" or word.lemma in RATE_NOUNS or word.text in ";:"


def _is_restated(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "на 250 тыс., или 1,25%", "на 1 123 больше, что составляет 13%"."""
    told = [word for word in between if word.text not in ",()" and word.low != "на"]
    if len(told) == 1 and told[0].low in ("или", "то"):
        return True
    if relative_kind(number) is None or not any(word.low == "что" for word in told):
        return False
    behind = sentence.words[number.index + 1].low if number.index + 1 < len(sentence.words) else ""
    return told[-1].lemma in COPULAS and len(told) <= 4 and behind not in _SHARE_BEHIND


def bracketed_alone(sentence: Sentence, number: Word) -> Change | None:
    """A percentage alone in its bracket behind what changed: "подешевели огурцы (24,8%), рис (7%)"."""
    if relative_kind(number) is None or number.index == 0 or not _closes(sentence, number):
        return None
    if sentence.words[number.index - 1].text != "(":
        return None
    index = number.index - 2
    floor = max(0, number.index - _REACH)
    while index >= floor:
        word = sentence.words[index]
        if word.text == ")" and index >= 2 and _holds_one(sentence.words[index - 2 : index]):
            index -= 3
            continue
        if word.expression is not None or word.text in ";:()." or word.lemma in RATE_NOUNS:
            return None
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            return _governs_list(sentence, word, found)
        if word.pos == "VERB" and word.readings and word.readings[0].verb_form == "Fin":
            return None
        index -= 1
    return None


def _holds_one(words: list[Word]) -> bool:
    """Whether a bracket holds a relative number and nothing else."""
    return words[0].text == "(" and relative_kind(words[1]) is not None


def _governs_list(sentence: Sentence, word: Word, found: tuple[ChangeClass, Direction]) -> Change | None:
    """The change, unless something measures it already or a rate or share is what changed."""
    following = sentence.words[word.index + 1 : word.index + 3]
    before = sentence.words[max(0, word.index - 3) : word.index]
    if any(w.lemma in RATE_NOUNS for w in (*before, *following)):
        return None
    return Change(found[1], word.index, found[0], "change.bracket")


def _closes(sentence: Sentence, number: Word) -> bool:
    """Whether the bracket closes right behind a number."""
    following = sentence.words[number.index + 1 : number.index + 2]
    return not following or following[0].text == ")"
