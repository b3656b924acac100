"""What a number counts or measures: asking the rules for subjects.

Belongs here: the first rule that finds a subject, and what is left where none does. Does not belong here:
the order of the rules (`subject_rules`) and the rules themselves (`subject_*`).
"""

from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import Question
from extractors.subjects.subject_changes import counted_by, of_built, what_changes
from extractors.subjects.subject_labelled import bare_label, pointing
from extractors.subjects.subject_linked import before_colon, earlier_topic
from extractors.subjects.subject_rules import RULES


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
    return across.by("ellipsis.block") if across is not None else bare_label(question) or pointing(question)
