"""Whose sum or size a nameless measure states: "выдано кредитов фирмам из фонда на сумму 5 млн".

Belongs here: the thing that "на сумму", "в размере" or a bare "на" belongs to, past who gets it and whence.
Does not belong here: measures that name themselves (`subject_instrument`), bare sums (`subject_sums`), who
gets a sum (`subject_receivers`).
"""

from dataclasses import replace

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import MEASURES, NAMELESS_MEASURES, PREPOSITIONAL_NOUNS
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_attributes import MODIFIERS
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import only_in
from extractors.phrases.phrases import Phrase, is_preposed
from extractors.phrases.segments import before_bracket
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.hung_phrases import FORMS, hung_on, is_in_field
from extractors.subjects.owner_doings import HANDLING, handles, of_paper
from extractors.subjects.phrase_subjects import DEMONSTRATIVES, subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_changes import BUILDING
from extractors.subjects.subject_receivers import handed_to, received_by

_DASHES = frozenset("–—-")
_MOST_HANGING = 3
_MARKS = 3
_COURSES = frozenset({"вопрос", "ход", "процесс"})
# Prepositions of whence a sum comes and what it is given for.
_BASE = "база"
# What is undertaken has no size of its own: "проект по строительству дороги длиной 5 км".
_UNDERTAKINGS = ("проект", "работа", "мероприятие", "программа", "план", "ение", "ание", "ция", "задача")
_WHENCE = frozenset({"из", "от", "за", "у", "через"})
_DURING = frozenset({"рамка", "ход"})
_REASON = "по"
_FAVOURING, _FAVOURED_REACH = frozenset({"защиту", "пользу", "интересах", "отношении", "адрес"}), 14
_AS_OF = "состоянию"
_TERMS, _LONGEST_BRACKET = frozenset({"валюта", "эквивалент", "выражение", "исчисление"}), 10


def owner_of(question: Question, measure: Phrase) -> Subject | None:
    """The thing whose sum or size a nameless measure states: "инвестиций на сумму 30 млн"."""
    words = question.sentence.words
    if words[measure.first].lemma in DEMONSTRATIVES:
        return None  # "в трёх областях этот показатель ниже 90%"
    index = _before_time(words, measure.first - 1 - (words[measure.first - 1].low in MODIFIERS))
    while index >= 0 and (words[index].pos == "ADP" or words[index].text in _DASHES):
        index -= 1
    index = _before_favoured(words, _before_terms(words, index))
    nearest = handed_to(words, noun_phrase_left_of(words, index))
    nearest = _past_preposition(words, _handled(words, nearest))
    nearest = received_by(words, nearest) or nearest
    phrase = usable(question, of_paper(words, nearest) or hung_on(words, nearest))
    if phrase is None or nearest is None or is_destination(words, phrase) or is_in_field(words, phrase):
        return None
    found = subject_of(words, as_one(words, phrase), "owner")
    while found.head in _COURSES and found.inner is not None:
        found = found.inner.by("owner")  # "вопросы реализации проектов на сумму 5 млн"
    if phrase is not nearest and not (found.head in HANDLING and found.inner):
        behind = phrase.last + 1 + (words[phrase.last + 1].text in _DASHES)
        return replace(found, adjunct=printed(words, behind, nearest.last))
    return found.inner.by("owner") if found.inner is not None and handles(found) else found


def of_count(question: Question, discourse: Discourse, measure: Phrase) -> Subject | None:
    """As in "число заявок составило 437 на сумму 5 млн": the sum is of what was just counted."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    is_behind = measure.first > 1 and words[measure.first - 2].expression is not None
    if not is_behind or last is None or last.family != "count" or question.family is not Family.MONEY:
        return None
    return last.subject.by("owner")


def of_rate(question: Question, discourse: Discourse, measure: Phrase) -> Subject | None:
    """As in "ставки:" over "на ввоз вина в размере 5%": an item that says for what the rate above it is."""
    words = question.sentence.words
    opening = next((word for word in words[:_MARKS] if word.pos not in ("PUNCT", "NUM", "SYM")), words[0])
    inside = words[opening.index : measure.first]
    if opening.pos != "ADP" or len(inside) < 2 or any(word.pos == "VERB" for word in inside):
        return None
    rate = discourse.lead
    is_rate = rate is not None and rate.head in MEASURES and rate.head not in NAMELESS_MEASURES
    return rate.by("lead.rate") if rate is not None and is_rate else None


def _past_preposition(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "за счёт инвестиций в размере 5 млн": the noun behind a preposition of two words.

    What is given for a reason is told before it: "пособия по случаю потери кормильца на сумму 5 млн".
    """
    if phrase is None or not is_preposed(words, phrase):
        return phrase
    if phrase.head_lemma not in PREPOSITIONAL_NOUNS and words[phrase.head].low not in FORMS:
        return phrase  # "взыскания в виде штрафа на сумму 5 млн"
    is_during = phrase.head_lemma in _DURING
    is_behind = phrase.first > 1 and (is_during or words[phrase.first - 1].low == _REASON)
    given = noun_phrase_left_of(words, phrase.first - 2) if is_behind else None
    if given is not None or is_during:
        return given or phrase  # "соглашения в рамках форума на сумму 5 млн"
    behind = phrase_at(words, phrase.head + 1)
    return behind if behind is not None and words[behind.head].has("NOUN", "Gen") else phrase


