"""Rules for numbers with a unit: the indicator whose value or share the number is.

Belongs here: genitives, measure nouns, words of change and verbs that name an indicator. Does not
belong here: counted nouns (`subject_counted`), labels (`subject_labelled`) and the order of rules
(`subjects`).
"""

from extractors.change_words import ChangeClass, change_word
from extractors.clauses import governing_verb, local_nominative, verb_noun
from extractors.discourse import Discourse, Subject
from extractors.labels import (
    SKIPPED,
    before_bracket,
    noun_phrase_left_of,
    segment_start,
)
from extractors.phrase_words import is_adjective, is_noun, noun_reading
from extractors.phrases import Phrase, in_genitive, phrase_at
from extractors.questions import Family, Question, subject_of, usable
from extractors.subject_lexicon import (
    MEASURES,
    NAMELESS_MEASURES,
    PERCENT_BASES,
    SHARE_NOUNS,
    STATING_VERBS,
    UNIT_INDICATORS,
    UNIT_NOUNS,
)
from extractors.words import Word

_MOVE_REACH = 9
# Behind these a noun is whose or whence, not how much.
_FOREIGN = frozenset({"от", "для", "из", "у", "к", "без", "через", "среди", "о", "об"})


def genitive_behind(question: Question, discourse: Discourse) -> Subject | None:
    """As in "468,3 тонн медикаментов", "50% голосов избирателей"."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 < len(words) and _is_manner(words[index]) and is_adjective(words[index + 1]):
        index += 1  # "71 млрд временно свободных средств"
    if index >= len(words) or not (is_noun(words[index]) or is_adjective(words[index])):
        return None
    phrase = usable(question, phrase_at(words, index))
    if phrase is None or words[phrase.head].low == "годовых":
        return None
    head = words[phrase.head]
    if head.readings and not noun_reading(head, "Gen") and not head.has("ADJ", "Gen"):
        return None
    if phrase.first < phrase.head and not words[phrase.first].has("ADJ", "Gen"):
        return None
    stated = _stated_of(question) if question.family is Family.PERCENT else None
    if stated is not None:
        return stated
    if question.family is Family.PERCENT and _restates(question, phrase):
        antecedent = discourse.last()
        if antecedent is not None:
            return antecedent.subject.by("apposition")
    return subject_of(words, phrase, "genitive")


def _is_manner(word: Word) -> bool:
    return word.pos == "ADV" and change_word(word) is None


def _stated_of(question: Question) -> Subject | None:
    """As in "горожане составляют 62% населения": the genitive is only the base of the share."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and (words[index].low in SKIPPED or words[index].pos == "ADV" or words[index].in_time):
        index -= 1
    if index < 1:
        return None
    joined = words[index].text in ("–", "—", "-")
    if not joined and words[index].lemma not in STATING_VERBS:
        return None
    found = local_nominative(question, index - 1)
    if found is None or (joined and found.head not in SHARE_NOUNS):
        return None
    return found.by("clause.share")


def _restates(question: Question, phrase: Phrase) -> bool:
    """As in "232,4 млрд тенге, или 0,16% ВВП": the same thing as a share of a base."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].low in SKIPPED - {"на"}:
        index -= 1
    if index < 1:
        return False
    if (
        words[index].low == "или"
        or words[index].text == "("
        or words[index].lemma in ("эквивалентно", "эквивалентный", "равносильно")
    ):
        return phrase.head_lemma in PERCENT_BASES or words[index].low == "или"
    return phrase.head_lemma in PERCENT_BASES


def instrument(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "общей длиной 2 тыс. км", "площадь 158,2 тыс. га", "на сумму 30 млн", "мощностью до 100 МВт"."""
    words = question.sentence.words
    index = question.number.index - 1
    while index >= 0 and words[index].low in SKIPPED:
        index -= 1
    phrase = noun_phrase_left_of(words, index)
    if phrase is None or question.family_code == "times":
        return None
    if phrase.first > 0 and words[phrase.first - 1].low in _FOREIGN:
        return None
    if phrase.head_lemma not in MEASURES and not _is_quality(question, phrase):
        return None
    measures = words[phrase.head].has("NOUN", "Ins") and phrase.first < phrase.head
    if phrase.head_lemma in NAMELESS_MEASURES and phrase.head == phrase.last and not measures:
        return _owner(question, phrase)
    if _is_adjunct(question, phrase):
        return None
    if phrase.head == phrase.last and words[phrase.head].has("NOUN", "Ins") and phrase.first > 0:
        owner = usable(question, noun_phrase_left_of(words, before_bracket(words, phrase.first - 1)))
        if owner is not None:
            return subject_of(
                words,
                phrase,
                "instrument",
                complement=in_genitive(words, owner),
            )
    return subject_of(words, phrase, "instrument")


def instrumental(question: Question, discourse: Discourse) -> Subject | None:
    """As in "пруд общим объёмом 5 млн м3 воды": the instrumental wins."""
    index = question.number.index - 1
    before = question.sentence.words[index] if index >= 0 else None
    if before is None or not is_noun(before) or before.has("NOUN", "Nom") or not before.has("NOUN", "Ins"):
        return None
    return instrument(question, discourse)


def _is_quality(question: Question, phrase: Phrase) -> bool:
    """As in "канал пропускной способностью 32 м3/с": a quality measures a noun."""
    words = question.sentence.words
    is_ins = phrase.head_lemma.endswith("ость") and not words[phrase.head].has("NOUN", "Nom")
    return is_ins and phrase.head == phrase.last and phrase.head == question.number.index - 1


