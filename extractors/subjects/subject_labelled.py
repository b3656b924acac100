"""The rule for numbers with a label: which sort of label says what of the subject.

Belongs here: telling labels that name what is measured from the others, and asking for these. Does not
belong here: finding the label (`labels`), slices (`subject_slices`), proper names (`subject_names`), labels
that add to an earlier subject (`subject_carried`), labels of brackets (`bracket_labels`) and the order of
rules (`subject_rules`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.readings import are_of_people, readings
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, FALLING_VERBS
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_bounds import noun_phrase_left_of
from extractors.phrases.phrase_words import is_adjective, only_in
from extractors.phrases.segments import segment_start
from extractors.subjects.bracket_labels import behind_bracket, measure_in_bracket
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.clause_verbs import is_active
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.genitive_rows import unlabelled
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.labels import find_label
from extractors.subjects.naming_labels import (
    beside,
    funds_of,
    named,
    next_object,
    of_extreme,
    quality,
    told_object,
)
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.slice_branches import of_sphere, unlabelled_branch
from extractors.subjects.subject_carried import carried
from extractors.subjects.subject_names import is_proper, named_slice, next_quoted, of_others
from extractors.subjects.subject_slices import of_benchmark, slice_of, slice_words

_DASHES = frozenset("–—-")
_PLURALS = ("ые", "ие", "ых", "их")
_OF_THEM = frozenset({"них", "которых", "коих"})
_NAMED_BY_DASH, _LONE = "label.dash", "label.adjective"
_SLICES = (LabelSort.PLACE, LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE, LabelSort.TIME)


def labelled(question: Question, discourse: Discourse) -> Subject | None:
    """The label before the number, read by its sort."""
    label = find_label(question.sentence, question.number)
    row = unlabelled(question, discourse) if label is None or label.joint == "comma" else None
    row = row or unlabelled_branch(question, discourse)
    if row is not None:
        return row
    if label is None or _is_fallen_to(question, label):
        return next_quoted(question, discourse) if label is None else None
    if _is_counted(question, label):
        return _of_row(question, discourse, label)
    if label.joint == "comma" and (_has_verb_behind(question) or not _is_list_item(question, label)):
        return None
    handed = (
        behind_bracket(question, label)
        or measure_in_bracket(question, label)
        or quality(question, label)
        or beside(question, label)
        or of_benchmark(question, discourse, label)
        or of_extreme(question, label)
        or of_others(question, discourse, label)
        or _of_lead_in(question, label)
        or of_sphere(question, discourse, label)
        or next_object(question, discourse, label)
        or told_object(question, label)
    )
    if handed is not None:
        return handed
    if label.sort in _SLICES:
        return slice_of(question, discourse, label)
    if label.sort is LabelSort.ADJECTIVE:
        return _adjective_label(question, discourse, label)
    if usable(question, label.phrase) is None or _acts_in_money(question, label):
        return None
    own = named_slice(question, discourse, label) if is_proper(question, label) else None
    own = own or _their_number(question, discourse, label)
    own = own or carried(question, discourse, label) or funds_of(question, label)
    return own or named(question, label)


def _their_number(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "туристов стало больше на 700, общее их количество – 15 тыс.": of what was counted before."""
    last, first = discourse.last(), label.phrase.first
    is_theirs = first > 0 and question.sentence.words[first - 1].low == "их"
    if not is_theirs or label.phrase.head_lemma not in COUNT_NOUNS or last is None:
        return None
    if last.family != question.family_code:
        return None
    return last.subject.by("label.theirs")


