"""The clause of a number: the subject or object of its verb that the number speaks of.

Belongs here: which argument of the verb is measured. Does not belong here: the verb itself
(`clause_verbs`), finding its arguments (`clause_arguments`), nominatives by order and case (`clause_nouns`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import (
    INTRANSITIVE,
    LEVEL_VERBS,
    MEASURES,
    MONEY_VERBS,
    QUANTITY_VERBS,
)
from extractors.phrases.conjuncts import as_one, opens_with_aim
from extractors.phrases.phrase_attributes import first_attribute
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at, phrase_ending
from extractors.phrases.phrase_form import agree
from extractors.phrases.phrase_words import OPENING_QUOTES, is_adjective, is_noun, noun_reading, only_in
from extractors.phrases.phrases import Phrase, build, in_genitive, is_preposed
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_arguments import arguments_of, ends_adjunct
from extractors.subjects.clause_nouns import is_person, local_nominative_index
from extractors.subjects.clause_verbs import is_active, likely_readings, verb_lemma
from extractors.subjects.discourse import Subject
from extractors.subjects.label_words import before_rate
from extractors.subjects.phrase_subjects import points_back, subject_of, usable
from extractors.subjects.questions import Family, Question

_OBJECTS = frozenset({"obj", "iobj"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_PART = "участие"
_ORDERS = frozenset(
    {"поручение", "решение", "инициатива", "указание", "распоряжение", "предложение", "требование", "просьба"}
    | {"постановление", "указ", "заказ", "ходатайство"}
)


def clause_subject(question: Question) -> Subject | None:
    """The grammatical subject, or the object of a transitive verb, of the number's verb."""
    verb = question.verb
    if verb is None:
        return None
    if verb.index < segment_start(question.sentence.words, question.number.index):
        own = local_nominative_index(question, question.number.index - 1)
        if own is not None and own > verb.index:
            return _nominative(question, own)
    lemma = verb_lemma(verb)
    is_level = lemma in LEVEL_VERBS or question.change is not None
    if not is_level and is_active(verb) and (question.number.relation in _OBJECTS or _acts(question, verb)):
        return None
    if lemma not in LEVEL_VERBS:
        return _first_argument(question, verb, ("obj", *_SUBJECTS))
    follows = 0 < verb.index - question.number.index <= 2  # "137 млн составил импорт"
    return _first_argument(question, verb, (*_SUBJECTS, "obj") if follows else _SUBJECTS)


def _first_argument(question: Question, verb: Word, relations: Sequence[str]) -> Subject | None:
    """The first argument, in the order of the relations, that a number can speak of."""
    words, arguments = question.sentence.words, arguments_of(question, verb)
    for relation in relations:
        for index in arguments.get(relation, []):
            if any(word.text == "|" for word in words[min(index, verb.index) : max(index, verb.index)]):
                continue  # another cell of a table
            if relation == "obj" and points_back(words, build(words, index)):
                return None  # "увеличив показатель на 6%"
            if segment_start(words, index) > question.number.index + 1 and (
                relation == "obj" or verb.index < question.number.index
            ):
                continue  # "сбор ржи увеличить на 2%, овса на 1%", "выделено 5 млн, в том числе ремонт – 2"
            found = _argument(question, index, relation, verb)
            if found is not None:
                return found
    return None


def _nominative(question: Question, index: int) -> Subject:
    words = question.sentence.words
    return subject_of(words, as_one(words, build(words, index)), "clause.nsubj")


def _acts(question: Question, verb: Word) -> bool:
    """Whether the verb handles the amount ("заработали 268 млрд"): its subject is who acts."""
    table = {Family.MONEY: MONEY_VERBS, Family.QUANTITY: QUANTITY_VERBS}.get(question.family, {})
    return any(
        reading.lemma in table and reading.lemma not in INTRANSITIVE for reading in likely_readings(verb)
    )


def _argument(question: Question, index: int, relation: str, verb: Word) -> Subject | None:
    words = question.sentence.words
    if index == question.number.index or words[index].expression is not None:
        return None
    if is_noun(words[index]) and before_rate(words, index) < index:
        return None  # "заболеваемость на 100 тыс. человек составила 86"
    index = _agreeing_noun(words, index)
    if not is_noun(words[index]) and not _owns_genitive(words, index):
        noun = _noun_of_attribute(words, index)
        if noun is None:
            return None
        index = noun
    if relation.startswith("nsubj"):
        index = _nominative_owner(words, index, verb.index)
    if relation.startswith("nsubj") and (
        _is_called(words, index) or not _may_agree(words, verb, words[index]) or _gives_order(words, index)
    ):
        return None
    phrase = usable(question, build(words, index, before_verb=index < verb.index))
    is_sum = question.family is Family.MONEY and _acts(question, verb)
    if phrase is None or is_person(words, index) or (is_sum and opens_with_aim(words, phrase)):
        return None
    if relation == "obj" and phrase.head_lemma == _PART:
        return None  # "приняли участие 58% жителей"
    if relation == "nsubj:pass" and (_is_oblique(words, phrase, verb) or _is_agent(question, verb, phrase)):
        return None
    return subject_of(words, phrase, f"clause.{relation}", complement=of_relative(words, phrase))


