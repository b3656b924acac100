"""The rules for subjects in their order, from the closest evidence to the weakest.

Belongs here: which rules are asked for which sort of number; the name of the one that fired travels with
the fact. Does not belong here: asking them (`subjects`) and the rules themselves (`subject_*`).
"""

from collections.abc import Callable

from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import Family, Question
from extractors.subjects.slice_branches import of_branch
from extractors.subjects.subject_actors import acting, acting_part
from extractors.subjects.subject_ages import aged
from extractors.subjects.subject_ahead import counted_ahead
from extractors.subjects.subject_areas import grown_on
from extractors.subjects.subject_attributes import adjective_alone, shared_noun
from extractors.subjects.subject_compared import resumed
from extractors.subjects.subject_degrees import degree_of
from extractors.subjects.subject_fates import of_fate
from extractors.subjects.subject_fines import fined
from extractors.subjects.subject_fronted import fronted
from extractors.subjects.subject_goals import moved_to
from extractors.subjects.subject_goods import done_to_goods
from extractors.subjects.subject_groups import done_to_them, of_group
from extractors.subjects.subject_instrument import instrument, instrumental, measure_of_segment
from extractors.subjects.subject_labelled import labelled
from extractors.subjects.subject_levels import counted_clause, counting_word, level_clause
from extractors.subjects.subject_lines import captioned, line_item
from extractors.subjects.subject_linked import (
    antecedent,
    antecedent_here,
    behind_passive,
    changed_here,
    changed_with,
    clause,
    nearest,
    same_family,
    shared_object,
)
from extractors.subjects.subject_main_parts import main_part
from extractors.subjects.subject_marks import (
    debt,
    mark_in_bracket,
    ranked,
    rate_in_bracket,
    with_amount,
    with_pointer,
)
from extractors.subjects.subject_measured import (
    genitive_behind,
    kept_at,
    sized,
    unit_indicator,
    unit_noun,
    verb_noun_of,
)
from extractors.subjects.subject_moves import (
    before_change_noun,
    behind_amount,
    behind_comparative,
    change_complement,
)
from extractors.subjects.subject_nearby import adjective_subject, at_noun, of_pair
from extractors.subjects.subject_participles import of_participle
from extractors.subjects.subject_parts import (
    fronted_total,
    of_base,
    of_selection,
    of_them,
    opening_base,
    out_of,
    out_of_next,
    part_of_sum,
    where_of_them,
    with_whom,
)
from extractors.subjects.subject_pay import of_people, pay
from extractors.subjects.subject_people import counted_people
from extractors.subjects.subject_people_before import collective
from extractors.subjects.subject_predicates import (
    called,
    inverted,
    part_noun,
    predicate_amount,
    predicate_noun,
)
from extractors.subjects.subject_pronouns import of_pointer, of_pronoun, of_theirs
from extractors.subjects.subject_quality import of_kind
from extractors.subjects.subject_ranks import place_by
from extractors.subjects.subject_relatives import there_being, whose_share
from extractors.subjects.subject_respective import respective
from extractors.subjects.subject_restated import told_again
from extractors.subjects.subject_resumed import again_at, apposed, upper_of_pair
from extractors.subjects.subject_set import set_at
from extractors.subjects.subject_shares import composed_of, share_of_verb
from extractors.subjects.subject_shown import of_which, showing
from extractors.subjects.subject_sums import handled_behind, in_capacity, sum_of_bare, sum_of_counted, up_to
from extractors.subjects.subject_terms import grown_before, of_capacity, under_rate
from extractors.subjects.subject_topics import genitive_topic
from extractors.subjects.subject_undashed import undashed_part
from extractors.subjects.verb_nouns import given, topic_of_amount

