"""Rules for numbers beside a noun of change: "рост инвестиций на 5%", "на 5% увеличил выпуск".

Belongs here: what a noun of change in the sentence is about. Does not belong here: whether a number
is a change (`changes`), levels that a change leads to (`subject_goals`) and subjects that are words of change
(`subject_changes`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import ChangeClass, change_word, relative_kind
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import PERCENT_BASES
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import case_weight, is_adjective, noun_reading
from extractors.phrases.phrases import Phrase, build, is_counted
from extractors.phrases.segments import segment_start
from extractors.subjects.change_rows import next_of_row
from extractors.subjects.clause_verbs import is_impersonal
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.genitive_rows import LESS_OF, unlabelled
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.labels import find_label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question
from extractors.subjects.slice_branches import goes_on_with_branches
from extractors.subjects.subject_changes import BALANCES

_OF_BRANCHES = frozenset({"показателей", "экономики", "отраслей"})  # what all branches make up
_ALL = frozenset({"всего", "всей", "всех"})
_SELDOM = 4
_DASHES = frozenset("–—-")  # "на 3% сократили срок, на 5% – брак"


def change_complement(question: Question, discourse: Discourse) -> Subject | None:
    """As in "рост инвестиций на 5%", "увеличение зарплаты составило 10%"."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN:
        return None
    words, index = question.sentence.words, change.word + 1
    index += index < len(words) and words[index].low in _ALL
    named = build(words, change.word)
    if named.text.startswith(BALANCES):
        return subject_of(words, named, "change.balance")
    if any(word.expression for word in words[index : question.number.index]):
        opens_bracket = words[question.number.index - 1].text == "("
        if opens_bracket or _has_slice(question) or unlabelled(question, discourse) is not None:
            return None  # "рост экспорта круп (5%), муки (3%)", "рост вывоза круп на 5%, муки на 3%"
        own = next_of_row(question, index)
        if own is not None:
            return own
    if index < len(words) and index != question.number.index and words[index].expression is None:
        phrase = usable(question, phrase_at(words, index))
        if phrase is not None and words[phrase.head].low in _OF_BRANCHES and _in_branch(question, discourse):
            return None  # "увеличение показателей в машиностроении (17%)": of the branch
        if phrase is not None and (
            noun_reading(words[phrase.head], "Gen") or not words[phrase.head].readings
        ):
            return subject_of(words, phrase, "change.complement")
    return None


def _in_branch(question: Question, discourse: Discourse) -> bool:
    """As in "рост экономики, в частности, в торговле – на 5%, связи – на 3%": a branch or the next one."""
    last = discourse.last_in(question.sentence_index)
    return _has_slice(question) or (last is not None and goes_on_with_branches(last, question.family_code))


def behind_comparative(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "на 9,6% стало меньше погибших": the genitive plural of what there is more or less of."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.COMPARATIVE or change.word < 0:
        return None
    words = question.sentence.words
    if words[change.word].low not in ("больше", "меньше") or change.word < question.number.index:
        return None
    phrase = usable(question, phrase_at(words, change.word + 1))
    if phrase is None or phrase.head_lemma in PERCENT_BASES:
        return None
    start = segment_start(words, question.number.index)
    stated = any(word.pos == "VERB" for word in words[start : change.word])
    # of a mass only where it is done to it, as in "намолочено на 5% больше зерна"
    is_of_mass = phrase.first == phrase.head and any(map(is_impersonal, words[start : change.word]))
    counted = all(
        r.case == "Gen" and (r.number == "Plur" or is_of_mass) for r in words[phrase.head].readings[:1]
    )
    return subject_of(words, phrase, LESS_OF) if stated and counted else None


def behind_amount(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "сократят на треть сроки", "увеличил на 5% выпуск": the object that follows the amount."""
    words, number = question.sentence.words, question.number.index
    if not _is_changed_by_verb(question):
        return None
    start = number + 1 + (number + 1 < len(words) and words[number + 1].text in _DASHES)
    phrase = usable(question, phrase_at(words, start)) if start < len(words) else None
    if phrase is None or words[phrase.head].in_time or not words[phrase.head].has("NOUN", "Acc"):
        return None
    if phrase.head_lemma in PERCENT_BASES and relative_kind(question.number) is not None:
        return None  # "увеличиваясь на 1% ВВП"
    is_relative = relative_kind(question.number) is not None
    if words[phrase.head].has("NOUN", "Gen") and not (is_relative and _surely_object(words, phrase)):
        return None
    return subject_of(words, phrase, "clause.obj")


def _is_changed_by_verb(question: Question) -> bool:
    """Whether a verb of change stands before the amount, or the level it leads to ("снизить до 5%")."""
    words, number, change = question.sentence.words, question.number.index, question.change
    if change is not None:
        return change.word_class is ChangeClass.VERB and 0 <= change.word < number
    verb = before_skipped(words, number - 1) if question.preposition == "до" else -1
    if verb < 0 or words[verb].pos != "VERB" or words[verb].low.endswith(("ся", "сь")):
        return False
    entry = change_word(words[verb])
    return entry is not None and entry[0] is ChangeClass.VERB


def _surely_object(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether no attribute before a noun shows a genitive ("на 5% цены", but "5% посевной площади")."""
    return not any(word.has("ADJ", "Gen") for word in words[phrase.first : phrase.head])


def _has_slice(question: Question) -> bool:
    """As in "рост цен – 0,5%, в том числе на хлеб – 5,7%, выпуск – 3%": the number has its own label."""
    label = find_label(question.sentence, question.number)
    words = question.sentence.words
    if label is None:
        return False
    if label.sort is LabelSort.GENITIVE:
        return not _told_by_branch(question)
    if label.sort is LabelSort.NAME:
        return not _may_be_genitive(words[label.phrase.head])
    return label.sort in (LabelSort.PREPOSITIONAL, LabelSort.ADJECTIVE, LabelSort.OBLIQUE)


def _may_be_genitive(noun: Word) -> bool:
    """Whether a form is not seldom a genitive: "рис" has one in the dictionary."""
    named = case_weight(noun, "Nom") + case_weight(noun, "Acc")
    return noun.has("NOUN", "Gen") and named < _SELDOM * case_weight(noun, "Gen")


def _told_by_branch(question: Question) -> bool:
    """As in "рост зарплаты в отраслях финансов – 29%, связи – 23%": genitives go on with a slice."""
    change = question.change.word if question.change is not None else -1
    for word in question.sentence.words[max(0, change) : question.number.index]:
        if word.expression is not None:
            return False
        if word.low in ("в", "во", "по"):
            return True
    return False


def before_change_noun(question: Question, discourse: Discourse) -> Subject | None:
    """As in "лёгкая промышленность: рост на 9,6%": the label stands before the word of change."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 2:
        return None
    words = question.sentence.words
    between = words[change.word : question.number.index]
    if any(word.expression for word in between) and _has_slice(question):
        return None
    index = change.word - 1
    while index > 0 and is_adjective(words[index]):
        index -= 1
    if words[index].text in (":", "–", "—"):
        phrase = usable(question, noun_phrase_left_of(words, index - 1))
        if phrase is not None and is_counted(words, phrase):
            phrase = usable(question, phrase_at(words, segment_start(words, phrase.first - 1)))
        if phrase is not None:
            return subject_of(words, phrase, "change.label")
    last = discourse.last_in(question.sentence_index)
    if last is not None and words[index].text in (",", "(", ";"):
        return last.subject.by("change.apposition")
    return None
