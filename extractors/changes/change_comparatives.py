"""Differences that a comparative states: "на 5% больше", "дороже в среднем на 1,6%".

Belongs here: the comparative of a number, behind or before it. Does not belong here: verbs
(`change_verbs`) and nouns of change (`change_nouns`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import Change, ChangeClass, change_word
from extractors.language.words import Sentence, Word
from extractors.phrases.segments import behind_bracket

_NEAR = 5
COMPARED = frozenset(
    {
        "уровень",
        "показатель",
        "план",
        "значение",
        "объём",
        "объем",
        "результат",
        "прогноз",
        "период",
        "год",
        "месяц",
    }
)
"""Nouns in the genitive that a comparative compares with."""
_SAME = frozenset({"того", "же", "этого", "такого"})
_ASIDES = frozenset(
    {"правда", "однако", "впрочем", "кстати", "соответственно", "пожалуй", "видимо", "вероятно", "конечно"}
)
_WAS = frozenset({"был", "была", "было", "были"})  # "ниже, чем была год назад, на 4%"
BECOMING = frozenset({"стать", "становиться"})
"""Verbs that a comparative of change may hang on."""


def comparative_near(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "на 5% больше", "в 2 раза чаще": the comparative behind the number, else one before it."""
    if preposition not in ("на", "в"):
        return _of_coordinated(sentence, number) or _of_bracketed(sentence, number)
    if preposition == "в" and not _is_times(number):
        return None  # "в трёх областях этот показатель ниже 90%"
    behind = _behind_restated(sentence, number, _behind_bracket(sentence, number))
    for word in sentence.words[behind : behind + 4]:
        change = _stated_by(word)
        if change is not None:
            return None if bounds(sentence, word) else change
        is_equal = word.expression is not None and (
            sentence.words[number.index + 1].low == "или" or _is_coordinated(sentence, number, word)
        )
        is_edge = word.pos == "PUNCT" or (word.pos == "VERB" and word.lemma not in BECOMING)
        if (word.expression is not None and not is_equal) or is_edge:
            break
    return _comparative_before(sentence, number) or _comparative_of_base(sentence, number)


def _of_coordinated(sentence: Sentence, number: Word) -> Change | None:
    """As in "на 5 тонн и 2% больше": the second of two amounts of one comparison, right before it."""
    words, index = sentence.words, number.index
    behind = _behind_restated(sentence, number, index + 1)
    if index < 3 or behind >= len(words):
        return None
    if behind > index + 1:
        return _stated_by(words[behind])
    is_second = words[index - 2].expression is not None and words[index - 3].low == "на"
    return _stated_by(words[behind]) if is_second and words[index - 1].low in ("и", "или") else None


def _is_times(number: Word) -> bool:
    """Whether a number says how many times as much: "в 2 раза"."""
    unit = number.expression.unit if number.expression is not None else None
    return unit is not None and unit.code == "times"


def _of_bracketed(sentence: Sentence, number: Word) -> Change | None:
    """As in "на 4% (30 тыс. баррелей в сутки) выше": a bracket that tells the difference otherwise."""
    words, opening = sentence.words, number.index - 1
    is_told = opening > 1 and words[opening].text == "(" and words[opening - 2].low == "на"
    if not is_told or words[opening - 1].expression is None:
        return None
    behind = behind_bracket(words, opening)
    return _stated_by(words[behind]) if behind < len(words) else None


def _is_coordinated(sentence: Sentence, number: Word, other: Word) -> bool:
    """As in "на 24% и 9% больше": nothing but "и" between two amounts of one comparison."""
    return other.index == number.index + 2 and sentence.words[number.index + 1].low == "и"


def _stated_by(word: Word) -> Change | None:
    """The change that a comparative states, None for any other word."""
    found = change_word(word)
    if found is None or found[0] is not ChangeClass.COMPARATIVE:
        return None
    return Change(found[1], word.index, found[0], "change.comparative")


