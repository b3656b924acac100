"""What a number counts or measures: the noun phrase it speaks of.

Belongs here: the rules that find the phrase, from the closest evidence to the weakest; each is
named, and the name of the one that fired travels with the fact. Does not belong here: bounds
and normal form of a phrase (`phrases`) and the carrying over of an ellipted noun (`compose`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.changes import Change, ChangeClass, change_word
from extractors.expressions import Expression
from extractors.phrases import Phrase, build, is_adjective, is_noun, noun_reading, phrase_at, phrase_ending
from extractors.words import Sentence, Word


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a number.

    Attributes:
        text: Normal form of the phrase.
        head: Lemma of its head noun.
        rule: The rule that found it.
        first: Index of its first word in the sentence, -1 if it was not read there.
        last: Index of its last word, -1 likewise.
    """

    text: str
    head: str
    rule: str
    first: int = -1
    last: int = -1


@dataclass(frozen=True, slots=True)
class Question:
    """A number whose subject is asked for.

    Attributes:
        sentence: Its sentence.
        number: Its word.
        expression: The expression.
        change: The change it states, if any.
        times: Indexes of words that lie in temporal expressions.
        places: Indexes of words that lie in place names.
    """

    sentence: Sentence
    number: Word
    expression: Expression
    change: Change | None
    times: frozenset[int]
    places: frozenset[int]


DASHES = frozenset("–—-")
_MEASURES = frozenset({
    "длина", "протяжённость", "площадь", "мощность", "стоимость", "сумма", "объём", "ёмкость", "вместимость", "высота", "ширина", "глубина", "вес", "масса",
    "численность", "производительность", "пропускной", "количество", "размер", "цена", "тариф", "ставка", "скорость", "доля", "урожайность", "напряжение", "диаметр",
    "штат", "тираж", "население", "капитал", "бюджет", "зарплата", "срок", "толщина", "плотность", "доход", "дефицит", "охват", "число", "уровень", "показатель",
})  # fmt: skip
_VAGUE_MEASURES = frozenset(
    {"сумма", "размер", "объём", "уровень", "количество", "число", "отметка", "показатель"}
)
_NOT_SUBJECTS = frozenset({
    "год", "месяц", "квартал", "полугодие", "период", "сравнение", "итог", "число", "рамка", "линия", "счёт", "результат", "учёт", "течение",
    "раз", "отношение", "конец", "начало", "момент", "неделя", "сутки", "день", "век", "ход", "очередь", "мера", "связь", "соответствие", "среднее", "данные",
    "размер", "основа", "время", "прогноз", "план", "порядок",
})  # fmt: skip
_LEVEL_VERBS = frozenset({
    "составить", "составлять", "достигнуть", "достигать", "равняться", "превысить", "превышать", "насчитывать", "насчитываться", "достичь", "оказаться", "стать",
    "оцениваться", "равный", "находиться", "сложиться", "остаться", "оставаться", "выйти", "приблизиться", "перевалить", "перешагнуть", "обойтись", "стоить", "включать", "приходиться",
    "исчисляться", "измеряться", "варьироваться", "опуститься", "подняться", "сохраниться", "дать", "набрать", "получить", "занимать", "занять",
})  # fmt: skip
_MONEY_VERBS = {
    "выделить": "средство", "выделять": "средство", "направить": "средство", "направлять": "средство", "предусмотреть": "средство", "получить": "средство", "потратить": "расход",
    "тратить": "расход", "израсходовать": "расход", "затратить": "затрата", "вложить": "инвестиция", "инвестировать": "инвестиция", "привлечь": "инвестиция", "заработать": "доход",
    "зарабатывать": "доход", "выплатить": "выплата", "выплачивать": "выплата", "перечислить": "средство", "перечислять": "средство", "освоить": "средство", "сэкономить": "экономия",
    "взыскать": "взыскание", "возместить": "возмещение", "экспортировать": "экспорт", "импортировать": "импорт", "продать": "продажа", "собрать": "сбор", "поступить": "поступление",
    "поступать": "поступление", "вернуть": "возврат", "возвратить": "возврат", "финансировать": "финансирование", "профинансировать": "финансирование", "задолжать": "задолженность",
    "распределить": "средство", "утвердить": "средство", "заложить": "средство", "доплатить": "доплата", "уплатить": "уплата", "оплатить": "оплата", "аккумулировать": "средство",
}  # fmt: skip
_QUANTITY_VERBS = {
    "произвести": "производство", "производить": "производство", "выработать": "выработка", "добыть": "добыча", "добывать": "добыча", "намолотить": "намолот", "собрать": "сбор",
    "перевезти": "перевозка", "экспортировать": "экспорт", "импортировать": "импорт", "построить": "строительство", "потребить": "потребление", "ввести": "мощность", "добавить": "мощность",
}  # fmt: skip


