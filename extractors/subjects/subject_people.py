"""Numbers of people: "человек" counts only where nothing better says who they are.

Belongs here: the noun, clause or change beside the number that names the people. Does not belong here:
labels and numbers before (`subject_people_before`), other counted nouns (`subject_counted`) and people who
are paid (`subject_pay`).
"""

from extractors.changes.change_words import ChangeClass, change_word
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import (
    COUNT_NOUNS,
    INDEX_NOUNS,
    PEOPLE,
    POPULATIONS,
    SHARE_NOUNS,
    STATING_VERBS,
)
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun, is_plural_genitive
from extractors.phrases.segments import segment_start
from extractors.subjects.clauses import clause_subject
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question
from extractors.subjects.subject_changes import of_number, what_changes
from extractors.subjects.subject_counted import counted
from extractors.subjects.subject_fronted import fronted
from extractors.subjects.subject_labelled import labelled
from extractors.subjects.subject_moves import change_complement
from extractors.subjects.subject_parts import fronted_total
from extractors.subjects.subject_people_before import (
    RULE,
    again,
    follows_people,
    of_label,
    of_row,
    of_slice,
    opens_bracket,
    speaks_of_people,
)
from extractors.subjects.subject_people_sizes import of_size, population
from extractors.subjects.subject_predicates import called
from extractors.subjects.subject_pronouns import bare_pointer, of_pointer, of_pronoun
from extractors.subjects.subject_roles import in_role
from extractors.subjects.subject_topics import genitive_topic

_RATES = INDEX_NOUNS | {"показатель", "уровень", "плотность", "обеспеченность", "частота"}
_PERSON, _SHORT, _SOMEBODY = "человек", "чел", "лицо"
_EVENTS = frozenset({"случай"})  # "заболеваемость – 41 случай на 100 тыс. населения"
_DASHES = frozenset("–—-")
_WHOM = frozenset({"для", "у"})
_COPULAS = frozenset({"быть", "стать"})


def counted_people(question: Question, discourse: Discourse) -> Subject | None:
    """As in "75,9 млн человек": the people are what the clause names them, where it does."""
    found = counted(question, discourse)
    if found is None or found.head not in PEOPLE | _EVENTS or _is_described(question, found):
        return found
    rate = _rate(question, discourse) if question.expression.per else None
    if rate is not None or found.head in _EVENTS:
        return rate or found
    for rule in _NAMING:
        named = rule(question, discourse)
        if named is not None and rule is of_pronoun and not _are_people(question, named):
            continue
        changing = what_changes(named) if named is not None else None
        whole = _counted(changing, discourse) if changing is not None else None
        if whole is not None and (whole.head not in PEOPLE or whole.head == _SOMEBODY):
            return whole.by(RULE, whole.label)
    return Subject(_PERSON, _PERSON, found.rule, "Masc") if found.head == _SHORT else found


def _rate(question: Question, discourse: Discourse) -> Subject | None:
    """As in "смертность составила 350 человек на 100 тыс. жителей": the rate says more than who."""
    for rule in (labelled, _of_own_clause, of_pointer):
        found = rule(question, discourse)
        changing = what_changes(found) if found is not None else None
        if changing is not None and changing.head in _RATES:
            return changing
    return bare_pointer(question)


def _of_own_clause(question: Question, _discourse: Discourse) -> Subject | None:
    return clause_subject(question)


def _are_people(question: Question, named: Subject) -> bool:
    """Whether a noun may be the people of whom "их число составило 35 человек" is said."""
    words, number = question.sentence.words, question.number.index
    own = words[segment_start(words, number) : number]
    if not any(word.low == "их" for word in own):
        return True
    is_known = any(reading.pos == "NOUN" for reading in readings(named.head))
    return not is_known or speaks_of_people(named) or named.head in POPULATIONS | COUNT_NOUNS


def _is_described(question: Question, found: Subject) -> bool:
    """Whether words of its own say which people are counted, and not only what they are counted per."""
    return (found.text if question.expression.per else found.phrase) != found.head