def _is_adjunct(question: Question, measure: Phrase) -> bool:
    """As in "долю товаров в общем объёме до 5%": the measure only qualifies a noun before it."""
    words = question.sentence.words
    if measure.first < 2 or words[measure.first - 1].low not in ("в", "на", "от", "из"):
        return False
    bounds = {word.low for word in words[measure.last + 1 : question.number.index]}
    return bool(bounds & {"до", "на", "с"}) and (
        words[measure.first - 2].pos in ("NOUN", "PROPN", "ADJ") or words[measure.first - 2].text == ")"
    )


def measure_of_segment(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "площадь под ним 158,2 тыс. га": a measure opens the segment and no verb follows it."""
    words, number = question.sentence.words, question.number.index
    first = segment_start(words, number)
    phrase = usable(question, phrase_at(words, first)) if first < number else None
    if phrase is None or phrase.head_lemma not in MEASURES - NAMELESS_MEASURES or phrase.last >= number:
        return None
    if any(word.pos == "VERB" for word in words[phrase.last + 1 : number]) or not words[phrase.head].has(
        "NOUN", "Nom"
    ):
        return None
    return subject_of(words, phrase, "measure")


def _owner(question: Question, measure: Phrase) -> Subject | None:
    """The thing whose sum or size a nameless measure states: "инвестиций на сумму 30 млн"."""
    words = question.sentence.words
    index = measure.first - 1
    while index >= 0 and words[index].pos == "ADP":
        index -= 1
    phrase = usable(question, noun_phrase_left_of(words, index))
    if phrase is None:
        return None
    found = subject_of(words, phrase, "owner")
    is_action = found.head.endswith(("ение", "ание", "ация"))
    return found.inner.by("owner") if is_action and found.inner is not None else found


def sum_of_counted(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "88 тыс. заявок на 1,3 трлн тенге": the sum of what was counted."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].low in SKIPPED - {"на"}:
        index -= 1
    if (
        question.family is not Family.MONEY
        or question.change is not None
        or index < 1
        or words[index].low != "на"
    ):
        return None
    phrase = usable(question, noun_phrase_left_of(words, index - 1))
    if phrase is None:
        return None
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.expression is not None:
        printed = in_genitive(words, phrase)
        return Subject(f"сумма {printed}", "сумма", "sum_of_counted", "Fem", printed)
    return subject_of(words, phrase, "prepositional")


def change_complement(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "рост инвестиций на 5%", "увеличение зарплаты составило 10%"."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN:
        return None
    words, index = question.sentence.words, change.word + 1
    opens_bracket = words[question.number.index - 1].text == "("
    if opens_bracket and any(word.expression for word in words[index : question.number.index]):
        return None  # "рост экспорта круп (5%), муки (3%)": a list went on
    if index < len(words) and index != question.number.index and words[index].expression is None:
        phrase = usable(question, phrase_at(words, index))
        if phrase is not None and (
            noun_reading(words[phrase.head], "Gen") or not words[phrase.head].readings
        ):
            return subject_of(words, phrase, "change.complement")
    before = usable(question, noun_phrase_left_of(words, change.word - 1)) if change.word else None
    if before is not None and words[change.word - 1].text not in ",;":
        return None
    return None


def moved_to(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "за счёт уменьшения посевов до 12 млн га": what the nearest noun of change is about."""
    words, number = question.sentence.words, question.number.index
    if question.preposition != "до":
        return None
    for index in range(number - 2, max(-1, number - _MOVE_REACH), -1):
        word = words[index]
        if word.expression is not None or word.pos == "VERB" or word.text in ",;:()":
            return None
        entry = change_word(word)
        if entry is not None and entry[0] is ChangeClass.NOUN:
            phrase = usable(question, phrase_at(words, index + 1)) if index + 1 < number else None
            is_of = phrase is not None and noun_reading(words[phrase.head], "Gen") is not None
            return subject_of(words, phrase, "change.moved") if phrase is not None and is_of else None
    return None


def before_change_noun(question: Question, discourse: Discourse) -> Subject | None:
    """As in "лёгкая промышленность: рост на 9,6%": the label stands before the word of change."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 2:
        return None
    words = question.sentence.words
    index = change.word - 1
    while index > 0 and is_adjective(words[index]):
        index -= 1
    if words[index].text in (":", "–", "—"):
        phrase = usable(question, noun_phrase_left_of(words, index - 1))
        if phrase is not None:
            return subject_of(words, phrase, "change.label")
    last = discourse.last()
    if last is not None and words[index].text in (",", "(", ";") and last.sentence == question.sentence_index:
        return last.subject.by("change.apposition")
    return None


def share_of_verb(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "На вывоз пришлось 72,5%": the share of what the verb points to."""
    verb = governing_verb(question)
    if verb is None or verb.lemma not in ("прийтись", "приходиться"):
        return None
    words = question.sentence.words
    for index in range(max(0, verb.index - 6), min(len(words) - 1, verb.index + 6)):
        if words[index].low != "на" or words[index + 1].expression is not None:
            continue
        phrase = usable(question, phrase_at(words, index + 1))
        if phrase is not None:
            found = subject_of(words, phrase, "share_of_verb")
            printed = in_genitive(words, phrase)
            return (
                Subject(f"доля {printed}", "доля", "share_of_verb", "Fem", printed)
                if question.family is Family.PERCENT
                else found
            )
    return None


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
    return Subject(noun, noun, "unit", "Fem") if noun else None
