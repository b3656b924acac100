"""Amounts of a noun of change: "рост 3%", "прирост – 34,2%", "рост ожидается на уровне 5%".

Belongs here: the noun of change before a number. Does not belong here: numbers that such a noun has beside
it but that measure something else (`change_noun_amounts`), verbs and comparatives (`change_verbs`,
`change_comparatives`).
"""

from collections.abc import Iterator, Sequence

from extractors.changes.change_noun_amounts import is_of_owner, joins_verb, measures_else
from extractors.changes.change_words import (
    COPULAS,
    REPORTING_VERBS,
    SPANS,
    Change,
    ChangeClass,
    change_word,
    relative_kind,
)
from extractors.language.words import Sentence, Word
from extractors.model import Direction
from extractors.phrases.segments import before_bracket

_REACH, _ROW_REACH = 20, 8
# "рост – на 1 июля он составил 5 млн": what the verb behind is said of is not the change.
_PRONOUNS = frozenset({"он", "она", "оно", "они"})
_PASSING = frozenset({"превысить", "превышать"})
# "демонстрирует рост, достигнув 7,8 млн голов": where it got, not by how much.
_REACHING = frozenset({"достигнув", "достигая", "достигши"})
_MODALS = frozenset({"должный", "мочь", "смочь"})
_SOURCES = frozenset({"по", "согласно", "как"})
_JOINING = COPULAS | SPANS | _PASSING
_DYNAMICS = {
    "положительный": Direction.UP,
    "позитивный": Direction.UP,
    "высокий": Direction.UP,
    "отрицательный": Direction.DOWN,
    "негативный": Direction.DOWN,
}


