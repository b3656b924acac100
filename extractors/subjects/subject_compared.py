"""Rules for numbers that a pronoun or a dash ties to the amount before: "что на 3% больше", "– на 3% больше".

Belongs here: what an amount was told of, and what may stand between the two. Does not belong here: the same
thing said again without them (`subject_resumed`) and pronouns for a noun (`subject_pronouns`).
"""

from extractors.changes.change_words import ChangeClass, is_comparative
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import GIVEN_NOUNS, STATING_VERBS
from extractors.phrases.bounding_words import SKIPPED
from extractors.phrases.phrases import build
from extractors.phrases.segments import segment_start
from extractors.subjects.clause_nouns import local_nominative
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.lead_names import named_in
from extractors.subjects.phrase_subjects import subject_of
from extractors.subjects.questions import Family, Question

_REACH = 8


def resumed(question: Question, discourse: Discourse) -> Subject | None:
    """As in "добыто 5 тонн, что на 3% больше", "Это 9% плана": a pronoun resumes what was just counted."""
    last = discourse.last()
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].expression is None and _is_light(words[index]):
        index -= 1
    if last is not None and last.sentence == question.sentence_index and _compares_amount(question, index):
        return last.subject.by("resumed")
    index = _before_compared(words, index)
    if last is None or index < 0 or words[index].low not in ("это", "что"):
        return None
    before = words[index - 1] if index else None
    opens = before is None or before.text in ",–—-;:(" or before.low in ("и", "а", "но", "однако")
    if not opens:
        return None
    if last.family != question.family_code and question.change is None and not index and discourse.unread:
        told = named_in(discourse.unread.strip(" ."))  # "им дают пособие. Это 5 тысяч тенге"
        return (told or last.subject).by("resumed")
    stated = None
    if last.family == "count":
        stated = _indicator_of(question, index) or (
            _paid_out(question, index) if question.family is Family.MONEY else None
        )
    return (stated or last.subject).by("resumed")


def _paid_out(question: Question, pronoun: int) -> Subject | None:
    """As in "выплаты получили 300 человек, что составило 2 млн тенге": what they were given."""
    words = question.sentence.words
    for index in range(pronoun - 1, max(-1, pronoun - 2 * _REACH), -1):
        if words[index].text in ";:":
            return None
        if words[index].lemma in GIVEN_NOUNS and words[index].has("NOUN", "Acc"):
            return subject_of(words, build(words, index, before_verb=True), "resumed")
    return None


def _compares_amount(question: Question, dash: int) -> bool:
    """As in "шахты добыли 5 тонн руды – на 3% больше": only its noun parts the amount from the dash."""
    words, change = question.sentence.words, question.change
    if dash < 2 or words[dash].text not in "–—-" or change is None:
        return False
    if change.word_class is not ChangeClass.COMPARATIVE or change.word < question.number.index:
        return False
    amount = dash - 1
    while amount > max(0, dash - _REACH) and _tells_of_amount(words[amount]):
        amount -= 1
    return words[amount].expression is not None and not words[amount].in_time


def _tells_of_amount(word: Word) -> bool:
    """Whether a word may stand between an amount and the dash: its noun, and where that is."""
    is_noun = word.pos in ("NOUN", "ADJ", "PROPN") and word.expression is None
    return is_noun or word.low in ("в", "во", "на", "и")


def _before_compared(words: list[Word], index: int) -> int:
    """Skips what something is compared with: "что меньше уровня прошлого года на 6%"."""
    base, floor = index, max(0, index - _REACH)
    while base > floor and words[base].pos in ("NOUN", "ADJ"):
        base -= 1
    if not 0 <= base < index or not is_comparative(words[base]):
        return index
    base -= 1
    while base >= 0 and words[base].expression is None and _is_light(words[base]):
        base -= 1
    return base


def _indicator_of(question: Question, pronoun: int) -> Subject | None:
    """As in "заболеваемость составила 62 случая, что на 8% меньше": what a level verb was said of."""
    words = question.sentence.words
    start = segment_start(words, max(pronoun - 1, 0))
    number = next((i for i in range(start - 1, -1, -1) if words[i].expression is not None), -1)
    for index in range(number - 1, max(-1, number - _REACH), -1):
        word = words[index]
        if word.expression is not None or word.text in ";:":
            return None
        if word.pos == "VERB":
            return local_nominative(question, index - 1) if word.lemma in STATING_VERBS else None
    return None


def _is_light(word: Word) -> bool:
    """Whether a word may stand between a resuming pronoun and its number."""
    if word.low in ("это", "что"):
        return False
    return word.low in SKIPPED or word.in_time or word.pos == "ADV" or word.lemma in STATING_VERBS
