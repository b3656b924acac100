"""Labels: the words a number is tied to by a dash, colon, comma, bracket or copula-less order.

Belongs here: finding the label before a number ("в обрабатывающей – 103,5", "пшеница (2,3 млн)")
and telling its sort. Does not belong here: what a label of each sort means for the subject
(`subjects`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.phrase_form import agree
from extractors.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading
from extractors.phrases import Phrase, is_preposed, phrase_ending
from extractors.subject_lexicon import MONTHS, NOT_SUBJECTS
from extractors.words import Sentence, Word


class LabelSort(StrEnum):
    """What a label says of its number."""

    NAME = "name"  # a noun phrase that may be what is measured: "пшеница – 5"
    GENITIVE = "genitive"  # "овса – 250 тыс.", "смертности – 6,7"
    OBLIQUE = "oblique"  # a case that only a verb before can govern: "капусту – 6,2%"
    PREPOSITIONAL = "prepositional"  # a slice of what is measured: "в городе – 26,8"
    PLACE = "place"  # "Алматы (16,3%)"
    ADJECTIVE = "adjective"  # "обрабатывающая – 5"
    TIME = "time"  # "2024 год – 16,2"


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a number.

    Attributes:
        sort: What it says.
        phrase: Its phrase; for a time or place just its words.
        first: Index of its first word, a preposition included.
        last: Index of its last word.
        joint: What ties it: "dash", "colon", "comma", "bracket" or "bar".
    """

    sort: LabelSort
    phrase: Phrase
    first: int
    last: int
    joint: str


_JOINTS = {
    "–": "dash",
    "—": "dash",
    "-": "dash",
    "−": "dash",
    ":": "colon",
    ",": "comma",
    "|": "bar",
    "(": "bracket",
}
BOUNDING = frozenset(
    {
        "не",
        "ниже",
        "выше",
        "менее",
        "более",
        "больше",
        "меньше",
        "около",
        "порядка",
        "почти",
        "свыше",
        "лишь",
        "только",
        "всего",
        "уже",
        "примерно",
    }
)
"""Words that only bound the number: a label may stand right before them."""
SKIPPED = frozenset(
    {
        "около",
        "порядка",
        "более",
        "свыше",
        "почти",
        "на",
        "в",
        "до",
        "менее",
        "лишь",
        "только",
        "всего",
        "уже",
        "примерно",
        "по",
        "от",
        "с",
        "за",
        "не",
        "чуть",
        "больше",
        "меньше",
        "соответственно",
        "их",
        "сразу",
        "у",
        "еще",
        "ещё",
        "чем",
        "из",
        "выше",
        "ниже",
        "минус",
        "плюс",
    }
)


_INSERTED_REACH = 14


def find_label(sentence: Sentence, number: Word) -> Label | None:
    """The label of a number, None if no dash, colon, comma or bracket ties one to it."""
    words = sentence.words
    index = number.index - 1
    while index >= 0 and words[index].low in SKIPPED:
        index -= 1
    if index < 0:
        return None
    if words[index].text not in _JOINTS:
        skipped = words[index + 1 : number.index]
        return _adjacent(words, index) if all(word.low in BOUNDING for word in skipped) else None
    joint = _JOINTS[words[index].text]
    if index == 0:
        return None
    last = before_bracket(words, _before_inserted(words, index - 1))
    if last < 0 or words[last].expression is not None:
        return None
    return label_ending(words, last, joint)


def _before_inserted(words: list[Word], index: int) -> int:
    """Skips a participle's clause that a comma closes: "доля хозяйств, имеющих прибыль, – 70%"."""
    if words[index].text != ",":
        return index
    for opening in range(index - 1, max(-1, index - _INSERTED_REACH), -1):
        if words[opening].text in ";:()":
            return index
        if words[opening].text == ",":
            opens = words[opening + 1]
            is_clause = opens.lemma == "который" or any(r.is_participle for r in opens.readings[:2])
            return opening - 1 if is_clause and opening else index
    return index


def _adjacent(words: list[Word], last: int) -> Label | None:
    """As in "экспорт 58,3 млрд, импорт 44,8 млрд": a nominative right before the number."""
    word = words[last]
    if word.in_time or word.in_place or not (is_noun(word) or _is_counted_form(word)):
        return None
    label = label_ending(words, last, "adjacent")
    if label is None or not (label.sort is LabelSort.NAME or _is_counted_form(words[label.phrase.head])):
        return None
    before = words[label.first - 1] if label.first else None
    opens = (
        before is None
        or before.text in ",;:(–—|)"
        or before.low in ("и", "числе", "а", "-", "это", "т.ч", "ч", "же")
        or before.expression is not None
    )
    return label if opens else None


