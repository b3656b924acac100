"""What a number counts or measures: the noun phrase it speaks of.

Belongs here: the rules that find the phrase, from the closest evidence to the weakest; each is
named, and the name of the one that fired travels with the fact. Does not belong here: bounds
and normal form of a phrase (`phrases`), labels (`labels`), clauses (`clauses`) and antecedents
(`discourse`).
"""

from collections.abc import Callable

from extractors.changes import ChangeClass
from extractors.clauses import clause_subject, governing_verb, local_nominative, verb_noun
from extractors.discourse import Discourse, Subject
from extractors.labels import SKIPPED, Label, LabelSort, find_label, label_sort, noun_phrase_left_of
from extractors.morphology import plain_lemma
from extractors.phrases import (
    Phrase,
    adjective_reading,
    build,
    is_adjective,
    is_noun,
    noun_reading,
    phrase_at,
)
from extractors.questions import Family, Question, subject_of, usable
from extractors.subject_lexicon import (
    COUNT_NOUNS,
    MEASURES,
    NAMELESS_MEASURES,
    PEOPLE,
    PERCENT_BASES,
    TARGET_NOUNS,
    UNIT_INDICATORS,
)


def find_subject(question: Question, discourse: Discourse) -> Subject | None:
    """The subject by the first rule that finds one, None if nothing shows any."""
    for rule in _RULES[question.family]:
        found = rule(question, discourse)
        if found is not None:
            return found
    return None


# ----- the number with its own noun


def _counted(question: Question, _discourse: Discourse) -> Subject | None:
    """The noun right behind the number: "23 тыс. неправительственных организаций"."""
    words, index = question.sentence.words, question.number.index + 1
    if question.number.index not in question.sentence.counted:
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
    return subject_of(words, phrase, "counted")


def _counted_people(question: Question, discourse: Discourse) -> Subject | None:
    """ "75,9 млн человек": the people are what the clause names them, where it does."""
    found = _counted(question, discourse)
    if found is None or found.head not in PEOPLE:
        return found
    better = clause_subject(question)
    if better is not None and better.head in COUNT_NOUNS and better.complement:
        return _complement_of(better) or found
    return found


def _complement_of(subject: Subject) -> Subject | None:
    """ "численность населения": the population itself."""
    return subject.inner if subject.inner is not None else None


def _adjective_alone(question: Question, discourse: Discourse) -> Subject | None:
    """ "включая 130 автоматических", "14 специальных экономических и 52 индустриальных зон"."""
    words, index = question.sentence.words, question.number.index + 1
    first = index
    while index < len(words) and is_adjective(words[index]) and words[index].expression is None:
        index += 1
    if index == first:
        return None
    ahead = index
    while ahead < len(words) and (
        words[ahead].low in ("и", ",") or words[ahead].expression is not None or is_adjective(words[ahead])
    ):
        ahead += 1
    attributes = words[first:index]
    if (
        ahead > index
        and ahead < len(words)
        and is_noun(words[ahead])
        and any(w.expression for w in words[index:ahead])
    ):
        return question.with_attributes(build(words, ahead, ahead), attributes, "counted.shared")
    if index < len(words) and words[index].pos == "ADP" and adjective_reading(words[index - 1]) is None:
        return None
    antecedent = discourse.find("count", "")
    return (
        question.attributed(antecedent, attributes, "counted.adjective") if antecedent is not None else None
    )


def _predicate_noun(question: Question, _discourse: Discourse) -> Subject | None:
    """ "из которых 365 тысяч – первоклассники", "7 тысяч – это республиканская сеть"."""
    words, index = question.sentence.words, question.number.index + 1
    if index + 1 >= len(words) or words[index].text not in ("–", "—", "-"):
        return None
    index += 1 + (words[index + 1].low == "это")
    phrase = usable(question, phrase_at(words, index))
    if phrase is None:
        return None
    head = words[phrase.head]
    if head.readings and not head.has("NOUN", "Nom"):
        return None
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if following is not None and (following.expression is not None or following.text in ("–", "—", "(", ":")):
        return None
    return subject_of(words, phrase, "predicate_noun")