def _before_time(words: list[Word], preposition: int) -> int:
    """Steps over a time with a preposition of its own: "продано муки с начала года на сумму 5 млн"."""
    index = preposition - 1
    while index > 0 and words[index].in_time and words[index].pos != "ADP":
        index -= 1
    is_stepped = index < preposition - 1 and index > 0 and words[index].pos == "ADP"
    return index - 1 if is_stepped else preposition


def _before_favoured(words: list[Word], index: int) -> int:
    """Steps over for whom it is: "иски в защиту их прав на сумму", "143 иска – в интересах вдов на сумму"."""
    for place in range(index, max(0, index - _FAVOURED_REACH), -1):
        word = words[place]
        if word.expression is not None or word.pos == "VERB" or word.text in ";:()":
            return index
        if word.low in _FAVOURING and words[place - 1].low == "в":
            return place - 2 - (words[place - 2].text in _DASHES)
    return index


def _before_terms(words: list[Word], index: int) -> int:
    """Steps over a plain bracket, the terms of a sum, as of when: "долга (далее – долг) в валюте в сумме"."""
    opening = before_bracket(words, index, max(0, index - _LONGEST_BRACKET)) if index > 0 else index
    if opening < index and not any(word.expression for word in words[opening + 1 : index]):
        index = opening
    phrase = noun_phrase_left_of(words, index)
    if phrase is None or phrase.head_lemma not in _TERMS or words[phrase.first - 1].low != "в":
        return index
    index = phrase.first - 2
    while index > 0 and (words[index].in_time or words[index].pos == "ADP" or words[index].low == _AS_OF):
        index -= 1
    return index


def _handled(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "выдано кредитов фирмам из фонда на сумму 5 млн": neither who gets it nor whence it comes."""
    for _ in range(_MOST_HANGING):
        if phrase is None or phrase.first < 2 or phrase.head_lemma in PREPOSITIONAL_NOUNS:
            return phrase
        joined = noun_phrase_left_of(words, phrase.first - 2) if words[phrase.first - 1].low == "и" else None
        if joined is not None and joined.first and words[joined.first - 1].low in _WHENCE:
            phrase = joined  # "поступлений из бюджета и фонда на сумму"
        before, head = words[phrase.first - 1], words[phrase.head]
        if before.low in _WHENCE and not _is_adverbial(words[phrase.first - 2]):
            phrase = noun_phrase_left_of(words, phrase.first - 2)
        elif before.pos != "ADP" and only_in(head, "Dat"):
            phrase = noun_phrase_left_of(words, phrase.first - 1)
        else:
            return phrase
    return phrase


def _is_adverbial(word: Word) -> bool:
    """As in "исходя из": a participle that makes a preposition of its own."""
    return any(reading.verb_form == "Conv" for reading in word.readings)


def made_by(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "завод по выпуску труб мощностью 5 т", "цех на базе фермы": the plant has a size, no output."""
    first = phrase
    if first is not None and first.first > 1 and words[first.first - 1].low == "и":
        first = noun_phrase_left_of(words, first.first - 2)  # "по сбору и вывозу мусора"
    if first is None or first.first < 2 or first.head_lemma in BUILDING:
        return phrase  # "проект по вводу завода мощностью 5 т"
    preposition = words[first.first - 1].low
    if preposition != "по" and not (preposition == "на" and first.head_lemma == _BASE):
        return phrase
    before = first.first - 2
    while before > 1 and words[before].in_place:
        before -= 1  # "парк в Рудном по переработке"
    owner = noun_phrase_left_of(words, before - (words[before].pos == "ADP"))
    is_plant = owner is not None and not words[owner.last].lemma.endswith(_UNDERTAKINGS)
    return owner if is_plant else phrase


def is_destination(words: list[Word], phrase: Phrase) -> bool:
    """As in "перечислено в бюджет 6 млрд": where a sum goes, not how much it is ("в размере 6 млрд")."""
    goes_into = phrase.first > 0 and words[phrase.first - 1].low in ("в", "во")
    return goes_into and not words[phrase.head].has("NOUN", "Loc")
