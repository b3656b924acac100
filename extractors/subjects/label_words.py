"""The words of a label: where the one that ends at a word begins, a preposition included.

Belongs here: the label that a noun phrase, a place or a time is. Does not belong here: finding the joint
between label and number (`labels`) and what sort of label a noun phrase is (`label_sorts`).
"""

from collections.abc import Sequence
from functools import partial

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import MONTHS, NOT_SUBJECTS
from extractors.phrases.conjuncts import from_first
from extractors.phrases.phrase_attributes import MODIFIERS
from extractors.phrases.phrase_bounds import phrase_at, phrase_ending
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import CLOSING_QUOTES, is_adjective, is_noun, only_in
from extractors.phrases.phrases import Phrase, build
from extractors.records import record
from extractors.subjects.label_sorts import LabelSort, label_sort

_WHERE = frozenset({"в", "во", "от", "из"})
_SETTLEMENTS = frozenset({"город", "село", "посёлок", "аул", "станица"})
_JOINED_BY = frozenset({"dash", "colon", "bracket"})
_OPENING = frozenset(',;:«"(')
_PURPOSES = {"на": "Acc", "для": "Gen"}
_ROW_CASES = ("Gen", "Ins", "Loc")
_PRONOUNS = frozenset({"них", "нём", "нем", "ней"})
_OUTCOMES = frozenset({"итогам", "результатам"})
_SCALES = frozenset({"тыс", "тысяч", "тысячу", "млн", "миллион"})


@record
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


def before_rate(words: Sequence[Word], index: int) -> int:
    """Skips what a rate is per: "смертность на 1000 человек – 6,7", "на 100 тысяч населения – 5"."""
    first = index - 1
    while first > 0 and words[first].expression is None and is_of_amount(words[first]):
        first -= 1
    return first - 1 if 0 < first < index - 1 and words[first].low == "на" else index


def is_of_amount(word: Word) -> bool:
    """Whether a word writes the amount that a rate is per: a numeral, a scale, the dot of one."""
    return word.text.isdigit() or word.text == "." or word.low in _SCALES


def label_ending(words: Sequence[Word], last: int, joint: str) -> Label | None:
    """The label whose last word is `last`."""
    word = words[last]
    if word.in_time or word.lemma in MONTHS:
        return _time_label(words, last, joint)
    if word.in_place:
        return _place_label(words, last, joint)
    if not (is_noun(word) or is_adjective(word) or word.text in CLOSING_QUOTES):
        return None
    ending = _over_pronoun(words, _with_receiver(words, phrase_ending(words, last)))
    phrase = _in_form_of(words, _over_row(words, ending, joint))
    if phrase is None:
        return None
    if len(words[phrase.head].text) == 1 and words[phrase.head].text.islower():
        return None  # the ending of a number: "2023-м"
    phrase = from_first(words, phrase) if joint in _JOINED_BY else phrase
    sort = label_sort(words, phrase)
    is_when = phrase.head_lemma in NOT_SUBJECTS or words[phrase.head].low in _OUTCOMES
    if sort is LabelSort.PREPOSITIONAL and is_when:
        sort = LabelSort.TIME  # "в аналогичном периоде", "по итогам квартала"
    return _past_where(words, Label(sort, phrase, _with_preposition(words, phrase.first), last, joint))


def _past_where(words: Sequence[Word], label: Label) -> Label:
    """As in "на строительство школы в селе – 5 млн": the purpose that the place only closes."""
    if label.first < 2 or words[label.first].low not in _WHERE or not is_noun(words[label.first - 1]):
        return label
    phrase = phrase_ending(words, label.first - 1)
    before = words[phrase.first - 1].low if phrase is not None and phrase.first else ""
    if phrase is None or before not in _PURPOSES or not words[phrase.head].has("NOUN", _PURPOSES[before]):
        return label
    last = phrase.last if label.sort is LabelSort.PLACE else label.last
    return Label(LabelSort.PREPOSITIONAL, phrase, phrase.first - 1, last, label.joint)


