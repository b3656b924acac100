"""Rules for numbers with a unit: the indicator whose value or share the number is.

Belongs here: genitives behind the number, verbs of amounts and units that name an indicator. Does not
belong here: measures before the number (`subject_instrument`), nouns of change (`subject_moves`).
"""

from dataclasses import replace

from extractors.changes.change_comparatives import COMPARED
from extractors.changes.change_words import ChangeClass, change_word
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import (
    BARE_POINTERS,
    MARK_NOUNS,
    PERCENT_BASES,
    TARGET_NOUNS,
    UNIT_INDICATORS,
    UNIT_NOUNS,
)
from extractors.phrases.bounding_words import BOUNDING, SKIPPED_BUT_NA, before_skipped
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_attributes import MODIFIERS
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    is_adjective,
    is_noun,
    noun_reading,
    only_in,
)
from extractors.phrases.phrases import Phrase, build, is_preposed
from extractors.phrases.segments import segment_start
from extractors.subjects.clauses import clause_subject
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import rowed, subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_marks import rate_indicator
from extractors.subjects.subject_resumed import is_dashed_share
from extractors.subjects.subject_shares import stated_of
from extractors.subjects.verb_nouns import verb_noun
from extractors.units.units import UnitKind

# "5 граммов были": hardly ever of "быль".
_BE = "быть"
# "В 2 раза", "в 61 год" say how or when; marks are of something named elsewhere.
_NO_SIZES = frozenset({"times", "a"})
_BOUNDS = frozenset({"более", "больше", "менее", "меньше"})
_LEVELS = frozenset({"уровне", "пределах"})
_WHOSE = frozenset({"их", "его", "её", "ее", "своих", "своей", "своего"})
_MARKED = frozenset({"уровень", "отметка", "рубеж"})
_SIZES, _DASHES = frozenset({"мощность", "производительность", "способность"}), frozenset("–—-")
_LAST_YEARS = "прошлогодн"
_KEEPING = frozenset({"поддержание", "сохранение", "удержание"})
_MARKS = TARGET_NOUNS | MARK_NOUNS | BARE_POINTERS | {"минимум", "максимум"}


def genitive_behind(question: Question, discourse: Discourse) -> Subject | None:
    """As in "468,3 тонн медикаментов", "50% голосов избирателей"."""
    words, index = question.sentence.words, _start_behind(question)
    phrase = usable(question, _phrase_behind(question, index)) if index < len(words) else None
    if phrase is None or words[phrase.head].low == "годовых" or _is_compared_with(question, phrase):
        return None
    if _is_of_size(question):
        return None
    head = words[phrase.head]
    if head.readings and not noun_reading(head, "Gen") and not head.has("ADJ", "Gen"):
        return None
    first = words[phrase.first + (words[phrase.first].low in MODIFIERS)]
    if first.index < phrase.head and not first.has("ADJ", "Gen"):
        return None
    last = discourse.last_in(question.sentence_index)
    is_joined = question.family is Family.MONEY and words[question.number.index - 1].low == "и"
    is_alike = last is not None and last.family == question.family_code
    if last is not None and is_alike and _lacks_noun(words[phrase.head], is_joined_sum=is_joined):
        return question.attributed(last.subject, words[phrase.first : phrase.last + 1], "genitive.adjective")
    stated = stated_of(question, phrase)
    if stated is not None:
        return stated
    own = _of_own_verb(question, phrase)
    if own is not None:
        return own
    if question.family is Family.PERCENT and _restates(question, phrase):
        antecedent = discourse.last()
        if antecedent is not None:
            return antecedent.subject.by("apposition")
    return rowed(words, phrase, "genitive")


def _is_of_size(question: Question) -> bool:
    """As in "проектная мощность – 300 тонн меди в год": a label that names how much can be done."""
    words, joint = question.sentence.words, before_skipped(question.sentence.words, question.number.index - 1)
    if joint < 1 or words[joint].text not in _DASHES or question.family is not Family.QUANTITY:
        return False
    label = noun_phrase_left_of(words, joint - 1)
    return label is not None and label.head_lemma in _SIZES and words[label.head].has("NOUN", "Nom")


def _is_compared_with(question: Question, phrase: Phrase) -> bool:
    """As in "выше на 5% уровня прошлого года", "больше на 3 т прошлогоднего": the base of a comparison."""
    change, head = question.change, question.sentence.words[phrase.head]
    if change is None or change.word_class is not ChangeClass.COMPARATIVE:
        return False
    is_base = head.lemma in COMPARED or head.low.startswith(_LAST_YEARS)
    return is_base and 0 <= change.word < question.number.index


