"""Labels that name what is measured though no nominative does: "с низкой ставкой – 3%", "и капусту (2 т)".

Belongs here: measures in the instrumental, nouns beside a setting, objects that go on with a row of
brackets, and the subject that a naming label gives. Does not belong here: which sort of label is asked for
what (`subject_labelled`), what only brackets say (`bracket_labels`).
"""

from extractors.changes.change_words import change_word
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import MEASURES
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import only_in
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.label_words import Label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_changes import of_number

_EXTREMES = frozenset({"максимум", "минимум", "рекорд", "пик", "отметка", "предел", "дно"})
_REACHED = frozenset({"показатель", "уровень", "значение"})
_REACHING = frozenset(
    {
        "достигнуть",
        "достичь",
        "выйти",
        "вырасти",
        "подняться",
        "упасть",
        "опуститься",
        "снизиться",
        "обновить",
    }
    | {"достигать", "побить", "вернуться", "приблизиться", "дойти"}
)
_PURSES = frozenset({"бюджет", "фонд", "источник"})
_FUNDS, _FUNDS_RULE = "средство", "label.funds"
_PARTED = frozenset({LabelSort.OBLIQUE, LabelSort.PREPOSITIONAL, LabelSort.PLACE, LabelSort.TIME})
_SETTING_BESIDE = frozenset({"несмотря", "невзирая", "сравнению", "сопоставлению", "отличие"})


def named(question: Question, label: Label) -> Subject:
    """The label itself; "число случаев – 1 378" counts the cases."""
    words = question.sentence.words
    found = subject_of(words, as_one(words, label.phrase), f"label.{label.joint}", label=label.sort)
    return of_number(found) if question.family is Family.COUNT else found


def funds_of(question: Question, label: Label) -> Subject | None:
    """As in "за счёт средств:" over "областного бюджета – 5 млн": a line that tells whose money it is."""
    words, phrase = question.sentence.words, label.phrase
    opens = phrase.first == 0 or words[phrase.first - 1].text in (":", ";")
    is_line = opens and label.first == phrase.first and question.family is Family.MONEY
    if not is_line or phrase.head_lemma not in _PURSES or not only_in(words[phrase.head], "Gen"):
        return None
    whose = printed(words, phrase.first, phrase.last)
    inner = subject_of(words, phrase, _FUNDS_RULE, label=label.sort)
    return Subject(f"{_FUNDS} {whose}", _FUNDS, _FUNDS_RULE, "Neut", whose, label.sort, inner)


def quality(question: Question, label: Label) -> Subject | None:
    """As in "кредиты с низкой ставкой – 3%", "вызвано высоким уровнем износа – 72%": a measure just named."""
    words, head = question.sentence.words, question.sentence.words[label.phrase.head]
    is_measure = label.phrase.head_lemma in MEASURES or change_word(head) is not None
    is_named = label.joint in ("dash", "bracket") and is_measure
    if not is_named or head.has("NOUN", "Nom") or not head.has("NOUN", "Ins"):
        return None
    is_told = label.phrase.first < label.phrase.head  # "доходы от операций с капиталом – 5 млн"
    is_had = label.first == label.phrase.first or (is_told and words[label.first].low in ("с", "со"))
    return named(question, label) if is_had else None


def beside(question: Question, label: Label) -> Subject | None:
    """As in "несмотря на спад ввоза (-4%) по сравнению с вывозом (-2%)": a signed bracket is of its noun."""
    before = question.sentence.words[label.first - 1].low if label.first else ""
    is_signed = question.change is not None and question.change.word < 0
    is_told = label.joint == "dash" and label.phrase.head_lemma in MEASURES  # "несмотря на спрос – 5 млн"
    is_own = label.sort is LabelSort.PREPOSITIONAL and (is_told or (is_signed and label.joint == "bracket"))
    return named(question, label) if is_own and before in _SETTING_BESIDE else None


def of_extreme(question: Question, label: Label) -> Subject | None:
    """As in "вывоз достиг исторического максимума – 5 млн": what has come to its highest or lowest."""
    words = question.sentence.words
    is_mark = label.phrase.head_lemma in _REACHED and not words[label.phrase.head].has("NOUN", "Nom")
    if label.joint not in ("dash", "colon") or not (is_mark or label.phrase.head_lemma in _EXTREMES):
        return None
    verb = label.first - 1 - (label.first > 1 and words[label.first - 1].low in ("до", "на"))
    is_reached = (
        verb > 0 and words[verb].lemma in _REACHING and not words[label.phrase.head].has("NOUN", "Ins")
    )
    found = local_nominative(question, verb - 1) if is_reached else None
    return found.by("label.extreme") if found is not None else None


def next_object(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """As in "вывозят ячмень (5 тонн), лук (2) и капусту (1)": an object that no nominative looks like."""
    last, head = discourse.last_in(question.sentence_index), question.sentence.words[label.phrase.head]
    if label.sort is not LabelSort.OBLIQUE or not head.has("NOUN", "Acc"):
        return None
    if label.joint != "bracket":
        return _next_purpose(question, last, label)
    goes_on = last is not None and last.in_bracket and last.family == question.family_code
    is_row = last is not None and goes_on and last.subject.rule == "label.bracket"
    return named(question, label) if is_row and label.first == label.phrase.first else None


def told_object(question: Question, label: Label) -> Subject | None:
    """As in "получили высокую урожайность – 50 ц/га", "установили ставку – 5%": clearly an accusative."""
    words, phrase = question.sentence.words, label.phrase
    is_told = label.first == phrase.first > 0 and words[phrase.first - 1].pos == "VERB"
    if label.sort is not LabelSort.OBLIQUE or not is_told or question.change is not None:
        return None
    if usable(question, phrase) is None:
        return None  # "замыкает тройку лидеров Астана – 19 млрд тенге"
    is_shown = _is_accusative(words[phrase.head], "NOUN") or _is_accusative(words[phrase.first], "ADJ")
    return named(question, label) if is_shown and words[phrase.head].has("NOUN", "Acc") else None


def _is_accusative(word: Word, pos: str) -> bool:
    """As in "высокую", "ставку": the feminine in the singular, which is like no nominative or genitive."""
    return word.has(pos, "Acc") and not (word.has(pos, "Nom") or word.has(pos, "Gen"))


def _next_purpose(question: Question, last: Antecedent | None, label: Label) -> Subject | None:
    """As in "на зарплату – 5 млн, оплату услуг – 2 млн, аренду – 1 млн": what money is for, "на" left out."""
    is_sum = question.family is Family.MONEY and label.joint == "dash"
    if not is_sum or label.first != label.phrase.first or last is None:
        return None
    is_whole = last.subject.adjunct != "" or last.subject.label in _PARTED  # "на науку – 5, культуру – 2"
    if is_whole or last.family != question.family_code or question.change is not None:
        return None
    return subject_of(question.sentence.words, label.phrase, "label.purpose", label=LabelSort.NAME)
