"""Rules for terms of credit, sizes and growth of what stands apart: "лизинг под 5%", "станция на 1 ГВт".

Belongs here: nouns that stand before the number with a preposition of their own and are what it is told of.
Does not belong here: labels (`subject_labelled`), complements of words of change (`subject_moves`).
"""

from dataclasses import replace

from extractors.changes.change_words import ChangeClass, change_word
from extractors.language.words import Word
from extractors.phrases.bounding_words import BOUNDING, SKIPPED, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import is_noun, noun_reading
from extractors.phrases.phrases import Phrase, build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.hung_phrases import hung_on
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

_UNDER, _YEARLY = "под", "годовых"
_CREDITS = frozenset(
    {"кредит", "заём", "займ", "микрокредит", "ипотека", "лизинг", "рассрочка", "ссуда", "кредитование"}
    | {"вклад", "депозит"}
)
_GIVEN_FOR = frozenset({"на", "для", "в", "по", "под"})
_MOST_HANGING = 3
_RATE = "ставка"
_TERM = SKIPPED | {"срок", "сроком"}
_POWER, _HEADS = "W", "{head}"
_HAVING = frozenset({"с", "со"})
_OPENS_ROW = frozenset({",", ";", ":", "и"})


def under_rate(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "изменения в программе лизинга под 5% годовых": the credit, and not who gives or gets it."""
    words = question.sentence.words
    under = before_skipped(words, question.number.index - 1)
    if under < 0 or words[under].low != _UNDER:
        return _credit_before(question, under)
    phrase = usable(question, noun_phrase_left_of(words, _before_term(words, under - 1)))
    phrase = phrase if phrase is None or phrase.head_lemma in _CREDITS else _given_for(words, phrase)
    if phrase is not None:
        return subject_of(words, phrase, "terms")
    return Subject(_RATE, _RATE, "terms", "Fem")


def _given_for(words: list[Word], phrase: Phrase) -> Phrase:
    """As in "займы на покупку скота под 6%", "кредиты на учёбу в вузах под 3%": what is given for it."""
    own: Phrase | None = phrase
    for _ in range(_MOST_HANGING):
        if own is None or own.first < 2 or words[own.first - 1].low not in _GIVEN_FOR:
            break
        own = noun_phrase_left_of(words, own.first - 2)
        if own is not None and own.head_lemma in _CREDITS:
            return own
    return phrase


def _credit_before(question: Question, last: int) -> Subject | None:
    """As in "предоставление займов 2-3% годовых": the credit right before its rate."""
    words, behind = question.sentence.words, question.number.index + 1
    if behind >= len(words) or words[behind].low != _YEARLY or last < 0 or words[last].lemma not in _CREDITS:
        return None
    return subject_of(words, build(words, last, last=last), "terms") if is_noun(words[last]) else None


def _before_term(words: list[Word], index: int) -> int:
    """Steps over how long credit is given for: "в лизинг до 7 лет под 5%"."""
    return before_skipped(words, index - 1, _TERM) if index > 0 and words[index].expression else index


def of_capacity(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "строительство станций на 1 ГВт", "ферма на 400 голов": a capacity stands behind what has it."""
    words, unit = question.sentence.words, question.expression.unit
    if unit is None or question.change is not None:
        return None
    if unit.base_unit != _POWER and unit.code != _HEADS:
        return _of_listed(question)
    on = before_skipped(words, question.number.index - 1, BOUNDING)
    if on < 1 or words[on].low != "на":
        return None
    if unit.base_unit == _POWER and _has_genitive(words, question.number.index + 1):
        return None  # "торги на 4 ГВт новых мощностей"
    phrase = noun_phrase_left_of(words, on - 1)
    if phrase is not None and phrase.first > 1 and words[phrase.first - 1].low in _HAVING:
        phrase = noun_phrase_left_of(words, phrase.first - 2) or phrase  # "станция с баками на 1 ГВт"
    phrase = usable(question, phrase)
    if phrase is None:
        return None
    return subject_of(words, phrase, "capacity.of")


def _of_listed(question: Question) -> Subject | None:
    """As in "открыты мельница на 5 тонн, завод по выпуску муки на 7 тонн": a row of what holds or makes."""
    words = question.sentence.words
    on = before_skipped(words, question.number.index - 1, BOUNDING)
    if question.family is not Family.QUANTITY or on < 1 or words[on].low != "на":
        return None
    nearest = noun_phrase_left_of(words, on - 1)
    phrase = usable(question, hung_on(words, nearest))
    if phrase is None or nearest is None or (phrase.first and words[phrase.first - 1].low not in _OPENS_ROW):
        return None
    noun = noun_reading(words[phrase.head])
    if noun is None or noun.case not in ("Nom", "Acc") or _has_genitive(words, question.number.index + 1):
        return None
    adjunct = printed(words, phrase.last + 1, nearest.last) if phrase is not nearest else ""
    return replace(subject_of(words, phrase, "capacity.of"), adjunct=adjunct)


def _has_genitive(words: list[Word], start: int) -> bool:
    """Whether a genitive begins at `start`."""
    phrase = phrase_at(words, start) if start < len(words) else None
    return phrase is not None and words[phrase.head].has("NOUN", "Gen")


def grown_before(question: Question, discourse: Discourse) -> Subject | None:
    """As in "утверждено повышение тарифов. Средний рост составил 15%": a bare word of change goes on."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 0:
        return None
    return changed_before(discourse)


def changed_before(discourse: Discourse) -> Subject | None:
    """As in "намечен рост выпуска. В этом году – на 5%": what the last word of change before is about."""
    for word in reversed(discourse.before):
        entry = change_word(word) if word.pos == "NOUN" else None
        if entry is not None and entry[0] is ChangeClass.NOUN:
            phrase = phrase_at(discourse.before, word.index + 1)
            is_of = phrase is not None and noun_reading(discourse.before[phrase.head], "Gen") is not None
            return subject_of(discourse.before, phrase, "change.before") if phrase and is_of else None
    return None