def _is_counted_form(noun: Word) -> bool:
    """Whether a form can only be a plural genitive, as counted things before their number are."""
    return all(r.case in ("Gen", "Acc", "Loc") and r.number == "Plur" for r in noun.readings) and bool(
        noun.readings
    )


def before_bracket(words: list[Word], index: int) -> int:
    """Skips a bracket that stands between label and joint: "дизтоплива (402 тыс. т) – на 19"."""
    if words[index].text == ")":
        while index > 0 and words[index].text != "(":
            index -= 1
        return index - 1
    return index


def label_ending(words: list[Word], last: int, joint: str) -> Label | None:
    """The label whose last word is `last`."""
    if words[last].in_time or words[last].lemma in MONTHS:
        first = last
        while first > 0 and words[first - 1].in_time:
            first -= 1
        before = first - 1
        if before >= 0 and words[before].pos == "ADP":
            before -= 1
        opens = before < 0 or words[before].text == "," or words[before].low == "числе"
        earlier = None if opens else label_ending(words, before, joint)
        return earlier or Label(LabelSort.TIME, _bare(words, first, last), first, last, joint)
    if words[last].in_place:
        first = last
        while first > 0 and words[first - 1].in_place:
            first -= 1
        named = _named_with_place(words, last, first, joint)
        return named or Label(
            LabelSort.PLACE, _bare(words, first, last), _with_preposition(words, first), last, joint
        )
    if not (is_noun(words[last]) or is_adjective(words[last]) or words[last].text in '»"”'):
        return None
    phrase = phrase_ending(words, last)
    if phrase is None:
        return None
    if len(words[phrase.head].text) == 1 and words[phrase.head].text.islower():
        return None  # the ending of a number: "2023-м"
    sort = label_sort(words, phrase)
    if sort is LabelSort.PREPOSITIONAL and phrase.head_lemma in NOT_SUBJECTS:
        sort = LabelSort.TIME  # "в аналогичном периоде"
    return Label(sort, phrase, _with_preposition(words, phrase.first), last, joint)


def _named_with_place(words: list[Word], last: int, first: int, joint: str) -> Label | None:
    """As in "глубина месторождения Коксай": a noun phrase that a place name only closes, in the genitive."""
    if (
        first == 0
        or not is_noun(words[first - 1])
        or (words[last].has("NOUN", "Loc") and words[first - 1].pos == "ADP")
    ):
        return None
    phrase = phrase_ending(words, last)
    if phrase is None or phrase.head >= first:
        return None
    return Label(label_sort(words, phrase), phrase, _with_preposition(words, phrase.first), last, joint)


def _bare(words: list[Word], first: int, last: int) -> Phrase:
    return Phrase(last, first, last, " ".join(word.text for word in words[first : last + 1]), "")


def _with_preposition(words: list[Word], first: int) -> int:
    return first - 1 if first > 0 and words[first - 1].pos == "ADP" else first


def label_sort(words: list[Word], phrase: Phrase) -> LabelSort:
    """The sort of a label that is a noun phrase."""
    if phrase.first > 0 and is_preposed(words, phrase) and words[phrase.first - 1].low != "прежде":
        return LabelSort.PREPOSITIONAL
    head = words[phrase.head]
    if noun_reading(head) is None and head.readings:
        return LabelSort.ADJECTIVE
    if not head.readings:
        return LabelSort.NAME
    cases = {reading.case for reading in head.readings if reading.pos == "NOUN"}
    attributes = [word for word in words[phrase.first : phrase.head] if adjective_reading(word)]
    behind = words[phrase.last]
    if phrase.last == phrase.head + 1 and is_adjective(behind) and agree(behind, head):
        attributes.append(behind)  # "лука репчатого"
    for word in attributes:
        cases &= {reading.case for reading in word.readings if reading.pos == "ADJ"} or cases
    if {"Nom", "Gen"} <= cases:
        return LabelSort.NAME if _weight(head, "Nom") >= _weight(head, "Gen") else LabelSort.GENITIVE
    if "Nom" in cases:
        return LabelSort.NAME
    return LabelSort.GENITIVE if "Gen" in cases else LabelSort.OBLIQUE


def _weight(word: Word, case: str) -> float:
    return sum(reading.score for reading in word.readings if reading.pos == "NOUN" and reading.case == case)


def noun_phrase_left_of(words: list[Word], index: int) -> Phrase | None:
    """The phrase that ends right at `index`, if a noun or a closing quote stands there."""
    if index < 0 or not (is_noun(words[index]) or words[index].text in '»"”'):
        return None
    return phrase_ending(words, index)


def segment_start(words: Sequence[Word], position: int) -> int:
    """Index of the first word behind the last comma, semicolon, colon or number before `position`."""
    first = position
    while first > 0 and words[first - 1].text not in (",", ";", ":") and words[first - 1].expression is None:
        first -= 1
    return first
