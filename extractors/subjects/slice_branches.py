"""Branches that themselves grow or shrink: "рост отмечен в торговле – 5%", "в связи рост составил 3%".

Belongs here: branches that a bare word of change is told of, and the rows that go on with them. Does not
belong here: what has an indicator of its own ("рост выпуска в торговле": `subject_slices`).
"""

from extractors.changes.change_words import REPORTING_VERBS, ChangeClass
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, MEASURES, NOT_SUBJECTS
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_attributes import first_attribute
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import is_adjective, is_noun, noun_reading, only_in
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label, is_source_of_money
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question
from extractors.subjects.subject_changes import what_changes

_BRANCH, _GROWTH, _BRACKETED = "label.branch", "change.branch", "label.bracket"
_SPHERE = "slice.sphere"
_NOTING = REPORTING_VERBS | {
    "достигнуть",
    "достичь",
    "обеспечить",
    "отметить",
    "зафиксировать",
    "зарегистрировать",
}
_SPHERES = frozenset({"сфера", "отрасль", "сектор", "направление", "сегмент", "подотрасль"})
OF_ALL_BRANCHES = frozenset({"экономика", "отрасль", "показатель"})
"""What all branches make up: its growth in a branch is the growth of that branch."""
_WITHIN = frozenset({"в", "во"})
_TERRITORIES = frozenset({"область", "район", "город", "край", "регион", "республика", "округ"})
# "рост в долларах составил 5%", "рост в натуральных показателях": what a change is told in.
_TOLD_IN = NOT_SUBJECTS | MEASURES | {"доллар", "рубль", "тенге", "евро", "валюта"}
_TOLD_IN |= {"область", "регион", "район", "город", "село", "страна", "республика", "край", "мир"}


def goes_on_with_branches(last: Antecedent, family: str) -> bool:
    """Whether the number before was of a branch, so that this one is of the next."""
    return last.family == family and is_branch(last.subject)


def is_branch(subject: Subject) -> bool:
    """Whether a subject is a branch that a bare word of change was told of."""
    return subject.rule in (_BRANCH, _GROWTH)


