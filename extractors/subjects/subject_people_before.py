"""People named before their number: by a label, as a slice of people, or by the number before.

Belongs here: "пенсионеры – 234 человека", "в городе – 9 тыс. человек", "против 5 922 человек". Does not
belong here: people named in the number's own clause (`subject_people`).
"""

from extractors.language.words import Word
from extractors.lexicon.readings import are_of_people, readings
from extractors.lexicon.subject_lexicon import (
    COUNT_NOUNS,
    FALLING_VERBS,
    NOT_SUBJECTS,
    PEOPLE,
    STATING_VERBS,
    TARGET_NOUNS,
)
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_words import OPENING_QUOTES, is_noun
from extractors.phrases.phrases import build
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_verbs import is_active
from extractors.subjects.clauses import clause_subject
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.labels import find_label
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Question
from extractors.subjects.subject_compared import resumed
from extractors.subjects.subject_labelled import labelled
from extractors.subjects.subject_resumed import apposed

RULE = "counted.people"
"""The rule that has named the people of a number."""
_SLICES = (LabelSort.PLACE, LabelSort.PREPOSITIONAL, LabelSort.TIME, LabelSort.OBLIQUE)
_NOMINAL = frozenset({"NOUN", "ADJ", "ADP", "PROPN", "NUM"})
_PARTING = frozenset({"них", "числе"})
_COLLECTIVES = ("двое", "двои", "трое", "трои", "четверо", "четверы", "пятеро", "пятеры", "шестеро", "семеро")
_PERSON = "человек"
_CLAUSE_REACH = 5
_AGAINST = frozenset({"против", "вместо"})


def of_label(question: Question, discourse: Discourse) -> Subject | None:
    """As in "пенсионеры – 234 человека": the label names them."""
    words, label = question.sentence.words, find_label(question.sentence, question.number)
    if label is None or label.joint not in ("dash", "colon"):
        return None
    if words[label.first].low == "на" and label.first and words[label.first - 1].lemma in FALLING_VERBS:
        if words[label.phrase.head].in_place:
            return clause_subject(question)  # "число погибших пришлось на Абайскую область – 64 человека"
        return subject_of(words, label.phrase, RULE)  # "приходится на активное население – 5 тыс. человек"
    if label.sort in _SLICES:
        return None
    if label.sort is LabelSort.ADJECTIVE and _is_of_people(words[label.phrase.head]):
        return subject_of(words, label.phrase, RULE)
    if label.sort is LabelSort.ADJECTIVE and not follows_people(discourse):
        return None
    if label.phrase.head_lemma in TARGET_NOUNS or _is_of_things(question, label):
        return None
    if label.joint == "colon" and _opens_clause(question, label):
        return None
    if any(word.text in OPENING_QUOTES for word in words[label.first : label.last]):
        return None  # "ТОО «Курылыс» – 217 человек": whose they are, not who
    return labelled(question, discourse)


def _opens_clause(question: Question, label: Label) -> bool:
    """As in "выявлены случаи сбыта: трое человек взяты под стражу": people who have a verb of their own."""
    words, number = question.sentence.words, question.number.index
    nouns = [label.phrase.head_lemma, *(word.lemma for word in words[label.first : label.last + 1])]
    if not COUNT_NOUNS.isdisjoint(nouns) or are_of_people(words[label.phrase.head].readings):
        return False
    own = words[number + 1 : number + 1 + _CLAUSE_REACH]
    end = next((i for i, word in enumerate(own) if word.text in ",;.()–—"), len(own))
    return any(word.pos == "VERB" for word in own[:end])


def _is_of_people(word: Word) -> bool:
    """As in "выбывших – 14 человек": a participle in the plural says who they are by what they did."""
    return any(r.is_participle and r.number == "Plur" and r.case in ("Nom", "Gen") for r in word.readings[:3])


def _is_of_things(question: Question, label: Label) -> bool:
    """As in "получили протезы рук – 60 человек": a genitive plural of things says nothing of who."""
    if label.sort is not LabelSort.GENITIVE:
        return False
    nouns = [r for r in question.sentence.words[label.phrase.head].readings if r.pos == "NOUN"]
    return bool(nouns) and not any(r.is_animate or r.number == "Sing" for r in nouns)


def of_slice(question: Question, discourse: Discourse) -> Subject | None:
    """As in "численность жителей: в городе – 9 тыс. человек": a slice of people named before."""
    label = find_label(question.sentence, question.number)
    if label is None and _opens_with_slice(question):
        if _acts_behind(question):
            return None  # "в стране порядка 300 человек стали наставниками"
        is_known = follows_people(discourse) or _follows_named(discourse)
        return discourse.antecedents[-1].subject if is_known else None
    if label is None or label.sort not in _SLICES:
        return None
    stated = _number_of(question.sentence.words, label.first)
    if stated is not None:
        return stated
    last, lead = discourse.last(), discourse.lead
    if last is not None and follows_people(discourse):
        return last.subject
    if lead is None or last is not None or lead.head in PEOPLE:
        return None
    return lead if lead.head in COUNT_NOUNS or label.sort is LabelSort.TIME else None


