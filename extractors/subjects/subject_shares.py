"""Rules for shares that a verb states: "на вывоз пришлось 72%", "горожане составляют 62% населения".

Belongs here: whose share a number is by its verb, the genitive behind only the base. Does not belong here:
genitives that name what has the share (`subject_measured`) and parts (`subject_parts`).
"""

from extractors.changes.change_words import change_word
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import (
    FALLING_VERBS,
    MEASURES,
    QUANTITY_VERBS,
    SHARE_NOUNS,
    STATING_VERBS,
)
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import is_adjective, is_noun, noun_reading
from extractors.phrases.phrases import Phrase, build, in_genitive, is_preposed
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

_AMOUNTS = (
    MEASURES
    | frozenset(QUANTITY_VERBS.values())
    | {"урожай", "потребность", "ввоз", "вывоз", "остаток", "улов", "ввод", "посев", "спрос", "способность"}
)
_RELATIVE, _SHARE = "который", "доля"
_THEIRS = frozenset({"его", "её", "ее", "их", "нашу", "свою"})
_AMOUNT = "clause.amount"
_BRINGING = frozenset({"довести", "доводить"})
_RULE = "share_of_verb"
_SHARE_REACH = 16
_DASHES = frozenset("–—-")
_COMPOSED, _COMPOSING_REACH = "clause.share", 12


def stated_of(question: Question, behind: Phrase) -> Subject | None:
    """What a verb says the number is of, where a genitive stands behind the number."""
    if question.family is Family.PERCENT:
        return _share_of(question, behind)
    return _amount_of(question, behind) if question.family is Family.QUANTITY else None


def _amount_of(question: Question, thing: Phrase) -> Subject | None:
    """As in "экспорт составил 5 млн тонн зерна": the genitive says of what the amount is."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, adverbs=True, times=True)
    if index < 1:
        return None
    if words[index].lemma in STATING_VERBS or _reaches(question, words[index]):
        found = local_nominative(question, index - 1)
    else:
        found = _brought(question, index)
    if found is None or found.head not in _AMOUNTS:
        return None
    if found.complement or found.adjunct:
        return found.by(_AMOUNT)
    return found.with_complement(printed(words, thing.first, thing.last), _AMOUNT)


def _brought(question: Question, last: int) -> Subject | None:
    """As in "увеличить способность трубы до 15 млн куб. м газа": the object that a verb brings to a level."""
    words = question.sentence.words
    phrase = noun_phrase_left_of(words, last) if question.preposition == "до" else None
    if phrase is None or phrase.first < 1 or not words[phrase.head].has("NOUN", "Acc"):
        return None
    verb = words[phrase.first - 1]
    is_brought = verb.pos == "VERB" and (change_word(verb) is not None or verb.lemma in _BRINGING)
    return subject_of(words, phrase, _AMOUNT) if is_brought else None


def _reaches(question: Question, verb: Word) -> bool:
    """As in "мощности выросли до 16 млн тонн нефти": a verb of change right before the level it leads to."""
    return question.preposition == "до" and verb.pos == "VERB" and change_word(verb) is not None


def _share_of(question: Question, base: Phrase) -> Subject | None:
    """As in "горожане составляют 62% населения": the genitive is only the base of the share."""
    behind = _stated_behind(question, base)
    if behind is not None:
        return behind
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, adverbs=True, times=True)
    if index < 1:
        return None
    joined = words[index].text in ("–", "—", "-")
    if words[index].lemma in FALLING_VERBS:
        return _share_of_verb(question)
    if not joined and words[index].lemma not in STATING_VERBS:
        return None
    found = local_nominative(question, index - 1) or _of_counted(question, index - 1)
    if found is None or (joined and found.head not in SHARE_NOUNS):
        return None
    return found.by("clause.share")


def _of_counted(question: Question, last: int) -> Subject | None:
    """As in "ремонт 20 школ составит 5% расходов": the noun before what another number counts."""
    words = question.sentence.words
    first = last
    while first > 0 and words[first].expression is None and words[first].pos in ("NOUN", "ADJ"):
        first -= 1
    phrase = noun_phrase_left_of(words, first - 1) if 0 < first < last and words[first].expression else None
    is_named = phrase is not None and words[phrase.head].has("NOUN", "Nom") and not is_preposed(words, phrase)
    return (
        subject_of(words, build(words, phrase.head, phrase.first, last), "local")
        if phrase and is_named
        else None
    )


def _stated_behind(question: Question, base: Phrase) -> Subject | None:
    """As in "42% импорта составляют станки": the nominative behind the verb is what has the share."""
    words, verb = question.sentence.words, base.last + 1
    if verb >= len(words) or words[verb].lemma not in STATING_VERBS:
        return None
    phrase = usable(question, phrase_at(words, verb + 1))
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return subject_of(words, phrase, "clause.share")


def composed_of(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "из них 70% (или 5 млн) в общем объёме составят средства фирм": what stands behind the verb."""
    words, number = question.sentence.words, question.number.index
    before = words[segment_start(words, number) : number]
    if any(word.pos in ("VERB", "NOUN", "ADJ") and word.lemma != _RELATIVE for word in before):
        return None
    for index in range(number + 1, min(len(words) - 1, number + _COMPOSING_REACH)):
        word = words[index]
        if word.lemma in STATING_VERBS and word.pos == "VERB":
            phrase = usable(question, phrase_at(words, index + 1))
            is_named = phrase is not None and words[phrase.head].has("NOUN", "Nom")
            return subject_of(words, phrase, _COMPOSED) if phrase is not None and is_named else None
        is_counted = words[index - 1].expression is not None
        is_named = [r.case for r in word.readings[:1]] == ["Nom"] and not is_counted
        if word.pos == "VERB" or word.text in ",;:" or is_named:
            return None
    return None


