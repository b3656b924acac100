"""What hangs on a noun by a preposition: "детей без прививок", "инвестиции в капитал".

Belongs here: where such an adjunct ends, and which ones tell a setting rather than of what. Does not belong
here: genitives behind a noun (`phrase_chain`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.lexicon.subject_lexicon import MEASURES, NAMELESS_MEASURES, NOT_SUBJECTS
from extractors.phrases.phrase_attributes import is_modifier
from extractors.phrases.phrase_chain import chain_end
from extractors.phrases.phrase_words import is_adjective, is_noun, noun_reading

_GROUP_WORDS = 7
_DISTANCE = "расстояние"
_AGAINST = frozenset({"преступление", "посягательство", "вакцинация", "прививка", "вакцина"})
_BETWEEN = "между"
_OCCASIONS = frozenset(
    {"итог", "сравнение", "сопоставление", "выражение", "исчисление", "результат", "целое"}
    | {"предел", "вес", "расчёт", "расчет", "отношение", "соответствие", "зависимость"}
)
_HAD = frozenset({"частота", "население"})  # "12 линий с частотой 8 рейсов"
_AS_OF = "состояние"  # "по техническому состоянию на 1 мая"
_RATES = frozenset(
    {"неделя", "сутки", "день", "год", "месяц", "квартал", "час", "смена", "минута", "секунда"}
)
_BOUNDS = frozenset({"более", "свыше", "около", "почти", "порядка", "менее", "примерно"})
_POINTING = frozenset({"этот", "это", "данный", "тот", "наш", "который"})
_EACH = frozenset({"один", "каждый"})
# They only lead to a time, to ages, to an article of law ("по ст. 5").
_LEADING = frozenset({"состоянию", "возрасте", "ст"})
_LOCATIVE = frozenset({"в", "во", "на", "по"})
_NOUN_PREPOSITIONS = frozenset({"без", "для", "между", "о", "об"})
# "рост цен на крупы": whatever the tree says, of what they are.
PRICES = frozenset({"цена", "тариф", "спрос", "расценка"})
_ABROAD = frozenset({"рубеж", "граница"})
_ADJUNCT_PREPOSITIONS = _NOUN_PREPOSITIONS | frozenset(
    {"в", "во", "на", "с", "со", "для", "от", "по", "к", "за", "перед", "под", "из", "из-за", "при", "через"}
)


def adjunct_end(words: Sequence[Word], head: int, last: int, *, before_verb: bool) -> int:
    """End of what hangs on a noun behind its genitives: "детей без прививок", "инвестиции в капитал"."""
    if last + 2 >= len(words) or not _may_open(words[last + 1], words[head], words[last]):
        return last
    preposition, first = words[last + 1], last + 2
    stop = _adjunct_noun(words, first)
    if stop is None or _is_setting(words, preposition, first, stop):
        return last
    hangs = words[stop].relation in ("nmod", "obl") and head <= words[stop].head <= last
    is_whence = preposition.low == "из-за" and words[stop].lemma in _ABROAD
    is_priced = words[head].lemma in PRICES and preposition.low == "на" and words[stop].has("NOUN", "Acc")
    if not (hangs or before_verb or is_whence or is_priced or preposition.low in _NOUN_PREPOSITIONS):
        return last
    end = chain_end(words, stop)
    if preposition.low == _BETWEEN and end + 2 < len(words) and words[end + 1].low == "и":
        other = _adjunct_noun(words, end + 2)
        return chain_end(words, other) if other is not None and words[other].has("NOUN", "Ins") else end
    return end


def _may_open(preposition: Word, noun: Word, last: Word) -> bool:
    """Whether a word is a preposition that may hang on a noun: "до" leads only a distance."""
    if preposition.low == "против":
        return last.lemma in _AGAINST  # "число преступлений против собственности"
    return preposition.low in _ADJUNCT_PREPOSITIONS or (preposition.low == "до" and noun.lemma == _DISTANCE)


def _adjunct_noun(words: Sequence[Word], first: int) -> int | None:
    """The noun behind a preposition and its attributes, None if something else stands there."""
    index = first
    while index < len(words) and index - first < _GROUP_WORDS and _is_of_group(words, first, index):
        if is_noun(words[index]) and not _goes_on_anyhow(words, index + 1):
            return index
        index += 1
    if index < len(words) and words[index].expression is None and is_noun(words[index]):
        return index
    return index - 1 if index > first else None


def _is_of_group(words: Sequence[Word], first: int, index: int) -> bool:
    """As in "на крупных, средних и малых фирмах", "на социально значимые товары": with what joins them."""
    if is_adjective(words[index]) or index + 1 >= len(words) or not is_adjective(words[index + 1]):
        return is_adjective(words[index])
    return (first < index and words[index].low in (",", "и")) or is_modifier(words[index])


def _goes_on_anyhow(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and (is_noun(words[index]) or is_adjective(words[index]))


def _is_setting(words: Sequence[Word], preposition: Word, first: int, noun: int) -> bool:
    """Whether an adjunct tells when, where or how much rather than of what."""
    if words[noun].in_time or words[first].lemma in _POINTING or words[first].low == "числа":
        return True  # "врачей из числа молодёжи": who of them, not which
    if preposition.low == "на" and words[first].lemma in _EACH:
        return True  # "12 учеников на одного учителя"
    if words[first].low in _LEADING:
        return True  # "объём запасов по состоянию на 1 мая", "охват детей в возрасте 3–6 лет"
    if words[noun].in_place and preposition.low in _LOCATIVE:
        return True
    is_bare = first == noun and noun + 1 < len(words) and words[noun + 1].text == ","
    if is_bare and words[noun].lemma in NAMELESS_MEASURES and preposition.low == "в":
        return True  # "уплата долга в размере, не превышающем 5 млн"
    reading = noun_reading(words[noun])
    if reading is not None and reading.lemma in NOT_SUBJECTS:
        return True
    if preposition.low == "по" and words[noun].lemma == _AS_OF:
        return True
    if words[noun].lemma in _OCCASIONS or (words[noun].lemma in _RATES and preposition.low in ("в", "за")):
        return True
    is_mark = words[noun].lemma in MEASURES | _HAD or preposition.low == "при"  # "при плане 250"
    last = noun if preposition.low == "по" else chain_end(words, noun)  # "план по уровню занятости 60%"
    return is_mark and _is_told_of(words, last + 1)


def _is_told_of(words: Sequence[Word], ahead: int) -> bool:
    """As in "12 водохранилищ с объёмом накопления более 5 млн": a number says how large the adjunct is."""
    while ahead < len(words) and words[ahead].low in _BOUNDS:
        ahead += 1
    return ahead < len(words) and words[ahead].expression is not None
