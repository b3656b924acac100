"""Changes that go on from the number before: lists, equal amounts, brackets.

Belongs here: "грабежей – на 31,6%, разбоев – в полтора раза", "на 250 тыс., или 1,25%", "подешевели
огурцы (24,8%)". Does not belong here: a number that hangs on a word of change itself
(`change_nouns`, `change_verbs`).
"""

from extractors.changes.change_words import (
    COPULAS,
    RATE_NOUNS,
    Change,
    ChangeClass,
    change_word,
    relative_kind,
)
from extractors.language.words import Sentence, Word
from extractors.model import Direction
from extractors.units.units import UnitKind

_REACH = 24
_AROUND = frozenset({"на", "почти", "около", "более", "примерно", "порядка", "в"})
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
    if _is_converted(sentence, number, between) or _is_other_measure(sentence, number, between):
        return going_on
    kind = relative_kind(number)
    if kind is None or (preposition == "в" and kind in ("percent", "percent_points")):
        return None
    bracketed = len(between) == 1 and between[0].text == "("
    if not bracketed and relative_kind(sentence.words[between[0].index - 1]) is None:
        return None
    if any(_ends_list(sentence, word, preposition) for word in between):
        return None
    return going_on if not bracketed or _closes(sentence, number) else None


def listed(sentence: Sentence, number: Word, preposition: str, previous: Change | None) -> Change | None:
    """The change before, where nothing but nouns stands between: "рост на 28%, в том числе с ними на 30%"."""
    if previous is None or preposition != "на":
        return None
    between = _between(sentence, number)
    if not between or any(word.pos == "VERB" or change_word(word) is not None for word in between):
        return None
    return coordinated(sentence, number, preposition, previous)


def resumed(sentence: Sentence, number: Word, preposition: str, earlier: Change | None) -> Change | None:
    """The change of the sentence before, where this one has no verb: "В другие страны – на 29%"."""
    if earlier is None or preposition != "на" or relative_kind(number) is None:
        return None
    is_led = any(word.text in "–—-" for word in sentence.words[max(0, number.index - 4) : number.index])
    if not is_led or any(word.pos == "VERB" for word in sentence.words):
        return None
    return Change(earlier.direction, -1, None, "change.resumed")


def _is_respective(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "снизились на 242 и 1 947 соответственно", "соответственно на 242 и 1 947"."""
    first = between[0].index - 1
    around = (
        *sentence.words[number.index + 1 : number.index + 3],
        *sentence.words[max(0, first - 2) : first],
    )
    return len(between) == 1 and between[0].low == "и" and any(w.low == "соответственно" for w in around)


def _is_converted(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "на 398 млн сомов (324 млн рублей)": the same sum in another currency."""
    before, own = sentence.words[between[0].index - 1].expression, number.expression
    if len(between) != 1 or between[0].text != "(" or before is None or own is None:
        return False
    units = (before.unit, own.unit)
    if any(unit is None or unit.kind is not UnitKind.MONEY for unit in units):
        return False
    return units[0] != units[1]


def _is_other_measure(sentence: Sentence, number: Word, between: list[Word]) -> bool:
    """As in "снижена на 375 вагонов (78 тысяч тонн)": the same amount in a bracket, measured otherwise."""
    own, before = number.expression, sentence.words[between[0].index - 1]
    if between[-1].text != "(" or len(between) > 3 or own is None or own.unit is None:
        return False
    told = before.expression.unit if before.expression is not None else None
    is_amount = relative_kind(before) is None and relative_kind(number) is None and own.unit != told
    return (
        is_amount and all(word.pos in ("NOUN", "ADJ") for word in between[:-1]) and _closes(sentence, number)
    )


def _between(sentence: Sentence, number: Word) -> list[Word]:
    """The words between the number before and this one; none where this is the first."""
    between: list[Word] = []
    for word in reversed(sentence.words[max(0, number.index - 3 * _REACH) : number.index]):
        if word.expression is not None:
            return between[::-1]
        between.append(word)
    return []


def _ends_list(sentence: Sentence, word: Word, preposition: str) -> bool:
    """Whether a word between two numbers begins something new; so does a bracket that closes."""
    if word.text == ")":
        return not preposition
    is_rate = word.lemma in RATE_NOUNS and sentence.words[word.index - 1].low != "том"  # "в том числе"
    return word.pos == "VERB" or is_rate or word.text in ";:"


def _is_restated(sentence: Sentence, number: Word, between: list[Word]) -> bool:
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


def bracketed_alone(sentence: Sentence, number: Word) -> Change | None:
    """A percentage alone in its bracket behind what changed: "подешевели огурцы (24,8%), рис (7%)"."""
    if relative_kind(number) is None or number.index == 0 or not _closes(sentence, number):
        return None
    if sentence.words[number.index - 1].text != "(":
        return None
    index = number.index - 2
    floor = max(0, number.index - 2 * _REACH)
    while index >= floor:
        word = sentence.words[index]
        skipped = _one_in_bracket(sentence, index) if word.text == ")" else 0
        if skipped:
            index -= skipped
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


def _one_in_bracket(sentence: Sentence, closing: int) -> int:
    """How many words a bracket takes that holds one relative number ("(7%)", "(на 7%)"), 0 for any other."""
    words = sentence.words[max(0, closing - 3) : closing]
    if len(words) < 2 or relative_kind(words[-1]) is None:
        return 0
    if words[-2].text == "(":
        return 3
    return 4 if words[-2].low == "на" and words[0].text == "(" else 0


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
