"""Rules for numbers that count things: the counted noun wherever it stands.

Belongs here: the noun behind, before or shared with another number. Does not belong here: what
measured numbers speak of (`subject_measured`) and the order of rules (`subjects`).
"""

from dataclasses import replace

from extractors.bounding_words import SKIPPED, before_skipped
from extractors.change_words import ChangeClass, change_word
from extractors.clause_verbs import governing_verb
from extractors.clauses import clause_subject
from extractors.discourse import Discourse, Subject
from extractors.label_sorts import LabelSort, label_sort
from extractors.morphology import plain_lemma
from extractors.phrase_attributes import MODIFIERS
from extractors.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrase_participles import closing_noun
from extractors.phrase_words import is_noun, noun_reading
from extractors.phrases import Phrase
from extractors.questions import Question, rowed, subject_of, usable
from extractors.segments import segment_start
from extractors.subject_lexicon import COUNT_NOUNS, LEVEL_VERBS, MEASURE_WORDS
from extractors.words import Word

_POINTING = frozenset({"этот", "тот", "весь"})
_BEFORE_VERB = frozenset({"было", "в", "не"})
_COUNTED_CASES = frozenset({"Gen", "Nom"})


def counted(question: Question, _discourse: Discourse) -> Subject | None:
    """The noun right behind the number: "23 тыс. неправительственных организаций"."""
    words, index = question.sentence.words, question.number.index + 1
    if question.number.index not in question.sentence.counted and not _opens_participle(words, index):
        index = _shared_or_bracketed(question)
        if index < 0:
            return None
    phrase = phrase_at(words, index)
    if phrase is None or phrase.head_lemma in ("год", "раз"):
        return None
    head = words[phrase.head]
    if noun_reading(head) is None and head.readings:
        return None
    if (
        head.readings
        and all(reading.case in ("Nom", "Acc") and reading.number == "Plur" for reading in head.readings[:2])
        and phrase.first == phrase.head
    ):
        return None  # "по двадцати двум сроки переносились": no numeral governs this form
    return rowed(words, in_governed_case(words, phrase), "counted")


def in_governed_case(words: list[Word], phrase: Phrase) -> Phrase:
    """The phrase with the lemma of its genitive: "20 единиц спецтехники" are none of "спецтехник"."""
    head = words[phrase.head]
    first, governed = noun_reading(head), noun_reading(head, "Gen")
    if first is None or governed is None or first.case == "Gen" or first.lemma == governed.lemma:
        return phrase
    if phrase.first < phrase.head:
        return phrase
    text = phrase.text.replace(phrase.head_lemma, governed.lemma, 1)
    return replace(phrase, text=text, head_lemma=governed.lemma)


