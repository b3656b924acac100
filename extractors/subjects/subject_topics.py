"""Genitives that open a segment and are what its number measures: "Поездов по маршруту отправлено 187".

Belongs here: where such a topic starts, and nouns between it and the number that come first. Does not belong
here: genitives right before the verb (`subject_fronted`) and labels (`subject_labelled`).
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.changes.change_words import is_comparative
from extractors.language.words import Word
from extractors.lexicon.acting_nouns import OFFICE_NAME
from extractors.phrases.bounding_words import SKIPPED
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import is_noun, is_plural_genitive, noun_reading
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import before_bracket, segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort, label_sort
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

_BRACKET = 12
_POINTING = frozenset({"этот", "тот", "весь"})
_OPENING = frozenset({"ADV", "PART", "ADP", "CCONJ"})
_AND = frozenset({"и", "а", "но"})


def genitive_topic(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "Поездов по маршруту отправлено 187", "жителей стало больше на 128,7 тыс."."""
    words, number = question.sentence.words, question.number.index
    first = _topic_start(words, number)
    if first is None:
        return None
    before = words[first - 1] if first > 0 else None
    if before is not None and (is_comparative(before) or _is_owned(words, first - 1)):
        return None
    phrase = usable(question, phrase_at(words, first))
    if phrase is None or phrase.last >= number or _names_none(words[phrase.head]):
        return None
    if before is not None and (_acts(question, before, phrase) or _goes_on_row(question, before, phrase)):
        return None
    if before is not None and before.expression is not None and _opens_verb(words, phrase.last + 1, number):
        return None
    is_genitive = label_sort(words, phrase) is LabelSort.GENITIVE and _surely_genitive(words[phrase.head])
    if not is_genitive and not _names_who_acts(words[phrase.head]):
        return None
    between = words[phrase.last + 1 : number]
    if before is not None and before.expression is not None and _has_own(between):
        return None
    if any(word.text in ",:" or word.expression is not None for word in between) or _turns(between):
        return None
    if not between and not phrase.adjunct:
        return None
    return subject_of(words, phrase, "genitive_topic")


def _turns(between: Sequence[Word]) -> bool:
    """As in "выплат станет больше – из бюджета уйдёт 5 млн": a dash between two verbs opens a clause."""
    dash = next((place for place, word in enumerate(between) if word.text in "–—"), 0)
    sides = (between[:dash], between[dash + 1 :])
    return all(any(word.pos == "VERB" for word in side) for side in sides)


def _names_none(head: Word) -> bool:
    """Whether a head is of a territory, or of a ministry: "Минэкономики ожидает роста на 3%"."""
    return head.in_place or OFFICE_NAME.match(head.text) is not None


def _has_own(between: Sequence[Word]) -> bool:
    """As in "у 45% ферм техника изношена на 60%", "8 кг гашиша и 2 млн": the number has another noun."""
    if between[:1] and between[0].low in _AND:
        return True
    if any(word.pos == "NOUN" and [r.case for r in word.readings[:1]] == ["Nom"] for word in between):
        return True
    return any(_is_said_of(noun, verb) for noun, verb in pairwise(between))


def _is_said_of(noun: Word, verb: Word) -> bool:
    """As in "у 45% семей доход составил": a form that may be a nominative right before its finite verb."""
    if verb.pos != "VERB" or verb.readings[0].verb_form != "Fin":
        return False
    number = verb.readings[0].number
    return any((r.pos, r.case, r.number) == ("NOUN", "Nom", number) for r in noun.readings[:2])


def _opens_verb(words: Sequence[Word], first: int, end: int) -> bool:
    """As in "создать 5 мест и увеличить выпуск на 3%": behind "и" a verb has a topic of its own."""
    return any(words[i].low in _AND and words[i + 1].pos == "VERB" for i in range(first, end - 1))


def _names_who_acts(word: Word) -> bool:
    """As in "погибших стало меньше на 5%": a participle in the genitive plural that stands for people."""
    first = word.readings[0] if word.readings else None
    is_participle = first is not None and first.is_participle
    return is_participle and word.low.endswith(("ших", "щих", "шихся", "щихся"))


def _topic_start(words: Sequence[Word], number: int) -> int | None:
    """Where the topic of a segment may start: None behind an adjunct that is no time."""
    first = segment_start(words, number)
    closing = next((w.index for w in words[first:number] if w.text in "()"), -1)
    if closing > 0 and words[closing].text == ")":  # "культур (без проса, гречихи) убрано 5 тыс. га"
        first = segment_start(words, max(before_bracket(words, closing, max(0, first - _BRACKET)), 0))
    if [word.low for word in words[first : first + 4]] == ["в", "то", "же", "время"]:
        first += 4
    while first < number and (words[first].in_time or words[first].pos in _OPENING):
        if words[first].pos == "ADP" and not words[first + 1].in_time:
            return None
        if words[first].pos in ("ADV", "PART") and noun_reading(words[first], "Nom") is not None:
            break  # "максимум нагрузки"
        first += 1
    return first


def _is_owned(words: Sequence[Word], number: int) -> bool:
    """As in "для владельцев 1,3 млн счетов доступно": what a number counts belongs to a noun before it."""
    if words[number].expression is None:
        return False
    index = number - 1
    while index >= 0 and (words[index].low in SKIPPED or words[index].lemma in _POINTING):
        index -= 1
    return index >= 0 and is_noun(words[index])


def _acts(question: Question, before: Word, phrase: Phrase) -> bool:
    """As in "12 партий получили 5 млн", "для 12 партий сумма составит 5 млн": counted ones beside a verb."""
    if before.expression is None or before.expression.unit is not None or question.family is Family.COUNT:
        return False
    verbs = [w for w in question.sentence.words[phrase.last + 1 : question.number.index] if w.pos == "VERB"]
    return any(verb.readings[0].verb_form == "Fin" and verb.readings[0].gender != "Neut" for verb in verbs)


def _is_also(words: Sequence[Word], index: int) -> bool:
    """As in "за счёт банков, а также других инвесторов вложено 5 млн": one more genitive of a row."""
    is_led = index > 2 and [word.low for word in words[index - 2 : index + 1]] == [",", "а", "также"]
    return is_led and words[index - 3].has("NOUN", "Gen")


def _goes_on_row(question: Question, comma: Word, phrase: Phrase) -> bool:
    """As in "произведено продукции, работ и услуг": a comma and "и" around it make it no first member."""
    words = question.sentence.words
    if comma.low == "также":
        return question.change is None and _is_also(words, comma.index)
    joined = any(word.low == "и" for word in words[phrase.head + 1 : phrase.last + 2])
    before = words[comma.index - 1] if comma.index else None
    return comma.text == "," and joined and before is not None and before.has("NOUN", "Gen")


def _surely_genitive(noun: Word) -> bool:
    """Whether a form is no nominative plural in disguise ("гостиницы", "хозяйства")."""
    return is_plural_genitive(noun) or not noun.has("NOUN", "Nom")
