"""Rules for sums without a measure: "88 тыс. заявок на 1,3 трлн", "гранты до 5 млн", "в качестве штрафа".

Belongs here: what a bare sum is of. Does not belong here: whose sum "на сумму" and the like state
(`subject_owners`), verbs that handle money (`verb_nouns`).
"""

from extractors.language.words import Word
from extractors.lexicon.readings import are_of_people
from extractors.lexicon.subject_lexicon import MONEY_VERBS
from extractors.phrases.bounding_words import BOUNDING, SKIPPED_BUT_NA, before_skipped
from extractors.phrases.conjuncts import as_one
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrase_words import only_in
from extractors.phrases.phrases import Phrase, is_preposed
from extractors.phrases.segments import before_bracket, segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.hung_phrases import FORMS, hung_on
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question
from extractors.subjects.subject_receivers import handed_to, received_by

_SUM = ("сумму", "сумме")
_FINE = "оштрафовать"
_FOR = frozenset({"на", "для"})
# "16 млн тенге в качестве": how far behind a number its capacity may be told.
_CAPACITY_REACH = 3
_CAPACITIES = FORMS | {"качестве"}


def sum_of_counted(question: Question, discourse: Discourse) -> Subject | None:
    """As in "88 тыс. заявок на 1,3 трлн тенге": the sum of what was counted."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, SKIPPED_BUT_NA)
    if (
        question.family is not Family.MONEY
        or question.change is not None
        or index < 1
        or words[index].low != "на"
    ):
        return None
    nearest = handed_to(words, noun_phrase_left_of(words, before_bracket(words, index - 1)))
    if nearest is not None and nearest.first > 1 and words[nearest.first - 1].low in ("в", "во"):
        owner = noun_phrase_left_of(words, nearest.first - 2)  # "продукции в текущих ценах на 5 млрд"
        is_who = owner is not None and are_of_people(words[owner.head].readings)
        nearest = nearest if owner is None or is_who else owner  # "обвинён в краже зерна на 5 млн"
    if nearest is not None and nearest.first > 1 and words[nearest.first - 1].low in _FOR:
        nearest = hung_on(words, nearest)  # "кредиты на полевые работы на 5 млн"
    phrase = usable(question, nearest)
    if phrase is None:
        return None
    before = words[phrase.first - 1] if phrase.first else None
    if before is not None and before.pos == "VERB" and before.lemma == _FINE:
        return None  # "оштрафовал завод на 5 млн"
    if before is not None and before.expression is not None:
        is_given = (
            only_in(words[phrase.head], "Dat") and words[phrase.first - 2].low != "по"
        )  # "пособия выплачены 40 семьям на 5 млн"
        given = received_by(words, phrase)
        owner = given or _owed(words, phrase)
        again = discourse.of_family(question.family_code) if owner is None else None
        if again is not None and are_of_people(words[phrase.head].readings):
            return again.by(
                "sum_of_counted"
            )  # "в июле его получили 300 человек на 5 млн, в мае – 40 на 1 млн"
        return None if is_given and given is None else subject_of(words, owner or phrase, "sum_of_counted")
    return subject_of(words, phrase, "prepositional")


def sum_of_bare(question: Question, discourse: Discourse) -> Subject | None:
    """As in "из 56 заявок одобрено 31, на общую сумму 4 млрд": of what the bare number before counts."""
    words = question.sentence.words
    index = before_skipped(words, question.number.index - 1, BOUNDING)
    if index < 2 or words[index].low not in _SUM:
        return None
    first = index - 1 if words[index - 1].has("ADJ", "Acc") else index
    before = words[first - 2 - (words[first - 2].text == ",")]
    if words[first - 1].low != "на" or before.expression is None or before.in_time:
        return None
    last = discourse.last_in(question.sentence_index)
    return last.subject.by("sum_of_counted") if last is not None else None


def handled_behind(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "из 12 млрд тенге, выделенных на дороги, освоено 9": the participle says what the sum is."""
    words, comma = question.sentence.words, question.number.index + 1
    if question.preposition != "из" or comma + 1 >= len(words) or words[comma].text != ",":
        return None
    forms = words[comma + 1].readings[:1]
    noun = next((MONEY_VERBS.get(form.lemma, "") for form in forms if form.is_participle), "")
    return Subject(noun, noun, "verb.noun") if noun else None


def in_capacity(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "16 млн тенге в качестве пошлины", "в качестве штрафа взыскано 12 млн": what the sum is."""
    words, number = question.sentence.words, question.number.index
    own = range(segment_start(words, number), min(len(words), number + _CAPACITY_REACH))
    index = next((i for i in own if words[i].low in _CAPACITIES and words[i - 1].low == "в"), None)
    if (
        index is None
        or _is_form_of_noun(words, index)
        or any(words[i].expression is not None for i in range(index, number))
    ):
        return None
    phrase = usable(question, phrase_at(words, index + 1))
    if phrase is None or not words[phrase.head].has("NOUN", "Gen"):
        return None
    return subject_of(words, phrase, "capacity")


def _is_form_of_noun(words: list[Word], index: int) -> bool:
    """As in "оказана помощь в виде продуктов на 5 млн": the noun before says what the sum is of."""
    phrase = noun_phrase_left_of(words, index - 2) if words[index].low in FORMS else None
    return phrase is not None and not is_preposed(words, phrase)


def up_to(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "гранты до 5 млн тенге получат фермеры": how much of the noun right before there may be."""
    words, index = question.sentence.words, question.number.index - 2
    if question.preposition != "до" or question.change is not None or index < 0:
        return None
    phrase = usable(question, noun_phrase_left_of(words, index))
    if phrase is None or words[index + 1].low != question.preposition or is_preposed(words, phrase):
        return None
    head = words[phrase.head]
    is_object = head.has("NOUN", "Acc") or (
        head.text.isupper() and not head.readings
    )  # "довести ВРП до 8 трлн"
    return subject_of(words, as_one(words, phrase), "up_to") if is_object else None


def _owed(words: list[Word], counted: Phrase) -> Phrase | None:
    """As in "долг по зарплате перед 40 рабочими на 5 млн": the sum is of what hangs on whom or what."""
    index = before_skipped(words, counted.first - 2, BOUNDING)
    if index < 1 or words[index].low not in ("перед", "за"):
        return None
    debtor = noun_phrase_left_of(words, index - 1)
    if debtor is not None and debtor.first > 1 and words[debtor.first - 1].expression is not None:
        debtor = noun_phrase_left_of(words, debtor.first - 2)  # "долг 12 фирм перед 40 рабочими"
    return hung_on(words, debtor)
