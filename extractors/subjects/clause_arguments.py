"""Arguments of a verb: its subjects and objects by the tree, or by order where the tree gives none.

Belongs here: whose subject is whose where clauses follow one another. Does not belong here: which argument
a number speaks of (`clauses`) and the nearest nominative (`clause_nouns`).
"""

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import LEVEL_VERBS, MEASURES, STATING_VERBS
from extractors.phrases.phrase_bounds import phrase_at, phrase_ending
from extractors.phrases.phrase_words import case_weight
from extractors.phrases.phrases import is_preposed
from extractors.phrases.relative_pronouns import PRONOUN, nearest_owner, stands_for
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative_index
from extractors.subjects.clause_verbs import is_impersonal, verb_lemma
from extractors.subjects.questions import Family, Question

_DATELINE = 7
_OWNER_REACH, _RELATIVE_REACH = 12, 10


def arguments_of(question: Question, verb: Word) -> dict[str, list[int]]:
    """Subjects and objects of a verb by the tree; a subject it lacks is looked for by order and case."""
    found = _without_number(question, verb)
    owner = _relative_owner(question, verb)
    if owner is not None:
        return {**found, "obj" if is_impersonal(verb) else "nsubj": [owner]}
    if any(relation.startswith("nsubj") for relation in found):
        return _before_number(question, verb, found) or _in_own_clause(question, verb, found)
    near = _nominative_behind(question, verb)
    if near is None:
        near = _nominative_between(question, verb)
    if near is None:
        near = local_nominative_index(question, verb.index - 1)
    if near is None:
        near = _plural_before(question, verb)
    return found if near is None else {**found, "nsubj": [near]}


def _without_number(question: Question, verb: Word) -> dict[str, list[int]]:
    """The tree's arguments; in "озимые занимают 12%" the number behind the verb is no subject of it."""
    found, number = question.sentence.arguments.get(verb.index, {}), question.number.index
    found = _behind_colon(question.sentence.words, found, verb)
    is_level = question.family is Family.PERCENT and verb_lemma(verb) in LEVEL_VERBS
    if not is_level or verb.index > number or found.get("nsubj") != [number]:
        return found
    return {relation: nouns for relation, nouns in found.items() if relation != "nsubj"}


def _behind_colon(words: list[Word], found: dict[str, list[int]], verb: Word) -> dict[str, list[int]]:
    """As in "Итоги: число людей, высланных из страны, выросло": of two subjects the one behind the colon."""
    subjects = found.get("nsubj", [])
    if len(subjects) < 2:
        return found
    colon = max((i for i in range(verb.index) if words[i].text == ":"), default=-1)
    own = [index for index in subjects if index > colon]
    return {**found, "nsubj": own or subjects}


def _in_own_clause(question: Question, verb: Word, found: dict[str, list[int]]) -> dict[str, list[int]]:
    """The tree's subject, unless it stands in an earlier clause and the verb's own has a nominative."""
    words = question.sentence.words
    start = segment_start(words, verb.index) or _behind_dateline(words, verb.index)
    if start == question.number.index + 1:
        start = segment_start(words, start - 1)  # "из которых 9 млн уже выплачено"
    if start and words[start - 1].expression is not None and words[verb.index - 1].low == "и":
        return _shared_subject(question, found, start)
    subjects = _subjects(found)
    if start == 0 or words[start - 1].text not in ",;:–—-":
        return found
    if _is_verbal_list(words, start, verb):
        return _of_first_verb(question, found, start, verb)
    own = [i for i in subjects if start <= i < verb.index]
    if not subjects or own:
        return {**found, "nsubj": own, "nsubj:pass": []} if own else found
    near = local_nominative_index(question, verb.index - 1)
    if near is None or near < start or not _is_rather_nominative(words[near]):
        behind = _nominative_behind(question, verb)
        if behind is not None and subjects:  # "площадь – 23 га, из них 16 га занимают сады"
            return {**found, "nsubj": [behind], "nsubj:pass": []}
        # "98% площадей, собрано 3 млн тонн": no genitive of an earlier clause
        is_own = any(i > verb.index or words[i].has("NOUN", "Nom") for i in subjects)
        return found if is_own or not is_impersonal(verb) else {**found, "nsubj": [], "nsubj:pass": []}
    return {**found, "nsubj": [near], "nsubj:pass": []}


def _of_first_verb(
    question: Question, found: dict[str, list[int]], start: int, verb: Word
) -> dict[str, list[int]]:
    """As in "…, объём услуг не рос и составил 5 млн": the nominative before the first verb of the clause."""
    words, subjects = question.sentence.words, _subjects(found)
    first = next(word.index for word in words[start : verb.index] if word.pos == "VERB")
    if any(index >= start for index in subjects) or words[verb.index - 1].text == ",":
        return found
    near = local_nominative_index(question, first - 1)
    if near is None or near < start or not _is_rather_nominative(words[near]):
        return found
    return {**found, "nsubj": [near], "nsubj:pass": []}


def _behind_dateline(words: list[Word], verb: int) -> int:
    """As in "АСТАНА. АГЕНТСТВО – В стране доходы выросли": behind the dateline, 0 if none opens it."""
    for index in range(1, min(_DATELINE, verb)):
        if words[index].text in "–—-" and words[index + 1].text[:1].isupper():
            return index + 1
    return 0