def _behind_bracket(sentence: Sentence, number: Word) -> int:
    """Index of the word behind a number, and behind a bracket right there ("на 4 млн (3 млн) больше")."""
    index = number.index + 1
    if index >= len(sentence.words) or sentence.words[index].text != "(":
        return index
    for word in sentence.words[index : index + 6]:
        if word.text == ")":
            return word.index + 1
    return index


def _behind_restated(sentence: Sentence, number: Word, index: int) -> int:
    """Index past the same amount said otherwise: "на 11 тонн, или на 15%, больше", for either."""
    words = sentence.words
    joint = number.index - (2 if words[number.index - 1].low == "на" else 1)
    if _is_or(words, joint - 1):
        return index + (index < len(words) and words[index].text == ",")
    comma = next((i for i in (index, index + 1) if _is_or(words, i)), -1)
    if comma < 0 or words[number.index - 1].low != "на":
        return index  # "541 млн, или на 7% меньше плана": no difference but the amount itself
    other = comma + (3 if words[comma + 2].low == "на" else 2)
    if other + 1 >= len(words) or words[other].expression is None:
        return index
    return other + (2 if words[other + 1].text == "," else 1)


def _is_or(words: Sequence[Word], index: int) -> bool:
    return 0 <= index < len(words) - 2 and words[index].text == "," and words[index + 1].low == "или"


def _comparative_before(sentence: Sentence, number: Word) -> Change | None:
    """As in "стали дороже в среднем на 1,6%", "ниже прошлогоднего показателя (10,5) на 26%"."""
    near, in_bracket = _NEAR, False
    for word in reversed(sentence.words[max(0, number.index - 9) : number.index]):
        if word.text == ")" or in_bracket:
            in_bracket = word.text != "("
            continue
        if word.text == "(" and word.index == number.index - 2:
            continue  # "выше прошлогодних (на 5%)"
        change = _stated_by(word)
        if change is not None:
            is_far = number.index - word.index > near
            return None if is_far and not _has_base(sentence, word) else change
        if word.expression is not None or word.pos == "VERB":
            return None
        if word.pos == "PUNCT" or word.text in ",;:()–—":
            if not _is_aside(sentence, word):
                return None
            near += 1
    return None


def _has_base(sentence: Sentence, comparative: Word) -> bool:
    """As in "выше аналогичного периода", "больше того же периода": a genitive, attributes before it."""
    for word in sentence.words[comparative.index + 1 : comparative.index + 4]:
        if word.lemma in COMPARED:
            return True
        if word.pos != "ADJ" and word.low not in _SAME:
            return False
    return False


def _is_aside(sentence: Sentence, comma: Word) -> bool:
    """As in "ниже, правда, всего на 32%": a comma of an aside of one word between."""
    words = sentence.words
    return comma.text == "," and any(
        0 < index < len(words) - 1
        and words[index].low in _ASIDES
        and words[index - 1].text == "," == words[index + 1].text
        for index in (comma.index - 1, comma.index + 1)
    )


def _comparative_of_base(sentence: Sentence, number: Word) -> Change | None:
    """As in "больше, чем год назад, на 20%", "ниже, чем в селе на 2%": what it is compared with."""
    if number.index < _NEAR:
        return None
    near = sentence.words[number.index - 4 : number.index]
    is_closed = any(word.text == "," for word in near)
    for word in reversed(sentence.words[max(0, number.index - 12) : number.index - 2]):
        is_end = word.text in ";:()" or (word.text == "," and not is_closed)
        is_verb = word.pos == "VERB" and word.low not in _WAS
        if word.expression is not None or is_verb or is_end:
            return None
        if word.low == "чем":
            if not is_closed and sentence.words[word.index - 1].text != ",":
                return None
            before = reversed(sentence.words[max(0, word.index - 2) : word.index])
            return next((change for change in map(_stated_by, before) if change is not None), None)
    return None


def bounds(sentence: Sentence, comparative: Word) -> bool:
    """As in "на 100 МВт и выше": the comparative bounds the number and compares nothing."""
    before = [word.low for word in sentence.words[max(0, comparative.index - 2) : comparative.index]]
    return before[-1:] in (["и"], ["или"]) or before in (["и", "даже"], ["или", "даже"])
