"""The rule for numbers with a label: what a label of each sort says of the subject.

Belongs here: names, slices, adjectives and genitives before a dash, colon, comma or bracket. Does
not belong here: finding the label (`labels`) and the order of rules (`subjects`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.change_words import ChangeClass, change_word
from extractors.clause_nouns import local_nominative
from extractors.clause_verbs import is_active
from extractors.conjuncts import as_one
from extractors.discourse import Antecedent, Discourse, Subject
from extractors.label_sorts import LabelSort
from extractors.label_words import Label
from extractors.labels import find_label
from extractors.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrase_form import printed
from extractors.phrase_words import adjective_reading, is_adjective, is_noun
from extractors.phrases import build
from extractors.questions import Family, Question, subject_of, usable
from extractors.segments import segment_start
from extractors.subject_changes import what_changes
from extractors.subject_lexicon import (
    COUNT_NOUNS,
    FALLING_VERBS,
    FRAME_NOUNS,
    MEASURES,
    RANKING_WORDS,
    TARGET_NOUNS,
)
from extractors.words import Word

# A ranking word and a place: "месте в мире".
_RANK_REACH = 3
_PLACE_REACH = 7
_PRICES = frozenset({"цена", "тариф"})


def labelled(question: Question, discourse: Discourse) -> Subject | None:
    """The label before the number, read by its sort."""
    label = find_label(question.sentence, question.number)
    if label is not None and _is_counted(question, label):
        return None
    if label is None or (label.joint == "comma" and not _is_list_item(question, label)):
        return None
    if _is_fallen_to(question, label):
        return None
    handed = _of_lead_in(question, label)
    if handed is not None:
        return handed
    if label.sort in (LabelSort.PLACE, LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE, LabelSort.TIME):
        return _slice(question, discourse, label)
    if label.sort is LabelSort.ADJECTIVE:
        return _adjective_label(question, discourse, label)
    if usable(question, label.phrase) is None or _acts_in_money(question, label):
        return None
    if _is_proper(question, label):
        named = _named_slice(question, discourse, label)
        if named is not None:
            return named
    return _carried(question, discourse, label) or _named(question, label)


def _of_lead_in(question: Question, label: Label) -> Subject | None:
    """As in "доходы, в том числе по:" over "налоговым поступлениям – 5 млн": a dative that opens its item."""
    words = question.sentence.words
    if label.sort is LabelSort.PREPOSITIONAL:
        phrase = noun_phrase_left_of(words, label.first - 1) if label.first else None
        if phrase is None or not _opens_item(words, phrase.first) or not _is_dative(words[phrase.head]):
            return None
        found = subject_of(words, as_one(words, phrase), "label.dash", label=label.sort)
        return found.sliced(_slice_words(question, label, found), "slice", label.sort)
    if label.sort is not LabelSort.OBLIQUE or not _is_dative(words[label.phrase.head]):
        return None
    return _named(question, label) if _opens_item(words, label.first) else None


def _opens_item(words: Sequence[Word], first: int) -> bool:
    return first == 0 or words[first - 1].text in (":", ";", "–", "-", "•")


def _is_dative(head: Word) -> bool:
    """Whether a noun can only hang on "по": a dative of things, not of people who get something."""
    cases = {reading.case for reading in head.readings if reading.pos == "NOUN"}
    return cases == {"Dat"} and not any(reading.is_animate for reading in head.readings)


def _is_fallen_to(question: Question, label: Label) -> bool:
    """As in "больше всего приходится на налог – 36%": the verb says whose share the number is."""
    before = question.sentence.words[label.first - 1] if label.first else None
    is_pointed_to = label.sort is LabelSort.PREPOSITIONAL and question.sentence.words[label.first].low == "на"
    return is_pointed_to and before is not None and before.lemma in FALLING_VERBS


def _acts_in_money(question: Question, label: Label) -> bool:
    """As in "больше всех перевели граждане – 3 млрд": people behind their verb, whom no money measures."""
    words = question.sentence.words
    if question.family is not Family.MONEY:
        return False
    own = words[segment_start(words, label.first) : label.first]
    nouns = [r for r in words[label.phrase.head].readings if r.pos == "NOUN"]
    is_people = bool(nouns) and nouns[0].is_animate
    return is_people and any(word.pos == "VERB" and is_active(word) for word in own)


def _is_proper(question: Question, label: Label) -> bool:
    """Whether a label is a proper name in running text: no name is measured, but something of it."""
    head = question.sentence.words[label.phrase.head]
    before = question.sentence.words[label.first - 1] if label.first else None
    opens = before is None or before.text in ':«"|.' or before.text.isdigit()
    last = question.sentence.words[label.last]
    if label.phrase.head_lemma in FRAME_NOUNS:
        first = question.sentence.words[label.phrase.first]
        if last is not head and last.text[:1].isupper():
            return True
        if first is not head and first.text[:1].isupper() and not opens:
            return True
    is_name = not head.readings or head.readings[0].is_name
    return head.text[:1].isupper() and not head.text.isupper() and (is_name or not opens)


def _named_slice(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "районами с высокой долей пашни были Сарань (29%), Абай (27%)"."""
    last = discourse.last()
    same_sentence = last is not None and last.sentence == question.sentence_index
    if last is not None and same_sentence and last.subject.label is LabelSort.PLACE:
        return last.subject.by("slice.name")
    words = question.sentence.words
    attributes = [word for word in words[label.first : label.last + 1] if adjective_reading(word, "Nom")]
    if attributes and discourse.lead is not None:
        return question.attributed(discourse.lead, attributes, "lead.adjective")
    found = local_indicator(question, label) or stated_measure(question, label.first)
    if found is None and discourse.lead is not None:
        text = f"{discourse.lead.text} {printed(words, label.phrase.first, label.last)}"
        return replace(discourse.lead, text=text, rule="lead.name", label=LabelSort.PLACE)
    return found.by("slice.name", LabelSort.PLACE) if found else None


