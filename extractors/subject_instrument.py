"""Rules for measures named right before the number: "общей длиной 2 тыс. км", "на сумму 30 млн".

Belongs here: measure nouns beside the number and whose they are. Does not belong here: genitives
behind the number and verbs of amounts (`subject_measured`).
"""

from dataclasses import replace

from extractors.bounding_words import BOUNDING, SKIPPED_BUT_NA, before_skipped
from extractors.change_words import is_comparative
from extractors.conjuncts import as_one
from extractors.discourse import Discourse, Subject
from extractors.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrase_form import printed
from extractors.phrase_subjects import subject_of, usable
from extractors.phrase_words import is_noun
from extractors.phrases import Phrase, in_genitive
from extractors.questions import Family, Question
from extractors.segments import before_bracket, segment_start
from extractors.subject_lexicon import MEASURES, NAMELESS_MEASURES
from extractors.words import Word

_BOUNDING_OR_UP_TO = BOUNDING | {"до"}
_AREA = "площадь"
_PRICE = "цена"
_DASHES = frozenset("–—-")
# Prepositions of phrases that say what a sum is for, and how many of them may follow one another.
_PURPOSES = frozenset({"на", "для", "по", "с", "со"})
_MOST_HANGING = 3
# Prepositions of whence a sum comes and what it is given for.
_WHENCE = frozenset({"из", "от", "за", "у", "через"})
# Behind these a noun is whose or whence, not how much.
_FOREIGN = frozenset({"от", "для", "из", "у", "к", "без", "через", "среди", "о", "об"})


