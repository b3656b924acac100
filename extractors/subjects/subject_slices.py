"""Labels that are slices: a part of what is measured, "в городе – 26,8, на селе – 21,4".

Belongs here: what is measured where the label is a place, a time or a phrase with a preposition. Does not
belong here: names (`subject_names`) and nouns that go on with a row of slices (`subject_carried`).
"""

from extractors.changes.change_words import is_comparative
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import (
    FRAME_NOUNS,
    INSTRUMENTAL_NOUNS,
    MEASURES,
)
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import is_noun
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.label_sorts import LabelSort, has_attribute_behind
from extractors.subjects.label_words import Label, is_source_of_money
from extractors.subjects.phrase_subjects import LEADERS, subject_of
from extractors.subjects.questions import Family, Question
from extractors.subjects.slice_branches import (
    OF_ALL_BRANCHES,
    bracketed_next,
    goes_on_with_branches,
    grown_branch,
    is_branch,
)
from extractors.subjects.slice_cases import cases_of
from extractors.subjects.slice_indicators import among, indicator_behind, local_indicator
from extractors.subjects.slice_parts import goes_on_parting, is_parted
from extractors.subjects.subject_changes import what_changes
from extractors.subjects.subject_rows import joined_members
from extractors.subjects.subject_shown import shown_at
from extractors.subjects.subject_stated import acted_by, ranked_by, ranking, stated_measure
from extractors.subjects.subject_terms import changed_before

_BENCHMARKS = frozenset({"показатель", "уровень", "значение", "среднее", "норматив", "норма"})
_COMPARED = frozenset({"сравнение", "отношение"})
_SOURCES = frozenset({"слово", "данные", "оценка", "информация", "мнение", "сведение", "прогноз", "расчёт"})
_ON_THE_WHOLE = "целом"
_PURPOSES = ("на ", "для ")
_SIDES = frozenset({"доход", "расход"})
_BARE = "label.bare"
_COMPARING_REACH = 4


