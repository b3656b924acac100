"""The indicator that a lead-in, a heading or a sentence without numbers names.

Belongs here: the first measure or nominative of such a text, and what stands for one. Does not belong here:
which text introduces which (`subject_leads`).
"""

from collections.abc import Sequence
from functools import lru_cache

from extractors.language.words import Word
from extractors.lexicon.readings import plain_lemma
from extractors.lexicon.subject_lexicon import (
    FRAME_NOUNS,
    MEASURES,
    MONEY_VERBS,
    NOT_SUBJECTS,
    QUANTITY_VERBS,
)
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun, noun_reading
from extractors.phrases.phrases import Phrase, build
from extractors.phrases.plain_phrases import words_of
from extractors.subjects.discourse import Subject
from extractors.subjects.phrase_subjects import subject_of

_FUNDS = frozenset({"средства", "средств"})
_REQUIRING = frozenset({"требует", "требуют", "требуется", "потребует", "потребуют", "потребуется"})
_FOLLOWING = frozenset({"следующий", "нижеследующий"})
_THAT = ", что "
_MOST = frozenset({"больше", "меньше", "более", "менее"})
_AGED = "возрасте"
_OPENING = 8
_TIMES = frozenset({"год", "квартал", "полугодие", "месяц", "неделя", "сутки", "день"})
# Every number of a list may ask for what its lead-in names.
_NAMED = 64


@lru_cache(maxsize=_NAMED)
def named_in(text: str) -> Subject | None:
    """The indicator that a lead-in or heading names: its first measure, else its first nominative."""
    words = words_of(_told(text.rsplit(". ", 1)[-1]))
    phrase = _first_measure(words) or _required(words)
    if phrase is None:
        phrase = _first_nominative(words)
        phrase = (_object_of(words, phrase) or phrase) if phrase is not None else None
    return (
        subject_of(words, _as_named(words, phrase), "lead")
        if phrase is not None
        else _told_of(words) or _handled(words)
    )


def _told(text: str) -> str:
    """As in "Анализ показал, что туристы едут из стран:": what is told, not who tells it."""
    told = text.rpartition(_THAT)[2]
    return told if len(told) < len(text) and _first_nominative(words_of(told)) is not None else text


def _told_of(words: Sequence[Word]) -> Subject | None:
    """As in "Среди прибывших за год:", "Больше всего аварий – в:": who or what has the shares below."""
    for index, word in enumerate(words[:_OPENING]):
        is_most = word.low == "всего" and index > 0 and words[index - 1].low in _MOST
        phrase = phrase_at(words, index + 1) if is_most or (word.low == "среди" and not index) else None
        head = words[phrase.head] if phrase is not None else None
        if phrase is not None and head is not None and (head.has("NOUN", "Gen") or head.has("ADJ", "Gen")):
            return subject_of(words, phrase, "lead")
    return None


def _as_named(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """As in "утверждены следующие цены на газ:": that something follows says nothing of it."""
    is_pointing = phrase.first < phrase.head and words[phrase.first].lemma in _FOLLOWING
    return build(words, phrase.head, phrase.first + 1, before_verb=True) if is_pointing else phrase


def _object_of(words: Sequence[Word], subject: Phrase) -> Phrase | None:
    """As in "Закон устанавливает взносы:": what is listed is what somebody does something to."""
    index = subject.last + 1
    verb = words[index].readings[:1] if index < len(words) else ()
    if not verb or verb[0].verb_form != "Fin" or words[index].low.endswith(("ся", "сь")):
        return None
    found = phrase_at(words, index + 1)
    if found is None or found.head_lemma in NOT_SUBJECTS | FRAME_NOUNS:
        return None
    return found if words[found.head].has("NOUN", "Acc") else None


def _required(words: Sequence[Word]) -> Phrase | None:
    """As in "из бюджета требуется денег:": what is required, in the genitive."""
    for word in words[:-1]:
        if word.low in _REQUIRING:
            found = phrase_at(words, word.index + 1)
            return found if found is not None and words[found.head].has("NOUN", "Gen") else None
    return None


def _handled(words: Sequence[Word]) -> Subject | None:
    """As in "Сколько переводили ежемесячно": what the verb of amounts stands for."""
    verbs = {**QUANTITY_VERBS, **MONEY_VERBS}
    noun = next((verbs[r.lemma] for word in words for r in word.readings[:1] if r.lemma in verbs), None)
    return Subject(noun, noun, "lead") if noun else None


def _first_measure(words: Sequence[Word]) -> Phrase | None:
    found = [
        build(words, word.index, before_verb=True)
        for word in words
        if word.readings and is_noun(word) and _names_measure(words, word)
    ]
    own = (phrase for phrase in found if words[phrase.head].has("NOUN", "Nom") and not _hangs(words, phrase))
    stated = (phrase for phrase in found if not _is_source(words, phrase))
    return next(own, None) or next(stated, None)


def _names_measure(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is a measure, and not part of a phrase that names nothing ("в том числе")."""
    before = words[word.index - 1].low if word.index > 0 else ""
    is_idle = before in ("том", "этой", "этого") or (before == "в" and word.low == _AGED)
    return plain_lemma(word.text) in MEASURES and not is_idle


def _is_source(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "требуется денег из бюджета:", "Средства бюджета:": where the sums come from."""
    before = words[max(0, phrase.first - 2) : phrase.first]
    return any(word.low == "из" for word in before) or (bool(before) and before[-1].low in _FUNDS)


def _hangs(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase belongs to a preposition or noun before it."""
    return phrase.first > 0 and words[phrase.first - 1].pos in ("ADP", "NOUN")


def _first_nominative(words: Sequence[Word]) -> Phrase | None:
    """The first nominative that is neither a time nor a frame of others ("регион", "итог")."""
    for word in words:
        reading = noun_reading(word, "Nom") if is_noun(word) else None
        if reading is None or reading.is_name or reading.lemma in NOT_SUBJECTS | FRAME_NOUNS:
            continue
        phrase = build(words, word.index)
        before = words[phrase.first - 1] if phrase.first else None
        is_free = before is None or before.pos not in ("ADP", "NOUN")
        if is_free or (before is not None and before.lemma in _TIMES and not word.has("NOUN", "Acc")):
            return phrase  # "в 2025 году туристы прибыли из стран:"
    return None
