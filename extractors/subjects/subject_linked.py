"""Rules for numbers that speak of what a number before, or the clause, spoke of.

Belongs here: ellipsis and the grammatical subject. Does not belong here: parts whose whole stands beside
them (`subject_parts`), antecedents themselves (`discourse`) and the order of rules (`subject_rules`).
"""

from extractors.changes.change_words import ChangeClass
from extractors.lexicon.subject_lexicon import (
    FRAME_NOUNS,
    MEASURES,
    NEED_NOUNS,
    STATING_VERBS,
    TARGET_NOUNS,
)
from extractors.phrases.bounding_words import before_skipped
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import agreeing_nominative, local_nominative, local_nominative_index
from extractors.subjects.clause_verbs import is_active
from extractors.subjects.clauses import clause_subject
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.questions import OF_THEM, Family, Question, is_in_bracket
from extractors.subjects.slices_behind import origin_behind, row_of_shares, slice_behind
from extractors.subjects.subject_changes import what_changes
from extractors.subjects.subject_shown import tells_of_change
from extractors.subjects.verb_nouns import is_handled, somebody_handles, verb_noun

_DASHES = frozenset("–—-")
_EXPECTING = ("планиру", "ожида", "прогнозиру")
_ASIDE_VERBS = STATING_VERBS | {"занимать"}
_NEEDS = NEED_NOUNS | TARGET_NOUNS
_REACH = 8
_OF_WHOM, _BEFORE_VERB = OF_THEM | {"из", "не"}, 3
_MORE = frozenset({"ещё", "еще"})
_NAMED = ("clause", "label", "genitive_topic")


def clause(question: Question, discourse: Discourse) -> Subject | None:
    """The grammatical subject of the clause, or the object of its transitive verb."""
    aside = _of_aside(question)
    if aside is not None:
        return aside
    row = row_of_shares(question, discourse)
    if row is not None:
        return row
    found = clause_subject(question)
    if found is not None and tells_of_change(question, found):
        return None
    if found is not None and _is_expected(question):
        last = discourse.last_in(question.sentence_index)
        if last is not None and last.family == question.family_code and not last.in_bracket:
            return last.subject.by("ellipsis")
    return None if found is not None and found.rule == "clause.obj" and _acts_itself(question) else found


def _of_aside(question: Question) -> Subject | None:
    """As in "курс доллара (1 января составлял 60)", "химия (занимает 20%)": a verb alone in brackets."""
    words, number = question.sentence.words, question.number.index
    verb = before_skipped(words, number - 1)
    if verb < 2 or words[verb].lemma not in _ASIDE_VERBS or words[verb].pos != "VERB":
        return None
    opening = before_skipped(words, verb - 1, times=True)
    found = local_nominative(question, opening - 1) if opening > 0 and words[opening].text == "(" else None
    return found.by("clause.aside") if found is not None else None


def _is_expected(question: Question) -> bool:
    """As in "доля – 89%, к концу года планируется 92%": a verb of expecting right before the number."""
    words, index = question.sentence.words, before_skipped(question.sentence.words, question.number.index - 1)
    return question.change is None and index > 0 and words[index].low.startswith(_EXPECTING)


def _acts_itself(question: Question) -> bool:
    """As in "40% объектов изношены, 25% требуют замены": the number is the subject of the verb behind it."""
    words, index = question.sentence.words, question.number.index
    if question.family is Family.COUNT:  # "67 школ, потом начнут работу ещё 119"
        verb = question.verb
        is_plural = verb is not None and any(
            (r.verb_form, r.number) == ("Fin", "Plur") for r in verb.readings[:1]
        )
        if not is_plural or verb is None or index + 1 >= len(words):
            return False
        own = words[index + 1 : verb.index]  # "ещё 500 получили травмы", "9 из них не имеют дома"
        is_agent = verb.index > index and len(own) <= _BEFORE_VERB and is_active(verb)
        is_agent = is_agent and all(word.low in _OF_WHOM for word in own)
        return is_agent or (words[index + 1].text in ".,;" and words[index - 1].low in _MORE)
    opens = index == 0 or words[index - 1].text == ","
    behind = index + 1 + (index + 1 < len(words) and words[index + 1].low == "не")
    if not opens or question.family is not Family.PERCENT or behind >= len(words):
        return False
    return any((r.verb_form, r.number) == ("Fin", "Plur") for r in words[behind].readings[:1])


def changed_with(question: Question, discourse: Discourse) -> Subject | None:
    """As in "молока – 454 тыс. тонн с ростом на 22%": growth that only goes with the amount before."""
    change = question.change
    if change is None or change.word < 1 or change.word_class is not ChangeClass.NOUN:
        return None
    is_with = question.sentence.words[change.word - 1].low in ("с", "со")
    return changed_here(question, discourse) if is_with else None


