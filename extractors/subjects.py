"""What a number counts or measures: the rules for subjects in their order.

Belongs here: which rules are asked for which sort of number, from the closest evidence to the
weakest; the name of the one that fired travels with the fact. Does not belong here: the rules
themselves (`subject_counted`, `subject_measured`, `subject_labelled`, `subject_linked`).
"""

from collections.abc import Callable

from extractors.discourse import Discourse, Subject
from extractors.questions import Family, Question
from extractors.subject_attributes import adjective_alone
from extractors.subject_changes import counted_by, what_changes
from extractors.subject_counted import (
    counted_clause,
    counting_word,
    fronted,
    genitive_topic,
    level_clause,
    predicate_noun,
)
from extractors.subject_instrument import instrument, instrumental, measure_of_segment, sum_of_counted
from extractors.subject_labelled import labelled
from extractors.subject_linked import (
    antecedent,
    antecedent_here,
    before_colon,
    clause,
    earlier_topic,
    nearest,
    of_selection,
    of_them,
    out_of,
    same_family,
    shared_object,
)
from extractors.subject_marks import debt, mark_in_bracket, ranked, rate_in_bracket, with_pointer
from extractors.subject_measured import (
    genitive_behind,
    share_of_verb,
    unit_indicator,
    unit_noun,
    verb_noun_of,
)
from extractors.subject_moves import before_change_noun, behind_comparative, change_complement, moved_to
from extractors.subject_nearby import adjective_subject, at_noun, of_pair, of_participle
from extractors.subject_pay import of_people, pay
from extractors.subject_people import counted_people
from extractors.subject_pronouns import of_pronoun
from extractors.subject_respective import respective
from extractors.subject_resumed import apposed, resumed, upper_of_pair

_Rule = Callable[[Question, Discourse], Subject | None]

_RULES: dict[Family, tuple[_Rule, ...]] = {
    Family.COUNT: (
        counted_people,
        out_of,
        of_pair,
        apposed,
        upper_of_pair,
        of_participle,
        at_noun,
        adjective_alone,
        of_selection,
        predicate_noun,
        behind_comparative,
        fronted,
        ranked,
        labelled,
        genitive_topic,
        resumed,
        of_pronoun,
        level_clause,
        counted_clause,
        counting_word,
        antecedent_here,
        adjective_subject,
        clause,
        nearest,
        antecedent,
    ),
    Family.PERCENT: (
        of_pair,
        respective,
        apposed,
        upper_of_pair,
        of_participle,
        at_noun,
        mark_in_bracket,
        with_pointer,
        behind_comparative,
        change_complement,
        moved_to,
        before_change_noun,
        genitive_behind,
        resumed,
        instrument,
        labelled,
        measure_of_segment,
        genitive_topic,
        share_of_verb,
        adjective_subject,
        of_pronoun,
        clause,
        of_them,
        antecedent_here,
        nearest,
        antecedent,
    ),
    Family.MONEY: (
        of_pair,
        respective,
        apposed,
        upper_of_pair,
        of_participle,
        at_noun,
        mark_in_bracket,
        with_pointer,
        behind_comparative,
        change_complement,
        moved_to,
        before_change_noun,
        genitive_behind,
        resumed,
        instrument,
        sum_of_counted,
        of_people,
        labelled,
        measure_of_segment,
        genitive_topic,
        share_of_verb,
        adjective_subject,
        pay,
        debt,
        of_pronoun,
        clause,
        verb_noun_of,
        antecedent_here,
        nearest,
        antecedent,
    ),
    Family.QUANTITY: (
        unit_noun,
        of_pair,
        respective,
        rate_in_bracket,
        apposed,
        upper_of_pair,
        of_participle,
        at_noun,
        mark_in_bracket,
        with_pointer,
        out_of,
        behind_comparative,
        change_complement,
        moved_to,
        before_change_noun,
        instrumental,
        genitive_behind,
        resumed,
        instrument,
        labelled,
        measure_of_segment,
        fronted,
        genitive_topic,
        adjective_subject,
        pay,
        of_pronoun,
        shared_object,
        clause,
        same_family,
        verb_noun_of,
        unit_indicator,
        antecedent_here,
        nearest,
        antecedent,
    ),
}


def find_subject(question: Question, discourse: Discourse) -> Subject | None:
    """The subject by the first rule that finds one, None if nothing shows any.

    A word of change ("рост", "снижение") is no indicator: what changes is asked for, and the bare word
    stands only where no later rule finds anything.
    """
    spare: Subject | None = None
    for rule in _RULES[question.family]:
        found = rule(question, discourse)
        if found is None:
            continue
        changing = what_changes(found)
        if changing is not None:
            return counted_by(question, changing)
        spare = spare or found
    here = earlier_topic(question) or spare or before_colon(question, discourse)
    if here is not None:
        return here
    across = discourse.across_blocks(question.family_code)
    return across.by("ellipsis.block") if across is not None else None
