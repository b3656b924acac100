"""Labels that add to the subject of a number before: "цены на муку выросли на 3%, рис – на 2%".

Belongs here: rows of slices, genitives and targets that name no subject of their own. Does not belong here:
labels with prepositions (`subject_slices`) and numbers without a label (`subject_linked`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import is_comparative
from extractors.language.words import Word
from extractors.lexicon.readings import Reading, readings
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, MEASURES, QUANTITY_VERBS, TARGET_NOUNS
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import noun_reading
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Family, Question, is_in_bracket
from extractors.subjects.slice_cases import cases_of
from extractors.subjects.subject_rows import joined_members, member
from extractors.subjects.subject_slices import BRANCH, slice_words

_PRICES = frozenset({"цена", "тариф"})
_QUALITIES = frozenset(
    {"значение", "производство", "назначение", "изготовление", "происхождение", "подчинение"}
)
_FUNDS = "средство"
_ABSTRACT = ("ение", "ание", "ство")
_DOINGS = frozenset(QUANTITY_VERBS.values())
_LEVELS = frozenset({"уровень", "показатель", "значение", "объём", "объем"})
_JOINED = ("и ", ", ")
_SLICES = (LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE)


def carried(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """What the label adds to the subject of a number before, where it names none of its own."""
    here = discourse.last_in(question.sentence_index)
    in_bracket = is_in_bracket(question.sentence, question.number)
    earlier = discourse.of_family(question.family_code, in_bracket=in_bracket)
    if here is not None and here.subject.rule == BRANCH and here.family == question.family_code:
        return subject_of(question.sentence.words, label.phrase, BRANCH, label=label.sort)
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
        return earlier.by("slice.quality", LabelSort.GENITIVE)
    goes_on = here is not None and here.is_change and question.change is not None
    whole = earlier or (here.subject if here is not None and goes_on else None)
    return _of_genitive(question, label, here, whole)


def _is_priced(question: Question, label: Label, subject: Subject) -> bool:
    """As in "цены на муку выросли на 3%, рис – на 2%": the next thing that prices are for."""
    if subject.head not in _PRICES or not subject.adjunct.startswith("на "):
        return False
    head = question.sentence.words[label.phrase.head]
    return question.change is not None and head.has("NOUN", "Acc") and question.preposition == "на"


def _is_quality(question: Question, label: Label) -> bool:
    """As in "40 изделий, из них местного производства – 12": a genitive tells what kind they are."""
    head = question.sentence.words[label.phrase.head]
    is_quality = head.lemma in _QUALITIES and label.phrase.first < label.phrase.head
    is_amount = question.family in (Family.COUNT, Family.QUANTITY) and question.change is None
    return is_amount and is_quality and label.sort is LabelSort.GENITIVE


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
    return not head.readings or any(head.has("NOUN", case) for case in cases)


def _of_genitive(
    question: Question, label: Label, last: Antecedent | None, whole: Subject | None
) -> Subject | None:
    """As in "производство пшеницы – 5, овса – 2": the label takes the place of the genitive before."""
    if whole is None or not whole.complement or label.phrase.first != label.first:
        return None
    if whole.complement.startswith(_JOINED):
        return None  # "овец и коз – 230, свиней – 189": a row that is itself what is measured
    words = question.sentence.words
    if label.phrase.head_lemma in MEASURES and whole.head in MEASURES:
        return None  # "численности безработных – 33,9, уровня безработицы – 8,2"
    if label.phrase.head_lemma == whole.head:
        return None  # "улицы города – 5 км, других улиц – 3"
    if not _is_genitive(question, label, last) or _is_compared(words, label):
        return None
    shown = printed(words, label.phrase.first, label.phrase.last)
    return whole.with_complement(_kept(whole.complement, words[label.phrase.head]) + shown, "slice.genitive")


def _kept(complement: str, noun: Word) -> str:
    """As in "производства молока" before "мяса", "стипендии магистра" before "доктора": what stays."""
    chain = complement.split()
    own = [_first_noun(word) for word in chain]
    nouns = [place for place, reading in enumerate(own) if reading is not None]
    first, last = (own[nouns[0]], own[nouns[-1]]) if len(nouns) > 1 else (None, None)
    new = noun_reading(noun, "Gen")
    if first is None or last is None or new is None or not all(word.isalpha() for word in chain):
        return ""
    is_done = first.lemma.endswith(_ABSTRACT) or first.lemma in _DOINGS
    is_whose = new.is_animate and last.is_animate and not first.is_animate
    place = nouns[-1] if is_done or is_whose else 0
    while place and own[place - 1] is None:
        place -= 1
    return "".join(f"{word} " for word in chain[:place])


def _first_noun(word: str) -> Reading | None:
    """The genitive that a printed word is, None for attributes and other words."""
    first = readings(word)[:1]
    if not first or first[0].pos != "NOUN":
        return None
    return next((r for r in readings(word) if r.pos == "NOUN" and r.case == "Gen"), None)


def _is_genitive(question: Question, label: Label, last: Antecedent | None) -> bool:
    """Whether a label is a genitive; a form that may be one is, in a row of them or as an abstract noun."""
    if label.sort is LabelSort.GENITIVE:
        opens = label.first == 0 and question.sentence.words[label.phrase.head].has("NOUN", "Nom")
        return not opens  # "Земли запаса – 40 га"
    if last is None or label.sort is not LabelSort.NAME:
        return False
    words, phrase = question.sentence.words, label.phrase
    if not words[phrase.head].readings:
        return last.subject.label is LabelSort.GENITIVE  # "доля сёл – 45%, ферм – 16%, МСБ – 40%"
    if last.subject.label is not LabelSort.GENITIVE and not _is_of_indicator(
        words[phrase.head], last.subject
    ):
        return False
    attributes = words[phrase.first : phrase.head]
    may_be = words[phrase.head].has("NOUN", "Gen") and all(word.has("ADJ", "Gen") for word in attributes)
    return may_be and as_one(words, phrase) is phrase


def _is_of_indicator(noun: Word, whole: Subject) -> bool:
    """As in "износ сетей связи – 65%, водоснабжения – 42%": an abstract noun is hardly several."""
    return (
        noun.lemma != _FUNDS
        and noun.lemma.endswith(_ABSTRACT)
        and whole.head in MEASURES
        and whole.complement != ""
    )


def _is_compared(words: Sequence[Word], label: Label) -> bool:
    """As in "на 3% выше прошлогоднего пика (15 МВт)": the genitive is what something is compared with."""
    return label.first > 0 and is_comparative(words[label.first - 1])
