"""Rules for numbers that a participle behind a comma states: "износ, превышающий 71%".

Belongs here: the noun that such a participle is of, or its own object. Does not belong here: relative clauses
(`clauses`) and other plain constructions beside the number (`subject_nearby`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import change_word
from extractors.language.words import Word
from extractors.lexicon.readings import Reading
from extractors.lexicon.subject_lexicon import COUNT_NOUNS, LEVEL_VERBS, NAMELESS_MEASURES
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import build, is_preposed
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_owners import owner_of

_DASHES = frozenset("–—-")
_AMOUNTING = frozenset({"в", "на"})
_TERM = "срок"
_REMAIN = "остаться"
_ACTIVE = ("щих", "щие", "щий", "щая", "щее", "щего", "щей", "щую")


def of_participle(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "износ, превышающий 71%", "безработица, опустившаяся до 2,3%": the noun before the comma."""
    words = question.sentence.words
    start = segment_start(words, question.number.index)
    if start < 2 or start >= question.number.index or words[start - 1].text != ",":
        return None
    participle = words[start + (words[start].low == "не")]
    if not any(reading.is_participle for reading in participle.readings[:2]):
        return None
    own = words[start : question.number.index]
    if _has_own_measure(question, participle) or _is_of_another(own, participle):
        return None
    forms = {_form(reading) for reading in participle.readings if reading.is_participle}
    if _takes_object(question, participle):
        return None  # "предприятия, выпускающие 85% продукции"
    if words[question.number.index - 1].text in _DASHES and all(case != "Nom" for case, *_ in forms):
        return _labelled(question, start)
    governed = _object_before(question, participle)
    if governed is not None or _is_of_what_it_does(question, participle):
        return governed
    return _before_comma(question, start, forms)


def _form(reading: Reading) -> tuple[str, str, str]:
    return reading.case, reading.number, reading.gender if reading.number == "Sing" else ""


def _before_comma(question: Question, start: int, forms: set[tuple[str, str, str]]) -> Subject | None:
    """The noun before the comma that the participle agrees with: "снижение доли угля, составляющей 70%"."""
    words = question.sentence.words
    phrase = noun_phrase_left_of(words, start - 2)
    if phrase is None:
        return None
    if phrase.head_lemma in NAMELESS_MEASURES and words[phrase.first - 1].low in _AMOUNTING:
        return owner_of(question, phrase)  # "погашение долга в размере, не превышающем 5 млн"
    for index in (phrase.head, *range(start - 2, phrase.head, -1)):
        if any(_form(r) in forms for r in words[index].readings if r.pos == "NOUN"):
            owner = usable(question, build(words, index, None, start - 2))
            return subject_of(words, owner, "participle") if owner else None
    return None


def _labelled(question: Question, start: int) -> Subject | None:
    """As in "Доля врачей, имеющих категорию – 35%": a label whose genitive the participle describes."""
    words = question.sentence.words
    phrase = usable(question, noun_phrase_left_of(words, start - 2))
    if phrase is None or phrase.head == phrase.last or not words[phrase.head].has("NOUN", "Nom"):
        return None
    found = subject_of(words, phrase, "participle.label")
    is_number = found.head in COUNT_NOUNS and question.family is Family.COUNT and found.inner is not None
    return found.inner.by("participle.label") if is_number and found.inner is not None else found


def _is_of_another(own: Sequence[Word], participle: Word) -> bool:
    """As in "30 млн – на сады, оставшиеся 26 – на парки", "жилья, введённого за год (ранее – 38%)".

    Or of a verb of its own: "объём проданных машин, оказанных услуг составил 5 млн".
    """
    if any(reading.lemma == _REMAIN for reading in participle.readings[:2]):
        return True
    has_verb = any(word.readings and word.readings[0].verb_form == "Fin" for word in own)
    return has_verb or any(word.text == "(" for word in own[:-1])


def _has_own_measure(question: Question, participle: Word) -> bool:
    """As in "запрет, введённый сроком на месяц", "план, направленный на поставки в объёме 5 млн"."""
    words = question.sentence.words
    measure = words[before_skipped(words, question.number.index - 1)]
    if measure.lemma == _TERM and measure.has("NOUN", "Ins"):
        return True
    between = words[participle.index + 1 : measure.index]
    return measure.lemma in NAMELESS_MEASURES and any(is_noun(word) for word in between)


def _takes_object(question: Question, participle: Word) -> bool:
    """Whether an active participle, or what it does, has the share of a genitive for its object.

    As in "охватывающий 85% школ", "предусматривающий замену 70% труб"; not where it states a value.
    """
    words, number = question.sentence.words, question.number.index
    own = next((r for r in participle.readings if r.is_participle), None)
    states = own is None or own.lemma in LEVEL_VERBS or change_word(participle) is not None
    before = before_skipped(words, number - 1, BOUNDING | {"до"})
    if states or not participle.low.endswith(_ACTIVE):
        return False
    if participle.index != before and (
        words[number - 1].low == "до" or not _is_deed(words, participle, before)
    ):
        return False  # "предусматривающий покрытие до 45% расходов"
    behind = words[number + 1] if number + 1 < len(words) else None
    return behind is not None and (behind.has("NOUN", "Gen") or behind.has("ADJ", "Gen"))


def _is_deed(words: Sequence[Word], participle: Word, before: int) -> bool:
    """Whether what stands between a participle and its number is what it does, no measure of its own."""
    phrase = phrase_at(words, participle.index + 1)
    if phrase is None or phrase.last != before or phrase.head_lemma in NAMELESS_MEASURES:
        return False
    return words[phrase.head].has("NOUN", "Acc")


def _is_of_what_it_does(question: Question, participle: Word) -> bool:
    """As in "обвиняемый в краже зерна на 9 млн": a sum of what stands behind the participle, not of who."""
    words, number = question.sentence.words, question.number.index
    if question.family is not Family.MONEY or words[number - 1].low != "на" or question.change is not None:
        return False
    phrase = noun_phrase_left_of(words, number - 2)
    return phrase is not None and phrase.first > participle.index and is_preposed(words, phrase)


def _object_before(question: Question, participle: Word) -> Subject | None:
    """As in "фонд, ведающий активами на 5 млрд", "приказ, вводящий цены – 450 тенге": of the object."""
    words, number = question.sentence.words, question.number.index
    if words[number - 1].low not in ("в", "на", "до") and words[number - 1].text not in _DASHES:
        return None
    behind = phrase_at(words, participle.index + 1)
    is_next = behind is not None and behind.last == number - 2
    phrase = usable(question, behind if is_next else noun_phrase_left_of(words, number - 2))
    if phrase is None or phrase.first <= participle.index or is_preposed(words, phrase):
        return None
    head = words[phrase.head]
    is_object = head.has("NOUN", "Acc") or (question.change is None and head.has("NOUN", "Ins"))
    return subject_of(words, phrase, "participle.object") if is_object and not head.in_time else None