def noun_before(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """The change that a noun before a number names, None where the number is no amount of it.

    Args:
        sentence: The sentence.
        number: The word that is the number.
        preposition: Its preposition, "" for none.
    """
    is_relative = relative_kind(number) is not None
    if preposition in ("до", "с", "от", "из"):
        return None
    if preposition == "в" and not is_relative:
        return _amount_in(sentence, sentence.words[number.index - 2]) if number.index >= 2 else None
    nearest_noun, is_said = "", False
    for word in _words_before(sentence, number):
        direction = noun_direction(sentence, word)
        if direction is not None:
            is_its_own = preposition in ("на", "в") or not nearest_noun or _is_label(sentence, word, number)
            is_its_own = is_its_own or (is_relative and sentence.words[word.index + 1].low == "по")
            is_of_other = is_of_owner(sentence, word, number)
            if is_of_other or not is_its_own or measures_else(sentence, word, number, preposition):
                return None
            return Change(direction, word.index, ChangeClass.NOUN, "change.noun")
        if (
            word.low in _PRONOUNS
            or _is_edge(word, nearest_noun)
            or _is_other_verb(sentence, word, number, is_relative=is_relative)
        ):
            return None
        if word.low == "и" and joins_verb(sentence, word):
            return None  # "показал рост и в мае составил 22 тонны"
        is_said = is_said or (word.pos == "VERB" and word.lemma in COPULAS and not is_relative)
        if word.text == ":" and is_said and nearest_noun:
            return None  # "рост выпуска: в июне объём составил 40 тонн"
        if word.pos == "NOUN" and word.lemma not in SPANS:
            nearest_noun = nearest_noun or word.lemma
    return None


def _words_before(sentence: Sentence, number: Word) -> Iterator[Word]:
    """The words before a number, nearest first; for one in a bracket of its own, brackets are skipped."""
    index, floor = outside_bracket(sentence, number), max(0, number.index - _REACH)
    is_bracketed = index < number.index
    while index > floor:
        index -= 1
        is_aside = index + 1 < number.index and sentence.words[index + 1].pos == "VERB"
        if (is_bracketed or is_aside) and sentence.words[index].text == ")":
            index = before_bracket(sentence.words, index, floor) + 1
            continue
        if sentence.words[index].text == ",":
            index = _before_aside(sentence.words, index, floor)
        if not (_is_in_row(sentence.words, index) or _gives_example(sentence.words, index)):
            yield sentence.words[index]


def _is_in_row(words: Sequence[Word], comma: int) -> bool:
    """Whether a word is a comma in a row of objects: "рост цен на рис, муку и масло составил 5%"."""
    if words[comma].text != "," or not comma or not words[comma - 1].has("NOUN", "Acc"):
        return False
    behind = words[comma + 1 : comma + 1 + _ROW_REACH]
    closing = next((place for place, word in enumerate(behind) if word.low == "и" or word.pos == "VERB"), 0)
    return closing > 0 and behind[closing].low == "и" and behind[closing - 1].has("NOUN", "Acc")


def _gives_example(words: Sequence[Word], comma: int) -> bool:
    """As in "рост показали такие отрасли, как ткачество – 5%": a comma that leads to an example."""
    if words[comma].text != ",":
        return False
    if words[comma - 1].low == "например":
        return True
    behind = words[comma + 1].low
    return behind == "например" or (
        behind == "как" and any(w.low == "такие" for w in words[comma - 3 : comma])
    )


def _before_aside(words: Sequence[Word], closing: int, floor: int) -> int:
    """Where a clause opens that a comma before a verb closes: "сумма, данная за рост, выросла".

    So does a comparison right behind a word of change, and who says so: "рост, по оценке банка, составит 5%".
    """
    if words[closing + 1].pos != "VERB":
        return closing
    for opening in range(closing - 2, floor, -1):
        if words[opening].expression is not None or words[opening].text in ";:()":
            return closing
        if words[opening].text == ",":
            opens = words[opening + 1]
            is_aside = opens.low in _SOURCES or any(reading.is_participle for reading in opens.readings[:2])
            is_compared = opens.pos == "ADP" and change_word(words[opening - 1]) is not None
            return opening - 1 if is_aside or is_compared else closing
    return closing


def noun_right_behind(sentence: Sentence, number: Word, preposition: str) -> Change | None:
    """As in "о 11% увеличении", "5% рост": a share that is an attribute of its change."""
    behind = number.index + 1
    if preposition in ("на", "до", "в") or behind >= len(sentence.words) or relative_kind(number) is None:
        return None
    noun = sentence.words[behind]
    found = noun_direction(sentence, noun)
    is_whole = found is None or all(reading.case == "Gen" for reading in noun.readings)
    return None if is_whole or found is None else Change(found, noun.index, ChangeClass.NOUN, "change.noun")


def outside_bracket(sentence: Sentence, number: Word) -> int:
    """Where the words before a number end; "сои (на 70%" hangs on the words before its bracket."""
    opening = number.index - 2
    is_led = opening > 0 and sentence.words[opening].text == "(" and sentence.words[opening + 1].low == "на"
    return opening if is_led else number.index


def _amount_in(sentence: Sentence, noun: Word) -> Change | None:
    """As in "прибавка в 400 тысяч"; "сокращение – в трёх" says where."""
    found = noun_direction(sentence, noun)
    return Change(found, noun.index, ChangeClass.NOUN, "change.noun") if found is not None else None


def _is_edge(word: Word, nearest_noun: str) -> bool:
    """Whether a noun before this word is out of the number's reach."""
    return word.expression is not None or word.text in ";()." or (word.text == "," and nearest_noun != "")


def _is_other_verb(sentence: Sentence, word: Word, number: Word, *, is_relative: bool) -> bool:
    """Whether a verb between noun and number says something of its own."""
    if word.pos != "VERB" or word.lemma in COPULAS or _is_modal(sentence, word):
        return word.low in _REACHING
    if is_relative and word.lemma in _PASSING and sentence.words[number.index - 1].low != "на":
        return False  # "рост цен превысил 14%"
    return not (is_relative and word.lemma in REPORTING_VERBS and _may_report(sentence, number))


def _is_modal(sentence: Sentence, word: Word) -> bool:
    """As in "рост должен составить 5%", "рост может достичь 5%": a verb that only leads to a joining one."""
    return word.lemma in _MODALS and sentence.words[word.index + 1].lemma in COPULAS


def noun_direction(sentence: Sentence, word: Word) -> Direction | None:
    """The direction that a noun of change names; "динамика" has it from its attribute."""
    if word.lemma == "динамика" and word.index:
        return _DYNAMICS.get(sentence.words[word.index - 1].lemma)
    found = change_word(word)
    if found is None or found[0] is not ChangeClass.NOUN or _is_balance(sentence, word):
        return None
    return found[1]


def _is_balance(sentence: Sentence, noun: Word) -> bool:
    """As in "превышение расходов над доходами", "превышение скорости": a deficit, an offence, no growth."""
    if noun.lemma != "превышение":
        return False
    if noun.index + 1 < len(sentence.words) and sentence.words[noun.index + 1].low == "скорости":
        return True
    return any(word.low == "над" for word in sentence.words[noun.index + 1 : noun.index + 4])


def _may_report(sentence: Sentence, number: Word) -> bool:
    """Whether a number behind a reporting verb is joined to the noun: by a dash, "на" or "на уровне"."""
    before = sentence.words[number.index - 1]
    if number.expression is not None and number.expression.words == () and relative_kind(number) == "ratio":
        return True  # "рост наблюдается в торговле в 1,2 раза"
    return before.text in "–—-:" or before.low == "на" or before.lemma in SPANS


def _is_label(sentence: Sentence, noun: Word, number: Word) -> bool:
    """Whether noun and number are joined by a dash, a colon, a copula or a noun that holds amounts."""
    between = sentence.words[noun.index + 1 : number.index]
    return any(word.text in "–—-:" or word.lemma in _JOINING for word in between)
