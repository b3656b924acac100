"""Rules for numbers in a clause whose "которых" says what is counted: "школ, которых было 37".

Belongs here: the genitive of the pronoun with a verb of there being, or behind a share. Does not
belong here: parts ("из которых": `subject_parts`), pronouns that the clause
has for its subject (`subject_pronouns`).
"""

from extractors.phrases.phrase_bounds import noun_phrase_left_of
from extractors.phrases.phrase_words import is_noun
from extractors.phrases.phrases import build
from extractors.phrases.relative_pronouns import PRONOUN, nearest_owner, stands_for
from extractors.phrases.segments import before_bracket, segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_BEING = frozenset(
    {"насчитываться", "быть", "стать", "становиться", "остаться", "оставаться", "иметься", "числиться"}
)
_REACH, _MOST_HANGING = 8, 2
_OF_ONE = frozenset({"которого", "которой"})


def there_being(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "музеев, которых в области насчитывается 37": the noun that the pronoun stands for."""
    words, number = question.sentence.words, question.number.index
    first = segment_start(words, number)
    if first < 2 or words[first].lemma != PRONOUN or number in question.sentence.counted:
        return None
    if all(word.lemma not in _BEING for word in words[first:number]):
        return None
    owner = nearest_owner(words, first, "Gen", _REACH)
    phrase = usable(question, build(words, owner)) if owner is not None else None
    return subject_of(words, phrase, "relative") if phrase is not None else None


def whose_share(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "потери налога, 90% которого шло краю": the genitive that the pronoun agrees with."""
    words, number = question.sentence.words, question.number.index
    pronoun = words[number + 1] if number + 1 < len(words) else None
    if pronoun is None or pronoun.lemma != PRONOUN or number < 2 or words[number - 1].text != ",":
        return None
    phrase = noun_phrase_left_of(words, before_bracket(words, number - 2))
    if phrase is None or pronoun.low not in _OF_ONE:
        return None
    last = phrase.last
    for _ in range(_MOST_HANGING):  # "потери налога на добычу угля": from the outermost noun on
        outer = noun_phrase_left_of(words, phrase.first - 2) if words[phrase.first - 1].pos == "ADP" else None
        phrase = outer or phrase
    nouns = (word for word in words[phrase.head : last + 1] if is_noun(word))
    owner = next((noun.index for noun in nouns if stands_for(pronoun, noun, "Gen")), None)
    return subject_of(words, build(words, owner), "whose_share") if owner is not None else None
