"""The subject of a number, asked for with all that is known of the number, and remembered.

Belongs here: the question, the answer and its evidence, what it leaves for the next number. Does not belong
here: how a subject is found (`subjects`), the other slots (`fact_reader`).
"""

from dataclasses import replace

from extractors.changes.change_words import Change
from extractors.facts.kinds import FAMILIES
from extractors.language.words import Sentence, Word
from extractors.model import Kind
from extractors.subjects.clause_verbs import governing_verb
from extractors.subjects.discourse import RANKED, Antecedent, Discourse, Subject
from extractors.subjects.questions import Question, is_in_bracket, is_part, is_size, preposition_of
from extractors.subjects.subjects import find_subject


def subject_slot(
    sentence: Sentence,
    index: int,
    number: Word,
    kind: Kind,
    unit: str | None,
    change: Change | None,
    discourse: Discourse,
) -> Subject | None:
    """The subject of a number, which from then on is an antecedent in its discourse.

    Args:
        sentence: The sentence of the number.
        index: The place of the sentence among those read.
        number: The word that is the number.
        kind: The kind of the number.
        unit: The code of its unit, None for none.
        change: The change that it states, None for a level.
        discourse: What the numbers before spoke of.
    """
    assert number.expression is not None
    family = FAMILIES[kind]
    code = RANKED if kind is Kind.RANK else unit or family.value
    preposition = preposition_of(sentence, number)
    verb = governing_verb(sentence, number, change)
    found = find_subject(
        Question(sentence, index, number, number.expression, change, family, code, preposition, verb),
        discourse,
    )
    if found is not None:
        told = Antecedent(
            found,
            code,
            preposition,
            index,
            change is not None,
            is_in_bracket(sentence, number),
            is_part(sentence, number),
            is_size(sentence, number),
        )
        if code == RANKED and found.inner is not None:
            discourse.add(replace(told, subject=found.inner, family=family.value))
        discourse.add(told)
    return found


def subject_evidence(subject: Subject | None) -> str:
    """What the rule of a subject says for the confidence in the fact."""
    return "subject_missing" if subject is None else f"subject_{subject.rule.split('.')[0]}"
