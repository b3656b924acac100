"""Rules for genitives that open the clause: "открытых вакансий насчитывалось 52 317".

Belongs here: what is counted or measured where it stands before the verb. Does not belong here: the noun
behind the number (`subject_counted`) and genitives with more between them and the number (`subject_topics`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_ending
from extractors.phrases.phrase_chain import THEIRS
from extractors.phrases.phrase_words import is_noun, noun_reading
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_words import is_of_amount
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_PRONOUNS = frozenset({"этот", "тот", "весь", "такой", "который", "другой", "остальной", "какой"})
_SOURCES = frozenset({"по", "согласно"})
_ALL = frozenset({"все", "всё", "всех"})
_BEFORE_VERB = frozenset({"было", "в", "не"})


def fronted(question: Question, discourse: Discourse) -> Subject | None:
    """As in "открытых вакансий насчитывалось 52 317", "Браков заключено 54,3 тыс."."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, adverbs=True)
    if index < 1 or words[index].pos != "VERB":
        return None
    if _is_of_them(words, question.number.index):
        told = (*discourse.earlier, *discourse.antecedents)
        named = next((a.subject for a in reversed(told) if a.family == question.family_code), None)
        return named.by("of_them") if named is not None else None
    index = max(0, before_skipped(words, index - 1, _BEFORE_VERB, adverbs=True, times=True))
    while index > 1 and words[index].in_place and words[index].has("NOUN", "Loc"):
        index = before_skipped(words, index - 1, _BEFORE_VERB)  # "жителей в Уральске насчитывалось"
    last = noun_phrase_left_of(words, index) or _substantive(words, index)
    phrase = usable(question, as_one(words, last)) if last is not None else None
    if phrase is None or _is_barred(words, phrase.first):
        return None
    head = words[phrase.head]
    if head.readings and noun_reading(head) is None:
        return subject_of(words, phrase, "fronted")
    reading = noun_reading(head, "Gen")
    if reading is None or any(not word.has("ADJ", "Gen") for word in words[phrase.first : phrase.head]):
        return None
    if head.has("NOUN", "Nom") and reading.number != "Plur" and reading is not head.readings[0]:
        return None
    return subject_of(words, phrase, "fronted")


def _is_of_them(words: Sequence[Word], number: int) -> bool:
    """As in "квартиры получили 70 из них": the number is of those named before."""
    behind = [word.low for word in words[number + 1 : number + 3]]
    return behind in (["из", "них"], ["из", "которых"])


def _substantive(words: Sequence[Word], index: int) -> Phrase | None:
    """As in "самозанятых насчитывается 2 млн": an attribute of many in the genitive that needs no noun."""
    forms = {(r.pos, r.number) for r in words[index].readings} if index >= 0 else set()
    stands_alone = forms == {("ADJ", "Plur")} and words[index].lemma not in _PRONOUNS
    return phrase_ending(words, index) if stands_alone else None


def _is_barred(words: Sequence[Word], first: int) -> bool:
    """Whether a genitive has another word over it, also past an owner: "на складах его продажи"."""
    if first > 2 and words[first - 1].low in THEIRS:
        first -= 1
        if words[first - 1].low == "и":  # "площадь цехов и их складов"
            first -= 1
    if first > 1 and words[first - 1].low in _ALL:
        first -= 1  # "поставки во все страны составили"
    return first > 0 and _bars(words, words[first - 1])


def _bars(words: Sequence[Word], before: Word) -> bool:
    """Whether the word before a genitive owns, counts or governs it, or joins it to such a one."""
    if before.text == "," and before.index:
        if words[segment_start(words, before.index)].low in _SOURCES:
            return False  # "по данным обследования, безработных было 3 тыс."
        return is_noun(words[before.index - 1]) and words[before.index - 1].has("NOUN", "Gen")
    if before.low == "и" and before.index:
        return words[before.index - 1].text.isupper()  # "силами МЧС и полиции спасено"
    return (
        before.pos == "ADP" or before.expression is not None or is_noun(before) or _is_numeral(words, before)
    )


def _is_numeral(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is a numeral of a rate, which is no expression: "на 10 тыс. жителей"."""
    if word.text == "." and word.index:
        word = words[word.index - 1]
    return is_of_amount(word) or word.pos == "NUM"
