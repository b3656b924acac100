"""Whether a number is an amount or a difference, and which way the difference goes.

Belongs here: the order of the rules, and how a number hangs on a verb or comparative. Does not belong
here: the words (`change_words`), nouns (`change_nouns`), numbers that go on from the one before
(`change_lists`), what changed (`subjects`) and what it is compared with (`comparisons`).
"""

from extractors.change_lists import bracketed_alone, coordinated, listed, resumed
from extractors.change_nouns import before_bracket, noun_before, outside_bracket
from extractors.change_words import COPULAS, Change, ChangeClass, change_word, relative_kind
from extractors.expressions import Expression
from extractors.model import Direction
from extractors.words import Sentence, Word

_REACH = 32
_BARE_OBJECT_VERBS = frozenset({"прибавить", "прибавлять", "потерять", "прирасти"})
_EMPHASIS = frozenset(
    {"сразу", "ещё", "еще", "почти", "около", "более", "свыше", "порядка", "лишь", "только"}
)
_QUALIFIERS = frozenset(
    {"более", "менее", "около", "почти", "порядка", "чем", "примерно", "свыше"}
    | {"чуть", "целых", "ещё", "еще", "сразу", "максимум", "минимум", "лишь", "всего"}
)
_NEAR = 5
_BASES = frozenset({"уровень", "показатель", "план", "значение", "объём", "объем", "результат", "прогноз"})
_SUBORDINATORS = frozenset({"что", "чтобы", "если", "когда", "поскольку"})
_BECOMING = frozenset({"стать", "становиться"})
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
    if expression.pair:
        return None
    preposition = _preposition(sentence, number, expression)
    return (
        _signed(sentence, number, expression)
        or _comparative_behind(sentence, number, preposition)
        or noun_before(sentence, number, preposition)
        or _bare_object(sentence, number)
        or listed(sentence, number, preposition, previous)
        or _governed(sentence, number, expression, preposition)
        or coordinated(sentence, number, preposition, previous)
        or bracketed_alone(sentence, number)
        or resumed(sentence, number, preposition, earlier)
    )


def _preposition(sentence: Sentence, number: Word, expression: Expression) -> str:
    """The preposition of the number, qualifiers skipped; "в" of "в 2 раза" counts as one."""
    if expression.unit is not None and expression.unit.code == "times":
        return "в"
    index = number.index - 1
    while index >= 0 and sentence.words[index].low in _QUALIFIERS:
        index -= 1
    if index > 0 and sentence.words[index].low == "сумму":
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
    behind = _behind_bracket(sentence, number)
    for word in sentence.words[behind : behind + 4]:
        found = change_word(word)
        if found is not None and found[0] is ChangeClass.COMPARATIVE:
            if _bounds(sentence, word, found[0]):
                return None
            return Change(found[1], word.index, found[0], "change.comparative")
        is_equal = word.expression is not None and sentence.words[number.index + 1].low == "или"
        is_edge = word.pos == "PUNCT" or (word.pos == "VERB" and word.lemma not in _BECOMING)
        if (word.expression is not None and not is_equal) or is_edge:
            break
    return _comparative_before(sentence, number)


def _behind_bracket(sentence: Sentence, number: Word) -> int:
    """Index of the word behind a number, and behind a bracket right there ("на 4 млн (3 млн) больше")."""
    index = number.index + 1
    if index >= len(sentence.words) or sentence.words[index].text != "(":
        return index
    for word in sentence.words[index : index + 6]:
        if word.text == ")":
            return word.index + 1
    return index


def _comparative_before(sentence: Sentence, number: Word) -> Change | None:
    """As in "стали дороже в среднем на 1,6%"."""
    for word in reversed(sentence.words[max(0, number.index - 9) : number.index]):
        found = change_word(word)
        if found is not None and found[0] is ChangeClass.COMPARATIVE:
            if number.index - word.index > _NEAR and sentence.words[word.index + 1].lemma not in _BASES:
                break
            return Change(found[1], word.index, found[0], "change.comparative")
        if word.expression is not None or word.pos in ("VERB", "PUNCT") or word.text in ",;:()–—":
            break
    return _comparative_of_base(sentence, number)


