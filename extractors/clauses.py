"""The clause of a number: its verb, the verb's subject and object.

Belongs here: what the tree, or order and case without it, show about the clause. Does not
belong here: labels, counted nouns and antecedents (`subjects`).
"""

from extractors.change_words import ChangeClass
from extractors.conjuncts import as_one
from extractors.discourse import Subject
from extractors.labels import before_bracket, segment_start
from extractors.morphology import Reading
from extractors.phrase_form import printed
from extractors.phrase_words import is_adjective, is_noun, noun_reading
from extractors.phrases import build, is_preposed, phrase_at, phrase_ending
from extractors.questions import Family, Question, subject_of, usable
from extractors.subject_lexicon import INTRANSITIVE, LEVEL_VERBS, MONEY_VERBS, QUANTITY_VERBS
from extractors.words import Word

_CLAUSE_ENDS = frozenset({";", ":", "(", ")"})
_OBJECTS = frozenset({"obj", "iobj"})


def clause_subject(question: Question) -> Subject | None:
    """The grammatical subject, or the object of a transitive verb, of the number's verb."""
    verb = governing_verb(question)
    if verb is None:
        return None
    start = segment_start(question.sentence.words, question.number.index)
    if verb.index < start:
        own = local_nominative(question, question.number.index - 1)
        if own is not None:
            return own.by("clause.nsubj")
    lemma = _verb_lemma(verb)
    is_level = lemma in LEVEL_VERBS or question.change is not None
    if not is_level and _is_active(verb) and (question.number.relation in _OBJECTS or _acts(question, verb)):
        return None
    arguments = _arguments(question, verb)
    wanted: tuple[str, ...] = ("obj", "nsubj", "nsubj:pass")
    if lemma in LEVEL_VERBS:
        follows = 0 < verb.index - question.number.index <= 2  # "137 млн составил импорт"
        wanted = ("nsubj", "nsubj:pass", "obj") if follows else ("nsubj", "nsubj:pass")
    for relation in wanted:
        for index in arguments.get(relation, []):
            found = _argument(question, index, relation, verb)
            if found is not None:
                return found
    return None


def _acts(question: Question, verb: Word) -> bool:
    """Whether the verb handles the amount ("заработали 268 млрд"): its subject is who acts."""
    table = {Family.MONEY: MONEY_VERBS, Family.QUANTITY: QUANTITY_VERBS}.get(question.family, {})
    return any(reading.lemma in table and reading.lemma not in INTRANSITIVE for reading in verb.readings)


def _argument(question: Question, index: int, relation: str, verb: Word) -> Subject | None:
    words = question.sentence.words
    if index == question.number.index or words[index].expression is not None:
        return None
    if not is_noun(words[index]) and not _owns_genitive(words, index):
        return None
    if relation.startswith("nsubj") and not _may_agree(verb, words[index]):
        return None
    phrase = usable(question, build(words, index, before_verb=index < verb.index))
    if phrase is None or _is_person(words, index):
        return None
    return subject_of(words, phrase, f"clause.{relation}")


def _is_person(words: list[Word], index: int) -> bool:
    """Whether a noun is a person's name, by itself or by the name behind it: no number measures one."""
    following = words[index + 1] if index + 1 < len(words) else None
    return _is_personal_name(words[index]) or (
        following is not None and words[index].text[:1].isupper() and _is_personal_name(following)
    )


def _is_personal_name(word: Word) -> bool:
    return word.text[:1].isupper() and any(
        reading.is_name and reading.is_animate and reading.case == "Nom" for reading in word.readings[:1]
    )


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


def governing_verb(question: Question) -> Word | None:
    """The verb that the number hangs on, through other words if need be."""
    words, change = question.sentence.words, question.change
    if change is not None and change.word >= 0 and change.word_class is ChangeClass.VERB:
        return words[change.word]
    above = _verb_above(question)
    start = segment_start(words, question.number.index)
    beyond = above is not None and segment_start(words, above.index) > question.number.index + 1
    if above is None or above.index < start or beyond:
        nearer = [word for word in words[start : question.number.index] if _is_finite(word)]
        return nearer[-1] if nearer else (None if beyond else above)
    return above


def _is_finite(word: Word) -> bool:
    return word.pos == "VERB" and bool(word.readings) and word.readings[0].verb_form in ("Fin", "Part")


def _verb_above(question: Question) -> Word | None:
    words = question.sentence.words
    index, steps = question.number.head, 0
    while index >= 0 and steps < 6:
        if words[index].pos == "VERB":
            return words[index]
        index, steps = words[index].head, steps + 1
    return None


def _verb_lemma(verb: Word) -> str:
    return verb.readings[0].lemma if verb.readings else verb.lemma


def _is_active(verb: Word) -> bool:
    reading: Reading | None = verb.readings[0] if verb.readings else None
    return (
        reading is not None
        and reading.verb_form in ("Fin", "Inf", "Conv")
        and not verb.low.endswith(("ся", "сь"))
    )


def _arguments(question: Question, verb: Word) -> dict[str, list[int]]:
    """Subjects and objects of a verb by the tree; a subject it lacks is looked for by order and case."""
    found = question.sentence.arguments.get(verb.index, {})
    owner = _relative_owner(question, verb)
    if owner is not None:
        return {**found, "nsubj": [owner]}
    if any(relation.startswith("nsubj") for relation in found):
        return _in_own_clause(question, verb, found)
    near = _nominative_behind(question, verb)
    if near is None:
        near = local_nominative_index(question, verb.index - 1)
    return found if near is None else {**found, "nsubj": [near]}


