"""Rules for numbers that restate or resume the one before: apposition and rows of amounts.

Belongs here: words between two numbers that show they speak of one thing. Does not belong here:
"что" and "это" (`subject_compared`), ellipsis and antecedents at large (`subject_linked`).
"""

from extractors.changes.change_words import ChangeClass, change_word
from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import STATING_VERBS
from extractors.phrases.bounding_words import SKIPPED
from extractors.phrases.phrase_words import is_adjective, is_noun
from extractors.phrases.phrases import Phrase
from extractors.phrases.segments import before_bracket
from extractors.subjects.discourse import Antecedent, Discourse, Subject
from extractors.subjects.label_words import before_rate
from extractors.subjects.questions import Family, Question
from extractors.units.units import UnitKind

_REACH = 8
_DASHES = frozenset("–—-")
_APPOSING = frozenset(
    {
        "или",
        "то",
        "есть",
        *("т.е", "т", "е", ".", ","),
        "что",
        "составляет",
        "эквивалентно",
        "равно",
        "это",
        "против",
        "вместо",
        "доведением",
        "последующим",
    }
)
_TO_TIME = frozenset({"и", "а", "к", "ко", "в", "на"})
_ENDS = frozenset(",;.)")
_TYING = (_APPOSING | {"на", "до", "с", "со", "("}) - {",", "."}
_PASSED = {",", "и"} | SKIPPED - {"на", "до"}
_SHARE = "доля"
_PASSING = frozenset({"превысить", "превышать", "опередить", "опережать", "обогнать", "обгонять"})
_AGAINST = frozenset({"против", "вместо"})


def apposed(question: Question, discourse: Discourse) -> Subject | None:
    """As in "на 32%, до 1,254 трлн", "58,3 млрд (-8,5%)", "с 14 до 30": the same thing again."""
    last = discourse.last_in(question.sentence_index)
    if last is None or _opens_with_change(question):
        return None
    words, index = question.sentence.words, question.number.index - 1
    if _is_joined_share(question, last.family) or _is_base_of_rate(question, last.family):
        return last.subject.by("apposition")
    seen: set[str] = set()
    reaches = last.is_change and question.preposition == "до"
    while index >= 0 and words[index].expression is None:
        if not _is_link(words, index) and not (reaches and words[index].text in _DASHES):
            compares = question.change is not None and question.change.word_class is ChangeClass.COMPARATIVE
            goes_on = compares and "," in seen and not seen & {"что", "это"}
            in_bracket = seen == {"("} and (
                question.family is Family.PERCENT or _is_number_of_share(question, last)
            )
            if ("или" in seen or goes_on or in_bracket) and counted_before(words, index):
                return last.subject.by("apposition")
            return None
        seen.add(words[index].low)
        index -= 1
        index = before_bracket(words, index) if "или" in seen and index > 0 else index
    if index < 0 or not seen:
        return None
    if seen <= {",", "и"}:
        return last.subject.by("apposition") if _is_bare_item(question, last.family) else None
    if seen <= _PASSED and not seen & {"против", "до"}:
        return None
    if not (seen & _TYING) and _has_genitive(question):
        return None  # "собрано 5 тонн ржи, что больше, чем годом ранее, 9 тонн проса"
    is_share = last.subject.rule == "share_of_verb" or last.subject.head == _SHARE
    has_share = is_share and last.family == "%" and question.family is not Family.PERCENT
    restated = last.subject.inner if has_share and last.subject.inner else last.subject
    return restated.by("apposition")


def _is_number_of_share(question: Question, last: Antecedent) -> bool:
    """As in "раскрыто 87% краж (967)": how many that share is."""
    return question.family is Family.COUNT and last.family == "%"


def again_at(question: Question, discourse: Discourse) -> Subject | None:
    """As in "33 м2 на жителя к 2030 году и не менее 38 м2 к 2036 году": the same at another time."""
    last, words, number = discourse.last_in(question.sentence_index), question.sentence.words, question.number
    if last is None or last.family != question.family_code or question.family is Family.COUNT:
        return None
    if last.subject.rule.startswith("ellipsis"):
        return None  # what is named may tell more
    if not any(word.in_time for word in words[number.index + 1 : number.index + 3]):
        return None
    index, joined, timed = number.index - 1, False, False
    while index >= 0 and words[index].expression is None:
        word = words[index]
        is_link = word.low in _TO_TIME or word.low in SKIPPED or (timed and word.pos == "NOUN")
        if not (word.in_time or is_link):
            return None
        joined, timed = joined or word.low == "и", timed or word.in_time
        index -= 1
    return last.subject.by("apposition") if joined and timed else None


