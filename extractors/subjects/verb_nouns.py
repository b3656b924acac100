"""What a sum or amount stands for by the verb that handles it: "выделили" – "средство", and for what.

Belongs here: the nouns of such verbs and the purpose beside them. Does not belong here: subjects and
objects of the verb (`clauses`).
"""

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import GIVING_NOUNS, MONEY_VERBS, NAMELESS_MEASURES, QUANTITY_VERBS
from extractors.phrases.bounding_words import SKIPPED, before_skipped
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import CLOSING_QUOTES, OPENING_QUOTES
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_verbs import is_active, likely_readings, verb_lemma
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

_CAPACITY, _FUNDS = "мощность", "средство"
# "купили топливо за 230 тенге/литр": a sum per unit is the price that was paid.
_TRADE, _PRICE = frozenset({"покупка", "продажа", "закупка", "приобретение", "реализация"}), "цена"
_NO_CAPACITY = frozenset({"m2", "har", "km", "m", "m3"})  # "ввели 19 млн кв. м": of housing, no capacity
_LAND = frozenset({"har", "m2"})
_CROPPING = frozenset(
    {"собрать", "намолотить", "обмолотить", "убрать", "посеять", "засеять", "посадить", "накопать"}
    | {"получить", "заготовить"}
)
_LEADING = SKIPPED | {"хотя", "бы", "как", "минимум", "максимум"}
# "на это выделено", "впервые в истории выделено": no purpose that could be named.
_NEEDED = frozenset({"необходимо", "нужно", "надо"})
_NO_PURPOSE = frozenset({"этот", "данный", "тот", "история", "практика", "сложность"})
_QUOTES = OPENING_QUOTES | CLOSING_QUOTES


def verb_noun(question: Question) -> Subject | None:
    """As in "на ремонт выделили 17 млрд тенге": the sum stands for what the verb does, and for what."""
    table = {Family.MONEY: MONEY_VERBS, Family.QUANTITY: QUANTITY_VERBS}.get(question.family)
    verb = _handling(question, question.verb)
    if table is None or verb is None or _is_whence(question):
        return None
    for reading in likely_readings(verb):
        noun = table.get(reading.lemma, _FUNDS if verb.low in _NEEDED else "")
        if noun and not (noun == _CAPACITY and question.family_code in _NO_CAPACITY):
            if noun in _TRADE and (question.expression.per or question.preposition == "по"):
                return Subject(_PRICE, _PRICE, "verb.noun", "Fem")
            purpose = _purpose(question) if question.family is Family.MONEY else ""
            return Subject(noun, noun, "verb.noun", adjunct=purpose)
    return None


def _is_whence(question: Question) -> bool:
    """As in "с (площади) 300 га собрано 2 тонны": the land that a crop is got from is none of it."""
    if question.family_code not in _LAND:
        return False
    words = question.sentence.words
    before = before_skipped(words, question.number.index - 1)
    return question.preposition in ("с", "со") or (before >= 0 and words[before].low == "площади")


def _handling(question: Question, verb: Word | None) -> Word | None:
    """The verb, or what it asks to be done: "намечается направить 5 млн", "на ремонт необходимо 5 млн"."""
    words, number = question.sentence.words, question.number.index
    if verb is None and question.family is Family.MONEY:
        before = before_skipped(words, number - 1, _LEADING)
        return words[before] if before >= 0 and words[before].low in _NEEDED else None
    if verb is None:
        return None
    behind = words[verb.index + 1] if verb.index + 1 < number else None
    asks = behind is not None and any(reading.verb_form == "Inf" for reading in behind.readings[:1])
    return behind if asks else verb


def somebody_handles(question: Question) -> bool:
    """As in "мощность сетей – 12 млн м3, область потребляет 3 млн м3": the verb says what the amount is."""
    verb = question.verb
    if verb is None or not is_active(verb) or verb_lemma(verb) not in QUANTITY_VERBS:
        return False
    return verb.index == before_skipped(question.sentence.words, question.number.index - 1)


def is_handled(question: Question) -> bool:
    """As in "заготовлено 4 млн тонн": an impersonal verb right before the amount says what was done to it."""
    words, verb = question.sentence.words, before_skipped(question.sentence.words, question.number.index - 1)
    if verb < 0 or not any((r.verb_form, r.gender) == ("Part", "Neut") for r in words[verb].readings[:1]):
        return False
    return question.verb is not None and question.verb.index == verb and verb_noun(question) is not None