def find_subject(question: Question) -> Subject | None:
    """The subject by the first rule that finds one, None if the sentence shows none."""
    for rule in _RULES[_rule_set(question)]:
        phrase = rule(question)
        if phrase is not None:
            return phrase
    return None


def _rule_set(question: Question) -> str:
    expression = question.expression
    if expression.unit is None or str(expression.unit.kind) == "counting":
        is_ratio = expression.word_class is not None and str(expression.word_class) in ("multiple", "fold")
        is_part = expression.word_class is not None and str(expression.word_class) == "part"
        return "measured" if is_ratio else "share" if is_part else "counted"
    return "share" if str(expression.unit.kind) == "percent" else "measured"


def _subject(phrase: Phrase, rule: str) -> Subject:
    return Subject(phrase.text, phrase.head_lemma, rule, phrase.first, phrase.last)


def _usable(question: Question, phrase: Phrase | None) -> Phrase | None:
    """The phrase unless it is a time, a place alone or a word that names no indicator."""
    if phrase is None or phrase.head in question.times or phrase.head_lemma in _NOT_SUBJECTS:
        return None
    if phrase.head in question.places and phrase.first >= min(question.places):
        return None
    return phrase


# ----- rules


def _counted(question: Question) -> Subject | None:
    """The noun right behind the number: "23 тыс. неправительственных организаций"."""
    words, index = question.sentence.words, question.number.index + 1
    if (
        index < len(words)
        and words[index].low in ("единиц", "единицы", "штук", "человек")
        and index + 1 < len(words)
    ):
        further = phrase_at(words, index + 1)
        if further is not None and noun_reading(words[further.head], "Gen") and words[index].low != "человек":
            return _subject(further, "counted")
    phrase = phrase_at(words, index)
    if phrase is None or phrase.head in question.times or phrase.head_lemma in ("год", "раз"):
        return None
    if not _governed_by_number(words[phrase.head]):
        return None
    return _subject(phrase, "counted")


def _governed_by_number(noun: Word) -> bool:
    return True if not noun.readings else noun.pos != "VERB"


def _counted_by_tree(question: Question) -> Subject | None:
    """The noun that the tree hangs the number on, where words stand between."""
    number, words = question.number, question.sentence.words
    if number.relation not in ("nummod", "nummod:gov", "nummod:entity") or number.head <= number.index:
        return None
    head = words[number.head]
    if not is_noun(head) or head.index - number.index > 7:
        return None
    if any(
        word.expression is not None or word.pos == "VERB" for word in words[number.index + 1 : head.index]
    ):
        return None
    phrase = _usable(question, build(words, head.index))
    return _subject(phrase, "counted.tree") if phrase else None


def _genitive_behind(question: Question) -> Subject | None:
    """ "468,3 тонн медикаментов", "50% голосов избирателей"."""
    words, index = question.sentence.words, question.number.index + 1
    if index >= len(words) or not (is_noun(words[index]) or is_adjective(words[index])):
        return None
    phrase = _usable(question, phrase_at(words, index))
    if phrase is None:
        return None
    head = words[phrase.head]
    if head.readings and not noun_reading(head, "Gen") and not head.has("ADJ", "Gen"):
        return None
    if phrase.first < phrase.head and not words[phrase.first].has("ADJ", "Gen"):
        return None
    return _subject(phrase, "genitive")


def _from_behind(question: Question) -> Subject | None:
    """ "200% от средней зарплаты" names its base, "86% из них" nothing: only the share of a noun counts."""
    return None


