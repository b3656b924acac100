"""Differences that a verb of change states: "выросла на 5%", "прибавил 3 пункта".

Belongs here: how a number hangs on a verb, by the tree or by order. Does not belong here: comparatives
(`change_comparatives`) and nouns of change (`change_nouns`).
"""

from extractors.changes.change_comparatives import bounds
from extractors.changes.change_nouns import outside_bracket
from extractors.changes.change_words import (
    COPULAS,
    QUALIFIERS,
    Change,
    ChangeClass,
    change_word,
    relative_kind,
)
from extractors.expressions.expressions import Expression
from extractors.language.words import Sentence, Word
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.segments import before_bracket

_REACH = 32
_BARE_OBJECT_VERBS = frozenset({"прибавить", "прибавлять", "потерять", "прирасти"})
_EMPHASIS = frozenset(
    {"сразу", "ещё", "еще", "почти", "около", "более", "свыше", "порядка", "лишь", "только"}
)
_ASPECTS = frozenset({"цене", "стоимости", "весе", "объёме", "объеме", "численности", "доходах"})
_LEADING = QUALIFIERS | {"на", "("}
_OPPOSING = frozenset({"но", "а", "однако", "зато"})
_SUBORDINATORS = frozenset({"что", "чтобы", "если", "когда", "поскольку"})


def bare_object(sentence: Sentence, number: Word) -> Change | None:
    """As in "прибавил сразу 3 пункта", "потеряла 5%": a verb whose bare object is the amount of a change."""
    if number.index == 0:
        return None
    words, index = sentence.words, before_skipped(sentence.words, number.index - 1, _EMPHASIS, adverbs=True)
    while index > 0 and words[index].in_time:
        index -= 1
    if index > 1 and words[index].low in _ASPECTS and words[index - 1].low == "в":
        index -= 2  # "прибавили в цене 3%"
    word = words[max(0, index)]
    return _stated_by(word, "change.object") if word.lemma in _BARE_OBJECT_VERBS else None


def _stated_by(verb: Word, rule: str) -> Change | None:
    """The change that a verb states, None for any other word."""
    found = change_word(verb)
    if found is None or found[0] is not ChangeClass.VERB:
        return None
    return Change(found[1], verb.index, found[0], rule)


def governed(sentence: Sentence, number: Word, expression: Expression, preposition: str) -> Change | None:
    """As in "выросла на 5%", "втрое увеличился": the change of the verb or noun that governs the number."""
    if not _may_be_governed(sentence, number, expression, preposition):
        return None
    adjacent = _adjacent_verb(sentence, number) if preposition == "на" else None
    return adjacent or _by_tree(sentence, number) or _nearest_verb(sentence, number)


def _may_be_governed(sentence: Sentence, number: Word, expression: Expression, preposition: str) -> bool:
    """Whether a number with its preposition can be the amount of a change."""
    if preposition == "на":
        return not _counts_in_place(sentence, number)
    if preposition == "в":
        return expression.unit is not None and expression.unit.code == "times"
    word_class = expression.word_class
    if expression.words == ("наполовину",):
        return True
    return expression.unit is None and word_class is not None and str(word_class) in ("multiple", "fold")


def _by_tree(sentence: Sentence, number: Word) -> Change | None:
    """The change of what the number hangs on in the tree, up to the first verb that says something else."""
    for word in _governors(sentence, number):
        if word.index > number.index and _is_of_other_clause(sentence, number, word):
            return None
        found = change_word(word)
        if found is not None and found[0] is not ChangeClass.COMPARATIVE:
            nearer = _nearer_predicate(sentence, word, number)
            return nearer or Change(found[1], word.index, found[0], "change.governed")
        if word.pos == "VERB" and word.lemma not in COPULAS:
            return None
    return None


def _nearer_predicate(sentence: Sentence, governor: Word, number: Word) -> Change | None:
    """As in "увеличился на 32%, сокращена недоимка на 5 млн": a nearer predicate of change."""
    for word in reversed(sentence.words[governor.index + 1 : number.index]):
        if word.pos == "VERB" and is_predicate(word):
            return _stated_by(word, "change.governed")
    return None


def is_predicate(word: Word) -> bool:
    """Whether a verb form says something of its own: finite, or a short participle."""
    found = word.readings[0] if word.readings else None
    return found is not None and (found.verb_form == "Fin" or (found.verb_form == "Part" and not found.case))


def verb_right_behind(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "вырос на 5%, а на 3% упал импорт": a predicate right behind a number that opens its clause."""
    index = number.index + 1
    if preposition != "на" or index >= len(sentence.words):
        return None
    verb = sentence.words[index]
    if verb.pos != "VERB" or not is_predicate(verb):
        return None
    before = before_skipped(sentence.words, number.index - 1, _LEADING)
    led = sentence.words[before] if before >= 0 else None
    begins = led is None or led.text in ",;:–—" or led.pos in ("CCONJ", "ADV", "PART")
    return _stated_by(verb, "change.governed") if begins else None


def _adjacent_verb(sentence: Sentence, number: Word) -> Change | None:
    """As in "увеличилось на 3,4%", "на 3,4% увеличилось": the verb beside, whatever the tree says."""
    words, index = sentence.words, before_skipped(sentence.words, number.index - 1, _LEADING)
    before = _stated_by(words[max(0, index)], "change.governed")
    if before is not None or number.index + 1 == len(words):
        return before
    behind = words[number.index + 1]
    is_finite = bool(behind.readings) and behind.readings[0].verb_form in ("Fin", "Part")
    return _stated_by(behind, "change.governed") if is_finite else None


def _is_of_other_clause(sentence: Sentence, number: Word, governor: Word) -> bool:
    """As in "упал на 5%, но вырос", "на 5%, что позволит расти": a word behind what opens a clause."""
    between = sentence.words[number.index + 1 : governor.index]
    if len(between) > 1 and between[0].text == "," and between[1].low in _OPPOSING:
        return any(word.pos == "VERB" for word in sentence.words[: number.index])
    if [word.low for word in between] in (["и"], ["или"]):  # "увеличить на 5% и снизить угрозу"
        return any(change_word(word) is not None for word in sentence.words[: number.index])
    return any(word.low in _SUBORDINATORS for word in between)


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
    """The words that a number hangs on in the tree, nearest first."""
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
        index = before_bracket(sentence.words, index, floor) if word.text == ")" else index - 1
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
        if relative_kind(number) is None and any(r.is_participle for r in word.readings[:1]):
            continue  # "заявки на 61 тыс. тонн удешевлённого топлива"
        if found is not None and not (found[0] is ChangeClass.COMPARATIVE and bounds(sentence, word)):
            return Change(found[1], word.index, found[0], "change.nearest")
    return None