def of_branch(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "вместе с тем в растениеводстве рост составил 3%", "отмечен рост в торговле на 5%"."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 0:
        return None
    words = question.sentence.words
    phrase = usable(question, _branch_behind(question, change.word) or _branch_before(words, change.word))
    if phrase is None or phrase.head_lemma in _TOLD_IN or noun_reading(words[phrase.head], "Loc") is None:
        return None
    return subject_of(words, phrase, _GROWTH)


def _branch_before(words: list[Word], noun: int) -> Phrase | None:
    """As in "в растениеводстве (отмечен) рост": the branch before a word of change, alone in its clause."""
    start, last = segment_start(words, noun), first_attribute(words, noun) - 1
    last -= last > start and any(r.lemma in _NOTING for r in words[last].readings[:2])
    phrase = noun_phrase_left_of(words, last)
    if phrase is None or phrase.first <= start or words[phrase.first - 1].low not in _WITHIN:
        return None
    return None if any(map(_is_said, words[start : phrase.first - 1])) else phrase


def _branch_behind(question: Question, noun: int) -> Phrase | None:
    """As in "рост (отмечен) в торговле на 5%", "рост в торговле составил 5%": but for verbs side by side."""
    words, number = question.sentence.words, question.number.index
    within = noun + 1 + (noun + 1 < number and words[noun + 1].lemma in REPORTING_VERBS)
    if within + 1 >= number or words[within].low not in _WITHIN:
        return None
    phrase = phrase_at(words, within + 1)
    behind = words[phrase.last + 1 : number] if phrase is not None else []
    is_told = all(word.pos in ("ADP", "ADV", "VERB") or word.in_time for word in behind)
    return phrase if is_told and not any(word.expression for word in behind) else None


def _is_said(word: Word) -> bool:
    """Whether a word before a branch is more than what joins its clause: "кроме того", "за год"."""
    return word.pos in ("NOUN", "PROPN", "VERB") and not (word.in_time or word.in_place)


def unlabelled_branch(question: Question, discourse: Discourse) -> Subject | None:
    """As in "рост в торговле на 5%, связи на 3%": a row of branches without dashes."""
    last, words = discourse.last_in(question.sentence_index), question.sentence.words
    if last is None or not goes_on_with_branches(last, question.family_code):
        return None
    before = before_skipped(words, question.number.index - 1)
    phrase = noun_phrase_left_of(words, before) if question.preposition == last.preposition else None
    if phrase is None or usable(question, phrase) is None:
        return None
    first = phrase.first - (words[phrase.first - 1].low in _WITHIN)
    return subject_of(words, phrase, _BRANCH) if first > 0 and words[first - 1].low in (",", "и") else None


def next_branch(question: Question, label: Label, phrase: Phrase) -> Subject:
    """The branch that a label names by a phrase of it."""
    return subject_of(question.sentence.words, phrase, _BRANCH, label=label.sort)


def grown_branch(question: Question, label: Label, found: Subject) -> Subject | None:
    """As in "рост отмечен в торговле – 5%, связи – 3%": a bare word of change is of what it is in."""
    words = question.sentence.words
    is_bare = label.phrase.head == label.last and is_adjective(words[label.last])
    if is_bare and label.sort is LabelSort.PREPOSITIONAL and is_branch(found):
        return question.attributed(found, words[label.phrase.first : label.last + 1], _BRANCH)
    if label.sort not in (LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE) or not is_noun(words[label.last]):
        return None
    if label.phrase.head_lemma in _TERRITORIES and words[label.last].text[:1].isupper():
        return None  # "увеличение отмечено: в области Жетысу – на 11%"
    if is_branch(found):
        return next_branch(question, label, label.phrase)
    phrase = _owing_to(question, label) or label.phrase
    is_inside = phrase is not label.phrase or words[label.first].low in _WITHIN or _is_member(words, label)
    is_grown = usable(question, phrase) is not None and _is_of_branches(question, phrase, found)
    return next_branch(question, label, phrase) if is_inside and is_grown else None


def _is_of_branches(question: Question, phrase: Phrase, found: Subject) -> bool:
    """Whether a bare word of change is said, or one of all branches: "рост экономики в торговле"."""
    changing = what_changes(found)
    if changing is None:
        return True
    is_noun_of_change = question.change is not None and question.change.word_class is ChangeClass.NOUN
    return is_noun_of_change and changing.head in OF_ALL_BRANCHES and phrase.head_lemma not in _TOLD_IN


def _is_member(words: list[Word], label: Label) -> bool:
    """As in "рост в ткачестве, выпуске обуви (5%)": a locative that a preposition further on governs."""
    return words[label.first - 1].text == "," and only_in(words[label.phrase.head], "Loc")


def _owing_to(question: Question, label: Label) -> Phrase | None:
    """As in "рост обеспечен за счёт связи (+5%)": the branch to which a change with a sign is owed."""
    words = question.sentence.words
    is_owed = label.joint == "bracket" and is_source_of_money(words, label)
    return phrase_at(words, label.first + 2) if is_owed and question.change is not None else None


def bracketed_next(question: Question, label: Label, last: Antecedent) -> Subject | None:
    """As in "в отраслях: металлургии (+7%), машиностроении (+11%)": the next one of a row of brackets."""
    is_row = label.joint == "bracket" and last.in_bracket and last.family == question.family_code
    if not is_row or last.subject.rule != _BRACKETED or label.sort is not LabelSort.OBLIQUE:
        return None
    return subject_of(question.sentence.words, label.phrase, _BRACKETED, label=label.sort)


def of_sphere(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "фирмы работают в сферах: торговли – 12, связи – 8": genitives of the spheres."""
    words, first = question.sentence.words, label.first
    opens = first > 3 and words[first - 1].text == ":" and words[first - 2].lemma in _SPHERES
    if opens and _is_of_change(question, label):
        return next_branch(question, label, label.phrase)
    if label.sort is not LabelSort.GENITIVE and not words[label.phrase.head].has("NOUN", "Gen"):
        return None
    if opens:
        found = local_nominative(question, first - 3)
        found = found.inner or found if found is not None and found.head in COUNT_NOUNS else found
        return found.by(_SPHERE, LabelSort.GENITIVE) if found is not None else None
    if discourse.last_in(question.sentence_index) is None:
        return None
    last = discourse.of_family(question.family_code)
    return last if last is not None and last.rule == _SPHERE else None


def _is_of_change(question: Question, label: Label) -> bool:
    """As in "рост отмечен в отраслях: связи (+5%)": nothing but the change is named before."""
    if question.change is None or label.sort not in (LabelSort.OBLIQUE, LabelSort.GENITIVE):
        return False
    found = local_nominative(question, label.first - 3)
    is_inside = question.sentence.words[label.first - 2].has("NOUN", "Loc")
    return is_inside and (found is None or what_changes(found) is None)
