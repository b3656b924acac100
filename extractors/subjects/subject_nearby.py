"""Rules for numbers whose subject stands close by in a plain construction of its own.

Belongs here: "с A до B", participles behind a comma, "при норме N", adjectives that stand for a noun
named before. Does not belong here: clauses and antecedents at large (`subject_linked`) and the
order of rules (`subject_rules`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import change_word
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import LEVEL_VERBS, NAMELESS_MEASURES, PEOPLE, TARGET_NOUNS
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading
from extractors.phrases.phrases import build, is_preposed
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import MARK, Discourse, Subject
from extractors.subjects.labels import before_inserted
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_changes import counted_by
from extractors.subjects.subject_owners import owner_of
from extractors.subjects.subject_resumed import counted_before

_REACH = 12
_BEEN = frozenset({"был", "была", "было", "были", "будет", "будут"})
_BOUND_BY = TARGET_NOUNS | {"лимит", "квота", "потребность"}
_DASHES = frozenset("–—-")
_TERM = "срок"
_REMAIN, _RELATIVE = "остаться", "который"
_ACTIVE = ("щих", "щие", "щий", "щая", "щее", "щего", "щей", "щую")


def of_pair(question: Question, discourse: Discourse) -> Subject | None:
    """As in "снизить потери с 13,9 до 11%": what the word of change is about."""
    if question.expression.pair != "from":
        return None
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.is_change and _restates(question):
        return last.subject.by("pair")
    words, number = question.sentence.words, question.number.index
    counted = _counted_by_upper(question) if question.family is Family.COUNT else None
    if counted is not None and counted.head not in PEOPLE:
        return counted
    opening = number - 2 if number > 1 and words[number - 2].text == "(" else number
    if number > 2 and words[number - 2].text == ",":
        opening = before_inserted(words, number - 2) + 1  # "доля ферм, имеющих прибыль, выросла с"
    for index in range(opening - 1, max(-1, opening - _REACH), -1):
        word = words[index]
        if word.expression is not None or word.text in ";()" or word.low in ("а", "но"):
            break
        if change_word(word) is not None:
            return _changed(question, word, opening) or counted
    if counted is not None:
        named = local_nominative(question, number - 2)  # "численность занятых – с 6 до 7 тыс. человек"
        return counted_by(question, named).by("pair") if named is not None else counted
    return _changed_behind(question)


def _changed_behind(question: Question) -> Subject | None:
    """As in "с 45 до 60% выросла доля торгов": verb and subject stand behind the upper number."""
    words, number = question.sentence.words, question.number.index
    upper = next((i for i in range(number + 1, min(len(words), number + 4)) if words[i].expression), -1)
    verb = upper + 1 + (0 < upper < len(words) - 1 and words[upper + 1].low in _BEEN)
    if upper < 0 or verb >= len(words) or change_word(words[verb]) is None or words[verb].pos != "VERB":
        return None
    phrase = usable(question, phrase_at(words, verb + 1))
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return subject_of(words, phrase, "pair")


def _restates(question: Question) -> bool:
    """As in "сократится в полтора раза – с трёх до двух часов": the change right before, in its two ends."""
    words, index = question.sentence.words, question.number.index
    is_behind_dash = index > 2 and words[index - 1].low in ("с", "со") and words[index - 2].text in _DASHES
    return is_behind_dash and counted_before(words, index - 3)


def _counted_by_upper(question: Question) -> Subject | None:
    """As in "с 8 до 25 поездов": the noun stands once, behind the upper number."""
    words, number = question.sentence.words, question.number.index
    if number in question.sentence.counted:
        return None
    upper = next((i for i in range(number + 1, min(len(words), number + 6)) if words[i].expression), -1)
    phrase = phrase_at(words, upper + 1) if upper in question.sentence.counted else None
    return subject_of(words, phrase, "pair.counted") if phrase is not None else None


def _changed(question: Question, change: Word, end: int) -> Subject | None:
    """The object or complement right behind a word of change and before `end`, else the nominative before."""
    words = question.sentence.words
    behind = usable(question, phrase_at(words, change.index + 1))
    if (
        behind is not None
        and behind.last < end
        and (words[behind.head].has("NOUN", "Acc") or not words[behind.head].has("NOUN", "Ins"))
    ):
        return subject_of(words, behind, "pair")
    found = local_nominative(question, change.index - 1)
    return found.by("pair") if found else None


def of_participle(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "износ, превышающий 71%", "безработица, опустившаяся до 2,3%": the noun before the comma."""
    words = question.sentence.words
    start = segment_start(words, question.number.index)
    if start < 2 or start >= question.number.index or words[start - 1].text != ",":
        return None
    participle = words[start + (words[start].low == "не")]
    if not any(reading.is_participle for reading in participle.readings[:2]):
        return None
    if _has_own_measure(question, participle) or _is_of_another(
        words[start : question.number.index - 1], participle
    ):
        return None
    cases = {(r.case, r.number) for r in participle.readings if r.is_participle}
    if _takes_object(question, participle):
        return None  # "предприятия, выпускающие 85% продукции"
    own = _object_before(question, participle)
    if own is not None or _is_of_what_it_does(question, participle):
        return own
    phrase = noun_phrase_left_of(words, start - 2)
    if phrase is None:
        return None
    if phrase.head_lemma in NAMELESS_MEASURES and words[phrase.first - 1].low == "в":
        return owner_of(question, phrase)  # "погашение долга в размере, не превышающем 5 млн"
    for index in (phrase.head, start - 2):
        if any((r.case, r.number) in cases for r in words[index].readings if r.pos == "NOUN"):
            owner = usable(question, build(words, index, None, start - 2))
            return subject_of(words, owner, "participle") if owner else None
    return None


