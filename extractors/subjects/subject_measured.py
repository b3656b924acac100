"""Rules for numbers with a unit: the indicator whose value or share the number is.

Belongs here: genitives behind the number, verbs of amounts and units that name an indicator. Does not
belong here: measures before the number (`subject_instrument`), nouns of change (`subject_moves`).
"""

from extractors.changes.change_words import change_word
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import (
    PERCENT_BASES,
    UNIT_INDICATORS,
    UNIT_NOUNS,
)
from extractors.phrases.bounding_words import SKIPPED_BUT_NA, before_skipped
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    is_adjective,
    is_noun,
    noun_reading,
)
from extractors.phrases.phrases import Phrase, build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import rowed, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_marks import rate_indicator
from extractors.subjects.subject_shares import stated_of
from extractors.subjects.verb_nouns import verb_noun

# "5 граммов были": hardly ever of "быль".
_BE = "быть"


def genitive_behind(question: Question, discourse: Discourse) -> Subject | None:
    """As in "468,3 тонн медикаментов", "50% голосов избирателей"."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 < len(words) and _is_manner(words[index]) and is_adjective(words[index + 1]):
        index += 1  # "71 млрд временно свободных средств"
    phrase = usable(question, _phrase_behind(question, index)) if index < len(words) else None
    if phrase is None or words[phrase.head].low == "годовых":
        return None
    head = words[phrase.head]
    if head.readings and not noun_reading(head, "Gen") and not head.has("ADJ", "Gen"):
        return None
    if phrase.first < phrase.head and not words[phrase.first].has("ADJ", "Gen"):
        return None
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.family == question.family_code and _lacks_noun(words[phrase.head]):
        return question.attributed(last.subject, words[phrase.first : phrase.last + 1], "genitive.adjective")
    stated = stated_of(question, phrase)
    if stated is not None:
        return stated
    if question.family is Family.PERCENT and _restates(question, phrase):
        antecedent = discourse.last()
        if antecedent is not None:
            return antecedent.subject.by("apposition")
    return rowed(words, phrase, "genitive")


def _lacks_noun(head: Word) -> bool:
    """As in "7 км городской сети и 5 км сельской": an adjective in the singular stands for no noun."""
    own = head.readings[:1]
    return bool(own) and own[0].pos == "ADJ" and own[0].number == "Sing" and noun_reading(head) is None


def _phrase_behind(question: Question, index: int) -> Phrase | None:
    words = question.sentence.words
    if words[index].text in OPENING_QUOTES and index + 3 < len(words):
        is_word = words[index + 2].text in CLOSING_QUOTES and not is_noun(words[index + 1])
        index += 3 if is_word else 1  # "5 ГВт «зелёной» энергии", "5 кг «турецкой хны»"
    if _is_lookalike(question, words[index]):
        return build(words, index)
    return phrase_at(words, index) if is_noun(words[index]) or is_adjective(words[index]) else None


def _is_lookalike(question: Question, word: Word) -> bool:
    """As in "произведено 5 тонн стали": a noun that looks like a verb, where the clause has one already."""
    is_either = word.pos == "VERB" and noun_reading(word, "Gen") is not None and word.lemma != _BE
    if question.family is not Family.QUANTITY or not is_either:
        return False
    words, number = question.sentence.words, question.number.index
    behind = words[word.index + 1] if word.index + 1 < len(words) else None
    turns = behind is not None and any(r.case == "Ins" for r in behind.readings[:1])  # "стали лишними"
    return not turns and any(word.pos == "VERB" for word in words[:number])


def _is_manner(word: Word) -> bool:
    return word.pos == "ADV" and change_word(word) is None


def _restates(question: Question, phrase: Phrase) -> bool:
    """As in "232,4 млрд тенге, или 0,16% ВВП": the same thing as a share of a base."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, SKIPPED_BUT_NA)
    if index < 1:
        return False
    if (
        words[index].low == "или"
        or words[index].text == "("
        or words[index].lemma in ("эквивалентно", "эквивалентный", "равносильно")
    ):
        return phrase.head_lemma in PERCENT_BASES or words[index].low == "или"
    return phrase.head_lemma in PERCENT_BASES


def verb_noun_of(question: Question, _discourse: Discourse) -> Subject | None:
    """The noun that a verb of amounts stands for."""
    return verb_noun(question)


def unit_noun(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "10 тыс. контейнеров ДФЭ": the printed unit itself names what is counted."""
    unit = question.expression.unit
    noun = UNIT_NOUNS.get(unit.code) if unit is not None else None
    return Subject(noun, noun, "unit.noun") if noun and noun in question.number.low else None


def unit_indicator(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "добавят 14 ГВт": what a bare amount of such a unit measures."""
    unit = question.expression.unit
    noun = UNIT_INDICATORS.get(unit.base_unit) if unit is not None else None
    return Subject(noun, noun, "unit", "Fem") if noun else rate_indicator(question)