def _fronted(question: Question, _discourse: Discourse) -> Subject | None:
    """ "открытых вакансий насчитывалось 52 317", "Браков заключено 54,3 тыс."."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and (words[index].low in SKIPPED or words[index].pos == "ADV"):
        index -= 1
    if index < 1 or words[index].pos != "VERB":
        return None
    index -= 1
    while index > 0 and (
        words[index].pos == "ADV" or words[index].in_time or words[index].low in ("было", "в", "не")
    ):
        index -= 1
    phrase = usable(question, noun_phrase_left_of(words, index))
    if phrase is None or (phrase.first > 0 and words[phrase.first - 1].pos == "ADP"):
        return None
    head = words[phrase.head]
    reading = noun_reading(head, "Gen")
    if reading is None or (
        head.has("NOUN", "Nom") and reading.number != "Plur" and reading is not head.readings[0]
    ):
        return None
    return subject_of(words, phrase, "fronted")


def _genitive_topic(question: Question, _discourse: Discourse) -> Subject | None:
    """ "Поездов по маршруту отправлено 187", "жителей стало больше на 128,7 тыс.", "троен – двадцать две"."""
    words, first = question.sentence.words, segment_start(question)
    while first < question.number.index and (
        words[first].in_time or words[first].pos in ("ADV", "PART", "ADP", "CCONJ")
    ):
        if words[first].pos == "ADP" and not words[first + 1].in_time:
            return None
        first += 1
    phrase = usable(question, phrase_at(words, first))
    if phrase is None or phrase.last >= question.number.index or words[phrase.head].in_place:
        return None
    if label_sort(words, phrase) is not LabelSort.GENITIVE:
        return None
    between = words[phrase.last + 1 : question.number.index]
    if any(word.text in ",:" or word.expression is not None for word in between) or not between:
        return None
    return subject_of(words, phrase, "genitive_topic")


def _genitive_behind(question: Question, discourse: Discourse) -> Subject | None:
    """ "468,3 тонн медикаментов", "50% голосов избирателей"."""
    words, index = question.sentence.words, question.number.index + 1
    if index >= len(words) or not (is_noun(words[index]) or is_adjective(words[index])):
        return None
    phrase = usable(question, phrase_at(words, index))
    if phrase is None or words[phrase.head].low == "годовых":
        return None
    head = words[phrase.head]
    if head.readings and not noun_reading(head, "Gen") and not head.has("ADJ", "Gen"):
        return None
    if phrase.first < phrase.head and not words[phrase.first].has("ADJ", "Gen"):
        return None
    if question.family is Family.PERCENT and _restates(question, phrase):
        antecedent = discourse.last()
        if antecedent is not None:
            return antecedent.subject.by("apposition")
    return subject_of(words, phrase, "genitive")


def _restates(question: Question, phrase: Phrase) -> bool:
    """ "232,4 млрд тенге, или 0,16% ВВП", "(70% прожиточного минимума)": the same thing as a share of a base."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].low in SKIPPED - {"на"}:
        index -= 1
    if index < 1:
        return False
    if (
        words[index].low == "или"
        or words[index].text == "("
        or words[index].lemma in ("эквивалентно", "эквивалентный", "равносильно")
    ):
        return phrase.head_lemma in PERCENT_BASES or words[index].low == "или"
    return phrase.head_lemma in PERCENT_BASES


def _instrument(question: Question, _discourse: Discourse) -> Subject | None:
    """ "общей длиной 2 тыс. км", "площадь 158,2 тыс. га", "на сумму 30 млн", "мощностью до 100 МВт"."""
    words = question.sentence.words
    index = question.number.index - 1
    while index >= 0 and words[index].low in SKIPPED:
        index -= 1
    phrase = noun_phrase_left_of(words, index)
    if phrase is None or phrase.head_lemma not in MEASURES or question.family_code == "times":
        return None
    if phrase.head_lemma in NAMELESS_MEASURES and phrase.head == phrase.last:
        return _owner(question, phrase)
    if phrase.head == phrase.last and words[phrase.head].has("NOUN", "Ins") and phrase.first > 0:
        owner = usable(question, noun_phrase_left_of(words, phrase.first - 1))
        if owner is not None:
            return subject_of(
                words,
                phrase,
                "instrument",
                complement=" ".join(w.text for w in words[owner.first : owner.last + 1]),
            )
    return subject_of(words, phrase, "instrument")