def _is_of_another(own: Sequence[Word], participle: Word) -> bool:
    """As in "30 млн – на сады, оставшиеся 26 – на парки", "жилья, введённого за год (ранее – 38%)"."""
    remains = any(reading.lemma == _REMAIN for reading in participle.readings[:2])
    return remains or any(word.text == "(" for word in own)


def _has_own_measure(question: Question, participle: Word) -> bool:
    """As in "запрет, введённый сроком на месяц", "план, направленный на поставки в объёме 5 млн"."""
    words = question.sentence.words
    measure = words[before_skipped(words, question.number.index - 1)]
    if measure.lemma == _TERM and measure.has("NOUN", "Ins"):
        return True
    between = words[participle.index + 1 : measure.index]
    return measure.lemma in NAMELESS_MEASURES and any(is_noun(word) for word in between)


def _takes_object(question: Question, participle: Word) -> bool:
    """Whether an active participle has the share of a genitive for its object, and states no value."""
    words, number = question.sentence.words, question.number.index
    own = next((r for r in participle.readings if r.is_participle), None)
    states = own is None or own.lemma in LEVEL_VERBS or change_word(participle) is not None
    before = before_skipped(words, number - 1, BOUNDING | {"до"})
    if states or not participle.low.endswith(_ACTIVE) or participle.index != before:
        return False
    return number + 1 < len(words) and words[number + 1].has("NOUN", "Gen")


def _is_of_what_it_does(question: Question, participle: Word) -> bool:
    """As in "обвиняемый в краже зерна на 9 млн": a sum of what stands behind the participle, not of who."""
    words, number = question.sentence.words, question.number.index
    if question.family is not Family.MONEY or words[number - 1].low != "на" or question.change is not None:
        return False
    phrase = noun_phrase_left_of(words, number - 2)
    return phrase is not None and phrase.first > participle.index and is_preposed(words, phrase)


def _object_before(question: Question, participle: Word) -> Subject | None:
    """As in "фонд, ведающий активами на 5 млрд", "приказ, вводящий цены – 450 тенге": of the object."""
    words, number = question.sentence.words, question.number.index
    if words[number - 1].low not in ("в", "на", "до") and words[number - 1].text not in _DASHES:
        return None
    behind = phrase_at(words, participle.index + 1)
    is_next = behind is not None and behind.last == number - 2
    phrase = usable(question, behind if is_next else noun_phrase_left_of(words, number - 2))
    if phrase is None or phrase.first <= participle.index or is_preposed(words, phrase):
        return None
    head = words[phrase.head]
    is_object = head.has("NOUN", "Acc") or (question.change is None and head.has("NOUN", "Ins"))
    return subject_of(words, phrase, "participle.object") if is_object and not head.in_time else None


def at_noun(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "при плане 17 205 млн", "при опасной отметке 850": a mark named beside the number."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1)
    phrase = noun_phrase_left_of(words, index)
    if phrase is None or phrase.first == 0 or words[phrase.first - 1].low != "при":
        return None
    if not usable(question, phrase):
        return None
    is_beside = phrase.head_lemma in _BOUND_BY and counted_before(words, phrase.first - 2)
    return subject_of(words, phrase, MARK if is_beside else "at")


def adjective_subject(question: Question, discourse: Discourse) -> Subject | None:
    """As in "зарплата составила 86 тыс., реальная увеличилась на 7,3%": the noun named before."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    first = segment_start(words, question.number.index)
    if last is None or first + 1 >= question.number.index:
        return None
    word, following = words[first], words[first + 1]
    if (
        not is_adjective(word)
        or is_noun(word)
        or word.lemma == _RELATIVE
        or noun_reading(word) is not None
        or following.pos != "VERB"
    ):
        return None
    if adjective_reading(word, "Nom") is None:
        return None
    return question.attributed(last.subject, [word], "adjective_subject")
