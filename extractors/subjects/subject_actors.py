"""Numbers that act: "опрошено 2 тыс. горожан, реформу поддержали 61%", "из них 40 получили путёвки".

Belongs here: percentages and parts that are the subject of a verb of many, whose actors were counted before.
Does not belong here: shares a verb assigns (`subject_shares`), people of the clause (`subject_people`).
"""

from extractors.language.words import Word
from extractors.lexicon.acting_nouns import can_act
from extractors.lexicon.readings import readings
from extractors.lexicon.subject_lexicon import STATING_VERBS
from extractors.phrases.bounding_words import BOUNDING, before_skipped
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.questions import OF_THEM, Question

_OUT_OF = frozenset({"из", "среди"})


def acting(question: Question, discourse: Discourse) -> Subject | None:
    """As in "порог преодолели 84,6%", "затруднились ответить 25%": who was counted before does it."""
    words, number = question.sentence.words, question.number.index
    verb = before_skipped(words, number - 1, BOUNDING)
    if verb < 0 or words[verb].pos != "VERB" or question.preposition or question.change is not None:
        return None
    if verb and words[verb - 1].pos == "VERB" and any(r.verb_form == "Inf" for r in words[verb].readings[:1]):
        verb -= 1
    if not _is_of_many(words[verb]) or _has_subject(words[segment_start(words, verb) : verb]):
        return None
    counted = (antecedent.subject for antecedent in reversed(discourse.antecedents))
    return next((subject.by("acting") for subject in counted if can_act(readings(subject.head))), None)


def acting_part(question: Question, discourse: Discourse) -> Subject | None:
    """As in "Среди них 40 получили путёвки": a part of those counted before, not what they get or do."""
    words, number = question.sentence.words, question.number.index
    verb = number + 1
    if verb + 1 >= len(words) or words[verb].pos != "VERB" or not _is_of_many(words[verb]):
        return None
    before = before_skipped(words, number - 1, BOUNDING)
    is_part = before > 0 and words[before].low in OF_THEM and words[before - 1].low in _OUT_OF
    if not is_part or not question.sentence.arguments.get(verb, {}).get("obj"):
        return None
    found = discourse.of_family(question.family_code, in_bracket=False)
    return found.by("of_them") if found is not None else None


def _is_of_many(verb: Word) -> bool:
    """Whether a verb in the plural tells what its subject does, not how much it is."""
    first = verb.readings[:1] if verb.lemma not in STATING_VERBS else ()
    return any((r.verb_form, r.number) == ("Fin", "Plur") for r in first)


def _has_subject(before: list[Word]) -> bool:
    """As in "заводы выпустили 61%", "школа и лицей сдали 5%": the verb agrees with what stands before it."""
    return any(
        word.low == "и" or any(r.case == "Nom" and r.number == "Plur" for r in word.readings[:2])
        for word in before
    )
