"""Participles and superlatives with words of their own: "заключённых с городом договоров".

Belongs here: the noun that closes such words. Does not belong here: attributes right before their noun
(`phrase_attributes`) and genitives behind it (`phrase_chain`).
"""

from collections.abc import Sequence

from extractors.language.words import Word
from extractors.phrases.phrase_attributes import completes, first_attribute
from extractors.phrases.phrase_words import is_noun

_PARTICIPLE_REACH = 9
_BREAKS = frozenset(",;:()–—.")
_OF_MANY = ("ых", "их", "ихся")
_SUITED = ("пригодн", "необходим", "нужн", "готов", "опасн", "доступн", "важн", "вредн", "способн")
_SUPERLATIVES = (
    "крупнейш",
    "наибольш",
    "наименьш",
    "важнейш",
    "старейш",
    "лучш",
    "высочайш",
    "новейш",
    "мощнейш",
)


def closing_noun(words: Sequence[Word], participle: int, cases: frozenset[str]) -> int | None:
    """The noun of a participle behind its own words: "заключённых с городом договоров".

    A superlative may have such words too: "крупнейшего в стране завода", "самой большой в мире сети"; so may
    "пригодных для пашни земель".
    """
    takes_words = _is_superlative(words, participle) or _is_for(words, participle)
    forms = {
        (r.case, r.number, r.gender)
        for r in words[participle].readings
        if (r.is_participle or (takes_words and r.pos == "ADJ")) and r.case in cases
    }
    if not forms or participle + 2 >= len(words):
        return None
    nearest = participle + (3 if words[participle + 1].pos == "ADP" else 2)
    for index in range(participle + 1, min(len(words), participle + _PARTICIPLE_REACH)):
        word = words[index]
        if word.expression is not None or word.pos in ("VERB", "CCONJ") or word.text in _BREAKS:
            return None
        if is_noun(words[index - 1]) and word.text.isupper() and len(word.text) > 1:
            continue  # "погибших в результате ДТП"
        if (
            index >= nearest
            and is_noun(word)
            and _agrees(word, forms - _of_animates(words[participle], word))
            and not _is_governed_within(words, participle, index)
        ):
            return index
    return None


def _is_governed_within(words: Sequence[Word], participle: int, noun: int) -> bool:
    """As in "занятые, связанные с отказом от прививки": a noun with a preposition closes no participle."""
    before = first_attribute(words, noun) - 1
    return before > participle and words[before].pos == "ADP"


def own_participle(words: Sequence[Word], head: int, first: int) -> int:
    """Where a participle with words of its own before a noun stands: "поступающих в полицию сообщений".

    `first` where the noun has none.
    """
    if first < 2 or not is_noun(words[first - 1]):
        return first
    start = first_attribute(words, first - 1)
    index = start - 1 - (start > 1 and words[start - 1].pos == "ADP")
    participle = words[index] if index >= 0 else None
    if participle is None or not any(reading.is_participle for reading in participle.readings):
        return first
    if index > 0 and words[index - 1].text == ",":
        return first  # "лиц, погибших в результате ДТП"
    is_own = index < start - 1 or (start == first - 1 and completes(words, start))
    forms = {(r.case, r.number, r.gender) for r in participle.readings if r.is_participle}
    return index if is_own and _agrees(words[head], forms) else first


def _of_animates(participle: Word, noun: Word) -> set[tuple[str, str, str]]:
    """As in "число занятых в отраслях экономики": an accusative in "-ых" is of people and animals alone."""
    is_of_many = participle.low.endswith(_OF_MANY)
    if not is_of_many or any(reading.is_animate for reading in noun.readings):
        return set()
    return {("Acc", "Plur", reading.gender) for reading in participle.readings}


def _is_for(words: Sequence[Word], index: int) -> bool:
    """As in "необходимых для ремонта деталей", "готовых к вводу домов": an adjective with a purpose."""
    behind = words[index + 1].low if index + 1 < len(words) else ""
    return behind in ("для", "к", "ко") and words[index].low.startswith(_SUITED)


def _is_superlative(words: Sequence[Word], index: int) -> bool:
    """Whether an adjective is the highest of its kind and a preposition behind it says among what."""
    if index + 1 >= len(words) or words[index + 1].low not in ("в", "во", "на", "по", "из", "среди"):
        return False
    return words[index].low.startswith(_SUPERLATIVES) or (
        index > 0 and words[index - 1].lemma in ("самый", "сам")
    )


def _agrees(noun: Word, forms: set[tuple[str, str, str]]) -> bool:
    """Whether a noun has a form that an attribute in one of `forms` can stand with."""
    return any(
        reading.pos == "NOUN"
        and any(
            (reading.case, reading.number) == (case, number)
            and (number == "Plur" or reading.gender == gender)
            for case, number, gender in forms
        )
        for reading in noun.readings
    )
