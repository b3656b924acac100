"""Sums and terms that somebody is punished with: "водители оштрафованы на 5 млн", "осудили на 11 лет".

Belongs here: the verb of punishing beside the number. Does not belong here: other verbs that handle sums
(`verb_nouns`), fines that are named (`subject_owners`).
"""

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import MONEY_VERBS
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import Family, Question

_FINE = "штраф"
_ACCOUNTING, _ACCOUNT = frozenset({"привлечь", "привлекать", "привлекаться"}), "ответственности"
_ACCOUNT_REACH = 3
_TERM, _TERMS = "срок", frozenset({"a", "mo", "d"})
_PUNISHING = {"осудить": "наказания", "приговорить": "наказания", "арестовать": "ареста"}


def fined(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "водители оштрафованы на 5 млн тенге": the sum is the fine, nobody's own amount."""
    term = _punished(question)
    if term is not None:
        return term
    is_sum = question.family is Family.MONEY or question.family_code == "MCI"
    verb = question.verb if is_sum and question.preposition in ("на", "") else None
    if verb is None:
        return None
    is_fining = any(MONEY_VERBS.get(reading.lemma) == _FINE for reading in verb.readings)
    if not (is_fining or _brings_to_account(question, verb)):
        return None
    return Subject(_FINE, _FINE, "verb.noun", "Masc")


def _brings_to_account(question: Question, verb: Word) -> bool:
    """As in "привлечено к ответственности 40 водителей на сумму 5 млн": the sum is what they are fined."""
    words, number = question.sentence.words, question.number.index
    is_accounting = verb.lemma in _ACCOUNTING and verb.index < number
    own = words[max(0, verb.index - _ACCOUNT_REACH) : number] if is_accounting else ()
    lows = {word.low for word in own}
    return _ACCOUNT in lows and "сумму" in lows


def _punished(question: Question) -> Subject | None:
    """As in "главу отдела осудили на 11 лет", "арестовали на два месяца": the term is of the punishment."""
    if question.family_code not in _TERMS or question.preposition not in ("на", "к"):
        return None
    behind = question.sentence.words[question.number.index + 1 : question.number.index + 2]
    if behind and behind[0].has("NOUN", "Gen"):
        return None  # "к 9 годам лишения свободы"
    verb = question.verb
    noun = next((_PUNISHING[r.lemma] for r in verb.readings if r.lemma in _PUNISHING), "") if verb else ""
    return Subject(f"{_TERM} {noun}", _TERM, "verb.noun", "Masc", noun) if noun else None