def topic_of_amount(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "по масличным культурам собрано 2 млн тонн": the crop that the amount is of is told before.

    It opens the segment of the verb or, where that is all there is in it, an earlier one of the sentence:
    "по свёкле ждут рекорда: урожайность – 540 ц/га, собрано 549 тыс. тонн".
    """
    words, number = question.sentence.words, question.number.index
    verb = before_skipped(words, number - 1)
    if verb < 1 or not any((r.verb_form, r.gender) == ("Part", "Neut") for r in words[verb].readings[:1]):
        return None
    if not any(reading.lemma in _CROPPING for reading in words[verb].readings):
        return None
    first = segment_start(words, number)
    last = verb if first == verb else first + 1
    index = next((i for i in range(last - 1, -1, -1) if words[i].low == "по"), None)
    phrase = usable(question, phrase_at(words, index + 1)) if index is not None else None
    if phrase is None or not words[phrase.head].has("NOUN", "Dat"):
        return None
    return subject_of(words, phrase, "verb.topic") if first == verb or phrase.last == verb - 1 else None


def given(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "планируется выделение 48 млрд тенге на субсидии": what is given, and for what."""
    words, index = question.sentence.words, before_skipped(question.sentence.words, question.number.index - 1)
    if index < 0 or words[index].lemma not in GIVING_NOUNS or question.preposition == "на":
        return None  # "хищения на 48 млн тенге"
    noun = MONEY_VERBS["выделить"]
    return Subject(noun, noun, "verb.noun", adjunct=_purpose(question))


def _purpose(question: Question) -> str:
    """The first "на …" or "в …" of the accusative in the number's segment, as printed."""
    words, number = question.sentence.words, question.number.index
    first = segment_start(words, number)
    last = next(
        (i for i in range(number + 1, len(words)) if _ends_purpose(words, i)),
        len(words),
    )
    for index in (*range(first, number), *range(number + 1, last)):
        if (
            words[index].low not in ("на", "в")
            or index + 1 >= last
            or words[index + 1].expression is not None
            or words[index + 1].lemma in _NO_PURPOSE | NAMELESS_MEASURES
            or _is_quoted(words, first, index)
        ):
            continue
        phrase = usable(question, phrase_at(words, index + 1))
        if (
            phrase is not None
            and not words[phrase.head].in_time
            and phrase.head_lemma not in _NO_PURPOSE
            and _is_aim(words[index], words[phrase.head])
            and phrase.last < last
        ):
            end = _joined_end(question, phrase.last, last)
            return f"{words[index].low} {printed(words, index + 1, end)}"
    return ""


def _is_quoted(words: list[Word], first: int, index: int) -> bool:
    """As in "по проекту «Дорога в село»": a preposition within a name."""
    marks = [word.text for word in words[first:index] if word.text in _QUOTES]
    return bool(marks) and (marks[-1] in "«“„" or (marks[-1] == '"' and marks.count('"') % 2 == 1))


def _is_aim(preposition: Word, noun: Word) -> bool:
    """As in "в сферу", "на школы"; "в области", "в сети" are rather where than what for."""
    cases = [r.case for r in noun.readings if r.pos == "NOUN" and r.case in ("Acc", "Loc")]
    return "Acc" in cases and (preposition.low != "в" or cases[0] == "Acc")


def _ends_purpose(words: list[Word], index: int) -> bool:
    """Whether the number's own words end here: "выплатила 5 млн и внесла изменения в план" has two verbs."""
    joins_verb = words[index].low == "и" and index + 1 < len(words) and words[index + 1].pos == "VERB"
    return words[index].text in ",;:()" or words[index].expression is not None or joins_verb


def _joined_end(question: Question, end: int, limit: int) -> int:
    """End of a purpose that goes on with "и": "на ремонт и содержание дорог"."""
    words = question.sentence.words
    if end + 2 >= limit or words[end + 1].low != "и":
        return end
    phrase = usable(question, phrase_at(words, end + 2))
    joins = phrase is not None and phrase.last < limit and words[phrase.head].has("NOUN", "Acc")
    return phrase.last if phrase is not None and joins else end