def stated_measure(question: Question, end: int) -> Subject | None:
    """The nearest measure named before `end` in whatever case: "лидируют по доле пашни"."""
    words = question.sentence.words
    for index in range(end - 1, -1, -1):
        word = words[index]
        if word.text == ";":
            return None
        if word.low == "по" and _ranks(words, index):
            phrase = usable(question, phrase_at(words, index + 1))
            return subject_of(words, phrase, "stated") if phrase else None
        if is_noun(word) and any(r.lemma in MEASURES for r in word.readings if r.pos == "NOUN"):
            phrase = usable(question, build(words, index, index))
            return subject_of(words, phrase, "stated") if phrase else None
    return None


def _ranks(words: Sequence[Word], index: int) -> bool:
    """As in "лидеры по вводу", "по запасам находится на втором месте": what something is ranked by."""
    before = words[max(0, index - _RANK_REACH) : index]
    behind = words[index + 1 : index + 1 + _PLACE_REACH]
    return any(word.lemma in RANKING_WORDS for word in before) or any("мест" in word.low for word in behind)


def _is_counted(question: Question, label: Label) -> bool:
    """Whether the words before the joint are the noun that an earlier number counts: "460 тыс. мест: 105"."""
    words = question.sentence.words
    return label.first > 0 and words[label.first - 1].expression is not None