def _instrument_before(question: Question) -> Subject | None:
    """ "общей длиной 2 тыс. км", "площадь 158,2 тыс. га", "на сумму 30 млн", "мощностью до 100 МВт"."""
    words = question.sentence.words
    index = question.number.index - 1
    while index >= 0 and words[index].low in (
        "в",
        "на",
        "до",
        "более",
        "около",
        "свыше",
        "порядка",
        "почти",
        "менее",
        "чем",
        "от",
        "не",
        "примерно",
        "–",
        "—",
        "с",
    ):
        index -= 1
    if index < 0:
        return None
    word = words[index]
    phrase = phrase_ending(words, index) if is_noun(word) else None
    if phrase is None or phrase.head_lemma not in _MEASURES:
        return None
    if phrase.head_lemma in ("сумма", "размер") or (
        phrase.head_lemma in _VAGUE_MEASURES and phrase.head == phrase.last
    ):
        return _owner(question, phrase)
    reading = words[phrase.head].readings
    if phrase.head == phrase.last and reading and any(r.case == "Ins" for r in reading):
        owner = _noun_before(question, phrase.first - 1)
        if owner is not None:
            return Subject(
                f"{phrase.text} {_genitive(words, owner)}",
                phrase.head_lemma,
                "instrument",
                phrase.first,
                phrase.last,
            )
    return _subject(phrase, "instrument")


def _owner(question: Question, measure: Phrase) -> Subject | None:
    """The thing whose sum or size a vague measure states: "инвестиций на сумму 30 млн"."""
    words = question.sentence.words
    index = measure.first - 1
    while index >= 0 and (words[index].low in ("на", "в", "общую", "общей") or words[index].pos == "ADP"):
        index -= 1
    owner = _usable(question, _noun_before(question, index))
    return _subject(owner, "owner") if owner else None


def _noun_before(question: Question, index: int) -> Phrase | None:
    words = question.sentence.words
    if index < 0 or not (is_noun(words[index]) or words[index].text in '»"'):
        return None
    return phrase_ending(words, index)


def _genitive(words: list[Word], phrase: Phrase) -> str:
    return " ".join(word.text for word in words[phrase.first : phrase.last + 1])


def _label_before(question: Question) -> Subject | None:
    """ "дорог – 3,2 тыс.", "Пшеница: 10,7 млн га", "известь, 111,5 тыс. тонн"."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].low in (
        "около",
        "порядка",
        "более",
        "свыше",
        "почти",
        "на",
        "в",
        "до",
        "менее",
        "лишь",
        "только",
        "всего",
        "уже",
        "примерно",
    ):
        index -= 1
    if index < 1 or words[index].text not in ("–", "—", "-", ":", ",", "|"):
        return None
    joint, index = words[index].text, index - 1
    if words[index].text == ")":
        while index > 0 and words[index].text != "(":
            index -= 1
        index -= 1
    if index < 0:
        return None
    if joint == "," and (words[index].expression is not None or index != 0 and not _list_comma(words, index)):
        return None
    phrase = phrase_ending(words, index)
    if phrase is not None and phrase.head in question.times and phrase.first > 0:
        phrase = phrase_ending(words, phrase.first - 1)
    phrase = _usable(question, phrase)
    return _subject(phrase, "label") if phrase else None


def _list_comma(words: list[Word], index: int) -> bool:
    """Whether the noun before a comma is an item of a list rather than the end of a clause."""
    phrase = phrase_ending(words, index)
    if phrase is None:
        return False
    before = words[phrase.first - 1] if phrase.first else None
    return (
        before is None
        or before.text in ",:;–—"
        or before.expression is not None
        or before.low in ("и", "а", "также")
    )


def _bracketed(question: Question) -> Subject | None:
    """ "пшеница (2,3 млн тонн)"."""
    words, index = question.sentence.words, question.number.index - 1
    steps = 0
    while index >= 0 and words[index].text != "(" and steps < 4:
        if words[index].expression is not None or words[index].pos == "NOUN":
            return None
        index, steps = index - 1, steps + 1
    if index < 1 or words[index].text != "(":
        return None
    phrase = _usable(question, phrase_ending(words, index - 1))
    return _subject(phrase, "bracket") if phrase else None


def _change_complement(question: Question) -> Subject | None:
    """ "рост инвестиций на 5%", "увеличение зарплаты составило 10%"."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN:
        return None
    words = question.sentence.words
    index = change.word + 1
    if index < len(words) and index != question.number.index and words[index].expression is None:
        phrase = _usable(question, phrase_at(words, index))
        if phrase is not None and (
            noun_reading(words[phrase.head], "Gen") or not words[phrase.head].readings
        ):
            return _subject(phrase, "change.complement")
    for child in question.sentence.children[change.word]:
        word = words[child]
        if word.relation == "nmod" and is_noun(word) and noun_reading(word, "Gen"):
            phrase = _usable(question, build(words, child))
            if phrase is not None and phrase.first > 0 and words[phrase.first - 1].pos != "ADP":
                return _subject(phrase, "change.complement")
    return None