def _shared_or_bracketed(question: Question) -> int:
    """Where the noun of "981 и 840 школ" or "52 тыс. (39%) школьников" begins, -1 if there is none."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 >= len(words):
        return -1
    if words[index].low in ("и", "или") and index + 1 in question.sentence.counted:
        return index + 2
    if words[index].text != "(":
        return -1
    closing = next((i for i in range(index + 1, min(len(words), index + 6)) if words[i].text == ")"), -1)
    noun = words[closing + 1] if 0 <= closing < len(words) - 1 else None
    return closing + 1 if noun is not None and is_plural_genitive(noun) else -1


def _opens_participle(words: list[Word], index: int) -> bool:
    """As in "10 тысяч приравненных к ним лиц", "5 не занятых граждан": what the tree does not count."""
    if any(word.low in MODIFIERS for word in words[index : index + 3]):
        phrase = phrase_at(words, index)
        return phrase is not None and is_plural_genitive(words[phrase.head])
    return index < len(words) and closing_noun(words, index, _COUNTED_CASES) is not None


def predicate_noun(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "из которых 365 тысяч – первоклассники", "7 тысяч – это республиканская сеть"."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 >= len(words) or words[index].text not in ("–", "—", "-"):
        return None
    index += 1 + (words[index + 1].low == "это")
    phrase = usable(question, phrase_at(words, index))
    if phrase is None:
        return None
    head = words[phrase.head]
    if head.readings and not head.has("NOUN", "Nom") and not is_plural_genitive(head):
        return None
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if following is not None and (following.expression is not None or following.text in ("–", "—", "(", ":")):
        return None
    return subject_of(words, phrase, "predicate_noun")


def is_plural_genitive(noun: Word) -> bool:
    """As in "5 – институтов", where the writer counts and not equates."""
    return any(r.pos == "NOUN" and r.case == "Gen" and r.number == "Plur" for r in noun.readings)


def fronted(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "открытых вакансий насчитывалось 52 317", "Браков заключено 54,3 тыс."."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, adverbs=True)
    if index < 1 or words[index].pos != "VERB":
        return None
    index = max(0, before_skipped(words, index - 1, _BEFORE_VERB, adverbs=True, times=True))
    phrase = usable(question, noun_phrase_left_of(words, index))
    before = words[phrase.first - 1] if phrase is not None and phrase.first > 0 else None
    if phrase is None or (before is not None and (before.pos == "ADP" or before.expression is not None)):
        return None
    head = words[phrase.head]
    reading = noun_reading(head, "Gen")
    if reading is None or any(not word.has("ADJ", "Gen") for word in words[phrase.first : phrase.head]):
        return None
    if head.has("NOUN", "Nom") and reading.number != "Plur" and reading is not head.readings[0]:
        return None
    return subject_of(words, phrase, "fronted")


def genitive_topic(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "Поездов по маршруту отправлено 187", "жителей стало больше на 128,7 тыс."."""
    words, first = question.sentence.words, segment_start(question.sentence.words, question.number.index)
    while first < question.number.index and (
        words[first].in_time or words[first].pos in ("ADV", "PART", "ADP", "CCONJ")
    ):
        if words[first].pos == "ADP" and not words[first + 1].in_time:
            return None
        if words[first].pos in ("ADV", "PART") and noun_reading(words[first], "Nom") is not None:
            break  # "максимум нагрузки"
        first += 1
    before = words[first - 1] if first > 0 else None
    if before is not None and (_is_comparative(before) or _is_owned(words, first - 1)):
        return None
    phrase = usable(question, phrase_at(words, first))
    if phrase is None or phrase.last >= question.number.index or words[phrase.head].in_place:
        return None
    if label_sort(words, phrase) is not LabelSort.GENITIVE or not _surely_genitive(words[phrase.head]):
        return None
    between = words[phrase.last + 1 : question.number.index]
    if any(word.text in ",:" or word.expression is not None for word in between):
        return None
    if not between and not phrase.adjunct:
        return None
    return subject_of(words, phrase, "genitive_topic")


def _is_owned(words: list[Word], number: int) -> bool:
    """As in "для владельцев 1,3 млн счетов доступно": what a number counts belongs to a noun before it."""
    if words[number].expression is None:
        return False
    index = number - 1
    while index >= 0 and (words[index].low in SKIPPED or words[index].lemma in _POINTING):
        index -= 1
    return index >= 0 and is_noun(words[index])


def _is_comparative(word: Word) -> bool:
    """As in "меньше уровня января на 6%": the genitive behind is what something is compared with."""
    found = change_word(word)
    return found is not None and found[0] is ChangeClass.COMPARATIVE


def _surely_genitive(noun: Word) -> bool:
    """Whether a form is no nominative plural in disguise ("гостиницы", "хозяйства")."""
    plural = any(r.pos == "NOUN" and r.case == "Gen" and r.number == "Plur" for r in noun.readings)
    return plural or not noun.has("NOUN", "Nom")


def level_clause(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "загрузка поднялась до 41,6": a verb of level or change, and its subject in the same segment."""
    verb = governing_verb(question)
    if verb is None or (verb.lemma not in LEVEL_VERBS and change_word(verb) is None):
        return None
    if verb.index < segment_start(question.sentence.words, question.number.index):
        return None
    found = clause_subject(question)
    if found is None or not found.rule.startswith("clause.nsubj"):
        return None
    return found.inner.by("clause.count_of") if found.head in COUNT_NOUNS and found.inner else found


def counted_clause(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "число правонарушений не изменилось: 157 473": what the number of is counted."""
    found = clause_subject(question)
    if found is None or found.head not in COUNT_NOUNS:
        return None
    return found.inner.by("clause.count_of") if found.inner else found


def counting_word(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "поднялась на 14 позиций": the counting word itself where nothing better stands by it."""
    expression = question.expression
    if expression.unit is None:
        return None
    printed = _printed_word(question)
    return Subject(plain_lemma(printed), plain_lemma(printed), "counting_word") if printed else None


def _printed_word(question: Question) -> str:
    """The last word of the printed expression, "" if it ends in digits."""
    last = question.number.text.split()[-1].strip(".")
    return last if last.isalpha() and len(last) > 3 and plain_lemma(last) not in MEASURE_WORDS else ""