def _shared_subject(question: Question, found: dict[str, list[int]], number: int) -> dict[str, list[int]]:
    """As in "…, а ввоз вырос на 7% и составил 3 млн": the subject of the verb that "и" joins this one to."""
    words = question.sentence.words
    start = segment_start(words, number - 1)
    near = local_nominative_index(question, number - 2)
    if near is None or near < start or not _is_rather_nominative(words[near]):
        return found
    return {**found, "nsubj": [near], "nsubj:pass": []}


def _subjects(found: dict[str, list[int]]) -> list[int]:
    return [i for relation, nouns in found.items() if relation.startswith("nsubj") for i in nouns]


def _before_number(
    question: Question, verb: Word, found: dict[str, list[int]]
) -> dict[str, list[int]] | None:
    """The nominative before the verb where the tree's subject stands in a clause behind the number."""
    words, number = question.sentence.words, question.number.index
    subjects = _subjects(found)
    if verb.index > number or not all(
        i > number and any(word.text in ",;" for word in words[number:i]) for i in subjects
    ):
        return None
    near = local_nominative_index(question, number - 1)
    if near is None or near < verb.index:
        near = local_nominative_index(question, verb.index - 1)
    if near is None:  # "уже возвращено 2 млн, другим передано 4 дела"
        return {**found, "nsubj": [], "nsubj:pass": []} if subjects and is_impersonal(verb) else None
    return {**found, "nsubj": [near], "nsubj:pass": []}


def _is_verbal_list(words: list[Word], start: int, verb: Word) -> bool:
    """Whether another verb stands in the segment before this one."""
    return any(word.pos == "VERB" for word in words[start : verb.index])


def _is_rather_nominative(word: Word) -> bool:
    return case_weight(word, "Nom") > case_weight(word, "Gen")


def _relative_owner(question: Question, verb: Word) -> int | None:
    """As in "неуплаты задолженности, которая составляет": the nearest noun that "который" agrees with."""
    words = question.sentence.words
    for index in range(verb.index - 1, max(0, verb.index - _RELATIVE_REACH), -1):
        if words[index].expression is not None or words[index].pos == "VERB" or words[index].text in ",;:":
            return None
        if words[index].lemma != PRONOUN:
            continue
        if words[index - 1].pos == "ADP":
            return None  # "средства, из которых освоено 5 млн"
        if is_impersonal(verb) and words[index - 1].text != ",":
            return None  # "программа, в рамках которой выделено 5 млн"
        case = "Gen" if is_impersonal(verb) else "Nom"  # "кукуруза, которой собрано 5 тонн"
        owner = nearest_owner(words, index, case, _OWNER_REACH)
        if owner is not None:
            return _measure_of(words, owner, index, verb)
    return None


def _measure_of(words: list[Word], owner: int, pronoun: int, verb: Word) -> int:
    """As in "площадь пашни, которая составила 5 га": a measure that the pronoun agrees with has it."""
    whole = phrase_ending(words, owner) if verb.lemma in STATING_VERBS else None
    if whole is None or whole.head == owner or whole.head_lemma not in MEASURES:
        return owner
    return whole.head if stands_for(words[pronoun], words[whole.head], "Nom") else owner


def _plural_before(question: Question, verb: Word) -> int | None:
    """As in "на фоне холодов поставки газа достигли 5 млн": a seeming genitive agrees with it."""
    words = question.sentence.words
    finite = verb
    if verb.index and any(r.verb_form == "Inf" for r in verb.readings[:1]):
        finite = words[verb.index - 1]  # "цены могут вырасти"
    if not any(r.number == "Plur" and r.verb_form in ("Fin", "Part") for r in finite.readings[:1]):
        return None
    first = segment_start(words, verb.index)
    likely = [i for i in range(verb.index - 1, first - 1, -1) if _may_be_many(words[i])]
    likely = [i for i in likely if ends_adjunct(words, i)]
    return max(likely, key=lambda i: case_weight(words[i], "Nom"), default=None)


def _may_be_many(noun: Word) -> bool:
    """Whether a form is a nominative of many or a genitive of one: "поставки", "школы", "предприятия"."""
    forms = {(r.case, r.number) for r in noun.readings if r.pos == "NOUN"}
    return not noun.in_place and ("Nom", "Plur") in forms and ("Gen", "Sing") in forms


def ends_adjunct(words: list[Word], noun: int) -> bool:
    """Whether a noun looks like the genitive that ends a phrase with a preposition."""
    whole = phrase_ending(words, noun)
    return whole is not None and whole.head < noun and is_preposed(words, whole)


def _nominative_behind(question: Question, verb: Word) -> int | None:
    """As in "137 миллионов составил импорт": number, verb, and the subject right behind."""
    words = question.sentence.words
    if not 0 < verb.index - question.number.index <= 3:
        return None
    phrase = phrase_at(words, verb.index + 1)
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return phrase.head


def _nominative_between(question: Question, verb: Word) -> int | None:
    """As in "снижена задолженность бюджета на 4 млн": verb, subject, number."""
    near = local_nominative_index(question, question.number.index - 1)
    return near if near is not None and verb.index < near else None