def changed_here(question: Question, discourse: Discourse) -> Subject | None:
    """As in "долг составил 5 млн, а за год вырос в 2 раза": a change of the amount told before."""
    last, change = discourse.last_in(question.sentence_index), question.change
    if last is None or last.family == question.family_code or change is None:
        return None
    if last.in_bracket and not is_in_bracket(question.sentence, question.number):
        return None  # but "Крым (6 млн туристов и рост на 23%)"
    if question.family is not Family.PERCENT and question.family_code != "times":
        return None
    between = question.sentence.words[max(change.word, 0) : question.number.index]
    is_own = question.number.index - _REACH < change.word < question.number.index
    is_own = is_own and all(word.expression is None for word in between)
    return last.subject.by("ellipsis") if is_own else None


def same_family(question: Question, discourse: Discourse) -> Subject | None:
    """What the last number of the same unit spoke of."""
    found = None if somebody_handles(question) else discourse.of_family(question.family_code)
    if found is not None and found.head in _NEEDS and is_handled(question):
        return None  # "потребность – 7 млн тонн. Заготовлено 4 млн тонн"
    is_rate = question.expression.per is not None
    if found is not None and found.rule == "at" and not is_rate and verb_noun(question) is not None:
        return None  # "при добыче 9 млн тонн перерабатывается 5 млн тонн"
    return found.by("ellipsis") if found else None


def shared_object(question: Question, discourse: Discourse) -> Subject | None:
    """As in "рожь убрана с 8 тыс. га, намолочено 12 тыс. тонн": the verb lacks what was just named."""
    verb, last = question.verb, discourse.last_in(question.sentence_index)
    if verb is None or last is None or last.family == "count":
        return None
    own = segment_start(question.sentence.words, question.number.index) <= verb.index < question.number.index
    form = verb.readings[0] if verb.readings else None
    is_impersonal = form is not None and (form.verb_form, form.gender) == ("Part", "Neut")
    named = last.subject.rule.startswith(_NAMED) and last.subject.head not in MEASURES
    return last.subject.by("ellipsis") if own and is_impersonal and named else None


def antecedent_here(question: Question, discourse: Discourse) -> Subject | None:
    """What an earlier number of the same sentence spoke of."""
    goes_on = discourse.last_in(question.sentence_index) is not None
    return antecedent(question, discourse) if goes_on else None


def antecedent(question: Question, discourse: Discourse) -> Subject | None:
    """What an earlier number spoke of: an ellipted noun restored."""
    last = discourse.last()
    goes_on = last is None or last.sentence == question.sentence_index
    behind = slice_behind(question)
    found = _parted(question, discourse) if goes_on else discourse.whole_of_family(question.family_code)
    within = question.sentence_index if question.family is not Family.COUNT else -1
    found = found or discourse.find(question.family_code, question.preposition, within)
    if found is None:
        return None
    behind = behind or origin_behind(question, found)
    return found.sliced(behind, "ellipsis.slice", LabelSort.PREPOSITIONAL) if behind else found.by("ellipsis")


def _parted(question: Question, discourse: Discourse) -> Subject | None:
    """As in "8 домов, в том числе: 4 – для престарелых; 2 новых; 2 – для детей": a part of the whole."""
    words, index = question.sentence.words, question.number.index
    is_told_behind = (
        len(words) > index + 2 and words[index + 1].text in _DASHES and words[index + 2].pos == "ADP"
    )
    if not is_told_behind or is_in_bracket(question.sentence, question.number):
        return None
    here = (a for a in discourse.antecedents if a.sentence == question.sentence_index)
    is_parted = any(antecedent.is_part for antecedent in here)
    return discourse.main_of_family(question.family_code) if is_parted else None


def behind_passive(question: Question, discourse: Discourse) -> Subject | None:
    """As in "снижена задолженность бюджета на 4 млн": the nominative between a passive and its number."""
    words, number = question.sentence.words, question.number.index
    start, head = segment_start(words, number), local_nominative_index(question, number - 1)
    if head is None or head <= start or [r.case for r in words[head].readings[:1]] != ["Nom"]:
        return None
    is_short = any(reading.verb_form == "Part" for reading in words[start].readings[:1])
    is_reflexive = words[start].pos == "VERB" and words[start].low.endswith(("ся", "сь"))
    return nearest(question, discourse) if is_short or is_reflexive else None


def nearest(question: Question, _discourse: Discourse) -> Subject | None:
    """The nearest nominative on the left, where nothing else helped."""
    found = agreeing_nominative(question, question.number.index - 1)
    return found.by("nearest") if found else None


def before_colon(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "износ сетей велик: на севере – 73%, на юге – 66%": the nominative that the colon explains."""
    words = question.sentence.words
    colon = next((i for i in range(question.number.index - 1, 0, -1) if words[i].text == ":"), 0)
    found = local_nominative(question, colon - 1) if colon else None
    changing = what_changes(found) if found is not None else None
    return (
        changing.by("ellipsis.colon") if changing is not None and changing.head not in FRAME_NOUNS else None
    )


def earlier_topic(question: Question) -> Subject | None:
    """As in "вклады за год выросли, прирост составил 8%": the nominative of an earlier segment."""
    words = question.sentence.words
    end = segment_start(words, question.number.index) - 2
    while end > 0:
        found = local_nominative(question, end)
        changing = what_changes(found) if found is not None else None
        if changing is not None:
            return changing.by("earlier")
        end = segment_start(words, end) - 2
    return None
