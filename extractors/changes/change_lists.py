"""Changes that go on from the number before in a list: "грабежей – на 31,6%, разбоев – в полтора раза".

Belongs here: lists in a sentence, and a sentence without a verb that goes on. Does not belong here: the
same change said otherwise (`change_restated`), a percentage in a bracket (`change_brackets`), a number that
hangs on a word of change itself (`change_nouns`, `change_verbs`).
"""

from extractors.changes.change_brackets import closes_behind, is_amount_alone
from extractors.changes.change_comparatives import BECOMING
from extractors.changes.change_restated import is_converted, is_other_measure, is_restated
from extractors.changes.change_verbs import is_predicate
from extractors.changes.change_words import RATE_NOUNS, Change, ChangeClass, change_word, relative_kind
from extractors.language.words import Sentence, Word
from extractors.phrases.bounding_words import BOUNDING, before_skipped

_REACH = 72
_DASHES = frozenset("–—-")
_LABELLING = frozenset({"NOUN", "ADJ", "CCONJ", "PROPN"})
_BEFORE_GOAL = frozenset(",–—-")
_OF_THEM = frozenset({"них", "которых", "коих"})
_OPENING_SHARE = frozenset({"этом", "причём", "причем", "а", "и", "притом", ","})


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
    if is_restated(sentence, number, between):
        return going_on
    if is_converted(sentence, number, between) or is_other_measure(sentence, number, between):
        return None if _is_reached(sentence, between[0].index - 1) else going_on
    kind = relative_kind(number)
    if kind is None or (preposition == "в" and kind in ("percent", "percent_points")):
        return None
    bracketed = len(between) == 1 and between[0].text == "("
    if not preposition and not bracketed and _is_share(sentence, number):
        return None
    before = sentence.words[between[0].index - 1]
    led_to = preposition == "на" and sentence.words[before.index - 1].low in ("до", "на")
    if not bracketed and relative_kind(before) is None and not led_to:
        return None
    if any(_ends_list(sentence, word, preposition) for word in between if not _is_of(previous, word)):
        return None
    return going_on if not bracketed or closes_behind(sentence, number) else None


def dashed(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "Выросли выпуск муки – 8, сахара – 10, масла – 5%": a verb opens a row of labels with dashes."""
    words = sentence.words
    if preposition or relative_kind(number) is None or words[number.index - 1].text not in _DASHES:
        return None
    for word in reversed(words[max(0, number.index - _REACH) : number.index - 1]):
        if word.pos == "VERB":
            found = change_word(word)
            is_open = found is not None and found[0] is ChangeClass.VERB and is_predicate(word)
            return Change(found[1], word.index, found[0], "change.dashed") if found and is_open else None
        is_item_end = word.text == "," and words[word.index - 1].expression is not None
        is_shown = word.expression is not None or word.text in _DASHES or word.pos in _LABELLING
        if word.lemma in RATE_NOUNS or not (is_item_end or is_shown):
            return None
    return None


def _is_reached(sentence: Sentence, before: int) -> bool:
    """As in "вырос на 5%, до 2 млрд тенге (4 млн долларов)": what the change led to is an amount."""
    index = before_skipped(sentence.words, before - 1, BOUNDING)
    return index >= 0 and sentence.words[index].low == "до"


def _is_share(sentence: Sentence, number: Word) -> bool:
    """As in "выпуск вырос на 4%, причём 30% товаров вывезены": a bare percentage of what stands behind it."""
    behind = sentence.words[number.index + 1 : number.index + 2]
    before = sentence.words[number.index - 1].low
    is_of = (
        bool(behind) and behind[0].expression is None and any(r.case == "Gen" for r in behind[0].readings[:1])
    )
    return before in _OF_THEM or (is_of and before in _OPENING_SHARE)


def kept_over(sentence: Sentence, number: Word, previous: Change | None) -> Change | None:
    """The change before, where the number only tells where it led: "на 4%, до 48 тыс.", "на 4% (603)"."""
    if previous is None or is_amount_alone(sentence, number):
        return previous
    between = [word.low for word in _between(sentence, number)]
    is_led = between[-1:] == ["до"] and len(between) <= 2
    return previous if is_led and all(mark in _BEFORE_GOAL for mark in between[:-1]) else None


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


def _between(sentence: Sentence, number: Word) -> list[Word]:
    """The words between the number before and this one; none where this is the first.

    An amount alone in its bracket is passed over: "убийств – на 5,2% (603), грабежей – на треть".
    """
    between: list[Word] = []
    for word in reversed(sentence.words[max(0, number.index - _REACH) : number.index]):
        if word.expression is not None and not is_amount_alone(sentence, word):
            return between[::-1]
        between.append(word)
    return []


def _is_of(change: Change, word: Word) -> bool:
    """Whether a word states the change of the number before: "на 5% стало меньше краж, на 6% – угонов"."""
    return word.index == change.word or (word.index == change.word - 1 and word.lemma in BECOMING)


def _ends_list(sentence: Sentence, word: Word, preposition: str) -> bool:
    """Whether a word between two numbers begins something new; so does a bracket that closes."""
    if word.text == ")":
        return not preposition
    is_rate = word.lemma in RATE_NOUNS and sentence.words[word.index - 1].low != "том"  # "в том числе"
    is_verb = word.pos == "VERB" and not any(reading.is_participle for reading in word.readings[:1])
    return is_verb or is_rate or word.text == ":" or (word.text == ";" and preposition != "на")
