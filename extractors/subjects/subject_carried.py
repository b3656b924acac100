"""Labels that add to the subject of a number before: "цены на муку выросли на 3%, рис – на 2%".

Belongs here: rows of slices and targets that name no subject of their own. Does not belong here: rows of
genitives (`genitive_rows`), labels with prepositions (`subject_slices`), bare numbers (`subject_linked`).
"""

from dataclasses import replace

from extractors.lexicon.subject_lexicon import COUNT_NOUNS, TARGET_NOUNS
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_form import printed
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.genitive_rows import of_genitive, of_opening
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.questions import Family, Question, is_in_bracket
from extractors.subjects.slice_branches import goes_on_with_branches, next_branch
from extractors.subjects.slice_cases import cases_of
from extractors.subjects.subject_quality import GRADES, tells_kind
from extractors.subjects.subject_rows import joined_members, member
from extractors.subjects.subject_slices import slice_words

_PRICES = frozenset({"цена", "тариф"})
_LEVIES = frozenset({"акциз", "налог", "пошлина", "сбор", "взнос", "платёж", "отчисление", "штраф"})
_LEVELS = frozenset({"уровень", "показатель", "значение", "объём", "объем"})
_SLICES = (LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE)


def carried(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """What the label adds to the subject of a number before, where it names none of its own."""
    here = discourse.last_in(question.sentence_index)
    in_bracket = is_in_bracket(question.sentence, question.number)
    earlier = discourse.of_family(question.family_code, in_bracket=in_bracket)
    if here is not None and goes_on_with_branches(here, question.family_code):
        return _next_made(question, label, here) or next_branch(question, label, label.phrase)
    if here is not None and _is_priced(question, label, here.subject):
        shown = printed(question.sentence.words, label.phrase.first, label.last)
        return member(here.subject, shown, "slice.priced")
    if label.phrase.head_lemma in TARGET_NOUNS or _is_level_of_time(question, label):
        found = earlier or (here.subject if here is not None else None)
        return found.by("target") if found else None
    if here is not None and _is_parallel(question, label, here):
        return here.subject.by("parallel")
    if here is not None and _continues_slices(question, label, here):
        joined = joined_members(question, discourse, label)
        return joined or member(here.subject, slice_words(question, label, here.subject))
    if earlier is not None and _is_quality(question, label):
        found = earlier.by("slice.quality", LabelSort.GENITIVE)
        if label.phrase.head_lemma in GRADES:
            shown = printed(question.sentence.words, label.phrase.first, label.phrase.last)
            return replace(found, text=f"{found.head} {shown}")
        return found
    goes_on = here is not None and here.is_change and question.change is not None
    whole = earlier or (here.subject if here is not None and goes_on else None)
    return of_genitive(question, label, here, whole) or of_opening(question, label)


def _next_made(question: Question, label: Label, here: Antecedent) -> Subject | None:
    """As in "рост – в выпуске муки (5%), круп и масел (3%)": genitives of what the branch before does."""
    words = question.sentence.words
    first = as_one(words, label.phrase)
    if not here.subject.complement or words[first.head].has("NOUN", "Loc"):
        return None
    found = of_genitive(question, label, here, here.subject)
    return found.by(here.subject.rule) if found is not None else None


def _is_priced(question: Question, label: Label, subject: Subject) -> bool:
    """As in "цены на муку выросли на 3%, рис – на 2%": the next thing that prices are for."""
    if subject.head not in _PRICES or not subject.adjunct.startswith("на "):
        return False
    head = question.sentence.words[label.phrase.head]
    return question.change is not None and head.has("NOUN", "Acc") and question.preposition == "на"


def _is_quality(question: Question, label: Label) -> bool:
    """As in "40 изделий, из них местного производства – 12": a genitive tells what kind they are."""
    is_amount = question.family in (Family.COUNT, Family.QUANTITY) and question.change is None
    return is_amount and tells_kind(label.phrase) and label.sort is LabelSort.GENITIVE


def _is_level_of_time(question: Question, label: Label) -> bool:
    """As in "больше уровня прошлого года (2,1 млрд)": the level that the same thing was on."""
    words, head = question.sentence.words, label.phrase.head
    is_compared = label.joint == "bracket" and not words[head].has("NOUN", "Nom")
    return is_compared and label.phrase.head_lemma in _LEVELS and words[head + 1].in_time


def _is_parallel(question: Question, label: Label, last: Antecedent) -> bool:
    """Whether a count stands with the same preposition as the number before."""
    if question.family is not Family.COUNT or label.sort is LabelSort.GENITIVE:
        return False
    is_same = question.preposition != "" and last.preposition == question.preposition
    return is_same and label.phrase.head_lemma not in COUNT_NOUNS


def _continues_slices(question: Question, label: Label, last: Antecedent) -> bool:
    """As in "цены на огурцы – на 8,7%, капусту – 6,2%, лук – 5,1%": the list goes on in the same case."""
    if last.family != question.family_code or last.subject.label not in _SLICES:
        return False
    words = question.sentence.words
    before = words[label.first - 1] if label.first else None
    if before is None or (before.text not in (",", ")") and before.low != "и"):
        return False
    head, cases = words[label.phrase.head], cases_of(last.subject.adjunct)
    if label.joint == "bracket" and (head.text.isupper() or head.lemma in _LEVIES):
        return False  # "налог на прибыль (3 млрд), НДФЛ (2 млрд), акцизы (1 млрд)"
    return not head.readings or any(head.has("NOUN", case) for case in cases)