def upper_of_pair(question: Question, discourse: Discourse) -> Subject | None:
    """As in "с 70 тыс. тонн в год сегодня до 240 тыс. тонн": where a change leads from the number before."""
    last = discourse.last_in(question.sentence_index)
    if last is None or question.preposition != "до":
        return None
    is_lower = last.preposition in ("с", "со", "от") and last.family == question.family_code
    words, index = question.sentence.words, question.number.index - 1
    stops = ";:.(," if is_lower and last.preposition == "от" else ";:.("  # "аванс от 15%, пеня до 1%"
    while index >= 0 and words[index].expression is None:
        if words[index].pos == "VERB" or words[index].text in stops:
            return None
        index -= 1
    return last.subject.by("apposition") if is_lower and index >= 0 else None


def counted_before(words: list[Word], index: int, passed: frozenset[str] = frozenset()) -> bool:
    """Whether only what the number before counts, and `passed` words, stand from it up to `index`."""
    while index >= 0 and words[index].expression is None:
        if words[index].pos not in ("NOUN", "ADJ", "PROPN") and words[index].low not in passed:
            return False
        index -= 1
    return index >= 0


def is_dashed_share(question: Question, base: Phrase) -> bool:
    """As in "направлено 5 млрд – 62% расходов": a dash between an amount and a share without a verb."""
    words, dash = question.sentence.words, question.number.index - 1
    if dash < 1 or words[dash].text not in _DASHES or not counted_before(words, dash - 1):
        return False
    amount = next(word.expression for word in reversed(words[:dash]) if word.expression is not None)
    if amount.unit is None or amount.unit.kind not in (UnitKind.MONEY, UnitKind.QUANTITY):
        return False  # "там живут 8 млн человек – 41% населения"
    if question.family_code != "%" or not question.number.low[0].isdigit():
        return False  # "убрано 5 га – половина озимых"
    return base.last + 1 >= len(words) or words[base.last + 1].text in _ENDS


def _opens_with_change(question: Question) -> bool:
    """As in "выпуск вырос на 5%, на 3% снизился ввоз": what the verb behind says has a subject of its own."""
    behind = question.sentence.words[question.number.index + 1 : question.number.index + 3]
    is_change = len(behind) > 1 and behind[0].pos == "VERB" and change_word(behind[0]) is not None
    if is_change and behind[0].lemma in _PASSING:
        return False  # "5 млн (в 2 раза превышает средний уровень)"
    return is_change and any(r.case == "Nom" for r in behind[1].readings[:2])


def _is_bare_item(question: Question, family: str) -> bool:
    """As in "500 кВ, 220 кВ и 110 кВ": a row of amounts of one unit with nothing of their own behind them."""
    if question.family is Family.COUNT or family != question.family_code:
        return False
    return _is_bare(question)


def _is_base_of_rate(question: Question, family: str) -> bool:
    """As in "составила 10,3 на 1000 человек против 9,2": what a rate is compared with."""
    words, index = question.sentence.words, question.number.index - 1
    if words[index].low != "против" or family != question.family_code:
        return False
    index -= 1 + (words[index - 1].text == ",")
    before = before_rate(words, index)
    return 0 <= before < index and words[before].expression is not None


def _is_joined_share(question: Question, family: str) -> bool:
    """As in "молока – 54 тонны и 22%": a bare share of the amount that "и" joins it to."""
    words, index = question.sentence.words, question.number.index - 1
    if question.family is not Family.PERCENT or family == question.family_code or words[index].low != "и":
        return False
    return index > 0 and words[index - 1].expression is not None and _is_bare(question)


def _is_bare(question: Question) -> bool:
    """Whether nothing stands behind a number that it could be of."""
    behind = question.sentence.words[question.number.index + 1 : question.number.index + 2]
    return not behind or not (is_noun(behind[0]) or is_adjective(behind[0]))


def _has_genitive(question: Question) -> bool:
    """Whether a genitive right behind the number says what it is of."""
    behind = question.sentence.words[question.number.index + 1 : question.number.index + 2]
    return bool(behind) and is_noun(behind[0]) and any(r.case == "Gen" for r in behind[0].readings[:1])


def _is_link(words: list[Word], index: int) -> bool:
    """Whether a word may stand between two statements of one thing."""
    word = words[index]
    if index > 0 and words[index - 1].low in _AGAINST and is_adjective(word):
        return True  # "на 8% вместо запланированных 6%"
    if word.low in SKIPPED or word.low in _APPOSING or word.text == "(" or word.in_time:
        return True
    # a gerund goes on with what its clause says: "вырос на 3%, достигнув 5 млн"
    return word.lemma in STATING_VERBS and any(r.verb_form == "Conv" for r in word.readings[:1])