def _owner(question: Question, measure: Phrase) -> Subject | None:
    """The thing whose sum or size a nameless measure states: "инвестиций на сумму 30 млн"."""
    words = question.sentence.words
    index = measure.first - 1
    while index >= 0 and words[index].pos == "ADP":
        index -= 1
    phrase = usable(question, noun_phrase_left_of(words, index))
    return subject_of(words, phrase, "owner") if phrase else None


def _sum_of_counted(question: Question, discourse: Discourse) -> Subject | None:
    """ "88 тыс. заявок на 1,3 трлн тенге": the sum of what was counted."""
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].low in SKIPPED - {"на"}:
        index -= 1
    if (
        question.family is not Family.MONEY
        or question.change is not None
        or index < 1
        or words[index].low != "на"
    ):
        return None
    phrase = usable(question, noun_phrase_left_of(words, index - 1))
    if phrase is None:
        return None
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.expression is not None:
        printed = " ".join(w.text for w in words[phrase.first : phrase.last + 1])
        return Subject(f"сумма {printed}", "сумма", "sum_of_counted", "Fem", printed)
    return subject_of(words, phrase, "prepositional")


def _change_complement(question: Question, _discourse: Discourse) -> Subject | None:
    """ "рост инвестиций на 5%", "увеличение зарплаты составило 10%"."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN:
        return None
    words, index = question.sentence.words, change.word + 1
    if index < len(words) and index != question.number.index and words[index].expression is None:
        phrase = usable(question, phrase_at(words, index))
        if phrase is not None and (
            noun_reading(words[phrase.head], "Gen") or not words[phrase.head].readings
        ):
            return subject_of(words, phrase, "change.complement")
    before = usable(question, noun_phrase_left_of(words, change.word - 1)) if change.word else None
    if before is not None and words[change.word - 1].text not in ",;":
        return None
    return None


def _before_change_noun(question: Question, discourse: Discourse) -> Subject | None:
    """ "лёгкая промышленность: рост на 9,6%": the label stands before the word of change."""
    change = question.change
    if change is None or change.word_class is not ChangeClass.NOUN or change.word < 2:
        return None
    words = question.sentence.words
    index = change.word - 1
    while index > 0 and is_adjective(words[index]):
        index -= 1
    if words[index].text in (":", "–", "—"):
        phrase = usable(question, noun_phrase_left_of(words, index - 1))
        if phrase is not None:
            return subject_of(words, phrase, "change.label")
    last = discourse.last()
    if last is not None and words[index].text in (",", "(", ";") and last.sentence == question.sentence_index:
        return last.subject.by("change.apposition")
    return None


# ----- numbers tied to the number before


_APPOSING = frozenset(
    {
        "или",
        "то",
        "есть",
        "т.е",
        "т",
        "е",
        ".",
        ",",
        "что",
        "составляет",
        "эквивалентно",
        "равно",
        "это",
        "против",
        "вместо",
    }
)


def _apposed(question: Question, discourse: Discourse) -> Subject | None:
    """ "на 32%, до 1,254 трлн", "5 832 377 600 тенге, то есть 5,8 млрд", "58,3 млрд (-8,5%)", "с 14 до 30"."""
    last = discourse.last()
    if last is None or last.sentence != question.sentence_index:
        return None
    words, index = question.sentence.words, question.number.index - 1
    seen = set()
    while index >= 0 and words[index].expression is None:
        if words[index].low not in SKIPPED and words[index].low not in _APPOSING and words[index].text != "(":
            return None
        seen.add(words[index].low)
        index -= 1
    if index < 0 or not seen:
        return None
    if seen <= {",", "и"} | (SKIPPED - {"на", "до"}) and not seen & {"против", "до"}:
        return None
    return last.subject.by("apposition")


def _out_of(question: Question, discourse: Discourse) -> Subject | None:
    """ "8 блоков из 10": the second counts what the first does."""
    last = discourse.last()
    if (
        last is None
        or last.sentence != question.sentence_index
        or question.preposition not in ("из", "вместо", "против")
    ):
        return None
    words, index = question.sentence.words, question.number.index - 2
    while index >= 0 and words[index].expression is None:
        if words[index].pos not in ("NOUN", "ADJ", "PROPN"):
            return None
        index -= 1
    return last.subject.by("out_of") if index >= 0 else None


def _unit_indicator(question: Question, _discourse: Discourse) -> Subject | None:
    """ "добавят 14 ГВт": what a bare amount of such a unit measures."""
    unit = question.expression.unit
    noun = UNIT_INDICATORS.get(unit.base_unit) if unit is not None else None
    return Subject(noun, noun, "unit", "Fem") if noun else None


def _counting_word(question: Question, _discourse: Discourse) -> Subject | None:
    """ "поднялась на 14 позиций": the counting word itself where nothing better stands by it."""
    expression = question.expression
    if expression.unit is None:
        return None
    printed = expression_word(question)
    return Subject(plain_lemma(printed), plain_lemma(printed), "counting_word") if printed else None


def expression_word(question: Question) -> str:
    """The last word of the printed expression, "" if it ends in digits."""
    last = question.number.text.split()[-1].strip(".")
    return last if last.isalpha() and len(last) > 3 else ""


# ----- labels


def _label(question: Question, discourse: Discourse) -> Subject | None:
    """The label before the number, read by its sort."""
    label = find_label(question.sentence, question.number)
    if label is None or (label.joint == "comma" and not _is_list_item(question, label)):
        return None
    if label.sort in (LabelSort.PLACE, LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE, LabelSort.TIME):
        return _slice(question, discourse, label)
    if label.sort is LabelSort.ADJECTIVE:
        return _adjective_label(question, discourse, label)
    assert label.phrase is not None
    if usable(question, label.phrase) is None:
        return None
    return _carried(question, discourse, label) or _named(question, label)


def _carried(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """What the label adds to the subject of a number before, where it names none of its own."""
    assert label.phrase is not None
    last = discourse.last()
    if last is None:
        return None
    if label.phrase.head_lemma in TARGET_NOUNS:
        found = discourse.of_family(question.family_code)
        return found.by("target") if found else None
    same_sentence = last.sentence == question.sentence_index
    if (
        question.family is Family.COUNT
        and same_sentence
        and question.preposition
        and last.preposition == question.preposition
    ):
        return last.subject.by("parallel")
    if same_sentence and _continues_slices(question, label, last.subject):
        return last.subject.by("slice.list", label.sort)
    earlier = discourse.of_family(question.family_code)
    if (
        label.sort is LabelSort.GENITIVE
        and earlier is not None
        and earlier.complement
        and label.phrase.first == label.first
    ):
        printed = " ".join(
            word.text for word in question.sentence.words[label.phrase.first : label.phrase.last + 1]
        )
        return earlier.with_complement(printed, "slice.genitive")
    return None


def _named(question: Question, label: Label) -> Subject:
    """The label itself; "число случаев – 1 378" counts the cases."""
    assert label.phrase is not None
    found = subject_of(question.sentence.words, label.phrase, f"label.{label.joint}", label=label.sort)
    if question.family is Family.COUNT and found.head in COUNT_NOUNS and found.inner is not None:
        return found.inner.by(found.rule)
    return found


def _slice(question: Question, discourse: Discourse, label: Label) -> Subject | None:
    """A part of what the number before measured: "в городе – 26,8, на селе – 21,4"."""
    found = local_indicator(question, label)
    if found is None:
        last = discourse.last()
        opens = last is None or last.sentence != question.sentence_index
        found = discourse.main_of_family(question.family_code) if opens else None
    found = found or discourse.find(question.family_code, question.preposition)
    return found.by("slice.time" if label.sort is LabelSort.TIME else "slice", label.sort) if found else None


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
    segment = segment_start(question, label.first)
    if segment > 0 and words[segment - 1].expression is not None:
        return _topic(question, label) if label.joint == "dash" else None
    return local_nominative(question, label.first - 1)


def segment_start(question: Question, position: int | None = None) -> int:
    """Index of the first word behind the last comma, semicolon, colon or number before `position`."""
    words = question.sentence.words
    first = question.number.index if position is None else position
    while first > 0 and words[first - 1].text not in (",", ";", ":") and words[first - 1].expression is None:
        first -= 1
    return first


def _topic(question: Question, label: Label) -> Subject | None:
    """The nominative that opens the sentence, no verb or dash between: "задолженность перед 9 тыс. работников – 5"."""
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
        assert label.phrase is not None
        return subject_of(words, label.phrase, "label.adjective", label=label.sort)
    return question.attributed(antecedent.subject, attributes, "slice.adjective")


def _continues_slices(question: Question, label: Label, subject: Subject) -> bool:
    """ "цены на огурцы – на 8,7%, капусту – 6,2%, лук – 5,1%": the list goes on in the same case."""
    if (
        subject.label not in (LabelSort.PREPOSITIONAL, LabelSort.OBLIQUE, LabelSort.PLACE)
        or label.phrase is None
    ):
        return False
    before = question.sentence.words[label.first - 1] if label.first else None
    if before is None or before.text not in (",", ")") and before.low != "и":
        return False
    if subject.label is LabelSort.PLACE:
        return False
    head = question.sentence.words[label.phrase.head]
    return head.has("NOUN", "Acc") or head.has("NOUN", "Loc")


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


# ----- clause and discourse


def _clause(question: Question, _discourse: Discourse) -> Subject | None:
    return clause_subject(question)


def _counted_clause(question: Question, _discourse: Discourse) -> Subject | None:
    """ "число правонарушений не изменилось: 157 473": what the number of is counted."""
    found = clause_subject(question)
    if found is None or found.head not in COUNT_NOUNS:
        return None
    return found.inner.by("clause.count_of") if found.inner else found


def _share_of_verb(question: Question, _discourse: Discourse) -> Subject | None:
    """ "На вывоз пришлось 72,5%": the share of what the verb points to."""
    verb = governing_verb(question)
    if verb is None or verb.lemma not in ("прийтись", "приходиться"):
        return None
    words = question.sentence.words
    for index in range(max(0, verb.index - 6), min(len(words) - 1, verb.index + 6)):
        if words[index].low != "на" or words[index + 1].expression is not None:
            continue
        phrase = usable(question, phrase_at(words, index + 1))
        if phrase is not None:
            found = subject_of(words, phrase, "share_of_verb")
            printed = " ".join(word.text for word in words[phrase.first : phrase.last + 1])
            return (
                Subject(f"доля {printed}", "доля", "share_of_verb", "Fem", printed)
                if question.family is Family.PERCENT
                else found
            )
    return None


def _verb_noun(question: Question, _discourse: Discourse) -> Subject | None:
    return verb_noun(question)


def _same_family(question: Question, discourse: Discourse) -> Subject | None:
    found = discourse.of_family(question.family_code)
    return found.by("ellipsis") if found else None


def _antecedent(question: Question, discourse: Discourse) -> Subject | None:
    found = discourse.find(question.family_code, question.preposition)
    return found.by("ellipsis") if found else None


def _nearest(question: Question, _discourse: Discourse) -> Subject | None:
    found = local_nominative(question, question.number.index - 1)
    return found.by("nearest") if found else None


_Rule = Callable[[Question, Discourse], Subject | None]
_RULES: dict[Family, tuple[_Rule, ...]] = {
    Family.COUNT: (
        _counted_people, _out_of, _apposed, _adjective_alone, _predicate_noun, _fronted, _label, _genitive_topic, _counted_clause, _counting_word, _antecedent, _clause, _nearest,
    ),
    Family.PERCENT: (
        _apposed, _change_complement, _before_change_noun, _genitive_behind, _instrument, _label, _genitive_topic, _share_of_verb, _clause, _antecedent, _nearest,
    ),
    Family.MONEY: (
        _apposed, _change_complement, _before_change_noun, _genitive_behind, _instrument, _sum_of_counted, _label, _genitive_topic, _share_of_verb, _clause, _verb_noun, _antecedent, _nearest,
    ),
    Family.QUANTITY: (
        _apposed, _out_of, _change_complement, _before_change_noun, _genitive_behind, _instrument, _label, _fronted, _genitive_topic, _clause, _same_family, _verb_noun, _unit_indicator, _antecedent, _nearest,
    ),
}  # fmt: skip
