"""Rules for measures named right before the number: "общей длиной 2 тыс. км", "на сумму 30 млн".

Belongs here: measure nouns beside the number. Does not belong here: whose sum a nameless one states
(`subject_owners`), genitives behind the number and verbs of amounts (`subject_measured`).
"""

from extractors.changes.change_words import is_comparative
from extractors.language.words import Word
from extractors.lexicon.readings import are_of_people
from extractors.lexicon.subject_lexicon import MEASURES, NAMED_MEASURES, NAMELESS_MEASURES
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import is_noun, only_in
from extractors.phrases.phrases import Phrase, in_genitive, is_counted, is_preposed
from extractors.phrases.segments import before_bracket, segment_start
from extractors.subjects.clause_verbs import is_impersonal
from extractors.subjects.clauses import of_relative
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.hung_phrases import hung_on
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_owners import is_destination, made_by, of_count, of_rate, owner_of

_BOUNDING_OR_UP_TO = BOUNDING | {"до"}
_WITHIN = frozenset(
    {"границах", "пределах", "территории", "черте"}
    | {"области", "району", "республике", "стране", "городу", "краю", "региону"}
)
_AREA, _TERM = "площадь", "срок"
_TERMS = frozenset({"цена", "вес"})
_PUTTING_OFF = frozenset({"рассрочка", "отсрочка", "простой", "гарантия"})
_KIND = "виде"  # "наказание в виде ареста сроком на год"
_MAKING_UP = frozenset({"составлять", "составить", "занимать", "занять"})
_SIZES = frozenset(
    {"мощность", _AREA, "длина", "протяжённость", "ширина", "высота", "вместимость", "глубина"}
)
_ACTS = (
    "ение",
    "ание",
    "работа",
    "ация",
    "сев",
    "мероприятие",
    "адка",
    "отка",
    "орка",
    "пашка",
    "енка",
    "мониторинг",
    "съёмка",
)
_ACTIONS = (
    "ение",
    "ание",
    "ство",
    "ация",
    "ход",
    "вод",
    "воз",
    "запуск",
    "ремонт",
    "проект",
    "закупка",
    "программа",
    "развитие",
)
_OF_THEM = frozenset({"них", "которых", "коих", "числе"})
# Behind these a noun is whose or whence, not how much.
_FOREIGN = frozenset({"от", "для", "из", "у", "к", "без", "через", "среди", "о", "об"})


def instrument(question: Question, discourse: Discourse) -> Subject | None:
    """As in "общей длиной 2 тыс. км", "площадь 158,2 тыс. га", "на сумму 30 млн", "мощностью до 100 МВт"."""
    words, phrase = question.sentence.words, _measure_before(question)
    if phrase is None:
        return None
    measures = words[phrase.head].has("NOUN", "Ins") and phrase.first < phrase.head
    if phrase.head_lemma in NAMELESS_MEASURES and phrase.head == phrase.last and not measures:
        told = of_count(question, discourse, phrase) or of_rate(question, discourse, phrase)
        return told or owner_of(question, phrase)
    if _is_adjunct(question, phrase) or _is_where(question, phrase):
        return None
    if phrase.head == phrase.last and words[phrase.head].has("NOUN", "Ins") and phrase.first > 0:
        nearest = noun_phrase_left_of(words, before_bracket(words, phrase.first - 1))
        nearest = (
            hung_on(words, nearest, is_term=True) if phrase.head_lemma == _TERM else made_by(words, nearest)
        )
        owner = usable(question, _built(words, _past_size(words, nearest), phrase))
        if owner is not None:
            return subject_of(
                words,
                phrase,
                "instrument",
                complement=in_genitive(words, owner),
            )
    return subject_of(words, phrase, "instrument")