def _in_form_of(words: Sequence[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "продукты в виде муки (5 кг), сахара (2 кг)": what is named stands behind "в виде"."""
    if phrase is None or words[phrase.head].low != "виде" or phrase.head != phrase.first:
        return phrase
    inner = phrase_at(words, phrase.head + 1) if phrase.head < phrase.last else None
    return inner or phrase


def _with_receiver(words: Sequence[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "вреда здоровью – на 5%", "услуг населению": the dative behind a genitive belongs to it."""
    if phrase is None or phrase.first == 0 or not is_noun(words[phrase.first - 1]):
        return phrase
    if not only_in(words[phrase.head], "Dat") or not words[phrase.first - 1].has("NOUN", "Gen"):
        return phrase
    owner = phrase_ending(words, phrase.first - 1)
    return build(words, owner.head, owner.first, phrase.last) if owner is not None else phrase


def _over_pronoun(words: Sequence[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "гибель на них людей – на 16%": where, told by a pronoun, between a noun and its genitive."""
    if phrase is None or phrase.first < 3 or words[phrase.first - 1].low not in _PRONOUNS:
        return phrase
    noun = words[phrase.first - 3]
    is_led = words[phrase.first - 2].pos == "ADP" and is_noun(noun) and noun.has("NOUN", "Nom")
    owner = phrase_ending(words, noun.index) if is_led and words[phrase.head].has("NOUN", "Gen") else None
    return build(words, owner.head, owner.first, phrase.last) if owner is not None else phrase


def _over_row(words: Sequence[Word], phrase: Phrase | None, joint: str) -> Phrase | None:
    """As in "Объём перевозок грузов, открытых линий и услуг:", "на ремонт школ, больниц и дорог – 5".

    A row of one case that "и" closes goes back to what it is of, or to the preposition before it.
    """
    if phrase is None or phrase.first < 2:
        return phrase
    case = next((c for c in _ROW_CASES if words[phrase.head].has("NOUN", c)), "")
    item: Phrase | None = phrase
    while item is not None and words[item.head].has("NOUN", case) and _is_joined(words, item):
        item = phrase_ending(words, item.first - 2)
    if item is None or item is phrase:
        return phrase
    is_closed = joint != "adjacent" and words[phrase.first - 1].low == "и"
    is_led = item.first > 0 and words[item.first - 1].pos == "ADP"
    is_whole = item.head < item.last and (item.first == 0 or is_closed)
    return build(words, item.head, item.first, phrase.last) if is_whole or (is_led and is_closed) else phrase


def _is_joined(words: Sequence[Word], item: Phrase) -> bool:
    """Whether a comma or "и" joins a phrase to a noun before it."""
    is_tied = item.first > 2 and words[item.first - 1].low in (",", "и")
    return is_tied and is_noun(words[item.first - 2])


def _time_label(words: Sequence[Word], last: int, joint: str) -> Label:
    """The label before a time that only closes it, else the time itself."""
    first = last
    while first > 0 and words[first - 1].in_time:
        first -= 1
    before = first - 1
    if before >= 0 and words[before].pos == "ADP":
        before -= 1
    opens = before < 0 or words[before].text == "," or words[before].low == "числе"
    earlier = None if opens else label_ending(words, before_rate(words, before), joint)
    return earlier or Label(LabelSort.TIME, _bare(words, first, last), first, last, joint)


def _place_label(words: Sequence[Word], last: int, joint: str) -> Label:
    """The noun phrase that a place only closes, else the place itself."""
    first = last
    while first > 0 and words[first - 1].in_place:
        first -= 1
    named = _named_with_place(words, last, first, joint)
    start = _with_preposition(words, first)
    return named or _past_where(words, Label(LabelSort.PLACE, _bare(words, first, last), start, last, joint))


def _named_with_place(words: Sequence[Word], last: int, first: int, joint: str) -> Label | None:
    """As in "глубина месторождения Коксай": a noun phrase that a place name only closes, in the genitive."""
    if (
        first == 0
        or not is_noun(words[first - 1])
        or (words[last].has("NOUN", "Loc") and words[first - 1].pos == "ADP")
        or words[first - 1].lemma in _SETTLEMENTS
    ):
        return None
    phrase = phrase_ending(words, last)
    if phrase is None or phrase.head >= first:
        return None
    start = _with_preposition(words, phrase.first)
    return _past_where(words, Label(label_sort(words, phrase), phrase, start, last, joint))


def _bare(words: Sequence[Word], first: int, last: int) -> Phrase:
    return Phrase(last, first, last, "", partial(printed, words, first, last))


def _with_preposition(words: Sequence[Word], first: int) -> int:
    if first > 1 and words[first - 1].low in ("все", "всё"):
        first -= words[first - 2].pos == "ADP"
    if first > 1 and words[first - 1].low in MODIFIERS:
        first -= words[first - 2].pos == "ADP"  # "в особо крупном размере"
    return first - 1 if first > 0 and words[first - 1].pos == "ADP" else first


def is_source_of_money(words: Sequence[Word], label: Label) -> bool:
    """As in "за счёт средств бюджета", "из средств бюджета"."""
    if words[label.first].low == "из":
        return words[label.first + 1].low == "средств"
    return words[label.first].low == "за" and words[label.first + 1].low in ("счёт", "счет")
