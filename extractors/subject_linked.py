"""Rules for numbers that speak of what a number before, or the clause, spoke of.

Belongs here: apposition, "из", ellipsis and the grammatical subject. Does not belong here:
antecedents themselves (`discourse`) and the order of rules (`subjects`).
"""

from extractors.change_words import ChangeClass
from extractors.clauses import clause_subject, local_nominative
from extractors.discourse import Discourse, Subject
from extractors.labels import SKIPPED, LabelSort, segment_start
from extractors.phrase_form import printed
from extractors.phrase_words import is_adjective, is_noun
from extractors.phrases import phrase_at
from extractors.questions import Family, Question
from extractors.subject_changes import what_changes
from extractors.subject_lexicon import STATING_VERBS
from extractors.words import Word

_SLICING = frozenset({"о", "об", "на", "для", "без", "с", "со"})
_REACH = 8
_OF_THEM = frozenset({"которых", "которого", "которой", "них"})
_APPOSING = frozenset(
    {
        "или",
        "то",
        "есть",
        "т.е",
        "т",
        "е",
        ".",
        ",",
        "что",
        "составляет",
        "эквивалентно",
        "равно",
        "это",
        "против",
        "вместо",
    }
)


def apposed(question: Question, discourse: Discourse) -> Subject | None:
    """As in "на 32%, до 1,254 трлн", "58,3 млрд (-8,5%)", "с 14 до 30": the same thing again."""
    last = discourse.last()
    if last is None or last.sentence != question.sentence_index:
        return None
    words, index = question.sentence.words, question.number.index - 1
    seen: set[str] = set()
    while index >= 0 and words[index].expression is None:
        if not _is_link(words[index]):
            compares = question.change is not None and question.change.word_class is ChangeClass.COMPARATIVE
            goes_on = compares and "," in seen and not seen & {"что", "это"}
            if ("или" in seen or goes_on) and _counted_before(words, index):
                return last.subject.by("apposition")
            return None
        seen.add(words[index].low)
        index -= 1
    if index < 0 or not seen:
        return None
    if seen <= {",", "и"}:
        return last.subject.by("apposition") if _is_bare_item(question, last.family) else None
    if seen <= {",", "и"} | (SKIPPED - {"на", "до"}) and not seen & {"против", "до"}:
        return None
    return last.subject.by("apposition")


def _counted_before(words: list[Word], index: int) -> bool:
    """Whether only the noun that the number before counts stands from it up to `index`."""
    while index >= 0 and words[index].expression is None:
        if words[index].pos not in ("NOUN", "ADJ", "PROPN"):
            return False
        index -= 1
    return index >= 0


def _is_bare_item(question: Question, family: str) -> bool:
    """As in "500 кВ, 220 кВ и 110 кВ": a row of amounts of one unit with nothing of their own behind them."""
    if question.family is Family.COUNT or family != question.family_code:
        return False
    behind = question.sentence.words[question.number.index + 1 : question.number.index + 2]
    return not behind or not (is_noun(behind[0]) or is_adjective(behind[0]))


def _is_link(word: Word) -> bool:
    """Whether a word may stand between two statements of one thing."""
    return word.low in SKIPPED or word.low in _APPOSING or word.text == "(" or word.in_time


def resumed(question: Question, discourse: Discourse) -> Subject | None:
    """As in "добыто 5 тонн, что на 3% больше", "Это 9% плана": a pronoun resumes what was just counted."""
    last = discourse.last()
    words, index = question.sentence.words, question.number.index - 1
    while index >= 0 and words[index].expression is None and _is_light(words[index]):
        index -= 1
    if last is None or index < 0 or words[index].low not in ("это", "что"):
        return None
    before = words[index - 1] if index else None
    opens = before is None or before.text in ",–—-;:(" or before.low in ("и", "а", "но", "однако")
    if not opens:
        return None
    stated = _indicator_of(question, index) if last.family == "count" else None
    return (stated or last.subject).by("resumed")


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


def out_of(question: Question, discourse: Discourse) -> Subject | None:
    """As in "8 блоков из 10": the second counts what the first does."""
    last = discourse.last()
    if (
        last is None
        or last.sentence != question.sentence_index
        or question.preposition not in ("из", "вместо", "против")
    ):
        return None
    words, index = question.sentence.words, question.number.index - 2
    while index >= 0 and words[index].expression is None:
        if words[index].pos not in ("NOUN", "ADJ", "PROPN"):
            return None
        index -= 1
    return last.subject.by("out_of") if index >= 0 else None


def clause(question: Question, _discourse: Discourse) -> Subject | None:
    """The grammatical subject of the clause, or the object of its transitive verb."""
    return clause_subject(question)


def same_family(question: Question, discourse: Discourse) -> Subject | None:
    """What the last number of the same unit spoke of."""
    found = discourse.of_family(question.family_code)
    return found.by("ellipsis") if found else None


def antecedent_here(question: Question, discourse: Discourse) -> Subject | None:
    """What an earlier number of the same sentence spoke of."""
    last = discourse.last()
    return antecedent(question, discourse) if last and last.sentence == question.sentence_index else None


def antecedent(question: Question, discourse: Discourse) -> Subject | None:
    """What an earlier number spoke of: an ellipted noun restored."""
    found = discourse.find(question.family_code, question.preposition)
    if found is None:
        return None
    behind = _slice_behind(question)
    return found.sliced(behind, "ellipsis.slice", LabelSort.PREPOSITIONAL) if behind else found.by("ellipsis")


def _slice_behind(question: Question) -> str:
    """As in "из них 62 тысячи – о взыскании алиментов": what tells the part, "" if nothing does."""
    if question.family is not Family.COUNT:
        return ""
    words, index = question.sentence.words, question.number.index + 1
    if index < len(words) and words[index].text in ("–", "—", "-"):
        index += 1
    if index + 1 >= len(words) or words[index].low not in _SLICING:
        return ""
    phrase = phrase_at(words, index + 1)
    if phrase is None or words[phrase.head].in_time or words[phrase.head].in_place or phrase.last - index > 4:
        return ""
    return printed(words, index, phrase.last)


def nearest(question: Question, _discourse: Discourse) -> Subject | None:
    """The nearest nominative on the left, where nothing else helped."""
    found = local_nominative(question, question.number.index - 1)
    return found.by("nearest") if found else None


def of_them(question: Question, discourse: Discourse) -> Subject | None:
    """As in "вложено 5 млрд, часть которых (92%) вернулась": the pronoun stands for the number before."""
    words, number = question.sentence.words, question.number.index
    start = segment_start(words, number)
    behind = [word.low for word in words[number + 1 : number + 3]]
    is_part = len(behind) == 2 and behind[0] == "из" and behind[1] in _OF_THEM
    if not is_part and not any(word.low in _OF_THEM for word in words[max(0, start - 1) : number]):
        return None
    for earlier in reversed(discourse.antecedents[-_REACH:]):
        if earlier.sentence != question.sentence_index and not is_part:
            return None
        if not earlier.in_bracket:
            return earlier.subject.by("of_them")
    return None


def earlier_topic(question: Question) -> Subject | None:
    """As in "вклады за год выросли, прирост составил 8%": the nominative of an earlier segment."""
    words = question.sentence.words
    end = segment_start(words, question.number.index) - 2
    while end > 0:
        found = local_nominative(question, end)
        changing = what_changes(found) if found is not None else None
        if changing is not None:
            return changing.by("earlier")
        end = segment_start(words, end) - 2
    return None
