"""The subject that a noun phrase names, and whether it can name one.

Belongs here: phrases that point back or name no indicator, portions, rows of genitives. Does not belong
here: finding phrases (`phrase_bounds`) and choosing one for a number (`subject_rules`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import (
    BARE_POINTERS,
    NOT_SUBJECTS,
    POINTING_NOUNS,
    PORTIONS,
    PREPOSITIONAL_NOUNS,
)
from extractors.phrases.conjuncts import row_opened_by
from extractors.phrases.phrase_bounds import phrase_at
from extractors.phrases.phrase_form import printed
from extractors.phrases.phrase_words import adjective_reading, noun_reading
from extractors.phrases.phrases import Phrase, build, is_preposed
from extractors.subjects.discourse import Subject
from extractors.subjects.label_sorts import LabelSort
from extractors.subjects.questions import Family, Question

_JOINING = frozenset({"и", "или", ","})
_PERIOD = "период"
_SAME = ("аналогичн", "соответствующ", "прошл", "предыдущ", "отчётн", "отчетн")
_BOUNDS = frozenset({"минимум", "максимум"})
_SIDES = frozenset({"доходный", "расходный"})
LEADERS = frozenset({"тройка", "пятёрка", "десятка"})
"""Words for those who come first: none of what is measured."""
_THIS = "это"
DEMONSTRATIVES = frozenset({"этот", "данный", "он", "такой", "указанный"})
"""Words that make a noun stand for what was named before."""


def usable(question: Question, phrase: Phrase | None) -> Phrase | None:
    """The phrase unless it is a time, a place alone or a word that names no indicator."""
    if phrase is None:
        return None
    words = question.sentence.words
    head = words[phrase.head]
    if phrase.head_lemma in NOT_SUBJECTS and not _is_term(phrase, head):
        return None
    if (
        _is_bound(words, head)
        or _bounds_level(words, phrase)
        or (phrase.head_lemma in LEADERS and question.family is not Family.COUNT)
    ):
        return None  # "замыкает тройку лидеров Омск – 5 млн"
    if head.low == "числе" or (len(head.text) == 1 and head.text.islower()):
        return None  # "в том числе", the ending of a number: "2023-м"
    if phrase.head_lemma in PREPOSITIONAL_NOUNS and is_preposed(words, phrase):
        return None
    return None if words[phrase.head].in_place or points_back(words, phrase) else phrase


def _is_bound(words: Sequence[Word], head: Word) -> bool:
    """As in "прослужит как минимум 12 лет": a noun that only bounds the number."""
    return head.low in _BOUNDS and head.index > 0 and words[head.index - 1].low == "как"


def _bounds_level(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "доля должна вырасти минимум до 85%": a bare noun between a verb and the level it leads to."""
    ahead = words[phrase.head + 1 : phrase.head + 3]
    is_bare = phrase.first == phrase.head and words[phrase.head].low in _BOUNDS
    return is_bare and len(ahead) > 1 and ahead[0].low in ("до", "на") and ahead[1].expression is not None


def _is_term(phrase: Phrase, head: Word) -> bool:
    """As in "льготный период – 24 месяца": a period told by words that make it no time of its own."""
    is_told = phrase.first < phrase.head or phrase.head < phrase.last
    return phrase.head_lemma == _PERIOD and is_told and not head.in_time and not phrase.text.startswith(_SAME)


def points_back(words: Sequence[Word], phrase: Phrase) -> bool:
    """As in "этот показатель", not "показатель по охвату": the phrase stands for what was named before."""
    if phrase.head_lemma in BARE_POINTERS and phrase.first == phrase.last:
        return not _is_about(words, phrase.last)
    if phrase.head_lemma not in POINTING_NOUNS:
        return False
    is_this = phrase.first == phrase.last and phrase.first > 0 and words[phrase.first - 1].low == _THIS
    return is_this or words[phrase.first].lemma in DEMONSTRATIVES | {_THIS}


def _is_about(words: Sequence[Word], last: int) -> bool:
    """As in "показатель по обеспечению водой": what it is of stands behind "по"."""
    behind = words[last + 1 : last + 3]
    return len(behind) > 1 and behind[0].low == "по" and behind[1].lemma.endswith(("ение", "ание"))


def subject_of(
    words: Sequence[Word], phrase: Phrase, rule: str, *, complement: str = "", label: LabelSort | None = None
) -> Subject:
    """The subject that a phrase names; a portion ("килограмм говядины") names what it measures out."""
    reading = noun_reading(words[phrase.head])
    inner = _inner(words, phrase)
    is_side = phrase.first < phrase.head and words[phrase.first].lemma in _SIDES  # "доходная часть бюджета"
    if phrase.head_lemma in PORTIONS and inner is not None and not is_side:
        return subject_of(words, inner, rule, label=label)
    behind = complement or _printed_complement(words, phrase)
    text = f"{phrase.text} {complement}" if complement else phrase.text
    kept = subject_of(words, inner, rule) if inner is not None else None
    return Subject(
        text,
        phrase.head_lemma,
        rule,
        reading.gender if reading else "",
        behind,
        label,
        kept,
        "" if complement else phrase.adjunct,
    )


def rowed(words: Sequence[Word], phrase: Phrase, rule: str) -> Subject:
    """The subject that a phrase names together with the genitives joined to it: "квартира и дом"."""
    found, row = subject_of(words, phrase, rule), row_opened_by(words, phrase)
    return replace(found, text=row) if row and not found.adjunct else found


def _printed_complement(words: Sequence[Word], phrase: Phrase) -> str:
    """The genitives behind the head, without the adjunct."""
    whole = printed(words, phrase.head + 1, phrase.last)
    return whole.removesuffix(phrase.adjunct).rstrip()


def _inner(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    """The genitive right behind the head, as a phrase of its own."""
    complement, first = _printed_complement(words, phrase), phrase.head + 1
    if not complement or words[first].low in _JOINING:
        return None
    last = phrase.head + len(complement.split())
    inner = phrase_at(words, first + (words[first].pos == "ADV"))
    if inner is not None and inner.first > first and inner.head <= phrase.last:
        return build(words, inner.head, first)  # "постоянно живущих в городе граждан"
    if inner is not None and inner.head <= phrase.last:
        return inner if inner.last <= last else build(words, inner.head, first)
    if first < phrase.last and words[first + 1].pos == "ADP" and adjective_reading(words[first], "Gen"):
        return build(words, first, first)  # "число обучающихся на дому"
    index = next((i for i in range(first, phrase.last + 1) if noun_reading(words[i]) is not None), -1)
    return build(words, index, first) if index > 0 else None