def slice_of(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """A part of what the number before measured: "в городе – 26,8, на селе – 21,4"."""
    own = _source(question, label) or ranking(question, label) or joined_members(question, discourse, label)
    own = own or _next_share(question, discourse, label) or among(question, discourse, label)
    own = own or _next_part(question, discourse, label)
    if own is not None:
        return own
    found = _named_here(question, discourse, label)
    if found is None:
        last = discourse.last_in(question.sentence_index)
        again = (
            _again(question, label, last) or _other_side(question, label, last) if last is not None else None
        )
        if again is not None:
            return again
        found = _whole(question, discourse, label)
    if found is None:
        return None
    if found.rule == _BARE and label.sort is LabelSort.PREPOSITIONAL:
        return subject_of(question.sentence.words, label.phrase, _BARE, label=label.sort)
    if found.head in FRAME_NOUNS:
        found = stated_measure(question, label.first) or found
    if label.sort is LabelSort.TIME:
        return found.by("slice.time", label.sort)
    branch = grown_branch(question, label, found)
    if branch is not None:
        return branch
    if _completes_otherwise(question, label, found):
        shown = printed(question.sentence.words, label.first, label.last)
        return found.with_complement(shown, "slice.instrumental")
    return found.sliced(slice_words(question, label, found), "slice", label.sort)


def _next_part(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "принято 40 человек, из них: на заводы – 30, на шахты – 10": parts of the number before."""
    last = discourse.last_in(question.sentence_index)
    if last is None or not goes_on_parting(question, label, last):
        return None
    return last.subject.sliced(slice_words(question, label, last.subject), "slice", label.sort)


def _named_here(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """What the sentence names for its slices: before them or, where they open it, behind them."""
    found = local_indicator(question, label) or _over_slices(question, label)
    opens = found is None and discourse.last_in(question.sentence_index) is None
    return indicator_behind(question, label) if opens else found


def _completes_otherwise(question: Question, label: Label, found: Subject) -> bool:
    """As in "обеспеченность врачами – 41, медсёстрами – 97": what the noun takes in the instrumental."""
    head = question.sentence.words[label.phrase.head]
    told = readings(found.complement.split()[-1]) if found.complement else ()
    takes = found.head in INSTRUMENTAL_NOUNS and any(reading.case == "Ins" for reading in told)
    return takes and label.sort is LabelSort.OBLIQUE and head.has("NOUN", "Ins")


def _source(question: Question, label: Label) -> Subject | None:
    """As in "за счёт средств бюджета – 1,2 млн": the sum is of the source."""
    words, phrase = question.sentence.words, label.phrase
    is_source = is_source_of_money(words, label) and question.family is Family.MONEY
    found = subject_of(words, phrase, "label.source", label=label.sort) if is_source else None
    if found is not None and words[label.first].low == "из":
        return found
    return found.inner.by("label.source", label.sort) if found is not None and found.inner else None


def of_benchmark(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "что ниже среднего показателя (10,5)": what the number before is compared with, elsewhere."""
    words, first = question.sentence.words, label.first
    if label.joint != "bracket" or words[label.last].lemma not in _BENCHMARKS:
        return None
    is_compared = any(is_comparative(word) for word in words[max(0, first - _COMPARING_REACH) : label.last])
    last = discourse.last_in(question.sentence_index) if is_compared else None
    if last is None:
        return None
    purpose = last.subject.adjunct if last.subject.adjunct.startswith(_PURPOSES) else ""
    return last.subject.sliced(purpose, "slice.benchmark", label.sort)


def _next_share(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "приходится на школы – 28%, клубы – 11%, социальную помощь – 26%": the row of shares goes on."""
    here = [a for a in discourse.antecedents if a.sentence == question.sentence_index]
    is_row = any(a.subject.rule == "share_of_verb" and a.family == question.family_code for a in here)
    is_pointed_to = label.sort is LabelSort.PREPOSITIONAL and question.sentence.words[label.first].low == "на"
    if not is_row or not (is_pointed_to or label.sort is LabelSort.OBLIQUE):
        return None
    return subject_of(question.sentence.words, label.phrase, "share_of_verb.next", label=label.sort)


def _over_slices(question: Question, label: Label) -> Subject | None:
    """As in "Рост рождаемости: 2008 г. – 22,8; 2014 г. – 26": what stands before the colon."""
    words = question.sentence.words
    if label.first < 2 or words[label.first - 1].text != ":":
        return None
    found = local_nominative(question, label.first - 2)
    changing = what_changes(found) if found is not None else None
    if found is not None and changing is None and question.change is not None:
        return shown_at(question, question.change.word)  # "экономика показывает рост: в 2023 году – 5%"
    is_measure = changing is not None and changing.head in MEASURES | OF_ALL_BRANCHES
    is_measure = is_measure or label.sort is LabelSort.TIME
    return changing if is_measure else None


def _other_side(question: Question, label: Label, last: Antecedent) -> Subject | None:
    """As in "бюджет исполнен по доходам на 98%, по расходам – на 97%": the other side of the budget."""
    sides = {label.phrase.head_lemma, last.subject.head}
    if sides != _SIDES or question.sentence.words[label.first].low != "по":
        return None
    return subject_of(question.sentence.words, label.phrase, "slice.side", label=label.sort)


def _again(question: Question, label: Label, last: Antecedent) -> Subject | None:
    """As in "у Туркестанской области (16), далее ЗКО (14)": the row of brackets or times goes on."""
    if label.sort is LabelSort.TIME and last.subject.rule == "slice.time":
        return last.subject
    if last.family != question.family_code or is_branch(last.subject):
        return None
    named = bracketed_next(question, label, last)
    if named is not None:
        return named
    if label.joint == "bracket" and last.in_bracket:
        return last.subject.sliced(slice_words(question, label, last.subject), "slice", label.sort)
    return last.subject.by("slice.time", label.sort) if label.sort is LabelSort.TIME else None


def _whole(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """What is parted where the segment does not name it: spoken of before, or what places are ranked by."""
    family = question.family_code
    last = discourse.last_in(question.sentence_index)
    if last is not None and last.family != family and is_parted(question, label):
        return last.subject
    acted = acted_by(question, label)
    if acted is not None:
        return discourse.of_family(family) or acted
    opens = last is None
    found = (discourse.main_of_family(family) if opens else None) or ranked_by(question, label.first)
    if found is None and opens and question.family is Family.PERCENT and question.preposition == "на":
        found = changed_before(discourse)
    is_row = last is not None and label.joint == "bracket" and goes_on_with_branches(last, family)
    if found is None and last is not None and is_row:
        return last.subject  # "рост в ткачестве (на 4%), выпуске обуви (на 5%)"
    found = found or discourse.find(family, question.preposition)
    if found is None and label.sort is LabelSort.PLACE:
        return stated_measure(question, label.first)  # "с высокой долей пашни был Абай (27%)"
    return found


def slice_words(question: Question, label: Label, subject: Subject) -> str:
    """The slice as it belongs to the phrase; places have a slot of their own."""
    words = question.sentence.words
    is_closed = is_noun(words[label.last]) or has_attribute_behind(words, label.phrase)
    is_slice = label.sort is not LabelSort.PLACE and is_closed
    is_aside = (
        words[label.last].low == _ON_THE_WHOLE
        or words[label.last].lemma in _COMPARED
        or label.phrase.head_lemma in _SOURCES
        or any(word.lemma in LEADERS for word in words[label.first : label.last])
    )
    if not is_slice or is_aside:
        return ""  # "по сравнению с 2002 годом (22,3)", "по словам министра, 5 млн"
    shown = printed(words, label.first, label.last)
    if label.sort is LabelSort.PREPOSITIONAL and label.first == 0:
        shown = shown[:1].lower() + shown[1:]
    head = words[label.phrase.head]
    opening = subject.adjunct.partition(" ")[0]
    opens = any(reading.pos == "ADP" for reading in readings(opening))
    if (
        opens
        and label.sort is LabelSort.OBLIQUE
        and any(head.has("NOUN", case) for case in cases_of(subject.adjunct))
    ):
        return f"{opening} {shown}"
    return shown