def _clause_subject(question: Question) -> Subject | None:
    """The grammatical subject (or the object of a transitive verb) of the governing verb."""
    verb = _governing_verb(question)
    if verb is None:
        return None
    words = question.sentence.words
    lemma = verb.lemma
    arguments = _arguments(question, verb)
    wanted = ("nsubj", "nsubj:pass") if lemma in _LEVEL_VERBS else ("obj", "nsubj", "nsubj:pass")
    for relation in wanted:
        for index in arguments.get(relation, []):
            if (
                index == question.number.index
                or words[index].expression is not None
                or not is_noun(words[index])
            ):
                continue
            phrase = _usable(question, build(words, index))
            if phrase is not None:
                return _subject(phrase, f"clause.{relation}")
    return None


def _governing_verb(question: Question) -> Word | None:
    words = question.sentence.words
    change = question.change
    if change is not None and change.word >= 0 and change.word_class is ChangeClass.VERB:
        return words[change.word]
    index, steps = question.number.head, 0
    while index >= 0 and steps < 6:
        if words[index].pos == "VERB":
            return words[index]
        index, steps = words[index].head, steps + 1
    return None


def _arguments(question: Question, verb: Word) -> dict[str, list[int]]:
    """Subjects and objects of a verb; a conjoined verb without a subject has that of its head."""
    words, children = question.sentence.words, question.sentence.children
    found: dict[str, list[int]] = {}
    for child in children[verb.index]:
        found.setdefault(words[child].relation, []).append(child)
    current, steps = verb, 0
    while (
        not any(r.startswith("nsubj") for r in found)
        and current.relation in ("conj", "xcomp", "parataxis", "advcl")
        and steps < 4
    ):
        current = words[current.head]
        steps += 1
        for child in children[current.index]:
            if words[child].relation.startswith("nsubj"):
                found.setdefault(words[child].relation, []).append(child)
    if (
        current.relation in ("acl", "acl:relcl")
        and current.head >= 0
        and not any(r.startswith("nsubj") for r in found)
    ):
        found.setdefault("nsubj", []).append(current.head)
    return found


def _money_verb(question: Question) -> Subject | None:
    """ "выделили 17 млрд тенге": the sum stands for what the verb does."""
    expression = question.expression
    if expression.unit is None:
        return None
    table = {"money": _MONEY_VERBS, "quantity": _QUANTITY_VERBS}.get(str(expression.unit.kind))
    verb = _governing_verb(question)
    if table is None or verb is None:
        return None
    for reading in verb.readings:
        if reading.lemma in table:
            return Subject(table[reading.lemma], table[reading.lemma], "verb.noun")
    return None


def _nearest_nominative(question: Question) -> Subject | None:
    """Without help from the tree: the nearest noun phrase on the left that may be a nominative."""
    words = question.sentence.words
    index = question.number.index - 1
    while index >= 0:
        word = words[index]
        if word.text == ";" or word.expression is not None:
            return None
        if is_noun(word) and index not in question.times:
            phrase = _usable(question, phrase_ending(words, index))
            if phrase is None:
                index -= 1
                continue
            before = words[phrase.first - 1] if phrase.first else None
            head = words[phrase.head]
            nominative = not head.readings or head.has("NOUN", "Nom") or head.has("ADJ", "Nom")
            if nominative and not (before is not None and before.pos == "ADP"):
                return _subject(phrase, "nearest")
            index = phrase.first - 1
            continue
        index -= 1
    return None


def _noun_with_preposition(question: Question) -> Subject | None:
    """ "147 проектов на 1,5 трлн тенге", "оборот в 3 млрд": the noun that the sum qualifies."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].low in (
        "более",
        "около",
        "свыше",
        "порядка",
        "почти",
        "менее",
        "чем",
        "примерно",
    ):
        index -= 1
    if index < 1 or words[index].low not in ("на", "в", "за", "до", "от"):
        return None
    phrase = _usable(question, _noun_before(question, index - 1))
    return _subject(phrase, "prepositional") if phrase and change_word(words[phrase.head]) is None else None


_Rule = Callable[[Question], Subject | None]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "counted": (_counted, _counted_by_tree, _bracketed, _label_before),
    "share": (
        _change_complement, _bracketed, _genitive_behind, _label_before, _instrument_before, _clause_subject, _nearest_nominative,
    ),
    "measured": (
        _change_complement, _bracketed, _genitive_behind, _instrument_before, _label_before, _clause_subject, _money_verb,
        _noun_with_preposition, _nearest_nominative,
    ),
}  # fmt: skip