def _comparative_of_base(sentence: Sentence, number: Word) -> Change | None:
    """As in "больше, чем год назад, на 20%": what it is compared with stands between."""
    if number.index < 4 or not any(w.text == "," for w in sentence.words[number.index - 4 : number.index]):
        return None
    for word in reversed(sentence.words[max(0, number.index - 12) : number.index - 2]):
        if word.expression is not None or word.pos == "VERB" or word.text in ";:()":
            return None
        if word.low == "чем":
            before = sentence.words[max(0, word.index - 2) : word.index]
            for candidate in reversed(before):
                found = change_word(candidate)
                if found is not None and found[0] is ChangeClass.COMPARATIVE:
                    return Change(found[1], candidate.index, found[0], "change.comparative")
            return None
    return None


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
    adjacent = _adjacent_verb(sentence, number) if preposition == "на" else None
    if adjacent is not None:
        return adjacent
    for word in _governors(sentence, number):
        if word.index > number.index and _is_of_other_clause(sentence, number, word):
            break
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            return Change(found[1], word.index, found[0], "change.governed")
        if word.pos == "VERB" and word.lemma not in COPULAS:
            break
    return _nearest_verb(sentence, number)


def _adjacent_verb(sentence: Sentence, number: Word) -> Change | None:
    """As in "увеличилось на 3,4%": the verb right before the preposition, whatever the tree says."""
    index = number.index - 1
    while index > 0 and (
        sentence.words[index].low in ("на", "(") or sentence.words[index].low in _QUALIFIERS
    ):
        index -= 1
    word = sentence.words[max(0, index)]
    found = change_word(word)
    if found is None or found[0] is not ChangeClass.VERB:
        return None
    return Change(found[1], word.index, found[0], "change.governed")


def _is_of_other_clause(sentence: Sentence, number: Word, governor: Word) -> bool:
    """As in "на два места, что позволит ускорить": a word behind a subordinator governs nothing before it."""
    return any(word.low in _SUBORDINATORS for word in sentence.words[number.index + 1 : governor.index])


def _counts_in_place(sentence: Sentence, number: Word) -> bool:
    """As in "на 10 участках": the counted noun stands in the locative, so nothing changed by ten."""
    if relative_kind(number) is not None:
        return False
    for word in sentence.words[number.index + 1 : number.index + 4]:
        if word.readings and word.readings[0].pos == "ADP":
            return False  # "после" is also a form of "посол"
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
    index, floor = outside_bracket(sentence, number) - 1, max(0, number.index - _REACH)
    while index >= floor:
        word = sentence.words[index]
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            return Change(found[1], word.index, found[0], "change.nearest")
        is_verb = word.pos == "VERB" and word.readings and word.readings[0].verb_form in ("Fin", "Part")
        if is_verb or word.text in ";(" or (word.expression is not None and relative_kind(word) is None):
            break
        index = before_bracket(sentence, index, floor) if word.text == ")" else index - 1
    return _verb_behind(sentence, number)


def _verb_behind(sentence: Sentence, number: Word) -> Change | None:
    """The verb behind a number, also behind the bracket that holds it: "(на 5% и 3%) подорожали"."""
    is_bracketed = any(word.text == "(" for word in sentence.words[max(0, number.index - 3) : number.index])
    for word in sentence.words[number.index + 1 : number.index + 8]:
        if word.text in (";:()" if not is_bracketed else ";:("):
            break
        if word.text == "," or (word.expression is not None and not is_bracketed):
            break
        found = change_word(word)
        if found is not None and not _bounds(sentence, word, found[0]):
            return Change(found[1], word.index, found[0], "change.nearest")
    return None


def _bounds(sentence: Sentence, word: Word, word_class: ChangeClass) -> bool:
    """As in "на 100 МВт и выше": the comparative bounds the number and compares nothing."""
    before = [w.low for w in sentence.words[max(0, word.index - 2) : word.index]]
    is_joined = before[-1:] in (["и"], ["или"]) or before in (["и", "даже"], ["или", "даже"])
    return word_class is ChangeClass.COMPARATIVE and is_joined