def instrument(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "общей длиной 2 тыс. км", "площадь 158,2 тыс. га", "на сумму 30 млн", "мощностью до 100 МВт"."""
    words, phrase = question.sentence.words, _measure_before(question)
    if phrase is None:
        return None
    measures = words[phrase.head].has("NOUN", "Ins") and phrase.first < phrase.head
    if phrase.head_lemma in NAMELESS_MEASURES and phrase.head == phrase.last and not measures:
        return _owner(question, phrase)
    if _is_adjunct(question, phrase) or _is_where(question, phrase):
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


def _measure_before(question: Question) -> Phrase | None:
    """The measure that the number stands behind."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1)
    phrase = noun_phrase_left_of(words, index)
    if phrase is None or question.family_code == "times":
        return None
    before = words[phrase.first - 1] if phrase.first > 0 else None
    if before is not None and (before.low in _FOREIGN or is_comparative(before)):
        return None  # "теплее среднего уровня на 2 градуса"
    measures = phrase.head_lemma in MEASURES or _is_quality(question, phrase)
    if not measures or _is_price_basis(words, phrase) or _is_destination(words, phrase):
        return None
    return phrase


def _is_price_basis(words: list[Word], phrase: Phrase) -> bool:
    """As in "составил в текущих ценах 5 млрд": at whose prices, not the price."""
    return phrase.head_lemma == _PRICE and phrase.first > 0 and words[phrase.first - 1].low == "в"


def _is_destination(words: list[Word], phrase: Phrase) -> bool:
    """As in "перечислено в бюджет 6 млрд": where a sum goes, not how much it is ("в размере 6 млрд")."""
    goes_into = phrase.first > 0 and words[phrase.first - 1].low in ("в", "во")
    return goes_into and not words[phrase.head].has("NOUN", "Loc")


def instrumental(question: Question, discourse: Discourse) -> Subject | None:
    """As in "пруд общим объёмом 5 млн м3 воды": the instrumental wins."""
    index = before_skipped(question.sentence.words, question.number.index - 1, _BOUNDING_OR_UP_TO)
    before = question.sentence.words[index] if index >= 0 else None
    if before is None or not is_noun(before) or before.has("NOUN", "Nom") or not before.has("NOUN", "Ins"):
        return None
    return instrument(question, discourse)


def _is_quality(question: Question, phrase: Phrase) -> bool:
    """As in "канал пропускной способностью 32 м3/с": a quality measures a noun."""
    words = question.sentence.words
    is_ins = phrase.head_lemma.endswith("ость") and not words[phrase.head].has("NOUN", "Nom")
    return is_ins and phrase.head == phrase.last and phrase.head == question.number.index - 1


def _is_where(question: Question, measure: Phrase) -> bool:
    """As in "рожь убрана с площади 8 тыс. га": a bare area behind a preposition is how much of the crop."""
    words = question.sentence.words
    if measure.head_lemma != _AREA or measure.first != measure.last or measure.first < 2:
        return False
    return words[measure.first - 1].low in ("с", "со", "на")


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
    index = _before_time(words, measure.first - 1)
    while index >= 0 and (words[index].pos == "ADP" or words[index].text in _DASHES):
        index -= 1
    nearest = _handled(words, noun_phrase_left_of(words, index))
    phrase = usable(question, _hung_on(words, nearest))
    if phrase is None or nearest is None or _is_destination(words, phrase):
        return None
    found = subject_of(words, as_one(words, phrase), "owner")
    if phrase is not nearest:
        return replace(found, adjunct=printed(words, phrase.last + 1, nearest.last))
    is_action = found.head.endswith(("ение", "ание", "ация"))
    return found.inner.by("owner") if is_action and found.inner is not None else found


def _before_time(words: list[Word], preposition: int) -> int:
    """Steps over a time with a preposition of its own: "продано муки с начала года на сумму 5 млн"."""
    index = preposition - 1
    while index > 0 and words[index].in_time and words[index].pos != "ADP":
        index -= 1
    is_stepped = index < preposition - 1 and index > 0 and words[index].pos == "ADP"
    return index - 1 if is_stepped else preposition


def _handled(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "выдано кредитов фирмам из фонда на сумму 5 млн": neither who gets it nor whence it comes."""
    for _ in range(_MOST_HANGING):
        if phrase is None or phrase.first < 2:
            return phrase
        before, head = words[phrase.first - 1], words[phrase.head]
        if before.low in _WHENCE and not _is_adverbial(words[phrase.first - 2]):
            phrase = noun_phrase_left_of(words, phrase.first - 2)
        elif before.pos != "ADP" and _only(head, "Dat"):
            phrase = noun_phrase_left_of(words, phrase.first - 1)
        else:
            return phrase
    return phrase


def _is_adverbial(word: Word) -> bool:
    """As in "исходя из": a participle that makes a preposition of its own."""
    return any(reading.verb_form == "Conv" for reading in word.readings)


def _only(noun: Word, case: str) -> bool:
    """Whether a noun form is of one case alone."""
    return {reading.case for reading in noun.readings if reading.pos == "NOUN"} == {case}


def _hung_on(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "грантов на развитие ферм в размере 5 млн": what phrases with prepositions hang on."""
    nearest = phrase
    for _ in range(_MOST_HANGING):
        if phrase is None or phrase.first < 2 or words[phrase.first - 1].low not in _PURPOSES:
            break
        phrase = noun_phrase_left_of(words, phrase.first - 2)
    return phrase or nearest


def sum_of_counted(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "88 тыс. заявок на 1,3 трлн тенге": the sum of what was counted."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, SKIPPED_BUT_NA)
    if (
        question.family is not Family.MONEY
        or question.change is not None
        or index < 1
        or words[index].low != "на"
    ):
        return None
    nearest = noun_phrase_left_of(words, before_bracket(words, index - 1))
    if nearest is not None and nearest.first > 1 and words[nearest.first - 1].low in ("в", "во"):
        nearest = noun_phrase_left_of(words, nearest.first - 2)  # "продукции в текущих ценах на 5 млрд"
    phrase = usable(question, nearest)
    if phrase is None:
        return None
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.expression is not None:
        return subject_of(words, phrase, "sum_of_counted")
    return subject_of(words, phrase, "prepositional")
