"""The clause of a number: the subject and object of its verb.

Belongs here: which arguments of the verb the number speaks of. Does not belong here: the verb itself
(`clause_verbs`), nominatives found by order and case (`clause_nouns`).
"""

from extractors.clause_nouns import is_person, local_nominative_index
from extractors.clause_verbs import governing_verb, is_active, verb_lemma
from extractors.conjuncts import as_one
from extractors.discourse import Subject
from extractors.phrase_bounds import phrase_at
from extractors.phrase_words import is_adjective, is_noun, noun_reading
from extractors.phrases import build
from extractors.questions import Family, Question, points_back, subject_of, usable
from extractors.segments import segment_start
from extractors.subject_lexicon import INTRANSITIVE, LEVEL_VERBS, MONEY_VERBS, QUANTITY_VERBS
from extractors.words import Word

_OBJECTS = frozenset({"obj", "iobj"})


def clause_subject(question: Question) -> Subject | None:
    """The grammatical subject, or the object of a transitive verb, of the number's verb."""
    verb = governing_verb(question)
    if verb is None:
        return None
    words = question.sentence.words
    start = segment_start(words, question.number.index)
    if verb.index < start:
        own = local_nominative_index(question, question.number.index - 1)
        if own is not None and own > verb.index:
            return _nominative(question, own)
    lemma = verb_lemma(verb)
    is_level = lemma in LEVEL_VERBS or question.change is not None
    if not is_level and is_active(verb) and (question.number.relation in _OBJECTS or _acts(question, verb)):
        return None
    arguments = _arguments(question, verb)
    wanted: tuple[str, ...] = ("obj", "nsubj", "nsubj:pass")
    if lemma in LEVEL_VERBS:
        follows = 0 < verb.index - question.number.index <= 2  # "137 млн составил импорт"
        wanted = ("nsubj", "nsubj:pass", "obj") if follows else ("nsubj", "nsubj:pass")
    for relation in wanted:
        for index in arguments.get(relation, []):
            if relation == "obj" and points_back(words, build(words, index)):
                return None  # "увеличив показатель на 6%"
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
    return any(reading.lemma in table and reading.lemma not in INTRANSITIVE for reading in verb.readings)


def _argument(question: Question, index: int, relation: str, verb: Word) -> Subject | None:
    words = question.sentence.words
    if index == question.number.index or words[index].expression is not None:
        return None
    if not is_noun(words[index]) and not _owns_genitive(words, index):
        noun = _noun_of_attribute(words, index)
        if noun is None:
            return None
        index = noun
    if relation.startswith("nsubj") and not _may_agree(verb, words[index]):
        return None
    phrase = usable(question, build(words, index, before_verb=index < verb.index))
    if phrase is None or is_person(words, index):
        return None
    return subject_of(words, phrase, f"clause.{relation}")


def _noun_of_attribute(words: list[Word], index: int) -> int | None:
    """The noun of an attribute that the tree took for the subject: "овощные культуры посеяны"."""
    phrase = phrase_at(words, index) if is_adjective(words[index]) else None
    return phrase.head if phrase is not None and is_noun(words[phrase.head]) else None


def _may_agree(verb: Word, noun: Word) -> bool:
    """Whether a noun can be the subject of a singular verb: "выделено" has none that is no neuter."""
    form = verb.readings[0] if verb.readings else None
    nominatives = [r for r in noun.readings if r.pos == "NOUN" and r.case == "Nom"]
    if form is None or form.number != "Sing" or not nominatives or noun.has("NOUN", "Gen"):
        return True
    return any(r.number == "Sing" and form.gender in ("", r.gender) for r in nominatives)


def _owns_genitive(words: list[Word], index: int) -> bool:
    """As in "максимум нагрузки": a word that is rarely a noun is one before a genitive."""
    following = words[index + 1] if index + 1 < len(words) else None
    return (
        noun_reading(words[index], "Nom") is not None
        and following is not None
        and noun_reading(following, "Gen") is not None
        and is_noun(following)
    )


def _arguments(question: Question, verb: Word) -> dict[str, list[int]]:
    """Subjects and objects of a verb by the tree; a subject it lacks is looked for by order and case."""
    found = question.sentence.arguments.get(verb.index, {})
    owner = _relative_owner(question, verb)
    if owner is not None:
        return {**found, "obj" if _is_impersonal(verb) else "nsubj": [owner]}
    if any(relation.startswith("nsubj") for relation in found):
        return _before_number(question, verb, found) or _in_own_clause(question, verb, found)
    near = _nominative_behind(question, verb)
    if near is None:
        near = local_nominative_index(question, verb.index - 1)
    return found if near is None else {**found, "nsubj": [near]}


def _in_own_clause(question: Question, verb: Word, found: dict[str, list[int]]) -> dict[str, list[int]]:
    """The tree's subject, unless it stands in an earlier clause and the verb's own has a nominative."""
    words = question.sentence.words
    start = segment_start(words, verb.index)
    if start == 0 or words[start - 1].text not in ",;:" or _is_verbal_list(words, start, verb):
        return found
    subjects = _subjects(found)
    own = [i for i in subjects if start <= i < verb.index]
    if not subjects or own:
        return {**found, "nsubj": own, "nsubj:pass": []} if own else found
    near = local_nominative_index(question, verb.index - 1)
    if near is None or near < start or not _is_surely_nominative(words[near]):
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
    near = local_nominative_index(question, verb.index - 1)
    return None if near is None else {**found, "nsubj": [near], "nsubj:pass": []}


def _is_verbal_list(words: list[Word], start: int, verb: Word) -> bool:
    """Whether another verb stands in the segment before this one."""
    return any(word.pos == "VERB" for word in words[start : verb.index])


def _is_surely_nominative(word: Word) -> bool:
    """Whether a form is rather a nominative than a genitive."""
    nouns = [r for r in word.readings if r.pos == "NOUN"]
    shares = {case: sum(r.score for r in nouns if r.case == case) for case in ("Nom", "Gen")}
    return shares["Nom"] > shares["Gen"]


def _relative_owner(question: Question, verb: Word) -> int | None:
    """As in "неуплаты задолженности, которая составляет": the nearest noun that "который" agrees with."""
    words = question.sentence.words
    for index in range(verb.index - 1, max(0, verb.index - 4), -1):
        word = words[index]
        if word.lemma != "который":
            continue
        case = "Gen" if _is_impersonal(verb) else "Nom"  # "кукуруза, которой собрано 5 тонн"
        wanted = {(r.number, r.gender) for r in word.readings if r.case == case}
        for before in range(index - 1, max(-1, index - 9), -1):
            forms = {
                (r.number, r.gender if r.number == "Sing" else "")
                for r in words[before].readings
                if r.pos == "NOUN"
            }
            if is_noun(words[before]) and forms & {(n, g if n == "Sing" else "") for n, g in wanted}:
                return before
    return None


def _is_impersonal(verb: Word) -> bool:
    """Whether a verb is a neuter short participle: "собрано", which may have no nominative."""
    return any((r.verb_form, r.gender) == ("Part", "Neut") for r in verb.readings[:1])


def _nominative_behind(question: Question, verb: Word) -> int | None:
    """As in "137 миллионов составил импорт": number, verb, and the subject right behind."""
    words = question.sentence.words
    if not 0 < verb.index - question.number.index <= 3:
        return None
    phrase = phrase_at(words, verb.index + 1)
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return phrase.head
