"""Numbers told off against things in the same order: "лук и морковь – на 1,8 и 1,4% соответственно".

Belongs here: finding the row of things and the place of the number in its row. Does not belong here:
rows of nouns themselves (`conjuncts`).
"""

from collections.abc import Sequence

from extractors.changes.change_words import ChangeClass
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import COUNT_NOUNS
from extractors.phrases.bounding_words import SKIPPED
from extractors.phrases.conjuncts import members
from extractors.phrases.phrase_bounds import noun_phrase_left_of, phrase_at
from extractors.phrases.phrases import Phrase, build
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.label_sorts import LabelSort, label_sort
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Family, Question

_WORD = "соответственно"
_REACH = 4
_LONGEST = 6
_DASHES = frozenset("–—-")


def respective(question: Question, discourse: Discourse) -> Subject | None:
    """The thing in the row before the numbers that has the number's place in theirs."""
    return _in_nouns(question) or _in_numbers(question, discourse)


def _in_numbers(question: Question, discourse: Discourse) -> Subject | None:
    """As in "угля 5 млн тонн, газа 3 млн куб. м, что соответственно на 8% и 9% больше"."""
    words, number, change = question.sentence.words, question.number.index, question.change
    if change is None or (change.word_class is ChangeClass.NOUN and phrase_at(words, change.word + 1)):
        return None  # "увеличение потоков людей и машин на 14% и 11% соответственно"
    before, behind = _run(words, number, -1), _run(words, number, 1)
    size = len(before) + 1 + len(behind)
    if size == 1 or not _is_ordered(
        words, before[-1] if before else number, behind[-1] if behind else number
    ):
        return None
    here = [a for a in discourse.antecedents if a.sentence == question.sentence_index and not a.in_bracket]
    told = here[: len(here) - len(before)][-size:]
    if len(told) < size or len({a.subject.phrase for a in told}) < size:
        return None
    return told[len(before)].subject.by("respective")


def _run(words: Sequence[Word], number: int, step: int) -> list[int]:
    """The numbers in a row with this one on a side, nearest first."""
    found: list[int] = []
    index = number + step
    while 0 <= index < len(words) and len(found) < _LONGEST:
        if words[index].expression is not None:
            found.append(index)
        elif words[index].text != "," and words[index].low not in SKIPPED and words[index].low != "и":
            break
        index += step
    return found


def _is_ordered(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "соответственно" stands right before a row of numbers or behind it."""
    around = [*words[max(0, first - _REACH) : first], *words[last + 1 : last + 1 + _REACH]]
    return any(word.low == _WORD for word in around)


def _in_nouns(question: Question) -> Subject | None:
    words, number = question.sentence.words, question.number.index
    first = _other(words, number, -1)
    place = 0 if first is None else 1
    last = number if first is not None else _other(words, number, 1)
    opening = number if first is None else first
    if last is None or not _is_ordered(words, opening, last):
        return None
    index = opening - 1
    while index >= 0 and _stands_between(words[index]):
        index -= 1
    phrase = noun_phrase_left_of(words, index)
    counted = _of_joined(words, phrase, place) if question.family is Family.COUNT else None
    if counted is not None:
        return subject_of(words, counted, "respective")
    row = members(words, phrase) if phrase is not None else []
    if len(row) != 2 or usable(question, row[place]) is None:
        return None
    if any(label_sort(words, member) is not LabelSort.NAME or _is_name(words[member.head]) for member in row):
        return None
    return subject_of(words, row[place], "respective")


def _of_joined(words: Sequence[Word], phrase: Phrase | None, place: int) -> Phrase | None:
    """As in "число школ и больниц возрастёт, соответственно, до 222 и 302": one of the two counted things."""
    if phrase is None or phrase.head_lemma not in COUNT_NOUNS:
        return None
    joints = [i for i in range(phrase.head + 2, phrase.last) if words[i].low == "и"]
    if len(joints) != 1:
        return None
    if place:
        return phrase_at(words, joints[0] + 1)
    member = phrase_at(words, phrase.head + 1)
    return build(words, member.head, member.first, joints[0] - 1) if member is not None else None


def _other(words: Sequence[Word], number: int, step: int) -> int | None:
    """The number that "и" joins to this one on a side, prepositions skipped."""
    index = number + step
    joined = False
    while 0 <= index < len(words) and words[index].expression is None:
        if words[index].low == "и":
            joined = True
        elif words[index].low not in SKIPPED:
            return None
        index += step
    return index if joined and 0 <= index < len(words) else None


def _is_name(word: Word) -> bool:
    """Whether a word names people or is a proper name: what of them is measured stands elsewhere."""
    first = word.readings[0] if word.readings else None
    return first is None or first.is_animate or first.is_name


def _stands_between(word: Word) -> bool:
    """Whether a word may stand between the row of things and the numbers."""
    is_joint = word.text in _DASHES or word.text == "," or word.low == _WORD
    return word.low in SKIPPED or is_joint or word.pos in ("VERB", "ADV") or word.in_time
