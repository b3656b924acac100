"""Labels: the words a number is tied to by a dash, colon, comma, bracket or copula-less order.

Belongs here: finding the label before a number ("в обрабатывающей – 103,5", "пшеница (2,3 млн)"). Does
not belong here: which words a label takes (`label_words`), its sort (`label_sorts`) and what it means
for the subject (`subject_labelled`).
"""

from dataclasses import replace

from extractors.language.inserted_clauses import before_inserted
from extractors.language.words import Sentence, Word
from extractors.lexicon.readings import are_of_people
from extractors.lexicon.subject_lexicon import POPULATIONS
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import phrase_ending
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import build, is_preposed
from extractors.phrases.segments import before_bracket
from extractors.subjects.label_sorts import LabelSort, label_sort
from extractors.subjects.label_words import Label, before_rate, is_source_of_money, label_ending

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
_OPENING = frozenset({"и", "числе", "а", "-", "это", "т.ч", "ч", "же", "них", "которых"})
# "ставка 6%, аванс от 15%": what may stand between a label and its number.
_BEFORE_VALUE = BOUNDING | {"от", "до"}
_MEASURED_BY = frozenset(
    {"шириной", "длиной", "площадью", "мощностью", "вместимостью", "высотой", "протяжённостью"}
    | {"протяженностью"}
)
_DASHES = frozenset("–—-")
_YEARS = ("лет", "года")
_OF_AGE = frozenset({"до", "от", "старше", "младше", "моложе", "в", "возрасте", "и", "-", "–"})
_REST, _SHORTEST_REST = frozenset({"д", "п", "др", "пр"}), 3
_EXCEPTED_REACH = 8
ONLY_LEADING = frozenset({"числе", "частности"})
_OBLIQUE = frozenset({"Gen", "Acc", "Loc"})


def find_label(sentence: Sentence, number: Word) -> Label | None:
    """The label of a number, None if no dash, colon, comma or bracket ties one to it."""
    words = sentence.words
    index = before_skipped(words, number.index - 1)
    if index < 0:
        return None
    if words[index].text not in _JOINTS:
        skipped = words[index + 1 : number.index]
        return _adjacent(words, index) if all(word.low in _BEFORE_VALUE for word in skipped) else None
    joint = _JOINTS[words[index].text]
    if index == 0:
        return None
    last = _before_exception(words, _before_rest(words, index - 1))
    last = before_rate(words, before_bracket(words, before_inserted(words, last)))
    last = _before_age(words, _before_measured(words, last))
    if joint == "comma" and words[index - 1].text == ")" and _is_named_behind(words, number):
        return None
    if last < 0 or words[last].expression is not None or words[last].low in ONLY_LEADING:
        return None  # "в том числе: 4", "в частности, 4 млн"
    label = label_ending(words, last, joint)
    if label is not None and joint == "comma" and _is_inserted_participle(words, label.first):
        return None
    return _over_counted(words, label) if label is not None and label.first > 1 else label


def _is_named_behind(words: list[Word], number: Word) -> bool:
    """As in "40 – взрослые (20%), 25 – дети": a list of numbers that name what stands behind them."""
    return number.index + 2 < len(words) and words[number.index + 1].text in _DASHES


def _over_counted(words: list[Word], label: Label) -> Label:
    """As in "мощность 148 станций – 3 ГВт": what the counted ones of a label belong to is the label."""
    owner = label.phrase.first - 2
    if label.first != label.phrase.first or words[owner + 1].expression is None or not is_noun(words[owner]):
        return label
    phrase = phrase_ending(words, owner)
    if phrase is None or (phrase.head == owner and not words[owner].has("NOUN", "Nom")):
        return label
    if not words[phrase.head].has("NOUN", "Nom") or is_preposed(words, phrase):
        return label
    whole = build(words, phrase.head, phrase.first, label.last)
    return replace(label, sort=label_sort(words, whole), phrase=whole, first=phrase.first)


def _before_rest(words: list[Word], index: int) -> int:
    """Skips what only stands for more of the same: "пенсии, пособия и т. д. – 20%", "мука и др. (5 т)"."""
    end = index - (words[index].text == ".")
    if end < _SHORTEST_REST or words[end].low not in _REST:
        return index
    joint = next((i for i in range(end - 1, end - _SHORTEST_REST - 1, -1) if words[i].low == "и"), 0)
    return joint - 1 if joint else index


def _before_exception(words: list[Word], index: int) -> int:
    """Skips what the label is told without: "изделия, за исключением машин и станков (28,7%)"."""
    for i in range(index, max(1, index - _EXCEPTED_REACH), -1):
        word = words[i]
        if word.expression is not None or word.pos == "VERB" or word.text in ";:()":
            return index
        if word.low == "исключением" or (word.low == "кроме" and words[i + 1].low != "того"):
            before = i - 1 - (words[i - 1].low == "за")
            return before - (words[before].text == ",") if before > 0 else index
    return index


def _before_measured(words: list[Word], index: int) -> int:
    """Skips what measures the label's own noun: "улицы шириной 4 ряда – 12 км", "цеха площадью 60 м – 5"."""
    if index < 2:
        return index
    number = index - (words[index].expression is None)
    is_measured = words[number].expression is not None and words[number - 1].low in _MEASURED_BY
    return number - 2 if is_measured and number > 1 else index


def _before_age(words: list[Word], index: int) -> int:
    """Skips how old the label's people are: "молодёжи до 35 лет – 28%", "лиц в возрасте от 50 лет – 4%"."""
    if index < 2 or words[index].low not in _YEARS or not words[index - 1].low[0].isdigit():
        return index
    before = index - 1
    while before > 0 and (words[before].low[0].isdigit() or words[before].low in _OF_AGE):
        before -= 1
    noun = words[before]
    return before if noun.lemma in POPULATIONS or are_of_people(noun.readings) else index


def _is_inserted_participle(words: list[Word], first: int) -> bool:
    """As in "снизить число дорог, требующих ремонта, до 5%": a participle between commas."""
    opens = first > 1 and words[first - 1].text == "," and is_noun(words[first - 2])
    return opens and any(reading.is_participle for reading in words[first].readings[:2])


def _adjacent(words: list[Word], last: int) -> Label | None:
    """As in "экспорт 58,3 млрд, импорт 44,8 млрд": a nominative right before the number."""
    word = words[last]
    if word.in_time or word.in_place or not (is_noun(word) or _is_counted_form(word)):
        return None
    label = label_ending(words, last, "adjacent")
    if label is None:
        return None
    is_named = label.sort is LabelSort.NAME or _is_counted_form(words[label.phrase.head])
    if not is_named and not is_source_of_money(words, label):
        return None
    before = words[label.first - 1] if label.first else None
    opens = (
        before is None or before.text in ",;:(–—|)" or before.low in _OPENING or before.expression is not None
    )
    return label if opens and not _ends_led_row(words, label.first) else None


def _ends_led_row(words: list[Word], first: int) -> bool:
    """As in "тратит на науку и образование 5 млн": "и" joins it to what "на" leads."""
    if first < 2 or words[first - 1].low != "и" or not is_noun(words[first - 2]):
        return False
    before = phrase_ending(words, first - 2)
    return before is not None and before.first > 0 and words[before.first - 1].low == "на"


def _is_counted_form(noun: Word) -> bool:
    """Whether a form is a genitive of many, as things counted before their number are: "молодёжи 110"."""
    readings = noun.readings
    if noun.lemma in POPULATIONS and noun.has("NOUN", "Gen"):
        return True
    return bool(readings) and all(r.case in _OBLIQUE and r.number == "Plur" for r in readings)
