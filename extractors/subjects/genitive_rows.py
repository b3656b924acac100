"""Rows of genitives of one indicator: "производство муки выросло на 12%, сахара на 10%, масла – на 7%".

Belongs here: genitives that take the place of the one before, wherever they stand beside their number. Does
not belong here: other labels that add to an earlier subject (`subject_carried`), slices (`subject_slices`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import is_comparative
from extractors.language.words import Word
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, MEASURES
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_form import closed_up, printed
from extractors.phrases.phrase_words import noun_reading
from extractors.phrases.phrases import Phrase
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.genitive_chains import ABSTRACT, DOINGS, FUNDS, kept_chain
from extractors.subjects.label_sorts import LabelSort, label_sort
from extractors.subjects.label_words import Label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

GENITIVE_ROW = "slice.genitive"
"""The rule of a genitive in a row of them."""
LESS_OF = "change.less_of"
"""The rule of the genitive behind a comparative: "на 3% меньше краж, на 4% – разбоев"."""
_HERD = "поголовье"
_TURNOVER = "оборот"  # "грузооборота – на 7%, объёма производства – на 5%"
_RATE, _WEAR = "ость", "износ"
_INDICATORS = MEASURES | DOINGS
_HEADS = _INDICATORS | {_HERD}
_JOINED = ("и ", ", ")
_TOPICS = frozenset(
    {"fronted", "genitive_topic"}
)  # "бензина марок произведено 5 т, битума – 3": each its own
_ROW = frozenset({",", ";", "и", "а", "также"})
_DASHES = frozenset("–—-")
_ENDS = frozenset({",", ";", ".", "и"})


def of_genitive(
    question: Question, label: Label, last: Antecedent | None, whole: Subject | None
) -> Subject | None:
    """As in "производство пшеницы – 5, овса – 2": the label takes the place of the genitive before."""
    if whole is None or not whole.complement or label.phrase.first != label.first:
        return None
    if whole.complement.startswith(_JOINED):
        return None  # "овец и коз – 230, свиней – 189": a row that is itself what is measured
    words = question.sentence.words
    if label.phrase.head_lemma in MEASURES and (whole.head in _INDICATORS or whole.head.endswith(_TURNOVER)):
        return None  # "численности безработных – 33,9, уровня безработицы – 8,2"
    if label.phrase.head_lemma == whole.head:
        return None  # "улицы города – 5 км, других улиц – 3"
    if not _is_genitive(question, label, last) or _is_compared(words, label):
        return None
    if label.phrase.head_lemma in DOINGS and whole.head in DOINGS:
        return subject_of(
            words, label.phrase, GENITIVE_ROW, label=label.sort
        )  # "добычи руды – 5, выпуска стали – 3"
    is_label = whole.rule == "label.dash" and whole.label is LabelSort.GENITIVE
    is_label = is_label and question.change is not None  # "хищений меди меньше на 5%, угонов – на 3%"
    if (whole.rule in _TOPICS or is_label) and whole.head not in _HEADS:
        return subject_of(words, label.phrase, whole.rule, label=label.sort)
    shown = _printed_row(words, label.phrase)
    in_row = whole.rule == GENITIVE_ROW
    kept = kept_chain(whole.complement, words[label.phrase.head], in_row=in_row)
    return whole.with_complement(kept + shown, GENITIVE_ROW)


def unlabelled(question: Question, discourse: Discourse) -> Subject | None:
    """As in "выпуск муки вырос на 12%, сахара на 10%", "5% выпуска муки, 7% – сахара": without a joint."""
    last = _open_of_family(question, discourse)
    if last is None:
        return None
    words, number = question.sentence.words, question.number.index
    before = before_skipped(words, number - 1)
    if before > 0 and words[before - 1].low in _ROW and _is_lone_attribute(words[before]):
        return question.attributed(last.subject, [words[before]], "slice.adjective")
    is_less_of = last.subject.rule == LESS_OF and words[before].low in _ROW
    if before < 0 or not (last.subject.complement or is_less_of):
        return None
    if words[before].low in _ROW:
        phrase = phrase_at(words, number + 2) if _is_dashed(words, number) else None
        behind = words[phrase.last + 1 : phrase.last + 2] if phrase is not None else []
        phrase = None if any(word.low not in _ENDS for word in behind) else phrase
    else:
        before = _before_own_verb(words, before, last.subject)
        phrase = noun_phrase_left_of(words, before) if question.preposition == last.preposition else None
        opens = phrase is not None and phrase.first > 0 and words[phrase.first - 1].low in _ROW
        phrase = phrase if opens else None
    if usable(question, phrase) is None or phrase is None:
        return None
    is_told = words[before].low in _ROW and _is_rather_genitive(words[phrase.head])
    sort = LabelSort.GENITIVE if is_told else label_sort(words, phrase)
    label = Label(sort, phrase, phrase.first, phrase.last, "row")
    if is_less_of and not last.subject.complement:
        return subject_of(words, phrase, LESS_OF) if sort is LabelSort.GENITIVE else None
    return of_genitive(question, label, last, last.subject)


def _before_own_verb(words: Sequence[Word], index: int, whole: Subject) -> int:
    """As in "выпуск муки вырос на 5%, соли снизился на 3%": past the verb of the indicator."""
    form = words[index].readings[0] if words[index].pos == "VERB" and words[index].readings else None
    agrees = (
        form is not None and form.tense == "Past" and (form.number, form.gender) == ("Sing", whole.gender)
    )
    if not agrees or index < 2:
        return index
    return index - 1 - (words[index - 1].text in _DASHES)


def _is_lone_attribute(word: Word) -> bool:
    """As in "рост номинальной зарплаты составил 32%, реальной 24%": a genitive of one that lacks its noun."""
    forms = {(r.case, r.number) for r in word.readings if r.pos == "ADJ" and not r.is_participle}
    return noun_reading(word) is None and ("Gen", "Sing") in forms


def _open_of_family(question: Question, discourse: Discourse) -> Antecedent | None:
    """The last number of the sentence outside of brackets, if it is of the same sort.

    What a change led to is passed over: "вырос на 5%, до 2 млн голов, быков – сократился на 3%".
    """
    for earlier in reversed(discourse.antecedents):
        if earlier.sentence != question.sentence_index:
            return None
        is_result = earlier.preposition == "до" and question.preposition == "на"
        if not earlier.in_bracket and not is_result:
            return earlier if earlier.family == question.family_code else None
    return None


def _is_dashed(words: Sequence[Word], number: int) -> bool:
    return number + 2 < len(words) and words[number + 1].text in _DASHES


def of_opening(question: Question, label: Label) -> Subject | None:
    """As in "вырастет поголовье скота: коров – на 3%", "выросло производство: молока – на 5%"."""
    words, first = question.sentence.words, label.first
    if label.sort is not LabelSort.GENITIVE or first < 2 or words[first - 1].text != ":":
        return None
    found = local_nominative(question, first - 2)
    if found is None or found.head not in _HEADS:
        return None
    if question.family is Family.COUNT and found.head in COUNT_NOUNS:
        return None
    shown = _printed_row(words, label.phrase)
    doing = readings(found.complement.split()[-1])[:1] if found.complement else ()
    is_done = any(r.lemma in DOINGS or r.lemma.endswith(ABSTRACT) for r in doing)
    return found.with_complement(f"{found.complement} {shown}" if is_done else shown, GENITIVE_ROW)


def _printed_row(words: Sequence[Word], last: Phrase) -> str:
    """The genitives that share a number: "коров – на 2%, овец и коз – на 3%"."""
    row = as_one(words, last)
    opens = row.first == 0 or words[row.first - 1].text in ",;:"
    return closed_up(printed(words, row.first if opens else last.first, last.last))


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
    if last.subject.label is not LabelSort.GENITIVE and not _is_of_indicator(words[phrase.head], last):
        return False
    if label.first and words[label.first - 1].text == "(":
        return False  # "мощностью 250 МВт (гидростанции – 120)"
    attributes = words[phrase.first : phrase.head]
    may_be = words[phrase.head].has("NOUN", "Gen") and all(word.has("ADJ", "Gen") for word in attributes)
    return may_be and as_one(words, phrase) is phrase


def _is_of_indicator(noun: Word, last: Antecedent) -> bool:
    """As in "износ сетей связи – 65%, водоснабжения – 42%": an abstract noun is hardly several.

    Neither is one that is a genitive in the first place behind a measure or where a change goes on:
    "урожайность лука – 215 ц/га, моркови – 290", "выпуск муки вырос на 5%, масла – на 7%", and behind a herd
    any animal: "поголовье коз выросло на 5%, птицы – на 7%".
    """
    whole = last.subject
    is_rate = whole.head.endswith(_RATE) or whole.head == _WEAR
    is_measured = (whole.head in _INDICATORS or is_rate) and whole.head not in COUNT_NOUNS
    if whole.complement and (last.is_change or (is_measured and _is_rather_genitive(noun))):
        return _is_rather_genitive(noun) or whole.head == _HERD
    is_abstract = noun.lemma != FUNDS and noun.lemma.endswith(ABSTRACT)
    return is_abstract and whole.head in MEASURES and whole.complement != ""


def _is_rather_genitive(noun: Word) -> bool:
    first = noun_reading(noun)
    return first is not None and first.case == "Gen"


def _is_compared(words: Sequence[Word], label: Label) -> bool:
    """As in "на 3% выше прошлогоднего пика (15 МВт)": the genitive is what something is compared with."""
    return label.first > 0 and is_comparative(words[label.first - 1])
