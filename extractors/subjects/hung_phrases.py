"""What phrases with prepositions hang on: "грантов на развитие ферм в размере 5 млн" are grants.

Belongs here: stepping back from a phrase over prepositions to the noun that it belongs to. Does not belong
here: whose sum a nameless measure states (`subject_owners`), whence a sum comes and who gets it.
"""

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import PREPOSITIONAL_NOUNS, SHARE_NOUNS
from extractors.phrases.phrase_bounds import noun_phrase_left_of
from extractors.phrases.phrases import Phrase, is_counted, is_preposed
from extractors.subjects.clause_verbs import is_impersonal

# Prepositions of phrases that say what a sum is for, and how many of them may follow one another.
_PURPOSES = frozenset({"на", "для", "по", "с", "со"})
_MOST_HANGING = 3
_DASHES = frozenset("–—-")
_OVER, _CARED_FOR = "над", "за"
FORMS = frozenset({"виде", "форме"})
"""Nouns of a preposition of two words that says what something is given as: "помощь в виде угля"."""
_SIDES = frozenset({"доход", "расход", "поступление", "затрата"})
_SHARE_REACH = 9
_WHERE = frozenset({"в", "во"})
_FIELDS = frozenset({"сфера", "область", "отрасль", "рамка", "ход", "часть", "сектор", "направление"})


def hung_on(words: list[Word], phrase: Phrase | None, *, is_term: bool = False) -> Phrase | None:
    """As in "грантов на развитие ферм в размере 5 млн": what phrases with prepositions hang on.

    A term is of what is done, wherever that is: "лечение в больницах сроком до месяца".
    """
    nearest = phrase
    for _ in range(_MOST_HANGING):
        if phrase is None or phrase.first < 2:
            break
        preposition = words[phrase.first - 1].low
        if preposition == _OVER:
            return noun_phrase_left_of(words, phrase.first - 2) or phrase
        joined = noun_phrase_left_of(words, phrase.first - 2) if preposition == "и" else None
        if joined is not None and joined.first > 1 and words[joined.first - 1].low == "по":
            phrase, preposition = joined, "по"  # "проекты по сбору и вывозу мусора на сумму"
        if preposition == _CARED_FOR and phrase is not nearest and not words[phrase.head].in_time:
            phrase = noun_phrase_left_of(words, phrase.first - 2)  # "пособия по уходу за лицом с травмой"
            continue
        if preposition not in _PURPOSES | _WHERE or (preposition == "по" and phrase.head_lemma in _SIDES):
            break  # "отчёт по доходам в сумме 5 млн"
        before = noun_phrase_left_of(words, phrase.first - 2 - (words[phrase.first - 2].text in _DASHES))
        if before is not None and before.head_lemma in PREPOSITIONAL_NOUNS and is_preposed(words, before):
            break  # "в связи с хищением средств"
        is_form = words[phrase.head].low in FORMS  # "наказание в виде ареста сроком"
        is_done = before is not None and (
            (is_term and not is_form) or is_counted(words, before) or _is_told_of(words, before)
        )
        is_done = is_done or (before is not None and phrase.head_lemma in _FIELDS)
        if preposition in _WHERE and not (is_done or _is_of_share(words, phrase)):
            break  # but "5 проектов в отрасли на сумму": a sum is of what is counted, wherever that is
        phrase = before
    return phrase or nearest


def is_in_field(words: list[Word], phrase: Phrase) -> bool:
    """As in "зафиксированы в сфере учёта – на сумму 5 млн": where something is, never how much it is."""
    is_inside = phrase.first > 0 and words[phrase.first - 1].low in _WHERE
    return is_inside and phrase.head_lemma in _FIELDS


def _is_told_of(words: list[Word], phrase: Phrase) -> bool:
    """As in "выявлено нарушений в школах на сумму 5 млн": so much of what an impersonal verb tells of."""
    return (
        phrase.first > 0 and words[phrase.head].has("NOUN", "Gen") and is_impersonal(words[phrase.first - 1])
    )


def _is_of_share(words: list[Word], phrase: Phrase) -> bool:
    """As in "доли сёл в населении", "вес расходов на науку в бюджете", but not "продана доля в проекте"."""
    for word in reversed(words[max(0, phrase.first - _SHARE_REACH) : phrase.first - 2]):
        if word.lemma in SHARE_NOUNS:
            return True
        if word.pos in ("VERB", "PUNCT"):
            return False
    return False
