"""Rules for numbers that count things: the counted noun behind the number.

Belongs here: the noun right behind the number, or shared with another one. Does not belong
here: the noun behind a dash (`subject_predicates`) or before the number (`subject_fronted`), verbs of level
(`subject_levels`) and people (`subject_people`).
"""

from dataclasses import replace

from extractors.expressions.expression import Expression
from extractors.language.words import Word
from extractors.lexicon.inflected_forms import adjective_agreeing
from extractors.phrases.phrase_attributes import MODIFIERS
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_chain import THEIRS
from extractors.phrases.phrase_participles import closing_noun
from extractors.phrases.phrase_words import (
    is_noun,
    is_plural_genitive,
    noun_reading,
)
from extractors.phrases.phrases import Phrase, build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import rowed
from extractors.subjects.questions import Question
from extractors.subjects.quoted_nouns import quoted_noun

_BRACKET = 10  # words of "(в том числе 14 сельских и 3 городские)"
_MANY, _TEENS = frozenset({0, 5, 6, 7, 8, 9}), frozenset({11, 12, 13, 14})
_WHERE = frozenset({"в", "во", "на"})
_BOUNDS = frozenset({"более", "больше", "менее", "меньше", "выше", "ниже"})
# Nouns of what things are about rather than where they are.
_SPHERES = frozenset({"сфера", "область", "отрасль", "рейтинг", "индекс", "зачёт", "структура"})
_COUNTED_CASES = frozenset({"Gen", "Nom"})


def counted(question: Question, _discourse: Discourse) -> Subject | None:
    """The noun right behind the number: "23 тыс. неправительственных организаций"."""
    words, index = question.sentence.words, question.number.index + 1
    quoted = quoted_noun(words, index)
    if quoted is not None:
        return rowed(words, quoted, "counted")
    if _is_modified(words, index):
        return rowed(words, build(words, index + 1, index + 1), "counted")
    index = _noun_at(question, index)
    phrase = phrase_at(words, index) if index >= 0 else None
    if phrase is None or phrase.head_lemma in ("год", "раз"):
        return None
    head = words[phrase.head]
    if noun_reading(head) is None and head.readings:
        return None
    if (
        head.readings
        and all(reading.case in ("Nom", "Acc") and reading.number == "Plur" for reading in head.readings[:2])
        and phrase.first == phrase.head
    ):
        return None  # "по двадцати двум сроки переносились": no numeral governs this form
    if phrase.first == phrase.head and not _may_be_governed(question, head):
        return None
    is_where = bool(head.readings) and all(r.case == "Loc" for r in head.readings[:2])
    if question.expression.unit is not None and is_where:
        return None  # "в Абайской – 5 тыс. голов и Костанайской – 8 тыс. голов областях"
    return rowed(words, in_governed_case(words, _without_where(words, phrase)), "counted")


def _noun_at(question: Question, index: int) -> int:
    """Where the counted noun and its attributes begin, -1 where none stands behind the number."""
    if _is_of_theirs(question, index):
        return index + 1
    if question.number.index in question.sentence.counted or _opens_attributes(question, index):
        return index
    return _shared_or_bracketed(question)


def _is_of_theirs(question: Question, index: int) -> bool:
    """As in "двух его заместителей": a possessive stands before the noun that is counted."""
    words = question.sentence.words
    if index >= len(words) or words[index].low not in THEIRS or question.expression.unit is not None:
        return False
    phrase = phrase_at(words, index + 1)
    return phrase is not None and noun_reading(words[phrase.head], "Gen") is not None


def _may_be_governed(question: Question, noun: Word) -> bool:
    """As in "в 14 работы продолжаются": behind a whole number of many a noun stands in the plural."""
    nouns = [reading for reading in noun.readings if reading.pos == "NOUN"]
    if not nouns or not _is_of_many(question.expression):
        return True
    return any((r.number == "Plur") != (r.case in ("Nom", "Acc")) for r in nouns)  # or "14 место", an ordinal


def _is_modified(words: list[Word], index: int) -> bool:
    """As in "1 437 ранее судимых", "40 впервые обратившихся": an adverb before a participle for people."""
    if index + 1 >= len(words) or words[index].low not in MODIFIERS or words[index].low == "не":
        return False
    behind = words[index + 2] if index + 2 < len(words) else None
    stands_alone = behind is None or not (is_noun(behind) or behind.pos == "ADJ")
    return stands_alone and is_plural_genitive(words[index + 1])