def share_of_verb(question: Question, discourse: Discourse) -> Subject | None:
    """As in "На вывоз пришлось 72,5%": the share of what the verb points to."""
    return (
        _next_attribute(question, discourse) or _share_of_verb(question) or _next_pointed(question, discourse)
    )


def _next_pointed(question: Question, discourse: Discourse) -> Subject | None:
    """As in "5 тонн приходится на рожь, 3 тонны на овёс": the row goes on without its verb."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    behind = question.number.index + 1
    if last is None or last.subject.rule != _RULE or last.family != question.family_code:
        return None
    if behind + 1 >= len(words) or words[behind].low != "на":
        return None
    phrase = usable(question, phrase_at(words, behind + 1))
    return (
        _pointed(question, phrase) if phrase is not None and words[phrase.head].has("NOUN", "Acc") else None
    )


def _next_attribute(question: Question, discourse: Discourse) -> Subject | None:
    """As in "5 млн приходится на внешний долг, 3 млн – на внутренний": the noun of the sum before."""
    words, last = question.sentence.words, discourse.last_in(question.sentence_index)
    if question.family is Family.PERCENT:
        return None
    first = question.number.index + 1
    first += first < len(words) and words[first].text in _DASHES
    attribute = words[first + 1] if first + 1 < len(words) and words[first].low == "на" else None
    if attribute is None or last is None or last.subject.rule != _RULE or not is_adjective(attribute):
        return None
    behind = words[first + 2] if first + 2 < len(words) else None
    if noun_reading(attribute) is not None or (behind is not None and is_noun(behind)):
        return None
    return question.attributed(last.subject, [attribute], _RULE)


def _share_of_verb(question: Question) -> Subject | None:
    words = question.sentence.words
    verb = _falling_verb(question)
    if verb is None or _is_rate(question):
        return None
    around = range(max(0, verb.index - 6), min(len(words) - 1, verb.index + 6))
    behind = range(question.number.index + 1, min(len(words) - 1, question.number.index + 3))
    if behind and words[behind[0]].text == ",":
        behind = range(0)  # "на сёла приходится 14%, на города – 22"
    for index in (*behind, *around, *_share_before(words, verb.index)):
        if words[index].low != "на" or words[index + 1].expression is not None:
            continue
        if (
            words[index + 1].low in _THEIRS
            and words[index + 2 : index + 3]
            and words[index + 2].low == "долю"
        ):
            return Subject(_SHARE, _SHARE, _RULE, "Fem")  # "на её долю приходится 5%"
        is_relative = words[index + 1].lemma == _RELATIVE  # "птица, на которую пришлось 5 млрд"
        pointed = noun_phrase_left_of(words, index - 2) if is_relative else phrase_at(words, index + 1)
        phrase = usable(question, pointed)
        is_deed = question.family is Family.QUANTITY and phrase is not None and phrase.head_lemma in _AMOUNTS
        if phrase is not None:  # "из 140 тонн грузов 23 пришлось на перевозки по стране"
            return None if is_deed else _pointed(question, phrase)
    return None


def _share_before(words: list[Word], verb: int) -> list[int]:
    """As in "На долю ферм в общем объёме выпуска приходится 5%": what falls there is told in between."""
    start = max(0, segment_start(words, verb), verb - _SHARE_REACH)
    return [i for i in range(start, verb - 1) if words[i].low == "на" and words[i + 1].low == "долю"][-1:]


def _is_rate(question: Question) -> bool:
    """As in "на человека приходится 29 м2", "на жителя приходится 5 тыс. долларов": per whom, not whose."""
    per = question.expression.per or ""
    if question.family is Family.MONEY:
        return any("а" <= letter <= "я" for letter in per)  # but not "5 млн в год"
    return question.family is Family.QUANTITY and per != ""


def _pointed(question: Question, phrase: Phrase) -> Subject:
    """What a verb of falling points to, and for a percentage its share."""
    found = subject_of(question.sentence.words, phrase, _RULE)
    if question.family is not Family.PERCENT or found.head in SHARE_NOUNS:
        return found
    whose = in_genitive(question.sentence.words, phrase)
    return Subject(f"{_SHARE} {whose}", _SHARE, _RULE, "Fem", whose, inner=found)


def _falling_verb(question: Question) -> Word | None:
    """The verb of falling to somebody that a number has, or shares with a number restated beside it."""
    verb = question.verb
    if verb is not None and verb.lemma in FALLING_VERBS:
        return verb
    words, index = question.sentence.words, question.number.index + 1
    while index < len(words) and (
        words[index].expression is not None or words[index].low in ("или", "(", ")")
    ):
        index += 1
    found = words[index] if index < len(words) else None
    return found if found is not None and found.lemma in FALLING_VERBS else None
