"""Sums of what is done with a thing: of the thing ("списание долгов на сумму") or of the doing itself.

Belongs here: telling doings that have a sum of their own from those that only handle what has one. Does not
belong here: finding whose sum a measure states (`subject_owners`).
"""

from extractors.language.words import Word
from extractors.lexicon.acting_nouns import can_act
from extractors.lexicon.readings import readings
from extractors.phrases.phrase_bounds import noun_phrase_left_of
from extractors.phrases.phrases import Phrase
from extractors.subjects.discourse import Subject

# What is done with papers is no owner of the sum that they are for.
HANDLING = ("ение", "ание", "ация", "приём", "подача", "выдача", "схема")
_WRONGS = frozenset(
    {"нарушение", "хищение", "завышение", "занижение", "превышение", "сокрытие", "присвоение", "уклонение"}
)
_PAPERS = frozenset({"нарушение", "договор", "соглашение", "контракт", "иск", "меморандум"})
_ABOUT = frozenset({"о", "об"})
_WRONGLY = (
    "нецелев",
    "неэффективн",
    "неправомерн",
    "незаконн",
    "необоснованн",
    "нерациональн",
    "неэкономн",
    "излишн",
    "безосновательн",
    "неправильн",
    "несвоевременн",
    "неполн",
    "фиктивн",
)


def handles(subject: Subject) -> bool:
    """As in "подача заявок на сумму 5 млн": what is handled has the sum.

    A wrong is told by how much it is ("нарушения закона", "нецелевое использование средств на сумму"), and so
    is what is done to people ("кредитование фермеров").
    """
    if not subject.head.endswith(HANDLING) or subject.inner is None:
        return False
    is_wrong = subject.head in _WRONGS or subject.text.startswith(_WRONGLY)
    return not is_wrong and not can_act(readings(subject.inner.head))


def of_paper(words: list[Word], phrase: Phrase | None) -> Phrase | None:
    """As in "договоры о поставке муки на сумму 5 млн": the paper has the sum, not what it is about."""
    if phrase is None or phrase.first < 2 or words[phrase.first - 1].low not in _ABOUT:
        return None
    paper = noun_phrase_left_of(words, phrase.first - 2)
    return paper if paper is not None and paper.head_lemma in _PAPERS else None