_Rule = Callable[[Question, Discourse], Subject | None]
# The number restates, ends or belongs to what stands right beside it.
_BESIDE: tuple[_Rule, ...] = (again_at, apposed, upper_of_pair, of_kind, of_participle, at_noun)
# The number is the value of a mark or pointer.
_MARKS: tuple[_Rule, ...] = (mark_in_bracket, with_pointer, main_part)
# The number is the amount of a change: what changes.
_OF_CHANGE: tuple[_Rule, ...] = (
    behind_comparative,
    behind_amount,
    of_which,
    change_complement,
    showing,
    moved_to,
    before_change_noun,
)
# The number's own clause states what it measures, or takes up what was stated.
_STATED: tuple[_Rule, ...] = (
    shared_noun,
    genitive_behind,
    captioned,
    resumed,
    kept_at,
    set_at,
    instrument,
    sized,
)
# Nothing of the number's own: what was named or spoken of before.
_BEFORE: tuple[_Rule, ...] = (behind_passive, antecedent_here, nearest, antecedent)
RULES: dict[Family, tuple[_Rule, ...]] = {
    Family.COUNT: (
        place_by,
        respective,
        of_kind,
        counted_people,
        out_of,
        out_of_next,
        of_group,
        of_pair,
        where_of_them,
        done_to_them,
        *_BESIDE,
        adjective_alone,
        called,
        of_selection,
        predicate_noun,
        behind_comparative,
        moved_to,
        up_to,
        instrumental,
        with_amount,
        fronted,
        of_fate,
        ranked,
        counted_ahead,
        labelled,
        genitive_topic,
        resumed,
        there_being,
        acting_part,
        of_theirs,
        of_pronoun,
        of_pointer,
        level_clause,
        counted_clause,
        counting_word,
        collective,
        of_capacity,
        done_to_goods,
        antecedent_here,
        adjective_subject,
        clause,
        nearest,
        antecedent,
    ),
    Family.PERCENT: (
        of_pair,
        respective,
        under_rate,
        out_of_next,
        *_BESIDE,
        inverted,
        part_noun,
        undashed_part,
        composed_of,
        opening_base,
        whose_share,
        *_MARKS,
        *_OF_CHANGE,
        degree_of,
        *_STATED,
        labelled,
        measure_of_segment,
        genitive_topic,
        share_of_verb,
        adjective_subject,
        of_pronoun,
        of_pointer,
        changed_with,
        fronted_total,
        acting,
        with_whom,
        clause,
        of_them,
        of_base,
        changed_here,
        of_branch,
        grown_before,
        told_again,
        *_BEFORE,
    ),
    Family.MONEY: (
        of_pair,
        given,
        fined,
        predicate_amount,
        undashed_part,
        respective,
        *_BESIDE,
        *_MARKS,
        *_OF_CHANGE,
        line_item,
        sum_of_bare,
        handled_behind,
        *_STATED,
        in_capacity,
        sum_of_counted,
        up_to,
        of_people,
        labelled,
        measure_of_segment,
        genitive_topic,
        share_of_verb,
        adjective_subject,
        pay,
        debt,
        of_pronoun,
        of_pointer,
        part_of_sum,
        clause,
        verb_noun_of,
        *_BEFORE,
        unit_indicator,
    ),
    Family.QUANTITY: (
        unit_noun,
        aged,
        fined,
        of_pair,
        respective,
        rate_in_bracket,
        predicate_amount,
        undashed_part,
        *_BESIDE,
        *_MARKS,
        out_of,
        out_of_next,
        *_OF_CHANGE,
        of_capacity,
        instrumental,
        *_STATED,
        labelled,
        share_of_verb,
        measure_of_segment,
        topic_of_amount,
        fronted,
        genitive_topic,
        adjective_subject,
        pay,
        of_theirs,
        of_pronoun,
        of_pointer,
        done_to_goods,
        grown_on,
        shared_object,
        clause,
        behind_passive,
        changed_here,
        same_family,
        verb_noun_of,
        unit_indicator,
        *_BEFORE,
    ),
}