def _start_behind(question: Question) -> int:
    """Index of the word behind a number with its unit, past an adverb of what is measured."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 2 < len(words) and words[index + 1].low in _BOUNDS and words[index].low in ("и", "или"):
        index += 3  # "50 и более тонн семян"
    if index + 2 < len(words) and words[index].text == "(" and words[index + 2].text == ")":
        index += 3 if words[index + 1].expression is not None else 0  # "половина (52%) средств"
    if index + 1 < len(words) and _is_manner(words[index]) and is_adjective(words[index + 1]):
        index += 1  # "71 млрд временно свободных средств"
    if index + 2 < len(words) and words[index].low == "и" and _has_unit(words[index + 1]):
        index += 2  # "600 литров и 100 кг кислоты"
    if index + 1 < len(words) and words[index].low in _WHOSE and question.family is Family.PERCENT:
        index += 1  # "30% их стоимости"
    return index


def _has_unit(number: Word) -> bool:
    """Whether a word is an amount with a unit of measure."""
    unit = number.expression.unit if number.expression is not None else None
    return unit is not None and unit.kind is UnitKind.QUANTITY


def _of_own_verb(question: Question, base: Phrase) -> Subject | None:
    """As in "доля рынка снизилась до 17% ВВП": behind a verb a share of a base is of the verb's subject."""
    words, number = question.sentence.words, question.number.index
    if question.family is not Family.PERCENT or base.head_lemma not in PERCENT_BASES:
        return None
    if not any(word.pos == "VERB" for word in words[segment_start(words, number) : number]):
        return None
    found = clause_subject(question)
    return found.by("clause.share") if found is not None else None


def _lacks_noun(head: Word, *, is_joined_sum: bool) -> bool:
    """As in "7 км городской сети и 5 км сельской": an adjective in the singular stands for no noun.

    Behind a sum joined to one none does: "3 млрд налоговых доходов и 1 млрд неналоговых".
    """
    own = head.readings[:1]
    is_one = bool(own) and own[0].pos == "ADJ" and (own[0].number == "Sing" or is_joined_sum)
    return is_one and noun_reading(head) is None


def _phrase_behind(question: Question, index: int) -> Phrase | None:
    words = question.sentence.words
    if words[index].text in OPENING_QUOTES and index + 3 < len(words):
        is_word = words[index + 2].text in CLOSING_QUOTES and not is_noun(words[index + 1])
        index += 3 if is_word else 1  # "5 ГВт «зелёной» энергии", "5 кг «турецкой хны»"
    if _is_lookalike(question, words[index]):
        return build(words, index)
    opens = is_noun(words[index]) or is_adjective(words[index]) or words[index].low in MODIFIERS
    return phrase_at(words, index) if opens else None


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
    return word.pos == "ADV" and change_word(word) is None and word.low not in MODIFIERS


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
    return phrase.head_lemma in PERCENT_BASES or is_dashed_share(question, phrase)


def verb_noun_of(question: Question, _discourse: Discourse) -> Subject | None:
    """The noun that a verb of amounts stands for."""
    return verb_noun(question)


def sized(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "привело к дефициту в 200 тыс. тонн": "в" ties the amount to the noun right before it."""
    words, index = question.sentence.words, question.number.index - 1
    if question.preposition != "в" or question.family_code in _NO_SIZES or question.change is not None:
        return None
    index = before_skipped(words, index, BOUNDING)
    phrase = usable(question, noun_phrase_left_of(words, index - 1)) if words[index].low == "в" else None
    if phrase is None or words[phrase.last].in_place or words[phrase.last].in_time or _is_distance(question):
        return None
    if not is_noun(words[phrase.head]) or phrase.head_lemma in _MARKS:
        return None
    is_receiver = only_in(words[phrase.head], "Dat") and not is_preposed(
        words, phrase
    )  # "нанёс городу ущерб в 5 млн"
    return None if is_receiver else subject_of(words, as_one(words, phrase), "sized")


def kept_at(question: Question, discourse: Discourse) -> Subject | None:
    """As in "на поддержание добычи в пределах 10 млн тонн": what is kept at, or to reach, such a level."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, BOUNDING)
    index -= words[index].low == "в" and index > 0
    phrase = noun_phrase_left_of(words, index) if words[index].lemma in _MARKED else None
    lead = words[phrase.first - 1].low if phrase is not None and phrase.first else ""
    if phrase is not None and (lead == "к" or (lead == "на" and not words[phrase.head].has("NOUN", "Loc"))):
        found = discourse.of_family(question.family_code)  # "добыто 9 тонн, хотят выйти на уровень в 12"
        return found.by("target") if found is not None and phrase.head == phrase.last else None
    if index < 2 or words[index].low not in _LEVELS:
        return None
    phrase = noun_phrase_left_of(words, index - 2)
    kept = subject_of(words, phrase, "kept_at") if phrase and phrase.head_lemma in _KEEPING else None
    inner = kept.inner if kept is not None else None
    return replace(inner, adjunct="", rule="kept_at") if inner is not None else None


def _is_distance(question: Question) -> bool:
    """As in "в 3 км от города", "в 5 км к югу": where something is."""
    unit, words, behind = question.expression.unit, question.sentence.words, question.number.index + 1
    is_length = unit is not None and unit.base_unit == "m"
    return is_length and behind < len(words) and words[behind].pos == "ADP"


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
