"""Rules for numbers that give the value of a mark or rate: "ниже уровня размещения (25 долларов)".

Belongs here: a mark right before a bracket, a bracketed yield behind an amount, "с показателем N",
"с поголовьем в N", debts.
Does not belong here: measures at large (`subject_instrument`), labels before a bracket (`subject_labelled`).
"""

from extractors.expressions.expression import Expression
from extractors.lexicon.subject_lexicon import BARE_POINTERS, MARK_NOUNS, RATE_INDICATORS
from extractors.numbers.number_table import WordClass
from extractors.numbers.numerals import Ending
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at, phrase_ending
from extractors.phrases.phrase_words import is_noun, only_in
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Family, Question
from extractors.units.units import UnitKind

_ENDS_OF_WAYS = frozenset({"от", "до", "у"})
_OWING = frozenset({"должен", "должна", "должно", "должны"})


def mark_in_bracket(question: Question, discourse: Discourse) -> Subject | None:
    """As in "ниже уровня первичного размещения (25 долларов)": the bracket says how high the mark is.

    The end of a way has its own height or size too: "от озера (1600 м) до перевала Кара-Кыр (3100 м)".
    """
    words, opening = question.sentence.words, question.number.index - 1
    if opening < 1 or words[opening].text not in "(–—" or question.change is not None:
        return None
    phrase = phrase_ending(words, opening - 1)
    if phrase is None or phrase.first == 0:
        return None
    before = words[phrase.first - 1]
    if words[opening].text != "(" and before.low not in ("ниже", "выше"):
        return None  # "доход ниже прожиточного минимума – 50 тыс. тенге"
    if phrase.head_lemma not in MARK_NOUNS and not (_is_length(question) and before.low in _ENDS_OF_WAYS):
        return None
    if before.pos != "ADP" and before.low not in BOUNDING:
        return None
    if phrase.last == phrase.head and discourse.last_in(question.sentence_index) is not None:
        return None  # "61%, что выше среднего уровня (54%)": of what was told before, elsewhere
    return subject_of(words, phrase, "mark.bracket")


def _is_length(question: Question) -> bool:
    unit = question.expression.unit
    return question.family is Family.QUANTITY and unit is not None and unit.base_unit == "m"


def rate_in_bracket(question: Question, discourse: Discourse) -> Subject | None:
    """As in "намолот – 20 млн тонн (14,8 ц/га)": a rate of what was just measured has a name of its own."""
    words, before = question.sentence.words, question.number.index - 1
    last = discourse.last_in(question.sentence_index)
    goes_on = last is not None and last.family != question.family_code  # but "215 ц/га (198)": the same
    return rate_indicator(question) if goes_on and words[before].text == "(" else None


def rate_indicator(question: Question) -> Subject | None:
    """What a unit per another one measures where nothing else says it ("ц/га": "урожайность")."""
    unit, per = question.expression.unit, question.expression.per
    if unit is None or per is None:
        return None
    measured = "money" if unit.kind is UnitKind.MONEY else unit.base_unit
    noun = RATE_INDICATORS.get(f"{measured}/{per}")
    return Subject(noun, noun, "unit.rate", "Fem") if noun else None


def with_pointer(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "отстают с показателем ниже 55%": the instrumental names the number, whatever it points to."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, BOUNDING)
    if index < 1 or words[index - 1].low not in ("с", "со") or words[index].lemma not in BARE_POINTERS:
        return None
    phrase = noun_phrase_left_of(words, index)
    return subject_of(words, phrase, "instrument") if phrase is not None else None


def with_amount(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "район с поголовьем в 236 тыс. голов": "с" and "в" tie a number to what it is the amount of."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, BOUNDING)
    phrase = noun_phrase_left_of(words, index - 1) if index > 1 and words[index].low == "в" else None
    if phrase is None or phrase.first == 0 or words[phrase.first - 1].low not in ("с", "со"):
        return None
    head = words[phrase.head]
    is_had = only_in(head, "Ins") and head.readings[0].number == "Sing" and not head.in_place
    return subject_of(words, phrase, "instrument") if is_had else None


def debt(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "завод должен поставщикам 2 млрд тенге": a sum that somebody owes, no infinitive behind."""
    words, number = question.sentence.words, question.number.index
    unit = question.expression.unit
    if unit is None or unit.kind is not UnitKind.MONEY:
        return None
    segment = words[segment_start(words, number) : number]
    owes = next((word for word in segment if word.low in _OWING), None)
    if owes is None or any(
        reading.verb_form == "Inf" for word in words[owes.index : number + 6] for reading in word.readings[:1]
    ):
        return None
    return Subject("долг", "долг", "verb.noun", "Masc")


def ranked(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "второй по объёму вклада инвестор": the noun behind what the rank goes by."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 >= len(words) or words[index].low != "по" or not _is_ordinal(question.expression):
        return None
    measure = phrase_at(words, index + 1)
    if measure is None or not words[measure.head].has("NOUN", "Dat"):
        return None
    phrase = phrase_at(words, measure.last + 1) if measure.last + 1 < len(words) else None
    if phrase is None or not is_noun(words[phrase.head]):
        return None
    return subject_of(words, phrase, "ranked")


def _is_ordinal(expression: Expression) -> bool:
    return expression.word_class is WordClass.ORDINAL or expression.ending is Ending.ORDINAL