def _past_size(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "корпус на 240 мест стоимостью 2 млрд", "вывоз судами сроком на год": past size and means."""
    if phrase is not None and only_in(words[phrase.head], "Ins"):
        done = noun_phrase_left_of(words, phrase.first - 1)
        is_given = done is not None and are_of_people(words[done.head].readings)
        phrase = phrase if is_given else done or phrase  # "обеспечить граждан жильём площадью 33 м2"
    if phrase is None or phrase.first < 3 or words[phrase.first - 1].expression is None:
        return phrase
    if words[phrase.first - 2].low != "на" or only_in(words[phrase.head], "Loc"):
        return phrase  # "на 10 участках протяжённостью 2 км"
    return noun_phrase_left_of(words, phrase.first - 3) or phrase


def _built(words: list[Word], owner: Phrase | None, measure: Phrase) -> Phrase | None:
    """As in "строительство завода мощностью 5 МВт": what is built has the size, not its building."""
    while owner is not None and (
        (measure.head_lemma in _SIZES and owner.head_lemma.endswith(_ACTIONS))
        or words[owner.head].low == _KIND
    ):
        inner = phrase_at(words, owner.head + 1) if owner.head < owner.last else None
        if inner is None or not words[inner.head].has("NOUN", "Gen"):
            break
        owner = inner
    return owner


def _measure_before(question: Question) -> Phrase | None:
    """The measure that the number stands behind."""
    words = question.sentence.words
    phrase = _past_bounds(words, noun_phrase_left_of(words, before_skipped(words, question.number.index - 1)))
    if phrase is None or question.family_code == "times":
        return None
    before = words[phrase.first - 1] if phrase.first > 0 else None
    if before is not None and (before.low in _FOREIGN or is_comparative(before)):
        return None  # "теплее среднего уровня на 2 градуса"
    if before is not None and before.low == "по" and _opens_predicate(question):
        return None
    if only_in(words[phrase.head], "Dat") and not is_preposed(words, phrase):
        return None  # "место обходится бюджету в 2 млн"
    measures = phrase.head_lemma in MEASURES or _is_quality(question, phrase)
    if before is not None and (before.low, phrase.head_lemma) == ("с", "учёт"):
        return None  # "с учётом 9 млн тонн остатков"
    if before is not None and before.low in _OF_THEM and words[phrase.head].has("NOUN", "Ins"):
        return None  # "сдано 90 тыс. кв. м, из них населением 20"
    if not measures or _is_in_terms(words, phrase) or is_destination(words, phrase):
        return None
    return phrase


def _past_bounds(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "общей длиной в границах области 76 км": a measure, past where it is taken."""
    if phrase is None or words[phrase.head].low not in _WITHIN or phrase.first < 2:
        return phrase
    measure = noun_phrase_left_of(words, phrase.first - 2) if words[phrase.first - 1].pos == "ADP" else None
    is_size = measure is not None and measure.head_lemma in _SIZES
    return measure if is_size else phrase


def _opens_predicate(question: Question) -> bool:
    """ "из числа педагогов по уровню образования 12% имеют степень": a share with a verb of its own."""
    words, behind = question.sentence.words, question.number.index + 1
    is_share = question.family is Family.PERCENT and behind < len(words)
    return is_share and words[behind].pos == "VERB" and words[behind].has("VERB")


def _is_in_terms(words: list[Word], phrase: Phrase) -> bool:
    """As in "составил в текущих ценах 5 млрд", "мяса в живом весе 5 т": in whose terms, not the price."""
    return phrase.head_lemma in _TERMS and phrase.first > 0 and words[phrase.first - 1].low == "в"


def instrumental(question: Question, discourse: Discourse) -> Subject | None:
    """As in "пруд общим объёмом 5 млн м3 воды", "закуп труб в количестве 12 тыс.": such a measure wins."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, _BOUNDING_OR_UP_TO)
    before = words[index] if index >= 0 else None
    if before is None or not is_noun(before):
        return None
    is_instrumental = before.has("NOUN", "Ins") and not before.has("NOUN", "Nom")
    is_amount = index > 0 and words[index - 1].low == "в" and before.lemma in NAMELESS_MEASURES
    return instrument(question, discourse) if is_instrumental or is_amount else None


def _is_quality(question: Question, phrase: Phrase) -> bool:
    """As in "канал пропускной способностью 32 м3/с", "с оборотом 5 млн", "с фондом 9 тыс. экземпляров"."""
    words = question.sentence.words
    if phrase.head_lemma in _PUTTING_OFF and phrase.first > 0:  # "с отсрочкой платежа на 6 месяцев"
        return words[phrase.first - 1].low in ("с", "со") and words[phrase.head].has("NOUN", "Ins")
    head, is_ins = words[phrase.head], phrase.head == phrase.last and words[phrase.head].has("NOUN", "Ins")
    if not is_ins or head.has("NOUN", "Nom") or head.text[:1].isupper():
        return False  # "торговля с Китаем 5 млн долларов"
    if phrase.head != before_skipped(words, question.number.index - 1, BOUNDING):
        return False
    is_had = phrase.first > 0 and words[phrase.first - 1].low in ("с", "со")
    if is_had and phrase.first > 1 and is_impersonal(words[phrase.first - 2]):
        return False  # "выделено с опозданием 5 млн"
    if is_had and phrase.head_lemma.endswith(_ACTIONS) and _is_done_to(words, question.number.index + 1):
        return False  # "в связи с закупкой 500 тонн угля"
    is_measured = question.family is not Family.COUNT or question.expression.unit is not None
    return phrase.head_lemma.endswith("ость") or (is_had and is_measured)


def _is_done_to(words: list[Word], index: int) -> bool:
    """Whether the genitive of what an amount is of stands right behind it."""
    phrase = phrase_at(words, index) if index < len(words) else None
    return phrase is not None and phrase.first == index and words[phrase.head].has("NOUN", "Gen")


def _is_where(question: Question, measure: Phrase) -> bool:
    """As in "рожь убрана с площади 8 тыс. га": a bare area behind a preposition is how much of the crop."""
    words = question.sentence.words
    is_bare = measure.head_lemma == _AREA and measure.first == measure.last and measure.first >= 2
    if not is_bare or words[measure.head].has("NOUN", "Ins") or _is_area_of_act(words, measure.first - 2):
        return False
    return words[measure.first - 1].low in ("с", "со", "на")


def _is_area_of_act(words: list[Word], last: int) -> bool:
    """As in "посажено 5 млн деревьев на площади", "работы проведены на площади": no area of a crop."""
    last -= words[last].pos == "VERB" and last > 0
    if words[last].expression is not None:
        return True  # "пламя высотой 10 метров на площади 900 кв. м"
    phrase = noun_phrase_left_of(words, last)
    if phrase is None:
        return False
    return is_counted(words, phrase) or phrase.head_lemma.endswith(_ACTS)


def _is_adjunct(question: Question, measure: Phrase) -> bool:
    """As in "долю товаров в общем объёме до 5%": the measure only qualifies a noun before it."""
    words = question.sentence.words
    if measure.first < 2 or words[measure.first - 1].low not in ("в", "на", "от", "из"):
        return False
    if question.family is Family.PERCENT and words[measure.first - 2].lemma in _MAKING_UP:
        return True  # "что составляет в объёме республики 10%"
    bounds = {word.low for word in words[measure.last + 1 : question.number.index]}
    return bool(bounds & {"до", "на", "с"}) and (
        words[measure.first - 2].pos in ("NOUN", "PROPN", "ADJ") or words[measure.first - 2].text == ")"
    )


def measure_of_segment(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "площадь под ним 158,2 тыс. га": a measure opens the segment and no verb follows it."""
    words, number = question.sentence.words, question.number.index
    first = segment_start(words, number)
    phrase = usable(question, phrase_at(words, first)) if first < number else None
    if phrase is None or phrase.head_lemma not in NAMED_MEASURES or phrase.last >= number:
        return None
    if any(word.pos == "VERB" for word in words[phrase.last + 1 : number]) or not words[phrase.head].has(
        "NOUN", "Nom"
    ):
        return None
    return subject_of(words, phrase, "measure", complement=of_relative(words, phrase))