def _acts_behind(question: Question) -> bool:
    """Whether the people have a verb of their own right behind."""
    behind = question.sentence.words[question.number.index + 2 : question.number.index + 3]
    return bool(behind) and behind[0].pos == "VERB" and is_active(behind[0])


def _opens_with_slice(question: Question) -> bool:
    """As in "в том числе в городе 9 тыс. человек", "в 2001 году 5 человек": only a slice opens the clause."""
    words, number = question.sentence.words, question.number.index
    start = segment_start(words, number)
    start = next((i + 1 for i in range(start, number) if words[i].low in _PARTING), start)
    if start >= number or words[start].low not in ("в", "во", "на"):
        return False
    return all(word.pos in _NOMINAL or word.in_time for word in words[start:number])


def _number_of(words: list[Word], end: int) -> Subject | None:
    """As in "по численности населения после Китая": the number of whom is spoken of since the last number."""
    for index in range(end - 1, -1, -1):
        if words[index].expression is not None or words[index].text == ";":
            return None
        if words[index].lemma in COUNT_NOUNS and is_noun(words[index]):
            return subject_of(words, build(words, index, index), RULE)
    return None


def of_row(question: Question, discourse: Discourse) -> Subject | None:
    """As in "убыль составила 17, 25 и 31 человека": a row of bare numbers counts one thing."""
    words, index = question.sentence.words, question.number.index
    index -= 1 + (words[index - 1].low == question.preposition)
    joined = index - 1
    while words[index].low == "и" and joined > 0 and _goes_between(words[joined]):
        joined -= 1  # "до 5 тыс. человек в этом году и до 7 тыс. человек в следующем"
    is_row = index > 0 and words[index].low in (",", "и") and words[joined].expression is not None
    last = discourse.last_in(question.sentence_index) if is_row else None
    return last.subject if last is not None and last.family == question.family_code else None


def _goes_between(word: Word) -> bool:
    return word.in_time or word.pos == "ADP" or word.lemma in PEOPLE


def again(question: Question, discourse: Discourse) -> Subject | None:
    """As in "против 5 922 человек", "(годом раньше 583 человека)": the people just counted."""
    last = discourse.last()
    if last is None:
        return None
    if last.sentence == question.sentence_index and _states_on(question):
        return last.subject
    if last.subject.head in COUNT_NOUNS or (last.is_change and question.preposition == "до"):
        return apposed(question, discourse)
    if not follows_people(discourse):
        return None
    if question.preposition in _AGAINST:
        return last.subject
    same = last.sentence == question.sentence_index and opens_bracket(question)
    return last.subject if same else (apposed(question, discourse) or resumed(question, discourse))


def _states_on(question: Question) -> bool:
    """As in "снизилась на 5,8% и на начало года составила 745 человек": one more statement of the same."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1)
    if index < 1 or words[index].lemma not in STATING_VERBS:
        return False
    while index > 0 and _tells_when(words[index]):
        index -= 1
    return index > 0 and words[index].low == "и" and words[index - 1].expression is not None


def _tells_when(word: Word) -> bool:
    return word.pos in ("VERB", "ADP") or word.in_time or word.lemma in NOT_SUBJECTS


def opens_bracket(question: Question) -> bool:
    """Whether only words of time stand between an opening bracket and the number."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, times=True)
    return index >= 0 and words[index].text == "("


def follows_people(discourse: Discourse) -> bool:
    """Whether the number before counted people by a better name."""
    last = discourse.last()
    return last is not None and last.subject.rule == RULE


def _follows_named(discourse: Discourse) -> bool:
    """Whether the number before counted people by what they are: "4 852 безработных"."""
    last = discourse.last()
    if last is None or last.subject.head in PEOPLE or not last.subject.rule.startswith("counted"):
        return False
    return any(reading.is_animate for reading in readings(last.subject.head)[:2] if reading.pos == "NOUN")


def collective(question: Question, discourse: Discourse) -> Subject | None:
    """As in "один водитель ранен, ещё двое погибли": such words count people, whatever was told before."""
    last, behind = discourse.last(), question.number.index + 1
    if not question.number.low.startswith(_COLLECTIVES) or (
        last is not None and speaks_of_people(last.subject)
    ):
        return None
    if any(word.low == "из" for word in question.sentence.words[behind : behind + 1]):
        return None  # "наказаны 16 должностных лиц, двое из них уволены"
    return Subject(_PERSON, _PERSON, "collective", "Masc")


def speaks_of_people(told: Subject) -> bool:
    """Whether what was told before are people: "осуждены 8 чиновников, двое – к штрафу"."""
    return told.rule == RULE or are_of_people(readings(told.head))