def _counted(named: Subject, discourse: Discourse) -> Subject | None:
    """Who a noun of number counts: its genitive, for a bare one the people counted before."""
    if named.head not in COUNT_NOUNS | SHARE_NOUNS:
        return named
    if named.inner is not None and named.head in COUNT_NOUNS and of_number(named) is named:
        return None
    last = discourse.last()
    return named.inner or (last.subject if last is not None and follows_people(discourse) else None)


def _equated(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "300 человек (15%) – наёмные работники": a nominative behind a dash says who they are."""
    words = question.sentence.words
    index = question.number.index + 2
    if index < len(words) and words[index].text == "(":
        closing = (i for i in range(index + 1, min(len(words), index + 5)) if words[i].text == ")")
        index = next(closing, index) + 1
    if index + 1 >= len(words) or words[index].text not in _DASHES:
        return None
    phrase = usable(question, phrase_at(words, index + 1 + (words[index + 1].low == "это")))
    if phrase is None or is_plural_genitive(words[phrase.head]):
        return None
    behind = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    closed = behind is None or (behind.text in ".,;)" or behind.low == "и")
    head = words[phrase.head]
    plural = any(r.case == "Nom" and r.number == "Plur" for r in head.readings if r.pos in ("NOUN", "ADJ"))
    return subject_of(words, phrase, RULE) if plural and closed else None


def _of_change(question: Question, discourse: Discourse) -> Subject | None:
    """As in "при увеличении прибытия на 40 человек", "горожан стало больше на 269 тыс. человек"."""
    change = question.change
    if change is None:
        return None
    if change.word_class is ChangeClass.NOUN:
        return change_complement(question, discourse)
    return genitive_topic(question, discourse)


def _of_clause(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "население составило 5 тыс. человек": a verb of level or change says it of its subject."""
    verb = question.verb
    if verb is None or opens_bracket(question) or question.preposition in _WHOM:
        return None  # "для 40 человек улучшено водоснабжение"
    found = clause_subject(question)
    if found is None or not found.rule.startswith("clause.nsubj"):
        return None
    if found.head in COUNT_NOUNS:
        return found
    if verb.index < segment_start(question.sentence.words, question.number.index):
        return None
    if _are_those_of(question, found):
        return None
    changing = what_changes(found)
    is_of_change = changing is not None and changing.head != found.head  # "произошёл рост числа занятых"
    is_kept = (
        question.sentence.words[question.number.index - 1].low == "уровне"
    )  # "держится на уровне 40 человек"
    states = is_kept or verb.lemma in STATING_VERBS - _COPULAS or change_word(verb) is not None
    return changing if states or is_of_change else None


def _are_those_of(question: Question, subject: Subject) -> bool:
    """As in "улучшены условия порядка 300 человек": a genitive of the noun right before it."""
    words = question.sentence.words
    before = words[before_skipped(words, question.number.index - 1, BOUNDING)]
    is_bare = not question.preposition and before.lemma not in POPULATIONS | PEOPLE
    return is_bare and is_noun(before) and before.lemma == subject.head


def _of_lower(question: Question, discourse: Discourse) -> Subject | None:
    """As in "рост числа занятых с 5 до 8 тыс. человек": those whom the lower number counts."""
    last = discourse.last_in(question.sentence_index) if question.expression.pair == "to" else None
    return last.subject if last is not None else None


def _fronted(question: Question, discourse: Discourse) -> Subject | None:
    """As in "новых учителей прибыло 20 человек", but "наград удостоены 9 человек": who, not what they get."""
    found = fronted(question, discourse)
    if found is None or found.head in POPULATIONS | COUNT_NOUNS:
        return found
    nouns = [reading for reading in readings(found.head) if reading.pos == "NOUN"]
    return found if not nouns or any(reading.is_animate for reading in nouns) else None


_NAMING = (
    _of_lower,
    called,
    in_role,
    population,
    of_size,
    _equated,
    _of_change,
    of_label,
    of_slice,
    of_row,
    fronted_total,
    of_pronoun,
    _of_clause,
    _fronted,
    again,
)