def _is_of_many(expression: Expression) -> bool:
    """Whether a bare whole number asks for a plural: 5 to 20, 25 to 30, but not 21 to 24."""
    value = expression.value
    if value is None or value % 1 or expression.scaled or expression.unit is not None:
        return False
    return value % 10 in _MANY or value % 100 in _TEENS


def _without_where(words: list[Word], phrase: Phrase) -> Phrase:
    """As in "22 склада в посёлках": where the counted things are does not say which ones they are."""
    length = len(phrase.adjunct.split())
    if not length or phrase.adjunct.split()[0] not in _WHERE:
        return phrase
    own = words[phrase.last - length + 1 : phrase.last + 1]
    noun = next((word for word in own if is_noun(word)), None)
    if noun is None or noun.lemma in _SPHERES or not noun.has("NOUN", "Loc"):
        return phrase
    return replace(phrase, last=phrase.last - length, adjunct="")


def in_governed_case(words: list[Word], phrase: Phrase) -> Phrase:
    """The phrase with the lemma of its genitive: "20 единиц спецтехники" are none of "спецтехник".

    Behind attributes only a genitive that the numeral asks for is another lemma: "2 новых кружка".
    """
    head = words[phrase.head]
    first, governed = noun_reading(head), noun_reading(head, "Gen")
    if first is None or governed is None or first.case == "Gen" or first.lemma == governed.lemma:
        return phrase
    attributes = words[phrase.first : phrase.head]
    if attributes and (first.case != "Nom" or governed.number != "Sing"):
        return phrase
    shown = [adjective_agreeing(word.text, governed.gender) for word in attributes]
    behind = phrase.text.partition(phrase.head_lemma)[2]
    text = " ".join([*shown, governed.lemma]) + behind
    return replace(phrase, written=lambda: text, head_lemma=governed.lemma)


def _shared_or_bracketed(question: Question) -> int:
    """Where the noun of "981 и 840 школ", "5 и более школ", "52 тыс. (39%) школьников" begins, -1 without."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 >= len(words):
        return -1
    if words[index].low in ("и", "или") and index + 1 in question.sentence.counted:
        return index + 2
    if words[index].low in ("и", "или") and words[index + 1].low in _BOUNDS:
        bounded = phrase_at(words, index + 2) if index + 2 < len(words) else None
        return index + 2 if bounded is not None and is_plural_genitive(words[bounded.head]) else -1
    if words[index].text != "(":
        return -1
    closing = next(
        (i for i in range(index + 1, min(len(words), index + _BRACKET)) if words[i].text == ")"), -1
    )
    phrase = phrase_at(words, closing + 1) if 0 <= closing < len(words) - 1 else None
    is_noun_behind = (
        phrase is not None and phrase.first == closing + 1 and is_plural_genitive(words[phrase.head])
    )
    return closing + 1 if is_noun_behind else -1


def _opens_attributes(question: Question, index: int) -> bool:
    """As in "10 тысяч приравненных к ним лиц", "5 не занятых граждан": what the tree does not count."""
    words = question.sentence.words
    if words[index + 1 : index + 2] and words[index + 1].text == ",":
        phrase = phrase_at(words, index)  # "13 крупных, средних и малых фирм"
        return phrase is not None and phrase.head > index + 1 and is_plural_genitive(words[phrase.head])
    if any(word.low in MODIFIERS for word in words[index : index + 3]) or _opens_manner(words, index):
        phrase = phrase_at(words, index)
        is_where = question.preposition in _WHERE  # "в 14 особо охраняемых зонах"
        return phrase is not None and (is_where or _is_counted_form(words, phrase))
    return index < len(words) and closing_noun(words, index, _COUNTED_CASES) is not None


def _opens_manner(words: list[Word], index: int) -> bool:
    """As in "два ярко выраженных пика": an adverb and a participle of many right behind the number."""
    behind = words[index + 1] if index + 1 < len(words) and words[index].pos == "ADV" else None
    return behind is not None and any(r.is_participle and r.number == "Plur" for r in behind.readings)


def _is_counted_form(words: list[Word], phrase: Phrase) -> bool:
    """Whether a head is the genitive of many, or of one behind attributes of many: "3 новых цеха"."""
    if is_plural_genitive(words[phrase.head]):
        return True
    attribute = words[phrase.head - 1]
    is_of_many = any((r.case, r.number) == ("Gen", "Plur") for r in attribute.readings if r.pos == "ADJ")
    return phrase.first < phrase.head and is_of_many and words[phrase.head].has("NOUN", "Gen")