def _carried(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """What the label adds to the subject of a number before, where it names none of its own."""
    last = discourse.last()
    if last is None:
        return None
    same_sentence = last.sentence == question.sentence_index
    if same_sentence and _is_priced(question, label, last.subject):
        return last.subject.sliced(f"на {_accusative(question, label)}", "slice.priced", LabelSort.OBLIQUE)
    if label.phrase.head_lemma in TARGET_NOUNS:
        found = discourse.of_family(question.family_code) or (last.subject if same_sentence else None)
        return found.by("target") if found else None
    if (
        question.family is Family.COUNT
        and label.sort is not LabelSort.GENITIVE
        and same_sentence
        and label.phrase.head_lemma not in COUNT_NOUNS
        and question.preposition
        and last.preposition == question.preposition
    ):
        return last.subject.by("parallel")
    if (
        same_sentence
        and last.family == question.family_code
        and _continues_slices(question, label, last.subject)
    ):
        return last.subject.sliced(
            _slice_words(question, label, last.subject), "slice.list", LabelSort.OBLIQUE
        )
    goes_on = same_sentence and last.is_change and question.change is not None
    earlier = discourse.of_family(question.family_code) or (last.subject if goes_on else None)
    if (
        _is_genitive(question, label, last if same_sentence else None)
        and not _is_compared(question, label)
        and earlier is not None
        and earlier.complement
        and label.phrase.first == label.first
    ):
        printed = " ".join(
            word.text for word in question.sentence.words[label.phrase.first : label.phrase.last + 1]
        )
        return earlier.with_complement(printed, "slice.genitive")
    return None


def _is_priced(question: Question, label: Label, subject: Subject) -> bool:
    """As in "цены на муку выросли на 3%, рис – на 2%": the next thing that prices are for."""
    head = question.sentence.words[label.phrase.head]
    is_list = subject.head in _PRICES and subject.adjunct.startswith("на ")
    return (
        is_list and question.change is not None and head.has("NOUN", "Acc") and question.preposition == "на"
    )


def _accusative(question: Question, label: Label) -> str:
    return printed(question.sentence.words, label.phrase.first, label.last)


def _is_genitive(question: Question, label: Label, last: Antecedent | None) -> bool:
    """Whether a label is a genitive; a form that may be one is, in a row of genitives."""
    if label.sort is LabelSort.GENITIVE:
        opens = label.first == 0 and question.sentence.words[label.phrase.head].has("NOUN", "Nom")
        return not opens  # "Земли запаса – 40 га"
    if last is None or last.subject.label is not LabelSort.GENITIVE or label.sort is not LabelSort.NAME:
        return False
    words, phrase = question.sentence.words, label.phrase
    attributes = words[phrase.first : phrase.head]
    may_be = words[phrase.head].has("NOUN", "Gen") and all(word.has("ADJ", "Gen") for word in attributes)
    return may_be and as_one(words, phrase) is phrase


def _is_compared(question: Question, label: Label) -> bool:
    """As in "на 3% выше прошлогоднего пика (15 МВт)": the genitive is what something is compared with."""
    before = question.sentence.words[label.first - 1] if label.first else None
    found = change_word(before) if before is not None else None
    return found is not None and found[0] is ChangeClass.COMPARATIVE


def _named(question: Question, label: Label) -> Subject:
    """The label itself; "число случаев – 1 378" counts the cases."""
    words = question.sentence.words
    found = subject_of(words, as_one(words, label.phrase), f"label.{label.joint}", label=label.sort)
    if question.family is Family.COUNT and found.head in COUNT_NOUNS and found.inner is not None:
        return found.inner.by(found.rule)
    return found


def _slice(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """A part of what the number before measured: "в городе – 26,8, на селе – 21,4"."""
    found = local_indicator(question, label)
    if found is None:
        last = discourse.last()
        opens = last is None or last.sentence != question.sentence_index
        if last is not None and not opens and _goes_on_in_brackets(label, last, question.family_code):
            return last.subject.sliced(_slice_words(question, label, last.subject), "slice", label.sort)
        again = label.sort is LabelSort.TIME and not opens and last is not None
        if last is not None and again and last.family == question.family_code:
            return last.subject.by("slice.time", label.sort)
        found = discourse.main_of_family(question.family_code) if opens else None
        found = found or _ranked(question, label)
    found = found or discourse.find(question.family_code, question.preposition)
    if found is None and label.sort is LabelSort.PLACE:
        found = stated_measure(question, label.first)  # "с высокой долей пашни был Абай (27%)"
    if found is None:
        return None
    if found.head in FRAME_NOUNS:
        found = stated_measure(question, label.first) or found
    if label.sort is LabelSort.TIME:
        return found.by("slice.time", label.sort)
    if _grows_in(question, label, found):
        return subject_of(question.sentence.words, label.phrase, "label.branch", label=label.sort)
    return found.sliced(_slice_words(question, label, found), "slice", label.sort)


def _grows_in(question: Question, label: Label, found: Subject) -> bool:
    """As in "рост отмечен в торговле – 5%, связи – 3%": a bare word of change is of what it is in."""
    words = question.sentence.words
    last = label.sort in (LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE) and words[label.last]
    goes_on = found.rule == "label.branch"
    if not last or not is_noun(last) or (usable(question, label.phrase) is None and not goes_on):
        return False
    return (goes_on or words[label.first].low in ("в", "во")) and (goes_on or what_changes(found) is None)


def _ranked(question: Question, label: Label) -> Subject | None:
    """As in "лидируют по запасам Турция (404 тонны)": what a place is ranked by."""
    found = stated_measure(question, label.first)
    words = question.sentence.words
    is_ranked = any(word.low == "по" and _ranks(words, word.index) for word in words[: label.first])
    return found if is_ranked else None


def _goes_on_in_brackets(label: Label, last: Antecedent, family: str) -> bool:
    """As in "у Туркестанской области (16), далее ЗКО (14)": one row of bracketed numbers."""
    return label.joint == "bracket" and last.in_bracket and last.family == family


def _slice_words(question: Question, label: Label, subject: Subject) -> str:
    """The slice as it belongs to the phrase; places have a slot of their own."""
    words = question.sentence.words
    if label.sort is LabelSort.PLACE or not is_noun(words[label.last]):
        return ""
    shown = printed(words, label.first, label.last)
    if label.sort is LabelSort.OBLIQUE and subject.adjunct:
        return f"{subject.adjunct.split()[0]} {shown}"
    return shown


def local_indicator(question: Question, label: Label) -> Subject | None:
    """The indicator that stands before the slice in its segment: "дефицит в области – 350"."""
    words = question.sentence.words
    most = noun_phrase_left_of(words, label.first - 1)
    if (
        most is not None
        and most.first >= 2
        and words[most.first - 1].low == "всего"
        and usable(question, most)
    ):
        return subject_of(words, most, "most_of")
    segment = segment_start(question.sentence.words, label.first)
    if segment > 0 and words[segment - 1].expression is not None:
        return _topic(question, label) if label.joint == "dash" else None
    found = local_nominative(question, label.first - 1)
    is_frame = found is not None and found.head in FRAME_NOUNS
    return stated_measure(question, label.first) if is_frame else found


def _topic(question: Question, label: Label) -> Subject | None:
    """As in "задолженность перед 9 тыс. работников – 5": the nominative that opens the sentence."""
    words = question.sentence.words
    between = words[: label.first]
    if any(word.pos == "VERB" or word.text in ("–", "—", ":", ";", ",") for word in between):
        return None
    phrase = usable(question, phrase_at(words, 0))
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return subject_of(words, phrase, "topic")


def _adjective_label(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    antecedent = discourse.last()
    words = question.sentence.words
    attributes = [word for word in words[label.first : label.last + 1] if is_adjective(word)]
    if antecedent is None or antecedent.sentence != question.sentence_index:
        counted = discourse.of_family(question.family_code) if discourse.lead is not None else None
        whole = counted or discourse.lead or (antecedent.subject if antecedent else None)
        if whole is not None:
            return question.attributed(whole, attributes, "lead.adjective")
        return subject_of(words, label.phrase, "label.adjective", label=label.sort)
    return question.attributed(antecedent.subject, attributes, "slice.adjective")


def _continues_slices(question: Question, label: Label, subject: Subject) -> bool:
    """As in "цены на огурцы – на 8,7%, капусту – 6,2%, лук – 5,1%": the list goes on in the same case."""
    if (
        subject.label not in (LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE, LabelSort.PLACE)
        or label.phrase is None
    ):
        return False
    before = question.sentence.words[label.first - 1] if label.first else None
    if before is None or (before.text not in (",", ")") and before.low != "и"):
        return False
    if subject.label is LabelSort.PLACE:
        return False
    head = question.sentence.words[label.phrase.head]
    return not head.readings or head.has("NOUN", "Acc") or head.has("NOUN", "Loc")


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