def _in_own_clause(question: Question, verb: Word, found: dict[str, list[int]]) -> dict[str, list[int]]:
    """The tree's subject, unless it stands in an earlier clause and the verb's own has a nominative."""
    words = question.sentence.words
    start = segment_start(words, verb.index)
    if start == 0 or words[start - 1].text not in ",;" or _is_verbal_list(words, start, verb):
        return found
    subjects = [i for relation, nouns in found.items() if relation.startswith("nsubj") for i in nouns]
    own = [i for i in subjects if start <= i < verb.index]
    if not subjects or own:
        return {**found, "nsubj": own, "nsubj:pass": []} if own else found
    near = local_nominative_index(question, verb.index - 1)
    if near is None or near < start or not _is_surely_nominative(words[near]):
        return found
    return {**found, "nsubj": [near], "nsubj:pass": []}


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
        if word.lemma != "который" or (not word.has("ADJ", "Nom") and not word.has("PRON", "Nom")):
            continue
        wanted = {(r.number, r.gender) for r in word.readings if r.case == "Nom"}
        for before in range(index - 1, max(-1, index - 9), -1):
            forms = {
                (r.number, r.gender if r.number == "Sing" else "")
                for r in words[before].readings
                if r.pos == "NOUN"
            }
            if is_noun(words[before]) and forms & {(n, g if n == "Sing" else "") for n, g in wanted}:
                return before
    return None


def _nominative_behind(question: Question, verb: Word) -> int | None:
    """As in "137 миллионов составил импорт": number, verb, and the subject right behind."""
    words = question.sentence.words
    if not 0 < verb.index - question.number.index <= 3:
        return None
    phrase = phrase_at(words, verb.index + 1)
    if phrase is None or not words[phrase.head].has("NOUN", "Nom"):
        return None
    return phrase.head


def local_nominative(question: Question, last: int) -> Subject | None:
    """The nearest noun phrase up to `last` that may be a nominative of the same clause."""
    index = local_nominative_index(question, last)
    if index is None:
        return None
    words = question.sentence.words
    return subject_of(words, as_one(words, build(words, index)), "local")


def local_nominative_index(question: Question, last: int) -> int | None:
    """Index of the head of that phrase."""
    words = question.sentence.words
    index = last
    while index >= 0:
        index = _before_plain_bracket(words, index)
        if index < 0:
            return None
        word = words[index]
        if (
            word.text in _CLAUSE_ENDS
            or word.expression is not None
            or (word.text == "," and index != last and _opens_clause(words, index))
        ):
            return None
        if (
            words[index].in_time
            or words[index].in_place
            or not (is_noun(word) or is_adjective(word) or word.text in "»”")
        ):
            index -= 1
            continue
        phrase = phrase_ending(words, index)
        if phrase is None:
            index -= 1
            continue
        head = words[phrase.head]
        nominative = not head.readings or any(
            r.case == "Nom" and r.pos in ("NOUN", "ADJ") for r in head.readings[:4]
        )
        preposed = is_preposed(words, phrase)
        if (
            nominative
            and not preposed
            and not _is_person(words, phrase.head)
            and usable(question, phrase)
            and (noun_reading(head) or not head.readings)
        ):
            return phrase.head
        index = phrase.first - 1
    return None


def _before_plain_bracket(words: list[Word], index: int) -> int:
    """Skips a bracket without numbers that closes at `index`."""
    before = before_bracket(words, index)
    return index if any(word.expression for word in words[before + 1 : index]) else before


def _opens_clause(words: list[Word], comma: int) -> bool:
    """Whether a clause of its own begins behind a comma."""
    following = words[comma + 1] if comma + 1 < len(words) else None
    return following is not None and following.low in (
        "что",
        "который",
        "которая",
        "которые",
        "которое",
        "которых",
        "чтобы",
        "а",
        "но",
        "если",
        "где",
        "когда",
        "причём",
        "при",
    )


def verb_noun(question: Question) -> Subject | None:
    """As in "на ремонт выделили 17 млрд тенге": the sum stands for what the verb does, and for what."""
    table = {Family.MONEY: MONEY_VERBS, Family.QUANTITY: QUANTITY_VERBS}.get(question.family)
    verb = governing_verb(question)
    if table is None or verb is None:
        return None
    for reading in verb.readings:
        if reading.lemma in table:
            noun = table[reading.lemma]
            purpose = _purpose(question) if question.family is Family.MONEY else ""
            return Subject(noun, noun, "verb.noun", adjunct=purpose)
    return None


def _purpose(question: Question) -> str:
    """The first "на …" or "в …" of the accusative in the number's segment, as printed."""
    words, number = question.sentence.words, question.number.index
    first = segment_start(words, number)
    last = next(
        (i for i in range(number + 1, len(words)) if words[i].text in ",;:()" or words[i].expression),
        len(words),
    )
    for index in (*range(first, number), *range(number + 1, last)):
        if (
            words[index].low not in ("на", "в")
            or index + 1 >= last
            or words[index + 1].expression is not None
        ):
            continue
        phrase = usable(question, phrase_at(words, index + 1))
        if (
            phrase is not None
            and not words[phrase.head].in_time
            and words[phrase.head].has("NOUN", "Acc")
            and phrase.last < last
        ):
            return f"{words[index].low} {printed(words, index + 1, phrase.last)}"
    return ""
