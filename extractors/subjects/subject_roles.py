"""People told by what they are taken for or work as: "в качестве безработных стоят 5 тыс. человек".

Belongs here: the noun behind "в качестве" and "как" in the clause of their number. Does not belong here:
other names of people (`subject_people`, `subject_people_before`), verbs of naming (`subject_predicates`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_words import noun_reading
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import segment_start
from extractors.subjects.discourse import Discourse, Subject
from extractors.subjects.phrase_subjects import subject_of, usable
from extractors.subjects.questions import Question

_RULE = "counted.role"
_REACH = 16


def in_role(question: Question, _discourse: Discourse) -> Subject | None:
    """As in "в качестве безработных стоят 5 человек", "5 человек, или 1%, учтены как переселенцы"."""
    words, number = question.sentence.words, question.number.index
    own = range(segment_start(words, number), number)
    phrase = _as_whom(question, own, "качестве", "Gen")
    phrase = phrase or _as_whom(question, _behind(words, number), "как", "Nom")
    return subject_of(words, phrase, _RULE) if phrase is not None else None


def _behind(words: Sequence[Word], number: int) -> range:
    """The rest of the clause; what restates the number is passed over: "5 человек, или 1%, …"."""
    end = number + 1
    while end < min(len(words), number + _REACH):
        word = words[end]
        if word.text in ";:()" or (word.text == "," and not _restates(words, end)):
            break
        end += 1
    return range(number + 1, end)


def _restates(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma opens or closes "или 5% взрослых"."""
    is_opening = comma + 1 < len(words) and words[comma + 1].low == "или"
    return is_opening or any(word.low == "или" for word in words[max(0, comma - 6) : comma])


def _as_whom(question: Question, where: range, particle: str, case: str) -> Phrase | None:
    """The people in the plural that stand behind a word of roles."""
    words = question.sentence.words
    index = next((i for i in where if words[i].low == particle), -1)
    is_led = index > 0 and (words[index - 1].pos == "VERB" if case == "Nom" else words[index - 1].low == "в")
    if not is_led or index + 1 >= len(words):
        return None
    phrase = usable(question, phrase_at(words, index + 1))
    noun = noun_reading(words[phrase.head], case) if phrase is not None else None
    return phrase if noun is not None and noun.is_animate and noun.number == "Plur" else None
