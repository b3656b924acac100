"""Goods that something is done to: "нужно 7,4 млн тонн угля" … "заготовлено 4,8 млн тонн", of coal.

Belongs here: amounts behind a verb without its object, after a need, a plan or a norm was told. Does not
belong here: amounts of the same indicator (`subject_linked`) and parts of a sum (`subject_parts`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import CROPS, NEED_NOUNS, TARGET_NOUNS
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_verbs import is_impersonal
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question

_NEEDS = NEED_NOUNS | TARGET_NOUNS | {"объём", "объем"}
_NEED_REACH = 6
_REAPING = frozenset(
    {"намолотить", "обмолотить", "собрать", "убрать", "скосить", "накопать", "выкопать", "вытеребить"}
    | {"засеять", "посеять", "посадить"}
)
_TOLD = 6
_WORKS = frozenset({"уборка", "обмолот", "жатва", "копка", "теребление", "сев", "посев", "посадка", "сбор"})
_FIELDS = frozenset({"урожай", "поле", "площадь", "участок"})


def done_to_goods(question: Question, discourse: Discourse) -> Subject | None:
    """As in "потребность в угле – 7,4 млн тонн. Заготовлено 4,8 млн тонн", "… зерновых. Намолочено 5 млн"."""
    last, verb = discourse.last(), question.verb
    if verb is None or question.change is not None or not _lacks_object(question, verb):
        return None
    if verb.lemma in _REAPING:
        told = (a.subject for a in reversed(discourse.antecedents[-_TOLD:]) if a.subject.head in CROPS)
        crop = _reaped(question.sentence.words[: verb.index]) or next(told, None)
        return crop.by("goods") if crop is not None else None
    if last is None or last.subject.head not in _NEEDS:
        return None
    if last.sentence == question.sentence_index or last.family != question.family_code:
        return None
    phrase = _goods(discourse.before, last.subject.head)
    return subject_of(discourse.before, phrase, "goods") if phrase is not None else None


def _reaped(words: Sequence[Word]) -> Subject | None:
    """As in "идёт уборка льна: убрано 5 тыс. га": the crop of the work that the sentence tells of before."""
    work = next((word.index for word in reversed(words) if word.lemma in _WORKS), None)
    phrase = phrase_at(words, work + 1) if work is not None and work + 1 < len(words) else None
    is_crop = (
        phrase is not None and words[phrase.head].has("NOUN", "Gen") and phrase.head_lemma not in _FIELDS
    )
    return subject_of(words, phrase, "goods") if phrase is not None and is_crop else None


def _lacks_object(question: Question, verb: Word) -> bool:
    """As in "заготовлено 4 млн тонн": done by nobody named, to nothing named before the amount."""
    words, number = question.sentence.words, question.number.index
    start = segment_start(words, number)
    if not start <= verb.index < number or not is_impersonal(verb):
        return False
    return not any(word.has("NOUN", "Nom") for word in words[start:number] if not word.in_time)


def _goods(before: Sequence[Word], need: str) -> Phrase | None:
    """What was needed: the genitive behind its amount, else what the need is in ("потребность в угле")."""
    numbers = [word.index for word in before if word.expression is not None]
    behind = phrase_at(before, numbers[-1] + 1) if numbers and numbers[-1] + 1 < len(before) else None
    if behind is not None and before[behind.head].has("NOUN", "Gen"):
        return behind
    noun = next((word.index for word in before if word.lemma == need), len(before))
    for index in range(noun + 1, min(noun + _NEED_REACH, len(before) - 1)):
        if before[index].low in ("в", "во"):
            phrase = phrase_at(before, index + 1)
            return phrase if phrase is not None and before[phrase.head].has("NOUN", "Loc") else None
        if before[index].expression is not None:
            return None
    return None