def of_relative(words: list[Word], phrase: Phrase) -> str:
    """As in "закупки, объём которых составил 5 млн": the genitive of the noun that the pronoun stands for."""
    behind, comma = phrase.last + 1, phrase.first - 1
    is_whose = phrase.last == phrase.head and phrase.head_lemma in MEASURES
    if not is_whose or behind >= len(words) or words[behind].lemma != "который":
        return ""
    owner = noun_phrase_left_of(words, comma - 1) if comma > 0 and words[comma].text == "," else None
    number = "Plur" if words[behind].low == "которых" else "Sing"
    return in_genitive(words, owner, number) if owner is not None else ""


def _nominative_owner(words: list[Word], index: int, verb: int) -> int:
    """As in "оборот морского транспорта снизился": what a genitive that the tree took for a subject is of."""
    if words[index].has("NOUN", "Nom"):
        return _owner_of_acronym(words, index) if words[index].text.isupper() else index
    is_own = words[index].readings and not any(word.text == "," for word in words[index:verb])
    whole = phrase_ending(words, index) if is_own else None
    return whole.head if whole is not None and words[whole.head].has("NOUN", "Nom") else index


def _owner_of_acronym(words: list[Word], index: int) -> int:
    """As in "грузооборот АО «Луч» вырос": the nominative right before an acronym owns it."""
    before = words[index - 1] if index else None
    is_owner = before is not None and is_noun(before) and before.has("NOUN", "Nom") and not before.in_place
    whole = phrase_ending(words, index) if is_owner else None
    return whole.head if whole is not None and words[whole.head].has("NOUN", "Nom") else index


def _is_oblique(words: list[Word], phrase: Phrase, verb: Word) -> bool:
    """As in "на полевые работы выделено 5 млн", but "с долгом, который был списан на 5 млн"."""
    is_owner = any(word.lemma == "который" for word in words[phrase.last + 1 : verb.index])
    return not is_owner and is_preposed(words, phrase)


def _is_called(words: list[Word], index: int) -> bool:
    """As in "по разделу «Культура» расходы составили": a name in quotes of a noun behind a preposition."""
    opening = first_attribute(words, index) - 1
    if opening < 1 or words[opening].text not in OPENING_QUOTES:
        return False
    owner = noun_phrase_left_of(words, opening - 1)
    return owner is not None and is_preposed(words, owner)


def _is_agent(question: Question, verb: Word, phrase: Phrase) -> bool:
    """As in "330 млн освоены 5 тыс. хозяйств": what another number counts behind a passive is by whom."""
    counting = question.sentence.words[phrase.first - 1] if phrase.first else None
    return (
        counting is not None
        and counting.expression is not None
        and counting is not question.number
        and phrase.head > verb.index > question.number.index
    )


def _agreeing_noun(words: list[Word], index: int) -> int:
    """As in "бахчевые культуры собраны": the noun behind a word that is one only where it stands alone."""
    first = words[index].readings[:1]
    if not first or first[0].pos != "ADJ" or first[0].is_participle or not is_noun(words[index]):
        return index
    noun = _noun_of_attribute(words, index)
    return noun if noun is not None and agree(words[index], words[noun]) else index


def _noun_of_attribute(words: list[Word], index: int) -> int | None:
    """The noun of an attribute that the tree took for the subject: "овощные культуры посеяны"."""
    phrase = phrase_at(words, index) if is_adjective(words[index]) else None
    return phrase.head if phrase is not None and is_noun(words[phrase.head]) else None


def _gives_order(words: list[Word], index: int) -> bool:
    """As in "по поручению главы области выделили 5 млн": the genitive of whose order it is."""
    before = first_attribute(words, index) - 1
    is_order = before > 0 and words[before - 1].low == "по" and words[before].lemma in _ORDERS
    return is_order and words[index].has("NOUN", "Gen")


def _may_agree(words: list[Word], verb: Word, noun: Word) -> bool:
    """Whether a noun can be the subject of a singular verb: "выделено" has none that is no neuter."""
    form = verb.readings[0] if verb.readings else None
    if only_in(noun, "Ins") and noun.index > verb.index:
        return False  # "обработано составом 13 га"
    nominatives = [r for r in noun.readings if r.pos == "NOUN" and r.case == "Nom"]
    is_owner = any(word.lemma == "который" for word in words[noun.index + 1 : verb.index])
    if noun.readings and not nominatives and not noun.has("NOUN", "Gen") and not is_owner:
        return False  # "в условиях, когда цены втрое выше"
    if form is None or form.number != "Sing" or not nominatives:
        return True
    if any(r.number == "Sing" and form.gender in ("", r.gender) for r in nominatives):
        return True
    # "на счёт супруги поступило 5 млн": a genitive of the noun before it
    is_owned = form.gender == "Neut" and ends_adjunct(words, noun.index)
    return noun.has("NOUN", "Gen") and not is_owned


def _owns_genitive(words: list[Word], index: int) -> bool:
    """As in "максимум нагрузки": a word that is rarely a noun is one before a genitive."""
    following = words[index + 1] if index + 1 < len(words) else None
    return (
        noun_reading(words[index], "Nom") is not None
        and following is not None
        and noun_reading(following, "Gen") is not None
        and is_noun(following)
    )