def _of_row(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "выплаты составляют:" over "с 4 детьми – 90 тыс. тенге": a count that opens a row slices it."""
    words = question.sentence.words
    opens = label.joint == "dash" and words[0].pos == "ADP" and words[1].expression is not None
    if not opens or question.family is Family.COUNT or discourse.lead is None:
        return None
    return discourse.lead.by("lead.row")


def _is_of_case(attribute: Word) -> bool:
    """Whether an attribute may be a nominative or genitive, as those are that stand for their noun."""
    return attribute.has("ADJ", "Nom") or attribute.has("ADJ", "Gen")


def _of_shared_noun(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "снизился ввоз морским (на 7%) и речным (на 2%) транспортом": the noun of both comes later."""
    last = discourse.last_in(question.sentence_index)
    found = local_nominative(question, label.first - 1) or (last.subject if last is not None else None)
    return found.by("slice.adjective") if found is not None else None


def _is_counted(question: Question, label: Label) -> bool:
    """Whether the words before the joint tell of an earlier number: "46 мест: 10", "30 из них – свои, 5"."""
    words, index = question.sentence.words, label.first - 1
    if label.joint == "comma" and index > 0 and words[index].text in _DASHES:
        index -= 3 if words[index - 1].low in _OF_THEM and words[index - 2].low == "из" else 1
    return index >= 0 and words[index].expression is not None


def _has_verb_behind(question: Question) -> bool:
    """As in "улучшили сбыт, на 5% увеличили выпуск": the number opens the clause of the verb behind it."""
    change = question.change
    return change is not None and change.word == question.number.index + 1


def _is_list_item(question: Question, label: Label) -> bool:
    """Whether the noun before a comma is an item of a list rather than the end of a clause."""
    words = question.sentence.words
    before = words[label.first - 1] if label.first else None
    return (
        before is None
        or before.text in ",:;–—"
        or before.expression is not None
        or before.low in ("и", "а", "также", "-")
    )


def _is_fallen_to(question: Question, label: Label) -> bool:
    """As in "больше всего приходится на налог – 36%": the verb says whose share the number is."""
    before = question.sentence.words[label.first - 1] if label.first else None
    is_pointed_to = label.sort is LabelSort.PREPOSITIONAL and question.sentence.words[label.first].low == "на"
    return is_pointed_to and before is not None and before.lemma in FALLING_VERBS


def _of_lead_in(question: Question, label: Label) -> Subject | None:
    """As in "доходы, в том числе по:" over "налоговым поступлениям – 5 млн": a dative that opens its item."""
    words = question.sentence.words
    if label.sort is LabelSort.PREPOSITIONAL:
        phrase = noun_phrase_left_of(words, label.first - 1) if label.first else None
        if phrase is None or not _opens_item(words, phrase.first) or not _is_dative(words[phrase.head]):
            return None
        found = subject_of(words, as_one(words, phrase), "label.dash", label=label.sort)
        return found.sliced(slice_words(question, label, found), "slice", label.sort)
    if label.sort is not LabelSort.OBLIQUE or not _is_dative(words[label.phrase.head]):
        return None
    return named(question, label) if _opens_item(words, label.first) else None


def _opens_item(words: Sequence[Word], first: int) -> bool:
    return first == 0 or words[first - 1].text in (":", ";", "–", "-", "•")


def _is_dative(head: Word) -> bool:
    """Whether a noun can only hang on "по": a dative of things, not of people who get something."""
    return only_in(head, "Dat") and not any(reading.is_animate for reading in head.readings)


def _acts_in_money(question: Question, label: Label) -> bool:
    """As in "больше всех перевели граждане – 3 млрд": people behind their verb, whom no money measures."""
    words = question.sentence.words
    if question.family is not Family.MONEY:
        return False
    own = words[segment_start(words, label.first) : label.first]
    is_people = are_of_people(words[label.phrase.head].readings)
    return is_people and any(word.pos == "VERB" and is_active(word) for word in own)


def _names_others(named: Subject, attribute: Word) -> bool:
    """As in "мужчин – 40, женщин – 35, пострадавших – 5": who is named beside people, not which of them."""
    if named.rule != _NAMED_BY_DASH or not are_of_people(readings(named.head)):
        return False
    return any(r.is_participle or (r.pos == "NOUN" and r.is_animate) for r in attribute.readings[:4])


def _names_next(named: Subject, attribute: Word) -> bool:
    """As in "масличные – 5 тыс. га, овощные – 2": what is named beside one that an attribute names too."""
    is_attribute = any(r.pos == "ADJ" and r.number == "Plur" for r in readings(named.head)[:3])
    is_alike = is_attribute and named.head.endswith(_PLURALS)
    return (is_alike or named.rule == _LONE) and attribute.low.endswith(_PLURALS)


def _adjective_label(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "зерновых – 5 млн, масличных – 2": the noun stands with the number before or in the lead-in."""
    words = question.sentence.words
    if label.first and words[label.first - 1].pos in ("ADV", "VERB"):
        said_of = local_nominative(question, label.first - 1)
        if said_of is not None:
            return said_of.by("label.predicate")  # "доля остаётся высокой – 70%"
    attributes = [word for word in words[label.first : label.last + 1] if is_adjective(word)]
    if label.joint == "bracket" and attributes and not _is_of_case(attributes[-1]):
        return _of_shared_noun(question, discourse, label)
    last, here = discourse.last(), discourse.last_in(question.sentence_index)
    if here is not None and attributes and attributes[-1].has("ADJ", "Nom"):
        is_people = here.subject.rule == _NAMED_BY_DASH and are_of_people(readings(here.subject.head))
        if is_people:  # "казахи – 82%, русские – 9%"
            return subject_of(words, label.phrase, _LONE, label=label.sort)
    if here is not None and attributes and _names_others(here.subject, attributes[-1]):
        return subject_of(words, label.phrase, _LONE, label=label.sort)
    if here is not None and attributes and _names_next(here.subject, attributes[-1]):
        return subject_of(words, label.phrase, _LONE, label=label.sort)
    if here is not None:
        return question.attributed(here.subject, attributes, "slice.adjective")
    counted = discourse.of_family(question.family_code) if discourse.lead is not None else None
    whole = counted or discourse.lead or (last.subject if last is not None else None)
    if whole is not None:
        return question.attributed(whole, attributes, "lead.adjective")
    return subject_of(words, label.phrase, _LONE, label=label.sort)
