"""Rules for numbers whose subject stands close by in a plain construction of its own.

Belongs here: "с A до B", "при норме N", adjectives that stand for a noun named before. Does not belong here:
participles behind a comma (`subject_participles`), clauses and antecedents at large (`subject_linked`) and
the order of rules (`subject_rules`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import change_word
from extractors.language.inserted_clauses import before_inserted
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import NEED_NOUNS, PEOPLE, TARGET_NOUNS
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import adjective_reading, is_adjective, is_noun, noun_reading
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.clause_verbs import is_active
from extractors.subjects.discourse import MARK, Antecedent, Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_changes import counted_by
from extractors.subjects.subject_people_before import of_label
from extractors.subjects.subject_resumed import counted_before

_REACH = 12
_BEEN = frozenset({"был", "была", "было", "были", "будет", "будут"})
_BOUND_BY = NEED_NOUNS | TARGET_NOUNS
_DASHES = frozenset("–—-")
# "При необходимости до 85% ссуды", "при содействии банка 40% фирм": how or when something is done.
_CIRCUMSTANCES = frozenset(
    {"необходимость", "желание", "поддержка", "содействие", "участие", "наличие", "помощь", "условие"}
    | {"возможность", "посредничество", "отсутствие", "обращение"}
)
_RELATIVE = "который"


def of_pair(question: Question, discourse: Discourse) -> Subject | None:
    """As in "снизить потери с 13,9 до 11%": what the word of change is about."""
    if question.expression.pair != "from":
        return None
    last = discourse.last_in(question.sentence_index)
    if last is not None and ((last.is_change and _restates(question)) or _follows_upper(question, last)):
        return last.subject.by("pair")
    words, number = question.sentence.words, question.number.index
    counted = _counted_by_upper(question) if question.family is Family.COUNT else None
    if counted is not None and counted.head not in PEOPLE:
        return counted
    opening = number - 2 if number > 1 and words[number - 2].text == "(" else number
    if number > 2 and words[number - 2].text == ",":
        opening = before_inserted(words, number - 2) + 1  # "доля ферм, имеющих прибыль, выросла с"
    row = _opening_row(question, opening) if question.family is Family.COUNT else None
    if row is not None:
        return row
    change = _change_before(words, opening)
    if change is not None:
        return _changed(question, change, opening) or counted
    if counted is not None:
        named = local_nominative(question, number - 2)  # "численность занятых – с 6 до 7 тыс. человек"
        if named is None:  # "раненых – с 6 до 7 человек"
            named = of_label(question, discourse)
        return counted_by(question, named).by("pair") if named is not None else counted
    return _changed_behind(question)


def _opening_row(question: Question, opening: int) -> Subject | None:
    """As in "снизилось число: краж (с 83 до 64), угонов (с 12 до 9)": what a colon leads to and a bracket."""
    words = question.sentence.words
    if words[opening].text != "(" or words[segment_start(words, opening - 1) - 1].text != ":":
        return None
    phrase = usable(question, noun_phrase_left_of(words, opening - 1))
    return subject_of(words, phrase, "pair") if phrase is not None else None


def _change_before(words: Sequence[Word], opening: int) -> Word | None:
    """The word of change before a pair, in its own clause."""
    for index in range(opening - 1, max(-1, opening - _REACH), -1):
        word = words[index]
        if word.expression is not None or word.text in ";()" or word.low in ("а", "но"):
            return None
        if change_word(word) is not None:
            return word
    return None


def _follows_upper(question: Question, last: Antecedent) -> bool:
    """As in "рост экспорта до 4% с прежних 6%": what is reached stands right before what is left."""
    words, number = question.sentence.words, question.number.index
    if last.subject.rule != "change.moved" or number < 3:
        return False
    before = words[number - 2 - (words[number - 2].expression is None)].expression
    return before is not None and before.pair == "to"


def _changed_behind(question: Question) -> Subject | None:
    """As in "с 45 до 60% выросла доля", "увеличило долю": the verb and its noun stand behind both numbers."""
    words, number = question.sentence.words, question.number.index
    upper = next((i for i in range(number + 1, min(len(words), number + 4)) if words[i].expression), -1)
    verb = upper + 1 + (0 < upper < len(words) - 1 and words[upper + 1].low in _BEEN)
    if upper < 0 or verb >= len(words) or change_word(words[verb]) is None or words[verb].pos != "VERB":
        return None
    phrase = usable(question, phrase_at(words, verb + 1))
    if phrase is None:
        return None
    is_moved = words[phrase.head].has("NOUN", "Nom") or (
        is_active(words[verb]) and words[phrase.head].has("NOUN", "Acc")
    )
    return subject_of(words, phrase, "pair") if is_moved else None


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


def at_noun(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "при плане 17 205 млн", "при опасной отметке 850": a mark named beside the number."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1)
    phrase = noun_phrase_left_of(words, index)
    if phrase is None or phrase.first == 0 or words[phrase.first - 1].low != "при":
        return None
    is_of_change = question.change is not None and question.change.word == phrase.head
    if is_of_change or not usable(question, phrase) or phrase.head_lemma in _CIRCUMSTANCES:
        return None  # "при снижении числа краж на 4%": what falls
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
