"""What a number counts or measures: asking the rules for subjects.

Belongs here: the first rule that finds a subject, and what is left where none does. Does not belong here:
the order of the rules (`subject_rules`) and the rules themselves (`subject_*`).
"""

from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.labels import find_label
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question
from extractors.subjects.subject_changes import counted_by, of_built, what_changes
from extractors.subjects.subject_fates import agents
from extractors.subjects.subject_linked import before_colon, earlier_topic
from extractors.subjects.subject_pronouns import bare_pointer
from extractors.subjects.subject_rules import RULES

_HEADS = "{head}"


def find_subject(question: Question, discourse: Discourse) -> Subject | None:
    """The subject by the first rule that finds one, None if nothing shows any.

    A word of change ("рост", "снижение") is no indicator: what changes is asked for, and the bare word
    stands only where no later rule finds anything.
    """
    spare: Subject | None = None
    for rule in RULES[question.family]:
        found = rule(question, discourse)
        if found is None:
            continue
        changing = what_changes(found)
        if changing is not None:
            return counted_by(question, of_built(question, changing))
        spare = spare or found
    here = earlier_topic(question) or spare or before_colon(question, discourse)
    if here is not None:
        return here
    across = discourse.across_blocks(question.family_code)
    if across is not None:
        return across.by("ellipsis.block")
    return _bare_label(question) or bare_pointer(question) or _herd(question) or agents(question)


def _bare_label(question: Question) -> Subject | None:
    """As in "на депозитах – 22 млрд": where nothing is named at all, what the number stands by."""
    label = find_label(question.sentence, question.number)
    if label is None or label.sort is not LabelSort.PREPOSITIONAL or usable(question, label.phrase) is None:
        return None
    found = subject_of(question.sentence.words, label.phrase, "label.bare", label=label.sort)
    return what_changes(found) or found


def _herd(question: Question) -> Subject | None:
    """As in "на зимовку переведено 27 тыс. голов": animals, where nothing says which."""
    unit = question.expression.unit
    is_herd = unit is not None and unit.code == _HEADS
    return Subject("поголовье", "поголовье", "counting_word", "Neut") if is_herd else None
